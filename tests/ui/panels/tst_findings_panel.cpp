#include "core/analysis/findings.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/findings_panel.h"

using namespace breakeven;

class TestFindingsPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void invitesWhileThereIsNothing() {
        Session session;
        const FindingsPanel panel(session);
        QVERIFY(panel.toPlainText().startsWith(QStringLiteral("What follows from the numbers")));
    }

    void saysEveryFindingInOrder() {
        Session session;
        const FindingsPanel panel(session);
        measured("tbb").openIn(session, path("run.jsonl"));
        const std::vector<Finding> all = findings(session.results());
        QVERIFY(!all.empty());
        const QStringList said = panel.toPlainText().split(u'\n');
        QCOMPARE(static_cast<std::size_t>(said.size()), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            QString text = QString::fromStdString(all[i].text);
            QCOMPARE(said[static_cast<qsizetype>(i)], text.replace(QChar(0x2009), QChar(0x202F)));
        }
    }

    void namesFromAFileAreNoMarkup() {
        Session session;
        const FindingsPanel panel(session);
        RecordedRun run = measured("tbb");
        const int failed = run.trial("<b>bold</b>", 10'000, {});
        run.add(TrialFailed{failed, 0, TrialStatus::Failed, "<i>why</i>"});
        run.openIn(session, path("markup.jsonl"));
        QVERIFY2(panel.toPlainText().contains(QStringLiteral("<b>bold</b>")), qPrintable(panel.toPlainText()));
    }

    void anotherRunReplacesWhatWasSaid() {
        Session session;
        const FindingsPanel panel(session);
        measured("tbb").openIn(session, path("run.jsonl"));
        const QString before = panel.toPlainText();
        measured("threads").openIn(session, path("other.jsonl"));
        QVERIFY(panel.toPlainText() != before);
        QVERIFY(!panel.toPlainText().contains(QStringLiteral("tbb")));
    }

private:
    static RecordedRun measured(const std::string& backend) {
        RecordedRun run("run of " + backend);
        for (const ItemCount size : {ItemCount(100), ItemCount(10'000)}) {
            const double serial = static_cast<double>(size) * 1e-6;
            run.trial("serial", size, nineTimes(serial));
            run.trial(backend, size, nineTimes(1e-3 + serial / 2));
        }
        const int wrong = run.trial(backend, 1'000, {});
        run.add(TrialFailed{wrong, 0, TrialStatus::WrongResult, "item 3 differs"});
        return run;
    }
};

QTEST_MAIN(TestFindingsPanel)
#include "tst_findings_panel.moc"
