#include "core/experiment/codec.h"
#include "core/experiment/codec_reference.h"
#include "core/experiment/json_fields.h"
#include "core/experiment/results.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace breakeven {

namespace {

OrderedJson eventNamed(const char* name) {
    return {{"event", name}};
}

OrderedJson jsonOf(const RunStarted& event) {
    auto json = eventNamed("run-started");
    json["schema"] = SchemaVersion;
    json["run_id"] = event.runId;
    json["started_at"] = event.startedAt;
    json["version"] = event.version;
    json["seed"] = event.spec.seed;
    json["spec"] = jsonOf(event.spec);
    json["environment"] = jsonOf(event.environment);
    return json;
}

OrderedJson jsonOf(const TrialStarted& event) {
    auto json = eventNamed("trial-started");
    json["trial"] = event.trial.id;
    json["launch"] = event.launch;
    putTrial(json, event.trial);
    return json;
}

OrderedJson jsonOf(const Sample& event) {
    auto json = eventNamed("sample");
    json["trial"] = event.trial;
    json["launch"] = event.launch;
    json["round"] = event.round;
    json["order"] = event.order;
    json["iterations"] = event.iterations;
    json["seconds"] = event.seconds.count();
    putOptional(json, "startup_s", event.startup);
    putOptional(json, "first_result_s", event.firstResult);
    putOptional(json, "cpu_s", event.cpu);
    putOptional(json, "delayed_s", event.delayed);
    putOptional(json, "waits", event.waits);
    putOptional(json, "peak_rss_bytes", event.peakRss);
    putOptional(json, "verified", event.verified);
    if (!event.flags.empty()) json["flags"] = event.flags;
    return json;
}

OrderedJson jsonOf(const TrialFinished& event) {
    auto json = eventNamed("trial-finished");
    json["trial"] = event.trial;
    return json;
}

OrderedJson jsonOf(const TrialFailed& event) {
    auto json = eventNamed("trial-failed");
    json["trial"] = event.trial;
    json["launch"] = event.launch;
    json["status"] = statusWord(event.status);
    json["detail"] = event.detail;
    return json;
}

OrderedJson jsonOf(const TraceWritten& event) {
    auto json = eventNamed("trace");
    json["file"] = event.file;
    return json;
}

OrderedJson jsonOf(const SummaryRead& event) {
    const Summary& summary = event.summary;
    auto json = eventNamed("summary");
    json["trial"] = event.trial;
    json["samples"] = summary.count;
    json["median_s"] = summary.median.count();
    if (summary.interval) {
        json["ci_low_s"] = summary.interval->low.count();
        json["ci_high_s"] = summary.interval->high.count();
    }
    json["min_s"] = summary.minimum.count();
    json["max_s"] = summary.maximum.count();
    json["mean_s"] = summary.mean.count();
    json["stddev_s"] = summary.stddev.count();
    putOptional(json, "verified", event.verified);
    return json;
}

OrderedJson jsonOf(const Note& event) {
    auto json = eventNamed("note");
    json["text"] = event.text;
    return json;
}

OrderedJson jsonOf(const BlockFinished& event) {
    auto json = eventNamed("block-finished");
    json["block"] = event.block;
    json["launch"] = event.launch;
    json["rounds"] = event.rounds;
    json["setup_s"] = event.setup.count();
    json["measured_s"] = event.measured.count();
    json["quiesced_s"] = event.quiesced.count();
    json["elapsed_s"] = event.elapsed.count();
    return json;
}

OrderedJson jsonOf(const RunFinished& event) {
    auto json = eventNamed("run-finished");
    json["reason"] = event.reason;
    json["elapsed_s"] = event.elapsed.count();
    return json;
}

Environment takeEnvironment(const Json& json, Fields& outer) {
    Environment environment;
    Fields fields(json, "environment");
    fields.need("usable_cpus", environment.usableCpus);
    fields.take("usable_cpus_reason", environment.usableCpusReason);
    fields.take("physical_cores", environment.physicalCores);
    fields.take("debug_build", environment.debugBuild);
    if (const Json* facts = fields.list("facts")) {
        for (const auto& item : *facts) {
            auto& fact = environment.facts.emplace_back();
            Fields factFields(item, "fact");
            factFields.need("id", fact.id);
            factFields.need("title", fact.title);
            factFields.take("value", fact.value);
            if (!factFields.result()) fields.fail("facts", "not usable");
        }
    }
    if (!fields.result()) outer.fail("environment", fields.result().error().detail);
    return environment;
}

Result<Event> readRunStarted(const Json& json) {
    Fields fields(json, "run-started");
    int schema = 0;
    fields.need("schema", schema);
    BREAKEVEN_CHECK(fields.result());
    if (schema != SchemaVersion) {
        return Error{ErrorCode::InvalidInput, "run-started.schema: " + std::to_string(schema) + " is " +
                                                  (schema > SchemaVersion ? "newer than" : "not one that") +
                                                  " this version reads (" + std::to_string(SchemaVersion) + ")"};
    }
    RunStarted event;
    fields.need("run_id", event.runId);
    fields.take("started_at", event.startedAt);
    fields.take("version", event.version);
    if (!json.contains("spec")) fields.fail("spec", "missing");
    if (!json.contains("environment")) fields.fail("environment", "missing");
    BREAKEVEN_CHECK(fields.result());
    BREAKEVEN_TRY(event.spec, specFromJson(json["spec"]));
    event.environment = takeEnvironment(json["environment"], fields);
    BREAKEVEN_CHECK(fields.result());
    return Event(std::move(event));
}

void takeFields(Fields& fields, TrialStarted& event) {
    fields.need("trial", event.trial.id);
    fields.take("launch", event.launch);
    takeTrial(fields, event.trial);
}

void takeFields(Fields& fields, Sample& event) {
    fields.need("trial", event.trial);
    fields.take("launch", event.launch);
    fields.take("round", event.round);
    fields.take("order", event.order);
    fields.take("iterations", event.iterations);
    if (event.iterations < 1) fields.fail("iterations", "below 1");
    fields.need("seconds", event.seconds);
    fields.take("startup_s", event.startup);
    fields.take("first_result_s", event.firstResult);
    fields.take("cpu_s", event.cpu);
    fields.take("delayed_s", event.delayed);
    fields.take("waits", event.waits);
    if (event.waits.value_or(0) < 0) fields.fail("waits", "not usable");
    fields.take("peak_rss_bytes", event.peakRss);
    fields.take("verified", event.verified);
    fields.take("flags", event.flags);
}

void takeFields(Fields& fields, TrialFinished& event) {
    fields.need("trial", event.trial);
}

void takeFields(Fields& fields, TrialFailed& event) {
    fields.need("trial", event.trial);
    fields.take("launch", event.launch);
    std::string word;
    fields.need("status", word);
    const auto status = statusFromWord(word);
    if (!status || *status == TrialStatus::Ok) fields.fail("status", "not known");
    event.status = status.value_or(TrialStatus::Failed);
    fields.take("detail", event.detail);
}

void takeFields(Fields& fields, TraceWritten& event) {
    fields.need("file", event.file);
}

void takeFields(Fields& fields, SummaryRead& event) {
    Summary& summary = event.summary;
    fields.need("trial", event.trial);
    fields.need("samples", summary.count);
    if (summary.count < 1) fields.fail("samples", "below 1");
    fields.need("median_s", summary.median);
    std::optional<Seconds> low;
    std::optional<Seconds> high;
    fields.take("ci_low_s", low);
    fields.take("ci_high_s", high);
    if (low && high) summary.interval = {*low, *high};
    fields.take("min_s", summary.minimum);
    fields.take("max_s", summary.maximum);
    fields.take("mean_s", summary.mean);
    fields.take("stddev_s", summary.stddev);
    fields.take("verified", event.verified);
}

void takeFields(Fields& fields, Note& event) {
    fields.need("text", event.text);
}

void takeFields(Fields& fields, BlockFinished& event) {
    fields.need("block", event.block);
    fields.take("launch", event.launch);
    fields.take("rounds", event.rounds);
    fields.take("setup_s", event.setup);
    fields.take("measured_s", event.measured);
    fields.take("quiesced_s", event.quiesced);
    fields.take("elapsed_s", event.elapsed);
}

void takeFields(Fields& fields, RunFinished& event) {
    fields.need("reason", event.reason);
    fields.take("elapsed_s", event.elapsed);
}

template <class T>
Result<Event> readEvent(const Json& json) {
    T event;
    Fields fields(json, json["event"].get_ref<const std::string&>());
    takeFields(fields, event);
    BREAKEVEN_CHECK(fields.result());
    return Event(std::move(event));
}

using Reader = Result<Event> (*)(const Json&);
constexpr std::array<std::pair<std::string_view, Reader>, 13> Readers{{
    {"run-started", readRunStarted},
    {"trial-started", readEvent<TrialStarted>},
    {"sample", readEvent<Sample>},
    {"trial-finished", readEvent<TrialFinished>},
    {"trial-failed", readEvent<TrialFailed>},
    {"profile", readEvent<TrialProfiled>},
    {"pool-reference", readEvent<PoolReference>},
    {"launch-reference", readEvent<LaunchReference>},
    {"trace", readEvent<TraceWritten>},
    {"summary", readEvent<SummaryRead>},
    {"note", readEvent<Note>},
    {"block-finished", readEvent<BlockFinished>},
    {"run-finished", readEvent<RunFinished>},
}};

}  // namespace

