/// Progress of one call, in the manner of tqdm: workers count, one thread draws. Only completed items count.
#pragma once

#include "core/base/units.h"
#include "core/engine/kernel.h"

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace breakeven {

/// Counts what many threads have done, without a lock and without sharing a cache line between few of them.
class ProgressCounter {
public:
    void add(ItemCount items) noexcept { m_cells[cellOfThread()].count.fetch_add(items, std::memory_order_relaxed); }
    ItemCount total() const noexcept;

private:
    static constexpr std::size_t Cells = 64;
    struct alignas(64) Cell {
        std::atomic<ItemCount> count{0};
    };
    static std::size_t cellOfThread() noexcept;

    std::array<Cell, Cells> m_cells;
};

/// A kernel that counts what it has done. Long chunks are counted in parts of about a millisecond, so that counting
/// costs a clock reading now and then, not something per item.
class CountedKernel final : public Kernel {
public:
    /// Both must outlive it.
    CountedKernel(Kernel& inner, ProgressCounter& counter) : m_inner(inner), m_counter(counter) {}

    void run(ItemCount begin, ItemCount end) override;
    void fold(ItemCount begin, ItemCount end) override;
    void combine(std::span<const ItemCount> begins) override { m_inner.combine(begins); }
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        m_inner.pack(side, begin, end, bytes);
    }
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        m_inner.unpack(side, begin, end, bytes);
    }

private:
    void runPart(ItemCount begin, ItemCount end);

    Kernel& m_inner;
    ProgressCounter& m_counter;
};

/// tqdm's estimate: smoothed counts over smoothed times. While few long items are computed by several workers, whole
/// waves are counted instead, since items end together.
class ProgressEstimate {
public:
    /// total: items, >= 1; workers: >= 1.
    ProgressEstimate(ItemCount total, WorkerCount workers) : m_total(total), m_workers(workers) {}

    /// Tells how many were done at a time since the start; later ones are not smaller.
    void update(ItemCount done, Seconds elapsed);

    std::optional<double> rate() const;        ///< items per second, lately; absent before the first item
    std::optional<Seconds> remaining() const;  ///< absent before the first item

private:
    struct Average {
        double sum = 0;
        double weight = 0;
        void add(double value);
        double mean() const { return sum / weight; }
    };

    ItemCount m_total;
    WorkerCount m_workers;
    ItemCount m_done = 0;
    Seconds m_elapsed{0};
    Seconds m_lastEnd{0};  ///< when `done` last grew
    Average m_items;
    Average m_times;
};

/// "squares:  34%|███▍      | 34/100 [00:12<00:24,  2.83it/s]", at most `columns` wide. A finished bar shows the mean
/// rate of the whole.
std::string progressText(const std::string& label, ItemCount done, ItemCount total, Seconds elapsed,
                         const ProgressEstimate& estimate, std::size_t columns);

/// Draws a bar until it is destroyed: at most ten times a second, and once at the end.
class ProgressBar {
public:
    struct Settings {
        std::string label;
        ItemCount total = 1;
        WorkerCount workers = 1;
        std::function<ItemCount()> done;             ///< called by the drawing thread
        std::function<void(std::string_view)> sink;  ///< takes texts with '\r', at last '\n'; must not throw
        std::size_t columns = 80;
    };
    explicit ProgressBar(Settings settings);
    ~ProgressBar();

    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

private:
    void draw();
    void serve();

    Settings m_settings;
    ProgressEstimate m_estimate;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOver = false;
    std::thread m_thread;
};

}  // namespace breakeven
