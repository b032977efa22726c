/// The summary of a class as one page, as Markdown, and as one table for programs.
#pragma once

#include "core/analysis/class_summary.h"
#include "core/base/result.h"
#include "core/io/report.h"
#include "core/io/sentences.h"

#include <filesystem>
#include <ostream>
#include <string_view>

namespace breakeven {

/// Sections: machines, spread, outliers, runs, left-out, method, provenance.
Report classReportOf(const ClassSummary& summary);

/// Works offline, like the report of a run; holds the table for programs to save.
void writeClassPage(const ClassSummary& summary, std::ostream& out, const Sentences& sentences = english());

/// One row for each run and curve, in the dialect of all our CSVs:
/// learner,run_id,started_at,experiment,processor,usable_cpus,version,workload,params,backend,call,chunk,pool,workers,
/// break_even_status,break_even_items,break_even_low,break_even_high,class_median_items,class_q1_items,class_q3_items,
/// speedup_size,speedup,speedup_low,speedup_high,class_median_speedup,class_q1_speedup,class_q3_speedup,outlier,
/// explanation
/// Intervals are 95 % and the run's own; class_… are over the runs of the curve; empty where a number is not known or
/// lies beyond the measured sizes. speedup_size: the largest that nine of ten runs have. outlier: break-even, speed-up,
/// both or empty.
void writeClassCsv(const ClassSummary& summary, std::ostream& out);

/// True for such a table.
bool isClassCsv(std::string_view text);

/// By suffix: .html, .md, .csv. Errors: InvalidInput for any other.
Result<void> checkClassSuffix(const std::filesystem::path& path);

/// Atomic, see saveFile; sentences: as of WriteOptions. Errors: those of checkClassSuffix; Unwritable, Internal.
Result<void> saveClass(const ClassSummary& summary, const std::filesystem::path& path,
                       const Sentences& sentences = english());

}  // namespace breakeven
