/// What all charts share that have a curve for each way to execute a list: which curves are drawn and how they are told
/// apart, the axes, what is left out and why.
#pragma once

#include "core/plots/plot.h"
#include "core/plots/plots.h"

#include <functional>
#include <optional>

namespace breakeven {

/// The y value of one trial; absent when the chart has none for it.
using PointOf = std::function<std::optional<PlotPoint>(const TrialResult&)>;

struct CurvePlotSpec {
    std::string id;
    std::string title;   ///< without what is on x
    std::string yTitle;  ///< with unit
    Quantity yQuantity = Quantity::Duration;
    bool withSerial = true;
    PointOf pointOf;                               ///< fills y, interval and note
    std::string x = {};                            ///< a word of ExperimentSpec::x; empty: what the run varies
    std::function<bool(const Trial&)> shows = {};  ///< empty: every trial; what it leaves out is not worth a note
};

inline constexpr double XSpanForLog = 20;        ///< largest over smallest x from which that axis is logarithmic
inline constexpr double ValueSpanForLog = 1000;  ///< likewise for y: beyond it the small values lie on the axis

/// Series, axes, notes, and what stands at a place of its own on x: break-evens and caches over the sizes, CPUs over
/// the workers. Curves of one family differ by dash and sign, a Python peer has hollow ones. Serial has no place among
/// workers and chunks: there it is a guide.
///
/// x is logarithmic when it spans more than a factor of 20, y when the values span more than 1000 over sizes, and more
/// than 20 over anything else, where lists of different size stand side by side, and where they are times that grow
/// along a logarithmic axis: there a break-even is among the small ones. Else they are linear from 0, unless the
/// selection says otherwise. Logarithmic ranges end at whole decades. What is planned counts for x like what is
/// measured.
Plot curvePlot(const Results& results, const Selection& selection, const CurvePlotSpec& spec);

/// True when the y axis can show the number: finite, and above 0 where it is logarithmic.
bool fitsY(const Plot& plot, double y);

/// Widens the y axis so that a number that fits it is seen.
void widenY(Plot& plot, double y);

/// A horizontal guide line; widens the axis so that it is seen. Left out on a logarithmic axis when it is not above 0.
void addGuide(Plot& plot, const std::string& label, double at);

}  // namespace breakeven
