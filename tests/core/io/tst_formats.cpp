#include "core/experiment/codec.h"
#include "core/io/formats.h"
#include "tests/core/experiment/sample_events.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <iterator>
#include <locale>
#include <set>
#include <sstream>
#include <string>

using namespace breakeven;

namespace {

Trial trialOf(int id, const char* backend, ItemCount size, WorkerCount workers) {
    Trial trial;
    trial.id = id;
    trial.workload = "square";
    trial.params = {{"seconds", 0.5}, {"folder", std::string("=a;b")}};
    trial.backend = backend;
    trial.size = size;
    trial.workers = workers;
    trial.oversubscribed = workers > 2;
    if (trial.backend == "serial") return trial;
    trial.call = "map";
    trial.chunk = "auto";
    trial.pool = "cold";
    return trial;
}

/// Two sizes; serial, tbb and threads with eight samples each, a failed and a skipped trial.
std::vector<Event> handMadeRun() {
    RunStarted started;
    started.runId = "r-1";
    started.spec.name = "=name, \"quoted\"";
    started.spec.cases.resize(1);
    started.spec.cases[0].workload = "square";
    std::vector<Event> events{started};
    int id = 0;
    for (const ItemCount size : {ItemCount{10}, ItemCount{1'234'567}}) {
        for (const auto& trial :
             {trialOf(id, "serial", size, 1), trialOf(id + 1, "tbb", size, 2), trialOf(id + 2, "threads", size, 4)}) {
            events.push_back(TrialStarted{0, trial});
            for (int i = 0; i < 8; ++i) {
                Sample sample;
                sample.trial = trial.id;
                sample.launch = i / 4;
                sample.round = i % 4;
                sample.order = trial.id - id;
                sample.iterations = 1'000'000;
                sample.seconds = Seconds(0.25 * (i + 1) / trial.workers);
                if (trial.pool == "cold") sample.startup = Seconds(0.00025);
                sample.cpu = Seconds(0.125);
                sample.peakRss = ByteCount{5'000'000} + static_cast<ByteCount>(i);
                sample.verified = true;
                if (i == 2) sample.flags = {"migrated", "steal"};
                events.push_back(sample);
            }
        }
        id += 3;
    }
    events.push_back(TrialStarted{0, trialOf(id, "processes", 10, 2)});
    events.push_back(TrialFailed{id, 0, TrialStatus::Crashed, "signal 11"});
    events.push_back(TrialStarted{0, trialOf(id + 1, "processes", 20, 2)});
    events.push_back(RunFinished{"completed", Seconds(1)});
    return events;
}

/// The same run as a debug build would have recorded it.
std::vector<Event> debugBuildRun() {
    auto events = handMadeRun();
    std::get<RunStarted>(events.front()).environment.debugBuild = true;
    for (auto& event : events)
        if (auto* sample = std::get_if<Sample>(&event)) sample->flags.emplace_back(DebugBuildFlag);
    return events;
}

std::string written(const FormatEntry& format, const std::vector<Event>& events) {
    std::ostringstream out;
    return format.write(events, {}, out) ? out.str() : "failed";
}

/// Our own that hold the results themselves.
std::vector<FormatEntry> runFormats() {
    std::vector<FormatEntry> found;
    std::ranges::copy_if(formats(), std::back_inserter(found),
                         [](const FormatEntry& each) { return each.isRead() && each.isWritten(); });
    return found;
}

const FormatEntry& formatNamed(std::string_view id) {
    for (const auto& format : formats()) {
        if (format.info.id == id) return format;
    }
    qFatal("no such format");
}

QStringList linesOf(const std::string& text) {
    return QString::fromStdString(text).split('\n', Qt::SkipEmptyParts);
}

void save(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// A locale in which numbers are unreadable for other programs.
class CommaDecimals : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

}  // namespace

class TestFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void registryIsSound() {
        std::set<std::string> ids;
        std::set<std::string> suffixes;
        for (const auto& format : formats()) {
            QVERIFY(ids.insert(format.info.id).second);
            QVERIFY(!format.info.title.empty() && !format.info.description.empty());
            QVERIFY(format.isRead() || format.isWritten());
            if (!format.isWritten()) continue;
            const auto path = "/tmp/a" + format.suffix;
            QVERIFY(suffixes.insert(format.suffix).second);
            QCOMPARE((*formatFor(path))->info.id, format.info.id);
        }
        QCOMPARE(ids, (std::set<std::string>{"run", "summary-csv", "samples-csv", "seeds-csv", "google-benchmark",
                                             "hyperfine", "pyperf", "trace", "html", "md"}));
        const auto unknown = formatFor("out.xlsx");
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().detail,
                 std::string("out.xlsx: suffix is not known (.jsonl, .seeds.csv, .samples.csv, .csv, .trace.json, "
                             ".html, .md)"));
    }

    void everyFormatIsToldByItsFirstLineAlone() {
        for (const auto& format : runFormats()) {
            const auto first = linesOf(written(format, handMadeRun())).front().toStdString();
            for (const auto& other : runFormats())
                QCOMPARE(other.recognises(first), other.info.id == format.info.id);
        }
    }

    /// A summary has no room for the samples behind start-up, CPU time, memory, flags and paired ratios; all else
    /// stays.
    void writeReadWrite_data() {
        QTest::addColumn<QString>("id");
        for (const auto& format : runFormats())
            QTest::newRow(format.info.id.c_str()) << QString::fromStdString(format.info.id);
    }

    void writeReadWrite() {
        QFETCH(QString, id);
        const auto& format = formatNamed(id.toStdString());
        const auto first = written(format, handMadeRun());
        const auto read = format.read(first, "r-1" + format.suffix);
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QCOMPARE(read->warnings, std::vector<std::string>());
        QVERIFY(std::holds_alternative<RunStarted>(read->events.front()));
        const auto second = written(format, read->events);
        if (id == "summary-csv") {
            const auto again = format.read(second, "r-1" + format.suffix);
            QVERIFY(again);
            QCOMPARE(written(format, again->events), second);
            const auto before = linesOf(first);
            const auto after = linesOf(second);
            QCOMPARE(after.size(), before.size());
            for (qsizetype i = 0; i < before.size(); ++i) {
                // Everything up to items_per_s.
                QCOMPARE(after[i].section(',', 0, 18), before[i].section(',', 0, 18));
            }
        } else {
            QCOMPARE(second, first);
        }
    }

    void aDebugBuildIsNotForgotten_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"run", "samples-csv", "summary-csv"})
            QTest::newRow(id) << id;
    }

    void aDebugBuildIsNotForgotten() {
        QFETCH(QString, id);
        const auto& format = formatNamed(id.toStdString());
        const auto isDebug = [](const LoadedRun& run) {
            return std::get<RunStarted>(run.events.front()).environment.debugBuild;
        };
        const auto optimised = format.read(written(format, handMadeRun()), "r-1" + format.suffix);
        QVERIFY(optimised && !isDebug(*optimised));
        const auto read = format.read(written(format, debugBuildRun()), "r-1" + format.suffix);
        QVERIFY(read && isDebug(*read));
        const auto again = format.read(written(format, read->events), "r-1" + format.suffix);
        QVERIFY(again && isDebug(*again));
    }

    void whatWasReadMakesARunFile_data() { writeReadWrite_data(); }

    void whatWasReadMakesARunFile() {
        QFETCH(QString, id);
        const auto& format = formatNamed(id.toStdString());
        const auto read = format.read(written(format, handMadeRun()), "r-1" + format.suffix);
        QVERIFY(read);
        const auto text = written(formatNamed("run"), read->events);
        const auto again = readRunText(text, "again.jsonl");
        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QCOMPARE(again->warnings, std::vector<std::string>());
        QCOMPARE(written(format, again->events), written(format, read->events));
    }

    void summaryRows() {
        const auto lines = linesOf(written(formatNamed("summary-csv"), handMadeRun()));
        QCOMPARE(lines[0], QString("run_id,experiment,workload,params,backend,call,chunk,pool,size,workers,samples,"
                                   "median_s,ci_low_s,ci_high_s,min_s,mean_s,stddev_s,items_per_s,base,speedup,"
                                   "speedup_low,speedup_high,efficiency,self_speedup,startup_s,first_result_s,cpu_s,"
                                   "peak_rss_bytes,verified,status,flags"));
        QCOMPARE(lines.size(), qsizetype{9});
        const QString shared = "r-1,\"'=name, \"\"quoted\"\"\",square,folder==a\\;b;seconds=0.5,";
        QVERIFY2(lines[1].startsWith(shared + "serial,,,,10,1,8,1.125,0.25,2,0.25,1.125,0.61"), qPrintable(lines[1]));
        QVERIFY2(lines[1].endsWith(",,,,,,,,,0.125,5000007,yes,ok,migrated steal"), qPrintable(lines[1]));
        QVERIFY2(lines[2].startsWith(shared + "tbb,map,auto,cold,10,2,8,0.5625,"), qPrintable(lines[2]));
        // From the end, since the experiment's name has a comma of its own.
        const auto cells = lines[2].split(',').mid(lines[2].count(',') - 12);
        QCOMPARE(cells[0], QString("serial"));
        for (const int i : {1, 2, 3, 4})
            QCOMPARE(cells[i].toDouble(), i == 4 ? 1.0 : 2.0);
        QCOMPARE(cells.mid(5).join(','), QString(",0.00025,,0.125,5000007,yes,ok,migrated steal"));
        QVERIFY2(lines[3].endsWith(",migrated steal oversubscribed"), qPrintable(lines[3]));
        const auto crashed = lines.indexOf(shared + "processes,map,auto,cold,10,2,0,,,,,,,,,,,,,,,,,,,crashed,");
        const auto skipped = lines.indexOf(shared + "processes,map,auto,cold,20,2,0,,,,,,,,,,,,,,,,,,,skipped,");
        QVERIFY(crashed > 0 && skipped > crashed);  // rows stand by size
        for (const auto& line : lines.mid(2)) {
            QString rest = line;
            QCOMPARE(rest.replace("\"'=name, \"\"quoted\"\"\"", "").count(','), qsizetype{30});
        }
    }

    void sampleRows() {
        const auto lines = linesOf(written(formatNamed("samples-csv"), handMadeRun()));
        QCOMPARE(lines[0], QString("run_id,launch,round,order,workload,params,backend,call,chunk,pool,size,workers,"
                                   "iterations,seconds,startup_s,cpu_s,flags"));
        QCOMPARE(lines.size(), qsizetype{49});
        QCOMPARE(lines[1], QString("r-1,0,0,0,square,folder==a\\;b;seconds=0.5,serial,,,,10,1,1000000,0.25,,0.125,"));
        QCOMPARE(lines[11], QString("r-1,0,2,1,square,folder==a\\;b;seconds=0.5,tbb,map,auto,cold,10,2,1000000,0.375,"
                                    "0.00025,0.125,migrated steal"));
    }

    void seedRows() {
        const std::string expected =
            "list_length,type,time_taken\n"
            "10,serial,1.125\n"
            "10,tbb ×2,0.5625\n"
            "10,threads ×4,0.28125\n"
            "1234567,serial,1.125\n"
            "1234567,tbb ×2,0.5625\n"
            "1234567,threads ×4,0.28125\n";
        QCOMPARE(written(formatNamed("seeds-csv"), handMadeRun()), expected);
    }

    void tablesOfOthersAreRead() {
        const QTemporaryDir folder;
        const auto path = folder.filePath("x.csv");
        save(path,
             "\xEF\xBB\xBFlist_length,type,time_taken\r\n10,No Mutiproc,0.5\r\n10,Multiproc,0.25\r\nx,Multiproc,1\r\n");
        const auto run = readResults(path.toStdString());
        QVERIFY2(run, run ? "" : run.error().detail.c_str());
        QCOMPARE(run->warnings,
                 std::vector<std::string>{
                     "x.csv: line 4 is skipped: list_length: 'x' is not allowed (whole numbers from 1)"});
        const auto results = foldEvents(run->events);
        QCOMPARE(results.trials().size(), std::size_t{2});
        QCOMPARE(results.trials()[0].trial.backend, std::string("No Mutiproc"));
        QCOMPARE(results.trials()[1].samples[0].seconds.count(), 0.25);
        QCOMPARE(results.run().runId, std::string("x"));
    }

    void everyFormatSavesAndLoads() {
        const QTemporaryDir folder;
        for (const auto& format : runFormats()) {
            const auto path = folder.filePath(QString::fromStdString("a" + format.suffix)).toStdString();
            const auto saved = writeResults(handMadeRun(), path);
            QVERIFY2(saved, saved ? "" : saved.error().detail.c_str());
            const auto run = readResults(path);
            QVERIFY2(run, run ? "" : run.error().detail.c_str());
            QVERIFY(run->events.size() > 6);
        }
    }

    void otherFilesAreRefused_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray::fromHex("7f454c46020101000000ff00");
        QTest::newRow("text") << QByteArray("hello\nworld\n");
        QTest::newRow("another table") << QByteArray("a,b\n1,2\n");
        QTest::newRow("an experiment") << QByteArray("{\n  \"schema\": 1\n}\n");
        QTest::newRow("some JSON") << QByteArray(R"({"results": [1], "benchmarks": []})");
        QTest::newRow("one long line") << QByteArray(1'000'000, 'x');
    }

    void otherFilesAreRefused() {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        const auto path = folder.filePath("x.csv");
        save(path, content);
        const auto run = readResults(path.toStdString());
        QVERIFY(!run);
        QCOMPARE(run.error().code, ErrorCode::Unreadable);
        QCOMPARE(run.error().detail,
                 path.toStdString() +
                     std::string(": not a file of results (known formats: .jsonl, .seeds.csv, .samples.csv, .csv, "
                                 "Google Benchmark JSON, hyperfine JSON, pyperf JSON)"));
    }

    void resultsOfOtherProgramsAreToldApart_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("id");
        QTest::newRow("google") << QByteArray("{\n  \"context\": {},\n  \"benchmarks\": []\n}") << "google-benchmark";
        QTest::newRow("google, sorted keys")
            << QByteArray(R"({"benchmarks": [{"cpu_time": 1, "name": "a"}]})") << "google-benchmark";
        QTest::newRow("hyperfine") << QByteArray(R"({"results": [{"command": "sleep 1", "mean": 1.0}]})")
                                   << "hyperfine";
        QTest::newRow("pyperf") << QByteArray(R"({"benchmarks": [{"runs": []}], "metadata": {}, "version": "1.0"})")
                                << "pyperf";
        QTest::newRow("cut") << QByteArray(R"({"benchmarks": [{"metadata": {}, "runs": [{)") << "pyperf";
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF{\"results\": [{\"command\": \"a\"}]}") << "hyperfine";
        QTest::newRow("an experiment") << QByteArray::fromStdString(writeSpec(fullSpec())) << "";
        QTest::newRow("a timeline") << QByteArray(R"({"traceEvents": [{"name": "a"}]})") << "";
        QTest::newRow("an empty list") << QByteArray(R"({"results": []})") << "";
    }

    void resultsOfOtherProgramsAreToldApart() {
        QFETCH(QByteArray, content);
        QFETCH(QString, id);
        const auto* const format = formatOf(content.toStdString());
        QCOMPARE(format ? QString::fromStdString(format->info.id) : QString(), id);
    }

    void aTableWithoutRowsIsRefused() {
        for (const auto* id : {"summary-csv", "samples-csv", "seeds-csv"}) {
            const auto& format = formatNamed(id);
            const auto header = written(format, {handMadeRun().front()});
            const auto run = format.read(header, "x.csv");
            QVERIFY(!run);
            QCOMPARE(run.error().detail, std::string("x.csv: no usable row"));
        }
    }

    void localesChangeNothing() {
        std::vector<std::string> plain;
        for (const auto& format : runFormats())
            plain.push_back(written(format, handMadeRun()));
        const auto spec = writeSpec(fullSpec());
        const auto previous =
            std::locale::global(std::locale(std::locale::classic(), std::make_unique<CommaDecimals>().release()));
        std::vector<std::string> local;
        bool readable = parseSpec(spec).has_value();
        for (const auto& format : runFormats()) {
            local.push_back(written(format, handMadeRun()));
            const auto read = format.read(local.back(), "r-1" + format.suffix);
            readable = readable && read && read->warnings.empty();
        }
        const auto localSpec = writeSpec(fullSpec());
        std::locale::global(previous);
        QCOMPARE(local, plain);
        QCOMPARE(localSpec, spec);
        QVERIFY(readable);
    }
};

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
