// history import, of files that anybody may have written, seen from outside.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

class TestCliHistoryImport : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    CliResult history(const QStringList& arguments) const {
        return runCli(QStringList{"history"} + arguments + QStringList{"--history", path("history.sqlite")});
    }

    /// The text of a short run.
    QByteArray measured() const {
        const CliResult run =
            runCli({"run", "-", "--progress", "never", "--history", "none", "--out", path("new.jsonl")},
                   sleeperSpec("1", "0.001", 3));
        return run.status == 0 ? fileText(path("new.jsonl")) : QByteArray();
    }

private Q_SLOTS:
    /// What a file lacks is said once, when it is taken in.
    void whatAnImportLosesIsSaid() {
        QByteArray text = measured();
        text.insert(text.indexOf('\n') + 1, "rubbish\n");
        saveText(path("a.jsonl"), text);
        const CliResult first = history({"import", path("a.jsonl")});
        QCOMPARE(first.status, 0);
        QVERIFY2(first.err.startsWith("breakeven-cli: a.jsonl: line 2 is skipped: "), first.err.constData());
        QCOMPARE(linesOf(first.err).size(), 1);
        QCOMPARE(history({"import", path("a.jsonl")}).err, QByteArray());
    }

    /// A history or a file of results may come from anybody.
    void whatOthersWroteDoesNotReachTheTerminal() {
        QByteArray text = measured();
        QVERIFY(text.contains("\"run_id\":\""));
        saveText(path("a.jsonl"), text.replace("\"run_id\":\"", "\"run_id\":\"\\u001b[31m"));
        QCOMPARE(history({"import", path("a.jsonl")}).status, 0);
        QCOMPARE(history({"tag", "last", "marked"}).status, 0);
        saveText(path("history.sqlite"), fileText(path("history.sqlite")).replace("marked", "\x1b[31m!"));
        for (const QStringList& command : {QStringList{"list"}, {"show", "last"}, {"delete", "last"}}) {
            const CliResult shown = history(command);
            QCOMPARE(shown.status, 0);
            QVERIFY2(!shown.out.contains('\x1b'), shown.out.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestCliHistoryImport)
#include "tst_cli_history_import.moc"
