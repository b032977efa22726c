#include "app/cli/outcome_text.h"

#include "core/analysis/findings.h"
#include "core/io/analysis_report.h"

namespace breakeven {

bool isFailure(TrialStatus status) {
    return status == TrialStatus::Failed || status == TrialStatus::WrongResult || status == TrialStatus::TimedOut ||
           status == TrialStatus::Crashed;
}

std::string outcomeText(const Results& results) {
    std::string text = resultsTable(results) + '\n' + headline(results).text + '\n';
    for (const Finding& finding : findings(results))
        if (finding.id == "debug-build") text += finding.text + '\n';
    if (const std::string notes = notesText(results); !notes.empty()) text += '\n' + notes;
    return text;
}

}  // namespace breakeven
