#include "core/os/stop_signal.h"

#include <QTemporaryFile>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <functional>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

namespace {

bool isReadable(int fd) {
    pollfd waited = {fd, POLLIN, 0};
    return ::poll(&waited, 1, 0) == 1;
}

/// The exit status of a process of its own, since signals can be watched once per process; -1 when a signal ended it.
int inChild(const std::function<int()>& scene) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(scene());
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
    return WEXITSTATUS(status);
}

/// Signals that arrive within the same moment.
void raiseTogether(int first, int second) {
    sigset_t both;
    ::sigemptyset(&both);
    ::sigaddset(&both, first);
    ::sigaddset(&both, second);
    ::sigprocmask(SIG_BLOCK, &both, nullptr);
    ::raise(first);
    ::raise(second);
    ::sigprocmask(SIG_UNBLOCK, &both, nullptr);
}

}  // namespace

/// Scenes return 0 when all is as it should be, else the number of the first line that is not.
class TestStopSignal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signalsAreAWish_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("interrupt") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
        QTest::newRow("hang up") << SIGHUP;
    }

    void signalsAreAWish() {
        QFETCH(int, signal);
        QCOMPARE(inChild([signal] {
                     const auto stop = StopSignal::install(false);
                     if (!stop) return 1;
                     if (isReadable(stop->fd())) return 2;
                     ::raise(signal);
                     if (!isReadable(stop->fd())) return 3;
                     return isReadable(stop->fd()) ? 0 : 4;  // for good
                 }),
                 0);
    }

    void theSameWishTwiceIsOne() {
        QCOMPARE(inChild([] {
                     const auto stop = StopSignal::install(false);
                     if (!stop) return 1;
                     raiseTogether(SIGINT, SIGTERM);
                     return isReadable(stop->fd()) ? 0 : 2;
                 }),
                 0);
    }

    void insistingEndsTheProcess() {
        QCOMPARE(inChild([] {
                     const auto stop = StopSignal::install(false);
                     if (!stop) return 1;
                     while (true)
                         ::raise(SIGINT);
                 }),
                 130);
    }

    void theEndOfTheReaderIsAWish_data() {
        QTest::addColumn<bool>("watched");
        QTest::newRow("watched") << true;
        QTest::newRow("not watched") << false;
    }

    void theEndOfTheReaderIsAWish() {
        QFETCH(bool, watched);
        QCOMPARE(inChild([watched] {
                     int ends[2];
                     if (::pipe(ends) != 0 || ::dup2(ends[1], STDOUT_FILENO) < 0) return 1;
                     const auto stop = StopSignal::install(watched);
                     if (!stop) return 2;
                     if (isReadable(stop->fd())) return 3;
                     ::close(ends[0]);
                     if (isReadable(stop->fd()) != watched) return 4;
                     const bool failed = ::write(STDOUT_FILENO, "", 1) < 0 && errno == EPIPE;
                     return failed ? 0 : 5;
                 }),
                 0);
    }

    void aFileHasNoReader() {
        QTemporaryFile file;
        QVERIFY(file.open());
        QCOMPARE(inChild([&file] {
                     if (::dup2(file.handle(), STDOUT_FILENO) < 0) return 1;
                     const auto stop = StopSignal::install(true);
                     if (!stop) return 2;
                     return isReadable(stop->fd()) ? 3 : 0;
                 }),
                 0);
    }

    void programsThatAreStartedHaveTheirOwnSignals() {
        // An ignored SIGPIPE would be inherited: `yes | head` would go on in what is measured.
        QCOMPARE(inChild([] {
                     const auto stop = StopSignal::install(false);
                     if (!stop) return 1;
                     ::execl("/bin/sh", "sh", "-c", "kill -PIPE $$; exit 3", nullptr);
                     return 2;
                 }),
                 -1);
    }
};

QTEST_GUILESS_MAIN(TestStopSignal)
#include "tst_stop_signal.moc"
