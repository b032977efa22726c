/// Method statement: the twelve rules for reporting parallel measurements, each checked against one run.
/// Source: Hoefler and Belli, Scientific Benchmarking of Parallel Computing Systems, SC 2015.
#pragma once

#include "core/experiment/results.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

enum class RuleState {
    Kept,
    NotKept,
    NotObservable  ///< the run has nothing to which the rule applies, or its file does not tell
};

struct MethodRule {
    int number = 1;  ///< in [1, 12], as in the source
    std::string title;
    RuleState state = RuleState::NotObservable;
    std::string text;  ///< one sentence or two: by what the rule is kept, or why it is not
};

/// Always all twelve, by number.
std::vector<MethodRule> methodStatement(const Results& results);

/// kept, not-kept, not-observable.
std::string_view stateWord(RuleState state);

}  // namespace breakeven