OrderedJson jsonOf(const Environment& environment) {
    OrderedJson json;
    json["usable_cpus"] = environment.usableCpus;
    json["usable_cpus_reason"] = environment.usableCpusReason;
    json["physical_cores"] = environment.physicalCores;
    json["debug_build"] = environment.debugBuild;
    json["facts"] = OrderedJson::array();
    for (const auto& fact : environment.facts) {
        OrderedJson item{{"id", fact.id}, {"title", fact.title}};
        putOptional(item, "value", fact.value);
        json["facts"].push_back(std::move(item));
    }
    return json;
}

void putTrial(OrderedJson& json, const Trial& trial) {
    const auto putText = [&](const char* key, const std::string& text) {
        if (!text.empty()) json[key] = text;
    };
    json["workload"] = trial.workload;
    for (const auto& [name, value] : trial.params)
        json["params"][name] = paramJson(value);
    json["backend"] = trial.backend;
    putText("call", trial.call);
    putText("chunk", trial.chunk);
    putText("pool", trial.pool);
    putText("start", trial.start);
    putText("in_flight", trial.inFlight);
    putText("cache", trial.cache);
    json["size"] = trial.size;
    json["workers"] = trial.workers;
    if (trial.oversubscribed) json["oversubscribed"] = true;
}

