#include "tests/benchmarks/programs.h"

#include "core/experiment/codec.h"
#include "core/os/child.h"

#include <filesystem>
#include <sstream>

namespace breakeven::benchmarks {

std::string pathOf(const std::string& program) {
    const auto here = executableFolder();
    const auto beside = here / program;
    return (std::filesystem::exists(beside) ? beside : here.parent_path() / program).string();
}

Result<ProgramOutput> outputOf(const std::vector<std::string>& program) {
    constexpr Seconds ForEver{-1};
    BREAKEVEN_TRY(auto child, Child::spawn(program));
    child.closeInput();
    ProgramOutput output;
    for (;;) {
        BREAKEVEN_TRY(const auto line, child.readLine(ForEver));
        if (!line) break;
        output.text += *line + '\n';
    }
    const ExitStatus end = child.wait();
    if (end.signal != 0)
        return Error{ErrorCode::ChildCrashed, program.front() + ": ended by signal " + std::to_string(end.signal)};
    output.status = end.code;
    return output;
}

Result<Results> runExperiment(const std::vector<std::string>& arguments) {
    std::vector<std::string> program = {
        pathOf("breakeven-cli"), "run", "--events", "-", "--progress", "never", "--history", "none"};
    program.insert(program.end(), arguments.begin(), arguments.end());
    BREAKEVEN_TRY(const auto output, outputOf(program));
    if (output.status != 0)
        return Error{ErrorCode::WorkFailed, "breakeven-cli run: exit status " + std::to_string(output.status)};
    Results results;
    std::istringstream lines(output.text);
    for (std::string line; std::getline(lines, line);) {
        BREAKEVEN_TRY(const auto event, parseEvent(line));
        results.apply(event);
    }
    return results;
}

}  // namespace breakeven::benchmarks
