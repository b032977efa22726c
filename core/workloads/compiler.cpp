#include "core/workloads/compiler.h"

#include "core/base/numbers.h"
#include "core/base/utf8.h"
#include "core/os/memory.h"
#include "core/os/program_run.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <span>
#include <utility>

namespace breakeven {

namespace {

namespace fs = std::filesystem;

constexpr const char* DefaultCompiler = "c++";
constexpr Seconds LongestGreeting{10};
constexpr Seconds LongestCompilation{60};
constexpr ByteCount MostMemory = 2'000'000'000;
constexpr ByteCount LargestFile = 64'000'000;  // that it may write
constexpr std::size_t LongestOutput = 1'000'000;
constexpr int MostComplaints = 5;
constexpr std::size_t LongestComplaint = 300;

/// The limits of a process are set by the process itself.
constexpr const char* LimitedScript =
    "ulimit -S -v $1; ulimit -S -f $2; TMPDIR=$3; LC_ALL=C; export TMPDIR LC_ALL; shift 3; exec \"$@\" 2>&1";

struct Spoken {
    ProgramResult program;
    std::string output;  ///< its beginning
};

Result<Spoken> run(const std::vector<std::string>& argv, Seconds limit) {
    Spoken spoken;
    const auto take = [&](std::span<const std::byte> part) {
        const std::size_t room = LongestOutput - spoken.output.size();
        spoken.output.append(reinterpret_cast<const char*>(part.data()), std::min(room, part.size()));
    };
    BREAKEVEN_TRY(spoken.program, runProgram(argv, limit, take));
    return spoken;
}

bool isWell(const ExitStatus& status) {
    return status.code == 0 && status.signal == 0;
}

std::string compilerProgram() {
    const char* const named = std::getenv("BREAKEVEN_CXX");
    return named != nullptr && *named != '\0' ? named : DefaultCompiler;
}

/// Takes what stands before the first separator from the front.
std::string_view takeUntil(std::string_view& text, std::string_view separator) {
    const auto end = std::min(text.find(separator), text.size());
    const auto taken = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + separator.size()));
    return taken;
}

/// Of "snippet:3:5: …"; absent when the text does not begin so.
std::optional<int> userLineAt(std::string_view text) {
    if (!text.starts_with(UserSource)) return std::nullopt;
    text.remove_prefix(UserSource.size());
    if (!text.starts_with(':')) return std::nullopt;
    int line = 0;
    if (std::from_chars(text.data() + 1, text.data() + text.size(), line).ec != std::errc()) return std::nullopt;
    return line;
}

struct Complaint {
    std::optional<int> line;
    std::string text;
    bool isOfDriver = false;  ///< names no place; it says that something failed, and rarely why

    bool operator==(const Complaint&) const = default;
};

/// "FILE:3:5: error: TEXT", also of a fatal one.
std::optional<Complaint> complaintIn(std::string_view line) {
    for (const std::string_view mark : {": fatal error: ", ": error: "}) {
        const auto at = line.find(mark);
        if (at == std::string_view::npos || line.starts_with(' ')) continue;
        const bool hasPlace = line.substr(0, at).find(':') != std::string_view::npos;
        return Complaint{userLineAt(line), shortened(line.substr(at + mark.size()), LongestComplaint), !hasPlace};
    }
    return std::nullopt;
}

/// What the linker misses, without the names of files that nobody knows.
std::optional<Complaint> missingIn(std::string_view line) {
    const auto at = line.find("undefined reference to ");
    if (at == std::string_view::npos) return std::nullopt;
    return Complaint{std::nullopt, shortened(line.substr(at), LongestComplaint), false};
}

std::string inOneLine(const std::vector<Complaint>& complaints) {
    std::string text;
    for (const Complaint& each : complaints) {
        text += text.empty() ? "" : "; ";
        if (each.line) text += "line " + std::to_string(*each.line) + ": ";
        text += each.text;
    }
    return text;
}

std::string endOf(const ExitStatus& status) {
    if (status.signal != 0) return std::string("the compiler was ended by ") + ::strsignal(status.signal);
    return "the compiler ended with status " + std::to_string(status.code);
}

}  // namespace

std::string compilerFacts() {
    const fs::path program = compilerProgram();
    std::string_view folders = std::getenv("PATH") != nullptr ? std::getenv("PATH") : "";
    std::error_code missing;
    fs::path found = program;
    while (!program.has_parent_path() && !folders.empty()) {
        found = fs::path(takeUntil(folders, ":")) / program;
        if (fs::exists(found, missing)) break;
    }
    const fs::path file = fs::canonical(found, missing);
    if (missing) return program.string();
    const auto changed = fs::last_write_time(file, missing).time_since_epoch().count();
    return file.string() + ' ' + std::to_string(fs::file_size(file, missing)) + ' ' + std::to_string(changed);
}

