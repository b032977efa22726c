#include "core/lessons/prose.h"

#include "core/experiment/wording.h"
#include "core/lessons/lesson_chart.h"

#include <algorithm>
#include <functional>

namespace breakeven {

namespace {

/// "measured / predicted" is measured/predicted; quantities have blanks of their own.
std::string spelled(std::string_view word) {
    std::string spelled(word);
    if (word.find('(') == word.npos) std::erase(spelled, ' ');
    return spelled;
}

/// Replaces what stands in braces outside of `code`, until it fails.
Result<std::string> replaced(std::string_view text,
                             const std::function<Result<std::string>(std::string_view)>& replace) {
    std::string result;
    while (!text.empty()) {
        const auto special = std::min(text.find_first_of("`{"), text.size());
        result += text.substr(0, special);
        text.remove_prefix(special);
        if (text.starts_with('`')) {
            const std::string fence(text.substr(0, std::min(text.find_first_not_of('`'), text.size())));
            const auto close = text.find(fence, fence.size());
            const auto end = close == text.npos ? text.size() : close + fence.size();
            result += text.substr(0, end);
            text.remove_prefix(end);
        } else if (!text.empty()) {
            const auto close = text.find('}');
            if (close == text.npos) return notAllowed("braces", inQuotes(text), "{…} on both sides");
            BREAKEVEN_TRY(const std::string with, replace(spelled(trimmed(text.substr(1, close - 1)))));
            result += with;
            text.remove_prefix(close + 1);
        }
    }
    return result;
}

struct QuantityRatio {
    LessonQuantity above;
    std::optional<LessonQuantity> below;  ///< absent: above itself
};

Result<QuantityRatio> parseRatio(std::string_view text) {
    QuantityRatio ratio;
    const auto divided = text.find("/", std::min(text.find(')'), text.size()));
    BREAKEVEN_TRY(ratio.above, parseQuantity(text.substr(0, divided)));
    if (divided != text.npos) {
        BREAKEVEN_TRY(ratio.below, parseQuantity(text.substr(divided + 1)));
    }
    return ratio;
}

const LessonQuantity* predictedQuantity(const Lesson& lesson) {
    return lesson.prediction.kind == LessonPrediction::Kind::Number ? &lesson.prediction.number : nullptr;
}

/// Faults of the lesson, which its reader has found, show as what is not measured.
LessonValue valueOf(const LessonQuantity& quantity, const LessonRuns& runs) {
    return evaluate(quantity, runs).value_or(LessonValue{.unit = unitOf(quantity)});
}

/// Nobody reads it: the paragraph that it would stand in gives way.
Error notMeasured() {
    return {ErrorCode::InvalidInput, "not measured"};
}

Result<std::string> textOf(const LessonValue& value, const LessonWords& words) {
    if (value.kind == LessonValue::Kind::NotMeasured) return notMeasured();
    return valueText(value, words);
}

/// {predicted}, {measured} and their ratios, of a lesson that asks for a number; absent: it is another word.
std::optional<Result<std::string>> predictionText(std::string_view word, const Lesson& lesson, const LessonFacts& facts,
                                                  const LessonWords& words) {
    const LessonQuantity* quantity = predictedQuantity(lesson);
    if (quantity == nullptr) return std::nullopt;
    const LessonValue measured = valueOf(*quantity, facts.runs);
    if (word == "measured") return textOf(measured, words);
    if (word != "predicted" && word != "predicted/measured" && word != "measured/predicted") return std::nullopt;
    if (!facts.predicted.number) return words.notPredicted;
    const double said = *facts.predicted.number;
    const LessonValue predicted{LessonValue::Kind::Known, measured.unit, said, Interval<double>{said, said}};
    if (word == "predicted") return numberText(said, measured.unit);
    return textOf(word == "predicted/measured" ? ratioOf(predicted, measured) : ratioOf(measured, predicted), words);
}

const Results* anyRun(const LessonRuns& runs) {
    return runs.before != nullptr ? runs.before : runs.after;
}

/// Errors: what would stand there was not measured.
Result<std::string> textFor(std::string_view word, const Lesson& lesson, const LessonFacts& facts,
                            const LessonWords& words) {
    if (const auto text = predictionText(word, lesson, facts, words)) return *text;
    const Results* run = anyRun(facts.runs);
    if (word == "judgement") {
        const std::string text = judgementText(lesson, facts, words);
        if (!text.empty()) return text;
        return facts.predicted.isEmpty() ? words.notJudged : words.notComparable;
    }
    if (word == "cpus") {
        const WorkerCount cpus = run ? run->run().environment.usableCpus : facts.usableCpus;
        return cpus > 0 ? Result(std::to_string(cpus)) : notMeasured();
    }
    if (word == "machine") return run ? Result(machineLabel(*run)) : notMeasured();
    BREAKEVEN_TRY(const QuantityRatio ratio, parseRatio(word));
    const LessonValue above = valueOf(ratio.above, facts.runs);
    return textOf(ratio.below ? ratioOf(above, valueOf(*ratio.below, facts.runs)) : above, words);
}

}  // namespace

Result<void> checkProse(std::string_view text, const LessonPrediction& prediction) {
    const auto check = [&](std::string_view word) -> Result<std::string> {
        std::vector<std::string> known{"judgement", "cpus", "machine"};
        if (prediction.kind == LessonPrediction::Kind::Number)
            known.insert(known.end(), {"predicted", "measured", "predicted/measured", "measured/predicted"});
        if (std::ranges::find(known, word) != known.end()) return std::string();
        if (word.find('(') == word.npos)
            return notAllowed("braces", inQuotes(word), "a quantity, " + choices(known, word));
        BREAKEVEN_TRY(const auto ratio, parseRatio(word));
        if (!ratio.below || unitOf(ratio.above) == unitOf(*ratio.below)) return std::string();
        return notAllowed("braces", inQuotes(word), "two quantities of one unit");
    };
    const auto checked = replaced(text, check);
    if (!checked) return checked.error();
    return {};
}

std::string filled(std::string_view text, const Lesson& lesson, const LessonFacts& facts, const LessonWords& words) {
    constexpr std::string_view Break = "\n\n";
    const auto fill = [&](std::string_view word) { return textFor(word, lesson, facts, words); };
    std::string all;
    bool isWhole = true;
    while (!text.empty()) {
        const auto end = std::min(text.find(Break), text.size());
        const auto paragraph = replaced(text.substr(0, end), fill);
        text.remove_prefix(std::min(end + Break.size(), text.size()));
        if (paragraph) all.append(all.empty() ? "" : Break).append(*paragraph);
        isWhole = isWhole && paragraph;
    }
    if (isWhole) return all;
    if (all.empty()) return words.nothingMeasured;
    return all.append(Break).append(words.withoutNumbers);
}

std::vector<LessonQuantity> quantitiesOf(const Lesson& lesson) {
    std::vector<LessonQuantity> quantities;
    const auto take = [&](std::string_view word) -> Result<std::string> {
        const auto ratio = parseRatio(word);
        if (!ratio) return std::string();  // another word than a quantity
        quantities.push_back(ratio->above);
        if (ratio->below) quantities.push_back(*ratio->below);
        return std::string();
    };
    std::vector<const LessonSection*> sections{&lesson.holds, &lesson.doesNotHold};
    for (const LessonSection& section : lesson.sections)
        sections.push_back(&section);
    for (const LessonSection* section : sections)
        (void)replaced(section->text, take);
    if (const LessonQuantity* quantity = predictedQuantity(lesson)) quantities.push_back(*quantity);
    for (const auto* comparisons : {&lesson.check.comparisons, &lesson.check.premises}) {
        for (const LessonComparison& comparison : *comparisons) {
            quantities.push_back(comparison.left);
            if (comparison.right) quantities.push_back(*comparison.right);
        }
    }
    return quantities;
}

std::optional<Judgement> judgementOf(const Lesson& lesson, const LessonFacts& facts) {
    if (const LessonQuantity* quantity = predictedQuantity(lesson)) {
        if (!facts.predicted.number) return std::nullopt;
        return judgeNumber(*facts.predicted.number, valueOf(*quantity, facts.runs));
    }
    if (facts.runs.before == nullptr) return std::nullopt;
    const auto series = measuredSeries(lesson.prediction, *facts.runs.before, lessonChart(lesson, *facts.runs.before));
    if (!series || !*series) return std::nullopt;
    return judgeCurve(facts.predicted.curve, **series);
}

std::string judgementText(const Lesson& lesson, const LessonFacts& facts, const LessonWords& words) {
    const auto judgement = judgementOf(lesson, facts);
    if (!judgement) return {};
    if (const LessonQuantity* quantity = predictedQuantity(lesson))
        return judgementText(*judgement, unitOf(*quantity), words);
    return judgementText(*judgement, unmeasuredChart(lesson).x, words);
}

std::string machineLabel(const Results& results) {
    const Environment& environment = results.run().environment;
    const auto model = std::ranges::find(environment.facts, "cpu.model", &Fact::id);
    const bool isKnown = model != environment.facts.end() && model->value;
    const std::string cpus = std::to_string(environment.usableCpus) + (environment.usableCpus == 1 ? " CPU" : " CPUs");
    return isKnown ? *model->value + ", " + cpus : cpus;
}

}  // namespace breakeven
