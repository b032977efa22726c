#include "core/analysis/class_text.h"
#include "core/io/class_report.h"
#include "core/io/csv.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace breakeven {

namespace {

constexpr std::array<std::string_view, 30> ColumnNames{"learner",
                                                       "run_id",
                                                       "started_at",
                                                       "experiment",
                                                       "processor",
                                                       "usable_cpus",
                                                       "version",
                                                       "workload",
                                                       "params",
                                                       "backend",
                                                       "call",
                                                       "chunk",
                                                       "pool",
                                                       "workers",
                                                       "break_even_status",
                                                       "break_even_items",
                                                       "break_even_low",
                                                       "break_even_high",
                                                       "class_median_items",
                                                       "class_q1_items",
                                                       "class_q3_items",
                                                       "speedup_size",
                                                       "speedup",
                                                       "speedup_low",
                                                       "speedup_high",
                                                       "class_median_speedup",
                                                       "class_q1_speedup",
                                                       "class_q3_speedup",
                                                       "outlier",
                                                       "explanation"};

/// What has no number: beyond the measured sizes on either side.
std::optional<double> plain(double number) {
    return number > 0 && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

void putRun(CsvRow& row, const ClassRun& run, const ClassMachine& machine) {
    row.text(run.learner).text(run.run.runId).text(run.run.startedAt).text(run.run.spec.name);
    if (machine.usableCpus > 0)
        row.text(machine.processor).count(static_cast<std::uint64_t>(machine.usableCpus));
    else
        row.blank(2);
    row.text(run.run.version);
}

void putCurve(CsvRow& row, const Trial& series, WorkerCount workers) {
    row.text(series.workload).text(paramsText(series.params)).text(series.backend);
    row.text(series.call).text(series.chunk).text(series.pool);
    if (workers == UnknownWorkers)
        row.blank();
    else
        row.count(static_cast<std::uint64_t>(workers));
}

void putSpread(CsvRow& row, const std::optional<ClassSpread>& spread) {
    if (!spread) {
        row.blank(3);
        return;
    }
    row.number(plain(spread->median)).number(plain(spread->quartiles.low)).number(plain(spread->quartiles.high));
}

void putBreakEven(CsvRow& row, const std::optional<BreakEven>& found) {
    if (!found) {
        row.blank(4);
        return;
    }
    const auto& interval = found->interval;
    row.text(statusWord(found->status)).number(found->size);
    row.number(interval ? plain(interval->low) : std::nullopt).number(interval ? plain(interval->high) : std::nullopt);
}

void putSpeedup(CsvRow& row, const ClassCurve& curve, const ClassPlace& place) {
    const SizedSpeedup* const found = speedupAt(place, curve.largest);
    if (found == nullptr) {
        row.blank(4);
        return;
    }
    const auto& interval = found->interval;
    row.count(found->size).number(found->value);
    row.number(interval ? std::optional(interval->low) : std::nullopt);
    row.number(interval ? std::optional(interval->high) : std::nullopt);
}

void putOutlier(CsvRow& row, const ClassSummary& summary, std::size_t curve, std::size_t run) {
    std::string measures;
    std::string explanation;
    for (const ClassOutlier& outlier : summary.outliers) {
        if (outlier.run != run || outlier.curve != curve) continue;
        measures += measures.empty() ? "" : " ";
        measures += outlier.measure == ClassMeasure::BreakEven ? "break-even" : "speed-up";
        explanation = reasonText(outlier);
    }
    row.text(measures).text(explanation);
}

}  // namespace

bool isClassCsv(std::string_view text) {
    return isHeader(text, ColumnNames);
}

void writeClassCsv(const ClassSummary& summary, std::ostream& out) {
    out << headerLine(ColumnNames);
    for (std::size_t curve = 0; curve < summary.curves.size(); ++curve) {
        const ClassCurve& each = summary.curves[curve];
        for (const ClassPlace& place : each.places) {
            CsvRow row;
            putRun(row, summary.runs[place.run], machineOf(summary, place.run));
            putCurve(row, each.series, place.workers);
            putBreakEven(row, place.breakEven);
            putSpread(row, each.breakEven);
            putSpeedup(row, each, place);
            putSpread(row, each.speedup);
            putOutlier(row, summary, curve, place.run);
            out << row.line();
        }
    }
}

}  // namespace breakeven
