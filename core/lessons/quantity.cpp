#include "core/lessons/quantity.h"

#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/log_estimate.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "core/base/parse.h"
#include "core/experiment/wording.h"
#include "core/stats/median.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace breakeven {

namespace {

using Kind = LessonQuantity::Kind;

struct Name {
    std::string_view name;
    Kind kind;
    LessonUnit unit;
};

constexpr std::array Names = {Name{"median", Kind::Median, LessonUnit::Time},
                              Name{"time-per-item", Kind::TimePerItem, LessonUnit::Time},
                              Name{"throughput", Kind::Throughput, LessonUnit::Rate},
                              Name{"speedup", Kind::Speedup, LessonUnit::Factor},
                              Name{"efficiency", Kind::Efficiency, LessonUnit::Factor},
                              Name{"break-even", Kind::BreakEven, LessonUnit::Size},
                              Name{"first-result", Kind::FirstResult, LessonUnit::Time},
                              Name{"startup", Kind::Startup, LessonUnit::Time},
                              Name{"cpu-time", Kind::CpuTime, LessonUnit::Time},
                              Name{"peak-memory", Kind::PeakMemory, LessonUnit::Memory}};

const Name& nameOf(Kind kind) {
    return *std::ranges::find(Names, kind, &Name::kind);
}

LessonValue known(LessonUnit unit, double value, const std::optional<Interval<double>>& interval) {
    LessonValue known{LessonValue::Kind::Known, unit, value, interval};
    if (!std::isfinite(value)) known.kind = LessonValue::Kind::NotMeasured;
    return known;
}

std::optional<Interval<double>> mapped(const std::optional<Interval<double>>& interval,
                                       const std::function<double(double)>& map) {
    if (!interval) return std::nullopt;
    const auto [low, high] = std::minmax({map(interval->low), map(interval->high)});
    return Interval<double>{low, high};
}

LessonValue timeOf(const TrialResult& result, LessonUnit unit, const std::function<double(double)>& map) {
    const auto summary = summaryOf(result);
    if (!summary || summary->median.count() <= 0) return {.unit = unit};
    std::optional<Interval<double>> interval;
    if (summary->interval) interval = {summary->interval->low.count(), summary->interval->high.count()};
    return known(unit, map(summary->median.count()), mapped(interval, map));
}

/// What a sample has beside its time; absent where it was not told.
using PartOf = std::function<std::optional<double>(const Sample&)>;

LessonValue medianOfPart(const TrialResult& result, LessonUnit unit, const PartOf& partOf) {
    std::vector<Observation> parts;
    for (const Sample& sample : result.samples) {
        if (const auto part = partOf(sample)) parts.push_back({*part, sample.launch});
    }
    if (parts.empty()) return {.unit = unit};
    const MedianEstimate estimate = medianEstimate(parts);
    return known(unit, estimate.value, estimate.interval);
}

PartOf secondsOf(std::optional<Seconds> Sample::*member) {
    return [member](const Sample& sample) -> std::optional<double> {
        const auto& part = sample.*member;
        return part ? std::optional(part->count()) : std::nullopt;
    };
}

std::optional<double> peakOf(const Sample& sample) {
    return sample.peakRss ? std::optional(static_cast<double>(*sample.peakRss)) : std::nullopt;
}

LessonValue speedupOf(const Results& results, const TrialResult& result, double share) {
    const auto speedup = speedupVsSerial(results, result);
    if (!speedup) return {.unit = LessonUnit::Factor};
    return known(LessonUnit::Factor, speedup->value * share,
                 mapped(speedup->interval, [&](double end) { return end * share; }));
}

LessonValue valueOf(Kind kind, const Results& results, const TrialResult& result) {
    const LessonUnit unit = nameOf(kind).unit;
    if (!isComparable(result)) return {.unit = unit};
    const auto size = static_cast<double>(result.trial.size);
    switch (kind) {
        case Kind::Median:
            return timeOf(result, unit, [](double time) { return time; });
        case Kind::TimePerItem:
            return timeOf(result, unit, [&](double time) { return time / size; });
        case Kind::Throughput:
            return timeOf(result, unit, [&](double time) { return size / time; });
        case Kind::Speedup:
            return speedupOf(results, result, 1);
        case Kind::Efficiency:
            return speedupOf(results, result, efficiency(1, result.trial.workers));
        case Kind::FirstResult:
            return medianOfPart(result, unit, secondsOf(&Sample::firstResult));
        case Kind::Startup:
            return medianOfPart(result, unit, secondsOf(&Sample::startup));
        case Kind::CpuTime:
            return medianOfPart(result, unit, secondsOf(&Sample::cpu));
        case Kind::PeakMemory:
            return medianOfPart(result, unit, peakOf);
        case Kind::BreakEven:
            break;
    }
    return {.unit = unit};
}

LessonValue valueOf(const BreakEven& breakEven) {
    LessonValue value{.kind = LessonValue::Kind::NotResolved, .unit = LessonUnit::Size, .interval = breakEven.interval};
    const auto smallest = static_cast<double>(breakEven.measured.low);
    const auto largest = static_cast<double>(breakEven.measured.high);
    switch (breakEven.status) {
        case BreakEvenStatus::Resolved:
            return known(LessonUnit::Size, *breakEven.size, breakEven.interval);
        case BreakEvenStatus::AlwaysFaster:
            value.kind = LessonValue::Kind::Always;
            value.interval = {0, smallest};
            break;
        case BreakEvenStatus::NeverInRange:
            value.kind = LessonValue::Kind::Nowhere;
            value.interval = {largest, INFINITY};
            break;
        case BreakEvenStatus::NotResolved:
            break;
    }
    return value;
}

/// "3 trials are median(before), which differ in size".
Error ambiguous(const LessonQuantity& quantity, const std::vector<const Trial*>& trials) {
    std::string fields;
    const auto differ = [&](std::string_view field, auto member) {
        const bool differs =
            std::ranges::any_of(trials, [&](const Trial* trial) { return trial->*member != trials.front()->*member; });
        if (differs) fields.append(fields.empty() ? "" : ", ").append(field);
    };
    differ("workload", &Trial::workload);
    differ("backend", &Trial::backend);
    differ("call", &Trial::call);
    differ("chunk", &Trial::chunk);
    differ("pool", &Trial::pool);
    differ("size", &Trial::size);
    differ("workers", &Trial::workers);
    differ("params", &Trial::params);
    differ("start", &Trial::start);
    differ("in-flight", &Trial::inFlight);
    differ("cache", &Trial::cache);
    return {ErrorCode::InvalidInput,
            quantityText(quantity) + ": " + std::to_string(trials.size()) + " match (add a filter for " + fields + ")"};
}

Error unmatched(const LessonQuantity& quantity) {
    return {ErrorCode::InvalidInput, quantityText(quantity) + ": nothing in the run matches"};
}

bool isOfCurve(const LessonQuantity& quantity) {
    return quantity.kind == Kind::BreakEven;
}

/// Serial loops have neither a speed-up nor a break-even.
bool isOfParallel(const LessonQuantity& quantity) {
    return isOfCurve(quantity) || quantity.kind == Kind::Speedup || quantity.kind == Kind::Efficiency;
}

Result<LessonValue> breakEvenIn(const LessonQuantity& quantity, const Results& results) {
    const std::vector<BreakEven> all = breakEvens(results);
    std::vector<const Trial*> curves;
    for (const BreakEven& each : all)
        curves.push_back(&each.series);
    const auto left = filtered(curves, quantity.filters);
    if (left.size() > 1) return ambiguous(quantity, left);
    if (left.empty()) return LessonValue{.unit = LessonUnit::Size};
    const auto own = std::ranges::find(all, left.front(), [](const BreakEven& each) { return &each.series; });
    return valueOf(*own);
}

Error badQuantity(std::string_view text) {
    return notAllowed("quantity", inQuotes(text), "NAME(before, FIELD=VALUE, …), such as median(after, backend=tbb)");
}

struct Suffix {
    std::string_view text;
    double scale;
};

std::vector<Suffix> suffixesOf(LessonUnit unit) {
    switch (unit) {
        case LessonUnit::Time:
            return {{"ns", 1e-9}, {"us", 1e-6}, {"µs", 1e-6}, {"μs", 1e-6}, {"ms", 1e-3}, {"min", 60}, {"s", 1}};
        case LessonUnit::Factor:
            return {{"x", 1}, {"×", 1}, {"%", 0.01}};
        case LessonUnit::Memory:
            return {{"kB", 1e3}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"k", 1e3}, {"M", 1e6}, {"G", 1e9}, {"B", 1}};
        case LessonUnit::Size:
        case LessonUnit::Rate:
            break;
    }
    return {{"k", 1e3}, {"M", 1e6}, {"G", 1e9}};
}