Result<Compiler> findCompiler() {
    const std::string program = compilerProgram();
    const std::string chosen = program == DefaultCompiler ? "" : "; BREAKEVEN_CXX names '" + program + "'";
    const Error none{ErrorCode::Refused, "no C++ compiler is found (package g++ brings it" + chosen + ")"};
    const auto spoken = run({program, "--version"}, LongestGreeting);
    if (!spoken || !isWell(spoken->program.status)) return none;
    std::string_view text = spoken->output;
    return Compiler{program, shortened(takeUntil(text, "\n"), LongestComplaint)};
}

std::vector<std::string> libraryOptions() {
    // Fused operations would make digits depend on whether a loop was vectorised there. Hidden: to be inlined.
    return {"-O3",
            "-march=native",
            "-std=c++20",
            "-ffp-contract=off",
            "-shared",
            "-fPIC",
            "-fvisibility=hidden",
            "-w",
            "-fmax-errors=5",
            "-fmessage-length=0",
            "-fdiagnostics-color=never",
            "-Wl,-z,defs"};
}

Result<void> compileLibrary(const Compiler& compiler, const fs::path& folder) {
    constexpr ByteCount Kilobyte = 1024;
    constexpr ByteCount Block = 512;  // as ulimit counts files
    const ByteCount memory = std::min(MostMemory, availableMemory().bytes / 2);
    std::vector<std::string> argv{"/bin/sh",
                                  "-c",
                                  LimitedScript,
                                  "sh",
                                  std::to_string(memory / Kilobyte),
                                  std::to_string(LargestFile / Block),
                                  folder.string(),
                                  compiler.program};
    const auto options = libraryOptions();
    argv.insert(argv.end(), options.begin(), options.end());
    for (const fs::path& path : {fs::path("-MMD"), fs::path("-MF"), folder / "uses", fs::path("-o"),
                                 folder / "library.so", folder / "source.cpp"})
        argv.push_back(path.string());

    const auto spoken = run(argv, LongestCompilation);
    if (!spoken && spoken.error().code == ErrorCode::TimedOut)
        return Error{ErrorCode::TimedOut, "the compiler was not done after 60 s"};
    if (!spoken) return spoken.error();
    if (isWell(spoken->program.status)) return {};
    std::string reason = complaintsOf(spoken->output);
    for (const char* const words : {"out of memory", "memory exhausted"})
        if (spoken->output.find(words) != std::string::npos)
            reason = "the compiler needs more than " + formatBytes(static_cast<double>(memory)) + " of memory";
    return Error{ErrorCode::WorkFailed, reason.empty() ? endOf(spoken->program.status) : reason};
}

std::vector<fs::path> filesUsed(std::string_view rule) {
    std::vector<fs::path> files;
    takeUntil(rule, ": ");
    std::string name;
    for (std::size_t i = 0; i <= rule.size(); ++i) {
        const char c = i < rule.size() ? rule[i] : '\n';
        const bool isEscape = c == '\\' && i + 1 < rule.size();
        if (isEscape && rule[i + 1] != '\n') {
            name += rule[++i];
        } else if (c != ' ' && c != '\n' && !isEscape) {
            name += c;
        } else if (!name.empty()) {
            files.emplace_back(std::exchange(name, {}));
        }
    }
    return files;
}

std::string complaintsOf(std::string_view output) {
    std::vector<Complaint> complaints;
    std::string driver;
    std::optional<int> leading;  // the user's line that what follows was found from
    while (!output.empty()) {
        const auto line = takeUntil(output, "\n");
        const auto mentioned = userLineAt(line);
        auto complaint = complaintIn(line);
        if (!complaint) complaint = missingIn(line);
        if (complaint && complaint->isOfDriver) {
            driver = complaint->text;
        } else if (complaint) {
            if (!complaint->line) complaint->line = std::exchange(leading, std::nullopt);
            if (std::ranges::find(complaints, *complaint) == complaints.end()) complaints.push_back(*complaint);
        } else if (const auto from = line.find(" from " + std::string(UserSource) + ':'); from != line.npos) {
            leading = userLineAt(line.substr(from + 6));
        } else if (mentioned && line.find("required from") != line.npos) {
            leading = mentioned;
        } else if (mentioned && !complaints.empty() && !complaints.back().line) {
            complaints.back().line = mentioned;  // a note: to match this '{'
        }
    }
    // What else is wrong follows from the user's lines.
    if (std::ranges::any_of(complaints, [](const Complaint& each) { return each.line.has_value(); }))
        std::erase_if(complaints, [](const Complaint& each) { return !each.line; });
    if (complaints.size() > MostComplaints) complaints.resize(MostComplaints);
    return complaints.empty() ? driver : inOneLine(complaints);
}

}  // namespace breakeven
