#include "core/experiment/codec_reference.h"

#include <string>
#include <vector>

namespace breakeven {

namespace {

OrderedJson jsonOf(const WorkerProfile& worker) {
    OrderedJson json;
    json["compute_s"] = worker.compute.count();
    if (worker.transport > Seconds(0)) json["transport_s"] = worker.transport.count();
    json["begin_s"] = worker.begin.count();
    json["end_s"] = worker.end.count();
    json["chunks"] = worker.chunks;
    putOptional(json, "node", worker.node);
    return json;
}

void takeFields(Fields& fields, WorkerProfile& worker) {
    fields.need("compute_s", worker.compute);
    fields.take("transport_s", worker.transport);
    fields.take("begin_s", worker.begin);
    fields.take("end_s", worker.end);
    fields.take("chunks", worker.chunks);
    fields.take("node", worker.node);
}

OrderedJson jsonOf(const ThreadReference& reference) {
    OrderedJson json;
    json["threads"] = reference.threads;
    json["bytes_per_s"] = reference.bytesPerSecond;
    json["spin_s"] = reference.spin.count();
    return json;
}

void takeFields(Fields& fields, ThreadReference& reference) {
    fields.need("threads", reference.threads);
    fields.take("bytes_per_s", reference.bytesPerSecond);
    fields.take("spin_s", reference.spin);
    if (reference.threads < 1) fields.fail("threads", "below 1");
}

OrderedJson jsonOf(const Hiccups& hiccups) {
    OrderedJson json;
    json["threads"] = hiccups.threads;
    json["span_s"] = hiccups.span.count();
    json["longest_s"] = hiccups.longest.count();
    json["lost"] = hiccups.lost;
    return json;
}

void takeFields(Fields& fields, Hiccups& hiccups) {
    fields.take("threads", hiccups.threads);
    fields.need("span_s", hiccups.span);
    fields.need("longest_s", hiccups.longest);
    fields.need("lost", hiccups.lost);
    if (hiccups.lost < 0 || hiccups.lost > 1) fields.fail("lost", "not usable");
}

template <class T>
OrderedJson rowsOf(const std::vector<T>& values) {
    OrderedJson rows = OrderedJson::array();
    for (const T& value : values)
        rows.push_back(jsonOf(value));
    return rows;
}

template <class T>
void takeRows(Fields& fields, const char* key, const char* what, std::vector<T>& values) {
    const Json* rows = fields.list(key);
    if (rows == nullptr) return;
    for (const Json& row : *rows) {
        Fields own(row, what);
        takeFields(own, values.emplace_back());
        if (!own.result()) return fields.fail(key, own.result().error().detail);
    }
}

}  // namespace

OrderedJson jsonOf(const TrialProfiled& event) {
    OrderedJson json{{"event", "profile"}};
    json["trial"] = event.trial;
    json["launch"] = event.launch;
    json["wall_s"] = event.wall.count();
    json["list_bytes"] = event.listBytes;
    json["workers"] = rowsOf(event.workers);
    if (!event.nodePages.empty()) json["node_pages"] = event.nodePages;
    return json;
}

void takeFields(Fields& fields, TrialProfiled& event) {
    fields.need("trial", event.trial);
    fields.take("launch", event.launch);
    fields.need("wall_s", event.wall);
    fields.take("list_bytes", event.listBytes);
    takeRows(fields, "workers", "worker", event.workers);
    fields.take("node_pages", event.nodePages);
    if (event.workers.empty()) fields.fail("workers", "missing");
}

OrderedJson jsonOf(const PoolReference& event) {
    OrderedJson json{{"event", "pool-reference"}};
    json["launch"] = event.launch;
    json["backend"] = event.backend;
    if (!event.start.empty()) json["start"] = event.start;
    json["workers"] = event.workers;
    json["startup_s"] = event.startup.count();
    json["hot_call_s"] = event.hotCall.count();
    json["parked_call_s"] = event.parkedCall.count();
    json["per_chunk_s"] = event.perChunk.count();
    putOptional(json, "per_byte_sent_s", event.perByteSent);
    putOptional(json, "per_byte_collected_s", event.perByteCollected);
    return json;
}

void takeFields(Fields& fields, PoolReference& event) {
    fields.take("launch", event.launch);
    fields.need("backend", event.backend);
    fields.take("start", event.start);
    fields.need("workers", event.workers);
    if (event.workers < 1) fields.fail("workers", "below 1");
    fields.take("startup_s", event.startup);
    fields.take("hot_call_s", event.hotCall);
    fields.take("parked_call_s", event.parkedCall);
    fields.take("per_chunk_s", event.perChunk);
    fields.take("per_byte_sent_s", event.perByteSent);
    fields.take("per_byte_collected_s", event.perByteCollected);
}

OrderedJson jsonOf(const LaunchReference& event) {
    OrderedJson json{{"event", "launch-reference"}};
    json["launch"] = event.launch;
    json["environment_bytes"] = event.environmentBytes;
    json["stack_bytes"] = event.stackBytes;
    json["clock_cost_s"] = event.clockCost.count();
    json["threads"] = rowsOf(event.threads);
    if (event.hiccups) json["hiccups"] = jsonOf(*event.hiccups);
    return json;
}

void takeFields(Fields& fields, LaunchReference& event) {
    fields.take("launch", event.launch);
    fields.take("environment_bytes", event.environmentBytes);
    fields.take("stack_bytes", event.stackBytes);
    fields.take("clock_cost_s", event.clockCost);
    takeRows(fields, "threads", "threads", event.threads);
    if (const Json* hiccups = fields.object("hiccups")) {
        Fields own(*hiccups, "hiccups");
        takeFields(own, event.hiccups.emplace());
        if (!own.result()) fields.fail("hiccups", own.result().error().detail);
    }
}

}  // namespace breakeven
