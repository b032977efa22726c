/// What a timeline's picture is by definition: every span walked, nothing of the lanes' index used.
#pragma once

#include "tests/core/plots/random_pass.h"
#include "ui/plots/timeline_canvas.h"

#include <QImage>
#include <QPainter>

namespace breakeven {

/// The lanes of what the canvas shows, on light paper and a screen of one device pixel per pixel.
inline QImage everySpanDrawn(const TimelineCanvas& canvas, std::string_view family) {
    const Timeline& timeline = *canvas.timeline();
    const TimeRange range = canvas.visibleRange();
    const QRect lanes = canvas.lanesRect();
    QImage picture(lanes.size(), QImage::Format_RGB32);
    const TimelineColours colours = timelineColours(family, false);
    picture.fill(colours.paper);
    LanePainter lanePainter(colours, 1);
    QPainter painter(&picture);
    painter.setFont(canvas.font());
    std::vector<TimeTotals> columns(static_cast<std::size_t>(lanes.width()));
    const auto least = lanePainter.leastLong(range, columns.size());
    for (std::size_t number = 0; number < timeline.lanes.size(); ++number) {
        const TimelineLane& lane = timeline.lanes[number];
        everySpan(lane, timeline.length, range, columns);
        std::vector<const ChunkSpan*> longSpans;
        for (const ChunkSpan& span : lane.spans())
            if (span.duration >= least && span.begin < range.high && span.begin + span.duration > range.low)
                longSpans.push_back(&span);
        const LaneContent content{.range = range, .columns = columns, .longSpans = longSpans};
        const QRect strip = canvas.laneRect(number).translated(-lanes.topLeft());
        lanePainter.paint(picture, strip, content);
        lanePainter.label(painter, strip, content);
    }
    return picture;
}

}  // namespace breakeven
