// How long a million samples take to become a painted chart of 1440 x 900: as points of one curve, of which a screen
// can show a few in each column of its pixels; as dots of one trial's distribution; and as the samples of forty trials,
// of which a round has just come, with their medians, intervals and break-evens. Of these the window's thread only
// draws what was worked out beside it (ui/analyst.h), so that is what is judged. The baseline walks the same numbers by
// hand: lowest and highest of each column, dots per pixel, or the medians alone, drawn by QPainter without axes.
#include "core/base/random.h"
#include "core/plots/plots.h"
#include "tests/benchmarks/windowed_proof.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/row_view.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <utility>

namespace {

using namespace breakeven;
using benchmarks::Claim;

constexpr QSize ChartSize{1440, 900};
constexpr int Sizes = 20;
constexpr int TrialsPerSize = 2;  // serial and tbb

double millisecondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

QImage paper() {
    QImage image(ChartSize, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

void paint(QWidget& view, QImage& image) {
    QPainter painter(&image);
    view.render(&painter);
}

Plot curveOf(std::size_t count, std::uint64_t seed) {
    Plot plot;
    plot.title = "Samples in the order of measuring";
    plot.x = {"Sample", Quantity::Number, AxisScale::Linear, {0, static_cast<double>(count)}};
    plot.y = {"Time (s)", Quantity::Duration, AxisScale::Linear, {0, 2e-3}};
    Series& series = plot.series.emplace_back();
    series.label = series.family = "tbb";
    series.points.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        series.points[i].x = static_cast<double>(i);
        series.points[i].y = 1e-3 * (0.5 + randomUnit(seed, i));
    }
    return plot;
}

/// A line from the lowest to the highest point of each column.
void paintCurveByHand(const Series& series, const Plot& plot, QImage& image) {
    QPainter painter(&image);
    painter.setPen(QPen(Qt::blue, 2));
    const double xScale = ChartSize.width() / plot.x.range.high;
    const double yScale = ChartSize.height() / plot.y.range.high;
    QList<QLineF> lines;
    for (std::size_t i = 0; i < series.points.size();) {
        const int column = static_cast<int>(series.points[i].x * xScale);
        double low = series.points[i].y;
        double high = low;
        for (; i < series.points.size() && static_cast<int>(series.points[i].x * xScale) == column; ++i) {
            low = std::min(low, series.points[i].y);
            high = std::max(high, series.points[i].y);
        }
        lines += QLineF(column, low * yScale, column, high * yScale);
    }
    painter.drawLines(lines);
}

void addSamples(Results& results, int trial, int from, int count, std::uint64_t seed) {
    const double time = 1e-7 * std::exp2(trial / TrialsPerSize) * (1 + trial % TrialsPerSize);
    for (int round = from; round < from + count; ++round) {
        Sample sample;
        sample.trial = trial;
        sample.launch = round % 3;
        sample.round = round / 3;
        sample.seconds =
            Seconds(time * (0.95 + 0.1 * randomUnit(seed, static_cast<std::uint64_t>(trial * count + round))));
        sample.verified = true;
        results.apply(sample);
    }
}

/// Of the first trials.
Results resultsOf(int trials, int samplesPerTrial, std::uint64_t seed) {
    Results results;
    RunStarted started;
    started.runId = "million";
    started.spec.cases.resize(1);
    results.apply(started);
    for (int id = 0; id < trials; ++id) {
        Trial trial;
        trial.id = id;
        trial.workload = "square";
        trial.backend = id % TrialsPerSize == 0 ? "serial" : "tbb";
        trial.size = ItemCount{10} << (id / TrialsPerSize);
        trial.workers = id % TrialsPerSize + 1;
        results.apply(TrialStarted{0, trial});
        addSamples(results, id, 0, samplesPerTrial, seed);
    }
    return results;
}

/// Medians alone, without intervals, ratios or break-evens.
void paintMediansByHand(const Results& results, QImage& image) {
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF line;
    std::vector<double> times;
    for (const TrialResult& result : results.trials()) {
        times.clear();
        for (const Sample& sample : result.samples)
            times.push_back(sample.seconds.count());
        const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
        std::ranges::nth_element(times, middle);
        line += QPointF(100 * std::log10(static_cast<double>(result.trial.size)), -100 * std::log10(*middle));
    }
    painter.drawPolyline(line);
}

/// Each sample darkens a pixel.
void paintDotsByHand(const Results& results, QImage& image) {
    const Samples& samples = results.trials()[0].samples;
    const double typical = samples.front().seconds.count();
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double share = samples[i].seconds.count() / typical - 0.8;
        const auto x = static_cast<int>(share / 0.4 * ChartSize.width());
        const auto y = static_cast<int>(i * static_cast<std::size_t>(ChartSize.height()) / samples.size());
        if (image.rect().contains(x, y)) image.setPixel(x, y, qRgb(0, 0, 255));
    }
}

/// Ours and the one by hand in turn.
struct Pair {
    std::vector<double> ours;
    std::vector<double> byHand;

