/// Proofs: what the programs in tests/benchmarks found where the right answer was known, as they write it.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// One number beside what it must be and should be.
struct ProofClaim {
    std::string name;
    std::string unit;
    double value = 0;
    std::optional<Interval<double>> interval;  ///< absent: there is none
    std::optional<Interval<double>> must;      ///< an open end is infinite; absent: shown for contrast
    std::optional<Interval<double>> aim;
    std::string meets;  ///< aim, must or neither: where the value lies; empty without limits
};

struct Proof {
    std::string title;
    std::vector<ProofClaim> claims;
};

/// Errors: Unreadable; InvalidInput.
Result<Proof> readProof(const std::filesystem::path& file);

/// All *.json of a folder, by name; those that cannot be read are left out. Empty when there is no such folder.
std::vector<Proof> readProofs(const std::filesystem::path& folder);

}  // namespace breakeven
