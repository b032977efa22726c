/// Zoom: which part of a plot is looked at, as ranges of its numbers, and the way back. Knows no pixels: a place along
/// an axis is a share of what is visible of it, 0 its low end, 1 its high end.
#pragma once

#include "core/plots/plot.h"

#include <optional>
#include <vector>

namespace breakeven {

/// Absent: all of that axis, also when a live plot grows.
struct ZoomRange {
    std::optional<Interval<double>> x;
    std::optional<Interval<double>> y;
    bool showsAll() const { return !x && !y; }
    bool operator==(const ZoomRange&) const = default;
};

/// Range: value > 0 where the axis is logarithmic.
double shareOf(const Axis& axis, double value);
double valueAt(const Axis& axis, double share);

/// True when the axis can show the range.
bool isDrawable(const Axis& axis, const Interval<double>& range);

/// What lies between two shares of the visible axis, moved and widened so that it lies within `whole` and ticks can
/// still tell its places apart: a ten-thousandth of the whole, two counts. Absent: that is all of the whole.
/// Range: from < to.
std::optional<Interval<double>> partOf(const Axis& visible, const Interval<double>& whole, double from, double to);

/// That many times as wide, with what is at the share `anchor` staying where it is. Range: factor > 0.
std::optional<Interval<double>> scaledPart(const Axis& visible, const Interval<double>& whole, double anchor,
                                           double factor);

/// The plot as far as it is seen: without hidden series, and without points outside of the range.
Plot shownPart(Plot plot, const ZoomRange& range);

/// Steps of the same kind in a row, such as the notches of a wheel, are undone together.
enum class ZoomStep { Single, Wheel, Key, Drag };

class Zoom {
public:
    const ZoomRange& range() const { return m_range; }
    void show(const ZoomRange& range, ZoomStep step);
    void endSteps() { m_last = ZoomStep::Single; }  ///< the next one is undone by itself
    bool canUndo() const { return !m_earlier.empty(); }
    void undo();
    void forget() { *this = {}; }  ///< all is shown, and there is no way back

private:
    ZoomRange m_range;
    std::vector<ZoomRange> m_earlier;
    ZoomStep m_last = ZoomStep::Single;
};

}  // namespace breakeven
