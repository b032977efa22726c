/// Report: what there is to say of a run, in words and tables, whatever it is written as.
#pragma once

#include "core/experiment/results.h"
#include "core/plots/plot.h"

#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// How the reader may take a word at a glance. Never the only sign: the word itself says it.
enum class Tone { Plain, Good, Bad, Open };

struct ReportCell {
    std::string text;
    std::optional<double> order = {};  ///< what the cell is sorted by; absent: its text
    Tone tone = Tone::Plain;
    std::string family = {};  ///< backend family whose colour goes with it; empty: none
};

struct ReportColumn {
    std::string title;
    bool isText = false;  ///< aligned left; else right, as numbers are
};

struct ReportTable {
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows;  ///< each with as many cells as there are columns
};

/// One heading with what stands below it; any part may be empty.
struct ReportSection {
    std::string id;  ///< stable: findings, break-even, results, losses, limits, overhead, scaling, what-if-…, pitfalls,
                     ///< method, machine, notes, provenance
    std::string title;
    std::string lead;  ///< a sentence or two
    std::vector<std::string> items;
    ReportTable table;
};

struct Report {
    std::string title;     ///< of the experiment
    std::string question;  ///< that it answers; may be empty
    std::string headline;
    std::string origin;                   ///< when and on what, and whether by a debug build: one line
    std::vector<ReportSection> sections;  ///< in reading order; none is empty
};

Report reportOf(const Results& results);

/// The charts that have something to show, in the order of plots().
std::vector<Plot> reportCharts(const Results& results);

}  // namespace breakeven
