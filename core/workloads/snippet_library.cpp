#include "core/workloads/snippet_library.h"

#include "core/engine/disk_cache.h"
#include "core/os/files.h"
#include "core/os/temporary_folder.h"
#include "core/workloads/compiler.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace breakeven {

extern const std::string_view PluginHeaderText;

namespace {

namespace fs = std::filesystem;

constexpr ByteCount LargestText = 64'000'000;
constexpr const char* Beginning = ".new-";  ///< of the name of a folder that is not done
/// No compilation is still at work on a folder this old.
constexpr std::chrono::hours Abandoned{1};

constexpr std::string_view Begin = R"(
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <span>
)";

constexpr std::string_view NoFunction =
    "the source defines neither double f(double) nor void f(std::span<const double>, std::span<double>)";

/// __restrict: the slots of input and output never overlap, which is what lets the loop be vectorised.
constexpr std::string_view End = R"(
namespace breakeven_snippet {

template <class>
inline constexpr bool Never = false;

template <class Number>
void compute(const Number* __restrict input, Number* __restrict output, std::size_t count) {
    if constexpr (requires(Number x) { { f(x) } -> std::same_as<Number>; }) {
        for (std::size_t i = 0; i < count; ++i)
            output[i] = f(input[i]);
    } else if constexpr (requires(std::span<const Number> in, std::span<Number> out) { f(in, out); }) {
        f(std::span<const Number>(input, count), std::span<Number>(output, count));
    } else {
        static_assert(Never<Number>, "@NoFunction@");
    }
}

inline std::uint64_t bitsOf(std::uint64_t seed, std::uint64_t index) {
    std::uint64_t z = seed + (index + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

inline int generate(void* input, std::uint64_t begin, std::uint64_t end, std::uint64_t seed, char*, std::size_t) {
    for (std::uint64_t i = begin; i < end; ++i)
        static_cast<double*>(input)[i] = static_cast<double>(bitsOf(seed, i) >> 11) * 0x1p-53;
    return 0;
}

inline int run(const void* input, void* output, std::uint64_t begin, std::uint64_t end, char* message,
               std::size_t bytes) {
    try {
        compute(static_cast<const double*>(input) + begin, static_cast<double*>(output) + begin, end - begin);
        return 0;
    } catch (const std::exception& problem) {
        std::snprintf(message, bytes, "%s", problem.what());
    } catch (...) {
        std::snprintf(message, bytes, "an exception that is not a std::exception");
    }
    return 1;
}

inline const breakeven_workload workload = {BREAKEVEN_PLUGIN_VERSION, "snippet", sizeof(double), sizeof(double),
                                            generate, run};

}  // namespace breakeven_snippet

extern "C" const breakeven_workload* breakeven_plugin() {
    return &breakeven_snippet::workload;
}
)";

/// It is the native one that the compiler compiles for.
std::string cpuText() {
    std::ifstream file("/proc/cpuinfo");
    std::string text;
    for (std::string line; std::getline(file, line) && !line.empty();)
        if (line.starts_with("model name") || line.starts_with("flags") || line.starts_with("Features"))
            text += line + '\n';
    return text;
}

/// What besides the text makes the library what it is.
std::string makingOf() {
    std::string making;
    for (const std::string& option : libraryOptions())
        making += option + ' ';
    return making + '\n' + compilerFacts() + '\n' + cpuText();
}

/// What lies there is executed, so nobody else may put anything there.
bool isPrivate(const fs::path& folder) {
    struct stat info {};
    return lstat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == geteuid() &&
           (info.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

Result<fs::path> snippetsFolder() {
    std::vector<fs::path> places;
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && fs::path(cache).is_absolute())
        places.push_back(fs::path(cache) / "breakeven/snippets");
    else if (const char* home = std::getenv("HOME"); home != nullptr && fs::path(home).is_absolute())
        places.push_back(fs::path(home) / ".cache/breakeven/snippets");
    std::error_code error;
    const fs::path temporary = fs::temp_directory_path(error);
    if (!error) places.push_back(temporary / ("breakeven-snippets-" + std::to_string(geteuid())));
    std::string tried;
    for (const fs::path& place : places) {
        fs::create_directories(place.parent_path(), error);
        mkdir(place.c_str(), S_IRWXU);
        if (isPrivate(place)) return place;
        tried += (tried.empty() ? "" : ", ") + place.string();
    }
    return Error{ErrorCode::Unwritable, "a folder is needed that only you can write to (tried: " + tried + ")"};
}

/// Left by processes that were killed.
void removeAbandoned(const fs::path& folder) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        const bool isOld = fs::file_time_type::clock::now() - entry.last_write_time(none) > Abandoned;
        if (isOld && entry.path().filename().string().starts_with(Beginning)) fs::remove_all(entry.path(), none);
    }
}

