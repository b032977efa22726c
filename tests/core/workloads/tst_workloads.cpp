// What every workload promises on every backend, and the values of those that are known by hand.
#include "core/base/random.h"
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "core/os/cpus.h"
#include "core/os/memory.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"
#include "tests/core/workloads/bound_list.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace breakeven;

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
                if (isText(param.kind)) {
                    const auto& initial = std::get<std::string>(param.initial);
                    QVERIFY(param.choices.empty() || std::ranges::count(param.choices, initial) == 1);
                    continue;
                }
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
        const ItemCount many = entry->info.id == "script" ? 20 : 1000;  // each item starts a program
        for (const ItemCount size : {ItemCount{1}, ItemCount{2}, ItemCount{7}, many}) {
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

    /// What a worker without the list's memory gets and gives back is all that it takes to fill the list.
    void travelAsBytes() {
        for (const auto& entry : workloads()) {
            constexpr ItemCount Size = 50;
            BoundList home(quickRecipe(entry.info, Size));
            BoundList away(quickRecipe(entry.info, Size));
            away.workload->generate(2);
            home.workload->run(0, Size);
            const Digest expected = home.workload->digest();
            home.workload->clearOutput();
            for (const auto& [begin, end] : {std::pair<ItemCount, ItemCount>{0, 1}, {1, 20}, {20, 50}}) {
                std::string input = "x";
                home.workload->pack(Side::Input, begin, end, input);
                QCOMPARE(input.front(), 'x');  // what was there stays
                const auto bytes = std::string_view(input).substr(1);
                away.workload->unpack(Side::Input, begin, end, bytes);
                away.workload->run(begin, end);
                std::string output;
                away.workload->pack(Side::Output, begin, end, output);
                home.workload->unpack(Side::Output, begin, end, output);

                QVERIFY_THROWS_EXCEPTION(std::exception, away.workload->unpack(Side::Input, begin, end, input));
                const auto cut = bytes.substr(0, bytes.size() - 1);
                QVERIFY_THROWS_EXCEPTION(std::exception, away.workload->unpack(Side::Input, begin, end, cut));
            }
            QVERIFY(sameDigest(expected, home.workload->digest(), entry.tolerance));
        }
    }

    /// Whatever the chunks: the whole list, one chunk per item, and parts of different length.
    void reductionsAddUpWhatTheItemsYield() {
        for (const auto& entry : workloads()) {
            if (!entry.info.reduces) continue;
            constexpr ItemCount Size = 100;
            BoundList list(quickRecipe(entry.info, Size));
            list.workload->fold(0, Size);
            list.workload->combine(std::array{ItemCount{0}});
            const Digest whole = list.workload->digest();
            for (const std::vector<ItemCount>& begins : {std::vector<ItemCount>{0, 1, 50, 99}, {0, 34, 68}}) {
                list.workload->clearOutput();
                for (std::size_t i = 0; i < begins.size(); ++i)
                    list.workload->fold(begins[i], i + 1 < begins.size() ? begins[i + 1] : Size);
                list.workload->combine(begins);
                QVERIFY(sameDigest(whole, list.workload->digest(), entry.tolerance));
                list.workload->clearOutput();
                for (std::size_t i = 0; i + 1 < begins.size(); ++i)
                    list.workload->fold(begins[i], begins[i + 1]);
                list.workload->combine(begins);
                QVERIFY(!sameDigest(whole, list.workload->digest(), entry.tolerance));  // the last part is missing
            }
            list.workload->clearOutput();
            list.workload->run(0, Size);
            QVERIFY(list.workload->digest().hash != whole.hash);  // a list of results again
        }
    }

    void onlyReductionsReduce() {
        for (const auto& entry : workloads()) {
            if (entry.info.reduces) continue;
            BoundList list(quickRecipe(entry.info, 2));
            QVERIFY_THROWS_EXCEPTION(std::logic_error, list.workload->fold(0, 2));
        }
    }

    void identityIsByHand() {
        const BoundList list(plainRecipe("identity", 4));
        list.workload->run(1, 4);
        list.workload->run(0, 1);
        QVERIFY(std::ranges::equal(list.slots<double>(64, 4), std::vector<double>{0, 1, 2, 3}));
    }

    /// 0 + 1 + 4 + … + (n-1)^2 = n (n-1) (2n-1) / 6
    void sumOfSquaresIsByHand() {
        const BoundList list(plainRecipe("sum-of-squares", 1000));
        list.workload->run(0, 1000);
        QCOMPARE(list.slots<double>(8000, 1000)[999], 998001.0);
        list.workload->fold(0, 1000);
        list.workload->combine(std::array{ItemCount{0}});
        QCOMPARE(list.workload->digest().sum, 1000.0 * 999 * 1999 / 6);
    }

    /// The primes below 10, 100 and 10 000 are 4, 25 and 1229, with 2, which is even and not in the list.
    void primesAreByHand() {
        for (const auto& [size, count] : {std::pair<ItemCount, double>{5, 3}, {50, 24}, {5000, 1228}}) {
            auto recipe = plainRecipe("primes", size);
            recipe.params = {{"start", 1.0}};
            const BoundList list(recipe);
            list.workload->fold(0, size);
            list.workload->combine(std::array{ItemCount{0}});
            QCOMPARE(list.workload->digest().sum, count);
        }
        auto recipe = plainRecipe("primes", 3);
        recipe.params = {{"start", 1'000'000.0}};
        const BoundList list(recipe);
        list.workload->run(0, 3);
        // 1000001 = 101 * 9901, 1000003 is prime, 1000005 ends in 5
        QVERIFY(std::ranges::equal(list.slots<std::uint64_t>(64, 3), std::vector<std::uint64_t>{0, 1, 0}));
    }

    /// From 0 the points go: 0 stays; 2, 6; 1, 2, 5; 3; -1, 0, -1, …; i, -1+i, -i, -1+i, ….
    void mandelbrotIsByHand() {
        auto recipe = plainRecipe("mandelbrot", 6);
        recipe.params = {{"iterations", 77.0}};
        const BoundList list(recipe);
        const std::vector<double> points = {0, 0, 2, 0, 1, 0, 3, 0, -1, 0, 0, 1};
        std::ranges::copy(points, list.slots<double>(0, 12).begin());
        list.workload->run(0, 6);
        QVERIFY(std::ranges::equal(list.slots<std::uint32_t>(128, 6), std::vector<std::uint32_t>{77, 2, 3, 1, 77, 77}));
    }

    void mandelbrotFillsASquare() {
        const BoundList list(plainRecipe("mandelbrot", 4));
        const std::vector<double> corners = {-1.375, -0.625, -0.125, -0.625, -1.375, 0.625, -0.125, 0.625};
        QVERIFY(std::ranges::equal(list.slots<double>(0, 8), corners));
    }

    void triadIsByHand() {
        auto recipe = plainRecipe("triad", 3);
        recipe.params = {{"scalar", -2.0}};
        const BoundList list(recipe);
        list.workload->run(0, 3);
        QVERIFY(std::ranges::equal(list.slots<double>(64, 3), std::vector<double>{-2, -5, -8}));  // i - 2 (2 i + 1)
    }

    void imbalanceSpreadsTheSameMean_data() {
        QTest::addColumn<QString>("distribution");
        QTest::addColumn<double>("largest");
        QTest::addColumn<double>("slack");  // of the mean, relative
        QTest::newRow("uniform") << "uniform" << 1000.0 << 0.0;
        QTest::newRow("linear") << "linear" << 1999.0 << 0.001;
        QTest::newRow("exponential") << "exponential" << 8000.0 << 0.15;  // 5 standard deviations; the seed is fixed
        QTest::newRow("one-heavy") << "one-heavy" << 500'000.0 << 0.001;
    }
    void imbalanceSpreadsTheSameMean() {
        QFETCH(QString, distribution);
        QFETCH(double, largest);
        QFETCH(double, slack);
        constexpr ItemCount Size = 1000;
        auto recipe = plainRecipe("imbalance", Size);
        recipe.params = {{"distribution", distribution.toStdString()}, {"steps", 1000.0}};
        const BoundList list(recipe);
        const auto steps = list.slots<std::uint64_t>(0, Size);
        const double sum = std::accumulate(steps.begin(), steps.end(), 0.0);
        QVERIFY(std::abs(sum / Size - 1000) <= slack * 1000);
        const auto most = static_cast<double>(std::ranges::max(steps));
        QVERIFY2(std::abs(most - largest) <= (distribution == "exponential" ? 3000 : 0),
                 qPrintable(QString::number(most)));
    }

    /// Knuth's generator, as often as the item says, from the item's number.
    void imbalanceIsByHand() {
        const BoundList list(plainRecipe("imbalance", 3));
        const auto steps = list.slots<std::uint64_t>(0, 3);
        std::ranges::copy(std::vector<std::uint64_t>{0, 1, 2}, steps.begin());
        list.workload->run(0, 3);
        const std::vector<std::uint64_t> expected = {0, 7806831264735756412ULL, 16917806452429146372ULL};
        QVERIFY(std::ranges::equal(list.slots<std::uint64_t>(64, 3), expected));
    }

    void wordsAreChecked() {
        const auto block = MemoryBlock::create(4096, Sharing::Private);
        auto recipe = plainRecipe("imbalance", 1);
        recipe.params = {{"distribution", "gaussian"}};
        QCOMPARE(bindList(recipe, block->bytes()).error().detail,
                 std::string("imbalance: distribution: 'gaussian' is not allowed (uniform, linear, exponential, "
                             "one-heavy)"));
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

    /// Every number, at both ends of its range and just outside.
    void parametersMayBeAtTheirEnds() {
        for (const auto& entry : workloads()) {
            const auto block = MemoryBlock::create(*listBytes(quickRecipe(entry.info, 1)), Sharing::Private);
            for (const auto& param : entry.info.params) {
                if (isText(param.kind)) continue;
                const auto with = [&](double value) {
                    auto recipe = quickRecipe(entry.info, 1);
                    recipe.params[param.name] = value;
                    return bindList(recipe, block->bytes());
                };
                const double below =
                    param.kind == ParamKind::Integer ? param.minimum - 1 : std::nextafter(param.minimum, -HUGE_VAL);
                const double above =
                    param.kind == ParamKind::Integer ? param.maximum + 1 : std::nextafter(param.maximum, HUGE_VAL);
                const std::string name = entry.info.id + ": " + param.name;
                QVERIFY2(with(param.minimum) && with(param.maximum), name.c_str());
                for (const double outside : {below, above}) {
                    const auto refused = with(outside);
                    QVERIFY2(!refused, name.c_str());
                    QVERIFY2(refused.error().detail.starts_with(name), refused.error().detail.c_str());
                }
            }
        }
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