/// What is not resolved may still have a bound, by which a check is decided.
std::string openText(const LessonValue& value, const LessonWords& words) {
    if (!value.interval) return words.notResolved;
    const auto& [low, high] = *value.interval;
    if (std::isfinite(high) && low > 0) return words.notResolved + " (" + formatItems(*value.interval) + ")";
    if (std::isfinite(high)) return withNames(words.atMost, {{"size", formatItems(high)}});
    if (low > 0) return withNames(words.atLeast, {{"size", formatItems(low)}});
    return words.notResolved;
}

/// What anybody could mean, and how that is said.
struct PlausibleNumbers {
    Interval<double> range;
    std::string_view allowed;
};

PlausibleNumbers plausible(LessonUnit unit) {
    switch (unit) {
        case LessonUnit::Time:
            return {{1e-9, 1e6}, "a time from 1 ns to 1e6 s, such as 0.5, 12 ms or 30 us"};
        case LessonUnit::Factor:
            return {{1e-6, 1e6}, "a factor from 1e-6 to 1e6, such as 2.5, 2.5x or 40 %"};
        case LessonUnit::Memory:
            return {{1, 1e15}, "a number of bytes from 1 to 1e15, such as 300 MB or 1.2 GB"};
        case LessonUnit::Size:
        case LessonUnit::Rate:
            break;
    }
    return {{1, 1e12}, "a number from 1 to 1e12, such as 3000, 30k or 1e6"};
}

