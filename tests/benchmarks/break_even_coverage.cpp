// How often the interval of a break-even encloses the one that the simulated curves have. Meant to be 95 %: from 92 to
// 98 % is a must, from 93 to 97 % the aim. Exits with 1 when a row is outside of the must.
//   --quick            few replications; a row must then be within the must and four of its standard errors
//   --replications N   of each row, 2000 unless told
//   --json             one JSON object instead of a table
#include "tests/support/break_even_simulation.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdio>
#include <string_view>

namespace {

using namespace breakeven;

constexpr double Must[] = {0.92, 0.98};
constexpr double Aim[] = {0.93, 0.97};
constexpr std::uint64_t Seed = 20261121;

struct Options {
    int replications = 2000;
    bool quick = false;
    bool json = false;
};

bool isWithin(double share, const double (&band)[2], double slack) {
    return share >= band[0] - slack && share <= band[1] + slack;
}

std::vector<CoverageSimulation> simulations() {
    std::vector<CoverageSimulation> all;
    for (const bool refined : {false, true}) {
        for (const CurveShape& shape : curveShapes()) {
            for (const double launchSpread : {0.0, 0.01}) {
                for (const int rounds : {10, 20, 50})
                    all.push_back({shape, rounds, launchSpread, refined});
            }
        }
    }
    return all;
}

std::optional<Options> parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--quick") {
            options.quick = true;
            options.replications = 100;
        } else if (argument == "--json") {
            options.json = true;
        } else if (argument == "--replications" && i + 1 < argc) {
            const std::string_view count = argv[++i];
            const auto [end, problem] = std::from_chars(count.begin(), count.end(), options.replications);
            if (problem != std::errc() || end != count.end() || options.replications < 10) return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    const auto options = parse(argc, argv);
    if (!options) {
        std::fputs("break_even_coverage: --quick, --json and --replications N (>= 10) are what it takes\n", stderr);
        return 2;
    }
    // Four standard errors of a share near 5 %.
    const double slack = options->quick ? 4 * std::sqrt(0.05 * 0.95 / options->replications) : 0;
    nlohmann::json rows = nlohmann::json::array();
    bool isGood = true;
    if (!options->json)
        std::printf("%-28s %-7s %6s %8s %9s %7s %7s %9s %8s %8s\n", "curve", "sizes", "rounds", "launches", "coverage",
                    "below", "above", "high/low", "error", "resolved");
    for (const CoverageSimulation& simulation : simulations()) {
        const Coverage coverage = simulation.cover(options->replications, Seed);
        const bool must = isWithin(coverage.covered(), Must, slack);
        isGood = isGood && must;
        const double all = coverage.replications;
        const std::string sizes = simulation.refined ? "refined" : "coarse";
        rows.push_back({{"curve", simulation.shape.name},
                        {"sizes", sizes},
                        {"rounds", simulation.rounds},
                        {"launch_spread", simulation.launchSpread},
                        {"replications", coverage.replications},
                        {"coverage", coverage.covered()},
                        {"below", coverage.below / all},
                        {"above", coverage.above / all},
                        {"high_over_low", coverage.width},
                        {"error", coverage.error},
                        {"resolved", coverage.resolved / all},
                        {"must", must},
                        {"aim", isWithin(coverage.covered(), Aim, slack)}});
        if (options->json) continue;
        std::printf("%-28s %-7s %6d %6.0f %% %7.1f %% %5.1f %% %5.1f %% %9.3f %6.1f %% %6.1f %%%s\n",
                    simulation.shape.name.c_str(), sizes.c_str(), simulation.rounds, 100 * simulation.launchSpread,
                    100 * coverage.covered(), 100 * coverage.below / all, 100 * coverage.above / all, coverage.width,
                    100 * coverage.error, 100 * coverage.resolved / all, must ? "" : "  outside");
        std::fflush(stdout);
    }
    if (options->json) std::puts(nlohmann::json({{"comparisons", rows}}).dump(1).c_str());
    return isGood ? 0 : 1;
}
