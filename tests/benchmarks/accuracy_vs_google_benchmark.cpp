// Our median against Google Benchmark's: ten kernels, the same machine code, in fresh processes that take turns. Equal
// within a share is what two one-sided tests at 5 % say: the 90 % interval of the ratio lies within the band.
// Source: Schuirmann, A comparison of the two one-sided tests procedure, J. Pharmacokin. Biopharm. 15 (1987).
#include "core/base/random.h"
#include "core/stats/summary.h"
#include "tests/benchmarks/blocks.h"
#include "tests/benchmarks/programs.h"
#include "tests/benchmarks/proof.h"
#include "tests/benchmarks/timed_kernels.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <iostream>
#include <string_view>

namespace {

using namespace breakeven;
using benchmarks::Claim;
using benchmarks::TimedKernel;

constexpr std::string_view KernelOption = "--kernel";
constexpr int Samples = 10;  ///< as many as a trial has at least; Google Benchmark takes as many repetitions

/// The median of the runner's samples, for the process that measures one kernel.
Result<Seconds> ownMedian(const TimedKernel& kernel) {
    const benchmarks::TimedFunction work = [run = kernel.run](std::uint64_t iterations) {
        for (std::uint64_t i = 0; i < iterations; ++i)
            benchmarks::keep(run());
    };
    benchmarks::ProofBlock block(benchmarks::functionTrials({work}), 1);
    std::vector<double> times;
    for (int round = 0; round < Samples; ++round) {
        BREAKEVEN_TRY(const auto samples, block.runRound());
        times.push_back(samples.front().seconds.count());
    }
    return Seconds(median(times));
}

Result<Seconds> ours(const TimedKernel& kernel) {
    BREAKEVEN_TRY(const auto output, benchmarks::outputOf({benchmarks::pathOf("accuracy_vs_google_benchmark"),
                                                           std::string(KernelOption), kernel.name}));
    const std::string& text = output.text;
    double seconds = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), seconds).ec != std::errc())
        return Error{ErrorCode::WorkFailed, "ours: answered '" + text + "'"};
    return Seconds(seconds);
}

Result<Seconds> theirs(const TimedKernel& kernel, const benchmarks::ProofOptions& options) {
    const std::string repetitions = std::to_string(Samples);
    BREAKEVEN_TRY(const auto output,
                  benchmarks::outputOf({benchmarks::pathOf("google_benchmark_twin"),
                                        "--benchmark_filter=^" + std::string(kernel.name) + "/",
                                        options.quick ? "--benchmark_min_time=0.0001" : "--benchmark_min_time=0.005",
                                        "--benchmark_repetitions=" + repetitions,
                                        "--benchmark_report_aggregates_only=true", "--benchmark_format=json"}));
    try {
        const auto report = nlohmann::json::parse(output.text);
        for (const auto& row : report.at("benchmarks"))
            if (row.at("aggregate_name") == "median") return Seconds(row.at("real_time").get<double>() * 1e-9);
    } catch (const nlohmann::json::exception& problem) {
        return Error{ErrorCode::WorkFailed, std::string("google_benchmark_twin: ") + problem.what()};
    }
    return Error{ErrorCode::WorkFailed, "google_benchmark_twin: printed no median"};
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options) {
    const auto kernels = benchmarks::timedKernels();
    std::vector<std::vector<double>> ratios(kernels.size());
    std::vector<std::vector<double>> times(kernels.size());
    std::uint64_t turn = 0;
    for (int repeat = 0; repeat < options.repeatsOr(20, 1); ++repeat) {
        for (std::size_t i = 0; i < kernels.size(); ++i) {
            const bool oursFirst = randomBelow(options.seed, turn++, 2) == 0;
            Seconds own{0};
            Seconds other{0};
            if (oursFirst) {
                BREAKEVEN_TRY(own, ours(kernels[i]));
            }
            BREAKEVEN_TRY(other, theirs(kernels[i], options));
            if (!oursFirst) {
                BREAKEVEN_TRY(own, ours(kernels[i]));
            }
            ratios[i].push_back(own / other);
            times[i].push_back(other.count());
        }
    }
    std::vector<Claim> claims;
    double within = 0;
    for (std::size_t i = 0; i < kernels.size(); ++i) {
        const auto microseconds = std::to_string(median(times[i]) * 1e6);
        const auto name = std::string(kernels[i].name) + " " + microseconds.substr(0, 7) + " us: ours / theirs";
        BREAKEVEN_TRY(auto claim, benchmarks::medianClaim(name, "ratio", ratios[i], 0.90));
        claim.must = benchmarks::withinShare(0.02);
        claim.aim = benchmarks::withinShare(0.01);
        within += benchmarks::bandOfInterval(claim) == "aim" ? 1 : 0;
        claims.push_back(std::move(claim));
    }
    claims.push_back({.name = "kernels proven equal within 1 %",
                      .unit = "kernels",
                      .value = within,
                      .count = kernels.size(),
                      .aim = benchmarks::atLeast(static_cast<double>(kernels.size()))});
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 || argv[1] != KernelOption)
        return benchmarks::runProof("accuracy-vs-google-benchmark", argc, argv, run);
    const TimedKernel* const kernel = benchmarks::findKernel(argv[2]);
    const auto seconds =
        kernel ? ownMedian(*kernel) : Result<Seconds>(Error{ErrorCode::InvalidInput, "no such kernel"});
    if (!seconds) {
        std::cerr << "accuracy-vs-google-benchmark: " << seconds.error().detail << '\n';
        return 1;
    }
    std::cout.precision(12);
    std::cout << seconds->count() << '\n';
    return 0;
}
