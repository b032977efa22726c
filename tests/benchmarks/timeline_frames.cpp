// How long a frame of the timeline takes while it is zoomed and moved, and whether it shows what is there: 16 lanes of
// 1 million spans on a canvas of 1920 x 1080. A frame is everything from the user's wheel or key to the finished image.
// Its picture of the lanes is compared, pixel by pixel, with one for which every span was walked. A pass with a
// hundredth of the spans shows whether their number matters.
#include "tests/benchmarks/windowed_proof.h"
#include "tests/core/plots/random_pass.h"
#include "tests/ui/plots/every_span_drawn.h"
#include "ui/plots/timeline_canvas.h"
#include "ui/plots/timeline_view.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <utility>

namespace {

using namespace breakeven;
using benchmarks::Claim;
using std::chrono::nanoseconds;

constexpr QSize CanvasSize{1920, 1080};
constexpr std::size_t Lanes = 16;
constexpr std::size_t Spans = 1'000'000;
const std::string Family = "processes";

PassSpans passOf(std::size_t spans, std::uint64_t seed) {
    return randomPass({.seed = seed,
                       .workers = Lanes,
                       .spansPerLane = spans / Lanes,
                       .meanNs = 20e3,
                       .gapShare = 0.5,
                       .withCaller = false});
}

/// In and out again between all of the pass and a dozen spans, towards another moment each time, and moved at every
/// depth.
void step(TimelineCanvas& canvas, std::uint64_t seed, std::uint64_t frame) {
    constexpr std::uint64_t Depth = 40;  // frames from all to the deepest, and as many back
    const std::uint64_t round = frame / (2 * Depth);
    const std::uint64_t place = frame % (2 * Depth);
    const TimeRange visible = canvas.visibleRange();
    const nanoseconds width = visible.high - visible.low;
    if (place == 0) canvas.showAll();
    if (frame % 2 == 1) {
        const auto moved = nanoseconds(std::llround(0.07 * static_cast<double>(width.count())));
        canvas.showRange({visible.low + moved, visible.high + moved});
        return;
    }
    const double share = randomUnit(seed, round);
    const auto anchor = visible.low + nanoseconds(std::llround(share * static_cast<double>(width.count())));
    canvas.zoom(place < Depth ? 1.8 : 1 / 1.8, anchor);
}

double millisecondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

struct Sweep {
    std::vector<double> frames;      ///< milliseconds
    std::vector<double> everySpan;   ///< milliseconds, of the frames that were compared
    std::vector<double> comparedTo;  ///< milliseconds, ours of the same
    std::size_t different = 0;
    std::size_t inked = 0;  ///< of the compared, not of one colour
};

/// Every so many frames one is compared; 0: none.
Sweep sweep(TimelineCanvas& canvas, QWidget& shown, std::size_t frames, std::size_t compareEvery, std::uint64_t seed) {
    Sweep result;
    QImage image(shown.size(), QImage::Format_RGB32);
    for (std::size_t frame = 0; frame < frames; ++frame) {
        const auto begin = std::chrono::steady_clock::now();
        step(canvas, seed, frame);
        QPainter painter(&image);
        shown.render(&painter);
        painter.end();
        result.frames.push_back(millisecondsSince(begin));
        if (compareEvery == 0 || frame % compareEvery != 0) continue;
        const auto expectedFrom = std::chrono::steady_clock::now();
        const QImage expected = everySpanDrawn(canvas, Family);
        result.everySpan.push_back(millisecondsSince(expectedFrom));
        result.comparedTo.push_back(result.frames.back());
        const QImage drawn = image.copy(canvas.lanesRect());
        result.different += drawn != expected;
        QImage plain(expected.size(), expected.format());
        plain.fill(expected.pixel(0, 0));
        result.inked += expected != plain;
    }
    return result;
}

/// Nearest rank. Range: share in (0, 1].
double quantileOf(std::vector<double> values, double share) {
    std::ranges::sort(values);
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[rank - 1];
}

Claim claimOf(std::string name, std::string unit, double value, std::size_t count) {
    return {.name = std::move(name), .unit = std::move(unit), .value = value, .count = count};
}

void addFrames(std::vector<Claim>& claims, const std::string& name, const std::vector<double>& frames, bool isJudged) {
    claims.push_back(claimOf(name + ", p50", "ms", quantileOf(frames, 0.50), frames.size()));
    claims.push_back(claimOf(name + ", p99", "ms", quantileOf(frames, 0.99), frames.size()));
    if (isJudged) {
        claims.back().must = benchmarks::atMost(16);
        claims.back().aim = benchmarks::atMost(8);
    }
    claims.push_back(claimOf(name + ", max", "ms", quantileOf(frames, 1), frames.size()));
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options, const QString&) {
    const auto frames = static_cast<std::size_t>(options.repeatsOr(1600, 80));
    const std::size_t compareEvery = options.quick ? 8 : 16;
    std::vector<Claim> claims;

    TimelineCanvas canvas;
    canvas.resize(CanvasSize);
    const auto begin = std::chrono::steady_clock::now();
    canvas.setTimeline(makeTimeline(passOf(Spans, options.seed)), Family);
    const double opening = millisecondsSince(begin);
    canvas.show();
    const Sweep million = sweep(canvas, canvas, frames, compareEvery, options.seed);
    addFrames(claims, "frame of 1 million spans", million.frames, true);
    const std::size_t compared = million.everySpan.size();
    if (million.inked != compared) return Error{ErrorCode::WorkFailed, "timeline: a compared frame shows nothing"};
    claims.push_back(
        claimOf("frames unlike every span drawn", "frames", static_cast<double>(million.different), compared));
    claims.back().must = claims.back().aim = benchmarks::atMost(0);
    std::vector<double> ratios;
    for (std::size_t i = 0; i < compared; ++i)
        ratios.push_back(million.everySpan[i] / million.comparedTo[i]);
    BREAKEVEN_TRY(claims.emplace_back(), benchmarks::medianClaim("every span drawn / frame", "ratio", ratios));

    canvas.setTimeline(makeTimeline(passOf(Spans / 100, options.seed)), Family);
    const Sweep few = sweep(canvas, canvas, frames, 0, options.seed);
    addFrames(claims, "frame of 10 thousand spans", few.frames, false);

    TimelineView view;
    view.resize(CanvasSize);
    std::vector<TimelinePass> passes(1);
    passes[0] = {.name = "all", .family = Family, .spans = passOf(Spans, options.seed)};
    view.setPasses(std::move(passes));
    view.show();
    const Sweep whole = sweep(*view.findChild<TimelineCanvas*>(), view, frames, 0, options.seed);
    addFrames(claims, "frame with its table of totals", whole.frames, true);
    claims.push_back(claimOf("making 1 million spans and their index", "ms", opening, 1));
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runWindowedProof("timeline-frames", argc, argv, run);
}
