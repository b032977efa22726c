#include "core/analysis/what_if_question.h"

#include <QTest>

#include <algorithm>

using namespace breakeven;

class TestWhatIfQuestion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedIsAsked_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<WhatIf>("asked");
        QTest::newRow("dispatch") << QByteArray("dispatch=0.5") << WhatIf{.dispatchFactor = 0.5};
        QTest::newRow("workers") << QByteArray("workers=+2") << WhatIf{.extraWorkers = 2};
        QTest::newRow("chunk") << QByteArray("chunk=1000") << WhatIf{.chunk = 1000};
        QTest::newRow("all") << QByteArray("balance,no-start,dispatch=0,workers=1")
                             << WhatIf{.dispatchFactor = 0, .perfectBalance = true, .noStart = true, .extraWorkers = 1};
    }

    void whatIsTypedIsAsked() {
        QFETCH(QByteArray, typed);
        QFETCH(WhatIf, asked);
        const auto named = parseWhatIf(typed.toStdString());
        QVERIFY2(named, named ? "" : named.error().detail.c_str());
        QVERIFY(named->question == asked);
        QCOMPARE(named->id, typed.toStdString());
    }

    void whatCannotBeIsRefusedByName_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("part");
        for (const char* part : {"", "dispatch", "dispatch=11", "dispatch=-1", "dispatch=nan", "workers=0",
                                 "workers=+1025", "workers=-1", "chunk=0", "chunk=1.5", "faster", "balance=1"})
            QTest::newRow(part) << QByteArray(part) << QByteArray(part);
        QTest::newRow("among others") << QByteArray("balance,chunk=0,no-start") << QByteArray("chunk=0");
        QTest::newRow("a comma too many") << QByteArray("balance,") << QByteArray();
    }

    void whatCannotBeIsRefusedByName() {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, part);
        const auto named = parseWhatIf(typed.toStdString());
        QVERIFY(!named);
        QCOMPARE(QByteArray::fromStdString(named.error().detail),
                 "what if: '" + part +
                     "' is not allowed (dispatch=0 to 10, workers=+1 to +1024, chunk=1 to 1e12, balance, no-start; "
                     "several with commas)");
    }

    void theUsualQuestionsAskEachSomethingElse() {
        const auto questions = usualQuestions();
        QCOMPARE(questions.size(), std::size_t(4));
        for (const NamedWhatIf& each : questions) {
            QVERIFY(!(each.question == WhatIf{}) && !each.title.empty());
            QCOMPARE(std::count_if(questions.begin(), questions.end(),
                                   [&](const NamedWhatIf& other) { return other.question == each.question; }),
                     1);
        }
    }
};

QTEST_GUILESS_MAIN(TestWhatIfQuestion)
#include "tst_what_if_question.moc"
