#include "core/io/formats.h"
#include "core/io/spans_file.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>

using namespace breakeven;

namespace {

using Json = nlohmann::json;
using std::chrono::nanoseconds;

Trial trialOf(int id, const char* backend) {
    Trial trial;
    trial.id = id;
    trial.workload = "square";
    trial.backend = backend;
    trial.call = "map";
    trial.pool = "warm";
    trial.size = 100;
    trial.workers = 2;
    return trial;
}

PassSpans workersAndCaller() {
    PassSpans pass{.trial = 1, .launch = 0, .wall = Seconds(2e-6), .workers = {}, .caller = {}};
    pass.workers = {{{SpanKind::Transport, nanoseconds(100), nanoseconds(50), 0, 4},
                     {SpanKind::Compute, nanoseconds(150), nanoseconds(1001), 0, 4}},
                    {{SpanKind::Compute, nanoseconds(0), nanoseconds(2000), 4, 6}}};
    pass.caller = {{SpanKind::Combine, nanoseconds(1900), nanoseconds(100), 0, 2}};
    return pass;
}

PassSpans cutPass() {
    PassSpans pass{.trial = 2, .launch = 0, .wall = Seconds(1), .workers = {}, .caller = {}};
    pass.workers = {{{SpanKind::Compute, nanoseconds(10), nanoseconds(10), 0, 1}}};
    pass.dropped = 12;
    return pass;
}

std::vector<Event> runOf(const std::string& spansFile) {
    RunStarted started;
    started.runId = "r-1";
    started.environment.facts = {{"cpu.model", "Processor", "Large one"}};
    started.spec.cases.resize(1);
    started.spec.cases[0].workload = "square";
    std::vector<Event> events{started, TrialStarted{0, trialOf(1, "threads")}, TrialStarted{0, trialOf(2, "tbb")}};
    for (const PassSpans& pass : {workersAndCaller(), cutPass()})
        events.emplace_back(
            TrialProfiled{.trial = pass.trial, .launch = pass.launch, .wall = pass.wall, .workers = {}});
    if (!spansFile.empty()) events.emplace_back(TraceWritten{spansFile});
    return events;
}

const FormatEntry& trace() {
    return **formatFor("x.trace.json");
}

std::vector<Json> eventsOf(const Json& written, const char* phase) {
    std::vector<Json> found;
    for (const Json& event : written.at("traceEvents"))
        if (event.at("ph") == phase) found.push_back(event);
    return found;
}

}  // namespace

class TestTraceFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        std::ofstream file(m_folder->filePath("run.spans").toStdString());
        for (const PassSpans& pass : {workersAndCaller(), cutPass()})
            file << writeSpans(pass) << '\n';
    }

    /// What a viewer relies on: known names, times that are none below 0, lanes without overlap, ids of one kind.
    void isWhatViewersRead() {
        const Json json = written();
        QCOMPARE(json.at("displayTimeUnit").get<std::string>(), std::string("ns"));
        QCOMPARE(json.at("otherData").at("run_id").get<std::string>(), std::string("r-1"));
        const Json& facts = json.at("otherData").at("environment").at("facts");
        QCOMPARE(facts.at(0).at("value").get<std::string>(), std::string("Large one"));
        std::map<std::pair<int, int>, double> free;
        std::set<int> processes;
        std::set<int> threads;
        for (const Json& span : eventsOf(json, "X")) {
            const auto name = span.at("name").get<std::string>();
            QVERIFY2(name == "compute" || name == "transport" || name == "combine" || name == "wait", name.c_str());
            QCOMPARE(span.at("cat").get<std::string>(), name);
            QCOMPARE(span.contains("args"), name != "wait");
            const auto begin = span.at("ts").get<double>();
            const auto duration = span.at("dur").get<double>();
            const int process = span.at("pid").get<int>();
            const int thread = span.at("tid").get<int>();
            QVERIFY(begin >= 0 && duration > 0);
            double& end = free[{process, thread}];
            QVERIFY(begin >= end - 1e-9);
            end = begin + duration;
            processes.insert(process);
            threads.insert(thread);
        }
        QCOMPARE(processes.size(), std::size_t{2});
        QCOMPARE(threads.size(), std::size_t{4});
        for (const int process : processes)
            QVERIFY(process > 0 && !threads.contains(process));
    }

    void namesProcessesAndThreads() {
        std::map<std::string, std::set<std::string>> names;
        for (const Json& event : eventsOf(written(), "M"))
            for (const auto& [key, value] : event.at("args").items())
                names[event.at("name").get<std::string>()].insert(value.is_string() ? value.get<std::string>() : "");
        QCOMPARE(names["process_name"], (std::set<std::string>{"square, size 100: threads", "square, size 100: tbb"}));
        QCOMPARE(names["thread_name"], (std::set<std::string>{"caller", "worker 1", "worker 2"}));
        QCOMPARE(names["process_labels"], (std::set<std::string>{"the last 12 spans were not kept"}));
    }

    /// The worker's whole pass is accounted for, in microseconds to the nanosecond.
    void whatIsNoChunkIsWaiting() {
        const Json json = written();
        int first = 0;
        for (const Json& event : eventsOf(json, "M"))
            if (first == 0 && event.at("args").value("name", Json()) == "worker 1") first = event.at("tid").get<int>();
        std::vector<std::string> lane;
        for (const Json& span : eventsOf(json, "X"))
            if (span.at("tid") == first)
                lane.push_back(span.at("name").get<std::string>() + ' ' + span.at("ts").dump() + ' ' +
                               span.at("dur").dump());
        QCOMPARE(lane, (std::vector<std::string>{"wait 0.0 0.1", "transport 0.1 0.05", "compute 0.15 1.001",
                                                 "wait 1.151 0.849"}));
        for (const Json& span : eventsOf(json, "X"))
            if (span.at("name") == "combine") QCOMPARE(span.at("args"), Json({{"first_item", 0}, {"items", 2}}));
    }

    /// Where spans were dropped, nobody knows that the worker waited.
    void doesNotCallWhatWasDroppedWaiting() {
        int waits = 0;
        for (const Json& span : eventsOf(written(), "X"))
            if (span.at("name") == "wait" && span.at("dur") > 2.0) ++waits;
        QCOMPARE(waits, 0);
    }

    void warningsOfTheSpansAreKept() {
        QVERIFY(written().at("otherData").at("warnings").empty());
        std::ofstream(m_folder->filePath("run.spans").toStdString(), std::ios::app) << "{";
        const std::string cut = "run.spans: the last line is cut; 2 passes kept";
        QCOMPARE(written().at("otherData").at("warnings"), Json({cut}));
        std::ostringstream out;
        std::vector<std::string> told;
        const auto tell = [&](const std::string& warning) { told.push_back(warning); };
        QVERIFY(trace().write(runOf("run.spans"), {.folder = folder(), .warn = tell}, out));
        QCOMPARE(told, std::vector<std::string>{cut});
    }

    /// Same trials, other times.
    void anotherRunsPassesAreLeftOut() {
        const auto spans = eventsOf(written(), "X");
        PassSpans other = workersAndCaller();
        other.wall *= 2;
        std::ofstream(m_folder->filePath("run.spans").toStdString(), std::ios::app) << writeSpans(other) << '\n';
        const Json json = written();
        QCOMPARE(eventsOf(json, "X"), spans);
        QCOMPARE(json.at("otherData").at("warnings"),
                 Json({"run.spans: it holds passes of another run, which were left out"}));

        std::ofstream(m_folder->filePath("run.spans").toStdString()) << writeSpans(other) << '\n';
        std::ostringstream out;
        const auto result = trace().write(runOf("run.spans"), {.folder = folder()}, out);
        QVERIFY(!result);
        QCOMPARE(result.error().detail, std::string("run.spans: it holds no whole pass of this run (run.spans: it "
                                                    "holds passes of another run, which were left out)"));
    }

    void aRunWithoutATimelineIsRefused() {
        std::ostringstream out;
        const auto result = trace().write(runOf({}), {.folder = folder()}, out);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QVERIFY2(result.error().detail.starts_with("the run has no timeline ("), result.error().detail.c_str());
    }

    void aTimelineThatIsGoneIsSaid() {
        std::ostringstream out;
        const auto result = trace().write(runOf("gone.spans"), {.folder = folder()}, out);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unreadable);
        QVERIFY2(result.error().detail.starts_with((folder() / "gone.spans").string() + ": "),
                 result.error().detail.c_str());
    }

private:
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    Json written() const {
        std::ostringstream out;
        const auto result = trace().write(runOf("run.spans"), {.folder = folder()}, out);
        return result ? Json::parse(out.str(), nullptr, false) : Json();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTraceFormat)
#include "tst_trace_format.moc"
