#include "core/io/analysis_rows.h"

#include "core/analysis/ceilings.h"
#include "core/analysis/overhead_model.h"
#include "core/analysis/regimes.h"
#include "core/analysis/scaling.h"
#include "core/analysis/waterfall.h"

#include <array>
#include <string>
#include <utility>

namespace breakeven {

namespace {

using Json = nlohmann::ordered_json;

Json paramsJson(const Params& params) {
    Json json = Json::object();
    for (const auto& [name, value] : params) {
        std::visit([&, &key = name](const auto& held) { json[key] = held; }, value);
    }
    return json;
}

Json partJson(const TimePart& part) {
    Json json = {{"seconds", part.value.count()}};
    putInterval(json, part.interval);
    return json;
}

Json lawJson(const ScalingModel& model) {
    Json json = {{"law", lawWord(model.law)}};
    if (!model.refusal.empty()) {
        json["refused"] = model.refusal;
        return json;
    }
    json["coefficients"] = Json::array();
    for (const FittedCoefficient& coefficient : model.coefficients) {
        Json row = {{"id", coefficient.id}, {"value", coefficient.value}};
        putInterval(row, std::optional(coefficient.interval));
        json["coefficients"].push_back(std::move(row));
    }
    json["cross_error"] = numberOrNull(model.crossError);
    if (model.peak) {
        Json peak = {{"workers", numberOrNull(model.peak->workers)}, {"extrapolated", model.peak->extrapolated}};
        putInterval(peak, std::optional(model.peak->interval));
        json["peak"] = std::move(peak);
    }
    return json;
}

Json pointJson(const ScalingPoint& point) {
    Json row = {{"workers", point.workers}, {"speedup", point.speedup.value}};
    putInterval(row, point.speedup.interval);
    row["efficiency"] = point.efficiency;
    putEnds(row, "efficiency_low", "efficiency_high", point.efficiencyInterval);
    row["karp_flatt"] = numberOrNull(point.karpFlatt);
    putEnds(row, "karp_flatt_low", "karp_flatt_high", point.karpFlattInterval);
    return row;
}

Json payoffJson(const Payoff& payoff) {
    Json json = {{"size", numberOrNull(payoff.size)}};
    putInterval(json, payoff.interval);
    return json;
}

}  // namespace

Json numberOrNull(const std::optional<double>& number) {
    return number && std::isfinite(*number) ? Json(*number) : Json(nullptr);
}

Json curveKeys(const Trial& trial) {
    return {{"workload", trial.workload},
            {"params", paramsJson(trial.params)},
            {"backend", trial.backend},
            {"call", trial.call},
            {"chunk", trial.chunk},
            {"pool", trial.pool},
            {"workers", trial.workers == UnknownWorkers ? Json(nullptr) : Json(trial.workers)}};
}

Json trialKeys(const Trial& trial) {
    Json keys = curveKeys(trial);
    keys["size"] = trial.size;
    return keys;
}

Json waterfallRows(const Results& results) {
    Json rows = Json::array();
    for (const Waterfall& waterfall : waterfalls(results)) {
        Json row = trialKeys(waterfall.trial);
        row["speedup"] = waterfall.speedup.value;
        putInterval(row, waterfall.speedup.interval);
        row["passes"] = waterfall.passes;
        row["factors"] = Json::array();
        for (const LossFactor& factor : waterfall.factors) {
            Json own = {{"cause", causeWord(factor.cause)}, {"value", factor.value}};
            putInterval(own, factor.interval);
            row["factors"].push_back(std::move(own));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Json modelRows(const Results& results) {
    Json rows = Json::array();
    for (const Scaling& scaling : scalings(results)) {
        Json row = trialKeys(scaling.series);
        row.erase("workers");
        row["points"] = Json::array();
        for (const ScalingPoint& point : scaling.points)
            row["points"].push_back(pointJson(point));
        row["laws"] = Json::array();
        for (const ScalingModel& model : scaling.models)
            row["laws"].push_back(lawJson(model));
        row["best"] = scaling.best ? Json(lawWord(*scaling.best)) : Json(nullptr);
        rows.push_back(std::move(row));
    }
    return rows;
}

Json overheadRows(const Results& results) {
    Json rows = Json::array();
    for (const OverheadModel& model : overheadModels(results)) {
        Json row = trialKeys(model.trial);
        row["measured"] = partJson(model.measured);
        if (!model.refusal.empty()) {
            row["refused"] = model.refusal;
        } else {
            const std::array<std::pair<const char*, const TimePart*>, 7> parts{{{"start", &model.start},
                                                                                {"wake", &model.wake},
                                                                                {"dispatch", &model.dispatch},
                                                                                {"transport", &model.transport},
                                                                                {"work", &model.work},
                                                                                {"total", &model.total},
                                                                                {"residual", &model.residual}}};
            for (const auto& [name, part] : parts)
                row[name] = partJson(*part);
            row["chunks"] = model.chunks ? Json(*model.chunks) : Json(nullptr);
            if (!model.note.empty()) row["note"] = model.note;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Json regimeRows(const Results& results) {
    Json rows = Json::array();
    for (const Regime& regime : regimes(results)) {
        Json row = trialKeys(regime.trial);
        row["regime"] = regimeWord(regime.kind);
        row["text"] = regime.sentence;
        row["evidence"] = Json::object();
        for (const Evidence& evidence : regime.evidence)
            row["evidence"][evidence.id] = numberOrNull(evidence.value);
        rows.push_back(std::move(row));
    }
    return rows;
}

Json ceilingRows(const Results& results) {
    Json rows = Json::array();
    for (const Ceiling& ceiling : ceilings(results)) {
        Json row = {{"kind", ceilingWord(ceiling.kind)},
                    {"workload", ceiling.workload},
                    {"params", paramsJson(ceiling.params)},
                    {"label", ceiling.label}};
        row["points"] = Json::array();
        for (const CeilingPoint& point : ceiling.points) {
            Json own = {{"size", point.size}, {"workers", point.workers}, {"speedup", point.value}};
            putInterval(own, point.interval);
            row["points"].push_back(std::move(own));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Json whatIfRows(const Results& results, std::span<const NamedWhatIf> questions) {
    Json rows = Json::array();
    for (const NamedWhatIf& named : questions) {
        for (const WhatIfCurve& curve : whatIf(results, named.question)) {
            Json row = {{"question", named.id}};
            row.update(curveKeys(curve.series));
            if (!curve.refusal.empty()) {
                row["refused"] = curve.refusal;
                rows.push_back(std::move(row));
                continue;
            }
            row["extrapolated"] = curve.isExtrapolated;
            row["before"] = payoffJson(curve.before);
            row["after"] = payoffJson(curve.after);
            row["points"] = Json::array();
            for (const WhatIfPoint& point : curve.points) {
                Json own = {{"size", point.size},
                            {"measured_s", point.measured.count()},
                            {"seconds", point.time.count()},
                            {"speedup", point.after.value}};
                putInterval(own, point.after.interval);
                row["points"].push_back(std::move(own));
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

}  // namespace breakeven
