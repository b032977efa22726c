// Where the system refuses threads, a pool is an error and not the end of the program.
#include "core/engine/make_pool.h"

#include <QtTest>

#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

namespace {

constexpr uid_t Nobody = 65534;

/// Runs the function in a process that may have no further thread; what it returns there, or how it ended.
template <class Function>
std::string withoutThreads(Function function) {
    int ends[2];
    if (pipe(ends) != 0) return "no pipe";
    const pid_t pid = fork();
    if (pid == 0) {
        const rlimit none{.rlim_cur = 1, .rlim_max = 1};
        // The limit does not hold for the superuser.
        const bool isLimited = setrlimit(RLIMIT_NPROC, &none) == 0 && (geteuid() != 0 || setuid(Nobody) == 0);
        const std::string text = isLimited ? function() : "no limit";
        _exit(write(ends[1], text.data(), text.size()) < 0 ? 1 : 0);
    }
    close(ends[1]);
    std::string text(4096, '\0');
    const ssize_t bytes = read(ends[0], text.data(), text.size());
    text.resize(bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
    close(ends[0]);
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFSIGNALED(status) ? "ended by signal " + std::to_string(WTERMSIG(status)) : text;
}

}  // namespace

class TestMakePool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedThreadsAreAnError() {
        QCOMPARE(withoutThreads([] { return probeThreads(3) ? std::string("had") : probeThreads(3).error().detail; }),
                 std::string("threads: 3 could not be started, only 0: Resource temporarily unavailable (ulimit -u "
                             "and pids.max of the cgroup limit them)"));
        QCOMPARE(withoutThreads([] { return std::string(probeThreads(0) ? "had" : "refused"); }), std::string("had"));
    }

    void backendsSaySo_data() {
        QTest::addColumn<QString>("id");
        for (const Backend& backend : backends())
            if (backend.info.isLocal() && backend.info.usesWorkers)
                QTest::addRow("%s", backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }
    void backendsSaySo() {
        QFETCH(QString, id);
        const std::string seen = withoutThreads([&] {
            const Backend& backend = *findBackend(id.toStdString());
            const auto pool = makePool(backend, {.workers = 4});
            if (!pool) return pool.error().detail;
            struct Nothing final : Kernel {
                void run(ItemCount, ItemCount) override {}
            } kernel;
            const auto outcome = (*pool)->map({.kernel = kernel, .size = 1000, .chunk = *parseChunk("1")});
            return outcome ? std::string("ran") : outcome.error().detail;
        });
        QVERIFY2(seen.starts_with("threads: 3 could not be started, only 0: "), seen.c_str());
    }

    void whatWasHadIsNotAskedForAgain() {
        QVERIFY(probeThreads(4));
        QCOMPARE(withoutThreads([] { return std::string(probeThreads(4) ? "had" : "refused"); }), std::string("had"));
        QCOMPARE(withoutThreads([] { return std::string(probeThreads(5) ? "had" : "refused"); }),
                 std::string("refused"));
    }
};

QTEST_GUILESS_MAIN(TestMakePool)
#include "tst_make_pool.moc"
