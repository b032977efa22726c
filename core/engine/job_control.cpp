#include "core/engine/job_control.h"

#include "core/base/numbers.h"
#include "core/engine/work_error.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <utility>

namespace breakeven {

namespace {

/// Progress within a chunk is behind by at most 1/16, and yet the shared counter is seldom touched.
constexpr ItemCount ReportedShare = 16;

std::optional<Error> runItem(Kernel& kernel, ItemCount item, Seconds deadline) noexcept {
    using Clock = std::chrono::steady_clock;
    const bool isTimed = deadline.count() > 0;
    const auto begin = isTimed ? Clock::now() : Clock::time_point();
    try {
        kernel.run(item, item + 1);
    } catch (...) {
        return workError(std::current_exception());
    }
    if (isTimed && Clock::now() - begin > deadline)
        return Error{ErrorCode::TimedOut, "took longer than its deadline of " + formatSeconds(deadline)};
    return std::nullopt;
}

}  // namespace

JobControl::JobControl(JobRules rules) : m_rules(rules) {
    m_rules.stopAfterErrors = std::max<std::uint64_t>(m_rules.stopAfterErrors, 1);
}

void JobControl::run(Kernel& kernel, Chunk chunk) noexcept {
    ItemCount done = 0;
    ItemCount reported = 0;
    for (ItemCount item = chunk.begin; item < chunk.end && !isStopped(); ++item) {
        if (auto error = runItem(kernel, item, m_rules.itemDeadline)) {
            addError({.item = item, .error = *std::move(error)});
            continue;
        }
        ++done;
        if ((done - reported) * ReportedShare >= done) addDone(done - std::exchange(reported, done));
    }
    addDone(done - reported);
}

void JobControl::addError(ItemError error) {
    const std::lock_guard lock(m_mutex);
    m_errors.push_back(std::move(error));
    if (m_errors.size() >= m_rules.stopAfterErrors) stop();
}

std::vector<ItemError> JobControl::errors() const {
    const std::lock_guard lock(m_mutex);
    auto errors = m_errors;
    std::ranges::sort(errors, {}, &ItemError::item);
    return errors;
}

std::int64_t JobControl::errorsLeft() const {
    constexpr std::uint64_t Most = std::numeric_limits<std::int64_t>::max();
    const std::lock_guard lock(m_mutex);
    return static_cast<std::int64_t>(std::min(m_rules.stopAfterErrors, Most)) -
           static_cast<std::int64_t>(m_errors.size());
}

Result<void> JobControl::outcome() const {
    if (!isStopped()) return {};
    const std::lock_guard lock(m_mutex);
    if (m_errors.size() < m_rules.stopAfterErrors)
        return Error{ErrorCode::Interrupted, "stopped before every item was done"};
    const ItemError& first = *std::ranges::min_element(m_errors, {}, &ItemError::item);
    return Error{first.error.code, "item " + std::to_string(first.item) + ": " + first.error.detail};
}

}  // namespace breakeven
