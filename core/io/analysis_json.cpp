#include "core/analysis/at_size.h"
#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/findings.h"
#include "core/analysis/pitfalls.h"
#include "core/analysis/quality.h"
#include "core/analysis/recommendation.h"
#include "core/analysis/speedup.h"
#include "core/analysis/trial_verdict.h"
#include "core/io/analysis_report.h"
#include "core/io/analysis_rows.h"

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

using Json = nlohmann::ordered_json;

constexpr int SchemaOfAnalysis = 1;

Json crossCheckJson(const CrossCheck& check) {
    Json json = {{"size", numberOrNull(check.size)}, {"agrees", check.agrees}};
    putInterval(json, check.interval);
    if (!check.refusal.empty()) json["refused"] = check.refusal;
    return json;
}

/// Below the measured sizes nothing is known: an open low end is none, as an infinite high one.
std::optional<Interval<double>> itemsOf(const BreakEven& breakEven) {
    constexpr double Open = std::numeric_limits<double>::infinity();
    auto items = breakEven.interval;
    if (items && items->low <= 0) items->low = Open;
    return items;
}

Json breakEvenJson(const BreakEven& breakEven) {
    Json row = curveKeys(breakEven.series);
    row["base"] = baseBackendOf(breakEven.series);
    row["size"] = numberOrNull(breakEven.size);
    putEnds(row, "low", "high", itemsOf(breakEven));
    row["status"] = statusWord(breakEven.status);
    row["measured"] = {breakEven.measured.low, breakEven.measured.high};
    row["launches"] = breakEven.launches;
    if (breakEven.size) row["neighbours"] = {breakEven.neighbours.low, breakEven.neighbours.high};
    row["crossings"] = Json::array();
    for (const Crossing& crossing : breakEven.crossings) {
        Json& each = row["crossings"].emplace_back();
        each = {{"size", crossing.size}, {"to", crossing.isToFaster ? "faster" : "slower"}};
        if (breakEven.status == BreakEvenStatus::NotResolved) each["provisional"] = true;  // of the medians alone
    }
    if (breakEven.crossCheck) row["cross_check"] = crossCheckJson(*breakEven.crossCheck);
    return row;
}

Json breakEvenRows(const Results& results) {
    Json rows = Json::array();
    for (const BreakEven& breakEven : breakEvens(results))
        rows.push_back(breakEvenJson(breakEven));
    return rows;
}

