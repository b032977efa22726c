#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/samples_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <memory>

using namespace breakeven;

class TestSamplesPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_session = std::make_unique<Session>();
        m_panel = std::make_unique<SamplesPanel>(*m_session);
        m_panel->resize(900, 300);
        m_panel->show();
    }

    void invitesAtFirst() {
        QVERIFY(title().startsWith(QStringLiteral("Click a point in a chart")));
        QCOMPARE(rows(), 0);
        QVERIFY(!button("samplesTimeline").isEnabled() && !button("samplesDistribution").isEnabled());
    }

    void tellsOfTheChosenTrial() {
        const int trial = openRun("one");
        m_panel->showTrial(trial);
        QCOMPARE(rows(), 9);
        QVERIFY2(title().startsWith(QStringLiteral("tbb · 1\u202f000 items · 1.00\u202fms")), qPrintable(title()));
        QVERIFY2(title().endsWith(QStringLiteral("9 samples in 1 launch")), qPrintable(title()));
    }

    void aTrialChosenBehindAnotherTabIsThereOnceItIsSeen() {
        m_panel->hide();
        const int trial = openRun("one");
        m_panel->showTrial(trial);
        QCOMPARE(rows(), 0);
        m_panel->show();
        QCOMPARE(rows(), 9);
        const auto& table = *m_panel->findChild<QTableView*>(QStringLiteral("samplesTable"));
        QVERIFY(table.columnWidth(1) !=
                table.horizontalHeader()->defaultSectionSize());  // it is as wide as its numbers
    }

    void leadsToTheDistributionAndTheTimeline() {
        const int trial = openRun("one");
        m_panel->showTrial(trial);
        const QSignalSpy distribution(m_panel.get(), &SamplesPanel::distributionWanted);
        const QSignalSpy timeline(m_panel.get(), &SamplesPanel::timelineWanted);
        QTest::mouseClick(&button("samplesDistribution"), Qt::LeftButton);
        QTest::mouseClick(&button("samplesTimeline"), Qt::LeftButton);
        QCOMPARE(distribution, (QList<QVariantList>{{trial}}));
        QCOMPARE(timeline, (QList<QVariantList>{{trial}}));
    }

    void anotherRunForgetsTheTrial() {
        m_panel->showTrial(openRun("one"));
        openRun("two");
        QCOMPARE(rows(), 0);
        QVERIFY(title().startsWith(QStringLiteral("Click a point in a chart")));
    }

    void aTrialThatIsNotThereIsNotShown() {
        openRun("one");
        m_panel->showTrial(4711);
        QCOMPARE(rows(), 0);
    }

private:
    int openRun(const std::string& id) {
        RecordedRun run(id);
        run.trial("serial", 1000, nineTimes(0.002));
        const int trial = run.trial("tbb", 1000, nineTimes(0.001));
        run.openIn(*m_session, path("run.jsonl"));
        return trial;
    }

    int rows() const { return m_panel->findChild<QTableView*>(QStringLiteral("samplesTable"))->model()->rowCount(); }
    QString title() const { return m_panel->findChild<QLabel*>(QStringLiteral("samplesTitle"))->text(); }
    QToolButton& button(const char* name) const { return *m_panel->findChild<QToolButton*>(QLatin1String(name)); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<SamplesPanel> m_panel;
};

QTEST_MAIN(TestSamplesPanel)
#include "tst_samples_panel.moc"
