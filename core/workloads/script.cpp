#include "core/base/xxhash.h"
#include "core/os/files.h"
#include "core/os/program_run.h"
#include "core/workloads/folder_items.h"
#include "core/workloads/or_throw.h"
#include "core/workloads/pause.h"
#include "core/workloads/slot_workload.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <vector>

#include <unistd.h>

namespace breakeven {

namespace {

struct ScriptItem {
    SourceSlot<4096> script;
    std::uint64_t number;
};

/// Its exit code is 0: with any other the item fails.
struct Said {
    std::uint64_t hash;  ///< of its standard output
    std::uint64_t bytes;
};

/// Takes what a program says, with memory for none of it.
class Listener {
public:
    Listener() { XXH64_reset(&m_hash, 0); }

    void add(std::span<const std::byte> part) {
        XXH64_update(&m_hash, part.data(), part.size());
        m_bytes += part.size();
    }

    Said said() const { return {.hash = XXH64_digest(&m_hash), .bytes = m_bytes}; }

private:
    XXH64_state_t m_hash{};
    std::uint64_t m_bytes = 0;
};

/// Empty: nothing can run this file.
std::vector<std::string> commandFor(const std::string& path) {
    if (access(path.c_str(), X_OK) == 0) return {path};
    if (path.ends_with(".sh")) return {"sh", path};
    if (path.ends_with(".py")) return {"python3", path};
    return {};
}

Result<std::vector<FolderFile>> scriptsOf(const std::filesystem::path& folder) {
    BREAKEVEN_TRY(auto files, filesOf(folder, {}));
    std::erase_if(files, [](const FolderFile& file) { return commandFor(file.path).empty(); });
    if (files.empty())
        return Error{ErrorCode::Unreadable, "folder: '" + folder.string() +
                                                "' has no file to run (executable ones, .py for python3, .sh for sh)"};
    return files;
}

/// Without an exponent, which not every sleep can read.
std::string plainNumber(double number) {
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed).ptr;
    return {text.data(), end};
}

class Script final : public SlotWorkload<ScriptItem, Said> {
public:
    Script(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size),
          m_folder(std::get<std::string>(recipe.params.at("folder"))),
          m_seconds(std::get<double>(recipe.params.at("seconds"))),
          m_limit(std::get<double>(recipe.params.at("limit"))) {}

    void generate(std::uint64_t) override {
        const auto folder = m_folder.empty() ? orThrow("script", resourcesFolder()) / "scripts" : m_folder;
        const auto scripts = orThrow("script", scriptsOf(folder));
        for (ItemCount i = 0; i < m_input.size(); ++i) {
            const FolderFile& script = scripts[i % scripts.size()];
            orThrow("script", m_input[i].script.put(Origin::File, script.path, script.changed));
            m_input[i].number = i;
        }
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = said(m_input[i]);
    }

private:
    Said said(const ScriptItem& item) const {
        const std::string path(item.script.view());
        const std::string what =
            "script: '" + std::filesystem::path(path).filename().string() + "' for item " + std::to_string(item.number);
        Listener listener;
        const auto ended = runProgram(argumentsOf(item), m_limit, [&](auto part) { listener.add(part); });
        if (!ended && ended.error().detail.starts_with("python3: could not be started"))
            throw std::runtime_error(what + ": " + ended.error().detail + " (the package python3 brings it)");
        const ProgramResult result = orThrow(what, ended);
        const ExitStatus status = result.status;
        if (status.signal != 0)
            throw std::runtime_error(what + " was ended by signal " + std::to_string(status.signal) + " (" +
                                     ::strsignal(status.signal) + ")");
        if (status.code != 0)
            throw std::runtime_error(what + " ended with exit code " + std::to_string(status.code) +
                                     (result.lastError.empty() ? "" : ": " + result.lastError));
        return listener.said();
    }

    std::vector<std::string> argumentsOf(const ScriptItem& item) const {
        auto arguments = commandFor(std::string(item.script.view()));
        if (arguments.empty()) arguments = {std::string(item.script.view())};  // it is gone by now: the start says so
        arguments.push_back(std::to_string(item.number));
        // The shipped ones wait one, two and three times as long as they are told: `seconds` on average.
        if (m_folder.empty() && m_seconds > 0) arguments.push_back(plainNumber(m_seconds / 2));
        return arguments;
    }

    std::filesystem::path m_folder;
    double m_seconds;
    Seconds m_limit;
};

}  // namespace

WorkloadEntry scriptWorkload() {
    return {.info = {.id = "script",
                     .title = "Run scripts",
                     .description = "Starts one program per item, with the item's number as its argument, and takes "
                                    "what it prints. Without a folder three small shell scripts are run in turn, "
                                    "which compute a little and wait. One that does not end with exit code 0, or in "
                                    "time, fails.",
                     .teaches = "A program works in a process of its own, so that even threads of one program keep "
                                "many of them going; how many pay is decided by what the programs do.",
                     .params = {folderParam("Folder with programs; item i runs file i modulo their number. Executable "
                                            "files run as they are, .py with python3, .sh with sh, others are left "
                                            "out. Empty: the scripts that come with Breakeven."),
                                pauseParam(Seconds(0.2),
                                           "What a script that comes with Breakeven waits, on average; "
                                           "programs of a folder are not told."),
                                {.name = "limit",
                                 .title = "Limit",
                                 .description = "A program that takes longer is ended, and its item fails.",
                                 .unit = "s",
                                 .kind = ParamKind::Real,
                                 .minimum = 0.01,
                                 .maximum = 86'400,
                                 .initial = 120.0}},
                     .inputBytesPerItem = sizeof(ScriptItem),
                     .outputBytesPerItem = sizeof(Said),
                     .operationsPerItem = 0,
                     .typicalSize = 9,
                     .runsPrograms = true},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<Script>(recipe, memory);
            }};
}

}  // namespace breakeven
