// Whether the window disturbs what it shows: the same experiment with its charts drawn live and without a window, in
// turn. Equal within a share is what two one-sided tests at 5 % say, as in accuracy_vs_google_benchmark.cpp.
#include "core/analysis/speedup.h"
#include "core/base/random.h"
#include "core/experiment/codec.h"
#include "tests/benchmarks/programs.h"
#include "tests/benchmarks/windowed_proof.h"
#include "ui/main_window.h"

#include <QEventLoop>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <utility>

namespace {

using namespace breakeven;
using benchmarks::Claim;

constexpr QSize WindowSize{1440, 900};

ExperimentSpec specOf(Seconds length) {
    ExperimentSpec spec;
    spec.name = "window-observer";
    spec.cases.resize(1);
    spec.cases[0].workload = "square";
    spec.cases[0].backends = {"serial", "tbb"};
    spec.cases[0].sizes = "10000:1e6";
    spec.stopping = {.precision = 1e-6, .minSamples = 10, .maxSamples = 1000, .maxTime = length, .launches = 3};
    return spec;
}

Result<Results> inWindow(const std::string& file) {
    MainWindow window(QString::fromStdString(file));
    window.resize(WindowSize);
    window.show();
    Session& session = window.session();
    QEventLoop loop;
    bool started = false;
    QObject::connect(&session, &Session::failed, &loop, &QEventLoop::quit);
    QObject::connect(&session, &Session::catalogChanged, &loop, [&] {
        if (!std::exchange(started, true)) session.run();
    });
    QObject::connect(&session, &Session::stateChanged, &loop, [&] {
        if (started && session.state() == Session::State::Idle) loop.quit();
    });
    if (session.failure().isEmpty()) loop.exec();
    if (!session.failure().isEmpty()) return Error{ErrorCode::WorkFailed, session.failure().toStdString()};
    return session.results();
}

/// Window open / headless, as geometric means.
struct Ratios {
    double serial = 1;
    double parallel = 1;
};

/// Of the medians of the trials that both runs have measured: each refines its break-even at sizes of its own.
Result<Ratios> ratiosOf(const Results& open, const Results& headless) {
    std::array<double, 2> logs{};
    std::array<double, 2> counts{};
    for (const TrialResult& result : open.trials()) {
        const auto& others = headless.trials();
        const auto other = std::ranges::find_if(others, [&](const TrialResult& each) {
            return each.trial.backend == result.trial.backend && each.trial.size == result.trial.size;
        });
        if (other == others.end() || result.samples.empty() || other->samples.empty()) continue;
        const std::size_t kind = isReference(result.trial) ? 0 : 1;
        logs[kind] += std::log(summaryOf(result)->median / summaryOf(*other)->median);
        ++counts[kind];
    }
    if (counts[0] == 0 || counts[1] == 0) return Error{ErrorCode::WorkFailed, "run: not all trials were measured"};
    return Ratios{.serial = std::exp(logs[0] / counts[0]), .parallel = std::exp(logs[1] / counts[1])};
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options, const QString& folder) {
    const ExperimentSpec spec = specOf(Seconds(options.quick ? 1 : 5));
    const std::string file = folder.toStdString() + "/spec.json";
    std::ofstream(file) << writeSpec(spec);
    std::vector<double> serial;
    std::vector<double> parallel;
    for (std::uint64_t repeat = 0; repeat < static_cast<std::uint64_t>(options.repeatsOr(40, 1)); ++repeat) {
        std::array<Results, 2> runs;  // without a window, in it
        const std::uint64_t first = randomBelow(options.seed, repeat, 2);
        for (std::uint64_t turn = 0; turn < 2; ++turn) {
            const std::uint64_t windowed = (first + turn) % 2;
            BREAKEVEN_TRY(runs[windowed], windowed == 1 ? inWindow(file) : benchmarks::runExperiment({file}));
        }
        BREAKEVEN_TRY(const Ratios ratios, ratiosOf(runs[1], runs[0]));
        serial.push_back(ratios.serial);
        parallel.push_back(ratios.parallel);
    }
    BREAKEVEN_TRY(auto alone, benchmarks::medianClaim("serial: window open / headless", "ratio", serial, 0.90));
    BREAKEVEN_TRY(auto together, benchmarks::medianClaim("parallel: window open / headless", "ratio", parallel, 0.90));
    for (Claim* claim : {&alone, &together}) {
        claim->must = benchmarks::withinShare(0.02);
        claim->aim = benchmarks::withinShare(0.01);
    }
    return std::vector{std::move(alone), std::move(together)};
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runWindowedProof("window-observer", argc, argv, run);
}
