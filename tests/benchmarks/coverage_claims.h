/// What a simulation of intervals finds, as claims that it judges itself: meant to hold the truth in 95 % of the cases,
/// from 92 to 98 % is a must, from 93 to 97 % the aim.
#pragma once

#include "tests/benchmarks/proof.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace breakeven::benchmarks {

class CoverageClaims {
public:
    /// A quick simulation has four standard errors of slack. Range: replications >= 1.
    CoverageClaims(int replications, bool isQuick)
        : m_replications(replications), m_slack(isQuick ? 4 * std::sqrt(0.05 * 0.95 / replications) : 0) {}

    void addCoverage(const std::string& name, double share) {
        Claim& claim = addShare(name, share);
        claim.must = {0.92 - m_slack, 0.98 + m_slack};
        claim.aim = {0.93 - m_slack, 0.97 + m_slack};
    }

    /// Valid until the next one is added.
    Claim& addShare(const std::string& name, double share) {
        const auto successes = static_cast<std::size_t>(std::lround(share * m_replications));
        return m_claims.emplace_back(shareClaim(name, successes, static_cast<std::size_t>(m_replications)));
    }

    void addWidth(const std::string& name, const std::string& unit, double width) {
        m_claims.push_back(
            {.name = name, .unit = unit, .value = width, .count = static_cast<std::size_t>(m_replications)});
    }

    int replications() const { return m_replications; }
    const std::vector<Claim>& claims() const { return m_claims; }

    /// Whether each lies where it must.
    bool isGood() const {
        return std::ranges::none_of(m_claims,
                                    [](const Claim& claim) { return claim.must && bandOfValue(claim) == "neither"; });
    }

private:
    int m_replications;
    double m_slack;
    std::vector<Claim> m_claims;
};

}  // namespace breakeven::benchmarks
