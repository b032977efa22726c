#include "core/analysis/class_run.h"

#include "core/analysis/class_group.h"
#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

/// What disturbs a sample; other flags say how it was made.
constexpr std::array<std::string_view, 8> Disturbances = {"throttled", "thermal",     "steal",    "pressure",
                                                          "switches",  "page-faults", "migrated", DebuggerFlag};

constexpr std::string_view Hidden = "…";

/// FNV-1a: an order that nothing can be read from, and that every build agrees on.
std::uint64_t scrambled(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char letter : text)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
    return hash;
}

std::map<std::string, double> flagSharesOf(const Results& results) {
    std::map<std::string, double> shares;
    std::size_t samples = 0;
    for (const TrialResult& result : results.trials()) {
        samples += result.samples.size();
        for (const Sample& sample : result.samples) {
            for (const std::string& flag : sample.flags)
                if (std::ranges::count(Disturbances, flag) > 0) shares[flag] += 1;
        }
    }
    for (auto& [flag, share] : shares)
        share /= static_cast<double>(samples);
    return shares;
}

bool isPath(std::string_view word) {
    for (const std::string_view root : {"/", "~/", "./", "../", "\\\\"})
        if (word.starts_with(root)) return true;
    return word.size() > 2 && word[1] == ':' && (word[2] == '\\' || word[2] == '/');
}

/// Words are what stands between spaces, equals signs, commas, colons, quotes and brackets.
std::string withoutPaths(const std::string& text) {
    constexpr std::string_view Ends = " \t=,;\"'()";
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(Ends, at), text.size());
        const std::string_view word(text.data() + at, end - at);
        shown += isPath(word) ? Hidden : word;
        if (end < text.size()) shown += text[end];
        at = end + 1;
    }
    return shown;
}

/// What a reader of files quotes is from the file.
std::string withoutQuotes(const std::string& text) {
    std::string shown;
    bool isQuote = false;
    for (const char letter : text) {
        if (letter != '\'') {
            if (!isQuote) shown += letter;
            continue;
        }
        isQuote = !isQuote;
        shown += isQuote ? "'" + std::string(Hidden) : "'";
    }
    return shown;
}

void hidePaths(ParamValue& value) {
    auto* const text = std::get_if<std::string>(&value);
    if (text != nullptr && text->find_first_of("/\\") != std::string::npos) *text = Hidden;
}

void hidePaths(Trial& trial) {
    for (auto& [name, value] : trial.params)
        hidePaths(value);
    if (!trial.cache.empty()) trial.cache = Hidden;
}

void hidePaths(ClassRun& run) {
    for (Case& each : run.run.spec.cases) {
        for (auto& [name, values] : each.params)
            std::ranges::for_each(values, [](ParamValue& value) { hidePaths(value); });
        for (std::string& cache : each.caches)
            if (!cache.empty()) cache = Hidden;
    }
    for (Fact& fact : run.run.environment.facts)
        if (fact.value) fact.value = withoutPaths(*fact.value);
    for (RunCurve& curve : run.curves) {
        hidePaths(curve.series);
        if (!curve.breakEven) continue;
        hidePaths(curve.breakEven->series);
        curve.breakEven->label.clear();
    }
}

using Titles = std::tuple<std::string, std::string, std::string>;

Titles titlesOf(const ClassRun& run) {
    const ExperimentSpec& spec = run.run.spec;
    return {spec.name, spec.title, spec.question};
}

std::string numbered(std::size_t number) {
    return "Learner " + std::to_string(number);
}

}  // namespace

ClassRun classRunOf(std::string learner, const Results& results) {
    ClassRun run{std::move(learner), {}, results.run(), {}, 0, flagSharesOf(results)};
    for (const TrialResult& result : results.trials())
        run.samples += result.samples.size();
    std::vector<BreakEven> found = breakEvens(results);
    for (const Curve& curve : curvesOf(results)) {
        if (isLoop(curve.first())) continue;
        RunCurve own;
        own.series = withoutX(curve.first(), "size");
        for (const TrialResult* result : curve.trials) {
            const auto speedup = speedupVsSerial(results, *result);
            if (speedup) own.speedups.push_back({result->trial.size, speedup->value, speedup->interval});
        }
        const auto breakEven = std::ranges::find(found, curve.label, &BreakEven::label);
        if (breakEven != found.end()) own.breakEven = std::move(*breakEven);
        if (own.breakEven || !own.speedups.empty()) run.curves.push_back(std::move(own));
    }
    return run;
}

void anonymise(std::vector<ClassRun>& runs, std::vector<LeftOut>& leftOut) {
    runs = sameExperiment(std::move(runs), leftOut);
    std::ranges::sort(runs, {}, [](const ClassRun& run) {
        const std::string& text = run.run.runId.empty() ? run.learner : run.run.runId;
        return std::pair(scrambled(text), text);
    });
    std::map<Titles, std::size_t> holders;
    for (const ClassRun& run : runs)
        ++holders[titlesOf(run)];
    std::map<std::string, std::string> learners;  // by run id
    for (std::size_t i = 0; i < runs.size(); ++i) {
        ClassRun& run = runs[i];
        if (holders[titlesOf(run)] < 2) run.run.spec.name = run.run.spec.title = run.run.spec.question = {};
        run.learner = numbered(i + 1);
        if (!run.run.runId.empty()) learners[std::exchange(run.run.runId, std::to_string(i + 1))] = run.learner;
        run.run.startedAt.clear();
        run.file.clear();
        hidePaths(run);
    }
    std::ranges::sort(leftOut, {}, [](const LeftOut& file) { return scrambled(file.name); });
    for (std::size_t i = 0; i < leftOut.size(); ++i) {
        const auto twin = learners.find(leftOut[i].twin);
        const std::string why = twin != learners.end() ? sameRunText(twin->second) : leftOut[i].why;
        leftOut[i] = {numbered(runs.size() + i + 1), withoutPaths(withoutQuotes(why))};
    }
}

}  // namespace breakeven
