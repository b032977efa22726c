#include "core/parallel/map.h"
#include "core/parallel/reduce_call.h"
#include "tests/support/numbers.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <csignal>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
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

template <class Options>
concept KnowsItems = requires(Options options) {
    options.deadline;
}
|| requires(Options options) {
    options.stopAfterErrors;
};
static_assert(KnowsItems<Options> && !KnowsItems<BasicReduceOptions<AnyBackend>>);

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

    /// Its number, and not that of the part it was folded in.
    void aFailureNamesTheItem_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<bool>("isShown");
        for (const char* backend : {"serial", "tbb", "threads", "processes", "processes-pipe"})
            for (const bool isShown : {false, true})
                QTest::addRow("%s%s", backend, isShown ? " with a bar" : "") << QString(backend) << isShown;
    }
    void aFailureNamesTheItem() {
        QFETCH(QString, backend);
        QFETCH(bool, isShown);
        ProgressOption progress = isShown;
        progress.sink = [](std::string_view) {};
        const auto picky = [](int x) { return x == 41 ? throw std::runtime_error("item 7: no") : x; };
        try {
            reduce(firstNumbers(100), 0, std::plus<>(), picky,
                   {.workers = 3, .backend = backend.toStdString(), .progress = progress});
            QFAIL("nothing was thrown");
        } catch (const ParallelError& error) {
            QCOMPARE(error.code(), ErrorCode::WorkFailed);
            QCOMPARE(error.what(), "item 41: item 7: no");
            QVERIFY(error.item() == ItemCount{41});
            if (error.cause()) QVERIFY_EXCEPTION_THROWN(std::rethrow_exception(error.cause()), std::runtime_error);
        }
    }

    void theCauseIsWhatTheItemThrew() {
        struct Own {};
        const auto picky = [](int x) { return x == 40 ? throw Own() : x; };
        try {
            reduce(firstNumbers(100), 0, std::plus<>(), picky, {.workers = 3, .backend = "threads"});
            QFAIL("nothing was thrown");
        } catch (const ParallelError& error) {
            QVERIFY(error.cause());
            QVERIFY_EXCEPTION_THROWN(std::rethrow_exception(error.cause()), Own);
        }
    }

    /// More cannot be known of a process that died.
    void aCrashNamesTheItemsOfItsPart_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("chunk");
        QTest::addColumn<int>("item");
        QTest::addColumn<QString>("text");
        for (const char* backend : {"processes", "processes-pipe"}) {
            QTest::addRow("%s", backend) << QString(backend) << 3 << 7 << "items 6 to 8: ";
            QTest::addRow("%s, the last part", backend) << QString(backend) << 6 << 8 << "items 6 to 9: ";
            QTest::addRow("%s, one by one", backend) << QString(backend) << 1 << 8 << "item 8: ";
        }
    }
    void aCrashNamesTheItemsOfItsPart() {
        QFETCH(QString, backend);
        QFETCH(int, chunk);
        QFETCH(int, item);
        QFETCH(QString, text);
        std::vector<int> numbers(10);
        numbers[static_cast<std::size_t>(item)] = SIGABRT;  // sanitizers catch SIGSEGV
        const auto crashing = [](int signal) { return signal == 0 ? 0 : raise(signal); };
        try {
            reduce(numbers, 0, std::plus<>(), crashing,
                   {.workers = 2, .backend = backend.toStdString(), .chunk = chunk});
            QFAIL("nothing was thrown");
        } catch (const ParallelError& error) {
            QCOMPARE(error.code(), ErrorCode::ChildCrashed);
            QVERIFY2(std::string_view(error.what()).starts_with(text.toStdString()), error.what());
            QCOMPARE(error.item().has_value(), chunk == 1);
        }
    }

    void progressCountsItems_data() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"serial", "tbb", "threads", "processes", "processes-pipe"})
            QTest::addRow("%s", backend) << QString(backend);
    }
    void progressCountsItems() {
        QFETCH(QString, backend);
        std::string shown;
        ProgressOption progress = true;
        progress.sink = [&](std::string_view text) { shown += text; };
        const auto sum = reduce(firstNumbers(1000), 0, std::plus<>(), std::identity(),
                                {.workers = 2, .backend = backend.toStdString(), .chunk = 7, .progress = progress});
        QCOMPARE(sum, 499'500);
        QVERIFY2(shown.find("1000/1000") != std::string::npos, shown.c_str());
    }
};

BREAKEVEN_PARALLEL_MAIN(TestReduceCall)
#include "tst_reduce_call.moc"
