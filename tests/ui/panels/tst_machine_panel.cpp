#include "core/os/cpus.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/machine_panel.h"

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

class TestMachinePanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void tellsThisMachineAtFirst() {
        Session session;
        const MachinePanel panel(session);
        const UsableCpus here = usableCpus();
        QCOMPARE(rowsOf(panel), (QList<Row>{{QStringLiteral("Usable CPUs"), QString::number(here.count)},
                                            {QStringLiteral("Limited by"), QString::fromStdString(here.reason)}}));
    }

    void tellsTheMachineOfTheResults() {
        Session session;
        const MachinePanel panel(session);
        RecordedRun run("elsewhere");
        run.started().environment.facts = {{"cpu.model", "Processor", "Large one"},
                                           {"cpu.governor", "Governor", std::nullopt}};
        run.openIn(session, path("elsewhere.jsonl"));
        QCOMPARE(rowsOf(panel), (QList<Row>{{QStringLiteral("Processor"), QStringLiteral("Large one")},
                                            {QStringLiteral("Governor"), QStringLiteral("not observable")}}));
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

    void factsAreNotEdited() {
        Session session;
        const MachinePanel panel(session);
        QCOMPARE(panel.editTriggers(), QAbstractItemView::NoEditTriggers);
    }
};

QTEST_MAIN(TestMachinePanel)
#include "tst_machine_panel.moc"
