#include "core/io/benchmark_names.h"

#include <QtTest>

#include <initializer_list>
#include <vector>

using namespace breakeven;

namespace {

std::vector<Trial> trialsOf(std::initializer_list<const char*> families) {
    std::vector<Trial> trials;
    for (const char* family : families)
        trials.push_back(*trialNamed(family, {}));
    findSerialBases(trials);
    return trials;
}

}  // namespace

class TestBenchmarkNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBaseSaysSerial_data() {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("workload");
        QTest::addColumn<QString>("backend");
        QTest::newRow("behind") << "BM_sort_serial"
                                << "BM_sort_tbb"
                                << "BM_sort"
                                << "tbb";
        QTest::newRow("before") << "serial_sort"
                                << "openmp_sort"
                                << "sort"
                                << "openmp";
        QTest::newRow("between") << "BM_seq_sort"
                                 << "BM_tbb_sort"
                                 << "BM sort"
                                 << "tbb";
        QTest::newRow("humps") << "BM_SortSerial"
                               << "BM_SortOpenMP"
                               << "BM_Sort"
                               << "openmp";
        QTest::newRow("capitals") << "SORT_SEQUENTIAL"
                                  << "SORT_ASYNC"
                                  << "SORT"
                                  << "async";
        QTest::newRow("template") << "BM_Sort<Serial>"
                                  << "BM_Sort<Tbb>"
                                  << "BM_Sort"
                                  << "tbb";
        QTest::newRow("variant") << "sort serial"
                                 << "sort tbb_static"
                                 << "sort"
                                 << "tbb-static";
        QTest::newRow("alone") << "serial"
                               << "tbb"
                               << "imported"
                               << "tbb";
        QTest::newRow("nothing instead") << "sort_serial"
                                         << "sort"
                                         << "sort"
                                         << "sort";
    }

    void theBaseSaysSerial() {
        QFETCH(QString, base);
        QFETCH(QString, other);
        QFETCH(QString, workload);
        QFETCH(QString, backend);
        const auto trials = trialsOf({qPrintable(base), qPrintable(other)});
        QCOMPARE(trials[0].backend, std::string("serial"));
        QCOMPARE(trials[0].workload, workload.toStdString());
        QCOMPARE(trials[0].workers, 1);
        QCOMPARE(trials[1].backend, backend.toStdString());
        QCOMPARE(trials[1].workload, workload.toStdString());
        QCOMPARE(trials[1].workers, UnknownWorkers);
        QVERIFY(isBaseOf(trials[0], trials[1]));
    }

    void otherNamesStayApart_data() {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("other");
        QTest::newRow("another family") << "BM_sort_serial"
                                        << "BM_hash_tbb";
        QTest::newRow("within a word") << "BM_serialize"
                                       << "BM_parse";
        QTest::newRow("a longer word") << "BM_sort_serial"
                                       << "BM_sorted_tbb";
        QTest::newRow("no base") << "BM_sort"
                                 << "BM_sort_tbb";
    }

    void otherNamesStayApart() {
        QFETCH(QString, base);
        QFETCH(QString, other);
        const auto trials = trialsOf({qPrintable(base), qPrintable(other)});
        QCOMPARE(trials[1].workload, std::string("imported"));
        QCOMPARE(trials[1].backend, other.toStdString());
    }

    void serialIsAWordOfItsOwn() {
        for (const char* family : {"BM_serialize", "BM_Deserial", "subsequent", "serials"})
            QCOMPARE(trialsOf({family})[0].backend, std::string(family));
    }

    void theBaseWithMostInCommonCounts() {
        const auto trials = trialsOf({"sort_serial", "sort_zig_serial", "sort_zig_tbb", "sort_tbb"});
        QCOMPARE(trials[2].workload, std::string("sort_zig"));
        QCOMPARE(trials[2].backend, std::string("tbb"));
        QCOMPARE(trials[3].workload, std::string("sort"));
    }

    void namesThatDifferInSpellingStayApart() {
        const auto trials = trialsOf({"sort_serial", "sort_TBB", "sort_tbb"});
        QVERIFY(trials[1].backend != trials[2].backend);
    }

    void aBaseHasOneWorker() {
        std::vector<Trial> trials{*trialNamed("sort_serial", {{"threads", "1"}}),
                                  *trialNamed("sort_serial", {{"threads", "4"}})};
        findSerialBases(trials);
        QCOMPARE(trials[0].backend, std::string("sort_serial"));
        QCOMPARE(trials[1].workers, 4);
    }

    void valuesAreParametersToo() {
        const auto trial = trialNamed("a", {{"", "3"}, {"Size", "1e3"}, {"mode", "fast"}, {"level", "2.5"}});
        QVERIFY(trial);
        QCOMPARE(trial->size, ItemCount{1000});
        QCOMPARE(trial->params, (Params{{"argument 1", 3.0}, {"mode", std::string("fast")}, {"level", 2.5}}));
    }
};

QTEST_GUILESS_MAIN(TestBenchmarkNames)
#include "tst_benchmark_names.moc"
