#include "core/analysis/break_even_findings.h"

#include "core/analysis/break_even.h"
#include "core/base/numbers.h"

#include <string>
#include <utility>

namespace breakeven {

namespace {

Finding findingOn(const BreakEven& found, std::string id) {
    Finding finding;
    finding.id = std::move(id);
    finding.words = {{"series", found.label}, {"workload", found.series.workload}};
    return finding;
}

Finding crossCheckFinding(const BreakEven& found, const CrossCheck& check) {
    if (!check.size) {
        Finding finding = findingOn(found, "cross-check-refused");
        finding.text = found.label + ": no second opinion on the break-even. " + check.refusal + ".";
        return finding;
    }
    Finding finding = findingOn(found, "cross-check");
    finding.text = found.label + ": the linear model puts the break-even at " + countItems(*check.size) + " (" +
                   formatItems(*check.interval) + "), which " + (check.agrees ? "agrees" : "does not agree") + ".";
    finding.numbers = {{"agrees", check.agrees ? 1 : 0},
                       {"size", *check.size},
                       {"low", check.interval->low},
                       {"high", check.interval->high}};
    return finding;
}

}  // namespace

std::vector<Finding> breakEvenFindings(const Results& results) {
    std::vector<Finding> findings;
    for (const BreakEven& found : breakEvens(results)) {
        if (found.crossCheck) findings.push_back(crossCheckFinding(found, *found.crossCheck));
        if (found.crossings.size() < 2 || found.status != BreakEvenStatus::Resolved) continue;
        Finding several = findingOn(found, "several-crossings");
        several.text = found.label + ": parallel and serial change places " + std::to_string(found.crossings.size()) +
                       " times; the break-even is the last change to faster.";
        several.numbers["count"] = static_cast<double>(found.crossings.size());
        findings.push_back(std::move(several));
    }
    return findings;
}

}  // namespace breakeven
