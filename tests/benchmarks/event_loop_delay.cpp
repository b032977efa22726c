// How late the window's event loop is while it shows a run live and every CPU has something else to compute, too: a
// timer asks to be called every 10 ms and notes how much later it was. Waiting for the processor and our own drawing
// both count.
#include "core/experiment/codec.h"
#include "core/os/child.h"
#include "core/os/cpus.h"
#include "core/stats/distribution.h"
#include "tests/benchmarks/programs.h"
#include "tests/benchmarks/windowed_proof.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string_view>
#include <utility>

namespace {

using namespace breakeven;
using benchmarks::Claim;

constexpr QSize WindowSize{1440, 900};
constexpr std::chrono::milliseconds Every{10};
constexpr std::string_view AsSpin = "--spin";

/// Computes until the parent is gone, which kills it.
[[noreturn]] void spin() {
    for (volatile std::uint64_t turns = 0;;)
        turns = turns + 1;
}

ExperimentSpec specOf(Seconds length) {
    ExperimentSpec spec;
    spec.name = "event-loop-delay";
    spec.cases.resize(1);
    spec.cases[0].workload = "square";
    spec.cases[0].backends = {"serial", "tbb", "openmp-static", "threads"};
    spec.cases[0].sizes = "100:1e6:n13";
    spec.stopping = {.precision = 1e-6, .minSamples = 10, .maxSamples = 1000, .maxTime = length, .launches = 2};
    return spec;
}

/// Notes by how many milliseconds each call came late.
class Probe : public QObject {
public:
    Probe() {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const auto late = std::chrono::steady_clock::now() - m_due;
            m_delays.push_back(std::max(0.0, std::chrono::duration<double, std::milli>(late).count()));
            start();
        });
    }

    void start() {
        m_due = std::chrono::steady_clock::now() + Every;
        m_timer.start(Every);
    }
    std::vector<double> takeDelays() { return std::exchange(m_delays, {}); }

private:
    QTimer m_timer;
    std::chrono::steady_clock::time_point m_due;
    std::vector<double> m_delays;
};

/// Delays from the first sample to the end of the run.
Result<std::vector<double>> delaysOf(const std::string& file) {
    MainWindow window(QString::fromStdString(file));
    window.resize(WindowSize);
    window.show();
    Session& session = window.session();
    QEventLoop loop;
    Probe probe;
    bool started = false;
    bool measures = false;
    QObject::connect(&session, &Session::failed, &loop, &QEventLoop::quit);
    QObject::connect(&session, &Session::catalogChanged, &loop, [&] {
        if (!std::exchange(started, true)) session.run();
    });
    QObject::connect(&session, &Session::resultsChanged, &loop, [&] {
        const bool hasSample = session.newest() != nullptr && session.state() == Session::State::Running;
        if (hasSample && !std::exchange(measures, true)) probe.start();
    });
    QObject::connect(&session, &Session::stateChanged, &loop, [&] {
        if (started && session.state() == Session::State::Idle) loop.quit();
    });
    if (session.failure().isEmpty()) loop.exec();
    if (!session.failure().isEmpty()) return Error{ErrorCode::WorkFailed, session.failure().toStdString()};
    return probe.takeDelays();
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options, const QString& folder) {
    const std::string file = folder.toStdString() + "/spec.json";
    std::ofstream(file) << writeSpec(specOf(Seconds(options.quick ? 2 : 20)));
    std::vector<Child> busy;
    for (int cpu = 0; cpu < usableCpus().count; ++cpu) {
        BREAKEVEN_TRY(auto child,
                      Child::spawn({benchmarks::pathOf("benchmarks/event_loop_delay"), std::string(AsSpin)}));
        busy.push_back(std::move(child));
    }
    applyTheme(Theme::Light);
    std::vector<double> delays;
    for (int repeat = 0; repeat < options.repeatsOr(3, 1); ++repeat) {
        BREAKEVEN_TRY(const auto more, delaysOf(file));
        delays.insert(delays.end(), more.begin(), more.end());
    }
    if (delays.empty()) return Error{ErrorCode::WorkFailed, "run: no sample came while it ran"};
    std::ranges::sort(delays);
    std::vector<Claim> claims;
    for (const auto& [name, share] : {std::pair("p50", 0.5), std::pair("p99", 0.99), std::pair("max", 1.0)}) {
        claims.push_back({.name = std::string("delay of the event loop, ") + name,
                          .unit = "ms",
                          .value = quantile(delays, share),
                          .count = delays.size()});
    }
    claims[1].must = benchmarks::atMost(50);
    claims[1].aim = benchmarks::atMost(16);
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && argv[1] == AsSpin) spin();
    return benchmarks::runWindowedProof("event-loop-delay", argc, argv, run);
}
