#include "core/io/programs.h"

#include "core/base/command_line.h"
#include "core/base/utf8.h"
#include "core/base/xxhash.h"
#include "core/os/files.h"
#include "core/os/folder_files.h"
#include "core/os/user_folders.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <set>
#include <sstream>
#include <system_error>
#include <variant>

#include <unistd.h>

namespace breakeven {

namespace fs = std::filesystem;

namespace {

constexpr ByteCount LargestFile = 16'000'000;
constexpr ByteCount LargestEntry = 256'000'000;
constexpr std::size_t LongestFile = 1'000'000;  // bytes that are shown of a file
constexpr std::size_t MostShown = 4'000'000;    // bytes that are shown of all files

/// Trials that differ in what they tell a program alone.
using Trials = std::vector<const Trial*>;
using Names = std::vector<std::string>;

/// The files that a word of a command names, in one trial at least.
Names filesOfWord(const std::string& word, const Trials& trials) {
    std::set<std::string> names;
    for (const Trial* trial : trials)
        names.merge([&] {
            const auto told =
                filledIn({word}, {.size = trial->size, .workers = trial->workers, .backend = trial->backend});
            return std::set<std::string>(told.begin(), told.end());
        }());
    std::erase_if(names, [](const std::string& name) {
        std::error_code none;
        return !fs::is_regular_file(name, none);
    });
    return {names.begin(), names.end()};
}

/// Reads what the texts name, and remembers what it has read.
class Reader {
public:
    Result<void> add(Program& program, const ParamInfo& param, const std::string& text, const Trials& trials) {
        if (param.kind == ParamKind::File) return add(program, {param.name, text}, {text});
        if (param.kind == ParamKind::Folder) return add(program, {param.name, text}, listed(text));
        if (param.kind != ParamKind::Command) return {};
        for (const std::string& word : splitCommand(text).value_or({}))
            BREAKEVEN_CHECK(add(program, {param.name, word}, filesOfWord(word, trials)));
        return {};
    }

private:
    Result<void> add(Program& program, const Program::Naming& naming, const Names& names) {
        std::vector<ProgramFile> files;
        for (const std::string& name : names) {
            auto& content = m_contents[name];
            if (content == nullptr) {
                std::error_code none;  // a pipe would have to be waited for
                if (fs::exists(name, none) && !fs::is_regular_file(name, none))
                    return Error{ErrorCode::Unreadable, name + ": it is no file"};
                BREAKEVEN_TRY(auto read, readFile(name, LargestFile));
                content = std::make_shared<const std::string>(std::move(read));
            }
            files.push_back({name, content});
        }
        if (!files.empty()) program.files[naming] = std::move(files);
        return {};
    }

    const Names& listed(const std::string& folder) {
        const auto [entry, isNew] = m_folders.try_emplace(folder);
        if (isNew) {
            for (const FolderFile& file : filesOf(folder, {}).value_or({}))
                entry->second.push_back(file.path);
        }
        return entry->second;
    }

    std::map<std::string, Names> m_folders;
    std::map<std::string, std::shared_ptr<const std::string>> m_contents;
};

Result<Program> programOf(const WorkloadInfo& workload, const Params& params, const Trials& trials, Reader& reader) {
    Program program{.workload = workload.id, .title = workload.title, .texts = {}, .files = {}};
    for (const ParamInfo& param : workload.params) {
        const auto* value = std::get_if<std::string>(&params.at(param.name));
        if (value == nullptr || value->empty()) continue;
        const bool isFree = param.choices.empty() && params.at(param.name) != param.initial;
        program.texts.push_back({param.name, param.title, *value, isFree});
        BREAKEVEN_CHECK(reader.add(program, param, *value, trials));
    }
    return program;
}

/// With its length, so that no text can pretend to be two.
std::string part(const std::string& name, const std::string& text) {
    return "--- " + name + " (" + std::to_string(text.size()) + " bytes)\n" + text + '\n';
}

std::string shownFile(const std::string& content, std::size_t most) {
    if (!isUtf8(content) || content.find('\0') != std::string::npos)
        return "(" + std::to_string(content.size()) + " bytes that are no text)";
    const std::string_view begin = wholeCharacters(content, most);
    if (begin.size() == content.size()) return asSeen(content);
    return asSeen(begin) + "\n(the first " + std::to_string(begin.size()) + " of " + std::to_string(content.size()) +
           " bytes)";
}

/// Named by a hash of what is trusted. An entry is compared as a whole: one that is broken, or that has met another of
/// its name, is asked for again.
fs::path entryOf(std::string_view text) {
    std::array<char, 16> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), XXH64(text.data(), text.size(), 0), 16).ptr;
    return trustFolder() / std::string(digits.data(), end);
}

