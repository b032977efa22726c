// Real Python processes beside the engine's backends: the same results, and what happens when they cannot work.
#include "core/peers/python_process.h"
#include "tests/core/peers/peer_trials.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace breakeven;
using namespace breakeven::test;

namespace {

std::vector<const char*> twins() {
    return {"square",          "sleep-square",   "sqrt-sleep",     "sum-xy-squares",      "rows-in-range",
            "hypotenuse-rows", "normalise-rows", "sum-of-squares", "sum-squares-columns", "primes",
            "frame-shape",     "common-items",   "model-run",      "text-clean"};
}

}  // namespace

class TestPeers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void giveOurResults_data() {
        QTest::addColumn<QString>("workload");
        QTest::addColumn<QString>("backend");
        for (const char* workload : twins())
            for (const auto& peer : pythonPeers())
                QTest::addRow("%s on %s", workload, peer.info.id.c_str())
                    << workload << QString::fromStdString(peer.info.id);
    }
    void giveOurResults() {
        QFETCH(QString, workload);
        QFETCH(QString, backend);
        const Backend* const peer = findBackendOrPeer(backend.toStdString());
        std::vector<Trial> trials{peerTrial(workload.toStdString(), "serial")};
        for (const auto& call : peer->info.calls) {
            trials.push_back(peerTrial(workload.toStdString(), backend.toStdString(), call));
            if (isLoop(trials.back())) trials.back().call.clear();
        }
        for (const Outcome& outcome : outcomesOf(trials)) {
            QCOMPARE(outcome.detail, std::string());
            QCOMPARE(outcome.verified, std::optional(true));
        }
    }

    /// Characters of Unicode 14 and before: what came later is known to one of ICU and Python, perhaps.
    void cleanTextsOfAFolderAsWeDo() {
        QVERIFY(QDir(m_folder.path()).mkpath("texts"));
        int files = 0;
        const auto add = [&](const QByteArray& text) {
            QFile file(m_folder.filePath(QString("texts/%1.txt").arg(files++)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        const QByteArray words =
            "The naïve Straße, GROẞ: l’été à İstanbul ﬁancée ２０２４ x² ① co\u00ADoperate 한국어 żółw Łódź "
            "Ὀδυσσεύς ΐ καὶ ЁЛКА Київ e\u0302\u0301\u0323 ĳs 👩‍💻 I ❤️ C++ 東京 "
            "ガラス "
            "हिन्दी ไทย Å ½ 𝔘𝔫𝔦 \u0345\n\t\r nicht der Über-Hund";
        add(words);
        add(words.repeated(50));
        add("ab\xFF\xFE"
            "cd \xC3 \xED\xA0\x80 \xF5 \xE2\x82");
        for (int length = 0; length < 100; ++length)  // each way through the hash
            add(QByteArray(length, 'x'));

        std::vector<Trial> trials;
        for (const char* backend : {"serial", "python-serial", "python-multiprocessing"}) {
            trials.push_back(peerTrial("text-clean", backend));
            trials.back().size = static_cast<ItemCount>(files);
            trials.back().params["folder"] = m_folder.filePath("texts").toStdString();
        }
        for (const Outcome& outcome : outcomesOf(trials)) {
            QCOMPARE(outcome.detail, std::string());
            QCOMPARE(outcome.verified, std::optional(true));
        }
    }

    void makeTheirPoolWithinTheTimeWhenCold() {
        std::vector<Trial> trials{peerTrial("square", "serial")};
        for (const auto& peer : pythonPeers()) {
            trials.push_back(peerTrial("square", peer.info.id));
            trials.back().pool = isLoop(trials.back()) ? "" : "cold";
        }
        const auto outcomes = outcomesOf(trials);
        for (std::size_t i = 1; i < outcomes.size(); ++i) {
            QCOMPARE(outcomes[i].detail, std::string());
            QCOMPARE(outcomes[i].verified, std::optional(true));
            QVERIFY(outcomes[i].sample.startup && outcomes[i].sample.startup->count() > 0);
            QVERIFY(outcomes[i].sample.seconds.count() > 0);
            QVERIFY(outcomes[i].sample.cpu && outcomes[i].sample.cpu->count() > 0);
        }
    }

    /// Ten waits of 20 ms on two workers take 100 ms at least, whatever our clock has seen around them.
    void tellTheTimeOfTheCallAlone() {
        Trial waiting = peerTrial("sleep-square", "python-multiprocessing");
        waiting.params["seconds"] = 0.02;
        waiting.chunk = "1";
        Trial base = peerTrial("sleep-square", "serial");
        base.params = waiting.params;
        base.size = waiting.size = 10;
        const auto outcome = outcomesOf({base, waiting}).at(1);
        QCOMPARE(outcome.detail, std::string());
        QVERIFY(outcome.sample.seconds.count() >= 0.1);
    }

    void streamsTellWhenTheirFirstResultCame() {
        for (const char* backend : {"python-multiprocessing", "python-futures"}) {
            for (const char* call : {"imap", "imap-unordered"}) {
                const auto outcome =
                    outcomesOf({peerTrial("square", "serial"), peerTrial("square", backend, call)}).at(1);
                QCOMPARE(outcome.detail, std::string());
                QVERIFY(outcome.sample.firstResult);
                QVERIFY(outcome.sample.firstResult->count() > 0);
                QVERIFY(*outcome.sample.firstResult <= outcome.sample.seconds);
            }
        }
    }

    void refuseAWorkloadWithoutATwin() {
        const auto outcomes = outcomesOf({peerTrial("mandelbrot", "serial"), peerTrial("mandelbrot", "python-serial"),
                                          peerTrial("mandelbrot", "tbb")});
        QCOMPARE(outcomes[1].status, TrialStatus::Refused);
        QCOMPARE(outcomes[1].detail, std::string("the workload mandelbrot has no twin in Python"));
        QCOMPARE(outcomes[2].verified, std::optional(true));
    }

    void refuseWhatTheirRuntimeDoesNotHave() {
        Trial limited = peerTrial("square", "python-multiprocessing");
        limited.inFlight = "4";
        const auto outcomes =
            outcomesOf({peerTrial("square", "serial"), limited, peerTrial("square", "python-joblib", "imap")});
        QCOMPARE(outcomes[1].status, TrialStatus::Refused);
        QCOMPARE(outcomes[1].detail, std::string("multiprocessing.Pool has no in-flight limit"));
        QCOMPARE(outcomes[2].status, TrialStatus::Refused);
        QCOMPARE(outcomes[2].detail, std::string("joblib.Parallel has no call imap"));
    }

    void refuseAListThatIsTooLargeAsObjects() {
        auto python = PythonProcess::start({"serial", "1"});
        QVERIFY2(python, python ? "" : python.error().detail.c_str());
        const nlohmann::json request = {{"list",
                                         {{"recipe", R"({"workload":"square","params":{},"size":1000})"},
                                          {"pid", 0},
                                          {"fd", -1},  // it is not even opened
                                          {"bytes", 16000},
                                          {"memory", 100'000},
                                          {"id", 1}}},
                                        {"call", "map"},
                                        {"chunk", nullptr},
                                        {"in_flight", nullptr},
                                        {"iterations", 1},
                                        {"cold", false}};
        const auto answer = python->ask(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Refused);
        QVERIFY2(answer.error().detail.starts_with("size 1000 needs about 0.00016 GB as Python objects"),
                 answer.error().detail.c_str());
    }

    void takeJoblibsInFlightLimit() {
        Trial limited = peerTrial("square", "python-joblib-threads");
        limited.inFlight = "2*n_jobs";
        QCOMPARE(outcomesOf({peerTrial("square", "serial"), limited}).at(1).verified, std::optional(true));
    }

    void refuseWithoutPython() {
        const WithPython none("/nonexistent/python3");
        const auto outcomes = outcomesOf({peerTrial("square", "serial"), peerTrial("square", "python-multiprocessing"),
                                          peerTrial("square", "threads")});
        QCOMPARE(outcomes[1].status, TrialStatus::Refused);
        QVERIFY2(outcomes[1].detail.starts_with("/nonexistent/python3: "), outcomes[1].detail.c_str());
        QCOMPARE(outcomes[2].verified, std::optional(true));
        const auto python = findPython();
        QVERIFY(!python);
        QCOMPARE(python.error().code, ErrorCode::Refused);
    }

    void refuseWithoutJoblib() {
        // Without the module site, Python sees its own library alone.
        const WithPython bare(
            shellScript(m_folder.filePath("bare"), "exec " + qgetenv("BREAKEVEN_PYTHON") + " -S \"$@\"\n"));
        const auto outcomes = outcomesOf({peerTrial("square", "serial"), peerTrial("square", "python-joblib"),
                                          peerTrial("square", "python-multiprocessing")});
        QCOMPARE(outcomes[1].status, TrialStatus::Refused);
        QVERIFY2(outcomes[1].detail.ends_with(" has no module joblib (the package python3-joblib brings it)"),
                 outcomes[1].detail.c_str());
        QCOMPARE(outcomes[2].verified, std::optional(true));
        const auto python = findPython();
        QVERIFY(python);
        QVERIFY(!python->joblib);
    }

    void describeThePythonThatIsThere() {
        const auto python = findPython();
        QVERIFY2(python, python ? "" : python.error().detail.c_str());
        QVERIFY(python->version.starts_with("3."));
        QVERIFY(python->joblib);
    }

    void surviveInterpretersThatAreNone_data() {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        const auto refused = static_cast<int>(TrialStatus::Refused);
        const auto crashed = static_cast<int>(TrialStatus::Crashed);
        const QByteArray greeting = "echo '{\"python\": \"3\"}'\nread line\n";
        QTest::newRow("ends") << QByteArray("exit 3\n") << refused << "Python ended with status 3";
        QTest::newRow("babbles") << QByteArray("echo hello\n") << refused << "no answer: hello";
        QTest::newRow("greets and ends") << greeting + "exit 4\n" << crashed << "Python ended with status 4";
        QTest::newRow("greets and babbles") << greeting + "echo '[1]'\n" << crashed << "no answer: [1]";
        QTest::newRow("answers nothing of use") << greeting + "echo '{\"seconds\": \"soon\"}'\n"
                                                << crashed << "was not understood";
        QTest::newRow("is killed") << greeting + "kill -9 $$\n" << crashed << "signal 9";
    }
    void surviveInterpretersThatAreNone() {
        QFETCH(QByteArray, script);
        QFETCH(int, status);
        QFETCH(QString, words);
        const WithPython other(shellScript(m_folder.filePath("other"), script));
        const auto outcomes = outcomesOf({peerTrial("square", "serial"), peerTrial("square", "python-multiprocessing"),
                                          peerTrial("square", "threads")});
        QCOMPARE(static_cast<int>(outcomes[1].status), status);
        QVERIFY2(QString::fromStdString(outcomes[1].detail).contains(words), outcomes[1].detail.c_str());
        QCOMPARE(outcomes[2].verified, std::optional(true));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
