/// Points and series that several charts draw.
#pragma once

#include "core/experiment/results.h"
#include "core/plots/plot.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

/// Median time with its interval; absent when there are no samples.
std::optional<PlotPoint> medianPoint(const TrialResult& result);

/// Speed-up per worker with its interval; absent when nothing can be compared.
std::optional<PlotPoint> efficiencyPoint(const Results& results, const TrialResult& result);

/// Serial's time over the trial's with its interval; absent when nothing can be compared.
std::optional<PlotPoint> speedupPoint(const Results& results, const TrialResult& result);

/// The title of an axis with speed-ups: names their bases.
std::string speedupTitle(const Results& results);

/// Sorts the points by x, widens the y axis to them and their intervals, and adds the series; not when it is empty.
void addSeries(Plot& plot, Series series);

/// What is so where, for the end of a note: " at 10 k, 1 M: serial, tbb; at 1 M: threads". placesOf: what, and its
/// places, which may be empty: ": serial".
std::string atPlaces(const std::vector<std::pair<std::string, std::string>>& placesOf);

/// Behind what is left out already; nothing when empty.
void addNote(Plot& plot, const std::string& note);

}  // namespace breakeven
