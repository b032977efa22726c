#include "core/os/child.h"
#include "core/os/clock.h"
#include "tests/core/os/watch.h"

#include <QtTest/QTest>

#include <csignal>
#include <limits>

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

namespace {

constexpr Seconds Patience{20};  // only ever used up by a failing test

Result<Child> shell(const std::string& script) {
    return Child::spawn({"/bin/sh", "-c", script});
}

}  // namespace

class TestChild : public QObject {
    Q_OBJECT

    static std::string line(Child& child) {
        const auto result = child.readLine(Patience);
        if (!result) return "error: " + result.error().detail;
        return result->value_or("end of file");
    }

private Q_SLOTS:
    void linesMakeTheRoundTrip() {
        auto cat = Child::spawn({"/bin/cat"});
        QVERIFY(cat.has_value());
        for (const std::string text : {"one", "", "three \t \"'"}) {
            QVERIFY(cat->writeLine(text).has_value());
            QCOMPARE(line(*cat), text);
        }
        QVERIFY(cat->writeLine("a\nb").has_value());
        QCOMPARE(line(*cat), std::string("a"));
        QCOMPARE(line(*cat), std::string("b"));
        cat->closeInput();
        QCOMPARE(line(*cat), std::string("end of file"));
        const ExitStatus status = cat->wait();
        QCOMPARE(status.code, 0);
        QCOMPARE(status.signal, 0);
    }

    void programsAreFoundInThePath() { QVERIFY(Child::spawn({"cat"}).has_value()); }

    void aVeryLongLineMakesTheRoundTripWithoutADeadlock() {
        auto cat = Child::spawn({"/bin/cat"});
        const std::string text(1'000'000, 'x');
        QVERIFY(cat->writeLine(text).has_value());
        QVERIFY(line(*cat) == text);
    }

    void exitCodeAndSignalAreTold() {
        const ExitStatus exited = shell("exit 7")->wait();
        QCOMPARE(exited.code, 7);
        QCOMPARE(exited.signal, 0);
        QCOMPARE(shell("kill -SEGV $$")->wait().signal, SIGSEGV);
    }

    void waitingEndsAChildThatWaitsForInput() { QCOMPARE(Child::spawn({"/bin/cat"})->wait().code, 0); }

    void theLastLineMayLackItsNewline() {
        auto child = shell("printf 'a\\nb'");
        QCOMPARE(line(*child), std::string("a"));
        QCOMPARE(line(*child), std::string("b"));
        QCOMPARE(line(*child), std::string("end of file"));
    }

    void failureToStartIsAnError() {
        const auto missing = Child::spawn({"/nowhere/breakeven-runner"});
        QVERIFY(!missing);
        QVERIFY(missing.error().code == ErrorCode::Internal);
        QVERIFY(missing.error().detail.starts_with("/nowhere/breakeven-runner: could not be started: "));
        QVERIFY(!Child::spawn({"/dev/null"}));
        QVERIFY(!Child::spawn({}));
    }

    void killTakesTheGrandchildrenToo() {
        auto child = shell("sleep 1000 & echo $!; wait");
        const Watch grandchild(static_cast<pid_t>(std::stoi(line(*child))));
        QVERIFY(grandchild.isOpen());
        child->kill();
        QCOMPARE(child->wait().signal, SIGKILL);
        QVERIFY(grandchild.ends(Patience));
    }

    void waitingEndsWhatAChildLeftBehind() {
        auto child = shell("sleep 1000 & echo $!");
        const Watch grandchild(static_cast<pid_t>(std::stoi(line(*child))));
        QVERIFY(grandchild.isOpen());
        QCOMPARE(child->wait().code, 0);
        QVERIFY(grandchild.ends(Patience));
    }

    void theDestructorLeavesNothingBehind() {
        auto child = shell("sleep 1000 & echo $!; wait");
        const Watch grandchild(static_cast<pid_t>(std::stoi(line(*child))));
        const pid_t pid = child->pid();
        { const Child gone = std::move(*child); }
        QVERIFY(grandchild.ends(Patience));
        QCOMPARE(waitpid(pid, nullptr, WNOHANG), -1);
    }

    void theEndOfTheChildIsSeenThroughALivingGrandchild() {
        auto child = shell("sleep 1000 & echo done");
        QCOMPARE(line(*child), std::string("done"));
        QCOMPARE(line(*child), std::string("end of file"));
    }

    void theChildDiesWithItsParent() {
        int fds[2];
        QCOMPARE(pipe(fds), 0);
        const pid_t parent = fork();
        if (parent == 0) {
            auto child = Child::spawn({"sleep", "1000"});
            const pid_t pid = child ? child->pid() : -1;
            if (::write(fds[1], &pid, sizeof pid) == sizeof pid) pause();
            _exit(1);
        }
        pid_t pid = -1;
        QCOMPARE(::read(fds[0], &pid, sizeof pid), ssize_t{sizeof pid});
        const Watch orphan(pid);
        QVERIFY(orphan.isOpen());
        ::kill(parent, SIGKILL);
        waitpid(parent, nullptr, 0);
        QVERIFY(orphan.ends(Patience));
        close(fds[0]);
        close(fds[1]);
    }

