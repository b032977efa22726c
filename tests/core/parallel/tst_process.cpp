#include "core/parallel/process.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

#include <unistd.h>

using namespace breakeven;

namespace {

void writeTo(const std::string& path, int number, const std::vector<double>& values) {
    std::ofstream(path) << number << ' ' << values.size() << ' ' << values.back();
}

[[noreturn]] void waitForEver() {
    for (;;)
        pause();
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
        std::stringstream text;
        text << std::ifstream(path).rdbuf();
        QCOMPARE(text.str(), std::string("7 2 2.5"));
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
