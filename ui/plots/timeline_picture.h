/// The picture of a lane: each pixel column divided by what its time went to, from below compute, transport, combine;
/// what is left empty is waiting. Kinds differ by pattern, too: plain, stripes, checks.
#pragma once

#include "core/plots/timeline.h"

#include <QColor>
#include <QImage>
#include <QRect>

#include <array>
#include <span>
#include <string_view>
#include <vector>

class QPainter;

namespace breakeven {

struct TimelineColours {
    QColor paper, ground;                ///< around the lanes, and of a lane where its worker waits
    std::array<QColor, SpanKinds> kind;  ///< by SpanKind; at least 3:1 on the ground
    QColor unrecorded;
};

/// Compute has the colour of the backend that carries it out, as in every chart.
TimelineColours timelineColours(std::string_view family, bool dark);

/// How many pixels from below each layer reaches: compute, transport, combine, not recorded. Of what is there at all,
/// a pixel is drawn, at the cost of what lies above or below it. Range: width > 0, height >= 4.
std::array<int, SpanKinds + 1> layersOf(const TimeTotals& column, std::chrono::nanoseconds width, int height);

/// What is drawn of a lane.
struct LaneContent {
    TimeRange range;
    std::span<const TimeTotals> columns;          ///< the lane's, one per device pixel
    std::span<const ChunkSpan* const> longSpans;  ///< with room for a line of the ground before them
};

class LanePainter {
public:
    /// ratio: device pixels per pixel, the scale of the patterns.
    LanePainter(const TimelineColours& colours, double ratio);

    /// How long a span is to be one of LaneContent's long ones.
    std::chrono::nanoseconds leastLong(TimeRange range, std::size_t columns) const;

    /// Fills the strip, in device pixels; what of it lies above or below the image is left out. The image's format:
    /// RGB32. As many columns as the strip is wide, and no more than the image.
    void paint(QImage& image, const QRect& strip, const LaneContent& lane);

    /// Which items each chunk has, where there is room: in words, or as numbers alone. The strip: as above, in pixels.
    void label(QPainter& painter, const QRect& strip, const LaneContent& lane) const;

private:
    void layOut(const LaneContent& lane, int height);

    double m_ratio;
    QColor m_ink;  ///< on the colour of compute
    QRgb m_ground, m_compute, m_transport, m_transportLine, m_combine, m_combineCheck, m_unrecorded;
    int m_period;  ///< of the patterns, device pixels
    std::array<std::vector<int>, SpanKinds + 1> m_layers;
    std::vector<QRgb> m_stripes, m_checks, m_dashes;
};

}  // namespace breakeven
