#include "core/engine/call_progress.h"

#include "core/base/bar_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace breakeven {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds DrawInterval{100};  // tqdm's mininterval
constexpr double Smoothing = 0.3;                       // tqdm's
/// Parts of a chunk last about this long.
constexpr std::chrono::milliseconds CountInterval{1};
/// With more waves than this, their ends have spread and the smoothed rate is the better guess.
constexpr double MostWaves = 20;
/// Items that take less are many a second, whatever the waves.
constexpr Seconds LongItem{0.1};

std::string rateText(double rate) {
    std::array<char, 32> text{};
    if (rate >= 1)
        std::snprintf(text.data(), text.size(), "%5.2fit/s", rate);
    else
        std::snprintf(text.data(), text.size(), "%5.2fs/it", 1 / rate);
    return text.data();
}

}  // namespace

ItemCount ProgressCounter::total() const noexcept {
    ItemCount sum = 0;
    for (const Cell& cell : m_cells)
        sum += cell.count.load(std::memory_order_relaxed);
    return sum;
}

std::size_t ProgressCounter::cellOfThread() noexcept {
    static std::atomic<std::size_t> threads{0};
    thread_local const std::size_t cell = threads.fetch_add(1, std::memory_order_relaxed) % Cells;
    return cell;
}

/// Failed items are done too: the bar is to reach its end.
void CountedKernel::runPart(ItemCount begin, ItemCount end) {
    try {
        m_inner.run(begin, end);
    } catch (...) {
        m_counter.add(end - begin);
        throw;
    }
    m_counter.add(end - begin);
}

void CountedKernel::run(ItemCount begin, ItemCount end) {
    for (ItemCount part = 1; begin < end;) {
        const ItemCount next = begin + std::min(part, end - begin);
        if (next == end) return runPart(begin, end);
        const auto started = Clock::now();
        runPart(begin, next);
        if (Clock::now() - started < CountInterval) part *= 2;
        begin = next;
    }
}

void CountedKernel::fold(ItemCount begin, ItemCount end) {
    m_inner.fold(begin, end);
    m_counter.add(end - begin);
}

void ProgressEstimate::Average::add(double value) {
    sum = Smoothing * value + (1 - Smoothing) * sum;
    weight = Smoothing + (1 - Smoothing) * weight;
}

void ProgressEstimate::update(ItemCount done, Seconds elapsed) {
    if (done > m_done) {
        m_items.add(static_cast<double>(done - m_done));
        m_times.add((elapsed - m_lastEnd).count());
        m_lastEnd = elapsed;
        m_done = done;
    }
    m_elapsed = elapsed;
}

std::optional<double> ProgressEstimate::rate() const {
    if (m_done == 0 || m_times.mean() <= 0) return std::nullopt;
    return m_items.mean() / m_times.mean();
}

std::optional<Seconds> ProgressEstimate::remaining() const {
    if (m_done == 0) return std::nullopt;
    if (m_done >= m_total) return Seconds(0);
    const double workers = m_workers;
    const double waves = std::ceil(static_cast<double>(m_total) / workers);
    const Seconds wave = m_lastEnd / std::ceil(static_cast<double>(m_done) / workers);
    if (waves <= MostWaves && wave >= LongItem) return std::max(Seconds(0), wave * waves - m_elapsed);
    const auto perSecond = rate();
    if (!perSecond) return std::nullopt;
    return Seconds(static_cast<double>(m_total - m_done) / *perSecond);
}

std::string progressText(const std::string& label, ItemCount done, ItemCount total, Seconds elapsed,
                         const ProgressEstimate& estimate, std::size_t columns) {
    const double fraction = total == 0 ? 1 : static_cast<double>(done) / static_cast<double>(total);
    const bool isOver = done >= total;
    const auto rate = isOver && elapsed.count() > 0 ? static_cast<double>(done) / elapsed.count() : estimate.rate();
    const auto remaining = isOver ? Seconds(0) : estimate.remaining();
    const std::string head = (label.empty() ? "" : label + ": ") + percentText(fraction) + '|';
    const std::string tail = "| " + std::to_string(done) + '/' + std::to_string(total) + " [" + clockText(elapsed) +
                             '<' + (remaining ? clockText(*remaining) : "?") + ", " +
                             (rate && *rate > 0 ? rateText(*rate) : "?it/s") + ']';
    const std::size_t text = columnsOf(head) + columnsOf(tail);
    return cutTo(head + barCells(fraction, text < columns ? columns - text : 0) + tail, columns);
}

ProgressBar::ProgressBar(Settings settings)
    : m_settings(std::move(settings)),
      m_estimate(m_settings.total, m_settings.workers),
      m_thread([this] { serve(); }) {}

ProgressBar::~ProgressBar() {
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
        m_changed.notify_all();
    }
    m_thread.join();
    draw();
    m_settings.sink("\n");
}

void ProgressBar::serve() {
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, DrawInterval, [&] { return m_isOver; })) {
        lock.unlock();
        draw();
        lock.lock();
    }
}

void ProgressBar::draw() {
    const ItemCount done = m_settings.done();
    const Seconds elapsed = Clock::now() - m_begin;
    m_estimate.update(done, elapsed);
    const std::string text =
        progressText(m_settings.label, done, m_settings.total, elapsed, m_estimate, m_settings.columns);
    m_settings.sink('\r' + text + std::string(m_settings.columns - columnsOf(text), ' '));
}

}  // namespace breakeven
