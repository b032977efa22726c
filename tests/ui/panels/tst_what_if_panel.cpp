#include "tests/core/analysis/overhead_samples.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/what_if_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>

#include <initializer_list>

using namespace breakeven;

class TestWhatIfPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_session = std::make_unique<Session>();
        m_panel = std::make_unique<WhatIfPanel>(*m_session);
        m_panel->resize(300, 420);
        m_panel->show();
    }

    void withoutARunThereIsNothingToAsk() {
        QVERIFY(!the<QSlider>("whatIfDispatch").isEnabled());
        QVERIFY2(says("whatIfBasis").contains(QStringLiteral("needs serial and a parallel backend")),
                 qPrintable(says("whatIfBasis")));
        QVERIFY(!m_panel->choice());
    }

    void nothingMovedIsNothingAsked() {
        open();
        QVERIFY(the<QSlider>("whatIfDispatch").isEnabled());
        QVERIFY(!m_panel->choice());
        QVERIFY(says("whatIfBasis").startsWith(QStringLiteral("Move a slider")));
        QVERIFY(says("whatIfAnswer").isEmpty());
    }

    void theFastestCurveIsAskedFirst() {
        open();
        QCOMPARE(the<QComboBox>("whatIfCurve").count(), 2);
        QCOMPARE(the<QComboBox>("whatIfCurve").currentText(), QStringLiteral("tbb"));
    }

    void slidersAsk() {
        open();
        QSignalSpy asked(m_panel.get(), &WhatIfPanel::asked);
        the<QSlider>("whatIfDispatch").setFocus();
        for (int step = 0; step < 10; ++step)
            QTest::keyClick(&the<QSlider>("whatIfDispatch"), Qt::Key_Left);
        QCOMPARE(asked.count(), 10);
        QVERIFY(m_panel->choice());
        QCOMPARE(m_panel->choice()->question, (WhatIf{.dispatchFactor = 0.5}));
        QCOMPARE(m_panel->choice()->curve, std::string("tbb"));
        QCOMPARE(says("whatIfDispatchValue"), QStringLiteral("50\u202f%"));
        const QString answer = says("whatIfAnswer");
        QVERIFY2(answer.startsWith(QStringLiteral("tbb would pay from ")) && answer.contains(u"instead of"),
                 qPrintable(answer));
        QVERIFY2(says("whatIfBasis").contains(QStringLiteral("Estimated, not measured")) &&
                     says("whatIfBasis").contains(QStringLiteral("waking 10.0")),
                 qPrintable(says("whatIfBasis")));
    }

    void everyControlReachesTheQuestion() {
        open();
        the<QSlider>("whatIfWorkers").setValue(2);
        the<QSlider>("whatIfChunk").setValue(4);
        the<QCheckBox>("whatIfBalance").click();
        the<QCheckBox>("whatIfStart").click();
        const WhatIf expected{.perfectBalance = true, .noStart = true, .extraWorkers = 2, .chunk = 10};
        QCOMPARE(m_panel->choice()->question, expected);
        QCOMPARE(says("whatIfWorkersValue"), QStringLiteral("2 more"));
        QCOMPARE(says("whatIfChunkValue"), QStringLiteral("10"));
        QVERIFY2(says("whatIfBasis").contains(QStringLiteral("Extrapolated")), qPrintable(says("whatIfBasis")));

        QSignalSpy asked(m_panel.get(), &WhatIfPanel::asked);
        QTest::mouseClick(&the<QPushButton>("whatIfReset"), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QVERIFY(!m_panel->choice());
        QCOMPARE(says("whatIfWorkersValue"), QStringLiteral("as measured"));
    }

    void whatTheRunDoesNotKnowIsRefused() {
        open(false);
        the<QSlider>("whatIfDispatch").setValue(0);
        QVERIFY(says("whatIfAnswer").isEmpty());
        QVERIFY(!says("whatIfBasis").isEmpty());
        QVERIFY(!says("whatIfBasis").contains(QStringLiteral("Estimated")));
    }

    void nothingIsCutWhereThereIsLittleRoom() {
        m_panel->resize(220, 160);
        open();
        the<QSlider>("whatIfWorkers").setValue(2);
        QCoreApplication::processEvents();
        const auto& basis = the<QLabel>("whatIfBasis");
        QVERIFY(basis.height() >= basis.heightForWidth(basis.width()));
        QVERIFY(m_panel->verticalScrollBar()->maximum() > 0);
        QCOMPARE(m_panel->widget()->width(), m_panel->viewport()->width());
    }

    void anotherRunKeepsTheQuestion() {
        open();
        the<QSlider>("whatIfDispatch").setValue(0);
        the<QComboBox>("whatIfCurve").setCurrentIndex(1);
        const QString label = the<QComboBox>("whatIfCurve").currentText();
        QSignalSpy asked(m_panel.get(), &WhatIfPanel::asked);
        open();
        QVERIFY(!asked.isEmpty());
        QCOMPARE(the<QComboBox>("whatIfCurve").currentText(), label);
        QCOMPARE(m_panel->choice()->question.dispatchFactor, 0.0);
    }

private:
    /// Two curves whose parts are known: threads takes 1.3 times as long as tbb.
    void open(bool withReferences = true) {
        const KnownParts known;
        RecordedRun run("run");
        int id = 0;
        const auto add = [&](const char* backend, ItemCount size, double seconds) {
            Trial trial;
            trial.id = id++;
            trial.workload = "square";
            trial.backend = backend;
            trial.size = size;
            if (trial.backend != "serial") {
                trial.call = "map";
                trial.chunk = "auto";
                trial.pool = "warm";
                trial.workers = 2;
            }
            run.add(TrialStarted{0, trial});
            for (int round = 0; round < 9; ++round) {
                Sample sample;
                sample.trial = trial.id;
                sample.round = round;
                sample.seconds = Seconds(seconds);
                run.add(sample);
            }
            const Seconds wall(seconds);
            TrialProfiled pass{.trial = trial.id, .launch = 0, .wall = wall, .listBytes = 16 * size, .workers = {}};
            pass.workers.push_back({.compute = wall, .end = wall, .chunks = 50});
            pass.workers.push_back({.compute = wall * 0.8, .end = wall, .chunks = 50});
            if (trial.workers > 1) run.add(pass);
        };
        for (const ItemCount size : std::initializer_list<ItemCount>{300, 1000, 3000, 10'000, 100'000}) {
            add("serial", size, known.perItem * static_cast<double>(size));
            add("threads", size, 1.3 * known.parallel(size));
            add("tbb", size, known.parallel(size));
        }
        for (const char* backend : {"threads", "tbb"}) {
            PoolReference reference;
            reference.backend = backend;
            reference.workers = 2;
            reference.startup = Seconds(known.startup);
            reference.hotCall = Seconds(known.wake);
            reference.parkedCall = Seconds(known.parked);
            reference.perChunk = Seconds(known.perChunk);
            if (withReferences) run.add(reference);
        }
        run.add(RunFinished{"completed", Seconds(2)});
        run.openIn(*m_session, path("run.jsonl"));
    }

    template <class Widget>
    Widget& the(const char* name) {
        auto* found = m_panel->findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("%s: no such widget", name);
        return *found;
    }

    QString says(const char* label) { return the<QLabel>(label).text(); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<WhatIfPanel> m_panel;
};

QTEST_MAIN(TestWhatIfPanel)
#include "tst_what_if_panel.moc"
