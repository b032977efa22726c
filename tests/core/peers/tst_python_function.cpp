// Functions of the user's own: right, wrong, raising, ending the process, and killed in the middle.
#include "tests/core/peers/peer_trials.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <future>

using namespace breakeven;
using namespace breakeven::test;

namespace {

std::vector<std::string> everyPeer() {
    std::vector<std::string> ids;
    for (const auto& peer : pythonPeers())
        ids.push_back(peer.info.id);
    return ids;
}

const std::vector<std::string> WithProcesses{"python-multiprocessing", "python-futures", "python-joblib"};

}  // namespace

class TestPythonFunction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void givesTheSameEverywhere() {
        const auto outcomes =
            run("import os\n"
                "class Box:\n"
                "    def __init__(self, x): self.x = x\n"
                "def f(x):\n"
                "    print('said', x)\n"
                "    return {'root': x ** 0.5, 'box': Box(x), 'text': 'é' * x}\n",
                everyPeer());
        for (const Outcome& outcome : outcomes) {
            QCOMPARE(outcome.detail, std::string());
            QCOMPARE(outcome.verified, std::optional(true));
        }
    }

    void itemsMayUseTheFileAndTheSize() {
        const auto outcomes = run("words = ['a', 'bc']\ndef f(pair): return len(pair[0]) * pair[1]\n",
                                  {"python-serial", "python-futures"}, "f", "[(words[i % 2], i) for i in range(size)]");
        for (const Outcome& outcome : outcomes) {
            QCOMPARE(outcome.detail, std::string());
            QCOMPARE(outcome.verified, std::optional(true));
        }
    }

    void resultsThatDependOnTheProcessAreWrong() {
        const auto outcomes =
            run("import os\ndef f(x): return os.getpid()\n", {"python-serial", "python-multiprocessing"});
        QCOMPARE(outcomes[0].verified, std::optional(true));
        QCOMPARE(outcomes[1].status, TrialStatus::WrongResult);
        QVERIFY2(outcomes[1].detail.find("differs from python-serial's") != std::string::npos,
                 outcomes[1].detail.c_str());
    }

    void onlyPythonRunsIt() {
        const auto outcomes = run("def f(x): return x\n", {"python-serial", "tbb", "serial"});
        QCOMPARE(outcomes[0].verified, std::optional(true));
        for (const std::size_t other : {1U, 2U}) {
            QCOMPARE(outcomes[other].status, TrialStatus::Refused);
            QVERIFY2(outcomes[other].detail.find("runs on python backends only") != std::string::npos,
                     outcomes[other].detail.c_str());
        }
    }

    void oneThatRaisesFailsWithItsMessage() {
        for (const Outcome& outcome :
             run("def f(x):\n    if x == 3: raise ValueError('item three\\nis odd')\n    return x\n", everyPeer())) {
            QCOMPARE(outcome.status, TrialStatus::Failed);
            QCOMPARE(outcome.detail, std::string("ValueError: item three is odd"));
        }
    }

    void whatCannotBeStartedSaysWhy_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("items");
        QTest::addColumn<QString>("words");
        const QByteArray good = "def f(x): return x\n";
        QTest::newRow("no function") << good << "g"
                                     << "range(size)"
                                     << "has no function 'g'";
        QTest::newRow("no callable") << QByteArray("f = 3\n") << "f"
                                     << "range(size)"
                                     << "has no function 'f'";
        QTest::newRow("bad syntax") << QByteArray("def f(x: return\n") << "f"
                                    << "range(size)"
                                    << "SyntaxError";
        QTest::newRow("raises") << QByteArray("1 / 0\n") << "f"
                                << "range(size)"
                                << "ZeroDivisionError";
        QTest::newRow("unknown name") << good << "f"
                                      << "range(sise)"
                                      << "NameError: name 'sise' is not defined";
        QTest::newRow("no list") << good << "f"
                                 << "size"
                                 << "TypeError";
        QTest::newRow("too many") << good << "f"
                                  << "range(2 * size)"
                                  << "gives 40 items for size 20";
        QTest::newRow("exits") << QByteArray("import sys\nsys.exit(7)\n") << "f"
                               << "range(size)"
                               << "Python ended with status 7";
    }
    void whatCannotBeStartedSaysWhy() {
        QFETCH(QByteArray, text);
        QFETCH(QString, function);
        QFETCH(QString, items);
        QFETCH(QString, words);
        const auto outcome = run(text, {"python-serial"}, function.toStdString(), items.toStdString()).at(0);
        QVERIFY(outcome.status == TrialStatus::Failed || outcome.status == TrialStatus::Crashed);
        QVERIFY2(QString::fromStdString(outcome.detail).contains(words), outcome.detail.c_str());
    }

    void aMissingFileIsNamed() {
        auto trial = peerTrial("python-function", "python-serial");
        trial.params["file"] = std::string("/nonexistent/mine.py");
        QCOMPARE(outcomesOf({trial}).at(0).detail, std::string("FileNotFoundError: /nonexistent/mine.py is no file"));
    }

    /// Python's Pool itself would wait for ever.
    void aWorkerThatIsKilledIsNoHang() {
        for (const auto& backend : WithProcesses) {
            const auto outcomes =
                run("import os, signal\nmain = os.getpid()\n"
                    "def f(x):\n    if x == 3 and 'worker': os.kill(os.getpid(), signal.SIGKILL)\n    return x\n",
                    {backend});
            QVERIFY2(outcomes[0].status == TrialStatus::Failed || outcomes[0].status == TrialStatus::Crashed,
                     backend.c_str());
            QVERIFY2(!outcomes[0].detail.empty(), backend.c_str());
        }
    }

    /// Its workers hold both ends of their queues and would never notice.
    void pythonThatIsKilledTakesItsWorkersAlong() {
        for (const auto& backend : WithProcesses) {
            const QString marks = m_folder.filePath(QString::fromStdString(backend));
            QVERIFY(QDir().mkpath(marks));
            const QByteArray text = "import os, time\ndef f(x):\n    open('" + marks.toUtf8() +
                                    "/%d-%d' % (os.getppid(), os.getpid()), 'w').close()\n    time.sleep(600)\n";
            auto outcome = std::async(std::launch::async, [&] { return run(text, {backend}).at(0); });
            QTRY_VERIFY_WITH_TIMEOUT(QDir(marks).entryList(QDir::Files).size() == 2, 60'000);
            const auto names = QDir(marks).entryList(QDir::Files);
            ::kill(names[0].section('-', 0, 0).toInt(), SIGKILL);
            const Outcome told = outcome.get();
            QCOMPARE(told.status, TrialStatus::Crashed);
            QVERIFY2(told.detail.find("signal 9") != std::string::npos, told.detail.c_str());
            for (const QString& name : names)
                QTRY_VERIFY_WITH_TIMEOUT(hasEnded(name.section('-', 1, 1)), 60'000);
        }
    }

private:
    static bool hasEnded(const QString& pid) {
        QFile status("/proc/" + pid + "/stat");
        return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
    }

    std::vector<Outcome> run(const QByteArray& text, const std::vector<std::string>& backends,
                             const std::string& function = "f", const std::string& items = "range(size)") {
        QFile file(m_folder.filePath("mine.py"));
        if (file.open(QIODevice::WriteOnly)) file.write(text);
        file.close();
        std::vector<Trial> trials;
        for (const auto& backend : backends) {
            Trial trial = peerTrial("python-function", backend);
            trial.params["file"] = file.fileName().toStdString();
            trial.params["function"] = function;
            trial.params["items"] = items;
            trials.push_back(std::move(trial));
        }
        return outcomesOf(trials);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPythonFunction)
#include "tst_python_function.moc"
