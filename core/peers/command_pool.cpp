#include "core/peers/command_pool.h"

#include "core/base/command_line.h"
#include "core/base/xxhash.h"
#include "core/os/program_run.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace breakeven {

namespace {

/// What to start, and how to take what it says.
struct Command {
    std::vector<std::string> words;
    Seconds limit{0};
    bool tellsTime = false;
    bool outputCounts = true;
    bool exitCodeCounts = true;
};

struct Outcome {
    OwnClock clock;
    std::uint64_t output = 0;  ///< a hash; 0 when it does not count
};

Result<Command> commandOf(const ListJob& job, const CallOptions& options) {
    if (job.shared == nullptr) return Error{ErrorCode::Internal, "command: the list has no recipe"};
    const auto recipe = nlohmann::json::parse(job.shared->recipe, nullptr, false);
    if (!recipe.is_object() || recipe.value("workload", "") != CommandId)
        return Error{ErrorCode::Refused, "the backend command runs programs only, which the workload command names"};
    const auto& params = recipe.at("params");
    BREAKEVEN_TRY(auto words, splitCommand(params.at("command").get<std::string>()));
    return Command{
        .words = filledIn(std::move(words), {.size = job.size, .workers = options.workers, .backend = options.backend}),
        .limit = Seconds(params.at("limit").get<double>()),
        .tellsTime = params.at("time") == "own",
        .outputCounts = params.at("output") == "compare",
        .exitCodeCounts = params.at("exit-codes") == "check"};
}

/// Takes a program's output in parts, however much it is: hashes it, without the last line when that tells the time.
class Output {
public:
    explicit Output(bool endsWithTime) : m_endsWithTime(endsWithTime) { XXH64_reset(&m_hash, 0); }

    void add(std::span<const std::byte> part) {
        const std::string_view text(reinterpret_cast<const char*>(part.data()), part.size());
        if (!m_endsWithTime) return hash(text);
        m_line += text;
        // The last newline may be the end of the last line.
        const auto before = m_line.size() < 2 ? std::string::npos : m_line.rfind('\n', m_line.size() - 2);
        const auto begin = before == std::string::npos ? 0 : before + 1;
        const auto end = std::max(begin, m_line.size() - std::min(m_line.size(), LongestLine));
        hash(std::string_view(m_line).substr(0, end));
        m_line.erase(0, end);
    }

    std::uint64_t hash() const { return XXH64_digest(&m_hash); }
    const std::string& lastLine() const { return m_line; }

private:
    static constexpr std::size_t LongestLine = 65'536;  // what is longer tells no time

    void hash(std::string_view text) { XXH64_update(&m_hash, text.data(), text.size()); }

    XXH64_state_t m_hash{};
    bool m_endsWithTime;
    std::string m_line;
};

/// Errors: WorkFailed; ChildCrashed.
Result<void> checkEnd(const Command& command, const ProgramResult& result) {
    const ExitStatus status = result.status;
    if (status.signal != 0)
        return Error{ErrorCode::ChildCrashed,
                     "ended by signal " + std::to_string(status.signal) + " (" + ::strsignal(status.signal) + ')'};
    if (status.code == 0 || !command.exitCodeCounts) return {};
    return Error{ErrorCode::WorkFailed, "exit code " + std::to_string(status.code) +
                                            (result.lastError.empty() ? "" : ": " + result.lastError)};
}

/// Errors: WorkFailed.
Result<Seconds> toldTime(const std::string& lastLine) {
    const auto told = nlohmann::json::parse(lastLine, nullptr, false);
    if (told.is_object()) {
        const auto seconds = told.find("seconds");
        if (seconds != told.end() && seconds->is_number() && std::isfinite(seconds->get<double>()) &&
            seconds->get<double>() >= 0)
            return Seconds(seconds->get<double>());
    }
    return Error{ErrorCode::WorkFailed,
                 R"(time=own: the last line of the output is not a JSON object such as {"seconds": 1.5})"};
}

Result<Outcome> runOnce(const Command& command) {
    Output output(command.tellsTime);
    const auto take = [&output](std::span<const std::byte> part) { output.add(part); };
    const bool listens = command.outputCounts || command.tellsTime;
    auto result = runProgram(command.words, command.limit, listens ? OutputTaker(take) : OutputTaker());
    if (!result && result.error().code == ErrorCode::Internal)
        return Error{ErrorCode::WorkFailed, result.error().detail};  // the program is wrong, not the system
    if (!result) return result.error();
    BREAKEVEN_CHECK(checkEnd(command, *result));
    Outcome outcome{.clock = {.wall = result->wall,
                              .cpu = result->usage.cpu,
                              .startup = result->startup,
                              .peakMemory = result->usage.peakMemory},
                    .output = command.outputCounts ? output.hash() : 0};
    if (command.tellsTime) {
        BREAKEVEN_TRY(outcome.clock.wall, toldTime(output.lastLine()));
        outcome.clock.startup += std::max(Seconds(0), result->wall - outcome.clock.wall);
    }
    return outcome;
}

}  // namespace

Result<std::unique_ptr<WorkerPool>> CommandPool::start(const PoolOptions&) {
    return std::unique_ptr<WorkerPool>(new CommandPool);
}

Result<CallReport> CommandPool::carryOut(const ListJob& job, const CallOptions& options, const CallSpan& span) {
    BREAKEVEN_TRY(const Command command, commandOf(job, options));
    OwnClock own;
    std::uint64_t output = 0;
    for (std::uint64_t i = 0; i < span.iterations; ++i) {
        BREAKEVEN_TRY(const Outcome once, runOnce(command));
        own.wall += once.clock.wall;
        own.cpu += once.clock.cpu;
        own.startup += once.clock.startup / static_cast<double>(span.iterations);
        own.peakMemory = std::max(own.peakMemory, once.clock.peakMemory);
        output = once.output;
    }
    job.kernel.unpack(Side::Output, 0, job.size, {reinterpret_cast<const char*>(&output), sizeof output});
    return CallReport{.firstResult = {}, .own = own};
}

Result<void> CommandPool::map(const ListJob& job) {
    const auto report = carryOut(job, {}, {});
    return report ? Result<void>() : report.error();
}

void CommandPool::submit(const ListJob&, Chunk chunk, Completion& completion) {
    completion.chunkEnded(chunk,
                          Error{ErrorCode::Refused, "command: a program takes the whole list, no single chunks"});
}

}  // namespace breakeven