struct Kept {
    fs::path folder;
    std::string text;
    std::string making;

    bool isThere() const {
        const auto keptText = readFile(folder / "source.cpp", LargestText);
        const auto keptMaking = readFile(folder / "made-with", LargestText);
        return keptText && keptMaking && *keptText == text && *keptMaking == making && isNewerThanItsHeaders();
    }
    /// Headers of the user's own, which the text names and does not hold.
    bool isNewerThanItsHeaders() const {
        const auto uses = readFile(folder / "uses", LargestText);
        std::error_code error;
        const auto made = fs::last_write_time(library(), error);
        return uses && !error && std::ranges::all_of(filesUsed(*uses), [&](const fs::path& file) {
                   if (file.filename() == "source.cpp") return true;
                   std::error_code missing;
                   return fs::last_write_time(file, missing) <= made && !missing;
               });
    }
    std::string library() const { return (folder / "library.so").string(); }
};

Result<void> compile(const Kept& wanted) {
    BREAKEVEN_TRY(const auto compiler, findCompiler());
    removeAbandoned(wanted.folder.parent_path());
    BREAKEVEN_TRY(const auto fresh, TemporaryFolder::make(wanted.folder.parent_path(), Beginning));
    BREAKEVEN_CHECK(saveFile(fresh.path() / "source.cpp", wanted.text, Durability::Unsynced));
    BREAKEVEN_CHECK(saveFile(fresh.path() / "made-with", wanted.making, Durability::Unsynced));
    BREAKEVEN_CHECK(compileLibrary(compiler, fresh.path()));
    std::error_code error;
    for (int attempt = 0; attempt < 2; ++attempt) {
        fs::rename(fresh.path(), wanted.folder, error);
        if (!error || wanted.isThere()) return {};  // by another process meanwhile
        fs::remove_all(wanted.folder, error);       // damaged
    }
    return Error{ErrorCode::Unwritable, wanted.folder.string() + ": cannot be written: " + error.message()};
}

Error plainly(Error error) {
    if (error.detail.find(NoFunction) != std::string::npos) error.detail = NoFunction;
    return error;
}

}  // namespace

std::string snippetText(const std::string& source) {
    constexpr std::string_view Place = "@NoFunction@";
    std::string end(End);
    end.replace(end.find(Place), Place.size(), NoFunction);
    std::string text(PluginHeaderText);
    text.append(Begin).append("#line 1 \"").append(UserSource).append("\"\n").append(source);
    return text.append("\n#line 1 \"breakeven\"").append(end);
}

Result<std::string> snippetLibrary(const std::string& source, bool isMade) {
    static std::map<fs::path, Error> failures;  // a list of each size asks again
    BREAKEVEN_TRY(const auto folder, snippetsFolder());
    Kept wanted{.folder = {}, .text = snippetText(source), .making = makingOf()};
    wanted.folder = folder / textOf(cacheKey(wanted.making + wanted.text));
    if (const auto failed = failures.find(wanted.folder); failed != failures.end()) return failed->second;
    if (!isMade && !wanted.isThere()) {
        if (const auto compiled = compile(wanted); !compiled)
            return failures[wanted.folder] = plainly(compiled.error());
    }
    return wanted.library();
}

}  // namespace breakeven
