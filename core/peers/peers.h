/// Peers: other runtimes that carry out the same lists beside the engine's backends, for comparison. They know no
/// kernels, only workloads that have a twin in their own language, and take the time by their own clock.
#pragma once

#include "core/base/result.h"
#include "core/engine/worker_pool.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace breakeven {

/// In the order in which they are shown. Their pools have wholeCalls().
std::span<const Backend> peers();

/// One of the engine's backends or a peer; nullptr when unknown.
const Backend* findBackendOrPeer(std::string_view id);

/// What a machine has for the peers.
struct PythonFacts {
    std::string program;                ///< as it is started: BREAKEVEN_PYTHON, else python3 from PATH
    std::string version;                ///< of the language
    std::optional<std::string> joblib;  ///< its version; absent: not installed
};

/// Starts Python once. Errors: Refused "python3: …", when it cannot be used.
Result<PythonFacts> findPython();

}  // namespace breakeven
