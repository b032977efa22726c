// Every call on every backend, from the command line to the table.
#include "core/base/calls.h"
#include "core/engine/worker_pool.h"
#include "core/io/formats.h"
#include "tests/app/cli_process.h"

#include <QtTest>

#include <set>

using namespace breakeven;

namespace {

/// Quick: one sample of each trial.
CliResult runOnce(const QStringList& arguments, const QString& file) {
    return runCli(QStringList{"run", "--samples", "1:1", "--launches", "1", "--progress", "never", "--out", file} +
                  arguments);
}

QString wordsOf(const std::set<std::string>& words) {
    QStringList list;
    for (const auto& word : words)
        list << QString::fromStdString(word);
    return list.join(',');
}

}  // namespace

class TestRunCalls : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Results resultsOf(const QString& file) const {
        const auto run = readResults(file.toStdString());
        return run ? foldEvents(run->events) : Results{};
    }

private Q_SLOTS:
    void everyCallRunsOnEveryBackend() {
        std::set<std::string> ids;
        for (const auto& backend : backends())
            ids.insert(backend.info.id);
        std::set<std::string> words;
        for (const auto& entry : calls())
            words.insert(entry.info.id);
        const QString file = m_folder.filePath("all.jsonl");
        const CliResult run = runOnce({"--workload", "primes", "--sizes", "50", "--call", wordsOf(words), "--backends",
                                       wordsOf(ids), "--chunk", "auto,7", "--workers", "2"},
                                      file);
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.status, 0);
        const Results results = resultsOf(file);
        std::set<std::pair<std::string, std::string>> seen;
        for (const auto& result : results.trials()) {
            const auto name = result.trial.backend + " " + result.trial.call + " " + result.trial.chunk;
            QVERIFY2(result.status == TrialStatus::Ok && result.verified == true, name.c_str());
            QCOMPARE(result.samples.size(), std::size_t{1});
            const bool streams = result.trial.call.starts_with("imap");
            const Sample& sample = result.samples.front();
            QVERIFY2(sample.firstResult.has_value() == streams, name.c_str());
            if (streams) QVERIFY2(*sample.firstResult <= sample.seconds, name.c_str());
            seen.emplace(result.trial.backend, result.trial.call);
        }
        // serial has its loop and its fold
        QCOMPARE(seen.size(), (ids.size() - 1) * words.size() + 2);
    }

    void coldCallsCountTheStartInTheirFirstResult() {
        const QString file = m_folder.filePath("cold.jsonl");
        const CliResult run = runOnce({"--workload", "square", "--sizes", "50", "--call", "imap", "--pool", "cold",
                                       "--backends", "threads,processes", "--workers", "2"},
                                      file);
        QCOMPARE(run.status, 0);
        int cold = 0;
        const Results results = resultsOf(file);
        for (const auto& result : results.trials()) {
            if (result.trial.backend == "serial") continue;
            const Sample& sample = result.samples.at(0);
            QVERIFY(sample.startup && sample.firstResult);
            QVERIFY(*sample.startup < *sample.firstResult && *sample.firstResult <= sample.seconds);
            ++cold;
        }
        QCOMPARE(cold, 2);
    }

    void limitsAreSeriesOfTheirOwn() {
        const QString file = m_folder.filePath("limits.jsonl");
        const CliResult run = runOnce({"--workload", "square", "--sizes", "50", "--call", "imap", "--in-flight",
                                       "all,1,2*n_jobs", "--backends", "threads", "--workers", "2"},
                                      file);
        QCOMPARE(run.status, 0);
        for (const char* label : {"threads in flight 1 ", "threads in flight 2*n_jobs ", "threads  "})
            QVERIFY2(run.out.contains(label), run.out.constData());
    }

    void aBadLimitIsFoundFirst() {
        const QString file = m_folder.filePath("bad.jsonl");
        const CliResult run =
            runOnce({"--workload", "square", "--sizes", "5", "--in-flight", "n_jobs-2", "--workers", "2"}, file);
        QCOMPARE(run.status, 2);
        QCOMPARE(run.err,
                 QByteArray("breakeven-cli: in_flight: 'n_jobs-2' is not allowed (results from 1; this is less "
                            "with 2 workers)\n"));
        QVERIFY(!QFile::exists(file));
    }
};

QTEST_GUILESS_MAIN(TestRunCalls)
#include "tst_run_calls.moc"
