/// Conclusions in plain words. Each has an id and its numbers, so that the window can translate it; the English text
/// is for files and the terminal.
#pragma once

#include "core/experiment/results.h"

#include <map>
#include <string>
#include <vector>

namespace breakeven {

struct Finding {
    std::string id;    ///< stable: "pays-from", "never-pays", "always-pays", "not-resolved", "wrong-result", …
    std::string text;  ///< one English sentence with its numbers
    std::map<std::string, double> numbers;
    std::map<std::string, std::string> words;  ///< labels used in the text: series, workload
};

/// The one sentence that answers the experiment. Valid from the first finished block on; says so while provisional.
Finding headline(const Results& results);

/// All conclusions, most important first; the headline's is not repeated.
std::vector<Finding> findings(const Results& results);

}  // namespace breakeven