void takeTrial(Fields& fields, Trial& trial) {
    fields.need("workload", trial.workload);
    fields.take("params", trial.params);
    fields.need("backend", trial.backend);
    fields.take("call", trial.call);
    fields.take("chunk", trial.chunk);
    fields.take("pool", trial.pool);
    fields.take("start", trial.start);
    fields.take("in_flight", trial.inFlight);
    fields.take("cache", trial.cache);
    fields.need("size", trial.size);
    fields.take("workers", trial.workers);
    if (trial.size < 1) fields.fail("size", "below 1");
    fields.take("oversubscribed", trial.oversubscribed);
}

Result<Event> parseEvent(std::string_view line) {
    BREAKEVEN_TRY(const auto json, parseJsonLine(line, "event"));
    Fields fields(json, "event");
    std::string name;
    fields.need("event", name);
    BREAKEVEN_CHECK(fields.result());
    const auto reader =
        std::find_if(Readers.begin(), Readers.end(), [&](const auto& entry) { return entry.first == name; });
    return reader == Readers.end() ? Result<Event>(Event(Note{})) : reader->second(json);
}

std::string writeEvent(const Event& event) {
    return lineOf(std::visit([](const auto& kind) { return jsonOf(kind); }, event));
}

std::string writeEnvironment(const Environment& environment, const std::vector<std::string>& advice) {
    OrderedJson json = jsonOf(environment);
    if (!advice.empty()) json["advice"] = advice;
    return indented(json);
}

Result<Environment> parseEnvironment(std::string_view text) {
    BREAKEVEN_TRY(const auto json, parseJson(text, "machine"));
    Fields fields(json, "machine");
    Environment environment = takeEnvironment(json, fields);
    BREAKEVEN_CHECK(fields.result());
    return environment;
}

}  // namespace breakeven
