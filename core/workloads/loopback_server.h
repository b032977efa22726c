/// A web server on 127.0.0.1 for the workloads that fetch. It lives in threads of its own, as many as there are
/// requests at the same time, which sleep while nothing is asked. Any process of the machine reaches it.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace breakeven {

class LoopbackServer {
public:
    /// The body of a path, or nothing: status 404. Called from several threads at once.
    using Pages = std::function<std::optional<std::string>(const std::string& path)>;

    /// Answers each request after `latency`. Errors: Internal when there is no port or no thread.
    static Result<std::unique_ptr<LoopbackServer>> start(Seconds latency, Pages pages);

    /// Does not wait for the latency of answers that are still due.
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    int port() const;

private:
    LoopbackServer();
    class Listener;
    std::unique_ptr<Listener> m_listener;
};

}  // namespace breakeven
