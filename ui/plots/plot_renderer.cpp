#include "ui/plots/plot_renderer.h"

#include "ui/plots/chart_frame.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/curve_points.h"
#include "ui/theme.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QPen>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

constexpr double BandAlpha = 0.18;
constexpr double MostBandAlpha = 0.45;  // of all bands of a colour that lie upon each other
constexpr double ThinAlpha = 0.5;       // of one among many
constexpr double ThickWidth = 3.5;

QAbstractAxis* makeAxis(const Axis& axis) {
    QAbstractAxis* made = nullptr;
    if (axis.scale == AxisScale::Log) {
        made = new QLogValueAxis;
    } else {
        made = new QValueAxis;
    }
    made->setVisible(false);
    return made;
}

QPen linePen(const Series& series, QColor colour, bool isDense, double scale) {
    if (series.weight == Weight::Thin) colour.setAlphaF(static_cast<float>(ThinAlpha));
    const bool isFine = isDense || series.weight == Weight::Thin;
    const double width = isFine ? 1 : series.weight == Weight::Thick ? ThickWidth : 2;
    return {colour, scale * width, isDense ? Qt::SolidLine : penStyle(series.dash), Qt::RoundCap, Qt::RoundJoin};
}

QScatterSeries::MarkerShape shapeOf(Sign sign) {
    switch (sign) {
        case Sign::Disc:
            return QScatterSeries::MarkerShapeCircle;
        case Sign::Square:
            return QScatterSeries::MarkerShapeRectangle;
        case Sign::Diamond:
            return QScatterSeries::MarkerShapeRotatedRectangle;
        case Sign::Triangle:
            return QScatterSeries::MarkerShapeTriangle;
        case Sign::Pentagon:
            return QScatterSeries::MarkerShapePentagon;
        case Sign::Star:
            return QScatterSeries::MarkerShapeStar;
    }
    return QScatterSeries::MarkerShapeCircle;
}

/// Bands of many runs upon each other still show the lines in them.
double bandAlpha(const Plot& plot, const std::string& family) {
    const auto bands = static_cast<double>(std::ranges::count(plot.series, family, &Series::family));
    return std::min(BandAlpha, 1 - std::pow(1 - MostBandAlpha, 1 / bands));
}

bool isLogarithmic(const QAbstractAxis& axis) {
    return axis.type() == QAbstractAxis::AxisTypeLogValue;
}

}  // namespace

PlotRenderer::PlotRenderer(QChart& chart) : m_chart(chart) {}

bool PlotRenderer::sameShape(const Plot& plot) const {
    if (!m_xAxis || !m_yAxis || m_curves.size() != plot.series.size()) return false;
    return isLogarithmic(*m_xAxis) == (plot.x.scale == AxisScale::Log) &&
           isLogarithmic(*m_yAxis) == (plot.y.scale == AxisScale::Log);
}

void PlotRenderer::rebuild(const Plot& plot) {
    m_chart.removeAllSeries();
    m_curves.clear();
    for (QAbstractAxis* axis : {m_xAxis, m_yAxis}) {
        if (!axis) continue;
        m_chart.removeAxis(axis);
        delete axis;
    }
    m_xAxis = makeAxis(plot.x);
    m_yAxis = makeAxis(plot.y);
    m_chart.addAxis(m_xAxis, Qt::AlignBottom);
    m_chart.addAxis(m_yAxis, Qt::AlignLeft);

    const auto add = [this](QAbstractSeries* series) {
        m_chart.addSeries(series);
        series->attachAxis(m_xAxis);
        series->attachAxis(m_yAxis);
    };
    m_curves.resize(plot.series.size());
    for (Curve& curve : m_curves) {
        curve.band = new QAreaSeries;
        curve.band->setUpperSeries(new QLineSeries(curve.band));
        curve.band->setLowerSeries(new QLineSeries(curve.band));
        add(curve.band);
    }
    for (Curve& curve : m_curves) {
        curve.line = new QLineSeries;
        add(curve.line);
        curve.points = new QScatterSeries;
        add(curve.points);
    }
}

void PlotRenderer::colour(const ChartFrame& frame, Ground ground) {
    const double scale = frame.lineScale();
    for (std::size_t index = 0; index < m_curves.size(); ++index) {
        const Series& series = frame.plot().series[index];
        const Curve& curve = m_curves[index];
        const QColor line = seriesColour(series.family, ground);
        QColor band = line;
        band.setAlphaF(static_cast<float>(bandAlpha(frame.plot(), series.family)));
        curve.band->setPen(Qt::NoPen);
        curve.band->setBrush(band);
        curve.line->setPen(linePen(series, line, curve.isDense, scale));
        const bool isPointed = series.sign != Sign::Disc && series.sign != Sign::Square;
        curve.points->setPen(QPen(line, 1.5 * scale));
        curve.points->setMarkerShape(shapeOf(series.sign));
        curve.points->setMarkerSize(MarkerSize * scale * (isPointed ? PointedSize : 1));
        curve.points->setBrush(series.hollow ? toColour(paper(ground).background) : line);
    }
}

void PlotRenderer::show(const ChartFrame& frame, Ground ground) {
    const Plot& plot = frame.plot();
    if (!sameShape(plot)) rebuild(plot);
    m_xAxis->setRange(frame.xAxis().range.low, frame.xAxis().range.high);
    m_yAxis->setRange(frame.yAxis().range.low, frame.yAxis().range.high);
    m_chart.setPlotArea(frame.area());
    for (std::size_t index = 0; index < m_curves.size(); ++index)
        m_curves[index].isDense = frame.curves()[index].isDense;
    colour(frame,
           ground);  // before the points: Qt Charts places signs by the size they have, and not anew with another
    for (std::size_t index = 0; index < m_curves.size(); ++index) {
        const Series& series = plot.series[index];
        Curve& curve = m_curves[index];
        const CurvePoints& points = frame.curves()[index];
        const QString name = QString::fromStdString(series.label);
        if (curve.line->name() != name) curve.line->setName(name);
        curve.line->replace(points.line);
        const bool isThin = series.weight == Weight::Thin;
        curve.points->replace(isThin ? QList<QPointF>() : points.markers);
        curve.band->upperSeries()->replace(isThin ? QList<QPointF>() : points.high);
        curve.band->lowerSeries()->replace(isThin ? QList<QPointF>() : points.low);
    }
}

}  // namespace breakeven
