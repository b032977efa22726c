#include "core/parallel/reduce_call.h"
#include "tests/support/numbers.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

CallSettings on(const char* backend, ChunkPolicy chunk) {
    CallSettings settings;
    settings.workers = 3;
    settings.backend = backend;
    settings.start = "fork";
    settings.chunk = chunk;
    return settings;
}

/// How a list was folded, as text: associative, and not commutative.
std::string joined(const std::string& left, const std::string& right) {
    return left + right;
}

}  // namespace

class TestReduceCall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chunksDoNotDependOnTheWorkers() {
        using Kind = ChunkPolicy::Kind;
        QCOMPARE(foldedTogether({.kind = Kind::Count, .count = 7}, 1000), ItemCount{7});
        for (const Kind kind : {Kind::Auto, Kind::Pool}) {
            QCOMPARE(foldedTogether({.kind = kind}, 0), ItemCount{1});
            QCOMPARE(foldedTogether({.kind = kind}, 64), ItemCount{1});
            QCOMPARE(foldedTogether({.kind = kind}, 65), ItemCount{2});
            QCOMPARE(foldedTogether({.kind = kind}, 6400), ItemCount{100});
        }
    }

    void aChunkIsFoldedFromTheLeft() {
        const FoldChunk<double, std::minus<>, std::identity> subtract;
        QCOMPARE(subtract(std::vector{10.0}), 10.0);
        QCOMPARE(subtract(std::vector{10.0, 3.0, 2.0}), 5.0);
        const TravellingFold<double, std::minus<>, std::identity> travelling;
        QCOMPARE(travelling(std::vector{10.0, 3.0, 2.0}), 5.0);
    }

    void partsAreCombinedInTheOrderOfTheList_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("chunk");
        for (const char* backend : {"serial", "tbb", "threads", "processes", "processes-pipe"})
            for (const int chunk : {1, 3, 26, 100})
                QTest::addRow("%s %d", backend, chunk) << QString(backend) << chunk;
    }
    void partsAreCombinedInTheOrderOfTheList() {
        QFETCH(QString, backend);
        QFETCH(int, chunk);
        const auto letter = [](int x) { return std::string(1, static_cast<char>('a' + x)); };
        const auto join = [](const std::string& left, const std::string& right) { return joined(left, right); };
        const auto text = foldList(firstNumbers(26), std::string("> "), join, letter,
                                   on(backend.toStdString().c_str(),
                                      {.kind = ChunkPolicy::Kind::Count, .count = static_cast<ItemCount>(chunk)}));
        QCOMPARE(text, std::string("> abcdefghijklmnopqrstuvwxyz"));
    }

    void anEmptyListLeavesTheBeginning() {
        QCOMPARE(foldList(std::vector<int>(), 7, std::plus<>(), std::identity(), on("threads", {})), 7);
    }

    void aFailureIsThrown() {
        const auto picky = [](int x) { return x == 40 ? throw std::runtime_error("forty") : x; };
        for (const char* backend : {"threads", "processes"})
            QVERIFY_EXCEPTION_THROWN(foldList(firstNumbers(100), 0, std::plus<>(), picky, on(backend, {})),
                                     ParallelError);
    }
};

BREAKEVEN_PARALLEL_MAIN(TestReduceCall)
#include "tst_reduce_call.moc"