/// As execvp looks for it.
bool canBeStarted(const std::string& program) {
    if (program.find('/') != std::string::npos) return ::access(program.c_str(), X_OK) == 0;
    const char* const path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "/bin:/usr/bin");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (::access(((folder.empty() ? "." : folder) + '/' + program).c_str(), X_OK) == 0) return true;
    return false;
}

Result<void> checkIsThere(const ParamInfo& param, const std::string& text) {
    std::error_code failure;
    if (param.kind == ParamKind::File && text.empty())
        return Error{ErrorCode::InvalidInput, param.name + ": no file is named"};
    if (param.kind == ParamKind::File && !fs::is_regular_file(text, failure))
        return Error{ErrorCode::Unreadable, param.name + ": " + text + ": there is no such file"};
    if (param.kind != ParamKind::Command) return {};
    const auto words = splitCommand(text);
    const bool isKnown = words && !words->empty() && words->front().find('{') == std::string::npos;
    if (!isKnown || canBeStarted(words->front())) return {};
    return Error{ErrorCode::Unreadable, param.name + ": " + words->front() + ": there is no such program"};
}

}  // namespace

std::string Program::call() const {
    std::string line;
    for (const ProgramText& said : texts)
        line += (line.empty() ? "" : ", ") + said.param + " = " + said.value;
    return line;
}

std::string Program::text() const {
    std::string all = workload + '\n';
    for (const ProgramText& said : texts)
        all += part(said.param, said.value);
    for (const auto& [naming, named] : files) {
        for (const ProgramFile& file : named)
            all += part(file.name, *file.content);
    }
    return all;
}

Result<Programs> programsOf(const Plan& plan, const Catalog& catalog) {
    std::map<std::pair<std::string, Params>, Trials> lists;
    for (const Trial& trial : plan.trials)
        lists[{trial.workload, trial.params}].push_back(&trial);
    Programs programs;
    Reader reader;
    for (const auto& [list, trials] : lists) {
        const auto info = std::ranges::find(catalog.workloads, list.first, &WorkloadInfo::id);
        if (info == catalog.workloads.end() || !info->runsPrograms) continue;
        BREAKEVEN_TRY(auto program, programOf(*info, list.second, trials, reader));
        // One that is told and given nothing runs nothing that somebody else has made.
        if (!program.texts.empty()) programs.push_back(std::move(program));
    }
    return programs;
}

Result<void> checkProgramsAreThere(const Plan& plan, const Catalog& catalog) {
    for (const Trial& trial : plan.trials) {
        const auto info = std::ranges::find(catalog.workloads, trial.workload, &WorkloadInfo::id);
        if (info == catalog.workloads.end() || !info->runsPrograms) continue;
        for (const ParamInfo& param : info->params) {
            const auto* text = std::get_if<std::string>(&trial.params.at(param.name));
            if (text != nullptr) BREAKEVEN_CHECK(checkIsThere(param, *text));
        }
    }
    return {};
}

std::string shown(const Programs& programs) {
    std::string all;
    for (const Program& program : programs) {
        all += asSeen(program.title) + '\n';
        for (const ProgramText& said : program.texts) {
            const bool isLong = said.value.find('\n') != std::string::npos;
            all += asSeen(said.title) + (isLong ? ":\n\n" : ": ") + asSeen(said.value) + '\n';
        }
        all += '\n';
    }
    std::set<std::string_view> seen;
    std::size_t room = MostShown;
    for (const Program& program : programs) {
        for (const auto& [naming, files] : program.files) {
            for (const ProgramFile& file : files) {
                if (!seen.insert(file.name).second) continue;
                all += "--- " + asSeen(file.name) + '\n' + shownFile(*file.content, std::min(LongestFile, room)) + '\n';
                room -= std::min(room, file.content->size());
            }
        }
    }
    return all;
}

fs::path trustFolder() {
    const fs::path state = stateFolder();
    return state.empty() ? state : state / "trusted";
}

bool isTrusted(const Program& program) {
    if (trustFolder().empty()) return false;
    const std::string text = program.text();
    const auto known = readFile(entryOf(text), LargestEntry);
    return known && *known == text;
}

Result<void> trust(const Program& program) {
    if (trustFolder().empty())
        return Error{ErrorCode::Unwritable, "HOME: not set, so that no trusted program can be remembered"};
    if (isTrusted(program)) return {};
    const std::string text = program.text();
    if (text.size() > static_cast<std::size_t>(LargestEntry))
        return Error{ErrorCode::Unwritable, "the trusted program is larger than what is remembered"};
    std::error_code none;
    fs::create_directories(trustFolder(), none);
    return saveFile(entryOf(text), text, Durability::Unsynced);
}

}  // namespace breakeven
