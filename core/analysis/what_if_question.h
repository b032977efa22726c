/// Questions of what if, by name: those that every run is asked, and those that somebody types.
#pragma once

#include "core/analysis/what_if.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct NamedWhatIf {
    std::string id;     ///< contract word, or what was typed
    std::string title;  ///< in words
    WhatIf question;
};

/// half-dispatch, perfect-balance, no-start, one-more-worker.
std::vector<NamedWhatIf> usualQuestions();

/// "dispatch=0.5,workers=+2,chunk=1000,balance,no-start", any of these. Errors: InvalidInput naming the part, and what
/// is allowed; ranges as in WhatIf.
Result<NamedWhatIf> parseWhatIf(std::string_view text);

}  // namespace breakeven