/// "2,5", but not "1,500", which may mean thousands.
bool isDecimalComma(std::string_view digits) {
    constexpr std::size_t Thousand = 3;  // digits
    const auto comma = digits.find(',');
    return comma != digits.npos && (digits.size() - comma - 1 != Thousand || digits.starts_with("0,"));
}

}  // namespace

Result<LessonQuantity> parseQuantity(std::string_view text) {
    text = trimmed(text);
    const auto open = text.find('(');
    if (open == text.npos || !text.ends_with(')')) return badQuantity(text);
    const std::string_view word = trimmed(text.substr(0, open));
    const auto name = std::ranges::find(Names, word, &Name::name);
    if (name == Names.end()) {
        std::vector<std::string> known;
        for (const Name& each : Names)
            known.emplace_back(each.name);
        return notAllowed("quantity", inQuotes(word), choices(known, word));
    }
    const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
    const auto comma = std::min(inner.find(','), inner.size());
    const std::string_view run = trimmed(inner.substr(0, comma));
    if (run != "before" && run != "after") return notAllowed(word, inQuotes(run), "before or after");
    LessonQuantity quantity{name->kind, run == "before" ? LessonRun::Before : LessonRun::After, {}};
    BREAKEVEN_TRY(quantity.filters, parseFilters(inner.substr(std::min(comma + 1, inner.size()))));
    if (isOfCurve(quantity) &&
        std::ranges::find(quantity.filters, "size", &TrialFilter::field) != quantity.filters.end())
        return notAllowed(word, "a filter for size", "a break-even is found over all sizes");
    return quantity;
}

std::string quantityText(const LessonQuantity& quantity) {
    const std::string filters = filtersText(quantity.filters);
    return std::string(nameOf(quantity.kind).name) + (quantity.run == LessonRun::Before ? "(before" : "(after") +
           (filters.empty() ? "" : ", " + filters) + ")";
}

LessonUnit unitOf(const LessonQuantity& quantity) {
    return nameOf(quantity.kind).unit;
}

Result<LessonValue> evaluate(const LessonQuantity& quantity, const LessonRuns& runs) {
    const Results* results = runs.of(quantity.run);
    if (results == nullptr) return LessonValue{.unit = unitOf(quantity)};
    std::vector<const Trial*> trials;
    for (const TrialResult& result : results->trials()) {
        if (!isOfParallel(quantity) || !isLoop(result.trial)) trials.push_back(&result.trial);
    }
    trials = filtered(trials, quantity.filters);
    if (trials.empty())
        return results->trials().empty() ? Result(LessonValue{.unit = unitOf(quantity)}) : unmatched(quantity);
    if (isOfCurve(quantity)) return breakEvenIn(quantity, *results);
    if (trials.size() > 1) return ambiguous(quantity, trials);
    return valueOf(quantity.kind, *results, *results->find(trials.front()->id));
}

