// The protocol of core/engine/processes/task_ring.h in Relacy's model of the C++ memory: a pool and two workers, every
// one of which may die at any access to shared memory. Each task must be run, exactly once when nobody dies, with the
// fields that were posted, and nobody may sleep for ever. Two planted faults show that the model would see a third.
#include "core/engine/processes/sleepers.h"
#include "core/engine/processes/task_ring.h"

#include <array>
#include <cstdlib>
#include <iostream>
#include <relacy/relacy.hpp>
#include <relacy/stdlib/pthread.hpp>

// Relacy takes over the standard's names.
#undef memory_order_relaxed
#undef memory_order_consume
#undef memory_order_acquire
#undef memory_order_release
#undef memory_order_acq_rel
#undef memory_order_seq_cst

namespace {

using namespace breakeven;

enum class Fault { None, RelaxedOrder, NoSecondLook };
Fault fault = Fault::None;

struct Died {};

constexpr unsigned Workers = 2;
constexpr unsigned Caller = Workers;
std::array<bool, Workers + 1> isMortal{};

rl::memory_order modelOrder(std::memory_order order) {
    if (fault == Fault::RelaxedOrder) return rl::mo_relaxed;
    switch (order) {
        case std::memory_order_relaxed:
            return rl::mo_relaxed;
        case std::memory_order_consume:
        case std::memory_order_acquire:
            return rl::mo_acquire;
        case std::memory_order_release:
            return rl::mo_release;
        case std::memory_order_acq_rel:
            return rl::mo_acq_rel;
        case std::memory_order_seq_cst:
            break;
    }
    return rl::mo_seq_cst;
}

/// A worker that is still mortal may end here.
void perhapsDie() {
    const unsigned self = rl::thread_index();
    if (self < Workers && isMortal[self] && rl::rand(40) == 0) {
        isMortal[self] = false;
        throw Died{};
    }
}

template <class T>
class ModelAtomic {
public:
    ModelAtomic(T value = {}) { m_value.store(value, rl::mo_relaxed, $); }
    T load(std::memory_order order) const {
        perhapsDie();
        return m_value.load(modelOrder(order), $);
    }
    void store(T value, std::memory_order order) {
        perhapsDie();
        m_value.store(value, modelOrder(order), $);
    }
    T exchange(T value, std::memory_order order) {
        perhapsDie();
        return m_value.exchange(value, modelOrder(order), $);
    }
    T fetch_or(T value, std::memory_order order) {
        perhapsDie();
        return m_value.fetch_or(value, modelOrder(order), $);
    }
    T fetch_and(T value, std::memory_order order) {
        perhapsDie();
        return m_value.fetch_and(value, modelOrder(order), $);
    }
    bool compare_exchange_strong(T& seen, T value, std::memory_order order) {
        perhapsDie();
        return m_value.compare_exchange_strong(seen, value, modelOrder(order), $);
    }

private:
    rl::atomic<T> m_value;
};

/// Ring of two lines, three tasks: lines are used again, and passed over while a worker holds one. A task that is
/// posted when nothing else is in flight is worker 0's own.
template <bool MayDie>
struct RingSuite : rl::test_suite<RingSuite<MayDie>, Workers + 1> {
    static constexpr Position Tasks = 3;

    RingHead<ModelAtomic> head;
    std::array<Task<ModelAtomic>, 2 + Workers> lines;
    std::array<ModelAtomic<std::uint64_t>, 1> bits;
    std::array<rl::rl_sem_t, Workers> beds;
    rl::rl_sem_t bell;  // rung by workers, and by the kernel at a death
    std::array<rl::rl_sem_t, Workers> hired;
    std::array<rl::atomic<int>, Workers> deaths;
    std::array<int, Tasks + 1> runs{};
    bool isOver = false;

    TaskRing<ModelAtomic> ring() { return {head, lines, Workers}; }
    Sleepers<ModelAtomic> sleepers() { return Sleepers<ModelAtomic>(bits); }

    void before() {
        isMortal.fill(MayDie);
        for (auto& bed : beds)
            rl::rl_sem_init(&bed, 0, 0, $);
        for (auto& place : hired)
            rl::rl_sem_init(&place, 0, 0, $);
        rl::rl_sem_init(&bell, 0, 0, $);
        for (auto& death : deaths)
            death.store(0, rl::mo_relaxed, $);
    }
    void after() {
        for (auto& bed : beds)
            rl::rl_sem_destroy(&bed, $);
        for (auto& place : hired)
            rl::rl_sem_destroy(&place, $);
        rl::rl_sem_destroy(&bell, $);
        for (Position task = 1; task <= Tasks; ++task)
            RL_ASSERT(MayDie ? runs[task] >= 1 : runs[task] == 1);
    }

    void thread(unsigned index) {
        if (index == Caller) return call();
        for (;;) {
            try {
                return work(index);
            } catch (const Died&) {
            }
            // The next life begins only after the caller has buried this one.
            deaths[index].store(1, rl::mo_release, $);
            rl::rl_sem_post(&bell, $);
            while (rl::rl_sem_wait(&hired[index], $) != 0) {
            }
        }
    }

