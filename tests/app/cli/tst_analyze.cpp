#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QTest>

class TestAnalyze : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        saveText(run(),
                 "list_length,type,time_taken\n100,serial,0.001\n100,tbb,0.002\n"
                 "10000,serial,0.1\n10000,tbb,0.05\n");
    }

    void oneSizeIsAnswered_data() {
        QTest::addColumn<QString>("size");
        QTest::newRow("plain") << "10000";
        QTest::newRow("scientific") << "1e4";
        QTest::newRow("with spaces") << " 10000 ";
    }

    void oneSizeIsAnswered() {
        QFETCH(QString, size);
        const CliResult result = runCli({"analyze", run(), "--at", size, "--json"});
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        QCOMPARE(QJsonDocument::fromJson(result.out).object()["at"].toObject()["size"].toDouble(), 10000.0);
    }

    void anythingElseIsRefused_data() {
        QTest::addColumn<QString>("size");
        for (const char* size :
             {"", "0", "-1", "1.5", "1e13", "nan", "many", "100:200", "100,200", "100,100", "10:1e4"})
            QTest::newRow(qPrintable("'" + QString(size) + "'")) << size;
    }

    void anythingElseIsRefused() {
        QFETCH(QString, size);
        const CliResult result = runCli({"analyze", run(), "--at", size});
        QCOMPARE(result.status, 2);
        QCOMPARE(result.out, QByteArray());
        QCOMPARE(result.err, "breakeven-cli: analyze: --at: '" + size.toUtf8() +
                                 "' is not allowed (one whole number from 1 to 1e12)\n");
    }

    /// A file from somewhere says nothing to the terminal.
    void whatSteersATerminalIsNamed() {
        const QString file = m_folder.filePath("steering.seeds.csv");
        saveText(file, "list_length,type,time_taken\n100,serial,0.1\n100,\"\x1b[2Jours\x07\",0.05\n");
        for (const QStringList& arguments : {QStringList{"analyze", file}, QStringList{"compare", file, file}}) {
            const CliResult result = runCli(arguments);
            QCOMPARE(result.status, 0);
            QVERIFY2(result.out.contains("\\u{1B}[2Jours\\u{7}"), result.out.constData());
            QVERIFY2(!result.out.contains('\x1b') && !result.out.contains('\x07'), result.out.constData());
        }
    }

private:
    QString run() const { return m_folder.filePath("curves.seeds.csv"); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestAnalyze)
#include "tst_analyze.moc"
