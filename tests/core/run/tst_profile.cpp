// Profiled passes of every backend, in workers of every kind.
#include "core/base/numbers.h"
#include "core/engine/processes/zygote.h"
#include "core/io/spans_file.h"
#include "core/peers/peers.h"
#include "core/run/block_run.h"
#include "core/run/cached_list.h"
#include "tests/support/events_of.h"

#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>

using namespace breakeven;

namespace {

constexpr ItemCount Size = 2000;

Trial trialOf(int id, const std::string& backend, const std::string& call = "map", const std::string& pool = "warm") {
    Trial trial;
    trial.id = id;
    trial.workload = "identity";
    trial.backend = backend;
    trial.size = Size;
    if (backend == "serial") return trial;
    trial.call = call;
    trial.chunk = "100";
    trial.pool = pool;
    trial.workers = 2;
    return trial;
}

BlockRequest requestOf(std::vector<Trial> trials, int profiles, const std::string& spansFile = {}) {
    BlockRequest request;
    request.trials = std::move(trials);
    request.profiles = profiles;
    request.spansFile = spansFile;
    return request;
}

/// A block of which one round was measured.
std::unique_ptr<BlockRun> measured(const BlockRequest& request) {
    auto block = std::make_unique<BlockRun>(request, findBackendOrPeer);
    for (const auto& failed : only<TrialFailed>(block->runRound(request.trials, 0, true)))
        qWarning("trial %d: %s", failed.trial, failed.detail.c_str());
    return block;
}

/// Empty: as it must be.
QString faultOf(const TrialProfiled& pass, const BackendInfo& backend) {
    const QString workers = QString::number(pass.workers.size());
    if (pass.wall <= Seconds(0)) return "no time has passed";
    if (pass.workers.empty() || pass.workers.size() > 2) return workers + " workers";
    std::size_t chunks = 0;
    for (const WorkerProfile& worker : pass.workers) {
        chunks += worker.chunks;
        if (worker.chunks == 0) return "a worker without a chunk";
        if (worker.begin < Seconds(0) || worker.begin > worker.end || worker.end > pass.wall)
            return "a worker beyond the pass";
        constexpr Seconds Rounding{1e-9};
        if (worker.compute <= Seconds(0) || worker.compute + worker.transport > worker.end - worker.begin + Rounding)
            return "a worker that did more than its time allows";
        if (backend.copiesItems != (worker.transport > Seconds(0))) return "transport";
    }
    if (chunks < Size / 100 && backend.id != "auto") return QString("only %1 chunks").arg(chunks);
    return {};
}

/// Empty: every item lies in exactly one compute span, and no lane's spans overlap.
QString faultOf(const PassSpans& pass) {
    std::vector<int> seen(Size, 0);
    for (const auto& worker : pass.workers) {
        std::chrono::nanoseconds free{0};
        for (const ChunkSpan& span : worker) {
            if (span.begin < free) return "spans overlap";
            free = span.begin + span.duration;
            if (span.kind != SpanKind::Compute) continue;
            for (ItemCount item = span.item; item < span.item + span.items; ++item)
                ++seen.at(item);
        }
        if (free > pass.wall + std::chrono::nanoseconds(1)) return "a span beyond the pass";
    }
    return std::ranges::all_of(seen, [](int count) { return count == 1; }) ? QString() : "items are missing";
}

}  // namespace

class TestProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_spans = m_folder->filePath("run.spans").toStdString();
    }

    void everyBackendShowsWhatItsWorkersDo_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("pool");
        for (const Backend& backend : backends()) {
            if (backend.info.id == "serial") continue;
            const auto row = [&](const char* call, const char* pool) {
                QTest::addRow("%s %s %s", backend.info.id.c_str(), call, pool)
                    << QString::fromStdString(backend.info.id) << call << pool;
            };
            for (const char* pool : {"warm", "cold", "after-idle"})
                row("map", pool);
            for (const char* call : {"apply", "map-async", "imap", "imap-unordered"})
                row(call, "warm");
        }
    }
    void everyBackendShowsWhatItsWorkersDo() {
        QFETCH(QString, backend);
        QFETCH(QString, call);
        QFETCH(QString, pool);
        const auto request =
            requestOf({trialOf(0, "serial"), trialOf(1, backend.toStdString(), call.toStdString(), pool.toStdString())},
                      2, m_spans);
        const auto block = measured(request);
        const auto events = block->profile(request);
        for (const auto& note : only<Note>(events))
            QFAIL(note.text.c_str());
        const auto passes = only<TrialProfiled>(events);
        QCOMPARE(passes.size(), std::size_t{2});
        for (const TrialProfiled& pass : passes) {
            QCOMPARE(pass.trial, 1);
            QCOMPARE(pass.listBytes, ByteCount{2 * 8 * Size});
            QCOMPARE(faultOf(pass, findBackend(backend.toStdString())->info), QString());
        }
        const auto spans = readSpans(m_spans);
        QVERIFY2(spans, spans ? "" : spans.error().detail.c_str());
        QVERIFY(spans->warnings.empty());
        QCOMPARE(spans->passes.size(), std::size_t{1});
        const PassSpans& last = spans->passes[0];
        QCOMPARE(last.trial, 1);
        QCOMPARE(last.dropped, std::uint64_t{0});
        QCOMPARE(last.wall, passes[1].wall);
        QCOMPARE(last.workers.size(), passes[1].workers.size());
        QCOMPARE(faultOf(last), QString());
        const bool copies = findBackend(backend.toStdString())->info.copiesItems;
        QCOMPARE(last.caller.empty(), !copies);  // it packs what the workers unpack
    }

    void aReductionIsFoldedAndCombined_data() {
        QTest::addColumn<QString>("backend");
        for (const Backend& backend : backends())
            if (backend.info.id != "serial")
                QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }
    void aReductionIsFoldedAndCombined() {
        QFETCH(QString, backend);
        std::vector<Trial> trials = {trialOf(0, "serial"), trialOf(1, backend.toStdString())};
        for (Trial& trial : trials) {
            trial.workload = "sum-of-squares";
            trial.call = "reduce";
        }
        const auto request = requestOf(trials, 1, m_spans);
        const auto events = measured(request)->profile(request);
        const auto passes = only<TrialProfiled>(events);
        QCOMPARE(passes.size(), std::size_t{1});
        QCOMPARE(faultOf(passes[0], findBackend(backend.toStdString())->info), QString());
        const auto spans = readSpans(m_spans);
        QVERIFY(spans && spans->passes.size() == 1);
        QCOMPARE(faultOf(spans->passes[0]), QString());
        QVERIFY(!spans->passes[0].caller.empty());
        QVERIFY(spans->passes[0].caller.back().kind == SpanKind::Combine);
        QCOMPARE(spans->passes[0].caller.back().items, ItemCount{Size / 100});
    }

    /// Workers that wait in their items take as long as they say.
    void computeIsTheTimeOfTheItems() {
        std::vector<Trial> trials = {trialOf(0, "serial"), trialOf(1, "threads")};
        for (Trial& trial : trials) {
            trial.workload = "sleep-square";
            trial.params = {{"seconds", 0.02}};
            trial.size = 4;
            trial.chunk = "1";
        }
        const auto request = requestOf(trials, 1);
        const auto passes = only<TrialProfiled>(measured(request)->profile(request));
        QCOMPARE(passes.size(), std::size_t{1});
        QCOMPARE(passes[0].workers.size(), std::size_t{2});
        for (const WorkerProfile& worker : passes[0].workers) {
            QVERIFY(worker.compute >= Seconds(0.02) * static_cast<double>(worker.chunks));
            QVERIFY(worker.compute <= passes[0].wall);
        }
        QVERIFY(!std::filesystem::exists(m_spans));
    }

    void profilesOnlyWhatRunsOurKernelsInParallel() {
        std::vector<Trial> trials = {trialOf(0, "serial"), trialOf(1, "threads"), trialOf(2, "threads"),
                                     trialOf(3, "python-multiprocessing"), trialOf(4, "threads", "mapp")};
        trials[2].cache = m_folder->filePath("cache").toStdString();
        for (Trial& trial : trials)
            trial.workload = "square";
        const auto request = requestOf(trials, 2);
        BlockRun block(request, findBackendOrPeer);
        QVERIFY(block.profile(request).empty());  // nothing was measured yet
        block.runRound(trials, 0, true);
        const auto events = block.profile(request);
        QVERIFY(only<Note>(events).empty());
        const auto passes = only<TrialProfiled>(events);
        QCOMPARE(passes.size(), std::size_t{2});
        for (const TrialProfiled& pass : passes)
            QCOMPARE(pass.trial, 1);
    }

    /// Neither the samples nor their setting change; the time is part of the set-up.
    void leavesTheSamplesAlone() {
        const auto request = requestOf({trialOf(0, "serial"), trialOf(1, "processes")}, 3);
        const auto block = measured(request);
        const Seconds before = block->measured();
        const Seconds setup = block->setup();
        QCOMPARE(only<TrialProfiled>(block->profile(request)).size(), std::size_t{3});
        QCOMPARE(block->measured(), before);
        QVERIFY(block->setup() > setup);
        const auto samples = only<Sample>(block->runRound(request.trials, 1, true));
        QCOMPARE(samples.size(), std::size_t{2});
        for (const Sample& sample : samples)
            QCOMPARE(sample.verified, std::optional(true));
    }

    void eachTrialAddsItsTimeline() {
        const auto request = requestOf({trialOf(0, "serial"), trialOf(1, "threads"), trialOf(2, "processes"),
                                        trialOf(3, "processes-pipe", "imap-unordered")},
                                       1, m_spans);
        measured(request)->profile(request);
        const auto spans = readSpans(m_spans);
        QVERIFY(spans);
        std::vector<int> trials;
        for (const PassSpans& pass : spans->passes)
            trials.push_back(pass.trial);
        std::ranges::sort(trials);
        QCOMPARE(trials, (std::vector{1, 2, 3}));
    }

    void aTimelineThatCannotBeWrittenIsSaid_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("why");
        QTest::newRow("no such folder") << "none/run.spans"
                                        << "No such file or directory";
        QTest::newRow("a large one") << "large.spans"
                                     << QString::fromStdString("it would be larger than " + formatBytes(256e6));
    }
    void aTimelineThatCannotBeWrittenIsSaid() {
        QFETCH(QString, file);
        QFETCH(QString, why);
        const QString path = m_folder->filePath(file);
        const QString large = m_folder->filePath("large.spans");
        std::ofstream(large.toStdString()) << '\n';
        std::filesystem::resize_file(large.toStdString(), 256'000'000);  // a hole
        const auto request = requestOf({trialOf(0, "serial"), trialOf(1, "threads")}, 1, path.toStdString());
        const auto events = measured(request)->profile(request);
        QCOMPARE(only<TrialProfiled>(events).size(), std::size_t{1});
        const auto notes = only<Note>(events);
        QCOMPARE(notes.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(notes[0].text),
                 "profile of trial 1: " + path + ": the timeline cannot be written: " + why);
        QCOMPARE(std::filesystem::file_size(large.toStdString()), std::uintmax_t{256'000'000});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_spans;
};

int main(int argc, char** argv) {
    if (!startZygote(listKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestProfile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_profile.moc"
