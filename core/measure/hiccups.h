/// Listens for what else runs on the machine: spinning threads see when they are not let on.
#pragma once

#include "core/base/environment.h"
#include "core/base/hiccups.h"

#include <optional>
#include <span>

namespace breakeven {

/// Counts the gaps between readings of a clock. A gap counts from `threshold` on, with all of its length.
class Gaps {
public:
    explicit Gaps(Seconds threshold) : m_threshold(threshold) {}

    /// Ascending times, from wherever.
    void see(Seconds time);

    Seconds longest() const { return m_longest; }
    Seconds lost() const { return m_lost; }

private:
    Seconds m_threshold;
    Seconds m_last{-1};
    Seconds m_longest{0};
    Seconds m_lost{0};
};

/// Of the thread that lost most. Ranges: at least one; each has seen `span`, > 0.
Hiccups hiccupsOf(std::span<const Gaps> threads, Seconds span);

/// Spins in so many threads at once for `span`, reading the clock; a gap of 8 of its steps or more is a hiccup, those
/// of the thread that lost most are told. As many threads as CPUs, since fewer flee from a busy CPU to an idle one. A
/// CPU quota lets only so many threads spin all the time; further ones are left out, and with less than one CPU nothing
/// is told, since the quota would be all there is to hear. Ranges: threads >= 1, as many as can be had; span > 0.
/// Sources of the method: Tene, jHiccup; OSNOISE in the documentation of Linux.
std::optional<Hiccups> measureHiccups(WorkerCount threads, Seconds span);

/// "0.31 % of 1.00 s, at most 1.20 ms at once"
Fact hiccupsFact(const std::optional<Hiccups>& hiccups);

}  // namespace breakeven
