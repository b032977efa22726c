// Our median against Google Benchmark's: ten kernels, the same machine code, in fresh processes that take turns. Both
// take samples of the same length, ours: what a call takes depends on how often it was just called, since branch
// predictors learn (sorting: 8 % between samples of 5 and of 500 ms in Google Benchmark alone). Equal within a share is
// what two one-sided tests at 5 % say: the 90 % interval of the ratio lies within the band.
// Source: Schuirmann, A comparison of the two one-sided tests procedure, J. Pharmacokin. Biopharm. 15 (1987).
#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/stats/summary.h"
#include "tests/benchmarks/blocks.h"
#include "tests/benchmarks/programs.h"
#include "tests/benchmarks/proof.h"
#include "tests/benchmarks/timed_kernels.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <string_view>

namespace {

using namespace breakeven;
using benchmarks::Claim;
using benchmarks::TimedKernel;

constexpr std::string_view KernelOption = "--kernel";
constexpr int Samples = 10;  ///< as many as a trial has at least; Google Benchmark takes as many repetitions

struct KernelTime {
    Seconds median{0};  ///< of a call
    Seconds sample{0};  ///< the median length of the samples that it is from
};

/// For the process that measures one kernel.
Result<KernelTime> timeOf(const TimedKernel& kernel) {
    const benchmarks::TimedFunction work = [run = kernel.run](std::uint64_t iterations) {
        for (std::uint64_t i = 0; i < iterations; ++i)
            benchmarks::keep(run());
    };
    benchmarks::ProofBlock block(benchmarks::functionTrials({work}), 1);
    std::vector<double> times;
    std::vector<double> lengths;
    for (int round = 0; round < Samples; ++round) {
        BREAKEVEN_TRY(const auto samples, block.runRound());
        const Sample& sample = samples.front();
        times.push_back(sample.seconds.count());
        lengths.push_back(sample.seconds.count() * static_cast<double>(sample.iterations));
    }
    return KernelTime{.median = Seconds(median(times)), .sample = Seconds(median(lengths))};
}

Result<KernelTime> ours(const TimedKernel& kernel) {
    BREAKEVEN_TRY(const auto output, benchmarks::outputOf({benchmarks::pathOf("accuracy_vs_google_benchmark"),
                                                           std::string(KernelOption), kernel.name}));
    std::istringstream answer(output.text);
    double median = 0;
    double sample = 0;
    if (!(answer >> median >> sample)) return Error{ErrorCode::WorkFailed, "ours: answered '" + output.text + "'"};
    return KernelTime{.median = Seconds(median), .sample = Seconds(sample)};
}

Result<Seconds> theirs(const TimedKernel& kernel, Seconds sample) {
    const std::string repetitions = std::to_string(Samples);
    BREAKEVEN_TRY(
        const auto output,
        benchmarks::outputOf(
            {benchmarks::pathOf("google_benchmark_twin"), "--benchmark_filter=^" + std::string(kernel.name) + "/",
             "--benchmark_min_time=" + std::to_string(sample.count()), "--benchmark_repetitions=" + repetitions,
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
    std::vector<Seconds> samples;
    for (const TimedKernel& kernel : kernels) {
        BREAKEVEN_TRY(const KernelTime time, ours(kernel));
        samples.push_back(time.sample);
    }
    std::uint64_t turn = 0;
    for (int repeat = 0; repeat < options.repeatsOr(20, 1); ++repeat) {
        for (std::size_t i = 0; i < kernels.size(); ++i) {
            const bool oursFirst = randomBelow(options.seed, turn++, 2) == 0;
            KernelTime own;
            Seconds other{0};
            if (oursFirst) {
                BREAKEVEN_TRY(own, ours(kernels[i]));
            }
            BREAKEVEN_TRY(other, theirs(kernels[i], samples[i]));
            if (!oursFirst) {
                BREAKEVEN_TRY(own, ours(kernels[i]));
            }
            ratios[i].push_back(own.median / other);
            times[i].push_back(other.count());
        }
    }
    std::vector<Claim> claims;
    double within = 0;
    for (std::size_t i = 0; i < kernels.size(); ++i) {
        const std::string time = formatSeconds(Seconds(median(times[i])));
        const auto name = std::string(kernels[i].name) + " " + time + ": ours / theirs";
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
    const auto time = kernel ? timeOf(*kernel) : Result<KernelTime>(Error{ErrorCode::InvalidInput, "no such kernel"});
    if (!time) {
        std::cerr << "accuracy-vs-google-benchmark: " << time.error().detail << '\n';
        return 1;
    }
    std::cout.precision(12);
    std::cout << time->median.count() << ' ' << time->sample.count() << '\n';
    return 0;
}
