#include "core/os/clock.h"
#include "core/os/program_run.h"
#include "tests/core/os/watch.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <csignal>
#include <fstream>
#include <future>
#include <vector>

#include <linux/close_range.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

namespace {

constexpr Seconds Patience{60};  // only ever used up by a failing test

std::string said;

Result<ProgramResult> shell(const std::string& script, Seconds limit = Patience) {
    said.clear();
    return runProgram({"/bin/sh", "-c", script}, limit, [](std::span<const std::byte> part) {
        said.append(reinterpret_cast<const char*>(part.data()), part.size());
    });
}

bool isGone(pid_t pid) {
    std::string status;
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::getline(file, status);
    return status.empty() || status.find(") Z ") != std::string::npos;
}

}  // namespace

class TestProgramRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatAProgramSays() {
        const auto result = shell("echo one; echo problem >&2; printf two");
        QVERIFY(result);
        QCOMPARE(said, std::string("one\ntwo"));
        QCOMPARE(result->lastError, std::string("problem"));
        QCOMPARE(result->status.code, 0);
    }

    void tellsHowItEnded() {
        QCOMPARE(shell("exit 7")->status.code, 7);
        QCOMPARE(shell("kill -SEGV $$")->status.signal, SIGSEGV);
    }

    void theLastLineIsTheOneThatSaysSomething_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << "true"
                                 << "";
        QTest::newRow("blank lines") << "printf '\\n\\n' >&2"
                                     << "";
        QTest::newRow("the last") << "printf 'first\\nlast\\n' >&2"
                                  << "last";
        QTest::newRow("without its end") << "printf 'first\\nlast' >&2"
                                         << "last";
        QTest::newRow("before blank lines") << "printf 'first\\nlast\\n\\n\\n' >&2"
                                            << "last";
        QTest::newRow("in parts") << "printf la >&2; printf 'st\\n' >&2"
                                  << "last";
        QTest::newRow("long") << "head -c 5000 /dev/zero | tr '\\0' x >&2" << QString(1000, u'x');
    }
    void theLastLineIsTheOneThatSaysSomething() {
        QFETCH(QString, script);
        QFETCH(QString, line);
        QCOMPARE(QString::fromStdString(shell(script.toStdString())->lastError), line);
    }

    void allOfALongOutputIsTaken() {
        QVERIFY(shell("head -c 10000000 /dev/zero"));
        QCOMPARE(said.size(), std::size_t{10'000'000});
    }

    void inputIsEmpty() {
        QVERIFY(shell("cat; echo done"));
        QCOMPARE(said, std::string("done\n"));
    }

    void whatCannotBeStartedIsAnError() {
        const auto missing = runProgram({"/nowhere/abacus"}, Patience, {});
        QCOMPARE(missing.error().code, ErrorCode::Internal);
        QCOMPARE(missing.error().detail,
                 std::string("/nowhere/abacus: could not be started: No such file or directory"));
    }

    void oneThatTakesTooLongIsEndedWithAllThatItStarted() {
        const auto begin = Clock::now();
        const auto result = shell("sleep 1000 & echo $!; wait", Seconds(0.2));
        QVERIFY(Seconds(Clock::now() - begin) >= Seconds(0.2));
        QCOMPARE(result.error().code, ErrorCode::TimedOut);
        QCOMPARE(result.error().detail, std::string("ran longer than 0.2 s"));
        QTRY_VERIFY_WITH_TIMEOUT(isGone(std::stoi(said)), 60'000);
    }

    void oneThatOnlyTalksIsEndedToo() {
        QCOMPARE(runProgram({"yes"}, Seconds(0.2), [](auto) {}).error().code, ErrorCode::TimedOut);
    }

    void whatItLeavesBehindIsEnded() {
        QCOMPARE(shell("sleep 1000 & echo $!")->status.code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(isGone(std::stoi(said)), 60'000);
    }

    /// Programs start in the middle of others: none may get a descriptor of another's, or wait for its end.
    void manyRunBesideEachOther() {
        QVERIFY(close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0);  // what this test was started with is not ours
        std::vector<std::future<std::string>> runs;
        for (int i = 0; i < 40; ++i) {
            runs.push_back(std::async(std::launch::async, [i] {
                std::string text;
                const auto result =
                    runProgram({"/bin/sh", "-c", "echo $1; ls /proc/self/fd | wc -l", "sh", std::to_string(i)},
                               Patience, [&](std::span<const std::byte> part) {
                                   text.append(reinterpret_cast<const char*>(part.data()), part.size());
                               });
                return result ? text : result.error().detail;
            }));
        }
        for (std::size_t i = 0; i < runs.size(); ++i)
            QCOMPARE(runs[i].get(), std::to_string(i) + "\n4\n");  // 0, 1, 2 and the folder itself
    }

    void signalsAreAsAtTheBeginning() {
        sigset_t blocked;
        sigset_t before;
        sigemptyset(&blocked);
        sigaddset(&blocked, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &blocked, &before);
        const auto handler = std::signal(SIGPIPE, SIG_IGN);
        const int term = shell("kill -TERM $$; echo alive")->status.signal;
        const int pipe = shell("kill -PIPE $$; echo alive")->status.signal;
        std::signal(SIGPIPE, handler);
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        QCOMPARE(term, SIGTERM);
        QCOMPARE(pipe, SIGPIPE);
    }

    void nothingOutlivesAProcessThatIsKilled() {
        const QTemporaryDir folder;
        const QByteArray marks = folder.path().toUtf8();
        const pid_t parent = fork();
        if (parent == 0) {
            const std::string script = "sleep 1000 & echo $$ $! > $0/new; mv $0/new $0/pids; wait";
            (void)runProgram({"/bin/sh", "-c", script, marks.toStdString()}, Seconds(600), [](auto) {});
            _exit(1);
        }
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath("pids")), 60'000);
        QFile file(folder.filePath("pids"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto pids = file.readAll().trimmed().split(' ');
        QCOMPARE(pids.size(), 2);
        const Watch program(pids[0].toInt());
        const Watch itsOwn(pids[1].toInt());
        QVERIFY(program.isOpen() && itsOwn.isOpen());
        ::kill(parent, SIGKILL);
        waitpid(parent, nullptr, 0);
        QVERIFY(program.ends(Patience));
        QVERIFY(itsOwn.ends(Patience));
    }

    /// Its number may be another's by the time the guard has to kill.
    void whatDoesNotStartIsNotGuarded() {
        std::array<int, 2> ends{};
        QCOMPARE(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()), 0);
        const Descriptor guard(ends[0]);
        const Descriptor told(ends[1]);
        QVERIFY(!startProgram({"/nowhere"}, {.input = 0, .output = 1, .error = 2}, guard.get()));
        std::vector<pid_t> news;
        for (pid_t each = 0; recv(told.get(), &each, sizeof each, MSG_DONTWAIT) == sizeof each;)
            news.push_back(each);
        QCOMPARE(news.size(), std::size_t{2});
        QVERIFY(news[0] > 0);
        QCOMPARE(news[1], -news[0]);
    }
};

QTEST_GUILESS_MAIN(TestProgramRun)
#include "tst_program_run.moc"
