/// What the environments of two runs do not have in common.
#pragma once

#include "core/experiment/event.h"

#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// A fact of the environment that is not the same in both; a value that is absent was not observable.
struct FactDifference {
    std::string id;
    std::string title;
    std::optional<std::string> a;
    std::optional<std::string> b;
    bool operator==(const FactDifference&) const = default;
};

/// The facts of the run's environment and, behind them, what its header tells in fields of their own.
std::vector<Fact> comparableFacts(const RunStarted& run);

/// In the order of the facts of a, then those that b alone has.
std::vector<FactDifference> environmentDifferences(const std::vector<Fact>& a, const std::vector<Fact>& b);

}  // namespace breakeven
