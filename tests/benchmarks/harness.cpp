#include "tests/benchmarks/harness.h"

#include "core/os/clock.h"
#include "core/stats/summary.h"
#include "core/workloads/random.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <iomanip>
#include <iostream>
#include <string_view>

namespace breakeven::benchmarks {

namespace {

constexpr Seconds HeatingTime{0.005};

Seconds sampleTime(const Options& options) {
    return options.quick ? Seconds(0.001) : Seconds(0.02);
}

/// Untimed, in doubling batches. Returns the time of one call in the last batch.
Result<Seconds> heat(const TimedWork& work) {
    const auto begin = Clock::now();
    for (std::uint64_t batch = 1;; batch *= 2) {
        const auto batchBegin = Clock::now();
        BREAKEVEN_CHECK(work(batch));
        const auto now = Clock::now();
        if (now - begin >= HeatingTime) return Seconds(now - batchBegin) / static_cast<double>(batch);
    }
}

/// Time of one call.
Result<Seconds> timeOf(const TimedWork& work, std::uint64_t iterations) {
    quiesce();
    BREAKEVEN_CHECK(heat(work));
    BREAKEVEN_TRY(const Timing timing, takeSample(work, iterations));
    return timing.wall / static_cast<double>(iterations);
}

template <class Number>
bool readNumber(std::string_view text, Number& number) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size();
}

double medianOf(const std::vector<TimePair>& pairs, Seconds TimePair::*side) {
    std::vector<double> values;
    for (const auto& pair : pairs)
        values.push_back((pair.*side).count());
    return median(values);
}

void printTable(const std::vector<Outcome>& outcomes) {
    std::cout << std::fixed;
    for (const auto& outcome : outcomes) {
        std::cout << std::left << std::setw(16) << outcome.name << std::right << std::setprecision(1) << "ours "
                  << std::setw(10) << outcome.ours.count() * 1e6 << " us   baseline " << std::setw(10)
                  << outcome.baseline.count() * 1e6 << " us   ratio " << std::setprecision(3) << outcome.ratio.value;
        if (const auto& interval = outcome.ratio.interval)
            std::cout << " [" << interval->low << ", " << interval->high << "]";
        std::cout << "   " << outcome.ratio.pairs << " rounds\n";
    }
}

void printJson(const std::string& title, const std::vector<Outcome>& outcomes) {
    auto rows = nlohmann::json::array();
    for (const auto& outcome : outcomes) {
        nlohmann::json row = {{"name", outcome.name},
                              {"ours_s", outcome.ours.count()},
                              {"baseline_s", outcome.baseline.count()},
                              {"ratio", outcome.ratio.value},
                              {"rounds", outcome.ratio.pairs}};
        if (const auto& interval = outcome.ratio.interval) {
            row["low"] = interval->low;
            row["high"] = interval->high;
        }
        rows.push_back(row);
    }
    std::cout << nlohmann::json{{"schema", 1}, {"benchmark", title}, {"comparisons", rows}}.dump(2) << '\n';
}

}  // namespace

Result<Options> parseOptions(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        const std::string_view value = i + 1 < argc ? argv[i + 1] : "";
        if (option == "--quick") {
            options.quick = true;
        } else if (option == "--json") {
            options.json = true;
        } else if (option == "--rounds" && readNumber(value, options.rounds) && options.rounds >= 6) {
            ++i;
        } else if (option == "--seed" && readNumber(value, options.seed)) {
            ++i;
        } else {
            return Error{ErrorCode::InvalidInput, "option '" + std::string(option) +
                                                      "' is not allowed here (--rounds N from 6, --seed N, --quick, "
                                                      "--json)"};
        }
    }
    return options;
}

Result<Outcome> compare(const Comparison& comparison, const Options& options) {
    BREAKEVEN_TRY(const Seconds once, heat(comparison.baseline));
    const std::uint64_t iterations = iterationsFor(once, sampleTime(options));
    std::vector<TimePair> pairs;
    for (int round = 0; round < options.rounds; ++round) {
        TimePair pair;
        const bool oursFirst = randomBelow(options.seed, static_cast<std::uint64_t>(round), 2) == 0;
        for (const bool isOurs : {oursFirst, !oursFirst}) {
            BREAKEVEN_TRY(const Seconds time, timeOf(isOurs ? comparison.ours : comparison.baseline, iterations));
            (isOurs ? pair.base : pair.other) = time;
        }
        pairs.push_back(pair);
    }
    BREAKEVEN_TRY(const RatioEstimate ratio, pairedRatio(pairs));
    return Outcome{.name = comparison.name,
                   .ours = Seconds(medianOf(pairs, &TimePair::base)),
                   .baseline = Seconds(medianOf(pairs, &TimePair::other)),
                   .ratio = ratio};
}

int runAll(const std::string& title, const std::vector<Comparison>& comparisons, const Options& options) {
    std::vector<Outcome> outcomes;
    for (const auto& comparison : comparisons) {
        const auto outcome = compare(comparison, options);
        if (!outcome) {
            std::cerr << title << ": " << comparison.name << ": " << outcome.error().detail << '\n';
            return 1;
        }
        outcomes.push_back(*outcome);
    }
    options.json ? printJson(title, outcomes) : printTable(outcomes);
    return 0;
}

}  // namespace breakeven::benchmarks
