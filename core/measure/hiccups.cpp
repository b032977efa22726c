#include "core/measure/hiccups.h"

#include "core/base/numbers.h"
#include "core/os/clock.h"
#include "core/os/cpus.h"

#include <algorithm>
#include <array>
#include <barrier>
#include <charconv>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

namespace breakeven {

namespace {

constexpr double HiccupTicks = 8;

WorkerCount threadsAllowed(WorkerCount threads) {
    const auto quota = usableCpus().quota;
    return quota && *quota < threads ? static_cast<WorkerCount>(*quota) : threads;
}

Gaps spin(Seconds span) {
    Gaps gaps(clockTick() * HiccupTicks);
    const auto begin = Clock::now();
    for (Seconds now{0}; now < span; now = Clock::now() - begin)
        gaps.see(now);
    gaps.see(Clock::now() - begin);
    return gaps;
}

}  // namespace

void Gaps::see(Seconds time) {
    const Seconds gap = time - m_last;
    const bool isFirst = m_last < Seconds(0);
    m_last = time;
    if (isFirst || gap < m_threshold) return;
    m_longest = std::max(m_longest, gap);
    m_lost += gap;
}

Hiccups hiccupsOf(std::span<const Gaps> threads, Seconds span) {
    const Gaps& worst = *std::ranges::max_element(threads, {}, &Gaps::lost);
    return {.threads = static_cast<WorkerCount>(threads.size()),
            .span = span,
            .longest = worst.longest(),
            .lost = std::min(1.0, worst.lost() / span)};
}

std::optional<Hiccups> measureHiccups(WorkerCount threads, Seconds span) {
    clockTick();  // measured once, before anybody waits for it
    threads = threadsAllowed(threads);
    if (threads < 1) return std::nullopt;
    std::vector<Gaps> seen(static_cast<std::size_t>(threads), Gaps(Seconds(0)));
    std::barrier allAreThere(threads);
    const auto listen = [&](std::size_t thread) {
        allAreThere.arrive_and_wait();
        seen[thread] = spin(span);
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < seen.size(); ++thread)
        others.emplace_back(listen, thread);
    listen(0);
    others.clear();
    return hiccupsOf(seen, span);
}

Fact hiccupsFact(const std::optional<Hiccups>& hiccups) {
    Fact fact{std::string(HiccupsFact), "A spinning thread was kept off its CPU", std::nullopt};
    if (!hiccups) return fact;
    std::array<char, 16> percent{};
    const auto end = std::to_chars(percent.data(), percent.data() + percent.size(), 100 * hiccups->lost,
                                   std::chars_format::fixed, 2);
    fact.value = std::string(percent.data(), end.ptr) + " % of " + formatSeconds(hiccups->span) + ", at most " +
                 formatSeconds(hiccups->longest) + " at once";
    return fact;
}

}  // namespace breakeven