    /// prepare is not timed; it comes before ours.
    void measure(int repeats, std::uint64_t seed, const std::function<void()>& prepare,
                 const std::function<void()>& drawOurs, const std::function<void()>& drawByHand) {
        for (std::uint64_t repeat = 0; repeat < static_cast<std::uint64_t>(repeats); ++repeat) {
            const std::uint64_t first = randomBelow(seed, repeat, 2);
            for (std::uint64_t turn = 0; turn < 2; ++turn) {
                const bool isOurs = (first + turn) % 2 == 0;
                if (isOurs) prepare();
                (isOurs ? ours : byHand).push_back(millisecondsOf(isOurs ? drawOurs : drawByHand));
            }
        }
    }

    Result<void> addTo(std::vector<Claim>& claims, const std::string& name, bool isJudged) const {
        BREAKEVEN_TRY(Claim time, benchmarks::medianClaim(name, "ms", ours));
        if (isJudged) time.must = time.aim = benchmarks::atMost(20);
        claims.push_back(std::move(time));
        std::vector<double> ratios;
        for (std::size_t i = 0; i < ours.size(); ++i)
            ratios.push_back(ours[i] / byHand[i]);
        BREAKEVEN_TRY(claims.emplace_back(), benchmarks::medianClaim(name + " / by hand", "ratio", ratios));
        return {};
    }
};

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options, const QString&) {
    const int repeats = options.repeatsOr(30, 3);
    const int samples = options.quick ? 100'000 : 1'000'000;
    std::vector<Claim> claims;
    ChartView view;
    view.resize(ChartSize);
    view.show();
    QImage image = paper();

    const Plot curve = curveOf(static_cast<std::size_t>(samples), options.seed);
    Plot given;
    Pair points;
    points.measure(
        repeats, options.seed, [&] { given = curve; },
        [&] {
            view.setPlot(std::move(given));
            paint(view, image);
        },
        [&] { paintCurveByHand(curve.series[0], curve, image); });
    BREAKEVEN_CHECK(points.addTo(claims, "all as points of one curve", true));

    const Results ofOne = resultsOf(1, samples, options.seed);
    RowView rows(*findPlot("distribution"), ofOne);
    rows.resize(ChartSize);
    const double first = millisecondsOf([&] {
        rows.show();
        paint(rows, image);
    });
    Pair dots;
    dots.measure(
        repeats, options.seed, [] {},
        [&] {
            rows.resultsChanged();
            paint(rows, image);
        },
        [&] { paintDotsByHand(ofOne, image); });
    BREAKEVEN_CHECK(dots.addTo(claims, "all as dots of one trial", true));
    claims.push_back({.name = "all as dots of one trial, at first", .unit = "ms", .value = first});

    constexpr int Trials = Sizes * TrialsPerSize;
    Results results = resultsOf(Trials, samples / Trials, options.seed);
    const PlotEntry& runtime = *findPlot("runtime");
    int next = samples / Trials;
    const auto addRound = [&] {
        for (int trial = 0; trial < TrialsPerSize; ++trial)
            addSamples(results, trial, next, 1, options.seed);
        ++next;
    };
    const auto draw = [&] {
        view.setPlot(runtime.draw(results, {}));
        paint(view, image);
    };
    const auto drawByHand = [&] { paintMediansByHand(results, image); };
    claims.push_back({.name = "as medians of 40 trials, at first", .unit = "ms", .value = millisecondsOf(draw)});
    Pair live;
    live.measure(repeats, options.seed, addRound, draw, drawByHand);
    BREAKEVEN_CHECK(live.addTo(claims, "as medians of 40 trials, one round new", false));
    Pair shown;
    shown.measure(
        repeats, options.seed,
        [&] {
            addRound();
            runtime.draw(results, {});
        },
        draw, drawByHand);
    BREAKEVEN_CHECK(shown.addTo(claims, "as medians of 40 trials, analysed before", true));
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runWindowedProof("chart-million", argc, argv, run);
}
