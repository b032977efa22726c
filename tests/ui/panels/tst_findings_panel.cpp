#include "core/analysis/findings.h"
#include "core/analysis/pitfalls.h"
#include "core/plots/finding_plot.h"
#include "core/plots/plots.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/findings_panel.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QStringBuilder>
#include <QTextBlock>

#include <algorithm>
#include <optional>
#include <vector>

using namespace breakeven;

class TestFindingsPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void invitesWhileThereIsNothing() {
        Session session;
        FindingsPanel panel(session);
        panel.show();
        QVERIFY(panel.toPlainText().startsWith(QStringLiteral("What follows from the numbers")));
    }

    void saysEveryFindingWithWhatToUseFirst() {
        Session session;
        FindingsPanel panel(session);
        panel.show();
        measured("tbb").openIn(session, path("run.jsonl"));
        const std::vector<Finding> all = findings(session.results());
        QVERIFY(all.size() > 2);
        const QString said = panel.toPlainText().trimmed();
        qsizetype before = -1;
        for (const Finding& finding : all) {
            const QString text = QString::fromStdString(finding.text);
            const qsizetype place = said.indexOf(text);
            QVERIFY2(place >= 0, qPrintable(text));
            if (finding.id == "recommendation") {
                QVERIFY2(said.startsWith(QStringLiteral("What to use\n") + text), qPrintable(said));
            } else {
                QVERIFY2(place > before, qPrintable(text));
                before = place;
            }
        }
    }

    void aNameThatBeginsASentenceIsMarkedAsOne() {
        Session session;
        FindingsPanel panel(session);
        panel.show();
        measured("tbb").openIn(session, path("run.jsonl"));
        bool isSeen = false;
        for (QTextBlock block = panel.document()->begin(); block.isValid(); block = block.next()) {
            if (!block.text().startsWith(QStringLiteral("tbb "))) continue;
            isSeen = true;
            for (auto part = block.begin(); part != block.end(); ++part) {
                const bool isName = part.fragment().position() == block.position();
                QCOMPARE(part.fragment().charFormat().fontWeight() > QFont::Normal, isName);
                if (isName) QCOMPARE(part.fragment().text(), QStringLiteral("tbb"));
            }
        }
        QVERIFY(isSeen);
    }

    void aFindingLeadsToItsChart() {
        Session session;
        FindingsPanel panel(session);
        panel.resize(320, 600);
        panel.show();
        measured("tbb").openIn(session, path("run.jsonl"));
        const std::vector<Finding> all = findings(session.results());
        QStringList expected;
        std::vector<std::optional<int>> expectedTrials;
        for (const bool isAdvice : {true, false}) {
            for (const Finding& finding : all) {
                const std::string_view plot = plotOf(finding);
                if ((finding.id == "recommendation") != isAdvice || !findPlot(plot)) continue;
                expected += QString::fromUtf8(plot.data(), static_cast<qsizetype>(plot.size()));
                expectedTrials.push_back(trialOf(session.results(), finding));
            }
        }
        QVERIFY(expected.size() > 1);
        QSignalSpy requested(&panel, &FindingsPanel::chartRequested);
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.setFocus();
        for (qsizetype link = 0; link < expected.size(); ++link) {
            QTest::keyClick(&panel, Qt::Key_Tab);
            QTest::keyClick(&panel, Qt::Key_Return);
        }
        QStringList followed;
        std::vector<std::optional<int>> trials;
        for (const QList<QVariant>& arguments : requested) {
            followed += arguments.front().toString();
            trials.push_back(arguments.at(1).value<std::optional<int>>());
        }
        QCOMPARE(followed, expected);
        QCOMPARE(trials, expectedTrials);
        QVERIFY(std::ranges::any_of(trials, [&](const std::optional<int>& trial) {
            return trial && session.results().find(*trial)->trial.backend == "tbb";
        }));
        QVERIFY(!panel.toPlainText().isEmpty());
    }

    void pitfallsAreToldWithWhatToDo() {
        Session session;
        FindingsPanel panel(session);
        panel.resize(400, 600);
        panel.show();
        measured("tbb").openIn(session, path("run.jsonl"));
        const std::vector<Pitfall> all = pitfalls(session.results());
        const auto isTold = [&](const Pitfall& pitfall, bool withAdvice) {
            QString text = QString::fromStdString(pitfall.title + ". " + pitfall.text);
            if (withAdvice) text += u' ' % QString::fromStdString(pitfall.advice);
            return panel.toPlainText().contains(text);
        };
        const auto seen = std::ranges::count(all, PitfallState::Seen, &Pitfall::state);
        QVERIFY(seen > 0);
        QVERIFY(panel.toPlainText().contains(QStringLiteral("28 pitfalls: %1 seen, ").arg(seen)));
        for (const bool showsAll : {false, true, false}) {
            for (const Pitfall& pitfall : all) {
                const bool isSeen = pitfall.state == PitfallState::Seen;
                QVERIFY2(isTold(pitfall, isSeen) == (isSeen || showsAll), pitfall.id.c_str());
            }
            Q_EMIT panel.anchorClicked(QUrl(QStringLiteral("pitfalls:")));
        }
    }

    void whoReadsOnIsNotMoved() {
        Session session;
        FindingsPanel panel(session);
        panel.resize(200, 90);
        panel.show();
        measured("tbb").openIn(session, path("run.jsonl"));
        panel.verticalScrollBar()->setValue(40);
        QCOMPARE(panel.verticalScrollBar()->value(), 40);
        measured("threads").openIn(session, path("other.jsonl"));
        QVERIFY(panel.toPlainText().contains(QStringLiteral("threads")));
        QCOMPARE(panel.verticalScrollBar()->value(), 40);
    }

    void namesFromAFileAreNoMarkup() {
        Session session;
        FindingsPanel panel(session);
        panel.show();
        RecordedRun run = measured("tbb");
        const int failed = run.trial("<b>bold</b>", 10'000, {});
        run.add(TrialFailed{failed, 0, TrialStatus::Failed, "<i>why</i>"});
        run.openIn(session, path("markup.jsonl"));
        QVERIFY2(panel.toPlainText().contains(QStringLiteral("<b>bold</b>")), qPrintable(panel.toPlainText()));
    }

    void anotherRunReplacesWhatWasSaid() {
        Session session;
        FindingsPanel panel(session);
        panel.show();
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
