// Long: workers are killed and stopped at random moments of maps and submitted chunks. Nothing may hang and no result
// be wrong; a watchdog ends the program when something does not come back.
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "core/os/memory.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

namespace {

/// Output 3 i + round into the slot of item i, after some arithmetic. The recipe is the round: items can be run twice.
class Marking final : public Kernel {
public:
    Marking(const std::string& recipe, std::span<std::byte> memory)
        : m_round(std::stoull(recipe)), m_slots(reinterpret_cast<std::uint64_t*>(memory.data())) {}

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            std::uint64_t value = i;
            for (int turn = 0; turn < 200; ++turn)
                asm volatile("" : "+r"(value));
            m_slots[i] = 3 * value + m_round;
        }
    }
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        if (side == Side::Output)
            bytes.append(reinterpret_cast<const char*>(m_slots + begin), (end - begin) * sizeof *m_slots);
    }
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        if (side == Side::Output && bytes.size() == (end - begin) * sizeof *m_slots)
            std::memcpy(m_slots + begin, bytes.data(), bytes.size());
    }
    bool isRight(ItemCount size) const {
        for (ItemCount i = 0; i < size; ++i)
            if (m_slots[i] != 3 * i + m_round) return false;
        return true;
    }

private:
    std::uint64_t m_round;
    std::uint64_t* m_slots;
};

Result<std::unique_ptr<Kernel>> markingKernel(const std::string& recipe, std::span<std::byte> memory) {
    return std::unique_ptr<Kernel>(std::make_unique<Marking>(recipe, memory));
}

class Ends final : public Completion {
public:
    void chunkEnded(Chunk, Result<void> outcome) noexcept override {
        if (!outcome) m_failed.fetch_add(1);
        m_ended.fetch_add(1, std::memory_order_release);
        m_ended.notify_all();
    }
    std::uint32_t failuresOf(WorkerPool& pool, std::uint32_t chunks) {
        for (auto seen = m_ended.load(); seen < chunks; seen = m_ended.load())
            pool.await(m_ended, seen);
        return m_failed;
    }

private:
    std::atomic<std::uint32_t> m_ended{0};
    std::atomic<std::uint32_t> m_failed{0};
};

bool usePoolOnce(const QString& id) {
    auto memory = MemoryBlock::create(100 * sizeof(std::uint64_t), Sharing::Shared);
    if (!memory) return false;
    Marking kernel("1", memory->bytes());
    const SharedKernel shared{.recipe = "1", .memoryFd = memory->fd(), .bytes = memory->bytes().size()};
    const auto pool = findBackend(id.toStdString())->start({.workers = 2});
    return pool && (*pool)->map({.kernel = kernel, .size = 100, .chunk = {}, .shared = &shared}) && kernel.isRight(100);
}

