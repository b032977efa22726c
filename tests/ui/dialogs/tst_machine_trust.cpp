#include "core/io/self_test_file.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/machine_trust.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace breakeven;

class TestMachineTrust : public QObject {
    Q_OBJECT

    QTemporaryDir m_state;

    template <class Widget>
    static Widget& in(const MachineTrust& page, const char* name) {
        return *page.findChild<Widget*>(QLatin1String(name));
    }

    /// A command line that ends with this status after it has run these shell lines.
    void pretend(const QByteArray& lines) {
        const QString path = m_state.filePath("cli");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("#!/bin/sh\n" + lines + "\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        qputenv("BREAKEVEN_CLI", path.toUtf8());
    }

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        qputenv("XDG_STATE_HOME", m_state.path().toUtf8());
        QFile::remove(QString::fromStdString(selfTestFile().string()));
        qunsetenv("BREAKEVEN_CLI");
    }

    void saysThatThereIsNoneYet() {
        const MachineTrust page;
        QVERIFY(in<QLabel>(page, "selfTestOutcome").text().contains("not been run"));
        QVERIFY(in<QPushButton>(page, "selfTestButton").isEnabled());
    }

    void showsTheLastOutcome() {
        QVERIFY(saveSelfTest(
            selfTestFile(),
            {{.comparisons = 40, .different = 9, .allowed = 5, .resolution = 0.02}, "2026-11-21T14:03:07Z", "here"}));
        const MachineTrust page;
        const QString text = in<QLabel>(page, "selfTestOutcome").text();
        QVERIFY2(text.contains("9 of 40") && text.contains("more than chance"), qPrintable(text));
    }

    void theButtonRunsTheCommandLine() {
        QVERIFY(saveSelfTest(
            m_state.filePath("made.json").toStdString(),
            {{.comparisons = 40, .different = 1, .allowed = 5, .resolution = 0.013}, "2026-11-21T14:03:07Z", "here"}));
        pretend(
            "[ \"$*\" = 'doctor --self-test' ] && mkdir -p \"$XDG_STATE_HOME/breakeven\" && "
            "cp \"$XDG_STATE_HOME/made.json\" \"$XDG_STATE_HOME/breakeven/self-test.json\"");
        const MachineTrust page;
        in<QPushButton>(page, "selfTestButton").click();
        QTRY_VERIFY(in<QLabel>(page, "selfTestOutcome").text().contains("1 of 40"));
        QVERIFY(in<QPushButton>(page, "selfTestButton").text().contains("self-test"));
    }

    void aFailureIsSaid() {
        pretend("echo 'breakeven-cli: self-test: no comparison could be made' >&2; exit 4");
        const MachineTrust page;
        in<QPushButton>(page, "selfTestButton").click();
        QTRY_VERIFY(in<QLabel>(page, "selfTestOutcome").text().contains("no comparison could be made"));
    }

    void theButtonStopsIt() {
        pretend(
            "trap 'echo stopped >&2; exit 130' INT; touch \"$XDG_STATE_HOME/trapped\"; "
            "while true; do sleep 0.05; done");
        const MachineTrust page;
        QSignalSpy changes(&page, &MachineTrust::runningChanged);
        auto& button = in<QPushButton>(page, "selfTestButton");
        button.click();
        QTRY_COMPARE(button.text(), QStringLiteral("&Stop"));
        QVERIFY(page.isRunning() && !changes.isEmpty());
        QTRY_VERIFY(QFile::exists(m_state.filePath("trapped")));
        button.click();
        changes.clear();
        QTRY_VERIFY(in<QLabel>(page, "selfTestOutcome").text().contains("stopped"));
        QTRY_VERIFY(!page.isRunning() && !changes.isEmpty());
    }

    void proofsAreSummedUp() {
        MachineTrust page;
        page.show();
        const auto& proofs = in<QTreeWidget>(page, "proofsTree");
        QVERIFY(proofs.topLevelItemCount() >= 9);
        int claims = 0;
        for (int row = 0; row < proofs.topLevelItemCount(); ++row) {
            const QTreeWidgetItem& proof = *proofs.topLevelItem(row);
            int missed = 0;
            for (int part = 0; part < proof.childCount(); ++part)
                missed += proof.child(part)->text(4) == QStringLiteral("missed");
            QCOMPARE(proof.text(4) == QStringLiteral("missed"), missed > 0);
            QVERIFY2(proof.text(1).endsWith(QStringLiteral("as aimed at")), qPrintable(proof.text(1)));
            QVERIFY(!proof.isExpanded());
            claims += proof.childCount();
        }
        QVERIFY(claims > 100);
        QVERIFY(proofs.topLevelItem(0)->text(0).startsWith(QStringLiteral("Our medians over Google Benchmark's")));
        const QString sum = in<QLabel>(page, "proofsSum").text();
        QVERIFY2(sum.startsWith(QStringLiteral("%1 measures: ").arg(proofs.topLevelItemCount())), qPrintable(sum));
    }

    void waitsForAnExperimentThatRuns() {
        MachineTrust page;
        page.setBusy(true);
        QVERIFY(!in<QPushButton>(page, "selfTestButton").isEnabled());
        page.setBusy(false);
        QVERIFY(in<QPushButton>(page, "selfTestButton").isEnabled());
    }
};

QTEST_MAIN(TestMachineTrust)
#include "tst_machine_trust.moc"