LessonValue ratioOf(const LessonValue& a, const LessonValue& b) {
    LessonValue ratio{.unit = LessonUnit::Factor};
    if (!a.isKnown() || !b.isKnown()) {
        const bool isOpen = a.kind != LessonValue::Kind::NotMeasured && b.kind != LessonValue::Kind::NotMeasured;
        if (isOpen) ratio.kind = LessonValue::Kind::NotResolved;
        return ratio;
    }
    if (a.value <= 0 || b.value <= 0) return ratio;
    const LogEstimate log = logOf(a.value, a.interval) + -logOf(b.value, b.interval);
    return known(LessonUnit::Factor, log.ratio(), log.ratioInterval());
}

std::string numberText(double value, LessonUnit unit) {
    switch (unit) {
        case LessonUnit::Time:
            return formatSeconds(Seconds(value));
        case LessonUnit::Size:
            return formatItems(value);
        case LessonUnit::Factor:
            return formatRatio(value);
        case LessonUnit::Memory:
            return formatBytes(value);
        case LessonUnit::Rate:
            break;
    }
    return formatSize(value) + "/s";
}

std::string valueText(const LessonValue& value, const LessonWords& words) {
    switch (value.kind) {
        case LessonValue::Kind::Always:
            return withNames(words.always, {{"size", formatItems(value.interval->high)}});
        case LessonValue::Kind::Nowhere:
            return withNames(words.nowhere, {{"size", formatItems(value.interval->low)}});
        case LessonValue::Kind::NotResolved:
            return openText(value, words);
        case LessonValue::Kind::NotMeasured:
            return words.notMeasured;
        case LessonValue::Kind::Known:
            break;
    }
    const bool isSampled = value.unit == LessonUnit::Time || value.unit == LessonUnit::Factor;
    if (isSampled && !value.interval) return numberText(value.value, value.unit) + " (" + words.tooFew + ")";
    if (value.unit == LessonUnit::Factor) return formatRatio(value.value, value.interval);
    if (value.unit == LessonUnit::Time) {
        Summary summary;
        summary.median = Seconds(value.value);
        summary.interval = {Seconds(value.interval->low), Seconds(value.interval->high)};
        return formatInterval(summary);
    }
    const std::string middle = numberText(value.value, value.unit);
    if (!value.interval) return middle;
    std::string low = numberText(value.interval->low, value.unit);
    std::string high = numberText(value.interval->high, value.unit);
    const std::string unit = middle.substr(std::min(middle.find_first_not_of("0123456789."), middle.size()));
    if (value.unit == LessonUnit::Memory && low.ends_with(unit) && high.ends_with(unit)) {
        low.resize(low.size() - unit.size());
        high.resize(high.size() - unit.size());
    }
    return middle + " (" + low + "–" + high + ")";
}

Result<double> parseNumber(std::string_view text, LessonUnit unit) {
    std::string digits;
    for (std::string_view rest = trimmed(text); !rest.empty();) {
        constexpr std::string_view NarrowSpace = "\u202f";
        if (rest.starts_with(NarrowSpace)) {
            rest.remove_prefix(NarrowSpace.size());
            continue;
        }
        if (rest.front() != ' ') digits += rest.front();
        rest.remove_prefix(1);
    }
    double scale = 1;
    for (const Suffix& suffix : suffixesOf(unit)) {
        if (!std::string_view(digits).ends_with(suffix.text)) continue;
        digits.resize(digits.size() - suffix.text.size());
        scale = suffix.scale;
        break;
    }
    if (isDecimalComma(digits)) digits[digits.find(',')] = '.';
    const auto number = parseWhole<double>(digits);
    const auto& [range, allowed] = plausible(unit);
    constexpr double Rounding = 1e-12;  // 1000000000 ns are a little more than a second
    const double value = number.value_or(0) * scale;
    if (value >= range.low * (1 - Rounding) && value <= range.high * (1 + Rounding)) return value;
    return notAllowed("prediction", inQuotes(text), allowed);
}

}  // namespace breakeven
