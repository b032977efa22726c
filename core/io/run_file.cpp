#include "core/io/run_file.h"

#include "core/experiment/codec.h"
#include "core/io/skipped_lines.h"
#include "core/os/files.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <variant>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace breakeven {

namespace {

Error writeError(const std::filesystem::path& path, int error) {
    return {ErrorCode::Internal, path.string() + ": cannot be written: " + std::generic_category().message(error)};
}

/// The next line without its end, and whether it had one.
struct Line {
    std::string_view text;
    bool complete = true;
};

Line nextLine(std::string_view& rest) {
    const auto end = rest.find('\n');
    Line line{rest.substr(0, end), end != std::string_view::npos};
    rest.remove_prefix(line.complete ? end + 1 : rest.size());
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    return line;
}

/// The trial that the event tells of; absent: none, or it is its start.
std::optional<int> trialOf(const Event& event) {
    return std::visit(
        [](const auto& kind) -> std::optional<int> {
            if constexpr (requires { int{kind.trial}; }) return kind.trial;
            return std::nullopt;
        },
        event);
}

/// Also behind the rest of a line that was cut: runs that were put into one file one after the other.
bool beginsARun(std::string_view line, const Result<Event>& event) {
    if (event) return std::holds_alternative<RunStarted>(*event);
    return line.find(R"({"event":"run-started")") != line.npos;
}

}  // namespace

Result<RunWriter> RunWriter::create(const std::filesystem::path& path) {
    BREAKEVEN_CHECK(checkWritable(path));
    RunWriter writer(path);
    std::error_code none;
    if (std::filesystem::is_regular_file(path, none)) BREAKEVEN_CHECK(writer.takeFile());
    return writer;
}

Result<void> RunWriter::takeFile() {
    Descriptor file(open(m_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
    struct stat info {};
    if (!file || fstat(file.get(), &info) != 0) return writeError(m_path, errno);
    const bool isShared = !S_ISREG(info.st_mode);  // a device or a pipe may take several runs
    if (!isShared && flock(file.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return Error{ErrorCode::Unwritable, m_path.string() + ": another run is being written there"};
    m_file = std::move(file);
    return {};
}

Result<void> RunWriter::append(const std::vector<Event>& events) {
    std::string text;
    for (const auto& event : events)
        text += writeEvent(event) + '\n';
    if (!m_file) BREAKEVEN_CHECK(takeFile());
    if (!std::exchange(m_isBegun, true) && ftruncate(m_file.get(), 0) != 0 && errno != EINVAL)  // pipes have no length
        return writeError(m_path, errno);
    for (std::string_view rest = text; !rest.empty();) {
        const auto written = write(m_file.get(), rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return writeError(m_path, errno);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    const bool isFlushed =
        fdatasync(m_file.get()) == 0 || errno == EINVAL || errno == EROFS;  // pipes and devices cannot be
    if (!isFlushed) return writeError(m_path, errno);
    return {};
}

Result<LoadedRun> readRunText(const std::string& text, const std::string& name) {
    std::string_view rest = text;
    auto header = parseEvent(nextLine(rest).text);
    if (!header) return Error{ErrorCode::Unreadable, name + ": line 1: " + header.error().detail};
    if (!std::holds_alternative<RunStarted>(*header)) {
        return Error{ErrorCode::Unreadable, name + ": line 1: not a run-started event, so this is no run file"};
    }
    LoadedRun run;
    run.events.push_back(*std::move(header));
    SkippedLines skipped(name);
    std::unordered_set<int> trials;
    std::size_t timeless = 0;
    bool isCut = false;
    for (std::size_t number = 2; !rest.empty(); ++number) {
        const auto line = nextLine(rest);
        if (line.text.find_first_not_of(" \t") == std::string_view::npos) continue;
        auto event = parseEvent(line.text);
        if (beginsARun(line.text, event)) {
            run.warnings.push_back(name + ": a second run begins on line " + std::to_string(number) +
                                   "; all from there on is left out");
            break;
        }
        if (event) {
            if (const auto* started = std::get_if<TrialStarted>(&*event)) trials.insert(started->trial.id);
            if (const auto trial = trialOf(*event); trial && !trials.contains(*trial)) {
                skipped.add(number, "trial " + std::to_string(*trial) + " was never started");
                continue;
            }
            const auto* sample = std::get_if<Sample>(&*event);
            if (sample && sample->seconds <= Seconds(0)) ++timeless;
            run.events.push_back(*std::move(event));
        } else if (line.complete) {
            skipped.add(number, event.error().detail);
        } else {
            isCut = true;
        }
    }
    const auto lines = skipped.warnings();
    run.warnings.insert(run.warnings.begin(), lines.begin(), lines.end());
    if (timeless > 0)
        run.warnings.push_back(name + ": " + std::to_string(timeless) + (timeless == 1 ? " sample" : " samples") +
                               " took no time at all (0 s)");
    const std::string kept = std::to_string(run.events.size()) + " events kept";
    if (isCut) {
        run.warnings.push_back(name + ": the last line is cut; " + kept);
    } else if (!std::holds_alternative<RunFinished>(run.events.back())) {
        run.warnings.push_back(name + ": the run did not come to its end; " + kept);
    }
    return run;
}

Results foldEvents(const std::vector<Event>& events) {
    Results results;
    for (const auto& event : events)
        results.apply(event);
    return results;
}

}  // namespace breakeven
