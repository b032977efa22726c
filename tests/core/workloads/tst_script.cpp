// Programs that are run by the workload script: shipped and own ones, right and wrong ones, in threads and processes.
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "core/os/clock.h"
#include "core/workloads/hash.h"
#include "tests/core/workloads/bound_list.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <sys/stat.h>

using namespace breakeven;

namespace {

struct Said {
    std::uint64_t hash;
    std::uint64_t bytes;
};

ListRecipe recipeOf(const QString& folder, ItemCount size, Params params = {}) {
    params["folder"] = folder.toStdString();
    params.try_emplace("seconds", 0.0);
    return {.workload = "script", .params = std::move(params), .size = size};
}

std::uint64_t hashOf(const std::string& text) {
    return hashItems<char>(text);
}

}  // namespace

class TestScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itemsAreTheFilesInTurnWithTheirNumber() {
        write("b.sh", "echo b $*\n");
        write("a.sh", "echo a $*\n");
        const BoundList list(recipeOf(m_folder->path(), 3));
        list.workload->run(0, 3);
        const auto output = list.output<Said>();
        QCOMPARE(output[0].hash, hashOf("a 0\n"));
        QCOMPARE(output[1].hash, hashOf("b 1\n"));
        QCOMPARE(output[2].hash, hashOf("a 2\n"));
        QCOMPARE(output[2].bytes, std::uint64_t{4});
    }

    void filesAreStartedAsTheyAre() {
        write("a", "#!/bin/sh\necho executable $1\n");
        QCOMPARE(chmod(path("a").toUtf8().constData(), 0700), 0);
        write("b.py", "import sys\nprint('Python', sys.argv[1])\n");
        write("c.sh", "echo shell $1\n");
        write("notes.txt", "no program");
        write(".hidden.sh", "echo hidden\n");
        const BoundList list(recipeOf(m_folder->path(), 4));
        list.workload->run(0, 4);
        const auto output = list.output<Said>();
        QCOMPARE(output[0].hash, hashOf("executable 0\n"));
        QCOMPARE(output[1].hash, hashOf("Python 1\n"));
        QCOMPARE(output[2].hash, hashOf("shell 2\n"));
        QCOMPARE(output[3].hash, hashOf("executable 3\n"));
    }

    void noArgumentIsReadByAShell() {
        write("a b; exit 9; $(exit 9).sh", "echo fine\n");
        const BoundList list(recipeOf(m_folder->path(), 1));
        list.workload->run(0, 1);
        QCOMPARE(list.output<Said>()[0].hash, hashOf("fine\n"));
    }

    void theShippedScriptsDependOnTheirItem() {
        for (const double seconds : {0.0, 0.001}) {
            const BoundList list(recipeOf("", 6, {{"seconds", seconds}}));
            list.workload->run(0, 6);
            std::set<std::uint64_t> hashes;
            for (const Said& said : list.output<Said>()) {
                QVERIFY(said.bytes > 10);
                hashes.insert(said.hash);
            }
            QCOMPARE(hashes.size(), std::size_t{6});
            // 30, 15, 46, 23, … 1
            QCOMPARE(list.output<Said>()[3].hash, hashOf("item 3: 18 steps from 30 to 1\n"));
        }
    }

    /// Once, twice and three times half of it.
    void theShippedScriptsWaitAsLongAsTheyAreTold() {
        const BoundList list(recipeOf("", 3, {{"seconds", 0.2}}));
        for (const ItemCount item : {0U, 1U, 2U}) {
            const auto begin = Clock::now();
            list.workload->run(item, item + 1);
            QVERIFY(Seconds(Clock::now() - begin) >= 0.1 * static_cast<double>(item + 1) * Seconds(1));
        }
    }

    void aLongOutputIsTakenInParts() {
        write("a.sh", "head -c 200000 /dev/zero\n");
        const BoundList list(recipeOf(m_folder->path(), 1));
        list.workload->run(0, 1);
        const std::vector<std::byte> zeros(200'000);
        QCOMPARE(list.output<Said>()[0].hash, hashBytes(zeros));
        QCOMPARE(list.output<Said>()[0].bytes, std::uint64_t{200'000});
    }

    void failuresSayWhichItemAndWhy_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("exit code") << "echo first >&2\necho no such luck >&2\nexit 3\n"
                                   << " ended with exit code 3: no such luck";
        QTest::newRow("in silence") << "exit 3\n"
                                    << " ended with exit code 3";
        QTest::newRow("signal") << "kill -KILL $$\n"
                                << " was ended by signal 9 (Killed)";
        QTest::newRow("endless") << "sleep 1000\n"
                                 << ": ran longer than 0.3 s";
        QTest::newRow("endless talk") << "yes\n"
                                      << ": ran longer than 0.3 s";
    }
    void failuresSayWhichItemAndWhy() {
        QFETCH(QString, text);
        QFETCH(QString, words);
        write("a.sh", "if [ $1 = 1 ]; then\n" + text.toUtf8() + "fi\n");
        const BoundList list(recipeOf(m_folder->path(), 2, {{"limit", 0.3}}));
        QCOMPARE(failureOf([&] { list.workload->run(0, 1); }), std::string("no failure"));
        QCOMPARE(failureOf([&] { list.workload->run(1, 2); }), "script: 'a.sh' for item 1" + words.toStdString());
    }

    void missingPythonIsSaid() {
        write("a.py", "print(1)\n");
        const auto restore = qScopeGuard([before = qgetenv("PATH")] { qputenv("PATH", before); });
        qputenv("PATH", m_folder->path().toUtf8());
        const BoundList list(recipeOf(m_folder->path(), 1));
        QCOMPARE(failureOf([&] { list.workload->run(0, 1); }),
                 std::string("script: 'a.py' for item 0: python3: could not be started: No such file or directory (the "
                             "package python3 brings it)"));
    }

    void aFolderWithoutProgramsIsAFailure() {
        const std::string none = m_folder->path().toStdString();
        QCOMPARE(failureOf([&] { const BoundList list(recipeOf(m_folder->path(), 1)); }),
                 "script: folder: '" + none + "' has no file to take items from (a regular file)");
        write("notes.txt", "no program");
        QCOMPARE(failureOf([&] { const BoundList list(recipeOf(m_folder->path(), 1)); }),
                 "script: folder: '" + none + "' has no file to run (executable ones, .py for python3, .sh for sh)");
    }

    void aProgramThatIsGoneIsAFailure() {
        write("a.sh", "echo 1\n");
        const BoundList list(recipeOf(m_folder->path(), 1));
        QVERIFY(QFile::remove(path("a.sh")));
        const std::string failure = failureOf([&] { list.workload->run(0, 1); });
        QVERIFY2(failure.starts_with("script: 'a.sh' for item 0"), failure.c_str());
    }

    void everyBackendTellsTheFailure_data() {
        QTest::addColumn<QString>("backend");
        for (const auto& backend : backends())
            QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }
    void everyBackendTellsTheFailure() {
        QFETCH(QString, backend);
        write("a.sh", "[ $1 != 2 ] || { echo two >&2; exit 1; }\n");
        const BoundList list(recipeOf(m_folder->path(), 4));
        for (const char* start : {"fork", "spawn"}) {
            const auto pool = findBackend(backend.toStdString())->start({.workers = 2, .start = start});
            QVERIFY2(pool, pool ? "" : pool.error().detail.c_str());
            const ListJob job{.kernel = *list.workload, .size = 4, .chunk = {}, .shared = &list.shared};
            const auto outcome = (*pool)->map(job);
            QVERIFY(!outcome);
            QVERIFY2(outcome.error().detail.find("'a.sh' for item 2 ended with exit code 1: two") != std::string::npos,
                     outcome.error().detail.c_str());
        }
    }

    /// Whatever signals the worker ignores, and whatever it has open.
    void everyProgramStartsAlike_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("start");
        QTest::newRow("serial") << "serial"
                                << "fork";
        QTest::newRow("threads") << "threads"
                                 << "fork";
        for (const char* backend : {"processes", "processes-pipe"})
            for (const char* start : {"fork", "spawn"})
                QTest::addRow("%s by %s", backend, start) << backend << start;
    }
    void everyProgramStartsAlike() {
        QFETCH(QString, backend);
        QFETCH(QString, start);
        // 32 and 33 are signals of the C library, which its posix_spawn leaves ignored.
        write("a.sh",
              "ls /proc/self/fd | wc -l\n"
              "signals() { echo $((0x$(sed -n \"s/^$1:.//p\" /proc/self/status) & 0x7fffffff)); }\n"
              "signals SigBlk\nsignals SigIgn\ncat\n");
        const BoundList list(recipeOf(m_folder->path(), 2));
        const auto pool = findBackend(backend.toStdString())->start({.workers = 2, .start = start.toStdString()});
        QVERIFY(pool);
        QVERIFY((*pool)->map({.kernel = *list.workload, .size = 2, .chunk = {}, .shared = &list.shared}));
        // 0, 1, 2 and the folder itself
        const std::uint64_t expected = hashOf("4\n0\n0\n");
        for (const Said& said : list.output<Said>())
            QCOMPARE(said.hash, expected);
    }

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& text) const { writeFile(path(name), text.toStdString()); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char** argv) {
    if (!startZygote(kernelFromRecipe)) return 1;
    QCoreApplication application(argc, argv);
    TestScript test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_script.moc"
