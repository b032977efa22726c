#include "ui/plots/plot_text.h"

#include "core/base/numbers.h"
#include "core/experiment/wording.h"
#include "ui/language.h"
#include "ui/plots/plot_places.h"

#include <QCoreApplication>
#include <QStringList>

namespace breakeven {

namespace {

struct PlotText {
    Q_DECLARE_TR_FUNCTIONS(PlotText)
};

QString valueText(const PlotPoint& point, Quantity quantity) {
    QString text;
    switch (quantity) {
        case Quantity::Duration:
            if (point.interval) {
                Summary summary;
                summary.median = Seconds(point.y);
                summary.interval = Interval<Seconds>{Seconds(point.interval->low), Seconds(point.interval->high)};
                text = spoken(formatInterval(summary));
            } else {
                text = QString::fromStdString(formatSeconds(Seconds(point.y)));
            }
            break;
        case Quantity::Speedup:
            text = spoken(formatRatio(point.y, point.interval));
            break;
        case Quantity::Share:
            text = QString::number(point.y * 100, 'g', 3) % QStringLiteral("\u202f%");
            break;
        case Quantity::Items:
        case Quantity::Chunk:
        case Quantity::Workers:
        case Quantity::Number:
            text = QString::fromStdString(formatItems(point.y));
            break;
    }
    if (!point.note.empty()) text += QStringLiteral(" · ") % spoken(point.note.text());
    return text;
}

}  // namespace

namespace {

QString endsText(const Plot& plot, const std::string& label, const std::vector<PlotPoint>& points) {
    const PlotPoint& first = points.front();
    const PlotPoint& last = points.back();
    return PlotText::tr("%1: %2 at %3, %4 at %5")
        .arg(spoken(label), valueText(first, plot.y.quantity), positionText(plot.x, first.x),
             valueText(last, plot.y.quantity), positionText(plot.x, last.x));
}

QString guideText(const Plot& plot, const Guide& guide) {
    const QString at = guide.horizontal ? valueText({.y = guide.at, .interval = {}, .note = {}}, plot.y.quantity)
                                        : positionText(plot.x, guide.at);
    return PlotText::tr("%1: a line at %2").arg(spoken(guide.label), at);
}

}  // namespace

QString objectStem(const std::string& plotId) {
    QString stem;
    bool isUpper = false;
    for (const QChar letter : QString::fromStdString(plotId)) {
        if (letter != u'-') stem += isUpper ? letter.toUpper() : letter;
        isUpper = letter == u'-';
    }
    return stem;
}

QString axisName(const Axis& axis) {
    const QString title = spoken(axis.title);
    QString name = title.section(QStringLiteral(" ("), 0, 0);
    const bool isEnglish = title == QString::fromStdString(axis.title);  // German nouns stay as they are
    if (isEnglish && !name.isEmpty()) name[0] = name[0].toLower();
    return name;
}

QString shortenedTitle(const QString& title, const QFontMetricsF& metrics, double room) {
    const qsizetype unit = title.endsWith(u')') ? title.lastIndexOf(QStringLiteral(" (")) : -1;
    const QString tail = unit < 0 ? QString() : title.mid(unit);
    const double left = room - metrics.horizontalAdvance(tail);
    if (unit < 0 || metrics.horizontalAdvance(title) <= room || left < metrics.horizontalAdvance(u'…'))
        return metrics.elidedText(title, Qt::ElideRight, room);
    return metrics.elidedText(title.left(unit), Qt::ElideRight, left) % tail;
}

QString positionText(const Axis& axis, double x) {
    switch (axis.quantity) {
        case Quantity::Items:
            return spoken(countItems(x));
        case Quantity::Chunk:
            return PlotText::tr("chunks of %1").arg(spoken(countItems(x)));
        case Quantity::Workers:
            return x == 1 ? PlotText::tr("1 worker")
                          : PlotText::tr("%1 workers").arg(QString::fromStdString(formatItems(x)));
        case Quantity::Number:
            return spoken(axis.title) % u' ' % QString::fromStdString(numberText(x));
        case Quantity::Duration:
            return QString::fromStdString(formatSeconds(Seconds(x)));
        case Quantity::Speedup:
            return QString::fromStdString(formatRatio(x));
        case Quantity::Share:
            return QString::number(x * 100, 'g', 3) % QStringLiteral("\u202f%");
    }
    return {};
}

std::vector<HoverLine> hoverLines(const Plot& plot, double x, std::string_view pointed) {
    std::vector<HoverLine> lines;
    for (const Series& series : plot.series) {
        if (series.weight == Weight::Thin && series.label != pointed) continue;
        if (const PlotPoint* found = pointAt(series, x)) lines.push_back({&series, valueText(*found, plot.y.quantity)});
    }
    return lines;
}

QString cellText(const Plot& plot, const Cell& cell) {
    const HeatMap& map = *plot.heatMap;
    return PlotText::tr("%1 at %2: %3, %4")
        .arg(spoken(map.rows[cell.row].label), positionText(plot.x, map.columns[cell.column]),
             spoken(formatRatio(cell.value, cell.interval)), spoken(cell.note));
}

QString runsText(const Box& box) {
    QString text = spoken(box.label) % QStringLiteral(": ") % spoken(box.value);
    if (!box.note.empty()) text += QStringLiteral(", ") % spoken(box.note);
    return text;
}

QString boxText(const Box& box) {
    const auto share = [](double value) {
        return QString(QString::number(value * 100, 'g', 4) % QStringLiteral("\u202f%"));
    };
    QString text = PlotText::tr("%1: %2, samples: %3, the middle half from %4 to %5 of the median")
                       .arg(spoken(box.label), spoken(box.value), QString::number(box.dots.size()),
                            share(box.quartiles.low), share(box.quartiles.high));
    if (!box.note.empty()) text += QStringLiteral(", ") % spoken(box.note);
    return text;
}

QString describePlot(const Plot& plot) {
    QStringList sentences{spoken(plot.title)};
    for (const Series& series : plot.series)
        if (!series.points.empty() && series.weight != Weight::Thin)
            sentences += endsText(plot, series.label, series.points);
    for (const Box& box : plot.boxes)
        sentences += plot.x.quantity == Quantity::Share ? boxText(box) : runsText(box);
    if (plot.heatMap) {
        for (const Cell& cell : plot.heatMap->cells)
            sentences += cellText(plot, cell);
    }
    for (const Marker& marker : plot.markers)
        sentences += spoken(marker.label);
    for (const Bound& bound : plot.bounds)
        sentences += endsText(plot, bound.label, bound.points);
    for (const Guide& guide : plot.guides)
        sentences += guideText(plot, guide);
    if (!plot.note.empty()) sentences += spoken(plot.note);
    return sentences.join(QStringLiteral(". "));
}

}  // namespace breakeven
