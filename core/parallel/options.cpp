#include "core/parallel/options.h"

#include "core/base/in_flight.h"
#include "core/base/workers.h"
#include "core/os/cpus.h"
#include "core/parallel/parallel_error.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace breakeven {

namespace {

[[noreturn]] void refuse(const char* field, std::string_view value, const char* allowed) {
    std::string text = std::string(field) + ": ";
    text.append(value).append(" is not allowed (").append(allowed).append(")");
    throw ParallelError({ErrorCode::InvalidInput, text});
}

std::string numberText(double value) {
    std::array<char, 32> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr};
}

}  // namespace

ChunkOption::ChunkOption(const char* text) : m_policy(valueOrThrow(parseChunk(text))) {}

std::uint64_t InFlightOption::limit(WorkerCount workers) const {
    return valueOrThrow(parseInFlight(m_text, workers));
}

void thisCallableOrItsDataCannotTravelToAnotherProcess() {}

JobRules checked(JobRules rules) {
    constexpr double Longest = 1e9;
    const double deadline = rules.itemDeadline.count();
    if (!(deadline >= 0 && deadline <= Longest))
        refuse("deadline", numberText(deadline), "seconds above 0 and up to 1e9, or 0 for none");
    if (rules.stopAfterErrors == 0) refuse("stopAfterErrors", "0", "a count from 1");
    return rules;
}

std::string checkedStart(const char* start) {
    constexpr const char* Allowed = "fork or spawn";
    if (start == nullptr) refuse("start", "nothing", Allowed);
    const std::string text(start);
    if (text != "fork" && text != "spawn") refuse("start", "'" + text + "'", Allowed);
    return text;
}

Clock::time_point endOfTimeout(Seconds timeout) {
    if (std::isnan(timeout.count())) refuse("timeout", "nan", "seconds; below 0 is as 0");
    return endOfWait(timeout);
}

LocalBackend LocalBackend::named(std::string_view id) {
    if (isOfProcesses(id))
        throw ParallelError({ErrorCode::InvalidInput, "backend: '" + std::string(id) +
                                                          "' is not allowed for a callable or data that cannot travel "
                                                          "to another process (serial, tbb, threads)"});
    return LocalBackend(id, 0);
}

WorkerCount resolvedWorkers(int workers) {
    // Asking the kernel costs more than a short list; what it says hardly changes while a program runs.
    static const WorkerCount cpus = usableCpus().count;
    return valueOrThrow(resolveWorkers(workers, cpus));
}

}  // namespace breakeven
