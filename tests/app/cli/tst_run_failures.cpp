// What cannot be computed fails with its reason, and the rest of the experiment goes on.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

namespace {

/// A picture of 2 × 1 pixels.
const QByteArray Png = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DA8J8BAAf/Af8Bf4mnAAAAAElFTkSuQmCC");
constexpr const char* Everywhere = R"(["serial","tbb","threads","processes","processes-pipe"])";
constexpr const char* Python = R"(["python-serial","python-multiprocessing","python-joblib"])";

}  // namespace

class TestRunFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir("items"));
    }

    void oneFailsAndTheRestGoesOn_data() {
        QTest::addColumn<QByteArray>("workload");
        QTest::addColumn<QByteArray>("backends");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QByteArrayList>("files");  // name, content, name, content, …
        QTest::addColumn<bool>("startsWell");       // a list of one item is right
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* workload, const char* params, const QByteArrayList& files,
                            bool startsWell, const char* reason, const char* backends = Everywhere) {
            QTest::newRow(name) << QByteArray(workload) << QByteArray(backends) << QByteArray(params) << files
                                << startsWell << reason;
        };
        const char* folder = R"("folder":"ITEMS")";
        row("no folder", "text-clean", R"("folder":"ITEMS/none")", {}, false,
            "text-clean: folder: 'ITEMS/none' cannot be read: No such file or directory");
        row("a file as a folder", "text-clean", R"("folder":"ITEMS/a.txt")", {"a.txt", "one"}, false,
            "text-clean: folder: 'ITEMS/a.txt' cannot be read: Not a directory");
        row("an empty folder", "text-clean", folder, {}, false,
            "text-clean: folder: 'ITEMS' has no file to take items from (a regular file)");
        row("a folder without pictures", "image-resize", folder, {"notes.txt", "none"}, false,
            "image-resize: folder: 'ITEMS' has no file to take items from (.jpg, .jpeg, .png)");
        row("a text that cannot be read", "text-clean", folder, {"a.txt", "one", "b.txt", "UNREADABLE"}, true,
            "text-clean: ITEMS/b.txt: cannot be read: Input/output error");
        row("a picture that cannot be read", "image-resize", folder, {"a.png", Png, "b.png", "UNREADABLE"}, true,
            "image-resize: ITEMS/b.png: cannot be read: Input/output error");
        row("a corrupt JPEG", "image-resize", folder, {"a.png", Png, "b.jpg", "\xFF\xD8\xFF\xE0 and so on"}, true,
            "image-resize: ITEMS/b.jpg: the picture cannot be decoded: ");
        row("a server that hangs", "http-get", R"("latency":5,"timeout":0.05)", {}, false,
            "http-get: http://127.0.0.1:");
        row("a server that hangs within a site", "crawl", R"("latency":5,"timeout":0.05)", {}, false,
            "crawl: http://127.0.0.1:");
        row("an empty folder of scripts", "script", folder, {}, false,
            "script: folder: 'ITEMS' has no file to take items from (a regular file)");
        row("a script that fails", "script", folder,
            {"a.sh", "echo fine\n", "b.sh", "echo first >&2\necho no luck >&2\nexit 3\n"}, true,
            "script: 'b.sh' for item 1 ended with exit code 3: no luck");
        row("a script that is killed", "script", folder, {"a.sh", "echo fine\n", "b.sh", "kill -SEGV $$\n"}, true,
            "script: 'b.sh' for item 1 was ended by signal 11 (Segmentation fault)");
        row("a script that never ends", "script", R"("folder":"ITEMS","limit":0.5)",
            {"a.sh", "echo fine\n", "b.sh", "sleep 1000\n"}, true, "script: 'b.sh' for item 1: ran longer than 0.5 s");
        row("a function that raises", "python-function", R"("file":"ITEMS/mine.py")",
            {"mine.py", "def f(x):\n    if x == 1: raise ValueError('no luck')\n    return x\n"}, true,
            "ValueError: no luck", Python);
    }
    void oneFailsAndTheRestGoesOn() {
        QFETCH(QByteArray, workload);
        QFETCH(QByteArray, backends);
        QFETCH(QByteArray, params);
        QFETCH(QByteArrayList, files);
        QFETCH(bool, startsWell);
        QFETCH(QString, reason);
        const QString items = m_folder->filePath("items");
        for (qsizetype i = 0; i < files.size(); i += 2)
            put(items + '/' + files[i], files[i + 1]);

        const auto result =
            runCli({"run", "-", "--events", "-", "--progress", "never", "--trust"},
                   R"({"schema":1,"name":"failures","cases":[{"workload":")" + workload + R"(","backends":)" +
                       backends + R"(,"params":{)" + params.replace("ITEMS", items.toUtf8()) +
                       R"(},"sizes":[1,2],"workers":2},)"
                       R"({"workload":"square","backends":["serial","threads"],"sizes":10}],)"
                       R"("stopping":{"samples":[2,2],"launches":1}})",
                   {"XDG_STATE_HOME=" + m_folder->filePath("state")});
        QCOMPARE(result.status, 1);
        QCOMPARE(linesOf(result.err).size(), 1);
        const QString expected = QString(reason).replace("ITEMS", items);
        QVERIFY2(result.err.contains(expected.toUtf8()), result.err.constData());

        const auto events = eventsOf(result.out);
        QSet<int> measured;
        QMap<int, QString> failures;
        for (const QJsonObject& event : events) {
            if (event["event"] == "sample") measured.insert(event["trial"].toInt());
            if (event["event"] == "trial-failed") failures[event["trial"].toInt()] = event["detail"].toString();
        }
        int others = 0;
        for (const QJsonObject& event : events) {
            if (event["event"] != "trial-started") continue;
            const int trial = event["trial"].toInt();
            const bool isRight = event["workload"] == "square" || (startsWell && event["size"].toInt() == 1);
            others += isRight ? 1 : 0;
            QCOMPARE(failures.contains(trial), !isRight);
            QCOMPARE(measured.contains(trial), isRight);
            QVERIFY2(isRight || failures[trial].contains(expected), qPrintable(failures[trial]));
        }
        QVERIFY(others >= 2);
        QVERIFY(!failures.isEmpty());
    }

private:
    /// Nobody can read the link's target from its beginning, the superuser neither.
    static void put(const QString& path, const QByteArray& content) {
        if (content == "UNREADABLE")
            QVERIFY(QFile::link("/proc/self/mem", path));
        else
            saveText(path, content);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRunFailures)
#include "tst_run_failures.moc"
