#include "app/cli/trust.h"

#include "core/experiment/wording.h"
#include "core/os/files.h"

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <unistd.h>

namespace breakeven {
namespace {

namespace fs = std::filesystem;

constexpr ByteCount LargestProgram = 1'000'000;
constexpr int MostTrusted = 10'000;

/// One program that a spec would run, with all of its text: that is what is trusted.
struct Program {
    std::string name;
    std::string text;
};

std::vector<std::string> textsOf(const Case& row, const std::string& param, const std::string& otherwise) {
    const auto found = row.params.find(param);
    if (found == row.params.end()) return {otherwise};
    std::vector<std::string> texts;
    for (const ParamValue& value : found->second)
        if (const auto* text = std::get_if<std::string>(&value)) texts.push_back(*text);
    return texts;
}

/// Errors: Unreadable for a file that cannot be read, so that nothing unseen runs.
Result<std::vector<Program>> programsOf(const ExperimentSpec& spec) {
    std::vector<Program> programs;
    for (const Case& row : spec.cases) {
        if (row.workload != "python-function") continue;
        for (const auto& file : textsOf(row, "file", "")) {
            BREAKEVEN_TRY(const auto content, readFile(file, LargestProgram));
            for (const auto& function : textsOf(row, "function", "f"))
                for (const auto& items : textsOf(row, "items", "range(size)"))
                    programs.push_back({.name = file, .text = function + " for " + items + '\n' + content});
        }
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
        if (known && *known == program.text) return {number, true};
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
    [[maybe_unused]] const auto saved = saveFile(entry(number), program.text);
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
    std::cerr << "This experiment runs " << inQuotes(program.name) << ", calling " << plainText(program.text)
              << "\nRun it? [y/N] " << std::flush;
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

Result<void> checkTrust(const ExperimentSpec& spec, bool given) {
    BREAKEVEN_TRY(const auto programs, programsOf(spec));
    for (const Program& program : programs) {
        if (!given && !trustFolder().empty() && lookUp(program).second) continue;
        if (!given && !asks(program)) {
            const auto call = program.text.substr(0, program.text.find('\n'));
            return Error{ErrorCode::Refused, "trust: the experiment would run " + inQuotes(program.name) + " (" +
                                                 oneLine(call) + "), which nobody has said yes to (--trust does)"};
        }
        remember(program);
    }
    return {};
}

}  // namespace breakeven
