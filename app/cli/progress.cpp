#include "app/cli/progress.h"

#include "core/base/bar_text.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <utility>

#include <sys/ioctl.h>
#include <unistd.h>

namespace breakeven {
namespace {

constexpr std::size_t AssumedColumns = 100;
constexpr std::size_t WidestBar = 30;

/// Mean over the whole run: "118 samples/s", below one per second "12.5 s/sample", before the first "? samples/s".
std::string rateText(std::size_t samples, Seconds elapsed) {
    if (samples == 0 || elapsed <= Seconds(0)) return "? samples/s";
    const double rate = static_cast<double>(samples) / elapsed.count();
    const double shown = rate >= 1 ? rate : 1 / rate;
    return numberText(shown >= 10 ? std::round(shown) : std::round(shown * 10) / 10) +
           (rate >= 1 ? " samples/s" : " s/sample");
}

/// ", ± 1.4 % at the end": how precise all times should be when the run ends.
std::string forecastText(const Progress& progress) {
    constexpr double Useful = 1;  // a forecast beyond the times themselves says nothing
    if (!progress.expectedPrecision || *progress.expectedPrecision > Useful || progress.remaining <= Seconds(0))
        return "";
    const double percent = 100 * *progress.expectedPrecision;
    return ", ± " + numberText(percent >= 10 ? std::round(percent) : std::round(percent * 10) / 10) + " % at the end";
}

std::string countsText(const ProgressState& state) {
    return std::to_string(state.trialsDone) + '/' + std::to_string(state.trials) + " trials" + state.leftOut + " [" +
           clockText(state.elapsed) + '<' + clockText(state.progress.remaining) + forecastText(state.progress) + ", " +
           rateText(state.progress.samples, state.elapsed) + ']';
}

/// Measured enough, or failed; what was refused or never had its turn is not done. Once the run has ended, what was
/// measured at all is done: nothing more comes.
bool isDone(const TrialResult& result, const Stopping& stopping, bool isOver) {
    switch (result.status) {
        case TrialStatus::Ok:
            return isOver ? !result.samples.empty()
                          : result.samples.size() >= static_cast<std::size_t>(stopping.minSamples);
        case TrialStatus::Interrupted:
        case TrialStatus::Refused:
        case TrialStatus::Skipped:
            return false;
        default:
            return true;
    }
}

/// ", 2 refused"; empty when none has the status.
std::string countOf(const Results& results, TrialStatus status) {
    const auto count = std::ranges::count(results.trials(), status, &TrialResult::status);
    return count == 0 ? "" : ", " + std::to_string(count) + ' ' + std::string(statusWord(status));
}

}  // namespace

Result<ProgressMode> parseProgressMode(const std::string& text) {
    if (text == "auto") return ProgressMode::Auto;
    if (text == "always") return ProgressMode::Always;
    if (text == "never") return ProgressMode::Never;
    return notAllowed("progress", inQuotes(text), "auto, always or never");
}

ProgressState progressState(const Plan& plan, const Results& results, Seconds elapsed) {
    ProgressState state;
    state.label = plan.spec.name;
    state.progress = progressOf(plan, results, elapsed);
    state.trials = plan.trials.size();
    state.elapsed = elapsed;
    const TrialResult* latest = nullptr;
    const bool isOver = results.finished().has_value();
    state.trialsDone = static_cast<std::size_t>(std::ranges::count_if(
        results.trials(), [&](const TrialResult& result) { return isDone(result, plan.spec.stopping, isOver); }));
    state.leftOut = countOf(results, TrialStatus::Refused) + countOf(results, TrialStatus::Skipped);
    if (!results.blocks().empty()) {
        const Block& block = plan.blocks.at(static_cast<std::size_t>(results.blocks().back().block));
        latest = results.find(block.trials.back());
    }
    if (latest != nullptr) {
        const Trial& trial = latest->trial;
        state.current = trial.workload + ' ' + trial.backend + ' ' + formatSize(static_cast<double>(trial.size));
    }
    return state;
}

std::string progressBar(const ProgressState& state, std::size_t columns) {
    const std::string head = state.label + ": " + percentText(state.progress.fraction) + '|';
    std::string tail = "| " + countsText(state);
    const std::string withCurrent = tail + ' ' + state.current;
    constexpr std::size_t NarrowestBar = 10;
    if (columnsOf(head) + NarrowestBar + columnsOf(withCurrent) <= columns) tail = withCurrent;
    const std::size_t text = columnsOf(head) + columnsOf(tail);
    const std::size_t width = text < columns ? std::min(WidestBar, columns - text) : 0;
    return cutTo(head + barCells(state.progress.fraction, width) + tail, columns);
}

std::optional<std::size_t> terminalColumns() {
    if (::isatty(STDERR_FILENO) != 1) return std::nullopt;
    winsize size = {};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return AssumedColumns;
    return size.ws_col;
}

ProgressLine::ProgressLine(ProgressMode mode, std::function<std::optional<std::size_t>()> columns)
    : m_columns(std::move(columns)),
      m_shown(mode != ProgressMode::Never),
      m_terminal(m_columns().has_value()),
      m_bar(m_terminal || mode == ProgressMode::Always) {}

void ProgressLine::update(const Plan& plan, const Results& results, Seconds elapsed) {
    using namespace std::chrono_literals;
    if (!m_shown || Clock::now() < m_next) return;
    const ProgressState state = progressState(plan, results, elapsed);
    if (m_bar) {
        const std::size_t columns = m_columns().value_or(AssumedColumns);
        // The last column stays empty: many terminals wrap once it is written.
        std::cerr << '\r' + progressBar(state, columns - 1) + (m_terminal ? "\x1b[K" : "") << std::flush;
        m_next = Clock::now() + 100ms;
    } else {
        if (state.progress.samples > 0) {
            std::cerr << state.label + ": " + percentText(state.progress.fraction) + ' ' + countsText(state) + '\n'
                      << std::flush;
        }
        m_next = Clock::now() + 5s;
    }
}

void ProgressLine::finish(const Plan& plan, const Results& results, Seconds elapsed) {
    if (!m_shown) return;
    if (m_terminal) {
        std::cerr << "\r\x1b[K" << std::flush;
        return;
    }
    m_next = Clock::now();
    update(plan, results, elapsed);
    if (m_bar) std::cerr << '\n';
}

}  // namespace breakeven
