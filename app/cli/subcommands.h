/// The subcommands of breakeven-cli, one file each. An add… function declares what its subcommand takes and returns
/// what it does; nothing is read or written before that is called.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace breakeven {

/// Exit status of what could not be finished.
inline constexpr int UnfinishedStatus = 4;

struct Subcommand {
    CLI::App* parser = nullptr;            ///< owned by the main parser
    std::function<Result<int>()> execute;  ///< the exit status, or what goes to stderr as one line
};

Subcommand addList(CLI::App& app);
/// The command line's words after "--" are the program of the workload `command`.
Subcommand addRun(CLI::App& app, std::vector<std::string> program);
Subcommand addAnalyze(CLI::App& app);
Subcommand addCompare(CLI::App& app);
Subcommand addConvert(CLI::App& app);
Subcommand addHistory(CLI::App& app);
Subcommand addDoctor(CLI::App& app);
Subcommand addLesson(CLI::App& app);

/// An Error for a report on pages, which only the program with the window can lay out. field: that asked for it.
Error pdfRefusal(const std::string& field);

/// A line on stderr beside the result, in the form of an error.
void warn(const std::string& text);

}  // namespace breakeven
