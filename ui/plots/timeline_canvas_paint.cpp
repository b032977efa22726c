#include "ui/plots/ticks.h"
#include "ui/plots/timeline_canvas.h"
#include "ui/plots/timeline_text.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

using std::chrono::nanoseconds;

constexpr int Gap = 6;  // between text and what it belongs to
constexpr QSize SwatchSize{16, 12};
constexpr int LegendGap = 18;
constexpr int TickLength = 4;
constexpr double ShadeAlpha = 0.6;  // of the paper over what is not selected
/// What is visible of a late moment needs too many digits: below this share of it, times count from a round one.
constexpr double OwnOriginShare = 1e-3;

struct TimeAxis {
    nanoseconds origin{0};
    Ticks ticks;  ///< from the origin
};

nanoseconds roundBelow(nanoseconds time, nanoseconds step) {
    std::int64_t power = 1;
    while (power < step.count())
        power *= 10;
    return nanoseconds(time.count() / power * power);
}

TimeAxis timeAxis(TimeRange range, int most) {
    const nanoseconds width = range.high - range.low;
    TimeAxis result;
    QString title = TimelineCanvas::tr("Time (s)");
    if (Seconds(width) < OwnOriginShare * Seconds(range.high)) {
        result.origin = roundBelow(range.low, width);
        title = TimelineCanvas::tr("Time after %1 (s)").arg(momentText(result.origin, width));
    }
    const Axis axis{.title = title.toStdString(),
                    .quantity = Quantity::Duration,
                    .range = {Seconds(range.low - result.origin).count(), Seconds(range.high - result.origin).count()}};
    result.ticks = ticksFor(axis, most);
    return result;
}

/// A piece of lane of one kind of time.
QImage swatch(LanePainter& painter, const TimeTotals& all, double ratio) {
    const QSize size = (QSizeF(SwatchSize) * ratio).toSize();
    const std::vector<TimeTotals> columns(static_cast<std::size_t>(size.width()), all);
    QImage image(size, QImage::Format_RGB32);
    painter.paint(image, image.rect(),
                  {.range = {nanoseconds(0), nanoseconds(size.width())}, .columns = columns, .longSpans = {}});
    image.setDevicePixelRatio(ratio);
    return image;
}

}  // namespace

int TimelineCanvas::legendHeight() const {
    return m_timeline ? fontMetrics().height() + Gap : 0;
}

int TimelineCanvas::axisHeight() const {
    return TickLength + 2 * fontMetrics().height() + Gap;
}

int TimelineCanvas::namesWidth() const {
    if (!m_timeline) return 0;
    int widest = 0;
    for (const std::size_t lane : {std::size_t(0), m_timeline->lanes.size() - 1})
        if (lane < m_timeline->lanes.size())
            widest = std::max(widest, fontMetrics().horizontalAdvance(laneName(*m_timeline, lane)));
    return widest + 2 * Gap + fontMetrics().horizontalAdvance(shareText(1e-9)) + Gap;
}

void TimelineCanvas::drawPicture() {
    const double scale = ratio();
    const auto columns =
        static_cast<int>(std::min<std::int64_t>(columnCount(), (m_visible.high - m_visible.low).count()));
    const QSize size(columns, std::max(1, static_cast<int>(std::lround(m_lanes.height() * scale))));
    if (m_picture.size() != size) m_picture = QImage(size, QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(scale);
    const TimelineColours colours = timelineColours(m_family, isDark(palette()));
    m_picture.fill(colours.paper);
    m_columns.resize(static_cast<std::size_t>(columns));
    LanePainter lanePainter(colours, scale);
    QPainter painter(&m_picture);
    painter.setFont(font());
    const nanoseconds least = lanePainter.leastLong(m_visible, m_columns.size());
    for (std::size_t number = 0; number < m_timeline->lanes.size(); ++number) {
        const QRect place = laneRect(number).translated(-m_lanes.topLeft());
        if (place.bottom() < 0 || place.top() >= m_lanes.height()) continue;
        const TimelineLane& lane = m_timeline->lanes[number];
        lane.columns(m_visible, m_columns);
        lane.longSpans(m_visible, least, m_longSpans);
        const LaneContent content{.range = m_visible, .columns = m_columns, .longSpans = m_longSpans};
        const QRect strip(0, static_cast<int>(std::lround(place.top() * scale)), columns,
                          static_cast<int>(std::lround(place.height() * scale)));
        lanePainter.paint(m_picture, strip, content);
        if (!m_isOnPaper) lanePainter.label(painter, place, content);
    }
    m_stale = false;
}

/// As words, which are sharp at any size.
void TimelineCanvas::drawLabels(QPainter& painter) {
    const LanePainter lanePainter(timelineColours(m_family, isDark(palette())), ratio());
    const nanoseconds least = lanePainter.leastLong(m_visible, m_columns.size());
    for (std::size_t number = 0; number < m_timeline->lanes.size(); ++number) {
        m_timeline->lanes[number].longSpans(m_visible, least, m_longSpans);
        lanePainter.label(painter, laneRect(number),
                          {.range = m_visible, .columns = m_columns, .longSpans = m_longSpans});
    }
}

void TimelineCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    paint(painter);
    if (!m_timeline || !hasFocus()) return;
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.drawRect(m_lanes.adjusted(-2, -2, 1, 1));
}