Json speedupRows(const Results& results) {
    Json rows = Json::array();
    for (const Curve& curve : curvesOf(results)) {
        if (curve.isSerial()) continue;
        for (const TrialResult* result : curve.trials) {
            if (comparableBaseOf(results, *result) == nullptr) continue;
            const auto speedup = speedupVsSerial(results, *result);
            if (!speedup) continue;
            const auto self = selfSpeedup(results, *result);
            Json row = trialKeys(result->trial);
            row["base"] = baseBackendOf(result->trial);
            row["base_s"] = speedup->base.count();
            row["speedup"] = speedup->value;
            putInterval(row, speedup->interval);
            row["self_speedup"] = self ? Json(self->value) : Json(nullptr);
            putEnds(row, "self_speedup_low", "self_speedup_high", self ? self->interval : std::nullopt);
            const WorkerCount workers = result->trial.workers;
            const bool isTold = workers != UnknownWorkers;
            row["efficiency"] = isTold ? Json(efficiency(speedup->value, workers)) : Json(nullptr);
            putEnds(row, "efficiency_low", "efficiency_high",
                    isTold ? efficiency(speedup->interval, workers) : std::nullopt);
            row["paired"] = speedup->paired;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

Json verdictRows(const Results& results) {
    Json rows = Json::array();
    for (const TrialVerdict& verdict : trialVerdicts(results)) {
        Json row = trialKeys(results.find(verdict.trial)->trial);
        row["verdict"] = kindWord(verdict.kind);
        row["speedup"] = verdict.speedup;
        putInterval(row, verdict.interval);
        row["p_value"] = verdict.pValue;
        row["adjusted_p_value"] = verdict.adjusted;
        row["rounds"] = verdict.rounds;
        row["launches"] = verdict.launches;
        if (!verdict.reason.empty()) row["reason"] = verdict.reason;
        if (verdict.missing) {
            row["missing"] = {{"verdict", kindWord(verdict.missing->kind)},
                              {"rounds", verdict.missing->rounds},
                              {"seconds", verdict.missing->time.count()},
                              {"needs_launches", verdict.missing->needsLaunches}};
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Json qualityRows(const Results& results) {
    Json rows = Json::array();
    for (const TrialQuality& own : quality(results)) {
        Json row = trialKeys(results.find(own.trial)->trial);
        row["samples"] = own.times.count;
        row["outliers"] = {{"mild", own.times.outliers.mild}, {"severe", own.times.outliers.severe}};
        row["modes_p_value"] = own.times.modality ? Json(own.times.modality->pValue) : Json(nullptr);
        row["drift_p_value"] = own.times.drift ? Json(own.times.drift->pValue) : Json(nullptr);
        row["shift_p_value"] = own.times.shift ? Json(own.times.shift->pValue) : Json(nullptr);
        const bool isPaired = own.ratios && own.ratios->serial;
        row["serial_correlation_p_value"] = isPaired ? Json(own.ratios->serial->pValue) : Json(nullptr);
        rows.push_back(std::move(row));
    }
    return rows;
}

Json recommendationRows(const Results& results) {
    Json rows = Json::array();
    for (const Recommendation& recommendation : recommendations(results)) {
        Json row = trialKeys(recommendation.trial);
        row["median_s"] = recommendation.time.median.count();
        row["speedup"] = recommendation.speedup ? Json(recommendation.speedup->value) : Json(nullptr);
        row["fastest"] = recommendation.fastest;
        row["as_good"] = recommendation.asGood;
        row["settled"] = recommendation.isSettled;
        rows.push_back(std::move(row));
    }
    return rows;
}

Json pitfallRows(const Results& results) {
    Json rows = Json::array();
    for (const Pitfall& pitfall : pitfalls(results)) {
        rows.push_back({{"id", pitfall.id},
                        {"title", pitfall.title},
                        {"state", stateWord(pitfall.state)},
                        {"text", pitfall.text},
                        {"advice", pitfall.advice},
                        {"trials", pitfall.trials}});
    }
    return rows;
}

Json atJson(const Results& results, std::optional<ItemCount> at) {
    if (!at) return nullptr;
    Json rows = Json::array();
    for (const AtSize& answer : atSize(results, *at)) {
        Json row = curveKeys(answer.series);
        row["base"] = baseBackendOf(answer.series);
        row["speedup"] = answer.speedup;
        putInterval(row, answer.interval);
        row["verdict"] = kindWord(answer.verdict);
        row["pays_from"] = answer.breakEven ? numberOrNull(answer.breakEven->size) : Json(nullptr);
        putEnds(row, "pays_from_low", "pays_from_high", answer.breakEven ? itemsOf(*answer.breakEven) : std::nullopt);
        row["break_even"] = answer.breakEven ? Json(statusWord(answer.breakEven->status)) : Json(nullptr);
        row["outside"] = answer.outside;
        rows.push_back(std::move(row));
    }
    return {{"size", *at}, {"series", rows}};
}

Json findingJson(const Finding& finding) {
    return {{"id", finding.id}, {"text", finding.text}, {"numbers", finding.numbers}, {"words", finding.words}};
}

Json findingRows(const Results& results) {
    Json rows = Json::array({findingJson(headline(results))});
    for (const Finding& finding : findings(results))
        rows.push_back(findingJson(finding));
    return rows;
}

}  // namespace

std::string analysisJson(const Results& results, const AnalysisQuestions& asked) {
    std::vector<NamedWhatIf> questions = usualQuestions();
    questions.insert(questions.end(), asked.whatIf.begin(), asked.whatIf.end());
    const Json json = {{"schema", SchemaOfAnalysis},
                       {"break_even", breakEvenRows(results)},
                       {"at", atJson(results, asked.at)},
                       {"speedup", speedupRows(results)},
                       {"waterfall", waterfallRows(results)},
                       {"models", modelRows(results)},
                       {"regimes", regimeRows(results)},
                       {"findings", findingRows(results)},
                       {"verdicts", verdictRows(results)},
                       {"overhead", overheadRows(results)},
                       {"ceilings", ceilingRows(results)},
                       {"what_if", whatIfRows(results, questions)},
                       {"recommendations", recommendationRows(results)},
                       {"quality", qualityRows(results)},
                       {"pitfalls", pitfallRows(results)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace breakeven
