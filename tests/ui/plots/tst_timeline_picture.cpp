#include "core/plots/palette.h"
#include "tests/core/plots/random_pass.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/timeline_picture.h"

#include <QImage>

#include <map>

using namespace breakeven;
using std::chrono::nanoseconds;

namespace {

constexpr int Width = 240;
constexpr int Height = 30;

TimeTotals spent(int compute, int transport = 0, int combine = 0, int unrecorded = 0) {
    TimeTotals totals;
    totals.spent = {nanoseconds(compute), nanoseconds(transport), nanoseconds(combine)};
    totals.unrecorded = nanoseconds(unrecorded);
    return totals;
}

Rgb rgbOf(const QColor& colour) {
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

QImage painted(const LaneContent& content, const TimelineColours& colours, double ratio = 1) {
    QImage image(Width, Height, QImage::Format_RGB32);
    LanePainter(colours, ratio).paint(image, image.rect(), content);
    return image;
}

}  // namespace

class TestTimelinePicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void layersAreSharesOfTheHeight() {
        using Layers = std::array<int, SpanKinds + 1>;
        QCOMPARE(layersOf(spent(50), nanoseconds(100), 40), (Layers{20, 20, 20, 20}));
        QCOMPARE(layersOf(spent(25, 25, 25, 25), nanoseconds(100), 40), (Layers{10, 20, 30, 40}));
        QCOMPARE(layersOf(spent(100), nanoseconds(100), 40), (Layers{40, 40, 40, 40}));
        QCOMPARE(layersOf(spent(0), nanoseconds(100), 40), (Layers{0, 0, 0, 0}));
    }

