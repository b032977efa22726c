/// Self-test: how far to trust measurements on this machine. Every trial stands twice, so that each verdict of
/// "different" is an error of machine or method, and the intervals' widths say what differences can be seen at all.
/// Source: Laaber, Scheuner, Leitner, Software microbenchmarking in the cloud, Empir. Softw. Eng. 24 (2019): A/A tests.
#pragma once

#include "core/experiment/plan.h"
#include "core/experiment/results.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace breakeven {

struct SelfTestSettings {
    int repeats = 2;       ///< of each of the 20 comparisons, >= 1
    Seconds maxTime{120};  ///< > 0
    std::uint64_t seed = 1;
};

/// Blocks in which the trials 2k and 2k + 1 are the same but for their ids. Errors: those of makePlan.
Result<Plan> selfTestPlan(const SelfTestSettings& settings, const Catalog& catalog, CpuCounts cpus);

/// What the fact "self_test" says before one was run on a machine.
inline constexpr std::string_view SelfTestNotRun = "not run";

struct SelfTest {
    std::size_t comparisons = 0;  ///< that could be made
    std::size_t missing = 0;      ///< whose trials failed or have too few rounds
    std::size_t different = 0;    ///< whose 95 % interval leaves 1 out
    std::size_t beyondGate = 0;   ///< whose whole interval is more than 1 % away from 1
    std::size_t allowed = 0;      ///< differences that chance makes fewer than in 97.5 % of such tests
    Ratio resolution = 0;         ///< median over the comparisons of the intervals' half-widths, as a share
    Ratio worst = 0;              ///< the widest half-width, as a share
    /// With too few of its comparisons it says nothing.
    bool passes() const { return comparisons > missing && different <= allowed; }
};

/// Comparisons whose two trials have paired rounds enough for an interval; absent when there is none.
std::optional<SelfTest> selfTestOf(const Results& results);

/// The smallest k with P(X <= k) >= probability for X ~ Binomial(count, share). Range: both shares in (0, 1).
std::size_t binomialQuantile(std::size_t count, double share, double probability);

}  // namespace breakeven
