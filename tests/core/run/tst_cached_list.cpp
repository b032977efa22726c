// Trials with a cache, on every way to execute a list.
#include "core/engine/processes/zygote.h"
#include "core/run/block_run.h"
#include "core/run/cached_list.h"

#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

using namespace breakeven;
namespace fs = std::filesystem;

namespace {

constexpr ItemCount Size = 24;

Trial trialOf(int id, const std::string& backend, const std::string& cache) {
    Trial trial;
    trial.id = id;
    trial.workload = "square";
    trial.backend = backend;
    trial.size = Size;
    if (backend == "serial") return trial;
    trial.call = "map";
    trial.chunk = "5";
    trial.pool = "warm";
    trial.workers = 2;
    trial.cache = cache;
    return trial;
}

BlockRequest requestOf(std::vector<Trial> trials) {
    BlockRequest request;
    request.trials = std::move(trials);
    return request;
}

template <class E>
std::vector<E> only(const std::vector<Event>& events, int trial) {
    std::vector<E> found;
    for (const auto& event : events)
        if (const auto* match = std::get_if<E>(&event); match != nullptr && match->trial == trial)
            found.push_back(*match);
    return found;
}

bool stored(const Sample& sample) {
    return std::ranges::count(sample.flags, CacheStoresFlag) > 0;
}

std::ptrdiff_t filesBelow(const fs::path& folder) {
    return std::count_if(fs::recursive_directory_iterator(folder), fs::recursive_directory_iterator(),
                         [](const auto& entry) { return entry.is_regular_file(); });
}

void everyBackend() {
    QTest::addColumn<QString>("backend");
    for (const auto& backend : backends())
        if (backend.info.id != "serial") QTest::newRow(backend.info.id.c_str()) << backend.info.id.c_str();
}

}  // namespace

