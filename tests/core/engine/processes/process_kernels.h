/// What the tests of worker processes share: kernels, pools, and a completion that counts.
#pragma once

#include "core/engine/core_budget.h"
#include "core/engine/worker_pool.h"
#include "tests/core/engine/counting_kernel.h"

#include <QtTest>

#include <chrono>
#include <mutex>
#include <thread>

namespace breakeven {

/// Besides the kernels of countingKernel: initializers, and lists that show what a worker knows: whether one has run in
/// its process, or its CoreShare.
inline int initialised = 0;

class Initializer final : public Kernel {
public:
    explicit Initializer(std::string recipe) : m_recipe(std::move(recipe)) {}
    void run(ItemCount, ItemCount) override {
        if (m_recipe == "init-throw") throw std::runtime_error("no licence");
        if (m_recipe == "init-die") std::raise(SIGKILL);
        initialised = 1;
    }

private:
    std::string m_recipe;
};

class Witness final : public Kernel {
public:
    Witness(std::span<std::byte> memory, int (*known)())
        : m_seen(reinterpret_cast<std::uint64_t*>(memory.data())), m_known(known) {}
    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_seen[i] = static_cast<std::uint64_t>(m_known());
    }
    void fold(ItemCount begin, ItemCount end) override { m_seen[begin] = end - begin; }
    void pack(Side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        bytes.append(reinterpret_cast<const char*>(m_seen + begin), (end - begin) * sizeof *m_seen);
    }
    void unpack(Side, ItemCount begin, ItemCount, std::string_view bytes) override {
        std::memcpy(m_seen + begin, bytes.data(), bytes.size());
    }

private:
    std::uint64_t* m_seen;
    int (*m_known)();
};

/// A counted list whose every item takes so many milliseconds, but the first one ("bad") or every one ("worse") throws.
class Napping final : public Kernel {
public:
    Napping(const std::string& recipe, std::span<std::byte> memory)
        : m_firstGood(recipe.starts_with("bad")     ? 1
                      : recipe.starts_with("worse") ? ~ItemCount{0}
                                                    : 0),
          m_nap(std::stoi(recipe.substr(recipe.find(' ')))),
          m_counts("count", memory) {}
    void run(ItemCount begin, ItemCount end) override {
        m_counts.run(begin, end);
        if (begin < m_firstGood) throw std::runtime_error("bad");
        std::this_thread::sleep_for((end - begin) * m_nap);
    }
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        m_counts.pack(side, begin, end, bytes);
    }
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        m_counts.unpack(side, begin, end, bytes);
    }

private:
    ItemCount m_firstGood;
    std::chrono::milliseconds m_nap;
    CountingKernel m_counts;
};

inline Result<std::unique_ptr<Kernel>> testKernel(const std::string& recipe, std::span<std::byte> memory) {
    if (recipe.starts_with("init")) return std::unique_ptr<Kernel>(std::make_unique<Initializer>(recipe));
    if (recipe == "witness")
        return std::unique_ptr<Kernel>(std::make_unique<Witness>(memory, [] { return initialised; }));
    if (recipe == "share") return std::unique_ptr<Kernel>(std::make_unique<Witness>(memory, &CoreShare::current));
    if (recipe.starts_with("nap") || recipe.starts_with("bad") || recipe.starts_with("worse"))
        return std::unique_ptr<Kernel>(std::make_unique<Napping>(recipe, memory));
    if (recipe.starts_with("slow-")) {
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        return countingKernel(recipe.substr(5), memory);
    }
    if (recipe == "refused") return Error{ErrorCode::Internal, "this recipe is refused"};
    return countingKernel(recipe, memory);
}

inline Result<std::unique_ptr<WorkerPool>> startPool(const QString& id, PoolOptions options) {
    return findBackend(id.toStdString())->start(options);
}

inline bool worksStill(WorkerPool& pool, std::size_t workers) {
    CountingList list("count", 1000);
    list.job.chunk = *parseChunk("7");
    return pool.map(list.job) && list.kernel.countsAre(1000, 1) && pool.processes().size() == workers;
}

/// Counts what has ended, and keeps what went wrong.
class Ends final : public Completion {
public:
    void chunkEnded(Chunk chunk, Result<void> outcome) noexcept override {
        const std::lock_guard lock(m_mutex);
        m_items += chunk.end - chunk.begin;
        if (!outcome) m_errors.push_back(outcome.error());
        m_ended.fetch_add(1, std::memory_order_release);
        m_ended.notify_all();
    }
    void awaitAll(WorkerPool& pool, std::uint32_t chunks) {
        for (auto seen = m_ended.load(); seen < chunks; seen = m_ended.load())
            pool.await(m_ended, seen);
    }
    ItemCount items() const { return m_items; }
    const std::vector<Error>& errors() const { return m_errors; }

private:
    std::mutex m_mutex;
    std::atomic<std::uint32_t> m_ended{0};
    ItemCount m_items = 0;
    std::vector<Error> m_errors;
};

inline void bothBackends() {
    QTest::addColumn<QString>("id");
    QTest::newRow("sharing") << "processes";
    QTest::newRow("copying") << "processes-pipe";
}

inline void bothBackendsAndStarts() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("start");
    for (const char* id : {"processes", "processes-pipe"})
        for (const char* start : {"fork", "spawn"})
            QTest::addRow("%s %s", id, start) << id << start;
}

}  // namespace breakeven
