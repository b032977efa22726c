#include "ui/failed_trials.h"

#include "core/analysis/findings.h"
#include "ui/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace breakeven {

QString failedTrials(const Results& results) {
    static constexpr std::array Failures{TrialStatus::WrongResult, TrialStatus::Failed, TrialStatus::TimedOut,
                                         TrialStatus::Crashed};
    QStringList told;
    for (const Finding& finding : findings(results))
        if (std::ranges::count(Failures, finding.id, statusWord) > 0) told += spoken(finding.text);
    if (told.size() < 2) return told.value(0);
    return QCoreApplication::translate("FailedTrials", "%1 More trials failed; the findings name them.")
        .arg(told.front());
}

}  // namespace breakeven