std::set<std::string> entriesOf(const char* folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

/// VmRSS of this process.
std::int64_t residentBytes() {
    std::ifstream statm("/proc/self/statm");
    std::int64_t size = 0;
    std::int64_t resident = 0;
    statm >> size >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

/// Ends the program when nothing has come back for a minute.
class Watchdog {
public:
    void alive() { ++m_beats; }

private:
    std::atomic<std::uint64_t> m_beats{0};
    std::jthread m_thread{[this](const std::stop_token& stop) {
        using Clock = std::chrono::steady_clock;
        auto last = Clock::now();
        for (std::uint64_t seen = 0; !stop.stop_requested();
             std::this_thread::sleep_for(std::chrono::milliseconds(50))) {
            if (const auto beats = m_beats.load(); beats != seen) {
                seen = beats;
                last = Clock::now();
            } else if (Clock::now() - last > std::chrono::minutes(1)) {
                qFatal("hang in round %llu", static_cast<unsigned long long>(seen));
            }
        }
    }};
};

}  // namespace

class TestProcessSoak : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survive_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("workers");
        // Those of a pool that is not larger than the machine spin before they sleep.
        QTest::newRow("sharing, few") << "processes" << 2;
        QTest::newRow("sharing, many") << "processes" << 5;
        QTest::newRow("copying") << "processes-pipe" << 3;
    }
    void survive() {
        QFETCH(QString, id);
        constexpr int Rounds = 1000;
        constexpr ItemCount Size = 4000;
        QFETCH(int, workers);
        const auto pool = findBackend(id.toStdString())->start({.workers = workers});
        QVERIFY(pool);
        Watchdog watchdog;
        std::mt19937 random(7);
        int kills = 0;
        int stops = 0;
        for (int round = 0; round < Rounds; ++round) {
            auto memory = MemoryBlock::create(Size * sizeof(std::uint64_t), Sharing::Shared);
            QVERIFY(memory);
            Marking kernel(std::to_string(round), memory->bytes());
            const SharedKernel shared{
                .recipe = std::to_string(round), .memoryFd = memory->fd(), .bytes = memory->bytes().size()};
            const ListJob job{.kernel = kernel,
                              .size = Size,
                              .chunk = *parseChunk(round % 3 == 0   ? "1"
                                                   : round % 3 == 1 ? "auto"
                                                                    : "pool"),
                              .shared = &shared};
            const auto pids = (*pool)->processes();
            QCOMPARE(pids.size(), static_cast<std::size_t>(workers));
            const pid_t victim = pids[random() % pids.size()];
            const bool isStopped = round % 40 == 39;
            const std::chrono::microseconds delay(random() % 3000);
            ++(isStopped ? stops : kills);
            std::thread killer([=] {
                std::this_thread::sleep_for(delay);
                // Nobody but the pool reaps it, and the pool replaces it only after this.
                ::kill(victim, isStopped ? SIGSTOP : SIGKILL);
            });
            const bool isOneByOne = round % 4 == 3;
            if (round % 2 == 0) {
                const auto outcome = (*pool)->map(job);
                killer.join();
                QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
            } else {
                Ends ends;
                std::uint32_t submitted = 0;
                for (ItemCount i = 0; i < Size; i += 10) {
                    (*pool)->submit(job, {i, i + 10}, ends);
                    ++submitted;
                    if (isOneByOne) (void)ends.failuresOf(**pool, submitted);
                }
                const auto failures = ends.failuresOf(**pool, Size / 10);
                killer.join();
                QCOMPARE(failures, 0U);
            }
            QVERIFY2(kernel.isRight(Size), qPrintable(QStringLiteral("round %1").arg(round)));
            watchdog.alive();
            // A victim that outlived the round must be gone before the next one is chosen.
            Marking rest(std::to_string(round), memory->bytes());
            const ListJob last{.kernel = rest, .size = Size, .chunk = *parseChunk("1"), .shared = &shared};
            while (std::ranges::count((*pool)->processes(), victim) != 0)
                QVERIFY((*pool)->map(last));
            watchdog.alive();
        }
        qInfo("%s: %d rounds, %d workers killed, %d stopped, 0 hangs, 0 wrong results", qPrintable(id), Rounds, kills,
              stops);
    }

    void leaveNothingAfterTenThousandPools_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"processes", "processes-pipe", "threads"})
            QTest::newRow(id) << id;
    }
    void leaveNothingAfterTenThousandPools() {
        QFETCH(QString, id);
        constexpr int WarmUp = 1000;  // until allocators have what they keep
        constexpr int Pools = 10'000;
        Watchdog watchdog;
        const auto usePools = [&](int pools) {
            for (; pools > 0 && usePoolOnce(id); --pools)
                watchdog.alive();
            return pools == 0;
        };
        QVERIFY(usePools(WarmUp));
        const auto descriptors = entriesOf("/proc/self/fd").size();
        const auto sharedFiles = entriesOf("/dev/shm");
        const auto resident = residentBytes();
        QVERIFY(usePools(Pools));
        QCOMPARE(entriesOf("/proc/self/fd").size(), descriptors);
        QCOMPARE(entriesOf("/dev/shm"), sharedFiles);
        // A page per ten pools; one small block that each of them forgets is more than that.
        const auto growth = residentBytes() - resident;
        QVERIFY2(growth < Pools / 10 * 4096, std::to_string(growth).c_str());
        QCOMPARE(waitpid(-1, nullptr, WNOHANG), 0);
    }
};

int main(int argc, char** argv) {
    if (!startZygote(markingKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestProcessSoak test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_process_soak.moc"
