#include "ui/plots/timeline_picture.h"

#include "ui/plots/timeline_text.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

using std::chrono::nanoseconds;

constexpr double PatternPeriod = 6;  // pixels
constexpr double LongWidth = 8;      // pixels of a span from which it is told from the one before
constexpr double LabelWidth = 44;    // pixels from which a span may have a label
constexpr double LabelMargin = 6;    // pixels of a span that its label leaves free
constexpr double SecondTone = 0.5;   // of a kind's colour between the lines of its pattern: visible, too, where alone

/// share: of the first.
QRgb mixed(const QColor& first, const QColor& second, double share) {
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1 - share))); };
    return qRgb(channel(first.red(), second.red()), channel(first.green(), second.green()),
                channel(first.blue(), second.blue()));
}

/// Where a long span ends and nothing else is done, the column is its or not: a part of the height looks frayed.
void endCleanly(std::array<int, SpanKinds + 1>& reached, const ChunkSpan& span, const TimeTotals& column,
                TimeRange place, int height) {
    const nanoseconds rest = span.begin + span.duration - place.low;
    const nanoseconds spent = column.spent[0] + column.spent[1] + column.spent[2];
    const bool hasOther = column.chunks > 0 || column.unrecorded > nanoseconds(0) || spent != rest;
    if (rest <= nanoseconds(0) || rest >= place.high - place.low || hasOther) return;
    const int level = 2 * rest >= place.high - place.low ? height : 0;
    for (std::size_t layer = 0; layer < reached.size(); ++layer)
        reached[layer] = layer < static_cast<std::size_t>(span.kind) ? 0 : level;
}

struct RowTones {
    const QRgb *stripes, *checks, *dashes;  ///< one per pixel
    QRgb ground, compute;
};

/// The time of a frame is spent here, so without branches, and where nothing overlaps: compilers make vectors of it.
void paintRow(QRgb* __restrict row, int level, std::size_t columns,
              const std::array<std::vector<int>, SpanKinds + 1>& layers, const RowTones& tones) {
    const int* const __restrict compute = layers[0].data();
    const int* const __restrict transport = layers[1].data();
    const int* const __restrict combine = layers[2].data();
    const int* const __restrict unrecorded = layers[3].data();
    const QRgb* const __restrict stripes = tones.stripes;
    const QRgb* const __restrict checks = tones.checks;
    const QRgb* const __restrict dashes = tones.dashes;
    const QRgb ground = tones.ground;
    const QRgb solid = tones.compute;
    for (std::size_t x = 0; x < columns; ++x) {
        const QRgb stripe = stripes[x];
        const QRgb check = checks[x];
        const QRgb dash = dashes[x];
        QRgb colour = level < unrecorded[x] ? dash : ground;
        colour = level < combine[x] ? check : colour;
        colour = level < transport[x] ? stripe : colour;
        row[x] = level < compute[x] ? solid : colour;
    }
}

/// Black or white, whichever is easier to read.
QColor inkOn(const QColor& colour) {
    const Rgb ground{static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
                     static_cast<std::uint8_t>(colour.blue())};
    return contrast({0, 0, 0}, ground) > contrast({255, 255, 255}, ground) ? Qt::black : Qt::white;
}

}  // namespace

TimelineColours timelineColours(std::string_view family, bool dark) {
    const Paper colours = paper(dark);
    return {.paper = toColour(colours.background),
            .ground = dark ? QColor(0x20, 0x25, 0x2C) : QColor(0xF3, 0xF5, 0xF7),
            .kind = {seriesColour(family, dark), seriesColour("part", dark), toColour(colours.text)},
            .unrecorded = mutedColour(dark)};
}

std::array<int, SpanKinds + 1> layersOf(const TimeTotals& column, nanoseconds width, int height) {
    constexpr std::size_t Layers = SpanKinds + 1;
    const std::array<nanoseconds, Layers> parts{column.spent[0], column.spent[1], column.spent[2], column.unrecorded};
    std::array<int, Layers> isThere{};
    for (std::size_t layer = 0; layer < Layers; ++layer)
        isThere[layer] = parts[layer] > nanoseconds(0);
    if (column.chunks > 0) isThere.front() = 1;  // one can be shorter than the clock can tell

    const double pixels = height / static_cast<double>(width.count());  // of a nanosecond
    std::array<int, Layers> reached{};
    nanoseconds sum{0};
    int below = 0;
    for (std::size_t layer = 0; layer < Layers; ++layer) {
        if (isThere[layer] != 0) {
            sum += parts[layer];
            const auto exact = static_cast<int>(static_cast<double>(sum.count()) * pixels + 0.5);
            below = std::max(exact, below + 1);
        }
        reached[layer] = below;
    }
    int most = height;
    for (std::size_t layer = Layers; layer-- > 0;) {
        reached[layer] = std::min(reached[layer], most);
        most = reached[layer] - isThere[layer];
    }
    return reached;
}

