#include "core/analysis/class_group.h"

#include "core/experiment/wording.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

/// How much a file holds of its run: what it tells of the machine, then its curves, then its samples.
std::tuple<bool, std::size_t, std::size_t> fullness(const ClassRun& run) {
    std::size_t points = 0;
    for (const RunCurve& curve : run.curves)
        points += curve.speedups.size();
    return {!run.isTable(), points, run.samples};
}

const std::string& nameOf(const ClassRun& run) {
    return run.file.empty() ? run.learner : run.file;
}

/// Leaves the fullest file of each run, where the first of them was.
void countOnce(std::vector<ClassRun>& runs, std::vector<LeftOut>& leftOut) {
    std::map<std::string, std::size_t> places;
    std::vector<ClassRun> kept;
    std::vector<LeftOut> copies;
    for (ClassRun& run : runs) {
        const auto [place, isNew] = places.try_emplace(run.run.runId, kept.size());
        if (isNew || run.run.runId.empty()) {
            kept.push_back(std::move(run));
            continue;
        }
        ClassRun& counted = kept[place->second];
        if (fullness(run) > fullness(counted)) std::swap(run, counted);
        copies.push_back({nameOf(run), {}, run.run.runId});
    }
    for (LeftOut& copy : copies) {
        copy.why = sameRunText(nameOf(kept[places.at(copy.twin)]));
        leftOut.push_back(std::move(copy));
    }
    runs = std::move(kept);
}

/// What a table tells of a curve, less its workers.
using CurveWords = std::tuple<std::string, Params, std::string, std::string, std::string, std::string>;

CurveWords wordsOf(const Trial& series) {
    return {series.workload, series.params, series.backend, series.call, series.chunk, series.pool};
}

std::set<CurveWords> wordsOf(const ClassRun& run) {
    std::set<CurveWords> words;
    for (const RunCurve& curve : run.curves)
        words.insert(wordsOf(curve.series));
    return words;
}

/// What a table does not tell of its curves is as in a run that has them.
void completeTable(ClassRun& table, const std::vector<ClassRun>& runs) {
    for (RunCurve& curve : table.curves) {
        for (const ClassRun& run : runs) {
            const auto same = std::ranges::find_if(run.curves, [&](const RunCurve& each) {
                return !run.isTable() && wordsOf(each.series) == wordsOf(curve.series);
            });
            if (same == run.curves.end()) continue;
            curve.series.start = same->series.start;
            curve.series.inFlight = same->series.inFlight;
            curve.series.cache = same->series.cache;
            break;
        }
    }
}

/// What was measured, less what it is called and how long it took.
bool isSameExperiment(const ExperimentSpec& a, const ExperimentSpec& b) {
    return a.cases == b.cases && a.x == b.x;
}

std::string listOf(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ",") + word;
    return text;
}

std::string workloadsOf(const ExperimentSpec& spec) {
    std::vector<std::string> words;
    for (const Case& each : spec.cases)
        if (std::ranges::count(words, each.workload) == 0) words.push_back(each.workload);
    return listOf(words);
}

/// The first field in which two specs differ: "sizes 10:1e5 instead of 10:1e6".
std::string differenceOf(const ExperimentSpec& own, const ExperimentSpec& others) {
    const auto instead = [](const char* what, const std::string& a, const std::string& b) {
        return std::string(what) + " " + oneLine(a) + " instead of " + oneLine(b);
    };
    if (workloadsOf(own) != workloadsOf(others)) return instead("workload", workloadsOf(own), workloadsOf(others));
    if (own.x != others.x) return instead("over", own.x, others.x);
    if (own.cases.size() != others.cases.size())
        return std::to_string(own.cases.size()) + " cases instead of " + std::to_string(others.cases.size());
    for (std::size_t i = 0; i < own.cases.size(); ++i) {
        const Case& a = own.cases[i];
        const Case& b = others.cases[i];
        if (a.sizes != b.sizes) return instead("sizes", a.sizes, b.sizes);
        if (a.workers != b.workers) return instead("workers", a.workers, b.workers);
        if (a.backends != b.backends) return instead("backends", listOf(a.backends), listOf(b.backends));
        if (a.calls != b.calls) return instead("calls", listOf(a.calls), listOf(b.calls));
        if (a.chunks != b.chunks) return instead("chunks", listOf(a.chunks), listOf(b.chunks));
        if (a.pools != b.pools) return instead("pools", listOf(a.pools), listOf(b.pools));
        if (a.params != b.params) return "other parameters";
    }
    return "other settings of its pools";
}

