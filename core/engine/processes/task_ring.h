/// The protocol between a pool and its workers. No lock and no fence: whoever is killed, at whatever instruction,
/// leaves a state that the others can read.
#pragma once

#include "core/engine/processes/task.h"

#include <algorithm>
#include <optional>
#include <span>

namespace breakeven {

/// Lines written seldom, by the pool or by sleepers.
template <template <class> class Atomic>
struct RingHead {
    alignas(64) Atomic<Position> skipped{0};  ///< positions below this that were not posted never will be
    alignas(64) Atomic<std::uint32_t> callerSleeps{0};
};

/// Whoever is to sleep says so and looks once more; whoever gives him a reason to wake looks for sleepers afterwards.
/// At least one sees the other, because all four are sequentially consistent; so are the loads here, which cost
/// nothing.
template <template <class> class Atomic>
class TaskRing {
public:
    TaskRing() = default;
    /// The number of lines for all is a power of 2; behind them lies the own line of every worker.
    TaskRing(RingHead<Atomic>& head, std::span<Task<Atomic>> lines, std::size_t workers)
        : m_head(&head), m_lines(lines), m_round(lines.size() - workers) {}

    std::size_t lines() const { return m_lines.size(); }
    std::size_t lineOf(Position position) const {
        return (position & OwnTask) != 0 ? m_round + (position & (MostWorkers - 1)) : position & (m_round - 1);
    }
    Task<Atomic>& line(std::size_t line) const { return m_lines[line]; }
    Task<Atomic>& at(Position position) const { return line(lineOf(position)); }
    TaskWord word(std::size_t line_) const {
        return TaskWord::unpacked(line(line_).word.load(std::memory_order_seq_cst));
    }

    // The pool's part. The line is free: its last task is Done or Left.

    void post(Position position) {
        at(position).word.store(TaskWord{position, TaskState::Ready, 0}.packed(), std::memory_order_seq_cst);
    }

    /// Posts an own task, while no other is to be had: its worker has it at once. Nobody else can take it, and nobody
    /// can take it back.
    void postOwn(Position position, std::uint16_t worker) {
        at(position).word.store(TaskWord{position, TaskState::Taken, worker}.packed(), std::memory_order_seq_cst);
    }
    /// Before another takes the place of a worker that died.
    void clearOwn(std::uint16_t worker) {
        line(m_round + worker).word.store(TaskWord{}.packed(), std::memory_order_relaxed);
    }

    /// For a position whose line is still held by a worker. Positions are posted or skipped in ascending order.
    void skip(Position position) { m_head->skipped.store(position + 1, std::memory_order_seq_cst); }

    /// True when nobody had claimed the task, and now nobody will.
    bool withdraw(Position position) {
        std::uint64_t ready = TaskWord{position, TaskState::Ready, 0}.packed();
        return at(position).word.compare_exchange_strong(ready, TaskWord{position, TaskState::Done, 0}.packed(),
                                                         std::memory_order_seq_cst);
    }

    /// Before sleeping: look once more after it. A worker that ends a task later rings.
    void callerSleeps() { m_head->callerSleeps.store(1, std::memory_order_seq_cst); }
    void callerWakes() { m_head->callerSleeps.store(0, std::memory_order_relaxed); }

    // A worker's part.

    /// The worker's own task, or the next that nobody has, from `next` on. Sequentially consistent, so that it can be
    /// the look after one has said that one sleeps.
    std::optional<Position> claim(Position& next, std::uint16_t worker) {
        for (;;) {
            // Read before the task: whoever sees the skip also sees all that was posted before it.
            const Position skipped = m_head->skipped.load(std::memory_order_seq_cst);
            std::uint64_t seen = at(next).word.load(std::memory_order_seq_cst);
            // Read after the task, which may have been posted after the own one: a worker never has both.
            if (const TaskWord own = word(m_round + worker); own.state == TaskState::Taken) return own.position;
            const TaskWord task = TaskWord::unpacked(seen);
            if (task.position == next && task.state == TaskState::Ready) {
                if (at(next).word.compare_exchange_strong(seen, TaskWord{next, TaskState::Taken, worker}.packed(),
                                                          std::memory_order_acq_rel))
                    return next++;
            } else if (task.position >= next) {
                // A line is used again only when nothing a whole round back is Ready.
                next = std::max(next, task.position - std::min<Position>(task.position, m_round)) + 1;
            } else if (next < skipped) {
                ++next;
            } else {
                return std::nullopt;
            }
        }
    }

    /// Of a list: between Taken and Running the worker has a chunk that nobody else knows of. Both steps in this order
    /// around the cursor, so that a dead worker's Running task always names its chunk.
    void startChunk(Position position, std::uint16_t worker) {
        at(position).word.store(TaskWord{position, TaskState::Running, worker}.packed(), std::memory_order_release);
    }
    void endChunk(Position position, std::uint16_t worker) {
        at(position).word.exchange(TaskWord{position, TaskState::Taken, worker}.packed(), std::memory_order_acq_rel);
    }

    /// Done or Left. From here on the line may be used again.
    void end(Position position, TaskState state, std::uint16_t worker) {
        at(position).word.store(TaskWord{position, state, worker}.packed(), std::memory_order_seq_cst);
    }
    /// After end. True: the caller sleeps, and nobody else wakes it.
    bool callerIsToBeWoken() {
        return m_head->callerSleeps.load(std::memory_order_seq_cst) != 0 &&
               m_head->callerSleeps.exchange(0, std::memory_order_acq_rel) != 0;
    }

private:
    RingHead<Atomic>* m_head = nullptr;
    std::span<Task<Atomic>> m_lines;
    std::size_t m_round = 0;  ///< lines for all
};

}  // namespace breakeven
