#include "core/engine/processes/work.h"

#include "core/base/numbers.h"
#include "core/engine/processes/control_block.h"

#include <algorithm>
#include <utility>

namespace breakeven {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

TaskFlags Work::flags() const {
    unsigned flags = isList ? WholeList : 0U;
    if (job->step == Step::Fold) flags |= Fold;
    if (isItemByItem()) flags |= ItemByItem;
    return static_cast<TaskFlags>(flags);
}

nanoseconds Work::deadline() const {
    constexpr Seconds Longest{1e9};  // so that it can be added to any time
    if (!isItemByItem()) return nanoseconds(0);
    return std::chrono::ceil<nanoseconds>(std::clamp(job->control->rules().itemDeadline, Seconds(0), Longest));
}

milliseconds Work::nextLook() const {
    constexpr milliseconds Tick{20};
    if (!isItemByItem()) return LongestSleep;
    const auto limit = std::chrono::ceil<milliseconds>(deadline());
    return limit.count() > 0 ? std::clamp(limit / 2, milliseconds(1), Tick) : Tick;
}

void Work::begin(Position position_) {
    position = position_;
    m_failed = 0;
    m_told = 0;
}

void Work::addItemError(ItemCount item, Error error) {
    ++m_failed;
    m_lastFailed = item;
    job->control->addError({.item = item, .error = std::move(error)});
}

void Work::addLateItem(ItemCount item) {
    addItemError(item, {ErrorCode::TimedOut,
                        "took longer than its deadline of " + formatSeconds(job->control->rules().itemDeadline)});
}

void Work::countFinished(ItemCount finished) {
    // An item's error comes before it counts as finished.
    const ItemCount well = finished - std::min(finished, m_failed);
    if (well <= m_told) return;
    job->control->addDone(well - m_told);
    m_told = well;
}

bool Work::goesOnAfter(std::size_t worker, const Ending& ending, const Crew& crew,
                       std::atomic<std::int64_t>& errorsLeft) {
    if (crew.isTerminated()) {
        failure = crew.shortage();
        return false;
    }
    // A worker that had gone on when it was killed for an item: what it ran by then is not to blame.
    const bool isInnocent = ending.late && *ending.late != LateItem{.position = position, .item = rest.begin};
    if (isItemByItem()) {
        const std::int64_t before = job->control->errorsLeft();
        blameItem(worker, ending, isInnocent);
        errorsLeft.fetch_sub(before - job->control->errorsLeft(), std::memory_order_relaxed);
        return rest.begin < rest.end && !isStopped();
    }
    if (isInnocent) return true;
    if (std::exchange(m_hasKilled, true))
        failure =
            Error{ErrorCode::ChildCrashed, "processes: chunk [" + std::to_string(rest.begin) + ", " +
                                               std::to_string(rest.end) + ") " + blame(worker, ending) + ", twice"};
    else
        failure = crew.shortage();
    return !failure;
}

void Work::blameItem(std::size_t worker, const Ending& ending, bool isInnocent) {
    const ItemCount item = rest.begin;
    if (item >= rest.end) return;
    if (m_lastFailed == item) {
        ++rest.begin;  // its error is known, though it has not been counted as finished
    } else if (isInnocent) {
        return;
    } else if (ending.late) {
        addLateItem(item);
        ++rest.begin;
    } else if (std::exchange(m_suspect, item) == item) {
        addItemError(item, {ErrorCode::ChildCrashed, blame(worker, ending) + ", twice"});
        ++rest.begin;
    }
}

}  // namespace breakeven