    void work(unsigned index) {
        const auto self = static_cast<std::uint16_t>(index);
        for (Position next = 0; !isOver;) {
            auto claimed = ring().claim(next, self);
            if (!claimed) {
                sleepers().lieDown(index);
                if (fault != Fault::NoSecondLook) claimed = ring().claim(next, self);
                if (!claimed && !isOver) rl::rl_sem_wait(&beds[index], $);
                sleepers().getUp(index);
                if (!claimed) continue;
            }
            // Whoever has a task of all has no other: his death leaves one at most.
            if ((*claimed & OwnTask) == 0)
                RL_ASSERT(ring().word(lines.size() - Workers + index).state != TaskState::Taken);
            // The task's own number travels in `begin`, so that a stale field cannot go unnoticed.
            const ItemCount task = ring().at(*claimed).begin.load(std::memory_order_relaxed);
            RL_ASSERT(ring().at(*claimed).end.load(std::memory_order_relaxed) == *claimed);
            RL_ASSERT(task >= 1 && task <= Tasks);
            ++runs[task];
            ring().end(*claimed, TaskState::Done, self);
            if (ring().callerIsToBeWoken()) rl::rl_sem_post(&bell, $);
        }
    }

    struct Held {
        Position position = 0;
        ItemCount task = 0;
    };
    using Lines = std::array<Held, 3>;  // of the ring, and of worker 0

    TaskWord word(const Held& line) { return ring().word(ring().lineOf(line.position)); }

    bool anyEnded(const Lines& held) {
        for (const Held& line : held)
            if (line.position != 0 && breakeven::isOver(word(line).state)) return true;
        for (auto& death : deaths)
            if (death.load(rl::mo_acquire, $) == 1) return true;
        return false;
    }

    void call() {
        Lines held{};
        std::array<ItemCount, Tasks> backlog{3, 2, 1};
        std::size_t waiting = Tasks;
        Position next = 1;
        std::uint64_t ownTasks = 0;
        for (std::size_t ended = 0; ended < Tasks;) {
            for (unsigned worker = 0; worker < Workers; ++worker) {
                if (deaths[worker].load(rl::mo_acquire, $) == 0) continue;
                deaths[worker].store(0, rl::mo_relaxed, $);
                sleepers().getUp(worker);
                for (Held& line : held) {
                    if (line.position == 0) continue;
                    const TaskWord last = word(line);
                    if (last.state != TaskState::Taken || last.worker != worker) continue;
                    backlog[waiting++] = line.task;
                    line = {};
                }
                ring().clearOwn(static_cast<std::uint16_t>(worker));
                rl::rl_sem_post(&hired[worker], $);
            }
            for (Held& line : held)
                if (line.position != 0 && breakeven::isOver(word(line).state)) {
                    line = {};
                    ++ended;
                }
            while (waiting > 0) {
                const bool isOwn = held[0].position == 0 && held[1].position == 0 && held[2].position == 0;
                Held& line = isOwn ? held[2] : held[next % 2];
                if (line.position != 0) {
                    const TaskState state = word(line).state;
                    if (state == TaskState::Ready || breakeven::isOver(state) || held[(next + 1) % 2].position != 0)
                        break;
                    ring().skip(next++);
                    continue;
                }
                line = {.position = isOwn ? ownTask(++ownTasks, 0) : next++, .task = backlog[--waiting]};
                auto& task = ring().at(line.position);
                task.begin.store(line.task, std::memory_order_relaxed);
                task.end.store(line.position, std::memory_order_relaxed);
                if (isOwn) {
                    ring().postOwn(line.position, 0);
                    if (sleepers().lies(0) && sleepers().getUp(0)) rl::rl_sem_post(&beds[0], $);
                } else {
                    ring().post(line.position);
                    if (sleepers().count() > 0)
                        if (const auto worker = sleepers().getSomebodyUp()) rl::rl_sem_post(&beds[*worker], $);
                }
            }
            if (ended == Tasks) break;
            ring().callerSleeps();
            if (!anyEnded(held)) rl::rl_sem_wait(&bell, $);
            ring().callerWakes();
        }
        isOver = true;
        for (auto& bed : beds)
            rl::rl_sem_post(&bed, $);
        for (auto& place : hired)
            rl::rl_sem_post(&place, $);
    }
};

template <class Suite>
bool holds(Fault planted) {
    fault = planted;
    std::ostream silence(nullptr);
    rl::test_params params;
    params.iteration_count = 100'000;
    params.execution_depth_limit = 100'000;
    params.output_stream = planted == Fault::None ? &std::cout : &silence;
    params.progress_stream = &silence;
    return rl::simulate<Suite>(params);
}

}  // namespace

int main() {
    const bool isSound = holds<RingSuite<false>>(Fault::None) && holds<RingSuite<true>>(Fault::None);
    const bool seesOrder = !holds<RingSuite<false>>(Fault::RelaxedOrder);
    const bool seesLook = !holds<RingSuite<false>>(Fault::NoSecondLook);
    std::cout << "protocol holds: " << isSound << ", a relaxed order is found: " << seesOrder
              << ", a missing second look is found: " << seesLook << '\n';
    return isSound && seesOrder && seesLook ? EXIT_SUCCESS : EXIT_FAILURE;
}
