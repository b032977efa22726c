#include "core/io/self_test_file.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/machine_trust.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStringBuilder>
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
        const QByteArray held = qgetenv("BREAKEVEN_RESOURCES");
        const auto restore = qScopeGuard([&held] { qputenv("BREAKEVEN_RESOURCES", held); });
        for (const char* folder : {"experiments", "proofs"})
            QVERIFY(QDir(m_state.path()).mkpath(QLatin1String(folder)));
        const auto claim = [](const char* limits, const char* meets) -> QByteArray {
            return QByteArray("{'name':'c','unit':'share','value':0.5,") + limits + "'meets':'" + meets + "'}";
        };
        const QByteArray inAim = claim("'must':[0,null],'aim':[0.4,null],", "aim");
        const auto prove = [&](const char* id, const QByteArray& claims) {
            QFile file(m_state.filePath(QStringLiteral("proofs/%1.json").arg(QLatin1String(id))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QByteArray json = QByteArray("{'schema':1,'proof':'") + id + "','claims':[" + claims + "]}";
            file.write(json.replace('\'', '"'));
        };
        prove("drift", inAim + "," + claim("", "") + "," + claim("'must':[0.4,null],", "must"));
        prove("known-time", inAim + "," + claim("'must':[0.4,null],'aim':[0.6,null],", "must"));
        prove("coverage", inAim + "," + claim("'must':[0.6,null],", "neither"));
        prove("mine", claim("'aim':[0.6,null],", "neither"));
        qputenv("BREAKEVEN_RESOURCES", m_state.path().toUtf8());
        MachineTrust page;
        page.show();
        const auto& proofs = in<QTreeWidget>(page, "proofsTree");
        QStringList rows;
        for (int row = 0; row < proofs.topLevelItemCount(); ++row)
            rows += proofs.topLevelItem(row)->text(1) % u'|' % proofs.topLevelItem(row)->text(4);
        QCOMPARE(rows, (QStringList{QStringLiteral("1 of 2 as aimed at|as it must be"),
                                    QStringLiteral("1 of 2 as aimed at|missed"),
                                    QStringLiteral("2 of 2 as aimed at|as aimed at"),
                                    QStringLiteral("0 of 1 as aimed at|as it must be")}));
        const QTreeWidgetItem& missed = *proofs.topLevelItem(1)->child(1);
        QCOMPARE(missed.text(1), QStringLiteral("50 %"));
        QCOMPARE(missed.text(2), QStringLiteral("≥ 60 %"));
        QCOMPARE(missed.text(4), QStringLiteral("missed"));
        QCOMPARE(in<QLabel>(page, "proofsSum").text(),
                 QStringLiteral("4 measures: 1 as aimed at, 2 as they must be, 1 missed."));
    }

    void whatIsShippedIsThere() {
        MachineTrust page;
        page.show();
        const auto& proofs = in<QTreeWidget>(page, "proofsTree");
        const QDir folder(qEnvironmentVariable("BREAKEVEN_RESOURCES") + QStringLiteral("/proofs"));
        QCOMPARE(proofs.topLevelItemCount(), folder.entryList({QStringLiteral("*.json")}).size());
        QVERIFY(proofs.topLevelItemCount() >= 9);
        QStringList titles;
        for (int row = 0; row < proofs.topLevelItemCount(); ++row)
            titles += proofs.topLevelItem(row)->text(0);
        QStringList known{QStringLiteral("Our medians over Google Benchmark's"),
                          QStringLiteral("Measured over true time of a spinning loop"),
                          QStringLiteral("Equals that came out different"),
                          QStringLiteral("Intervals that hold the truth, simulated"),
                          QStringLiteral("Break-even intervals that hold the truth, simulated"),
                          QStringLiteral("The same break-even, measured again"),
                          QStringLiteral("A slowdown of 5 %, found within 10 s"),
                          QStringLiteral("Bias while another program's load grows"),
                          QStringLiteral("oneTBB right after OpenMP over oneTBB alone"),
                          QStringLiteral("Times with the window open over those without"),
                          QStringLiteral("Share of a run's time inside samples")};
        known.removeIf([&](const QString& title) { return !titles.contains(title); });
        QCOMPARE(titles, known);
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