    void whateverIsThereHasAPixel() {
        using Layers = std::array<int, SpanKinds + 1>;
        QCOMPARE(layersOf(spent(1, 1, 1), nanoseconds(1'000'000), 40), (Layers{1, 2, 3, 3}));
        QCOMPARE(layersOf(spent(999'999, 0, 1), nanoseconds(1'000'000), 40), (Layers{39, 39, 40, 40}));
        QCOMPARE(layersOf(spent(1, 999'999), nanoseconds(1'000'000), 40), (Layers{1, 40, 40, 40}));
        TimeTotals instant;
        instant.chunks = 1;
        QCOMPARE(layersOf(instant, nanoseconds(100), 40), (Layers{1, 1, 1, 1}));
        for (std::uint64_t i = 0; i < 2'000; ++i) {
            TimeTotals random;
            std::int64_t rest = 1'000;
            for (std::size_t kind = 0; kind < SpanKinds; ++kind) {
                const auto part =
                    static_cast<std::int64_t>(randomBelow(1, 4 * i + kind, 3) == 0
                                                  ? randomBelow(2, 4 * i + kind, static_cast<std::uint64_t>(rest + 1))
                                                  : 0);
                random.spent[kind] = nanoseconds(part);
                rest -= part;
            }
            const Layers layers = layersOf(random, nanoseconds(1'000), 7);
            int below = 0;
            for (std::size_t kind = 0; kind < SpanKinds; ++kind) {
                QCOMPARE(layers[kind] > below, random.spent[kind] > nanoseconds(0));
                const double exact = 7 * Seconds(random.spent[kind]) / Seconds(nanoseconds(1'000));
                QVERIFY(std::abs(layers[kind] - below - exact) <= 2);
                below = layers[kind];
            }
            QVERIFY(layers.back() <= 7);
        }
    }

    void everyPixelShowsItsLayer() {
        const TimelineColours colours = timelineColours("tbb", false);
        std::vector<TimeTotals> columns(Width);
        for (std::size_t x = 0; x < Width; ++x)
            columns[x] = spent(static_cast<int>(randomBelow(3, x, 30)), static_cast<int>(randomBelow(4, x, 30)),
                               static_cast<int>(randomBelow(5, x, 20)), static_cast<int>(randomBelow(6, x, 20)));
        const TimeRange range{nanoseconds(0), nanoseconds(100 * Width)};
        const QImage image = painted({.range = range, .columns = columns, .longSpans = {}}, colours);
        std::map<QRgb, int> layerOf;  // a layer shares no tone with another, but for the ground
        for (int x = 0; x < Width; ++x) {
            const auto layers = layersOf(columns[static_cast<std::size_t>(x)], nanoseconds(100), Height);
            for (int y = 0; y < Height; ++y) {
                const int level = Height - 1 - y;
                int layer = 0;
                while (layer < 4 && level >= layers[static_cast<std::size_t>(layer)])
                    ++layer;
                const QRgb tone = image.pixel(x, y);
                if (layer == 4) QCOMPARE(QColor(tone), colours.ground);
                if (tone == colours.ground.rgb()) {
                    QVERIFY(layer >= 3);  // between the lines of what is not recorded
                    continue;
                }
                const auto [known, isNew] = layerOf.try_emplace(tone, layer);
                QCOMPARE(known->second, layer);
            }
        }
        QCOMPARE(layerOf.size(), std::size_t(1 + 2 + 2 + 1));
        QCOMPARE(layerOf.at(colours.kind[0].rgb()), 0);
        QCOMPARE(layerOf.at(colours.kind[1].rgb()), 1);
        QCOMPARE(layerOf.at(colours.kind[2].rgb()), 2);
    }

    void longSpansBeginAfterALineAndEndCleanly() {
        const TimelineColours colours = timelineColours("tbb", false);
        const Timeline timeline =
            makeTimeline({.wall = Seconds(Width * 10e-9),
                          .workers = {{{SpanKind::Compute, nanoseconds(100), nanoseconds(303), 0, 1},
                                       {SpanKind::Compute, nanoseconds(1'000), nanoseconds(206), 1, 1}}},
                          .caller = {}});
        const TimelineLane& lane = timeline.lanes.at(0);
        const TimeRange range{nanoseconds(0), nanoseconds(Width * 10)};
        std::vector<TimeTotals> columns(Width);
        std::vector<const ChunkSpan*> spans;
        lane.columns(range, columns);
        lane.longSpans(range, LanePainter(colours, 1).leastLong(range, Width), spans);
        QCOMPARE(spans.size(), std::size_t(2));
        const QImage image = painted({.range = range, .columns = columns, .longSpans = spans}, colours);
        const auto isPlain = [&](int x, const QColor& colour) {
            for (int y = 0; y < Height; ++y)
                if (image.pixelColor(x, y) != colour) return false;
            return true;
        };
        QVERIFY(isPlain(10, colours.ground));  // the line before it
        QVERIFY(isPlain(11, colours.kind[0]));
        QVERIFY(isPlain(39, colours.kind[0]));
        QVERIFY(isPlain(40, colours.ground));    // three tenths of it are the span's
        QVERIFY(isPlain(120, colours.kind[0]));  // six tenths
        QVERIFY(isPlain(121, colours.ground));
    }

    void whatLiesOutsideOfTheImageIsLeftOut() {
        const TimelineColours colours = timelineColours("tbb", false);
        std::vector<TimeTotals> columns(Width);
        for (std::size_t x = 0; x < Width; ++x)
            columns[x] = spent(static_cast<int>(randomBelow(3, x, 50)), static_cast<int>(randomBelow(4, x, 50)));
        const LaneContent content{
            .range = {nanoseconds(0), nanoseconds(100 * Width)}, .columns = columns, .longSpans = {}};
        QImage tall(Width, 3 * Height, QImage::Format_RGB32);
        const QRect strip(0, 12, Width, 60);  // a whole number of patterns down
        LanePainter(colours, 1).paint(tall, strip, content);
        QImage cut(Width, Height, QImage::Format_RGB32);
        LanePainter(colours, 1).paint(cut, strip.translated(0, -36), content);
        QCOMPARE(cut, tall.copy(0, 36, Width, Height));
    }

    void kindsCanBeToldFromTheGround() {
        for (const bool dark : {false, true}) {
            for (const char* family : {"tbb", "openmp", "threads", "async", "stdpar", "processes", "mpi", "auto",
                                       "python", "command", "some-plugin"}) {
                const TimelineColours colours = timelineColours(family, dark);
                for (const QColor& kind : colours.kind)
                    QVERIFY2(contrast(rgbOf(kind), rgbOf(colours.ground)) >= 3, family);
                QVERIFY(contrast(rgbOf(colours.unrecorded), rgbOf(colours.ground)) >= 3);
            }
        }
    }
};

QTEST_MAIN(TestTimelinePicture)
#include "tst_timeline_picture.moc"
