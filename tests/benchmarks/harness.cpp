#include "tests/benchmarks/harness.h"

#include "core/base/random.h"
#include "core/os/clock.h"
#include "core/stats/summary.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <iomanip>
#include <iostream>
#include <numeric>
#include <string_view>
#include <utility>

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

double medianOf(const Rounds& rounds, std::size_t column) {
    std::vector<double> values;
    for (const auto& round : rounds)
        values.push_back(round[column].count());
    return median(values);
}

std::vector<std::size_t> inRandomOrder(std::size_t count, std::uint64_t random) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = count; left > 1; --left)
        std::swap(order[left - 1], order[randomBelow(random, left, left)]);
    return order;
}

void printTable(const std::vector<Outcome>& outcomes) {
    std::cout << std::fixed;
    for (const auto& outcome : outcomes) {
        std::cout << std::left << std::setw(34) << outcome.name << std::right << std::setprecision(1) << "ours "
                  << std::setw(10) << outcome.ours.count() * 1e6 << " us   baseline " << std::setw(10)
                  << outcome.baseline.count() * 1e6 << " us   ratio " << std::setprecision(3) << outcome.ratio.value;
        if (const auto& interval = outcome.ratio.interval)
            std::cout << " [" << interval->low << ", " << interval->high << "]";
        std::cout << "   " << outcome.ratio.pairs << " rounds";
        if (outcome.goal.must > 0) std::cout << "   must " << outcome.goal.must;
        if (outcome.goal.aim > 0) std::cout << "   aim " << outcome.goal.aim;
        std::cout << '\n';
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
        if (outcome.goal.must > 0) row["must"] = outcome.goal.must;
        if (outcome.goal.aim > 0) row["aim"] = outcome.goal.aim;
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

Result<Rounds> measureRounds(const std::vector<TimedWork>& works, const Options& options) {
    std::vector<std::uint64_t> iterations;
    for (const auto& work : works) {
        BREAKEVEN_TRY(const Seconds once, heat(work));
        iterations.push_back(iterationsFor(once, sampleTime(options)));
    }
    Rounds rounds;
    for (int round = 0; round < options.rounds; ++round) {
        std::vector<Seconds> times(works.size());
        for (const std::size_t i : inRandomOrder(works.size(), randomBits(options.seed, rounds.size()))) {
            BREAKEVEN_TRY(times[i], timeOf(works[i], iterations[i]));
        }
        rounds.push_back(std::move(times));
    }
    return rounds;
}

Result<Outcome> outcomeOf(const std::string& name, const Rounds& rounds, std::size_t ours, std::size_t baseline,
                          Goal goal) {
    std::vector<TimePair> pairs;
    for (const auto& round : rounds)
        pairs.push_back({.base = round[ours], .other = round[baseline]});
    BREAKEVEN_TRY(const RatioEstimate ratio, pairedRatio(pairs));
    return Outcome{.name = name,
                   .ours = Seconds(medianOf(rounds, ours)),
                   .baseline = Seconds(medianOf(rounds, baseline)),
                   .ratio = ratio,
                   .goal = goal};
}

Result<Outcome> compare(const Comparison& comparison, const Options& options) {
    BREAKEVEN_TRY(const Rounds rounds, measureRounds({comparison.ours, comparison.baseline}, options));
    return outcomeOf(comparison.name, rounds, 0, 1, comparison.goal);
}

Result<std::vector<Outcome>> compareAll(const std::vector<Comparison>& comparisons, const Options& options) {
    std::vector<Outcome> outcomes;
    for (const auto& comparison : comparisons) {
        auto outcome = compare(comparison, options);
        if (!outcome) return Error{outcome.error().code, comparison.name + ": " + outcome.error().detail};
        outcomes.push_back(*std::move(outcome));
    }
    return outcomes;
}

int runProgram(const std::string& title, int argc, char** argv,
               const std::function<Result<std::vector<Outcome>>(const Options&)>& run) {
    const auto options = parseOptions(argc, argv);
    const auto outcomes = options ? run(*options) : Result<std::vector<Outcome>>(options.error());
    if (!outcomes) {
        std::cerr << title << ": " << outcomes.error().detail << '\n';
        return options ? 1 : 2;
    }
    options->json ? printJson(title, *outcomes) : printTable(*outcomes);
    return 0;
}

}  // namespace breakeven::benchmarks
