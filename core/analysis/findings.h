/// Conclusions in plain words. Each has an id and its numbers, so that the window can translate it; the English text
/// is for files and the terminal.
#pragma once

#include "core/experiment/results.h"

#include <map>
#include <string>
#include <vector>

namespace breakeven {

struct Finding {
    std::string id;    ///< stable: "pays-from", "never-pays", "always-pays", "pays-in-part", "not-resolved", …
    std::string text;  ///< one English sentence with its numbers
    std::map<std::string, double> numbers;
    std::map<std::string, std::string> words;  ///< labels used in the text: series, workload
};

/// The one sentence that answers the experiment: what the best parallel curve gives. "So far: …" while it rests on
/// fewer than six rounds; a sentence that says so (id "no-data") before anything was compared with serial.
Finding headline(const Results& results);

/// All conclusions, most important first; the headline's is not repeated.
std::vector<Finding> findings(const Results& results);

}  // namespace breakeven
