/// One HTTP request to a server of this machine, over a connection of its own.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace breakeven {

/// The input of an item that fetches.
struct WebPlace {
    std::uint64_t port;    ///< of the server, on 127.0.0.1
    std::uint64_t number;  ///< of the page or site, from 0
};

struct HttpAnswer {
    int status = 0;
    std::string body;
};

inline constexpr ByteCount LargestBody = 100'000'000;

/// timeout: for the connection, for each wait for bytes, and for the whole body.
/// Errors: WorkFailed when nobody listens, when the server closes before its answer is complete, is silent for too long
/// or answers with more than LargestBody.
Result<HttpAnswer> httpGet(std::uint64_t port, const std::string& path, Seconds timeout);

/// The parameters that all workloads which fetch have: latency, bytes, timeout.
ParamInfo latencyParam(Seconds initial);
ParamInfo bytesParam(std::string description, ByteCount initial);
ParamInfo timeoutParam();

}  // namespace breakeven
