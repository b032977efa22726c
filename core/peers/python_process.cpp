#include "core/peers/python_process.h"

#include "core/base/utf8.h"
#include "core/os/clock.h"
#include "core/os/files.h"

#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

namespace breakeven {

namespace {

constexpr Seconds LongestStart{60};
constexpr Seconds LongestEnd{5};
constexpr std::size_t LongestQuote = 200;  // of what is no answer

Error unusable(const std::string& why) {
    return {ErrorCode::Refused, why + " (the package python3 brings Python; BREAKEVEN_PYTHON names another one)"};
}

/// What an answer complains of; absent: nothing.
std::optional<Error> complaintOf(const nlohmann::json& answer) {
    if (!answer.contains("error")) return std::nullopt;
    const auto kind = answer.value("kind", "");
    const auto code = kind == "refused"   ? ErrorCode::Refused
                      : kind == "crashed" ? ErrorCode::ChildCrashed
                                          : ErrorCode::WorkFailed;
    return Error{code, answer.value("error", "")};
}

std::string hintFor(const nlohmann::json& answer) {
    return answer.value("module", "") == "joblib" ? " (the package python3-joblib brings it)" : "";
}

}  // namespace

std::string PythonProcess::program() {
    const char* named = std::getenv("BREAKEVEN_PYTHON");
    return named != nullptr && *named != '\0' ? named : "python3";
}

Result<PythonProcess> PythonProcess::start(const std::vector<std::string>& arguments) {
    BREAKEVEN_TRY(const auto resources, resourcesFolder());
    // -B: nothing is written beside the resources. -u is not needed: answers are written unbuffered.
    std::vector<std::string> argv{program(), "-B", (resources / "peers/python/peer.py").string()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    const auto begin = Clock::now();
    auto child = Child::spawn(argv);
    if (!child) return unusable(child.error().detail);
    PythonProcess process(*std::move(child));
    auto greeting = process.takeLine(LongestStart);
    if (!greeting) return unusable(program() + ": " + greeting.error().detail);
    process.m_startup = Clock::now() - begin;
    if (auto complaint = complaintOf(*greeting)) {
        complaint->detail += hintFor(*greeting);
        return *complaint;
    }
    process.m_greeting = *std::move(greeting);
    return process;
}

PythonProcess::~PythonProcess() {
    if (m_child.pid() < 0) return;  // moved from
    m_child.closeInput();
    while (auto line = m_child.readLine(LongestEnd))
        if (!line->has_value()) break;
}

Result<nlohmann::json> PythonProcess::ask(const nlohmann::json& request) {
    if (m_isOver) return Error{ErrorCode::ChildCrashed, "Python has ended"};
    // How a process that is gone has ended is read below.
    [[maybe_unused]] const auto written = m_child.writeLine(request.dump());
    BREAKEVEN_TRY(auto answer, takeLine(Seconds(-1)));
    if (const auto complaint = complaintOf(answer)) {
        if (complaint->code == ErrorCode::ChildCrashed) m_isOver = true;
        return *complaint;
    }
    return answer;
}

Result<nlohmann::json> PythonProcess::takeLine(Seconds timeout) {
    const auto line = m_child.readLine(timeout);
    if (!line && line.error().code == ErrorCode::TimedOut)
        return Error{ErrorCode::ChildCrashed, "Python did not answer in time"};
    if (!line) return line.error();
    if (!line->has_value()) return ended();
    auto json = nlohmann::json::parse(**line, nullptr, false);
    if (json.is_object()) return json;
    m_isOver = true;
    m_child.kill();
    return Error{ErrorCode::ChildCrashed, "Python said what is no answer: " + shortened(**line, LongestQuote)};
}

Error PythonProcess::ended() {
    m_isOver = true;
    const ExitStatus status = m_child.wait();
    if (status.signal != 0)
        return {ErrorCode::ChildCrashed, "Python was ended by signal " + std::to_string(status.signal) + " (" +
                                             ::strsignal(status.signal) + ")"};
    return {ErrorCode::ChildCrashed, "Python ended with status " + std::to_string(status.code)};
}

}  // namespace breakeven
