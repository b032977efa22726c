/// A Python interpreter that runs resources/peers/python/peer.py: one JSON object per line in, one out.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/child.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace breakeven {

class PythonProcess {
public:
    /// Starts it and takes its first line, which says what it is. Errors: Refused when Python or a module that it needs
    /// is missing, or it says nothing of use; Internal when the resources are not found.
    static Result<PythonProcess> start(const std::vector<std::string>& arguments);

    /// BREAKEVEN_PYTHON, else python3, which is looked up in PATH.
    static std::string program();

    PythonProcess(PythonProcess&&) = default;
    PythonProcess& operator=(PythonProcess&&) = delete;
    /// Lets it take down in order what it has started, and kills it when that takes long.
    ~PythonProcess();

    const nlohmann::json& greeting() const { return m_greeting; }
    Seconds startup() const { return m_startup; }  ///< from the start until the first line was there

    /// Waits as long as the answer takes; call from one thread at a time.
    /// Errors: WorkFailed, Refused or ChildCrashed with what the answer says; ChildCrashed when the process ends or
    /// says what is no answer, and from then on.
    Result<nlohmann::json> ask(const nlohmann::json& request);

    void kill() { m_child.kill(); }  ///< thread-safe while the object lives; a question that waits ends

private:
    explicit PythonProcess(Child child) : m_child(std::move(child)) {}

    Result<nlohmann::json> takeLine(Seconds timeout);
    Error ended();

    Child m_child;
    nlohmann::json m_greeting;
    Seconds m_startup{0};
    bool m_isOver = false;
};

}  // namespace breakeven
