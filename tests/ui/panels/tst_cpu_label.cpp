#include "core/os/cpus.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/cpu_label.h"

#include <QFile>

using namespace breakeven;

class TestCpuLabel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void tellsThisMachineAtFirst() {
        Session session;
        const CpuLabel label(session);
        const UsableCpus here = usableCpus();
        QCOMPARE(label.text(),
                 QStringLiteral("usable CPUs: %1 (%2)").arg(here.count).arg(QString::fromStdString(here.reason)));
    }

    void tellsTheMachineOfTheResults() {
        Session session;
        const CpuLabel label(session);
        RecordedRun run("elsewhere");
        run.started().environment.usableCpus = 96;
        run.started().environment.usableCpusReason = "affinity mask";
        run.started().environment.facts = {{"os.kernel", "Kernel", "6.1"}, {"cpu.model", "Processor", "Large one"}};
        run.openIn(session, path("elsewhere.jsonl"));
        QCOMPARE(label.text(), QStringLiteral("Large one · usable CPUs: 96 (affinity mask)"));
    }

    void anotherProgramsRunDoesNotTellTheCpus() {
        QFile file(path("hyperfine.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"results": [{"command": "sleep 0.1", "mean": 0.1, "times": [0.1, 0.11, 0.1, 0.12, 0.1]}]})");
        file.close();
        Session session;
        const CpuLabel label(session);
        session.open(path("hyperfine.json"));
        QVERIFY2(session.failure().isEmpty(), qPrintable(session.failure()));
        QCOMPARE(label.text(), QStringLiteral("usable CPUs: not observable"));
    }

    void aModelThatIsNotObservableIsLeftOut() {
        Session session;
        const CpuLabel label(session);
        RecordedRun run("hidden");
        run.started().environment.usableCpus = 3;
        run.started().environment.usableCpusReason = "quota";
        run.started().environment.facts = {{"cpu.model", "Processor", std::nullopt}};
        run.openIn(session, path("hidden.jsonl"));
        QCOMPARE(label.text(), QStringLiteral("usable CPUs: 3 (quota)"));
    }
};

QTEST_MAIN(TestCpuLabel)
#include "tst_cpu_label.moc"
