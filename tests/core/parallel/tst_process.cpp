#include "core/parallel/map.h"
#include "core/parallel/process.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <csignal>
#include <fstream>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace breakeven;

namespace {

void writeTo(const std::string& path, int number, const std::vector<double>& values) {
    std::ofstream(path) << number << ' ' << values.size() << ' ' << values.back();
}

void writeSumBy(const std::string& path, const std::string& backend, const std::string& start) {
    const auto squares = map(std::vector{1, 2, 3}, [](int x) { return x * x; },
                             {.workers = 2, .backend = backend, .start = start.c_str()});
    std::ofstream(path) << std::accumulate(squares.begin(), squares.end(), 0);
}

void writeByGrandchild(const std::string& path) {
    Process grandchild(writeTo, path, 3, std::vector{0.25});
    grandchild.start();
    grandchild.join();
}

[[noreturn]] void waitForEver() {
    for (;;)
        pause();
}

[[noreturn]] void tellPidAndWait(const std::string& path) {
    std::ofstream(path) << getpid();
    waitForEver();
}

[[noreturn]] void waitWithGrandchild(const std::string& path) {
    Process grandchild(tellPidAndWait, path);
    grandchild.start();
    waitForEver();
}

std::string contentOf(const std::string& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

}  // namespace

class TestProcess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFunctionRunsWithItsArguments() {
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/out";
        Process process(writeTo, path, 7, std::vector{1.0, 2.5});
        QCOMPARE(process.pid(), -1);
        QVERIFY(!process.exitCode());
        process.start();
        QVERIFY(process.pid() > 0);
        QVERIFY(process.join());
        QVERIFY(process.exitCode() == 0);
        QVERIFY(!process.isAlive());
        QCOMPARE(contentOf(path), std::string("7 2 2.5"));
    }

    void itMayUseWorkerProcesses_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("start");
        for (const char* backend : {"processes", "processes-pipe"})
            for (const char* start : {"fork", "spawn"})
                QTest::addRow("%s %s", backend, start) << QString(backend) << QString(start);
    }
    void itMayUseWorkerProcesses() {
        QFETCH(QString, backend);
        QFETCH(QString, start);
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/out";
        Process process(writeSumBy, path, backend.toStdString(), start.toStdString());
        process.start();
        QVERIFY(process.join(Seconds(60)));
        QVERIFY(process.exitCode() == 0);
        QCOMPARE(contentOf(path), std::string("14"));
    }

    void itMayHaveAProcessOfItsOwn() {
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/out";
        Process process(writeByGrandchild, path);
        process.start();
        QVERIFY(process.join(Seconds(60)));
        QVERIFY(process.exitCode() == 0);
        QCOMPARE(contentOf(path), std::string("3 1 0.25"));
    }

    void aWorkerProcessMayNotHaveOne_data() {
        QTest::addColumn<QString>("start");
        QTest::newRow("fork") << "fork";
        QTest::newRow("spawn") << "spawn";
    }
    void aWorkerProcessMayNotHaveOne() {
        QFETCH(QString, start);
        const auto startOne = [](int) {
            Process process([] {});
            process.start();
        };
        const std::string startWord = start.toStdString();
        try {
            map(std::vector{1}, startOne, {.workers = 1, .backend = "processes", .start = startWord.c_str()});
            QFAIL("nothing was thrown");
        } catch (const ParallelError& error) {
            QCOMPARE(error.what(), "item 0: processes: a worker process has none of its own");
        }
    }

    void itDiesWithTheProcessThatStartedIt() {
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/pid";
        QCOMPARE(mkfifo(path.c_str(), 0600), 0);
        Process process(waitWithGrandchild, path);
        process.start();
        const pid_t grandchild = std::stoi(contentOf(path));
        const Descriptor watched(static_cast<int>(syscall(SYS_pidfd_open, grandchild, 0)));
        QVERIFY(watched);
        process.kill();
        process.join();
        pollfd ended{.fd = watched.get(), .events = POLLIN, .revents = 0};
        const bool hasEnded = poll(&ended, 1, 60'000) == 1;
        if (!hasEnded) ::kill(grandchild, SIGKILL);
        QVERIFY(hasEnded);
    }

    void anExceptionIsExitCodeOne() {
        Process process([] { throw std::runtime_error("on purpose"); });
        process.start();
        process.join();
        QVERIFY(process.exitCode() == 1);
    }

    void aSignalIsANegativeExitCode() {
        Process terminated(waitForEver);
        terminated.start();
        QVERIFY(!terminated.join(Seconds(0.01)));
        QVERIFY(terminated.isAlive());
        QVERIFY(!terminated.exitCode());
        terminated.terminate();
        QVERIFY(terminated.join(Seconds(60)));
        QVERIFY(terminated.exitCode() == -SIGTERM);
        terminated.kill();

        Process killed(waitForEver);
        killed.start();
        killed.kill();
        killed.join();
        QVERIFY(killed.exitCode() == -SIGKILL);
    }

    void itIsStartedOnceAndJoinedAfterThat() {
        Process process([] {});
        QVERIFY_EXCEPTION_THROWN(process.join(), ParallelError);
        process.start();
        QVERIFY_EXCEPTION_THROWN(process.start(), ParallelError);
        process.join();
        QVERIFY_EXCEPTION_THROWN(process.start(), ParallelError);
    }

    void droppingItEndsIt() {
        pid_t pid = -1;
        {
            Process process(waitForEver);
            process.start();
            pid = process.pid();
        }
        QCOMPARE(::kill(pid, 0), -1);
        QCOMPARE(errno, ESRCH);
    }

    void theThreadThatStartedItMayEnd() {
        Process process(waitForEver);
        std::thread([&] { process.start(); }).join();
        QVERIFY(!process.join(Seconds(0.1)));
    }
};

BREAKEVEN_PARALLEL_MAIN(TestProcess)
#include "tst_process.moc"
