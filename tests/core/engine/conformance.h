/// What the conformance tests share: a list whose items tell what was done to them, on whatever side of a process
/// border.
#pragma once

#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "core/os/memory.h"

#include <QtTest>

#include <chrono>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <thread>

namespace breakeven {

/// Every item has a slot. Recipes, some with a number:
///   count          adds one to the slot
///   ranges         writes the first item of its range, plus one, into the slot
///   throw N        as count; then item N throws
///   throw-int N    as count; then item N throws something that is no std::exception
///   throw-every N  as count; then every Nth item throws (N - 1, 2 N - 1, …)
///   wait N         as count; every item waits for 1 ms, item N for 400 ms
///   late N         as count; item N waits for 60 ms
class TracedKernel final : public Kernel {
public:
    using Slot = std::uint32_t;

    TracedKernel(const std::string& recipe, std::span<std::byte> memory)
        : m_work(recipe.substr(0, recipe.find(' '))), m_slots(reinterpret_cast<Slot*>(memory.data())) {
        if (m_work.size() < recipe.size()) m_number = std::stoull(recipe.substr(m_work.size()));
    }

    void run(ItemCount begin, ItemCount end) override {
        if (m_work == "ranges")
            std::fill(m_slots + begin, m_slots + end, static_cast<Slot>(begin + 1));
        else
            for (ItemCount item = begin; item < end; ++item)
                ++m_slots[item];
        if (m_work != "count" && m_work != "ranges")
            for (ItemCount item = begin; item < end; ++item)
                finish(item);
    }

    /// Both sides are the slots: items are counted on from what they were.
    void pack(Side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        bytes.append(reinterpret_cast<const char*>(m_slots + begin), (end - begin) * sizeof(Slot));
    }
    void unpack(Side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        if (bytes.size() != (end - begin) * sizeof(Slot)) throw std::runtime_error("not what was packed");
        std::memcpy(m_slots + begin, bytes.data(), bytes.size());
    }

    static Result<std::unique_ptr<Kernel>> make(const std::string& recipe, std::span<std::byte> memory) {
        return std::unique_ptr<Kernel>(std::make_unique<TracedKernel>(recipe, memory));
    }

private:
    void finish(ItemCount item) const {
        if (m_work == "throw" && item == m_number)
            throw std::runtime_error("item " + std::to_string(item) + "\nfailed");
        if (m_work == "throw-int" && item == m_number) throw 42;
        if (m_work == "throw-every" && item % m_number == m_number - 1) throw std::runtime_error("unlucky");
        if (m_work == "late" && item == m_number) std::this_thread::sleep_for(std::chrono::milliseconds(60));
        if (m_work == "wait") std::this_thread::sleep_for(std::chrono::milliseconds(item == m_number ? 400 : 1));
    }

    std::string m_work;
    Slot* m_slots;
    ItemCount m_number = 0;
};

struct TracedList {
    TracedList(const std::string& recipe, ItemCount size, const char* chunk = "auto")
        : memory(*MemoryBlock::create(size * sizeof(TracedKernel::Slot), Sharing::Shared)),
          kernel(recipe, memory.bytes()),
          shared{.recipe = recipe, .memoryFd = memory.fd(), .bytes = memory.bytes().size()},
          job{.kernel = kernel, .size = size, .chunk = *parseChunk(chunk), .shared = &shared} {}

    TracedList(const TracedList&) = delete;
    TracedList& operator=(const TracedList&) = delete;

    TracedKernel::Slot slot(ItemCount item) const {
        TracedKernel::Slot value = 0;
        std::memcpy(&value, memory.bytes().data() + item * sizeof value, sizeof value);
        return value;
    }

    /// The first item whose slot is something else; the size when there is none.
    ItemCount firstNot(TracedKernel::Slot expected) const {
        ItemCount item = 0;
        while (item < job.size && slot(item) == expected)
            ++item;
        return item;
    }

    MemoryBlock memory;
    TracedKernel kernel;
    SharedKernel shared;
    ListJob job;
};

inline bool sharesMemory(const Backend& backend) {
    return !backend.info.needsSharedMemory && !backend.info.copiesItems;
}

/// oneTBB and libgomp are not built with ThreadSanitizer, which sees races in them where there are none.
inline bool canBeTested([[maybe_unused]] const Backend& backend) {
#ifdef __SANITIZE_THREAD__
    for (const char* family : {"tbb", "stdpar", "openmp", "auto"})
        if (backend.info.family == family) return false;
#endif
    return true;
}

/// Rows for backends within this process.
inline void backendsInProcess() {
    QTest::addColumn<QString>("id");
    for (const auto& backend : backends())
        if (sharesMemory(backend) && canBeTested(backend))
            QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
}

/// Rows for all: first the backends within this process, then those with processes.
inline void allBackends() {
    backendsInProcess();
    for (const auto& backend : backends())
        if (!sharesMemory(backend)) QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
}

inline Result<std::unique_ptr<WorkerPool>> startPool(const QString& id, WorkerCount workers) {
    PoolOptions options;
    options.workers = workers;
    return findBackend(id.toStdString())->start(options);
}

template <class Test>
int runWithZygote(int argc, char** argv) {
    if (!startZygote(TracedKernel::make)) return 1;
    QCoreApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

}  // namespace breakeven
