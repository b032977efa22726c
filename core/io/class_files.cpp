#include "core/io/class_files.h"

#include "core/io/class_report.h"
#include "core/io/formats.h"
#include "core/os/files.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace breakeven {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 8> Suffixes = {".samples.csv", ".seeds.csv", ".jsonl",  ".csv",
                                                      ".json",        ".jsonl.gz",  ".csv.gz", ".json.gz"};

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

std::string_view suffixOf(const std::string& name) {
    const std::string lower = lowerCase(name);
    const auto found = std::ranges::find_if(Suffixes, [&](std::string_view suffix) { return lower.ends_with(suffix); });
    return found != Suffixes.end() ? *found : std::string_view();
}

std::string stemOf(const fs::path& path) {
    const std::string name = path.filename();
    const std::string stem = name.substr(0, name.size() - suffixOf(name).size());
    return stem.empty() ? name : stem;
}

/// A link that leads nowhere is named like a file, so that somebody learns of it.
bool isFile(const fs::directory_entry& entry) {
    std::error_code failure;
    const fs::file_status status = entry.status(failure);
    return status.type() == fs::file_type::regular || (failure && entry.is_symlink(failure)) ||
           status.type() == fs::file_type::not_found;
}

/// What was made of the class before lies among its files.
bool isOfAClass(const fs::path& path) {
    if (suffixOf(path.filename()) != ".csv") return false;
    const auto text = readFile(path);
    return text && isClassCsv(*text);
}

void collect(const fs::path& folder, std::vector<fs::path>& found, std::vector<LeftOut>& unread) {
    std::error_code failure;
    std::vector<fs::path> folders;
    for (fs::directory_iterator entry(folder, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        const std::string name = entry->path().filename();
        if (name.starts_with('.')) continue;
        std::error_code unknown;
        if (entry->is_directory(unknown) && !entry->is_symlink(unknown))
            folders.push_back(entry->path());
        else if (!suffixOf(name).empty() && isFile(*entry) && !isOfAClass(entry->path()))
            found.push_back(entry->path());
    }
    if (failure) unread.push_back({folder.filename(), "a folder that cannot be read: " + failure.message()});
    for (const fs::path& each : folders)
        collect(each, found, unread);
}

/// The same file may be named twice, or lie in a folder that is named, too.
fs::path identityOf(const fs::path& path) {
    std::error_code failure;
    const fs::path whole = fs::weakly_canonical(path, failure);
    return failure ? path.lexically_normal() : whole;
}

/// Names that several folders have are told apart by the folder's.
void nameLearners(std::vector<ClassFile>& files) {
    std::map<std::string, std::set<fs::path>> folders;  // of each stem
    for (const ClassFile& file : files)
        folders[stemOf(file.path)].insert(file.path.parent_path());
    for (ClassFile& file : files) {
        file.learner = stemOf(file.path);
        file.name = file.path.filename();
        const auto& others = folders[file.learner];
        if (others.size() == 1) continue;
        const fs::path own = file.path.parent_path();
        const auto alike =
            std::ranges::count_if(others, [&](const fs::path& each) { return each.filename() == own.filename(); });
        file.learner = alike == 1 ? own.filename().string()
                                  : own.parent_path().filename().string() + "/" + own.filename().string();
        file.name = file.learner + "/" + file.name;
    }
}

std::string withoutName(const std::string& detail, const fs::path& path) {
    for (const std::string& name : {path.string(), path.filename().string()})
        if (detail.starts_with(name + ": ")) return detail.substr(name.size() + 2);
    return detail;
}

}  // namespace

Result<ClassFiles> classFilesIn(std::span<const std::string> paths, const fs::path& output) {
    ClassFiles collected;
    std::vector<fs::path> found;
    for (const std::string& path : paths) {
        std::error_code failure;
        const fs::file_status status = fs::status(path, failure);
        if (status.type() == fs::file_type::not_found || status.type() == fs::file_type::none)
            return Error{ErrorCode::Unreadable, path + ": " + failure.message()};
        if (status.type() == fs::file_type::directory)
            collect(path, found, collected.unread);
        else
            found.emplace_back(path);
    }
    std::set<fs::path> known;
    if (!output.empty()) known.insert(identityOf(output));
    std::ranges::sort(found);
    for (fs::path& path : found)
        if (known.insert(identityOf(path)).second) collected.files.push_back({std::move(path), {}, {}});
    if (collected.files.empty()) {
        const std::string where = paths.size() == 1 ? paths.front() : "the folders";
        const std::string why =
            collected.unread.empty() ? "holds no file of results (.jsonl, .csv, .json)" : collected.unread.front().why;
        return Error{ErrorCode::Unreadable, where + ": " + why};
    }
    nameLearners(collected.files);
    return collected;
}

ClassRuns readClass(const ClassFiles& files, const std::function<bool(std::size_t done)>& goesOn) {
    ClassRuns read;
    read.unread = files.unread;
    std::size_t done = 0;
    for (const ClassFile& file : files.files) {
        if (auto run = readResults(file.path)) {
            std::ranges::move(run->warnings, std::back_inserter(read.warnings));
            read.runs.push_back(classRunOf(file.learner, foldEvents(run->events)));
            read.runs.back().file = file.name;
        } else {
            read.unread.push_back({file.name, withoutName(run.error().detail, file.path)});
        }
        if (goesOn && !goesOn(++done)) break;
    }
    return read;
}

}  // namespace breakeven
