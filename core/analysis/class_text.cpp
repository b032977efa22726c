#include "core/analysis/class_text.h"

#include "core/base/numbers.h"
#include "core/experiment/wording.h"

#include <cmath>
#include <optional>

namespace breakeven {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// A break-even that may lie beyond the measured sizes.
std::string sizeText(double size) {
    if (size == 0) return "always faster";
    return std::isinf(size) ? "never in range" : countItems(size);
}

std::string numberOf(const ClassOutlier& outlier, double value) {
    return outlier.measure == ClassMeasure::BreakEven ? sizeText(value) : formatRatio(value);
}

std::string factText(const std::optional<std::string>& value) {
    return value ? *value : "not observable";
}

std::string scoreText(double score) {
    return numberText(std::round(std::fabs(score) * 10) / 10);
}

std::string measureText(const ClassSummary& summary, const ClassOutlier& outlier) {
    const ClassCurve& curve = summary.curves[outlier.curve];
    if (outlier.measure == ClassMeasure::BreakEven) return "the break-even of " + curve.label + " is ";
    return "the speed-up of " + curve.label + " at " + countItems(static_cast<double>(curve.largest.value_or(1))) +
           " is ";
}

std::string peersText(const ClassSummary& summary, const ClassOutlier& outlier) {
    const std::string runs = counted(outlier.peers, "run", "runs");
    return outlier.machine ? runs + " on " + summary.machines[*outlier.machine].label() : "all " + runs;
}

std::string whereText(const ClassCurve& curve) {
    return counted(curve.places.size(), "run", "runs") + " on " +
           counted(curve.machines.size(), "kind of machine", "kinds of machine");
}

}  // namespace

std::string spreadText(const ClassSpread& breakEven) {
    const auto& [low, high] = breakEven.quartiles;
    const std::string text = sizeText(breakEven.median);
    if (breakEven.count < 2 || low == high) return text;
    const bool isPlain = low > 0 && std::isfinite(high);
    return text + " (" + (isPlain ? formatItems(breakEven.quartiles) : sizeText(low) + " to " + sizeText(high)) + ")";
}

std::string ratioSpreadText(const ClassSpread& speedup) {
    if (speedup.count < 2) return formatRatio(speedup.median);
    return formatRatio(speedup.median, speedup.quartiles);
}

std::string placeText(const ClassPlace& place) {
    if (!place.breakEven) return "too few sizes";
    const BreakEven& found = *place.breakEven;
    if (found.status == BreakEvenStatus::NotResolved) return "not resolved";
    if (found.status != BreakEvenStatus::Resolved) return sizeText(*knownBreakEven(place));
    return countItems(*found.size) + " (" + formatItems(*found.interval) + ")";
}

std::string tellingText(const TellingFact& fact) {
    const std::string text = fact.fact.title + ": " + factText(fact.fact.b);
    if (fact.most == 0) return text + " (usually " + factText(fact.fact.a) + ")";
    const std::string most = text + " (" + std::to_string(fact.most) + " others: " + factText(fact.fact.a);
    if (fact.alike == 0) return most + ")";
    return most + ", but " + std::to_string(fact.alike) + " as here are not far off)";
}

std::string reasonText(const ClassOutlier& outlier) {
    if (!outlier.tellsEnvironment) return "Unexplained: its file tells nothing of its machine.";
    if (outlier.facts.empty())
        return "Unexplained: nothing that its file tells of machine and program differs from most.";
    std::string text;
    for (const TellingFact& fact : outlier.facts)
        text += (text.empty() ? "What differs from most: " : "; ") + tellingText(fact);
    return text + ".";
}

std::string outlierText(const ClassSummary& summary, const ClassOutlier& outlier) {
    return summary.runs[outlier.run].learner + ": " + measureText(summary, outlier) + numberOf(outlier, outlier.value) +
           ", where the median of " + peersText(summary, outlier) + " is " + numberOf(outlier, outlier.median) +
           " (modified z-score " + scoreText(outlier.score) + "). " + reasonText(outlier);
}

std::string classHeadline(const ClassSummary& summary) {
    const ClassCurve* const curve = mainCurve(summary);
    if (curve == nullptr) return "No run could be summarised";
    if (!curve->breakEven) {
        if (!curve->speedup) return curve->label + ": nothing is known of " + whereText(*curve);
        return curve->label + " has a speed-up of " + ratioSpreadText(*curve->speedup) + " at " +
               countItems(static_cast<double>(*curve->largest)) + ", the median of " + whereText(*curve);
    }
    const double median = curve->breakEven->median;
    if (median == 0) return curve->label + " is always faster than serial in most of " + whereText(*curve);
    if (std::isinf(median))
        return curve->label + " never pays off within the measured sizes in most of " + whereText(*curve);
    return curve->label + " pays off from " + spreadText(*curve->breakEven) + ", the median of " + whereText(*curve);
}

}  // namespace breakeven
