/// The tables that tell why a run is not faster, for reports and the terminal.
#pragma once

#include "core/analysis/what_if_question.h"
#include "core/io/report.h"

namespace breakeven {

/// One row per trial whose loss is known: the factors whose product its speed-up is.
ReportTable lossTableOf(const Results& results);

/// One row per parallel trial: its regime, and the sentence with the evidence.
ReportTable limitTableOf(const Results& results);

/// One row per trial that has a model: its parts, their sum, what was measured and what they leave unexplained.
ReportTable overheadTableOf(const Results& results);

/// Why trials have no such model; each reason once.
std::vector<std::string> overheadRefusals(const Results& results);

/// One row per curve that was compared with serial: from where it pays and its speed-up at its largest list, as
/// measured and if it were so; or why that cannot be told.
ReportTable whatIfTableOf(const Results& results, const NamedWhatIf& asked);

/// One row per curve and worker count of each list: speed-up, efficiency, serial fraction.
ReportTable scalingTableOf(const Results& results);

/// The law that each curve follows best, and why laws are refused; each sentence once.
std::vector<std::string> lawTexts(const Results& results);

}  // namespace breakeven
