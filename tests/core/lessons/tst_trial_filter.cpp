#include "core/lessons/trial_filter.h"
#include "tests/support/sample_results.h"

#include <QTest>

using namespace breakeven;

class TestTrialFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "backend=tbb", "size=largest, workers=most", "size=1e6", "param.layout=shared",
                                 "cache=", "in-flight=2*n_jobs", "workers=fewest, chunk=auto, pool=cold, call=imap"})
            QTest::newRow(text) << text;
    }

    void whatIsWrittenIsReadAgain() {
        QFETCH(QString, text);
        const auto filters = parseFilters(text.toStdString());
        QVERIFY2(filters, filters ? "" : filters.error().detail.c_str());
        QCOMPARE(QString::fromStdString(filtersText(*filters)), text);
    }

    void faultsAreNamed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no value") << "backend"
                                  << "filter: 'backend' is not allowed (FIELD=VALUE, such as backend=tbb)";
        QTest::newRow("empty value") << "backend="
                                     << "backend: nothing is not allowed (a value behind the =)";
        QTest::newRow("unknown") << "sizes=10"
                                 << "did you mean 'size'?";
        QTest::newRow("size") << "size=big"
                              << "size: 'big' is not allowed (a whole number from 1, smallest or largest)";
        QTest::newRow("part of a word") << "size=small"
                                        << "size: 'small' is not allowed";
        QTest::newRow("workers") << "workers=0"
                                 << "workers: '0' is not allowed (a whole number from 1, fewest or most)";
        QTest::newRow("no name") << "param.=1"
                                 << "'param.' is not allowed";
        QTest::newRow("twice") << "pool=cold, pool=warm"
                               << "pool: a second one is not allowed (each field once)";
    }

    void faultsAreNamed() {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        const auto filters = parseFilters(text.toStdString());
        QVERIFY(!filters);
        QVERIFY2(QString::fromStdString(filters.error().detail).contains(fault), filters.error().detail.c_str());
    }

    void fieldsAndPlacesChoose_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("ids");
        QTest::newRow("all") << "" << QList<int>{0, 1, 2, 3, 4};
        QTest::newRow("backend") << "backend=tbb" << QList<int>{1, 2, 3};
        QTest::newRow("a number however it is written") << "size=1e2" << QList<int>{1, 3, 4};
        QTest::newRow("most among what is left") << "backend=tbb, workers=most" << QList<int>{3};
        QTest::newRow("largest first") << "size=largest" << QList<int>{2};
        QTest::newRow("smallest then fewest") << "backend=tbb, size=smallest, workers=fewest" << QList<int>{1};
        QTest::newRow("a parameter's number") << "param.seconds=0.5" << QList<int>{4};
        QTest::newRow("a parameter's text") << "param.layout=apart" << QList<int>{4};
        QTest::newRow("nothing") << "backend=threads" << QList<int>{};
    }

    void fieldsAndPlacesChoose() {
        QFETCH(QString, text);
        QFETCH(QList<int>, ids);
        SampleResults sample;
        sample.trial("serial", 10);
        sample.trial("tbb", 100, 2);
        sample.trial("tbb", 1000, 2);
        sample.trial("tbb", 100, 4);
        Trial other;
        other.workload = "sleep-square";
        other.backend = "async";
        other.params = {{"seconds", 0.5}, {"layout", std::string("apart")}};
        other.size = 100;
        sample.add(other);
        std::vector<const Trial*> trials;
        for (const TrialResult& result : sample.results.trials())
            trials.push_back(&result.trial);
        const int first = trials.front()->id;
        QList<int> left;
        for (const Trial* trial : filtered(trials, *parseFilters(text.toStdString())))
            left.append(trial->id - first);
        QCOMPARE(left, ids);
    }
};

QTEST_GUILESS_MAIN(TestTrialFilter)
#include "tst_trial_filter.moc"
