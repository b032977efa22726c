// What every workload promises on every backend, and the values of those that are known by hand.
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "core/os/cpus.h"
#include "core/os/memory.h"
#include "core/workloads/random.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <vector>

using namespace breakeven;

namespace {

ListRecipe plainRecipe(const std::string& workload, ItemCount size) {
    return {.workload = workload, .params = {}, .size = size};
}

/// A list of the workload that is quick to compute.
ListRecipe quickRecipe(const WorkloadInfo& info, ItemCount size) {
    ListRecipe recipe = plainRecipe(info.id, size);
    for (const auto& param : info.params)
        if (param.name == "seconds") recipe.params["seconds"] = 0.00001;
    return recipe;
}

struct BoundList {
    explicit BoundList(const ListRecipe& recipe)
        : memory(*MemoryBlock::create(*listBytes(findWorkload(recipe.workload)->info, recipe.size), Sharing::Shared)),
          workload(*bindList(recipe, memory.bytes())),
          shared{.recipe = writeRecipe(recipe), .memoryFd = memory.fd(), .bytes = memory.bytes().size()} {
        workload->generate(1);
    }

    template <class T>
    std::span<T> slots(ByteCount offset, ItemCount count) const {
        auto rest = memory.bytes().subspan(offset);
        return takeSlots<T>(rest, count);
    }

    MemoryBlock memory;
    std::unique_ptr<Workload> workload;
    SharedKernel shared;
};

}  // namespace