void TimelineCanvas::paint(QPainter& painter) {
    painter.setFont(font());
    if (m_timeline && (m_stale || m_picture.width() != columnCount())) drawPicture();  // the other: on another screen
    const bool isCovered = m_timeline && m_picture.width() == columnCount();
    for (const QRect& part : QRegion(viewport()->rect()) - (isCovered ? m_lanes : QRect()))
        painter.fillRect(part, toColour(paper(isDark(palette())).background));
    if (!m_timeline) return drawNothing(painter);
    painter.drawImage(m_lanes.topLeft(), m_picture);
    if (m_isOnPaper) drawLabels(painter);
    drawLegend(painter);
    drawNames(painter);
    drawAxis(painter);
    drawSelection(painter);
}

void TimelineCanvas::drawNothing(QPainter& painter) const {
    painter.setPen(mutedColour(isDark(palette())));
    const QRect room = viewport()->rect().adjusted(4 * Gap, Gap, -4 * Gap, -Gap);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_why);
}

void TimelineCanvas::drawLegend(QPainter& painter) const {
    const bool dark = isDark(palette());
    LanePainter lanePainter(timelineColours(m_family, dark), ratio());
    int left = m_lanes.left();
    const int middle = m_lanes.top() - Gap - fontMetrics().height() / 2;
    const auto entry = [&](const QString& word, auto part) {
        TimeTotals all;
        part(all) = nanoseconds(1);
        const QRect place(QPoint(left, middle - SwatchSize.height() / 2), SwatchSize);
        painter.drawImage(place.topLeft(), swatch(lanePainter, all, ratio()));
        painter.setPen(mutedColour(dark));
        painter.drawRect(place.adjusted(0, 0, -1, -1));
        painter.setPen(toColour(paper(dark).text));
        painter.drawText(place.right() + Gap, middle + fontMetrics().ascent() - fontMetrics().height() / 2, word);
        left = place.right() + Gap + fontMetrics().horizontalAdvance(word) + LegendGap;
    };
    for (const SpanKind kind : m_kinds)
        entry(kindName(kind),
              [kind](TimeTotals& all) -> nanoseconds& { return all.spent[static_cast<std::size_t>(kind)]; });
    entry(tr("waiting"), [](TimeTotals& all) -> nanoseconds& { return all.waiting; });
    if (m_timeline->dropped > 0)
        entry(tr("not recorded"), [](TimeTotals& all) -> nanoseconds& { return all.unrecorded; });

    if (m_isOnPaper) return;
    const QString hint =
        tr("Wheel zooms, drag moves, Shift and drag selects, double click shows all, Space tells of the middle");
    const int width = fontMetrics().horizontalAdvance(hint);
    if (left + width > m_lanes.right()) return;
    painter.setPen(mutedColour(dark));
    painter.drawText(m_lanes.right() - width, middle + fontMetrics().ascent() - fontMetrics().height() / 2, hint);
}

void TimelineCanvas::drawNames(QPainter& painter) const {
    const bool dark = isDark(palette());
    painter.save();
    painter.setClipRect(QRect(0, m_lanes.top(), m_lanes.left(), m_lanes.height()));
    for (std::size_t number = 0; number < m_timeline->lanes.size(); ++number) {
        const QRect strip = laneRect(number);
        if (!strip.intersects(m_lanes)) continue;
        const QRect room(Gap, strip.top(), m_lanes.left() - 2 * Gap, strip.height());
        painter.setPen(toColour(paper(dark).text));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, laneName(*m_timeline, number));
        const TimelineLane& lane = m_timeline->lanes[number];
        if (lane.isCaller()) continue;
        painter.setPen(mutedColour(dark));
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, utilisationText(lane.totals(totalsRange())));
    }
    painter.restore();
}

void TimelineCanvas::drawAxis(QPainter& painter) const {
    const bool dark = isDark(palette());
    const QFontMetrics metrics = fontMetrics();
    const int most = std::max(2, m_lanes.width() / (metrics.horizontalAdvance(QStringLiteral("1000.000")) + 3 * Gap));
    const TimeAxis axis = timeAxis(m_visible, most);
    const int top = m_lanes.bottom() + 1;
    painter.setPen(QPen(mutedColour(dark), 1));
    painter.drawLine(m_lanes.left(), top, m_lanes.right(), top);
    for (const Tick& tick : axis.ticks.major) {
        const double x = xOf(axis.origin + nanoseconds(std::llround(tick.value * 1e9)));
        painter.setPen(QPen(mutedColour(dark), 1));
        painter.drawLine(QPointF(x, top), QPointF(x, top + TickLength));
        painter.setPen(toColour(paper(dark).text));
        painter.drawText(QRectF(x - 60, top + TickLength, 120, metrics.height()), Qt::AlignHCenter | Qt::AlignTop,
                         tick.label);
    }
    painter.setPen(mutedColour(dark));
    painter.drawText(QRect(m_lanes.left(), top + TickLength + metrics.height(), m_lanes.width(), metrics.height()),
                     Qt::AlignCenter, axis.ticks.title);
}

void TimelineCanvas::drawSelection(QPainter& painter) const {
    if (!m_selection) return;
    const bool dark = isDark(palette());
    const double low = std::clamp<double>(xOf(m_selection->low), m_lanes.left(), m_lanes.right() + 1);
    const double high = std::clamp<double>(xOf(m_selection->high), m_lanes.left(), m_lanes.right() + 1);
    QColor shade = toColour(paper(dark).background);
    shade.setAlphaF(static_cast<float>(ShadeAlpha));
    const QRectF all = m_lanes;
    painter.fillRect(QRectF(all.topLeft(), QPointF(low, all.bottom())), shade);
    painter.fillRect(QRectF(QPointF(high, all.top()), all.bottomRight()), shade);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    for (const double x : {low, high})
        painter.drawLine(QPointF(x, all.top()), QPointF(x, all.bottom()));
}

}  // namespace breakeven