    void writingToADeadChildIsAnErrorAndNoSignal() {
        auto child = shell("exit 0");
        QCOMPARE(line(*child), std::string("end of file"));
        auto result = child->writeLine("x");
        while (result)
            result = child->writeLine(std::string(100'000, 'x'));  // until the end of the process is complete
        QVERIFY(result.error().code == ErrorCode::Internal);
        QVERIFY(result.error().detail.starts_with("sh: cannot be written to: "));
        child->closeInput();
        QVERIFY(!child->writeLine("x"));
    }

    void knowsThatItIsStopped() {
        auto cat = Child::spawn({"/bin/cat"});
        QVERIFY(!cat->isStopped());
        ::kill(cat->pid(), SIGSTOP);
        QTRY_VERIFY(cat->isStopped());
        QVERIFY(cat->isStopped());  // asking changes nothing
        ::kill(cat->pid(), SIGCONT);
        QVERIFY(cat->writeLine("on").has_value());
        QCOMPARE(line(*cat), std::string("on"));
        QVERIFY(!cat->isStopped());
        ::kill(cat->pid(), SIGSTOP);
        cat->kill();
        QCOMPARE(cat->wait().signal, SIGKILL);
        QVERIFY(!cat->isStopped());
    }

    void timeoutIsAnError() {
        auto cat = Child::spawn({"/bin/cat"});
        const auto start = Clock::now();
        const auto result = cat->readLine(Seconds(0.02));
        QVERIFY(Clock::now() - start >= Seconds(0.02));
        QVERIFY(result.error().code == ErrorCode::TimedOut);
        QVERIFY(result.error().detail.ends_with("timed out"));
        QVERIFY(cat->writeLine("still there").has_value());
        QCOMPARE(line(*cat), std::string("still there"));
        QVERIFY(!cat->readLine(Seconds(0)));
    }

    void aWakeUpInterruptsReading() {
        auto cat = Child::spawn({"/bin/cat"});
        int fds[2];
        QCOMPARE(pipe(fds), 0);
        QCOMPARE(::write(fds[1], "!", 1), ssize_t{1});
        const auto result = cat->readLine(Seconds(-1), fds[0]);
        QVERIFY(result.error().code == ErrorCode::Interrupted);
        char byte = 0;
        QCOMPARE(::read(fds[0], &byte, 1), ssize_t{1});
        QVERIFY(cat->writeLine("next").has_value());
        QCOMPARE(cat->readLine(Patience, fds[0])->value(), std::string("next"));
        close(fds[0]);
        close(fds[1]);
    }

    void theChildStartsWithoutOurSignalSettings_data() {
        QTest::addColumn<int>("number");
        QTest::newRow("blocked") << SIGTERM;
        QTest::newRow("ignored") << SIGUSR1;
    }
    void theChildStartsWithoutOurSignalSettings() {
        QFETCH(const int, number);
        sigset_t blocked;
        sigset_t before;
        sigemptyset(&blocked);
        sigaddset(&blocked, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &blocked, &before);
        const auto handler = std::signal(SIGUSR1, SIG_IGN);
        auto child = shell("kill -" + std::to_string(number) + " $$; echo alive");
        std::signal(SIGUSR1, handler);
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        QCOMPARE(line(*child), std::string("end of file"));
        QCOMPARE(child->wait().signal, number);
    }

    void freeStandardDescriptorsDoNotConfuseTheChild() {
        const int input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 10);
        const int output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
        close(STDIN_FILENO);
        close(STDOUT_FILENO);
        auto cat = Child::spawn({"/bin/cat"});
        const bool written = cat && cat->writeLine("through").has_value();
        const std::string answer = written ? line(*cat) : "";
        if (cat) {
            const Child gone = std::move(*cat);
        }
        dup2(input, STDIN_FILENO);
        dup2(output, STDOUT_FILENO);
        close(input);
        close(output);
        QCOMPARE(answer, std::string("through"));
    }

    void noDescriptorOfOursIsInherited() {
        // What this test was started with is not ours.
        QCOMPARE(close_range(3, std::numeric_limits<unsigned>::max(), CLOSE_RANGE_CLOEXEC), 0);
        const auto first = Child::spawn({"/bin/cat"});
        auto child = shell("ls /proc/self/fd | wc -l");
        QCOMPARE(std::stoi(line(*child)), 4);  // 0, 1, 2 and the folder itself
    }

    void theProgramKnowsItsFolder() { QVERIFY(std::filesystem::exists(executableFolder() / "tst_child")); }
};

QTEST_GUILESS_MAIN(TestChild)
#include "tst_child.moc"
