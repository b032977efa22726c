/// Pitfalls of parallel measurements: each is looked for in every run, and what was found is said in one sentence with
/// what to do about it. What this machine does not show is "not observable", never "fine".
#pragma once

#include "core/experiment/results.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

enum class PitfallState {
    Seen,          ///< it is there
    NotSeen,       ///< it was looked for
    Prevented,     ///< the way of measuring rules it out
    NotObservable  ///< neither the machine nor the run shows it
};

struct Pitfall {
    std::string id;     ///< stable: "quota", "oversubscription", …
    std::string title;  ///< sentence case
    PitfallState state = PitfallState::NotSeen;
    std::string text;         ///< one sentence: what was seen, what was looked at, or why it cannot be
    std::string advice;       ///< one sentence: what to do where it is seen
    std::vector<int> trials;  ///< ids, ascending: where it was seen; empty: everywhere, or nowhere
};

/// Always all of them, in the same order.
/// Sources: Hoefler and Belli, Scientific Benchmarking of Parallel Computing Systems, SC 2015; Mytkowicz et al.,
/// Producing Wrong Data Without Doing Anything Obviously Wrong, ASPLOS 2009.
std::vector<Pitfall> pitfalls(const Results& results);

/// The pitfalls that were seen at this trial, in their order.
std::vector<Pitfall> pitfallsAt(const std::vector<Pitfall>& pitfalls, int trial);

/// seen, not-seen, prevented, not-observable.
std::string_view stateWord(PitfallState state);

}  // namespace breakeven
