#include "core/parallel/verbose_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace breakeven {

namespace {

/// joblib's short_format_time: minutes above one minute.
std::string timeText(Seconds seconds) {
    std::array<char, 64> text{};
    if (seconds.count() > 60)
        std::snprintf(text.data(), text.size(), "%4.1fmin", seconds.count() / 60);
    else
        std::snprintf(text.data(), text.size(), " %5.1fs", seconds.count());
    return text.data();
}

/// joblib's _verbosity_filter: lines thin out with the square root of their number.
bool isFiltered(ItemCount index, int verbose) {
    if (verbose > 10 || index == 0) return false;
    const double distance = 11 - verbose;
    const double scale = 0.5 * distance * distance;
    const double number = static_cast<double>(index);
    return std::floor(std::sqrt(number / scale)) == std::floor(std::sqrt((number + 1) / scale));
}

}  // namespace

VerboseLines::VerboseLines(int verbose, WorkerCount workers, std::optional<ItemCount> items, ItemCount preDispatch)
    : m_verbose(verbose),
      m_workers(workers),
      m_items(items),
      m_preDispatch(preDispatch),
      m_width(items && *items > 0 ? std::to_string(*items).size() : 3) {}

std::string VerboseLines::started(std::string_view backend) const {
    return line("Using backend " + std::string(backend) + " with " + std::to_string(m_workers) +
                " concurrent workers.");
}

std::string VerboseLines::afterChunk(const DispatchState& state) const {
    const ItemCount done = state.completedItems;
    const std::string elapsed = "| elapsed: " + timeText(state.elapsed);
    if (!state.inputIsUsedUp) {
        if (isFiltered(state.dispatchedChunks, m_verbose)) return {};
        if (m_items) return line("Done " + padded(done) + " out of " + padded(*m_items) + ' ' + elapsed);
        return line("Done " + padded(done) + " tasks " + std::string(2 + m_width, ' ') + elapsed);
    }
    const ItemCount total = state.dispatchedItems;
    if (done == total) return {};
    if (done != 0) {
        const auto cursor = static_cast<std::int64_t>(total - done + 1) - static_cast<std::int64_t>(m_preDispatch);
        const auto frequency = static_cast<std::int64_t>(total / static_cast<ItemCount>(m_verbose) + 1);
        if (done + 1 == total || cursor % frequency != 0) return {};
    }
    const Seconds remaining =
        state.elapsed / static_cast<double>(std::max<ItemCount>(done, 1)) * static_cast<double>(total - done);
    return line("Done " + padded(done) + " out of " + padded(total) + ' ' + elapsed +
                " remaining: " + timeText(remaining));
}

std::string VerboseLines::finished(const DispatchState& state) const {
    const std::string done = padded(state.completedItems);
    return line("Done " + done + " out of " + done + " | elapsed: " + timeText(state.elapsed) + " finished");
}

std::string VerboseLines::line(const std::string& text) const {
    return "[Parallel(n_jobs=" + std::to_string(m_workers) + ")]: " + text + '\n';
}

std::string VerboseLines::padded(ItemCount number) const {
    const std::string text = std::to_string(number);
    return std::string(m_width - std::min(m_width, text.size()), ' ') + text;
}

}  // namespace breakeven
