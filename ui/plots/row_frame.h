/// RowFrame: where things lie in a picture with a row for each trial, a heat map or a distribution: title, legend, the
/// rows with their labels, what is on x, the note. Curves have a frame of their own (chart_frame.h).
#pragma once

#include "core/plots/palette.h"
#include "core/plots/plot.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/zoom.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QPainter;

namespace breakeven {

/// A place that the mouse or the keys can be at. Distributions have no columns.
struct RowPlace {
    std::size_t row = 0;
    std::size_t column = 0;
    bool operator==(const RowPlace&) const = default;
};

class RowFrame {
public:
    RowFrame() = default;
    /// The range is of times in a distribution, of columns in a map: 0 is the left end of the first one. Of a map with
    /// fewer columns than that, all are shown. corner: pixels at the top right that something else stands in.
    RowFrame(Plot plot, QSizeF size, const QFont& font, const ZoomRange& range = {}, double corner = 0);

    const Plot& plot() const { return m_plot; }
    Plot takePlot() && { return std::move(m_plot); }
    const QFont& font() const { return m_font; }
    double lineScale() const { return m_scale; }  ///< as in chart_style.h
    std::size_t rowCount() const;
    std::size_t columnCount() const;            ///< 1 for distributions
    QRectF area() const { return m_area; }      ///< all rows
    QRectF legend() const { return m_legend; }  ///< one line below the title
    QRectF cell(double row, double column, double rows = 1, double columns = 1) const;
    const std::string& label(std::size_t row) const;
    const Axis& xAxis() const { return m_xAxis; }                ///< as far as it is visible
    const Interval<double>& xWhole() const { return m_xWhole; }  ///< all that can be seen by zooming out
    double xPixel(double value) const;                           ///< of a time or a column, as the range has them
    std::optional<RowPlace> placeAt(QPointF pixel) const;
    std::optional<std::size_t> labelAt(QPointF pixel) const;  ///< the row whose label stands there

    /// What a low picture has no room for, in lines; empty where nothing is missing.
    QString leftOut() const;

    /// Paper, title, labels, ticks and note; an empty plot says why it is empty.
    void paint(QPainter& painter, Ground ground) const;

private:
    struct Label {
        double pixel = 0;  ///< middle
        QString text;
    };

    double layOut(Yielded yielded);  ///< the height that is left for rows
    void placeTicks();
    void paintRowLabels(QPainter& painter, Ground ground) const;

    Plot m_plot;
    Axis m_xAxis;
    Interval<double> m_xWhole;
    QSizeF m_size;
    double m_corner = 0;
    QFont m_font;
    double m_scale = 1;
    Yielded m_yielded = Yielded::Nothing;
    QRectF m_area;
    QRectF m_legend;
    std::vector<Label> m_ticks;
    QString m_xTitle;
    QString m_note;  ///< as much of the plot's as fits
    double m_noteHeight = 0;
};

}  // namespace breakeven
