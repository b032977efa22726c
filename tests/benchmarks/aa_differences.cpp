// Equals that come out different: the self-test of breakeven-cli, as often as it takes for 400 verdicts. What it finds
// is not kept for later runs.
#include "core/os/temporary_folder.h"
#include "tests/benchmarks/programs.h"
#include "tests/benchmarks/proof.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>

namespace {

using namespace breakeven;
using benchmarks::Claim;

/// Of a hundred equals, beyond the 1 % gate.
constexpr double BeyondGatePerHundred = 1;
constexpr double MadeMust = 0.95;  // share; what cannot be compared is not found different either

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options) {
    BREAKEVEN_TRY(const auto folder, TemporaryFolder::make(std::filesystem::temp_directory_path(), "breakeven-proof-"));
    ::setenv("XDG_STATE_HOME", folder.path().c_str(), 1);
    BREAKEVEN_TRY(const auto output,
                  benchmarks::outputOf({benchmarks::pathOf("breakeven-cli"), "doctor", "--self-test", "--json",
                                        "--repeats", std::to_string(options.repeatsOr(20, 1))}));
    const auto test = nlohmann::json::parse(output.text, nullptr, false);
    if (!test.is_object() || !test.contains("comparisons"))
        return Error{ErrorCode::WorkFailed, "breakeven-cli doctor: exit status " + std::to_string(output.status)};
    const auto comparisons = test["comparisons"].get<std::size_t>();
    const auto count = [&](const std::string& name, const char* field) {
        return Claim{.name = name, .unit = "verdicts", .value = test[field].get<double>(), .count = comparisons};
    };
    Claim different = count("equals found different", "different");
    different.must = different.aim = benchmarks::atMost(test["allowed"].get<double>());
    Claim beyondGate = count("equals found more than 1 % apart", "beyond_gate");
    beyondGate.aim = benchmarks::atMost(BeyondGatePerHundred * static_cast<double>(comparisons) / 100);
    Claim made{.name = "comparisons that could be made", .unit = "share"};
    made.count = comparisons + test["missing"].get<std::size_t>();
    made.value = static_cast<double>(comparisons) / static_cast<double>(made.count);
    made.must = benchmarks::atLeast(MadeMust);
    return std::vector{std::move(different), std::move(beyondGate), std::move(made),
                       Claim{.name = "half-width of the middle interval",
                             .unit = "share",
                             .value = test["resolution"].get<double>(),
                             .count = comparisons}};
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProof("aa-differences", argc, argv, run);
}
