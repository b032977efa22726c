/// ChartFrame: where a plot's numbers lie in a picture, and everything drawn there that is no curve: grid, ticks,
/// titles, legend, guides, break-even markers. The curves are Qt Charts' business (plot_renderer.h); both map onto the
/// same rectangle.
#pragma once

#include "core/plots/palette.h"
#include "core/plots/plot.h"
#include "ui/plots/area_labels.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/curve_points.h"
#include "ui/plots/ticks.h"
#include "ui/plots/zoom.h"

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace breakeven {

class ChartFrame {
public:
    ChartFrame() = default;
    /// A range of zoom that an axis cannot show, such as one below 0 where it is logarithmic, is all of it.
    ChartFrame(Plot plot, QSizeF size, const QFont& font, const ZoomRange& zoom = {});

    const Plot& plot() const { return m_plot; }
    Plot takePlot() && { return std::move(m_plot); }
    QSizeF size() const { return m_size; }
    const QFont& font() const { return m_font; }
    double lineScale() const { return m_scale; }  ///< as in chart_style.h
    const Axis& xAxis() const { return m_x; }     ///< its range is what is visible
    const Axis& yAxis() const { return m_y; }
    Interval<double> xWhole() const { return m_xWhole; }  ///< the plot's own and room for the outermost markers
    Interval<double> yWhole() const { return m_yWhole; }
    QRectF area() const { return m_area; }  ///< the rectangle between the axes
    double xPixel(double value) const;
    double yPixel(double value) const;
    QPointF pixel(const PlotPoint& point) const { return {xPixel(point.x), yPixel(point.y)}; }

    /// The measured x in sight that is nearest to a pixel; absent when there is none.
    std::optional<double> nearestPosition(double pixel) const;

    /// The series whose line in the legend is at a place; nullptr when none is.
    const Series* legendAt(QPointF place) const;

    const std::vector<CurvePoints>& curves() const { return m_curves; }  ///< of the plot's series, in their order
    const std::vector<AreaLabel>& labels() const { return m_labels; }    ///< within the area

    /// In lines: what the guides and markers at a place in the area stand for, each of which may have no room for its
    /// words; beside the area, what a low picture has no room for. Empty where nothing is to be said.
    QString tipAt(QPointF place) const;

    void paintBelow(QPainter& painter, Ground ground) const;  ///< paper, grid, guides and bands: under the curves
    void paintAbove(QPainter& painter, Ground ground) const;  ///< labels, titles, legend: over the curves

private:
    struct LegendEntry {
        std::size_t series = 0;
        QRectF room;
    };

    void layOut(Yielded yielded);
    void placeLegend();
    void placeNote();
    QString leftOut() const;
    void placeEntries(QPointF corner);
    QString moreText() const;  ///< of the legend's entries without room
    void paintEmpty(QPainter& painter, Ground ground) const;
    void paintGrid(QPainter& painter, Ground ground) const;
    void paintLabels(QPainter& painter, Ground ground) const;  ///< within the area
    void paintGuides(QPainter& painter, Ground ground) const;
    void paintBound(QPainter& painter, const Bound& bound, Ground ground) const;
    void paintLegend(QPainter& painter, Ground ground) const;

    Plot m_plot;
    Axis m_x;
    Axis m_y;
    Interval<double> m_xWhole;
    Interval<double> m_yWhole;
    QSizeF m_size;
    QFont m_font;
    double m_scale = 1;
    Yielded m_yielded = Yielded::Nothing;
    Ticks m_xTicks;
    Ticks m_yTicks;
    QRectF m_area;
    double m_yLabelWidth = 0;
    QString m_note;  ///< as much of the plot's as fits
    double m_noteHeight = 0;
    double m_legendBottom = 0;
    std::vector<LegendEntry> m_legend;
    std::vector<CurvePoints> m_curves;
    std::vector<AreaLabel> m_labels;
    std::size_t m_more = 0;  ///< entries of the legend that have no room
};

/// How a dash is drawn by Qt.
Qt::PenStyle penStyle(Dash dash);

}  // namespace breakeven
