#include "core/workloads/http_client.h"

#include "core/base/numbers.h"
#include "core/os/clock.h"

#include <httplib.h>
#include <utility>

namespace breakeven {

namespace {

std::string reasonOf(httplib::Error error, Seconds waited, Seconds timeout) {
    const bool timedOut = waited >= timeout;
    switch (error) {
        case httplib::Error::Connection:
            return timedOut ? "no connection" : "nobody listens there";
        case httplib::Error::Canceled:
            return timedOut ? "the answer is not complete" : "the answer is larger than " + formatBytes(LargestBody);
        case httplib::Error::Read:
            return timedOut ? "no answer" : "the server closed the connection before its answer was complete";
        default:
            return timedOut ? "no answer" : "the request failed: " + httplib::to_string(error);
    }
}

}  // namespace

Result<HttpAnswer> httpGet(std::uint64_t port, const std::string& path, Seconds timeout) {
    httplib::Client client("127.0.0.1", static_cast<int>(port));
    client.set_tcp_nodelay(true);
    client.set_connection_timeout(timeout);
    client.set_read_timeout(timeout);
    client.set_write_timeout(timeout);

    const auto begin = Clock::now();
    const auto waited = [begin] { return Seconds(Clock::now() - begin); };
    HttpAnswer answer;
    const auto take = [&](const char* bytes, std::size_t count) {
        if (answer.body.size() + count > LargestBody || waited() >= timeout) return false;
        answer.body.append(bytes, count);
        return true;
    };
    // Without this the client asks for a compressed answer, and compression would be most of the work.
    const httplib::Headers plain = {{"Accept-Encoding", "identity"}};
    const auto result = client.Get(path, plain, take);
    if (!result) {
        std::string reason = reasonOf(result.error(), waited(), timeout);
        if (waited() >= timeout) reason += " within " + formatSeconds(timeout);
        return Error{ErrorCode::WorkFailed,
                     "http://127.0.0.1:" + std::to_string(port) + path + ": " + std::move(reason)};
    }
    answer.status = result->status;
    return answer;
}

ParamInfo latencyParam(Seconds initial) {
    return {.name = "latency",
            .title = "Latency",
            .description = "How long the server waits before it answers a request.",
            .unit = "s",
            .kind = ParamKind::Real,
            .minimum = 0,
            .maximum = 10,
            .initial = initial.count()};
}

ParamInfo bytesParam(std::string description, ByteCount initial) {
    return {.name = "bytes",
            .title = "Size",
            .description = std::move(description),
            .unit = "B",
            .kind = ParamKind::Integer,
            .minimum = 0,
            .maximum = 10'000'000,
            .initial = static_cast<double>(initial)};
}

ParamInfo timeoutParam() {
    return {.name = "timeout",
            .title = "Time-out",
            .description = "How long an item waits for the server before it fails.",
            .unit = "s",
            .kind = ParamKind::Real,
            .minimum = 0.01,
            .maximum = 600,
            .initial = 30.0};
}

}  // namespace breakeven
