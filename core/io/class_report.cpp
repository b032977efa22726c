#include "core/io/class_report.h"

#include "core/analysis/class_text.h"
#include "core/base/numbers.h"
#include "core/base/version.h"
#include "core/io/html_page.h"
#include "core/io/markdown_page.h"
#include "core/os/files.h"
#include "core/plots/class_plots.h"
#include "core/plots/palette.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <utility>

namespace breakeven {

namespace {

ReportCell text(std::string of) {
    return {std::move(of)};
}

ReportCell count(std::size_t number) {
    return {std::to_string(number), static_cast<double>(number)};
}

ReportCell seriesCell(const ClassCurve& curve) {
    return {curve.label, std::nullopt, Tone::Plain, std::string(familyOf(curve.series.backend))};
}

ReportCell spreadCell(const std::optional<ClassSpread>& breakEven) {
    return breakEven ? ReportCell{spreadText(*breakEven), breakEven->median} : text("not known");
}

ReportCell ratioCell(const std::optional<ClassSpread>& speedup) {
    return speedup ? ReportCell{ratioSpreadText(*speedup), speedup->median} : text("not known");
}

std::string sizeText(const ClassCurve& curve) {
    return curve.largest ? countItems(static_cast<double>(*curve.largest)) : "no size in common";
}

/// One row for each machine and curve.
ReportTable machineTable(const ClassSummary& summary) {
    ReportTable table{{{"machine", true},
                       {"runs"},
                       {"series", true},
                       {"break-even, median (middle half)", true},
                       {"speed-up, median (middle half)", true},
                       {"at", true}},
                      {}};
    for (std::size_t machine = 0; machine < summary.machines.size(); ++machine) {
        for (const ClassCurve& curve : summary.curves) {
            const auto own = std::ranges::find(curve.machines, machine, &MachineSpread::machine);
            if (own == curve.machines.end()) continue;
            table.rows.push_back({text(summary.machines[machine].label()), count(own->runs), seriesCell(curve),
                                  spreadCell(own->breakEven), ratioCell(own->speedup), text(sizeText(curve))});
        }
    }
    return table;
}

std::string rangeText(const std::optional<ClassSpread>& breakEven) {
    if (!breakEven) return "";
    const auto end = [](double size) -> std::string {
        if (size == 0) return "always faster";
        return std::isinf(size) ? "never in range" : formatItems(size);
    };
    return end(breakEven->range.low) + " – " + end(breakEven->range.high);
}

/// "always faster (2); not resolved (1)"
std::string withoutSizeText(const ClassCurve& curve) {
    std::string words;
    for (const auto& [status, word] : {std::pair(BreakEvenStatus::AlwaysFaster, "always faster"),
                                       std::pair(BreakEvenStatus::NeverInRange, "never in range"),
                                       std::pair(BreakEvenStatus::NotResolved, "not resolved")}) {
        if (const std::size_t runs = curve.count(status); runs > 0)
            words += (words.empty() ? "" : "; ") + std::string(word) + " (" + std::to_string(runs) + ")";
    }
    return words.empty() ? "none" : words;
}

ReportTable spreadTable(const ClassSummary& summary) {
    ReportTable table{{{"series", true},
                       {"runs"},
                       {"break-even, median (middle half)", true},
                       {"smallest – largest", true},
                       {"without a size", true},
                       {"speed-up, median (middle half)", true}},
                      {}};
    for (const ClassCurve& curve : summary.curves) {
        table.rows.push_back({seriesCell(curve), count(curve.places.size()), spreadCell(curve.breakEven),
                              text(rangeText(curve.breakEven)), text(withoutSizeText(curve)),
                              ratioCell(curve.speedup)});
    }
    return table;
}

ReportCell placeCell(const ClassPlace& place) {
    ReportCell cell{placeText(place), knownBreakEven(place)};
    if (cell.order && std::isinf(*cell.order)) cell.order.reset();  // behind all numbers
    return cell;
}

ReportTable runsTable(const ClassSummary& summary) {
    ReportTable table{{{"learner", true},
                       {"machine", true},
                       {"series", true},
                       {"workers"},
                       {"break-even (95 %)", true},
                       {"speed-up (95 %)", true},
                       {"far from the others", true}},
                      {}};
    for (std::size_t curve = 0; curve < summary.curves.size(); ++curve) {
        const ClassCurve& each = summary.curves[curve];
        for (const ClassPlace& place : each.places) {
            const SizedSpeedup* const speedup = speedupAt(place, each.largest);
            const bool isFar = std::ranges::any_of(summary.outliers, [&](const ClassOutlier& outlier) {
                return outlier.run == place.run && outlier.curve == curve;
            });
            table.rows.push_back(
                {text(summary.runs[place.run].learner), text(machineOf(summary, place.run).label()), seriesCell(each),
                 place.workers == UnknownWorkers ? text("not told") : count(static_cast<std::size_t>(place.workers)),
                 placeCell(place),
                 speedup != nullptr ? ReportCell{formatRatio(speedup->value, speedup->interval), speedup->value}
                                    : text("not known"),
                 isFar ? ReportCell{"yes", std::nullopt, Tone::Open} : text("no")});
        }
    }
    return table;
}

std::vector<std::string> outlierTexts(const ClassSummary& summary) {
    std::vector<std::string> texts;
    for (const ClassOutlier& outlier : summary.outliers)
        texts.push_back(outlierText(summary, outlier));
    if (texts.empty()) texts.emplace_back("No run is far from the others.");
    return texts;
}

std::vector<std::string> leftOutTexts(const ClassSummary& summary) {
    std::vector<std::string> texts;
    for (const LeftOut& each : summary.leftOut)
        texts.push_back(each.name + ": " + each.why);
    return texts;
}

std::vector<std::string> methodTexts() {
    return {
        "Each run's break-even and speed-up are its own, with the 95 % interval that its rounds and launches allow.",
        "The median and the middle half are over runs, one value per run; a break-even below the measured sizes counts "
        "as smaller than all, one above them as larger, one that is not resolved not at all.",
        "Speed-ups are at the largest size that nine of ten runs have.",
        "Runs with the same processor and as many usable CPUs are one kind of machine.",
        "Far from the others is a run whose modified z-score is beyond 3.5 on a logarithmic scale (Iglewicz and "
        "Hoaglin, 1993), that is off by a quarter or more, and whose interval does not hold their median; it is "
        "compared with the runs on its kind of "
        "machine where there are at least five, else with all.",
        "What differs from most is a fact of which more than half of those runs share another value; it may explain "
        "the number, and need not."};
}

ReportTable provenanceTable(const ClassSummary& summary) {
    ReportTable table{{{"what", true}, {"value", true}}, {}};
    const auto add = [&](const char* what, const std::string& value) {
        if (!value.empty()) table.rows.push_back({{what}, {value}});
    };
    add("Experiment", summary.spec.name);
    add("Runs", std::to_string(summary.runs.size()));
    add("Written by", std::string("Breakeven ") + Version);
    add("To repeat it", "breakeven-cli convert FOLDER class.html, where FOLDER holds the files of the runs");
    return table;
}

std::string originOf(const ClassSummary& summary) {
    const auto counted = [](std::size_t number, const char* one, const char* many) {
        return std::to_string(number) + " " + (number == 1 ? one : many);
    };
    std::string line = counted(summary.runs.size(), "run", "runs") + " on " +
                       counted(summary.machines.size(), "kind of machine", "kinds of machine");
    if (!summary.leftOut.empty()) line += " · " + counted(summary.leftOut.size(), "file", "files") + " left out";
    return line;
}

std::string csvText(const ClassSummary& summary) {
    std::ostringstream out;
    writeClassCsv(summary, out);
    return out.str();
}

}  // namespace

Report classReportOf(const ClassSummary& summary) {
    const ExperimentSpec& spec = summary.spec;
    const std::string& name = spec.title.empty() ? spec.name : spec.title;
    Report report{.title = name.empty() ? "A class" : "A class · " + name,
                  .question = spec.question,
                  .headline = classHeadline(summary),
                  .origin = originOf(summary),
                  .sections = {}};
    const auto add = [&](ReportSection section) {
        if (!section.items.empty() || !section.table.rows.empty()) report.sections.push_back(std::move(section));
    };
    add({"machines", "By machine", "One row for each kind of machine and series.", {}, machineTable(summary)});
    add({"spread", "Spread", "How far the runs of the class lie apart.", {}, spreadTable(summary)});
    if (!summary.runs.empty())
        add({"outliers", "Far from the others", "Who is, and what is different there.", outlierTexts(summary), {}});
    add({"runs", "Runs", "One row for each run and series.", {}, runsTable(summary)});
    add({"left-out", "Left out", "", leftOutTexts(summary), {}});
    add({"method", "Method", "", methodTexts(), {}});
    add({"provenance", "Provenance", "", {}, provenanceTable(summary)});
    return report;
}

void writeClassPage(const ClassSummary& summary, std::ostream& out, const Sentences& sentences) {
    writeHtml(classReportOf(summary), classCharts(summary),
              {{"file-class-csv", "Class CSV", "class.csv", csvText(summary)}}, out, sentences);
}

Result<void> checkClassSuffix(const std::filesystem::path& path) {
    const std::string name = path.filename();
    const bool holdsOneRun = name.ends_with(".samples.csv") || name.ends_with(".seeds.csv");
    for (const char* suffix : {".html", ".md", ".csv"})
        if (!holdsOneRun && name.ends_with(suffix)) return {};
    return Error{ErrorCode::InvalidInput, path.string() + ": a class is written as .html, .md or .csv"};
}

Result<void> saveClass(const ClassSummary& summary, const std::filesystem::path& path, const Sentences& sentences) {
    BREAKEVEN_CHECK(checkClassSuffix(path));
    std::ostringstream out;
    if (path.extension() == ".html")
        writeClassPage(summary, out, sentences);
    else if (path.extension() == ".md")
        writeMarkdown(classReportOf(summary), classCharts(summary), out, sentences);
    else
        writeClassCsv(summary, out);
    return saveFile(path, out.view());
}

}  // namespace breakeven
