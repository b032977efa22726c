/// ChartFrame: where a plot's numbers lie in a picture, and everything drawn there that is no curve: grid, ticks,
/// titles, legend, guides, break-even markers, cross-hair. The curves are Qt Charts' business (plot_renderer.h); both
/// map onto the same rectangle.
#pragma once

#include "core/plots/plot.h"
#include "ui/plots/ticks.h"

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
    ChartFrame(Plot plot, QSizeF size, const QFont& font);

    const Plot& plot() const { return m_plot; }
    Interval<double> xRange() const { return m_x.range; }  ///< the plot's own and room for the outermost markers
    Interval<double> yRange() const { return m_y.range; }
    QRectF area() const { return m_area; }  ///< the rectangle between the axes
    double xPixel(double value) const;
    double yPixel(double value) const;

    /// The measured x nearest to a pixel; absent when nothing is drawn.
    std::optional<double> nearestPosition(double pixel) const;

    void paintBelow(QPainter& painter, bool dark) const;  ///< paper, grid, guides and bands: under the curves
    void paintAbove(QPainter& painter, bool dark) const;  ///< labels, titles, legend: over the curves
    void paintCrossHair(QPainter& painter, bool dark, double position) const;

private:
    struct LegendEntry {
        std::size_t series = 0;
        QPointF corner;  ///< top left
    };

    void placeLegend(double top);
    void paintEmpty(QPainter& painter, bool dark) const;
    void paintGuideLabels(QPainter& painter, bool dark) const;
    void paintGuides(QPainter& painter, bool dark) const;
    void paintBound(QPainter& painter, const Bound& bound, bool dark) const;
    void paintLegend(QPainter& painter, bool dark) const;
    void paintMarkerLabels(QPainter& painter, bool dark) const;

    Plot m_plot;
    Axis m_x;
    Axis m_y;
    QSizeF m_size;
    QFont m_font;
    Ticks m_xTicks;
    Ticks m_yTicks;
    QRectF m_area;
    double m_yLabelWidth = 0;
    QString m_note;  ///< as much of the plot's as fits
    double m_noteHeight = 0;
    double m_legendBottom = 0;
    std::vector<LegendEntry> m_legend;
};

/// How a dash is drawn by Qt.
Qt::PenStyle penStyle(Dash dash);

}  // namespace breakeven
