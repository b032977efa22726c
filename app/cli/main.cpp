/// breakeven-cli: everything without a window. Parses the command line and turns errors into one line on stderr and the
/// exit status of the contract.
#include "app/cli/subcommands.h"
#include "core/base/version.h"
#include "core/experiment/wording.h"
#include "core/os/descriptor.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <iostream>
#include <iterator>

#include <unistd.h>

namespace breakeven {
namespace {

constexpr int UsageStatus = 2;

int exitStatus(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidInput:
        case ErrorCode::Unreadable:
        case ErrorCode::Unwritable:
        case ErrorCode::NotBuilt:
            return UsageStatus;
        case ErrorCode::Refused:
            return 3;
        case ErrorCode::WorkFailed:
        case ErrorCode::ChildCrashed:
        case ErrorCode::TimedOut:
            return 1;
        case ErrorCode::Interrupted:
            return 130;
        case ErrorCode::Internal:
            break;
    }
    return UnfinishedStatus;
}

const CLI::App& innermost(const CLI::App& app) {
    const auto parsed = app.get_subcommands();
    return parsed.empty() ? app : innermost(*parsed.front());
}

std::string commandOf(const CLI::App& app) {
    return app.get_parent() == nullptr ? app.get_name() : commandOf(*app.get_parent()) + ' ' + app.get_name();
}

/// The option that the first unknown one is most like.
std::string optionMeant(const CLI::App& app) {
    const std::vector<std::string> words = app.remaining();
    const auto unknown = std::ranges::find_if(words, [](const std::string& word) { return word.starts_with('-'); });
    if (unknown == words.end()) return {};
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames())
            known.push_back("--" + name);
    }
    return didYouMean(known, unknown->substr(0, unknown->find('=')));
}

int refuseUsage(const CLI::App& app, const CLI::ParseError& error) {
    const CLI::App& inner = innermost(app);
    std::string what = &inner == &app ? "" : inner.get_name() + ": ";
    std::string why = error.what();
    if (const auto twice = why.find(": At Most 1 required"); twice != why.npos)
        why.replace(twice, why.npos, " may be given once");
    if (!why.empty()) why.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(why.front())));
    warn(what + why + optionMeant(inner) + " (see " + commandOf(inner) + " --help)");
    return UsageStatus;
}

int execute(const std::vector<Subcommand>& subcommands) {
    const auto chosen = std::find_if(subcommands.begin(), subcommands.end(),
                                     [](const Subcommand& each) { return each.parser->parsed(); });
    const Result<int> status = chosen->execute();
    if (!status) warn(status.error().detail);
    if (!std::cout.flush()) {
        warn("standard output: could not be written");
        return status ? UnfinishedStatus : exitStatus(status.error().code);
    }
    return status ? *status : exitStatus(status.error().code);
}

std::vector<std::string> namesOf(const std::vector<Subcommand>& subcommands) {
    std::vector<std::string> names;
    for (const Subcommand& each : subcommands)
        names.push_back(each.parser->get_name());
    return names;
}

/// CLI11 would take the words after "--" for positionals of its own.
std::vector<std::string> cutProgram(std::vector<std::string>& arguments) {
    const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
    if (dashes == arguments.end() || arguments.front() != "run") return {};
    std::vector<std::string> program(std::make_move_iterator(dashes), std::make_move_iterator(arguments.end()));
    arguments.erase(dashes, arguments.end());
    return program;
}

void addVersion(CLI::App& app) {
    app.set_version_flag("--version", std::string("breakeven ") + Version, "Print the version and exit");
    for (CLI::App* inner : app.get_subcommands({}))
        addVersion(*inner);
}

int runCli(std::vector<std::string> arguments) {
    const std::vector<std::string> program = cutProgram(arguments);

    CLI::App app("Finds out where parallel pays: measures serial against parallel and names the break-even.",
                 "breakeven-cli");
    app.require_subcommand(1);
    std::vector<Subcommand> subcommands = {addList(app),    addRun(app, program), addAnalyze(app), addCompare(app),
                                           addConvert(app), addHistory(app),      addDoctor(app),  addLesson(app)};
    addVersion(app);
    const std::vector<std::string> names = namesOf(subcommands);
    const std::string word = arguments.empty() ? "" : arguments.front();
    const bool isOption = word.empty() || word.starts_with('-');
    if (!isOption && std::find(names.begin(), names.end(), word) == names.end()) {
        // CLI11 would only say that a subcommand is missing.
        warn(notAllowed("subcommand", inQuotes(word), choices(names, word)).detail);
        return UsageStatus;
    }

    std::reverse(arguments.begin(), arguments.end());  // the order that CLI11 consumes
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::Success& request) {  // --help, --version
        return app.exit(request);
    } catch (const CLI::ParseError& error) {
        return refuseUsage(app, error);
    }
    return execute(subcommands);
}

}  // namespace
}  // namespace breakeven

int main(int argc, char** argv) {
    breakeven::openStandardDescriptors();
    std::signal(SIGCHLD, SIG_DFL);  // where it is ignored, nobody learns how a child ended
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow further is an error of write()
    try {
        return breakeven::runCli({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        breakeven::warn(std::string("internal error: ") + error.what());
        return breakeven::UnfinishedStatus;
    }
}
