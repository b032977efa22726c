/// Overlay: several runs on one chart, to see what became of a curve from one run to the next.
#pragma once

#include "core/experiment/results.h"
#include "core/plots/plots.h"

#include <span>
#include <string>
#include <vector>

namespace breakeven {

struct NamedResults {
    std::string name;  ///< what the legend calls the run; unique among those shown together
    Results results;
};

/// The charts that runs can share: those with a curve for each way to execute a list.
std::vector<const PlotEntry*> overlayPlots();

/// The entry's chart of all runs. Curves are called "tbb ×2 · NAME", which is also what the selection hides. Colour is
/// the backend's family, as everywhere; the dash tells the runs apart, signs a family's curves of one run. From the
/// fifth run on filled signs are hollow, and the other way round. Guides that several runs have are drawn once.
/// Ceilings are left out: each holds for its own run. A run that has something else on x than the first is left out,
/// too, which the note says. Range: entry draws curves.
Plot overlayPlot(const PlotEntry& entry, std::span<const NamedResults> runs, const Selection& selection = {});

}  // namespace breakeven
