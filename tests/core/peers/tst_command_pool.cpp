// Real programs, small shell scripts, as trials: what they are told, how they are timed and compared, and how they end.
#include "core/base/command_line.h"
#include "tests/core/peers/peer_trials.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <future>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace breakeven;
using namespace breakeven::test;

class TestCommandPool : public QObject {
    Q_OBJECT

    static std::string lines(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "";
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// A script's whole command: no placeholder but those that are given.
    std::string script(const QByteArray& text, const std::string& arguments = "") {
        const QString file = path(QString("script%1.sh").arg(++m_scripts));
        return joinCommand({shellScript(file, text).toStdString()}) + " " + arguments;
    }

    static Trial trialOf(const std::string& backend, const std::string& command, const Params& params = {}) {
        Trial trial = peerTrial("command", backend);
        trial.params["command"] = command;
        for (const auto& [name, value] : params)
            trial.params[name] = value;
        return trial;
    }

    /// Of the base and of a trial with two workers.
    static std::vector<Outcome> outcomes(const std::string& command, const Params& params = {}) {
        return outcomesOf({trialOf("serial", command, params), trialOf("command", command, params)});
    }

    void isFailure(const Outcome& outcome, TrialStatus status, const std::string& detail) const {
        QCOMPARE(outcome.detail, detail);
        QCOMPARE(outcome.status, status);
    }

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void tellsSizeWorkersAndBackend() {
        const QString told = path("told");
        const auto command =
            script("echo \"$1|$2|$3|$4\" >> '" + told.toUtf8() + "'\n", "{size} -j{workers} {backend} 'a  b'");
        Trial word = trialOf("tbb", command);
        const auto all = outcomesOf({trialOf("serial", command), word});
        QCOMPARE(all[0].detail + all[1].detail, std::string());
        const auto text = QString::fromStdString(lines(told)).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(QSet<QString>(text.begin(), text.end()), (QSet<QString>{"20|-j1|serial|a  b", "20|-j2|tbb|a  b"}));
    }

    void aListOfAnySizeTakesNoMemory() {
        const auto command = script("echo $1\n", "{size}");
        std::vector<Trial> trials{trialOf("serial", command), trialOf("command", command)};
        for (Trial& trial : trials)
            trial.size = 1'000'000'000'000;
        const auto outcomes = outcomesOf(trials);
        QCOMPARE(outcomes.size(), trials.size());
        for (const Outcome& outcome : outcomes) {
            QCOMPARE(outcome.detail, std::string());
            QCOMPARE(outcome.verified, std::optional(true));
        }
    }

    /// The script waits 50 ms, so that no more and no less of its life than that is certain.
    void takesTheTimeUntilItsEndAndItsStartApart() {
        const auto outcome = outcomes(script("sleep 0.05\n"))[1];
        QCOMPARE(outcome.detail, std::string());
        QVERIFY(outcome.sample.seconds.count() >= 0.05);
        QVERIFY(outcome.sample.startup && outcome.sample.startup->count() > 0);
        QVERIFY(outcome.sample.cpu && *outcome.sample.cpu < outcome.sample.seconds);
        QCOMPARE(outcome.sample.iterations, std::uint64_t(1));
    }

    /// One that may use a second of CPU, as the kernel counts it in ticks, and is ended then.
    void countsTheTimeOfItsProcesses() {
        const auto outcome = outcomes(script("sh -c 'ulimit -t 1; while :; do :; done'\nexit 0\n"))[1];
        QCOMPARE(outcome.detail, std::string());
        QVERIFY(outcome.sample.cpu && outcome.sample.cpu->count() > 0.5);
    }

    void countsTheMemoryOfTheProgramAlone() {
        // One line of 100 MB, which the shell has to hold.
        const auto command = script("x=$(head -c 100000000 /dev/zero | tr '\\0' x); echo ${#x}\n");
        const auto outcome = outcomes(command)[1];
        QCOMPARE(outcome.detail, std::string());
        QVERIFY(outcome.sample.peakRss && *outcome.sample.peakRss > 100'000'000);
        // What this process had itself says nothing of a small program.
        const auto small = outcomes(script("exit 0\n"))[1];
        QCOMPARE(small.detail, std::string());
        QVERIFY(!small.sample.peakRss);
    }

    void goesByTheProgramsOwnTime() {
        const auto command =
            script("sleep 0.02; echo out; echo '{\"seconds\": 0.5, \"workers\": '$1'}'\n", "{workers}");
        for (const Outcome& outcome : outcomes(command, {{"time", "own"}})) {
            QCOMPARE(outcome.detail, std::string());
            QCOMPARE(outcome.sample.seconds.count(), 0.5);
            QCOMPARE(outcome.verified, std::optional(true));  // the line with the time differs
        }
        const auto quick = outcomes(script("sleep 0.02; printf '{\"seconds\": 0}'\n"), {{"time", "own"}})[1];
        QCOMPARE(quick.detail, std::string());
        QCOMPARE(quick.sample.seconds.count(), 0.0);
        QVERIFY(quick.sample.startup->count() >= 0.02);  // the rest of its life
    }

    void aTimeThatIsNotToldIsAFailure_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray("exit 0");
        QTest::newRow("words") << QByteArray("echo it took 5 seconds");
        QTest::newRow("a number") << QByteArray("echo 0.5");
        QTest::newRow("another name") << QByteArray("echo '{\"time\": 0.5}'");
        QTest::newRow("a text") << QByteArray("echo '{\"seconds\": \"0.5\"}'");
        QTest::newRow("negative") << QByteArray("echo '{\"seconds\": -0.5}'");
        QTest::newRow("not last") << QByteArray("echo '{\"seconds\": 0.5}'; echo done");
        QTest::newRow("a long line") << QByteArray("head -c 10000000 /dev/zero | tr '\\0' x");
    }
    void aTimeThatIsNotToldIsAFailure() {
        QFETCH(QByteArray, text);
        const auto outcome = outcomes(script(text + "\n"), {{"time", "own"}})[0];
        QCOMPARE(outcome.status, TrialStatus::Failed);
        QVERIFY2(outcome.detail.starts_with("time=own: the last line of the output is not"), outcome.detail.c_str());
    }

