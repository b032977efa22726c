#include "core/io/proof_file.h"

#include "core/os/files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <system_error>
#include <utility>

namespace breakeven {

namespace {

using Json = nlohmann::json;

constexpr int SchemaOfProofs = 1;
constexpr double Infinity = std::numeric_limits<double>::infinity();

/// An open end is null.
std::optional<Interval<double>> intervalIn(const Json& claim, const char* key) {
    const auto found = claim.find(key);
    if (found == claim.end()) return std::nullopt;
    const Json& low = found->at(0);
    const Json& high = found->at(1);
    return Interval<double>{low.is_null() ? -Infinity : low.get<double>(),
                            high.is_null() ? Infinity : high.get<double>()};
}

}  // namespace

Result<Proof> readProof(const std::filesystem::path& file) {
    BREAKEVEN_TRY(const std::string text, readFile(file));
    try {
        const Json json = Json::parse(text);
        if (json.at("schema") != SchemaOfProofs)
            return Error{ErrorCode::InvalidInput, file.string() + ": schema: not one that this version reads (1)"};
        Proof proof{json.at("proof"), {}};
        for (const Json& row : json.at("claims")) {
            ProofClaim& claim = proof.claims.emplace_back();
            row.at("name").get_to(claim.name);
            row.at("unit").get_to(claim.unit);
            row.at("value").get_to(claim.value);
            claim.interval = intervalIn(row, "interval");
            claim.must = intervalIn(row, "must");
            claim.aim = intervalIn(row, "aim");
            claim.meets = row.value("meets", "");
        }
        return proof;
    } catch (const Json::exception&) {
        return Error{ErrorCode::InvalidInput, file.string() + ": it is not what a proof writes"};
    }
}

std::vector<Proof> readProofs(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<Proof> proofs;
    for (const auto& file : files) {
        if (auto proof = readProof(file)) proofs.push_back(*std::move(proof));
    }
    return proofs;
}

}  // namespace breakeven
