#include "core/engine/cached_kernel.h"

#include <QtTest>

#include <cstring>
#include <fstream>
#include <stdexcept>
#include <vector>

using namespace breakeven;

namespace {

/// What a kernel works on and has done; outlives it.
struct Squares {
    std::vector<int> input{1, 2, 3, 4};
    std::vector<int> output{0, 0, 0, 0};
    int computed = 0;         ///< items
    int folded = 0;           ///< items
    bool isChecked = false;   ///< outputs must be squares to be unpacked
    std::uint64_t count = 0;  ///< the CachedKernel's
};

class SquareKernel final : public Kernel {
public:
    explicit SquareKernel(Squares& squares) : m_squares(squares) {}

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            if (m_squares.input[i] < 0) throw std::runtime_error("negative");
            m_squares.output[i] = m_squares.input[i] * m_squares.input[i];
            ++m_squares.computed;
        }
    }
    void fold(ItemCount begin, ItemCount end) override { m_squares.folded += static_cast<int>(end - begin); }
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        const auto& slots = side == Side::Input ? m_squares.input : m_squares.output;
        bytes.append(reinterpret_cast<const char*>(&slots[begin]), (end - begin) * sizeof(int));
    }
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        auto& slots = side == Side::Input ? m_squares.input : m_squares.output;
        if (m_squares.isChecked || bytes.size() != (end - begin) * sizeof(int)) throw std::runtime_error("wrong");
        std::memcpy(&slots[begin], bytes.data(), bytes.size());
    }

private:
    Squares& m_squares;
};

CachedKernel cached(Squares& squares, const DiskCache& cache, const std::string& identity = "v1") {
    return {std::make_unique<SquareKernel>(squares), cache, "square", identity, squares.count};
}

}  // namespace

class TestCachedKernel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = *DiskCache::open(m_folder->path().toStdString());
    }

    void aKnownItemIsNotComputed() {
        Squares first;
        CachedKernel kernel(cached(first, *m_cache));
        kernel.run(0, 4);
        QCOMPARE(first.output, (std::vector{1, 4, 9, 16}));
        QCOMPARE(first.computed, 4);
        QCOMPARE(kernel.takeComputed(), std::uint64_t{4});
        QCOMPARE(kernel.takeComputed(), std::uint64_t{0});

        Squares second;
        CachedKernel again(cached(second, *m_cache));
        again.run(0, 3);  // another chunk
        QCOMPARE(second.output, (std::vector{1, 4, 9, 0}));
        QCOMPARE(second.computed, 0);
        QCOMPARE(again.takeComputed(), std::uint64_t{0});
    }

    void identityPlaceAndInputMakeADifference() {
        Squares squares;
        CachedKernel(cached(squares, *m_cache)).run(0, 4);
        CachedKernel(cached(squares, *m_cache, "v2")).run(0, 4);
        QCOMPARE(squares.computed, 8);
        squares.input[3] = 5;
        CachedKernel(cached(squares, *m_cache)).run(0, 4);
        QCOMPARE(squares.computed, 9);
        QCOMPARE(squares.output[3], 25);
        squares.input[2] = 5;
        CachedKernel(cached(squares, *m_cache)).run(0, 4);
        QCOMPARE(squares.computed, 10);
    }

    void aFailureIsNotKept() {
        Squares squares;
        squares.input[0] = -1;
        CachedKernel kernel(cached(squares, *m_cache));
        QVERIFY_EXCEPTION_THROWN(kernel.run(0, 1), std::runtime_error);
        QCOMPARE(m_cache->statistics().stores, std::uint64_t{0});
        QCOMPARE(kernel.takeComputed(), std::uint64_t{0});
    }

    /// A trial that stores nothing would not measure what it says.
    void aResultThatCannotBeKeptIsAnError() {
        std::ofstream((m_folder->path() + "/breakeven-cache/square").toStdString()) << "in the way";
        Squares squares;
        CachedKernel kernel(cached(squares, *m_cache));
        try {
            kernel.run(0, 4);
            QFAIL("no exception");
        } catch (const std::runtime_error& problem) {
            QVERIFY2(std::string(problem.what()).starts_with("cache: "), problem.what());
        }
        QCOMPARE(m_cache->statistics().failedStores, std::uint64_t{1});
    }

    void bytesThatDoNotFitAreComputedAnew() {
        Squares squares;
        CachedKernel kernel(cached(squares, *m_cache));
        kernel.run(0, 4);
        squares.isChecked = true;
        squares.output.assign(4, 0);
        kernel.run(0, 4);
        QCOMPARE(squares.output, (std::vector{1, 4, 9, 16}));
        QCOMPARE(squares.computed, 8);
        QCOMPARE(m_cache->statistics().corrupted, std::uint64_t{4});
    }

    void aFoldIsNotKept() {
        Squares squares;
        CachedKernel kernel(cached(squares, *m_cache));
        kernel.fold(0, 4);
        kernel.fold(0, 4);
        QCOMPARE(squares.folded, 8);
        QCOMPARE(m_cache->statistics().stores, std::uint64_t{0});
    }

    /// A worker without shared memory counts for itself; its count comes with the output.
    void theCountTravelsWithTheOutput() {
        Squares here;
        Squares away;
        CachedKernel kernel(cached(here, *m_cache));
        CachedKernel worker(cached(away, *m_cache));
        std::string bytes;
        kernel.pack(Side::Input, 1, 3, bytes);
        worker.unpack(Side::Input, 1, 3, bytes);
        worker.run(1, 3);
        bytes.clear();
        worker.pack(Side::Output, 1, 3, bytes);
        kernel.unpack(Side::Output, 1, 3, bytes);
        QCOMPARE(here.output, (std::vector{0, 4, 9, 0}));
        QCOMPARE(here.computed, 0);
        QCOMPARE(worker.takeComputed(), std::uint64_t{0});
        QCOMPARE(kernel.takeComputed(), std::uint64_t{2});
        QVERIFY_EXCEPTION_THROWN(kernel.unpack(Side::Output, 1, 2, "short"), std::runtime_error);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<DiskCache> m_cache;
};

QTEST_GUILESS_MAIN(TestCachedKernel)
#include "tst_cached_kernel.moc"