/// The runs with the experiment that most have, tables joined to it.
class LargestGroup {
public:
    explicit LargestGroup(const std::vector<ClassRun>& runs) : m_runs(runs) {
        std::vector<std::vector<std::size_t>> groups;
        std::vector<std::size_t> tables;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            if (runs[i].curves.empty()) continue;
            if (runs[i].isTable())
                tables.push_back(i);
            else
                groupOf(groups, i).push_back(i);
        }
        for (const std::size_t table : tables) {
            const auto words = wordsOf(runs[table]);
            const auto fits = std::ranges::find_if(
                groups, [&](const auto& group) { return std::ranges::includes(wordsOfAll(group), words); });
            (fits != groups.end() ? *fits : groups.emplace_back()).push_back(table);
        }
        for (const auto& group : groups)
            if (group.size() > m_largest.size()) m_largest = group;
        std::ranges::sort(m_largest);
    }

    bool has(std::size_t run) const { return std::ranges::binary_search(m_largest, run); }
    /// Of the first run that tells it, else of the first table. Range: there is a run.
    const ExperimentSpec& spec() const {
        const auto told = std::ranges::find_if(m_largest, [&](std::size_t run) { return !m_runs[run].isTable(); });
        return m_runs[told != m_largest.end() ? *told : m_largest.front()].run.spec;
    }
    std::string whyNot(std::size_t run) const {
        if (m_runs[run].curves.empty()) return "holds no parallel trial beside its serial base";
        if (m_runs[run].isTable()) return "another experiment: a table of other curves";
        return "another experiment: " + differenceOf(m_runs[run].run.spec, spec());
    }

private:
    std::vector<std::size_t>& groupOf(std::vector<std::vector<std::size_t>>& groups, std::size_t run) const {
        const auto same = std::ranges::find_if(groups, [&](const auto& group) {
            return isSameExperiment(m_runs[group.front()].run.spec, m_runs[run].run.spec);
        });
        return same != groups.end() ? *same : groups.emplace_back();
    }
    std::set<CurveWords> wordsOfAll(const std::vector<std::size_t>& group) const {
        std::set<CurveWords> all;
        for (const std::size_t run : group)
            all.merge(wordsOf(m_runs[run]));
        return all;
    }

    const std::vector<ClassRun>& m_runs;
    std::vector<std::size_t> m_largest;
};

/// Two runs of one learner are told apart by a number.
void nameOnce(std::vector<ClassRun>& runs) {
    std::map<std::string, int> count;
    for (ClassRun& run : runs)
        if (const int number = ++count[run.learner]; number > 1) run.learner += " (" + std::to_string(number) + ")";
}

}  // namespace

std::string sameRunText(const std::string& counted) {
    return "the same run as " + counted + ", which is counted once";
}

std::vector<ClassRun> sameExperiment(std::vector<ClassRun> runs, std::vector<LeftOut>& leftOut) {
    countOnce(runs, leftOut);
    const LargestGroup group(runs);
    std::vector<ClassRun> same;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (group.has(i))
            same.push_back(runs[i]);
        else
            leftOut.push_back({nameOf(runs[i]), group.whyNot(i)});
    }
    for (ClassRun& run : same)
        if (run.isTable()) completeTable(run, same);
    nameOnce(same);
    return same;
}

}  // namespace breakeven