    void anotherOutputIsAWrongResult() {
        const auto command = script("echo $1\n", "{workers}");
        const auto compared = outcomes(command);
        QCOMPARE(compared[0].verified, std::optional(true));
        isFailure(compared[1], TrialStatus::WrongResult,
                  "command: the output differs from serial's (size 20, workers 2)");
        const auto ignored = outcomes(command, {{"output", "ignore"}});
        QCOMPARE(ignored[1].detail, std::string());
        QVERIFY(!ignored[0].verified && !ignored[1].verified);  // nothing was compared
        const auto told = script("echo $1; echo '{\"seconds\": 1}'\n", "{workers}");
        QCOMPARE(outcomes(told, {{"time", "own"}})[1].status, TrialStatus::WrongResult);
        QCOMPARE(outcomes(told, {{"time", "own"}, {"output", "ignore"}})[1].detail, std::string());
    }

    void everyByteOfTheOutputCounts() {
        // The byte in the middle of 3 MB, and the last one, which is no newline.
        for (const char* where : {"1500000", "2999999"}) {
            const auto command = script(
                "head -c 3000000 /dev/zero | tr '\\0' x > \"$0.$1\"\n"
                "[ $1 = 1 ] || printf y | dd of=\"$0.$1\" bs=1 seek=$2 conv=notrunc 2>/dev/null\n"
                "cat \"$0.$1\"\n",
                std::string("{workers} ") + where);
            QCOMPARE(outcomes(command)[1].status, TrialStatus::WrongResult);
        }
    }