class TestWorkloads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void describeThemselves() {
        std::set<std::string> ids;
        for (const auto& entry : workloads()) {
            const auto& info = entry.info;
            QVERIFY(ids.insert(info.id).second);
            QVERIFY(!info.title.empty() && info.description.ends_with('.') && info.teaches.ends_with('.'));
            QVERIFY(info.typicalSize >= 1);
            for (const auto& param : info.params) {
                QVERIFY(!param.title.empty() && param.description.ends_with('.'));
                if (param.kind == ParamKind::Text) continue;
                const double initial = std::get<double>(param.initial);
                QVERIFY(param.minimum <= initial && initial <= param.maximum);
            }
        }
    }

    void giveSerialsAnswerEverywhere_data() {
        QTest::addColumn<QString>("workload");
        QTest::addColumn<QString>("backend");
        for (const auto& entry : workloads())
            for (const auto& backend : backends())
                QTest::addRow("%s on %s", entry.info.id.c_str(), backend.info.id.c_str())
                    << QString::fromStdString(entry.info.id) << QString::fromStdString(backend.info.id);
    }
    void giveSerialsAnswerEverywhere() {
        QFETCH(QString, workload);
        QFETCH(QString, backend);
        const auto* entry = findWorkload(workload.toStdString());
        for (const ItemCount size : {ItemCount{1}, ItemCount{2}, ItemCount{7}, ItemCount{1000}}) {
            BoundList list(quickRecipe(entry->info, size));
            list.workload->run(0, size);
            const Digest expected = list.workload->digest();
            for (WorkerCount workers = 1; workers <= 2 * usableCpus().count; ++workers) {
                const auto pool = findBackend(backend.toStdString())->start({.workers = workers});
                QVERIFY(pool);
                list.workload->clearOutput();
                QVERIFY(!sameDigest(expected, list.workload->digest(), entry->tolerance));
                const ListJob job{.kernel = *list.workload, .size = size, .chunk = {}, .shared = &list.shared};
                QVERIFY((*pool)->map(job));
                QVERIFY(sameDigest(expected, list.workload->digest(), entry->tolerance));
            }
        }
    }

    void noticeAMissingItem() {
        for (const auto& entry : workloads()) {
            constexpr ItemCount Size = 100;
            BoundList list(quickRecipe(entry.info, Size));
            list.workload->run(0, Size);
            const Digest whole = list.workload->digest();
            for (const ItemCount missing : {ItemCount{0}, ItemCount{42}, Size - 1}) {
                list.workload->clearOutput();
                list.workload->run(0, missing);
                list.workload->run(missing + 1, Size);
                QVERIFY(!sameDigest(whole, list.workload->digest(), entry.tolerance));
            }
        }
    }

    void squareIsByHand() {
        const BoundList list(plainRecipe("square", 5));
        list.workload->run(0, 5);
        const std::vector<double> expected = {0, 1, 4, 9, 16};
        QVERIFY(std::ranges::equal(list.slots<double>(64, 5), expected));  // 40 bytes of input take one line
    }

    void rowsInRangeIsByHand() {
        constexpr std::uint8_t Rows[10][5] = {{8, 8, 3, 7, 7}, {0, 4, 2, 5, 2}, {2, 2, 2, 1, 0}, {8, 4, 0, 9, 6},
                                              {2, 4, 1, 5, 3}, {4, 4, 3, 7, 1}, {1, 7, 7, 0, 2}, {9, 9, 3, 2, 5},
                                              {8, 1, 0, 7, 6}, {4, 5, 6, 7, 8}};
        const std::vector<std::uint8_t> expected = {4, 2, 0, 3, 2, 3, 2, 1, 3, 5};
        const BoundList list(plainRecipe("rows-in-range", 10));
        std::copy_n(&Rows[0][0], 50, list.slots<std::uint8_t>(0, 50).begin());
        list.workload->run(0, 10);
        QVERIFY(std::ranges::equal(list.slots<std::uint8_t>(64, 10), expected));
    }

    void rowsInRangeObeysItsParameters() {
        auto recipe = plainRecipe("rows-in-range", 10);
        recipe.params = {{"minimum", 0.0}, {"maximum", 9.0}};
        const BoundList list(recipe);
        list.workload->run(0, 10);
        for (const auto count : list.slots<std::uint8_t>(64, 10))
            QCOMPARE(int{count}, 5);
    }

    void rowsInRangeGeneratesFromTheSeed() {
        const BoundList list(plainRecipe("rows-in-range", 3));
        const auto input = list.slots<std::uint8_t>(0, 15);
        for (ItemCount i = 0; i < 15; ++i)
            QCOMPARE(std::uint64_t{input[i]}, randomBelow(1, i, 10));
    }

    void recipesTravelAsText() {
        auto recipe = plainRecipe("sleep-square", 3);
        recipe.params["seconds"] = 0.1;
        const auto block = MemoryBlock::create(128, Sharing::Private);
        QVERIFY(kernelFromRecipe(writeRecipe(recipe), block->bytes()));
        for (const char* bad : {"", "{}", "[]", R"({"workload":1,"params":{},"size":1})",
                                R"({"workload":"abacus","params":{},"size":1})"})
            QCOMPARE(kernelFromRecipe(bad, block->bytes()).error().code, ErrorCode::InvalidInput);
    }

    void parametersAreChecked_data() {
        QTest::addColumn<QString>("workload");
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("value");
        QTest::newRow("negative") << "sleep-square"
                                  << "seconds" << -0.1;
        QTest::newRow("too long") << "sleep-square"
                                  << "seconds" << 60.1;
        QTest::newRow("not a number") << "sleep-square"
                                      << "seconds" << std::nan("");
        QTest::newRow("not whole") << "rows-in-range"
                                   << "minimum" << 4.5;
        QTest::newRow("unknown") << "square"
                                 << "minimum" << 4.0;
    }
    void parametersAreChecked() {
        QFETCH(QString, workload);
        QFETCH(QString, name);
        QFETCH(double, value);
        const auto block = MemoryBlock::create(4096, Sharing::Private);
        auto recipe = plainRecipe(workload.toStdString(), 1);
        recipe.params[name.toStdString()] = value;
        const auto list = bindList(recipe, block->bytes());
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::InvalidInput);
        QVERIFY(list.error().detail.find(name.toStdString()) != std::string::npos);
    }

    void memoryIsCounted() {
        constexpr ItemCount Most = std::numeric_limits<ItemCount>::max();
        const auto& square = findWorkload("square")->info;
        QCOMPARE(*listBytes(square, 1), ByteCount{128});
        QCOMPARE(*listBytes(square, 100'000'000), ByteCount{1'600'000'000});
        for (const ItemCount size : {Most, Most / 8, Most / 16})
            QCOMPARE(listBytes(square, size).error().code, ErrorCode::Refused);
        const auto block = MemoryBlock::create(64, Sharing::Private);
        QVERIFY(!bindList(plainRecipe("square", 5), block->bytes()));
    }

    void digestsMayDifferWithinTheTolerance() {
        const Digest serial{.hash = 1, .sum = 100};
        QVERIFY(sameDigest(serial, {.hash = 1, .sum = 100}, 0));
        QVERIFY(!sameDigest(serial, {.hash = 2, .sum = 100}, 1));
        QVERIFY(sameDigest(serial, {.hash = 1, .sum = 100.0001}, 1e-5));
        QVERIFY(!sameDigest(serial, {.hash = 1, .sum = 100.01}, 1e-5));
        QVERIFY(!sameDigest(serial, {.hash = 1, .sum = std::nan("")}, 1));
    }
};

int main(int argc, char** argv) {
    if (!startZygote(kernelFromRecipe)) return 1;
    QCoreApplication application(argc, argv);
    TestWorkloads test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_workloads.moc"
