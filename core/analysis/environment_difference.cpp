#include "core/analysis/environment_difference.h"

#include <algorithm>
#include <utility>

namespace breakeven {

std::vector<Fact> comparableFacts(const RunStarted& run) {
    std::vector<Fact> facts = run.environment.facts;
    const auto add = [&](const char* id, const char* title, std::string value) {
        if (std::ranges::count(facts, id, &Fact::id) == 0) facts.push_back({id, title, std::move(value)});
    };
    add("program.version", "Breakeven", run.version);
    add("build.debug", "Assertions", run.environment.debugBuild ? "on" : "off");
    return facts;
}

std::vector<FactDifference> environmentDifferences(const std::vector<Fact>& a, const std::vector<Fact>& b) {
    std::vector<FactDifference> found;
    std::vector<Fact> ofB = b;
    for (const Fact& fact : a) {
        const auto same = std::ranges::find(ofB, fact.id, &Fact::id);
        const std::optional<std::string> other = same == ofB.end() ? std::nullopt : same->value;
        if (fact.value != other) found.push_back({fact.id, fact.title, fact.value, other});
        if (same != ofB.end()) ofB.erase(same);
    }
    for (const Fact& fact : ofB) {
        if (fact.value) found.push_back({fact.id, fact.title, {}, fact.value});
    }
    return found;
}

}  // namespace breakeven