    void gigabytesOfOutputTakeNoMemory() {
        const auto before = peakMemory();
        for (const Params& params : {Params{}, Params{{"output", "ignore"}}}) {
            const auto all = outcomes(script("head -c 1000000000 /dev/zero\n"), params);
            QCOMPARE(all[0].detail + all[1].detail, std::string());
        }
        // The end of a line that never comes.
        const auto endless = outcomes(script("head -c 300000000 /dev/zero\n"), {{"time", "own"}})[0];
        QCOMPARE(endless.status, TrialStatus::Failed);
        const auto loud = outcomes(script("head -c 100000000 /dev/zero >&2; exit 1\n"))[0];
        QCOMPARE(loud.status, TrialStatus::Failed);
        QVERIFY2(peakMemory() < before + 50'000'000, qPrintable(QString::number(peakMemory() - before)));
    }

    void anExitCodeIsAFailure() {
        const auto command = script("echo first >&2; echo 'no such thing' >&2; echo >&2; exit 3\n");
        for (const Outcome& outcome : outcomes(command))
            isFailure(outcome, TrialStatus::Failed, "exit code 3: no such thing");
        isFailure(outcomes(script("exit 7\n"))[0], TrialStatus::Failed, "exit code 7");
        const auto ignored = outcomes(command, {{"exit-codes", "ignore"}})[1];
        QCOMPARE(ignored.detail, std::string());
        QCOMPARE(ignored.verified, std::optional(true));
    }

    void aSignalIsNamed() {
        for (const Params& params : {Params{}, Params{{"exit-codes", "ignore"}}}) {
            isFailure(outcomes(script("kill -SEGV $$\n"), params)[0], TrialStatus::Crashed,
                      "ended by signal 11 (Segmentation fault)");
        }
    }

    void whatCannotBeStartedSaysWhy() {
        isFailure(outcomes("/nowhere/program {workers}")[1], TrialStatus::Failed,
                  "/nowhere/program: could not be started: No such file or directory");
        isFailure(outcomes("no-program-of-this-name")[0], TrialStatus::Failed,
                  "no-program-of-this-name: could not be started: No such file or directory");
        QFile plain(path("plain"));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        const std::string named = path("plain").toStdString();
        isFailure(outcomes(joinCommand({named}))[0], TrialStatus::Failed,
                  named + ": could not be started: Permission denied");
    }

    void whatNeverEndsIsEndedWithAllThatItHasStarted() {
        // Who holds the pipe open for writing is seen by whoever reads it.
        const QString pipe = path("alive");
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        const int reader = open(qPrintable(pipe), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        const auto command = script("exec 9> '" + pipe.toUtf8() + "'\nsleep 1000 & sleep 1000\n");
        isFailure(outcomes(command, {{"limit", 0.2}})[0], TrialStatus::TimedOut, "ran longer than 0.2 s");
        char none = 0;
        QTRY_COMPARE_WITH_TIMEOUT(read(reader, &none, 1), ssize_t(0), 60'000);  // all ends are closed
        close(reader);
    }

    void whatIsLeftBehindIsEnded() {
        const QString pipe = path("left");
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        const int reader = open(qPrintable(pipe), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        const auto outcome = outcomes(script("exec 9> '" + pipe.toUtf8() + "'\nsleep 1000 &\necho done\n"))[1];
        QCOMPARE(outcome.detail, std::string());
        char none = 0;
        QTRY_COMPARE_WITH_TIMEOUT(read(reader, &none, 1), ssize_t(0), 60'000);
        close(reader);
    }

    void itsInputIsEmpty() {
        const auto outcome = outcomes("cat")[1];
        QCOMPARE(outcome.detail, std::string());
        QCOMPARE(outcome.verified, std::optional(true));
    }

    void anotherWorkloadIsRefused() {
        const auto all = outcomesOf({peerTrial("square", "serial"), peerTrial("square", "command")});
        QCOMPARE(all[0].detail, std::string());
        isFailure(all[1], TrialStatus::Refused,
                  "the backend command runs programs only, which the workload command names");
    }

private:
    /// Of this process, in bytes.
    static qint64 peakMemory() {
        QFile status("/proc/self/status");
        if (!status.open(QIODevice::ReadOnly)) return -1;
        const QByteArray text = status.readAll();
        return text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toLongLong() * 1024;
    }

    QTemporaryDir m_folder;
    int m_scripts = 0;
};

QTEST_GUILESS_MAIN(TestCommandPool)
#include "tst_command_pool.moc"
