#include "core/analysis/pitfalls.h"
#include "core/os/cpus.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/scripted_cli.h"
#include "ui/panels/machine_panel.h"

#include <algorithm>

using namespace breakeven;

namespace {

using Row = QPair<QString, QString>;

QList<Row> rowsOf(const MachinePanel& panel) {
    QList<Row> rows;
    for (int row = 0; row < panel.rowCount(); ++row)
        rows += Row(panel.item(row, 0)->text(), panel.item(row, 1)->text());
    return rows;
}

}  // namespace

class TestMachinePanel : public QObject, ScriptedCli {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeCatalog(); }
    void init() { failOnAnyWarning(); }

    void tellsThisMachineAtFirst() {
        Session session;
        const MachinePanel panel(session);
        const UsableCpus here = usableCpus();
        QCOMPARE(rowsOf(panel), (QList<Row>{{QStringLiteral("Usable CPUs"), QString::number(here.count)},
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
        const MachinePanel panel(session);
        ready(session);
        QTRY_COMPARE_WITH_TIMEOUT(panel.rowCount(), 3, WaitMilliseconds);
        const QList<Row> rows = rowsOf(panel);
        QCOMPARE(rows[0].first, QStringLiteral("Advice"));
        QVERIFY2(rows[0].second.startsWith(QStringLiteral("Only 2 usable CPUs")), qPrintable(rows[0].second));
        QCOMPARE(rows[1], Row(QStringLiteral("Processor"), QStringLiteral("Small one")));
    }

    void aCommandLineThatDoesNotKnowLeavesTheCpus() {
        write("doctor.json", "no machine");
        pretend("exit 3");
        Session session;
        const MachinePanel panel(session);
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
        const MachinePanel panel(session);
        RecordedRun run("elsewhere");
        run.started().environment.facts = {{"cpu.model", "Processor", "Large one"},
                                           {"cpu.governor", "Governor", std::nullopt},
                                           {"cpu.pressure", "Waited", "4.20 % of the last 10 s"}};
        run.openIn(session, path("elsewhere.jsonl"));
        QCOMPARE(rowsOf(panel),
                 (QList<Row>{{QStringLiteral("Processor"), QStringLiteral("Large one")},
                             {QStringLiteral("Governor"), QStringLiteral("not observable")},
                             {QStringLiteral("Waited"), QStringLiteral("4.20\u202f% of the last 10\u202fs")}}));
    }

    /// What the pitfall says, wherever it stands among them.
    static Row advised(const Results& results, std::string_view id) {
        const std::vector<Pitfall> all = pitfalls(results);
        const auto found = std::ranges::find(all, id, &Pitfall::id);
        return Row(QString::fromStdString(found->title), QString::fromStdString(found->advice));
    }

    void saysWhatDisturbedTheRunAndWhatToDo() {
        Session session;
        const MachinePanel panel(session);
        RecordedRun quiet("quiet");
        quiet.trial("serial", 100, nineTimes(1e-3));
        quiet.openIn(session, path("quiet.jsonl"));
        QCOMPARE(rowsOf(panel), (QList<Row>{{QStringLiteral("Noise"), QStringLiteral("none seen")}}));
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
        QCOMPARE(rowsOf(panel).front(), advised(session.results(), "quota"));
        QVERIFY(!panel.item(0, 1)->toolTip().isEmpty());
        QCOMPARE(rowsOf(panel).back(), Row(QStringLiteral("Host"), QStringLiteral("here")));
    }

    void anotherRunReplacesTheFacts() {
        Session session;
        const MachinePanel panel(session);
        for (const char* machine : {"first", "second"}) {
            RecordedRun run(machine);
            run.started().environment.facts = {{"os.host", "Host", machine}};
            run.openIn(session, path("run.jsonl"));
        }
        QCOMPARE(rowsOf(panel), (QList<Row>{{QStringLiteral("Host"), QStringLiteral("second")}}));
    }

    /// A run that goes on is looked at many times, and its machine stays the same.
    void whatIsToldAlreadyIsNotLaidOutAnew() {
        Session session;
        const MachinePanel panel(session);
        RecordedRun run("steady");
        run.started().environment.facts = {{"os.host", "Host", "here"}};
        run.openIn(session, path("steady.jsonl"));
        const QSignalSpy laidOut(panel.model(), &QAbstractItemModel::rowsInserted);
        Q_EMIT session.resultsChanged();
        Q_EMIT session.stateChanged();
        QCOMPARE(laidOut.count(), 0);
        QCOMPARE(panel.rowCount(), 1);
    }

    void factsAreNotEdited() {
        Session session;
        const MachinePanel panel(session);
        QCOMPARE(panel.editTriggers(), QAbstractItemView::NoEditTriggers);
    }
};

QTEST_MAIN(TestMachinePanel)
#include "tst_machine_panel.moc"