LanePainter::LanePainter(const TimelineColours& colours, double ratio)
    : m_ratio(ratio),
      m_ink(inkOn(colours.kind[0])),
      m_ground(colours.ground.rgb()),
      m_compute(colours.kind[0].rgb()),
      m_transport(colours.kind[1].rgb()),
      m_transportLine(mixed(colours.kind[1], colours.ground, SecondTone)),
      m_combine(colours.kind[2].rgb()),
      m_combineCheck(mixed(colours.kind[2], colours.ground, SecondTone)),
      m_unrecorded(colours.unrecorded.rgb()),
      m_period(std::max(2, static_cast<int>(std::lround(PatternPeriod * ratio)) / 2 * 2)) {}

nanoseconds LanePainter::leastLong(TimeRange range, std::size_t columns) const {
    const double column = static_cast<double>((range.high - range.low).count()) / static_cast<double>(columns);
    return nanoseconds(std::max<std::int64_t>(1, std::llround(LongWidth * m_ratio * column)));
}

void LanePainter::layOut(const LaneContent& lane, int height) {
    const std::size_t columns = lane.columns.size();
    for (std::vector<int>& layer : m_layers)
        layer.resize(columns);
    auto next = lane.longSpans.begin();
    const ChunkSpan* open = nullptr;  // the last one that began
    nanoseconds begin = lane.range.low;
    for (std::size_t x = 0; x < columns; ++x) {
        const nanoseconds end = columnBegin(lane.range, columns, x + 1);
        auto reached = layersOf(lane.columns[x], end - begin, height);
        if (open) endCleanly(reached, *open, lane.columns[x], {begin, end}, height);
        for (; next != lane.longSpans.end() && (*next)->begin < end; ++next) {
            open = *next;
            if (open->begin >= begin && x > 0) reached = {};
        }
        for (std::size_t layer = 0; layer < m_layers.size(); ++layer)
            m_layers[layer][x] = reached[layer];
        begin = end;
    }

    // A pattern's rows are one row, shifted.
    const std::size_t period = static_cast<std::size_t>(m_period);
    const std::size_t length = columns + 2 * period;
    if (m_stripes.size() == length) return;
    m_stripes.resize(length);
    m_checks.resize(length);
    m_dashes.resize(length);
    for (std::size_t x = 0; x < length; ++x) {
        const bool isFirstHalf = x % period < period / 2;
        m_stripes[x] = isFirstHalf ? m_transport : m_transportLine;
        m_checks[x] = isFirstHalf ? m_combine : m_combineCheck;
        m_dashes[x] = x % (2 * period) < period / 4 ? m_unrecorded : m_ground;
    }
}

void LanePainter::paint(QImage& image, const QRect& strip, const LaneContent& lane) {
    layOut(lane, strip.height());
    for (int level = 0; level < strip.height(); ++level) {
        const int y = strip.bottom() - level;
        if (y < 0 || y >= image.height()) continue;
        const RowTones tones{.stripes = m_stripes.data() + y % m_period,
                             .checks = m_checks.data() + (2 * y / m_period % 2) * (m_period / 2),
                             .dashes = m_dashes.data() + y % (2 * m_period),
                             .ground = m_ground,
                             .compute = m_compute};
        paintRow(reinterpret_cast<QRgb*>(image.scanLine(y)) + strip.left(), level, lane.columns.size(), m_layers,
                 tones);
    }
}

void LanePainter::label(QPainter& painter, const QRect& strip, const LaneContent& lane) const {
    const QFontMetrics metrics = painter.fontMetrics();
    if (strip.height() < metrics.height()) return;
    painter.setPen(m_ink);
    const double pixels = strip.width() / Seconds(lane.range.high - lane.range.low).count();
    const double baseline = strip.top() + (strip.height() - metrics.height()) / 2.0 + metrics.ascent();
    for (const ChunkSpan* span : lane.longSpans) {
        if (span->kind != SpanKind::Compute) continue;
        const double begin = Seconds(span->begin - lane.range.low).count() * pixels;
        const double end = begin + Seconds(span->duration).count() * pixels;
        const double left = std::max(0.0, begin);
        const double room = std::min<double>(strip.width(), end) - left - LabelMargin;
        if (room < LabelWidth - LabelMargin) continue;
        QString text = itemsText(*span);
        double width = metrics.horizontalAdvance(text);
        if (width > room) {
            text = text.section(u' ', -1);
            width = metrics.horizontalAdvance(text);
        }
        if (width > room) continue;
        painter.drawText(QPointF(strip.left() + left + (room + LabelMargin - width) / 2, baseline), text);
    }
}

}  // namespace breakeven
