#include "app/cli/trust.h"

#include "core/base/command_line.h"
#include "core/base/utf8.h"
#include "core/os/files.h"
#include "core/workloads/folder_items.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include <unistd.h>

namespace breakeven {
namespace {

namespace fs = std::filesystem;

constexpr ByteCount LargestProgram = 16'000'000;
constexpr int MostTrusted = 10'000;
constexpr std::size_t LongestCall = 500;  // that an error shows

/// What a workload would execute with one set of parameters: all that its texts say and the files that they name. That
/// is what is trusted.
struct Program {
    std::string title;                         ///< of the workload
    std::string call;                          ///< its texts, in one line
    std::map<std::string, std::string> files;  ///< their content by their name

    std::string text() const {
        return withFiles([](const std::string& content) { return content; });
    }

    /// For people: without content that is no text.
    std::string shown() const {
        return withFiles([](const std::string& content) {
            const bool isText = isUtf8(content) && content.find('\0') == std::string::npos;
            return isText ? content : "(" + std::to_string(content.size()) + " bytes that are no text)";
        });
    }

private:
    template <class Shown>
    std::string withFiles(Shown shownOf) const {
        std::string all = title + '\n' + call + '\n';
        for (const auto& [name, content] : files)
            all += "--- " + name + '\n' + shownOf(content) + '\n';
        return all;
    }
};

/// Trials that differ in what they tell a program alone.
using Trials = std::vector<const Trial*>;

/// Words of the command that name a file, in one trial at least.
std::set<std::string> filesOfCommand(const std::string& command, const Trials& trials) {
    std::set<std::string> words;
    for (const Trial* trial : trials) {
        const auto told = filledIn(splitCommand(command).value_or({}),
                                   {.size = trial->size, .workers = trial->workers, .backend = trial->backend});
        words.insert(told.begin(), told.end());
    }
    std::erase_if(words, [](const std::string& word) {
        std::error_code none;
        return !fs::is_regular_file(word, none);
    });
    return words;
}

/// None of a folder that cannot be read: its trials fail.
std::set<std::string> filesNamedBy(const ParamInfo& param, const std::string& value, const Trials& trials) {
    std::set<std::string> names;
    if (param.kind == ParamKind::File) names.insert(value);
    if (param.kind == ParamKind::Command) names = filesOfCommand(value, trials);
    if (param.kind == ParamKind::Folder)
        for (const FolderFile& file : filesOf(value, {}).value_or({}))
            names.insert(file.path);
    return names;
}

/// Errors: Unreadable for a file that cannot be read, so that nothing unseen runs.
Result<Program> programOf(const WorkloadInfo& workload, const Params& params, const Trials& trials) {
    Program program{.title = workload.title, .call = {}, .files = {}};
    for (const ParamInfo& param : workload.params) {
        const auto* value = std::get_if<std::string>(&params.at(param.name));
        if (value == nullptr || value->empty()) continue;
        program.call += (program.call.empty() ? "" : ", ") + param.name + " = " + *value;
        for (const std::string& name : filesNamedBy(param, *value, trials)) {
            BREAKEVEN_TRY(program.files[name], readFile(name, LargestProgram));
        }
    }
    return program;
}

Result<std::vector<Program>> programsOf(const Plan& plan, const Catalog& catalog) {
    std::map<std::pair<std::string, Params>, Trials> lists;
    for (const Trial& trial : plan.trials)
        lists[{trial.workload, trial.params}].push_back(&trial);
    std::vector<Program> programs;
    for (const auto& [list, trials] : lists) {
        const auto info = std::ranges::find(catalog.workloads, list.first, &WorkloadInfo::id);
        if (info == catalog.workloads.end() || !info->runsPrograms) continue;
        BREAKEVEN_TRY(auto program, programOf(*info, list.second, trials));
        // One that is told and given nothing runs nothing that somebody else has made.
        if (!program.call.empty()) programs.push_back(std::move(program));
    }
    return programs;
}

/// Entries are numbered; equal texts are one entry.
fs::path entry(int number) {
    return trustFolder() / std::to_string(number);
}

/// The number of the entry, or that of the first free one.
std::pair<int, bool> lookUp(const Program& program) {
    int number = 0;
    for (; number < MostTrusted; ++number) {
        std::error_code none;
        if (!fs::exists(entry(number), none)) break;
        const auto known = readFile(entry(number), 2 * LargestProgram);
        if (known && *known == program.text()) return {number, true};
    }
    return {number, false};
}

/// A yes that cannot be kept is a yes all the same: it is asked for again.
void remember(const Program& program) {
    if (trustFolder().empty()) return;
    const auto [number, isKnown] = lookUp(program);
    if (isKnown) return;
    std::error_code none;
    fs::create_directories(trustFolder(), none);
    [[maybe_unused]] const auto saved = saveFile(entry(number), program.text());
}

/// Without what could make a terminal show something else.
std::string plainText(std::string text) {
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) c = '?';
    }
    return text;
}

bool asks(const Program& program) {
    if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1) return false;
    std::cerr << "This experiment runs a program. " << plainText(program.shown()) << "\nRun it? [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace

fs::path trustFolder() {
    const auto named = [](const char* variable) {
        const char* value = std::getenv(variable);
        return std::string(value != nullptr ? value : "");
    };
    if (const auto state = named("XDG_STATE_HOME"); !state.empty()) return fs::path(state) / "breakeven" / "trusted";
    const auto home = named("HOME");
    return home.empty() ? fs::path() : fs::path(home) / ".local/state/breakeven/trusted";
}

Result<void> checkTrust(const Plan& plan, const Catalog& catalog, bool given) {
    BREAKEVEN_TRY(const auto programs, programsOf(plan, catalog));
    for (const Program& program : programs) {
        if (!given && !trustFolder().empty() && lookUp(program).second) continue;
        if (!given && !asks(program)) {
            return Error{ErrorCode::Refused, "trust: the experiment would run a program, " + program.title + " (" +
                                                 shortened(program.call, LongestCall) +
                                                 "), which nobody has said yes to (--trust does)"};
        }
        remember(program);
    }
    return {};
}

}  // namespace breakeven
