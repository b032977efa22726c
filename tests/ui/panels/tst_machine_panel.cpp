#include "core/analysis/pitfalls.h"
#include "core/os/cpus.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/scripted_cli.h"
#include "ui/panels/machine_panel.h"

#include <algorithm>

using namespace breakeven;

namespace {

/// Of each row what it says, cell by cell: one that reaches across the panel, or a fact and its value.
QList<QStringList> rowsOf(const MachinePanel& panel) {
    QList<QStringList> rows;
    for (int row = 0; row < panel.rowCount(); ++row) {
        rows += QStringList(panel.item(row, 0)->text());
        if (panel.columnSpan(row, 0) == 1) rows.back() += panel.item(row, 1)->text();
    }
    return rows;
}

/// As docks show it: narrow.
struct ShownPanel : MachinePanel {
    explicit ShownPanel(Session& session) : MachinePanel(session) {
        resize(250, 400);
        show();
    }
};

}  // namespace

class TestMachinePanel : public QObject, ScriptedCli {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeCatalog(); }
    void init() { failOnAnyWarning(); }

    void tellsThisMachineAtFirst() {
        Session session;
        const ShownPanel panel(session);
        const UsableCpus here = usableCpus();
        QCOMPARE(rowsOf(panel),
                 (QList<QStringList>{{QStringLiteral("Usable CPUs"), QString::number(here.count)},
                                     {QStringLiteral("Limited by"), QString::fromStdString(here.reason)}}));
    }

    void asksTheCommandLineBeforeThereAreResults() {
        Environment here;
        here.usableCpus = 2;
        here.usableCpusReason = "all online CPUs";
        here.facts = {{"cpu.model", "Processor", "Small one"}, {"load.average", "Load", "0.01 0.02 0.03"}};
        write("doctor.json", QByteArray::fromStdString(writeEnvironment(here)));
        pretend("exit 3");
        Session session;
        const ShownPanel panel(session);
        ready(session);
        QTRY_COMPARE_WITH_TIMEOUT(panel.rowCount(), 4, WaitMilliseconds);
        const QList<QStringList> rows = rowsOf(panel);
        QVERIFY2(rows[0].front().startsWith(QStringLiteral("Advice, looked at ")), qPrintable(rows[0].front()));
        QVERIFY2(rows[1].front().startsWith(QStringLiteral("Only 2 usable CPUs")), qPrintable(rows[1].front()));
        QCOMPARE(rows[2], (QStringList{QStringLiteral("Processor"), QStringLiteral("Small one")}));
    }

    void aCommandLineThatDoesNotKnowLeavesTheCpus() {
        write("doctor.json", "no machine");
        pretend("exit 3");
        Session session;
        const ShownPanel panel(session);
        QSignalSpy asked(panel.findChild<QProcess*>(QStringLiteral("doctor")), &QProcess::finished);
        ready(session);
        const QSignalSpy answered(&panel, &MachinePanel::answered);
        QVERIFY(!asked.isEmpty() || asked.wait(WaitMilliseconds));
        QTRY_COMPARE(answered.count(), 1);
        QVERIFY(!panel.isAsking());
        QCOMPARE(panel.rowCount(), 2);
    }

    void tellsTheMachineOfTheResults() {
        Session session;
        const ShownPanel panel(session);
        RecordedRun run("elsewhere");
        run.started().environment.facts = {{"cpu.model", "Processor", "Large one"},
                                           {"cpu.governor", "Governor", std::nullopt},
                                           {"cpu.pressure", "Waited", "4.20 % of the last 10 s"}};
        run.openIn(session, path("elsewhere.jsonl"));
        QCOMPARE(rowsOf(panel),
                 (QList<QStringList>{{QStringLiteral("Processor"), QStringLiteral("Large one")},
                                     {QStringLiteral("Governor"), QStringLiteral("not observable")},
                                     {QStringLiteral("Waited"), QStringLiteral("4.20\u202f% of the last 10\u202fs")}}));
    }

    /// What the pitfall says, wherever it stands among them.
    static QList<QStringList> advised(const Results& results, std::string_view id) {
        const std::vector<Pitfall> all = pitfalls(results);
        const auto found = std::ranges::find(all, id, &Pitfall::id);
        return {{QString::fromStdString(found->title)}, {QString::fromStdString(found->advice)}};
    }

    void saysWhatDisturbedTheRunAndWhatToDo() {
        Session session;
        const ShownPanel panel(session);
        RecordedRun quiet("quiet");
        quiet.trial("serial", 100, nineTimes(1e-3));
        quiet.openIn(session, path("quiet.jsonl"));
        QCOMPARE(rowsOf(panel), (QList<QStringList>{{QStringLiteral("Noise")}, {QStringLiteral("none seen")}}));
        RecordedRun slowed("slowed");
        slowed.started().environment.facts = {{"cgroup.quota", "CPU quota", "1 CPU"}, {"os.host", "Host", "here"}};
        const int trial = slowed.trial("serial", 100, nineTimes(1e-3));
        Sample sample;
        sample.trial = trial;
        sample.round = 9;
        sample.seconds = Seconds(2e-3);
        sample.flags = {"throttled"};
        slowed.add(sample);
        slowed.openIn(session, path("slowed.jsonl"));
        QCOMPARE(rowsOf(panel).mid(0, 2), advised(session.results(), "quota"));
        QVERIFY(!panel.item(1, 0)->toolTip().isEmpty());
        QCOMPARE(rowsOf(panel).back(), (QStringList{QStringLiteral("Host"), QStringLiteral("here")}));
    }

    /// hyperfine's file has times and nothing of the machine.
    void ofAnotherProgramsRunNoiseIsNotObservable() {
        write("hyperfine.json",
              R"({"results": [{"command": "sleep 0.1", "mean": 0.1, "times": [0.1, 0.11, 0.1, 0.12, 0.1]}]})");
        Session session;
        const ShownPanel panel(session);
        session.open(path("hyperfine.json"));
        QVERIFY2(session.failure().isEmpty(), qPrintable(session.failure()));
        QCOMPARE(rowsOf(panel), (QList<QStringList>{{QStringLiteral("Noise")}, {QStringLiteral("not observable")}}));
    }

    void anotherRunReplacesTheFacts() {
        Session session;
        const ShownPanel panel(session);
        for (const char* machine : {"first", "second"}) {
            RecordedRun run(machine);
            run.started().environment.facts = {{"os.host", "Host", machine}};
            run.openIn(session, path("run.jsonl"));
        }
        QCOMPARE(rowsOf(panel), (QList<QStringList>{{QStringLiteral("Host"), QStringLiteral("second")}}));
    }

    /// A run that goes on is looked at many times, and its machine stays the same.
    void whatIsToldAlreadyIsNotLaidOutAnew() {
        Session session;
        const ShownPanel panel(session);
        RecordedRun run("steady");
        run.started().environment.facts = {{"os.host", "Host", "here"}};
        run.openIn(session, path("steady.jsonl"));
        const QSignalSpy laidOut(panel.model(), &QAbstractItemModel::rowsInserted);
        Q_EMIT session.resultsChanged();
        Q_EMIT session.stateChanged();
        QCOMPARE(laidOut.count(), 0);
        QCOMPARE(panel.rowCount(), 1);
    }

    void adviceHasTheWholeWidthAndNoMoreHeightThanItNeeds() {
        Session session;
        const ShownPanel panel(session);
        RecordedRun run("slowed");
        run.started().environment.facts = {{"cgroup.quota", "CPU quota", "1 CPU"}};
        Sample sample;
        sample.trial = run.trial("serial", 100, nineTimes(1e-3));
        sample.round = 9;
        sample.seconds = Seconds(2e-3);
        sample.flags = {"throttled"};
        run.add(sample);
        run.openIn(session, path("slowed.jsonl"));
        const QRect room = panel.visualItemRect(panel.item(1, 0));
        QCOMPARE(room.width(), panel.viewport()->width());
        const QString text = panel.item(1, 0)->text();
        const int lines = panel.fontMetrics().boundingRect(room.adjusted(4, 0, -4, 0), Qt::TextWordWrap, text).height();
        QVERIFY(lines > panel.fontMetrics().height());
        const int height = panel.rowHeight(1);
        QVERIFY2(lines + 4 <= height && height < lines + panel.fontMetrics().height(),
                 qPrintable(QStringLiteral("%1 for %2").arg(height).arg(lines)));
    }

    void factsAreNotEdited() {
        Session session;
        const ShownPanel panel(session);
        QCOMPARE(panel.editTriggers(), QAbstractItemView::NoEditTriggers);
    }
};

QTEST_MAIN(TestMachinePanel)
#include "tst_machine_panel.moc"
