#include "core/engine/cached_kernel.h"

#include <QtTest>

#include <cstring>
#include <fstream>
#include <stdexcept>
#include <vector>

using namespace breakeven;

namespace {

/// Squares; counts the items that it really computes.
class SquareKernel final : public Kernel {
public:
    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            if (input[i] < 0) throw std::runtime_error("negative");
            output[i] = input[i] * input[i];
            ++computed;
        }
    }
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        const auto& slots = side == Side::Input ? input : output;
        bytes.append(reinterpret_cast<const char*>(&slots[begin]), (end - begin) * sizeof(int));
    }
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        auto& slots = side == Side::Input ? input : output;
        if (bytes.size() != (end - begin) * sizeof(int)) throw std::runtime_error("wrong size");
        std::memcpy(&slots[begin], bytes.data(), bytes.size());
    }

    std::vector<int> input{1, 2, 3, 4};
    std::vector<int> output{0, 0, 0, 0};
    int computed = 0;
};

}  // namespace

class TestCachedKernel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKnownChunkIsNotComputed() {
        const QTemporaryDir folder;
        auto cache = *DiskCache::open(folder.path().toStdString());
        SquareKernel first;
        CachedKernel(first, cache, "square", "v1").run(0, 4);
        QCOMPARE(first.output, (std::vector{1, 4, 9, 16}));
        QCOMPARE(first.computed, 4);

        SquareKernel second;
        CachedKernel again(second, cache, "square", "v1");
        again.run(0, 4);
        QCOMPARE(second.output, (std::vector{1, 4, 9, 16}));
        QCOMPARE(second.computed, 0);
        again.run(0, 2);
        QCOMPARE(second.computed, 2);

        SquareKernel other;
        CachedKernel(other, cache, "square", "v2").run(0, 4);
        QCOMPARE(other.computed, 4);
        other.input[3] = 5;
        CachedKernel(other, cache, "square", "v2").run(0, 4);
        QCOMPARE(other.computed, 8);
        QCOMPARE(other.output[3], 25);
    }

    void aFailureIsNotKept() {
        const QTemporaryDir folder;
        auto cache = *DiskCache::open(folder.path().toStdString());
        SquareKernel kernel;
        kernel.input[0] = -1;
        CachedKernel cached(kernel, cache, "square", "v1");
        QVERIFY_EXCEPTION_THROWN(cached.run(0, 1), std::runtime_error);
        QCOMPARE(cache.statistics().stores, std::uint64_t{0});
    }

    void aResultThatCannotBeKeptIsStillComputed() {
        const QTemporaryDir folder;
        auto cache = *DiskCache::open(folder.path().toStdString());
        std::ofstream((folder.path() + "/square").toStdString()) << "in the way";
        SquareKernel kernel;
        CachedKernel(kernel, cache, "square", "v1").run(0, 4);
        QCOMPARE(kernel.output, (std::vector{1, 4, 9, 16}));
        QCOMPARE(cache.statistics().failedStores, std::uint64_t{1});
    }
};

QTEST_GUILESS_MAIN(TestCachedKernel)
#include "tst_cached_kernel.moc"