class TestCachedList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void theFirstSampleStoresAndLaterOnesLookUp_data() { everyBackend(); }
    void theFirstSampleStoresAndLaterOnesLookUp() {
        QFETCH(QString, backend);
        for (const char* pool : {"warm", "cold"}) {
            const fs::path folder = m_folder / pool;
            const auto request = requestOf({trialOf(0, "serial", ""), trialOf(1, backend.toStdString(), folder)});
            auto trials = request.trials;
            trials[1].pool = pool;
            BlockRun block(requestOf(trials), findBackend);
            for (const int round : {0, 1, 2}) {
                const auto events = block.runRound(trials, round, round == 2);
                const auto failed = only<TrialFailed>(events, 1);
                QVERIFY2(failed.empty(), failed.empty() ? "" : failed[0].detail.c_str());
                const Sample sample = only<Sample>(events, 1).at(0);
                QCOMPARE(stored(sample), round == 0);
                if (round != 1) QCOMPARE(sample.verified, std::optional(true));
                QVERIFY(!stored(only<Sample>(events, 0).at(0)));
            }
            QCOMPARE(filesBelow(folder), static_cast<std::ptrdiff_t>(Size));

            BlockRun nextLaunch(requestOf(trials), findBackend);
            const auto sample = only<Sample>(nextLaunch.runRound(trials, 0, true), 1).at(0);
            QVERIFY(!stored(sample));
            QCOMPARE(sample.verified, std::optional(true));
        }
    }

    void trialsShareAFolderButNotParameters() {
        std::vector<Trial> trials = {trialOf(0, "serial", ""), trialOf(1, "threads", m_folder),
                                     trialOf(2, "processes", m_folder)};
        const auto storedOnce = [&](double maximum) {
            for (Trial& trial : trials) {
                trial.workload = "rows-in-range";
                trial.params = {{"minimum", 4.0}, {"maximum", maximum}};
            }
            BlockRun block(requestOf(trials), findBackend);
            const auto events = block.runRound(trials, 0, true);
            return stored(only<Sample>(events, 1).at(0)) + stored(only<Sample>(events, 2).at(0));
        };
        QCOMPARE(storedOnce(8), 1);
        QCOMPARE(storedOnce(8), 0);
        QCOMPARE(storedOnce(7), 1);
    }

    /// A plug-in that was built anew computes something else.
    void aChangedFileIsNotLookedUp() {
        const fs::path file = m_folder / "mine.so";
        fs::copy_file(qEnvironmentVariable("BREAKEVEN_TEST_PLUGIN").toStdString(), file);
        std::vector<Trial> trials = {trialOf(0, "serial", ""), trialOf(1, "threads", m_folder / "cache")};
        for (Trial& trial : trials) {
            trial.workload = "plugin";
            trial.params = {{"file", file.string()}};
        }
        const auto storedNow = [&] {
            BlockRun block(requestOf(trials), findBackend);
            return stored(only<Sample>(block.runRound(trials, 0, true), 1).at(0));
        };
        QVERIFY(storedNow());
        QVERIFY(!storedNow());
        std::ofstream(file, std::ios::app) << "a library of another build";
        QVERIFY(storedNow());
    }

    /// The size is no part of the key, so no item may depend on it.
    void aLongerListKnowsTheItemsOfAShorterOne_data() {
        QTest::addColumn<QString>("workload");
        for (const auto& workload : workloads())
            QTest::newRow(workload.info.id.c_str()) << workload.info.id.c_str();
    }
    void aLongerListKnowsTheItemsOfAShorterOne() {
        QFETCH(QString, workload);
        std::vector<Trial> trials = {trialOf(0, "serial", ""), trialOf(1, "threads", m_folder)};
        for (Trial& trial : trials) {
            trial.workload = workload.toStdString();
            for (const auto& param : findWorkload(trial.workload)->info.params)
                if (param.name == "seconds")
                    trial.params = {{param.name, 0.0}};
                else if (param.kind == ParamKind::File)
                    trial.params = {{param.name, qEnvironmentVariable("BREAKEVEN_TEST_PLUGIN").toStdString()}};
        }
        BlockRun(requestOf(trials), findBackend).runRound(trials, 0, true);
        for (Trial& trial : trials)
            trial.size = Size + 1;
        BlockRun block(requestOf(trials), findBackend);
        const auto sample = only<Sample>(block.runRound(trials, 0, true), 1).at(0);
        QVERIFY(stored(sample));
        QCOMPARE(sample.verified, std::optional(true));
        if (workload == "square") QCOMPARE(filesBelow(m_folder), static_cast<std::ptrdiff_t>(Size + 1));
    }

    void whatIsDeletedIsStoredAgain() {
        std::vector<Trial> trials = {trialOf(0, "serial", ""), trialOf(1, "threads", m_folder),
                                     trialOf(2, "threads", m_folder / "cold")};
        trials[2].pool = "cold";
        BlockRun block(requestOf(trials), findBackend);
        block.runRound(trials, 0, false);
        QVERIFY(!stored(only<Sample>(block.runRound(trials, 1, false), 1).at(0)));
        QVERIFY(DiskCache::open(m_folder)->clear());
        // Before a warm sample come untimed calls, which store: the sample itself looks up, as it says.
        QVERIFY(DiskCache::open(m_folder / "cold")->clear());
        const auto events = block.runRound(trials, 2, false);
        QVERIFY(!stored(only<Sample>(events, 1).at(0)));
        QVERIFY(stored(only<Sample>(events, 2).at(0)));
        QCOMPARE(filesBelow(m_folder / "breakeven-cache"), static_cast<std::ptrdiff_t>(Size));
    }

    /// An entry of another program's, whole but wrong, is found out as any wrong result.
    void aWrongEntryIsAWrongResult() {
        const std::vector<Trial> trials = {trialOf(0, "serial", ""), trialOf(1, "threads", m_folder)};
        BlockRun(requestOf(trials), findBackend).runRound(trials, 0, true);
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(m_folder))
            if (entry.is_regular_file()) files.push_back(entry.path());
        const auto keyOf = [](const fs::path& file) {
            const std::string text = file.parent_path().filename().string() + file.stem().string();
            return CacheKey{std::stoull(text.substr(0, 16), nullptr, 16), std::stoull(text.substr(16), nullptr, 16)};
        };
        auto cache = *DiskCache::open(m_folder);
        const std::string group = files[0].parent_path().parent_path().filename();
        QVERIFY(cache.store(group, keyOf(files[0]), *cache.lookup(group, keyOf(files[1]))));
        BlockRun block(requestOf(trials), findBackend);
        const auto failed = only<TrialFailed>(block.runRound(trials, 0, true), 1);
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].status, TrialStatus::WrongResult);
    }

    void whatCannotBeStoredFailsTheTrial_data() { everyBackend(); }
    void whatCannotBeStoredFailsTheTrial() {
        QFETCH(QString, backend);
        const std::vector<Trial> trials = {trialOf(0, "serial", ""), trialOf(1, backend.toStdString(), m_folder)};
        BlockRun(requestOf(trials), findBackend).runRound(trials, 0, true);
        for (const auto& group : fs::directory_iterator(m_folder / "breakeven-cache")) {
            fs::remove_all(group);
            std::ofstream(group.path()) << "in the way";
        }
        BlockRun block(requestOf(trials), findBackend);
        const auto events = block.runRound(trials, 0, true);
        const auto failed = only<TrialFailed>(events, 1);
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].status, TrialStatus::Failed);
        QVERIFY2(failed[0].detail.find("cache: ") != std::string::npos, failed[0].detail.c_str());
        QVERIFY2(failed[0].detail.find("Not a directory") != std::string::npos, failed[0].detail.c_str());
        QCOMPARE(only<Sample>(events, 0).size(), std::size_t{1});
    }

    void aFolderThatCannotBeFailsTheTrial() {
        std::ofstream(m_folder / "file") << "x";
        const std::vector<Trial> trials = {trialOf(0, "serial", ""), trialOf(1, "threads", m_folder / "file")};
        BlockRun block(requestOf(trials), findBackend);
        const auto failed = only<TrialFailed>(block.runRound(trials, 0, true), 1);
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].detail, "cache: " + (m_folder / "file").string() + ": Not a directory");
    }

    void aReductionIsRefused() {
        std::vector<Trial> trials = {trialOf(0, "serial", ""), trialOf(1, "threads", m_folder)};
        for (Trial& trial : trials) {
            trial.workload = "sum-of-squares";
            trial.call = "reduce";
        }
        BlockRun block(requestOf(trials), findBackend);
        const auto failed = only<TrialFailed>(block.runRound(trials, 0, true), 1);
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].status, TrialStatus::Refused);
        QVERIFY2(failed[0].detail.starts_with("cache: "), failed[0].detail.c_str());
    }

    void roomIsBlocksOrInodes() {
        struct statvfs disk {};
        disk.f_bavail = 100;
        QCOMPARE(roomForFiles(disk), std::uint64_t{100});  // inodes are not counted
        disk.f_files = 50;
        disk.f_favail = 10;
        QCOMPARE(roomForFiles(disk), std::uint64_t{10});
        disk.f_favail = 1000;
        QCOMPARE(roomForFiles(disk), std::uint64_t{100});
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

int main(int argc, char** argv) {
    if (!startZygote(listKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestCachedList test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cached_list.moc"
