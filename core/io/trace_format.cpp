// The timeline as Trace Event JSON, which Perfetto (ui.perfetto.dev) and chrome://tracing open: a process per profiled
// trial, a thread per worker. Source: Trace Event Format, Google, 2016 (complete events "X", metadata events "M").
#include "core/experiment/json_fields.h"
#include "core/io/formats.h"
#include "core/io/run_timeline.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace breakeven {

namespace {

using std::chrono::nanoseconds;

class TraceWriter {
public:
    explicit TraceWriter(std::ostream& out) : m_out(out) { m_out << R"({"displayTimeUnit":"ns","traceEvents":[)"; }

    /// Ids of processes and threads are of one number range: viewers take a thread whose id is that of a process for
    /// its main thread.
    int newId() { return ++m_lastId; }

    void metadata(std::string_view name, int process, int thread, const nlohmann::json& args) {
        begin();
        m_out << nlohmann::json{{"ph", "M"}, {"name", name}, {"pid", process}, {"tid", thread}, {"args", args}};
    }

    void span(std::string_view name, int process, int thread, nanoseconds from, nanoseconds duration) {
        begin();
        m_out << R"({"ph":"X","name":")" << name << R"(","cat":")" << name << R"(","pid":)" << process << R"(,"tid":)"
              << thread << R"(,"ts":)" << microseconds(from) << R"(,"dur":)" << microseconds(duration);
    }
    void args(ItemCount first, ItemCount items) {
        m_out << R"(,"args":{"first_item":)" << std::to_string(first) << R"(,"items":)" << std::to_string(items) << '}';
    }
    void endSpan() { m_out << '}'; }

    void finish(const nlohmann::json& other) { m_out << "\n],\"otherData\":" << other << "}\n"; }

private:
    void begin() { m_out << (std::exchange(m_isFirst, false) ? "\n" : ",\n"); }

    /// The format's unit, to the nanosecond and without a locale.
    static std::string microseconds(nanoseconds time) {
        constexpr std::int64_t Thousand = 1000;
        const std::string digits = std::to_string(Thousand + time.count() % Thousand);
        return std::to_string(time.count() / Thousand) + '.' + digits.substr(1);
    }

    std::ostream& m_out;
    int m_lastId = 0;
    bool m_isFirst = true;
};

/// Shown in this order, whatever the names.
void nameThread(TraceWriter& trace, int process, int thread, const std::string& name, std::size_t place) {
    trace.metadata("thread_name", process, thread, {{"name", name}});
    trace.metadata("thread_sort_index", process, thread, {{"sort_index", place}});
}

void writeSpan(TraceWriter& trace, int process, int thread, const ChunkSpan& span) {
    trace.span(wordOf(span.kind), process, thread, span.begin, span.duration);
    trace.args(span.item, span.items);
    trace.endSpan();
}

/// What a worker does not spend on chunks, it waits, until the pass is over or its spans were no longer kept.
void writeWorker(TraceWriter& trace, int process, int thread, const std::vector<ChunkSpan>& spans, nanoseconds end) {
    nanoseconds free{0};
    const auto waitUntil = [&](nanoseconds time) {
        if (time <= free) return;
        trace.span("wait", process, thread, free, time - free);
        trace.endSpan();
    };
    for (const ChunkSpan& span : spans) {
        waitUntil(span.begin);
        writeSpan(trace, process, thread, span);
        free = span.begin + span.duration;
    }
    waitUntil(end);
}

void writePass(TraceWriter& trace, const PassSpans& pass, const std::string& name) {
    const int process = trace.newId();
    const auto wall = std::chrono::round<nanoseconds>(pass.wall);
    trace.metadata("process_name", process, process, {{"name", name}});
    trace.metadata("process_sort_index", process, process, {{"sort_index", process}});
    if (pass.dropped > 0)
        trace.metadata("process_labels", process, process,
                       {{"labels", "the last " + std::to_string(pass.dropped) + " spans were not kept"}});
    if (!pass.caller.empty()) {
        const int thread = trace.newId();
        nameThread(trace, process, thread, "caller", 0);
        for (const ChunkSpan& span : pass.caller)
            writeSpan(trace, process, thread, span);
    }
    for (std::size_t i = 0; i < pass.workers.size(); ++i) {
        const auto& spans = pass.workers[i];
        const int thread = trace.newId();
        nameThread(trace, process, thread, "worker " + std::to_string(i + 1), i + 1);
        const bool isWhole = pass.dropped == 0 || spans.empty();
        writeWorker(trace, process, thread, spans, isWhole ? wall : spans.back().begin);
    }
}

Result<void> write(const std::vector<Event>& events, const WriteOptions& options, std::ostream& out) {
    const Results results = foldEvents(events);
    BREAKEVEN_TRY(const RunTimeline timeline, readTimeline(results, options.folder));
    std::ranges::for_each(timeline.warnings, options.warn);
    TraceWriter trace(out);
    for (const TimelinePass& pass : timeline.passes)
        writePass(trace, pass.spans, pass.name);
    trace.finish({{"run_id", results.run().runId},
                  {"environment", jsonOf(results.run().environment)},
                  {"warnings", timeline.warnings}});
    return {};
}

}  // namespace

FormatEntry traceFormat();
FormatEntry traceFormat() {
    return {.info = {"trace", "Timeline", "What each worker did when, for Perfetto or chrome://tracing"},
            .suffix = ".trace.json",
            .recognises = nullptr,
            .write = write,
            .read = nullptr};
}

}  // namespace breakeven
