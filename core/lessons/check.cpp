#include "core/lessons/check.h"

#include "core/base/parse.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

using Kind = LessonComparison::Kind;

constexpr std::array<std::pair<CheckOutcome, std::string_view>, 3> OutcomeWords{
    {{CheckOutcome::Holds, "holds"},
     {CheckOutcome::DoesNotHold, "does-not-hold"},
     {CheckOutcome::NotResolved, "not-resolved"}}};

/// Where the word begins outside of parentheses; npos: nowhere.
std::size_t findOutside(std::string_view text, std::string_view word) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(') ++depth;
        if (text[i] == ')') --depth;
        if (depth == 0 && text.substr(i).starts_with(word)) return i;
    }
    return text.npos;
}

Error badComparison(std::string_view text) {
    return notAllowed("comparison", inQuotes(text), "QUANTITY < [FACTOR *] QUANTITY or NUMBER, >, or QUANTITY in A..B");
}

Result<double> parseReal(std::string_view text) {
    const auto number = parseWhole<double>(trimmed(text));
    if (!number || !std::isfinite(*number)) return notAllowed("comparison", inQuotes(text), "a number");
    return *number;
}

Result<LessonComparison> parseRange(LessonComparison comparison, std::string_view text) {
    const auto dots = text.find("..");
    if (dots == text.npos) return notAllowed("in", inQuotes(text), "A..B, two numbers");
    comparison.kind = Kind::Within;
    BREAKEVEN_TRY(comparison.range.low, parseReal(text.substr(0, dots)));
    BREAKEVEN_TRY(comparison.range.high, parseReal(text.substr(dots + 2)));
    if (comparison.range.low < comparison.range.high) return comparison;
    return notAllowed("in", inQuotes(text), "A..B, the smaller number first");
}

Result<LessonComparison> parseComparison(std::string_view text) {
    text = trimmed(text);
    LessonComparison comparison;
    comparison.text = text;
    constexpr std::array<std::pair<std::string_view, Kind>, 3> Signs{
        {{"<", Kind::Below}, {">", Kind::Above}, {" in ", Kind::Within}}};
    for (const auto& [sign, kind] : Signs) {
        const auto place = findOutside(text, sign);
        if (place == text.npos) continue;
        BREAKEVEN_TRY(comparison.left, parseQuantity(text.substr(0, place)));
        std::string_view right = trimmed(text.substr(place + sign.size()));
        if (kind == Kind::Within) return parseRange(comparison, right);
        comparison.kind = kind;
        if (right.find('(') == right.npos) {
            BREAKEVEN_TRY(comparison.factor, parseReal(right));
            return comparison;
        }
        if (const auto times = findOutside(right, "*"); times != right.npos) {
            BREAKEVEN_TRY(comparison.factor, parseReal(right.substr(0, times)));
            if (comparison.factor <= 0) return notAllowed("factor", numberText(comparison.factor), "a number above 0");
            right.remove_prefix(times + 1);
        }
        BREAKEVEN_TRY(comparison.right, parseQuantity(right));
        if (unitOf(comparison.left) == unitOf(*comparison.right)) return comparison;
        return notAllowed("comparison", inQuotes(text), "two quantities of one unit");
    }
    return badComparison(text);
}

CheckOutcome negated(CheckOutcome outcome) {
    if (outcome == CheckOutcome::NotResolved) return outcome;
    return outcome == CheckOutcome::Holds ? CheckOutcome::DoesNotHold : CheckOutcome::Holds;
}

/// Whether all that a may be is below all that b may be, or the other way round.
CheckOutcome below(const Interval<double>& a, const Interval<double>& b) {
    if (a.high < b.low) return CheckOutcome::Holds;
    return a.low > b.high ? CheckOutcome::DoesNotHold : CheckOutcome::NotResolved;
}

CheckOutcome isBelow(const LessonValue& left, const LessonValue& right, double factor) {
    if (const LessonValue ratio = ratioOf(left, right); ratio.interval) return below(*ratio.interval, {factor, factor});
    if (!left.interval || !right.interval) return CheckOutcome::NotResolved;
    return below(*left.interval, {factor * right.interval->low, factor * right.interval->high});
}

CheckOutcome isWithin(const Interval<double>& value, const Interval<double>& range) {
    if (value.low >= range.low && value.high <= range.high) return CheckOutcome::Holds;
    const bool isOutside = value.high < range.low || value.low > range.high;
    return isOutside ? CheckOutcome::DoesNotHold : CheckOutcome::NotResolved;
}

Result<CheckAnswer::Part> answer(const LessonComparison& comparison, const LessonRuns& runs) {
    CheckAnswer::Part part;
    part.text = comparison.text;
    BREAKEVEN_TRY(part.left, evaluate(comparison.left, runs));
    if (comparison.right) {
        BREAKEVEN_TRY(part.right, evaluate(*comparison.right, runs));
        part.outcome = isBelow(part.left, *part.right, comparison.factor);
    } else if (part.left.interval) {
        part.outcome = comparison.kind == Kind::Within
                           ? isWithin(*part.left.interval, comparison.range)
                           : below(*part.left.interval, {comparison.factor, comparison.factor});
    }
    if (comparison.kind == Kind::Above) part.outcome = negated(part.outcome);
    return part;
}

}  // namespace

Result<LessonCheck> parseCheck(std::string_view text) {
    constexpr std::string_view And = " and ";
    LessonCheck check;
    while (true) {
        const auto end = findOutside(text, And);
        BREAKEVEN_TRY(auto comparison, parseComparison(text.substr(0, end)));
        check.comparisons.push_back(std::move(comparison));
        if (end == text.npos) return check;
        text.remove_prefix(end + And.size());
    }
}

bool CheckAnswer::isMeasured() const {
    const auto isThere = [](const LessonValue& value) { return value.kind != LessonValue::Kind::NotMeasured; };
    const auto isWhole = [&](const Part& part) { return isThere(part.left) && (!part.right || isThere(*part.right)); };
    return !parts.empty() && std::ranges::all_of(parts, isWhole);
}

Result<CheckAnswer> answer(const LessonCheck& check, const LessonRuns& runs) {
    CheckAnswer all{CheckOutcome::Holds, {}};
    for (const LessonComparison& comparison : check.comparisons) {
        BREAKEVEN_TRY(const auto part, answer(comparison, runs));
        if (all.outcome != CheckOutcome::DoesNotHold && part.outcome != CheckOutcome::Holds) all.outcome = part.outcome;
        all.parts.push_back(part);
    }
    for (const LessonComparison& premise : check.premises) {
        BREAKEVEN_TRY(auto part, answer(premise, runs));
        part.isPremise = true;
        const bool isNo = all.outcome == CheckOutcome::DoesNotHold;
        if (isNo && part.outcome != CheckOutcome::Holds) all.outcome = CheckOutcome::NotResolved;
        all.parts.push_back(part);
    }
    return all;
}

std::string_view outcomeWord(CheckOutcome outcome) {
    return std::ranges::find(OutcomeWords, outcome, [](const auto& each) { return each.first; })->second;
}

const std::string& outcomeText(CheckOutcome outcome, const LessonWords& words) {
    if (outcome == CheckOutcome::NotResolved) return words.notResolved;
    return outcome == CheckOutcome::Holds ? words.holds : words.doesNotHold;
}

std::optional<CheckOutcome> outcomeFromWord(std::string_view word) {
    const auto found = std::ranges::find(OutcomeWords, word, [](const auto& each) { return each.second; });
    return found == OutcomeWords.end() ? std::nullopt : std::optional(found->first);
}

}  // namespace breakeven
