#include "core/io/report.h"

#include "core/analysis/findings.h"
#include "core/analysis/method_statement.h"
#include "core/analysis/pitfalls.h"
#include "core/base/numbers.h"
#include "core/base/version.h"
#include "core/io/report_tables.h"
#include "core/io/why_tables.h"
#include "core/plots/plots.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace breakeven {

namespace {

std::string firstOf(const std::string& wanted, const std::string& otherwise) {
    return wanted.empty() ? otherwise : wanted;
}

std::string endOf(const RunFinished& finished) {
    return finished.reason + " after " + formatSeconds(finished.elapsed);
}

/// Not all that was planned was measured, and no limit of time that was asked for is why.
bool isCutShort(const std::string& reason) {
    return reason != "completed" && reason != "budget";
}

std::string originOf(const Results& results) {
    const RunStarted& run = results.run();
    std::vector<std::string> parts;
    if (!run.startedAt.empty()) parts.push_back("Measured " + run.startedAt);
    const auto& facts = run.environment.facts;
    if (const auto model = std::ranges::find(facts, "cpu.model", &Fact::id); model != facts.end() && model->value)
        parts.push_back(*model->value);
    if (!facts.empty()) {
        const WorkerCount cpus = run.environment.usableCpus;
        parts.push_back(std::to_string(cpus) + (cpus == 1 ? " usable CPU" : " usable CPUs"));
    }
    if (const auto& finished = results.finished(); finished && isCutShort(finished->reason))
        parts.push_back(endOf(*finished));
    if (run.environment.debugBuild) parts.emplace_back("debug build: not for publication");
    std::string line;
    for (const std::string& part : parts)
        line += (line.empty() ? "" : " · ") + part;
    return line;
}

/// "9 of 12 rules are kept, 2 are not, 1 is not observable."
std::string methodLead(const Results& results) {
    const auto rules = methodStatement(results);
    const auto count = [&](RuleState state) { return std::ranges::count(rules, state, &MethodRule::state); };
    return std::to_string(count(RuleState::Kept)) + " of " + std::to_string(rules.size()) +
           " rules for reporting parallel measurements are kept, " + std::to_string(count(RuleState::NotKept)) +
           " not, " + std::to_string(count(RuleState::NotObservable)) + " not observable.";
}

std::string pitfallLead(const Results& results) {
    const auto all = pitfalls(results);
    const auto count = [&](PitfallState state) {
        return std::to_string(std::ranges::count(all, state, &Pitfall::state));
    };
    return count(PitfallState::Seen) + " seen, " + count(PitfallState::NotSeen) + " not seen, " +
           count(PitfallState::Prevented) + " prevented, " + count(PitfallState::NotObservable) +
           " not observable here.";
}

std::vector<std::string> findingTexts(const Results& results) {
    std::vector<std::string> texts;
    for (const Finding& finding : findings(results))
        texts.push_back(finding.text);
    return texts;
}

std::vector<std::string> noteTexts(const Results& results) {
    std::vector<std::string> texts;
    std::set<std::string_view> seen;
    for (const std::string& note : results.notes())
        if (seen.insert(note).second) texts.push_back(note);
    return texts;
}

ReportTable provenanceOf(const Results& results) {
    const RunStarted& run = results.run();
    ReportTable table{{{"what", true}, {"value", true}}, {}};
    const auto add = [&](const char* what, const std::string& value) {
        if (!value.empty()) table.rows.push_back({{what}, {value}});
    };
    add("Run", run.runId);
    add("Experiment", run.spec.name);
    add("Written by", std::string("Breakeven ") + Version);
    if (run.version.empty()) return table;  // read from a table, which does not tell how it was measured
    add("Measured by", "Breakeven " + run.version);
    add("Started", run.startedAt);
    if (const auto& finished = results.finished()) add("Ended", endOf(*finished));
    add("Seed", std::to_string(run.spec.seed));
    add("To repeat it", "breakeven-cli run RUN.jsonl, where RUN.jsonl is the run as it was saved");
    return table;
}

}  // namespace

Report reportOf(const Results& results) {
    const RunStarted& run = results.run();
    Report report{.title = firstOf(run.spec.title, firstOf(run.spec.name, "Run")),
                  .question = run.spec.question,
                  .headline = headline(results).text,
                  .origin = originOf(results),
                  .sections = {}};
    const auto add = [&](ReportSection section) {
        if (!section.items.empty() || !section.table.rows.empty()) report.sections.push_back(std::move(section));
    };
    add({"findings", "Findings", "", findingTexts(results), {}});
    add({"break-even",
         "Break-even",
         "The size from which a curve is faster than its base.",
         {},
         breakEvenTableOf(results)});
    add({"results",
         "Results",
         "One row per trial: the median of its samples with the 95 % interval.",
         {},
         resultsTableOf(results)});
    add({"losses", "Losses", "Each speed-up is the product of the factors beside it.", {}, lossTableOf(results)});
    add({"limits", "Limits", "What limits each trial, and by what that is known.", {}, limitTableOf(results)});
    add({"overhead", "Overhead parts", "The parts of a call, each measured by itself in this run, beside what it took.",
         overheadRefusals(results), overheadTableOf(results)});
    add({"scaling", "Scaling",
         "What each worker gives, and the laws of speed-up as far as the worker counts can carry them.",
         lawTexts(results), scalingTableOf(results)});
    for (const NamedWhatIf& usual : usualQuestions()) {
        add({"what-if-" + usual.id,
             "What if: " + usual.title,
             "Estimated, not measured: the measured times, less what the parts that were measured would save.",
             {},
             whatIfTableOf(results, usual)});
    }
    add({"pitfalls", "Pitfalls", pitfallLead(results), {}, pitfallTableOf(results)});
    add({"method", "Method", methodLead(results), {}, methodTableOf(results)});
    add({"machine", "Machine", "", {}, machineTableOf(run.environment)});
    add({"notes", "Notes", "", noteTexts(results), {}});
    add({"provenance", "Provenance", "", {}, provenanceOf(results)});
    return report;
}

std::vector<Plot> reportCharts(const Results& results) {
    std::vector<Plot> charts;
    for (const PlotEntry& entry : plots()) {
        Plot plot = entry.draw(results, {});
        if (!plot.isEmpty()) charts.push_back(std::move(plot));
    }
    return charts;
}

}  // namespace breakeven
