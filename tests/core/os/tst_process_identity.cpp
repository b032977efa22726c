#include "core/os/process_identity.h"

#include <QtTest>

#include <csignal>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

class TestProcessIdentity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isOfOneProcess() {
        const std::string own = processIdentity(getpid());
        QVERIFY(own.starts_with(std::to_string(getpid()) + ' '));
        QCOMPARE(processIdentity(getpid()), own);
        QVERIFY(processIdentity(getppid()) != own);
        QVERIFY(isAlive(own));
    }

    /// Its name may hold what separates the fields.
    void isTheSameUnderAnyName() {
        const std::string own = processIdentity(getpid());
        char before[16];
        prctl(PR_GET_NAME, before);
        prctl(PR_SET_NAME, "a) Z 1 2 (b");
        const std::string renamed = processIdentity(getpid());
        prctl(PR_SET_NAME, before);
        QCOMPARE(renamed, own);
    }

    void anEndedProcessHasNone() {
        const pid_t child = fork();
        if (child == 0) {
            pause();
            _exit(0);
        }
        const std::string identity = processIdentity(child);
        QVERIFY(isAlive(identity));
        kill(child, SIGKILL);
        siginfo_t info;
        QCOMPARE(waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT), 0);
        QVERIFY(!isAlive(identity));  // not reaped yet
        waitpid(child, nullptr, 0);
        QVERIFY(!isAlive(identity));
        QCOMPARE(processIdentity(child), std::string());
    }

    void aNumberThatWasGivenOutAgainIsAnotherProcess() {
        const std::string own = processIdentity(getpid());
        const auto start = own.find(' ') + 1;
        QVERIFY(!isAlive(own.substr(0, start) + "1" + own.substr(own.find(' ', start))));
        QVERIFY(!isAlive(own + "x"));
        QVERIFY(!isAlive(""));
        QVERIFY(!isAlive("no number"));
    }
};

QTEST_GUILESS_MAIN(TestProcessIdentity)
#include "tst_process_identity.moc"
