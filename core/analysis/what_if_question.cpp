#include "core/analysis/what_if_question.h"

#include "core/base/parse.h"
#include "core/experiment/wording.h"

#include <optional>
#include <utility>

namespace breakeven {

namespace {

constexpr double LargestFactor = 10;
constexpr std::uint64_t MostExtraWorkers = 1024;
constexpr std::uint64_t LargestChunk = 1'000'000'000'000;

Error refused(std::string_view part) {
    return notAllowed("what if", inQuotes(part),
                      "dispatch=0 to 10, workers=+1 to +1024, chunk=1 to 1e12, balance, no-start; several with commas");
}

/// Whether the part was understood.
bool take(WhatIf& question, std::string_view part) {
    const std::size_t equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    const std::string_view value = equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1);
    if (part == "balance") return question.perfectBalance = true;
    if (part == "no-start") return question.noStart = true;
    if (name == "dispatch") {
        const auto factor = parseWhole<double>(value);
        if (!factor || !(*factor >= 0 && *factor <= LargestFactor)) return false;
        question.dispatchFactor = *factor;
        return true;
    }
    if (name == "workers") {
        const auto more = parseCount(value.substr(value.starts_with('+') ? 1 : 0), MostExtraWorkers);
        if (more) question.extraWorkers = static_cast<WorkerCount>(*more);
        return more.has_value();
    }
    if (name == "chunk") {
        question.chunk = parseCount(value, LargestChunk);
        return question.chunk.has_value();
    }
    return false;
}

}  // namespace

std::vector<NamedWhatIf> usualQuestions() {
    return {{"half-dispatch", "half the cost of handing over", {.dispatchFactor = 0.5}},
            {"perfect-balance", "perfectly balanced workers", {.perfectBalance = true}},
            {"no-start", "a pool that is there and awake", {.noStart = true}},
            {"one-more-worker", "one more worker on a CPU of its own", {.extraWorkers = 1}}};
}

Result<NamedWhatIf> parseWhatIf(std::string_view text) {
    NamedWhatIf named{oneLine(text), oneLine(text), {}};
    while (true) {
        const std::size_t comma = text.find(',');
        if (!take(named.question, text.substr(0, comma))) return refused(text.substr(0, comma));
        if (comma == std::string_view::npos) return named;
        text.remove_prefix(comma + 1);
    }
}

}  // namespace breakeven
