#include "core/analysis/precision_forecast.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace breakeven {

std::optional<double> expectedPrecision(const Plan& plan, const Results& results, const Survey& survey,
                                        Seconds remaining) {
    const int last = plan.spec.stopping.launches - 1;
    std::vector<int> wanted;
    double seconds = 0;
    for (const Block& block : plan.blocks) {
        if (!survey.isVisited(block)) return std::nullopt;
        wanted.push_back(std::max(survey.owedInAll(block), survey.roundsToPrecision(block, last)));
        if (wanted.back() > 0) seconds += survey.cost(block).of(wanted.back());
    }
    const double share = seconds > 0 ? std::min(1.0, remaining.count() / seconds) : 0;
    std::optional<double> widest;
    for (const Block& block : plan.blocks) {
        const double more = share * wanted[static_cast<std::size_t>(block.id)];
        for (const int trial : block.trials) {
            const TrialResult* const result = results.find(trial);
            if (result == nullptr || result->samples.empty() || !survey.isHealthy(trial)) continue;
            const double now = survey.precision(trial);
            if (!std::isfinite(now)) return std::nullopt;
            const auto have = static_cast<double>(result->samples.size());
            widest = std::max(widest.value_or(0), now * std::sqrt(have / (have + more)));
        }
    }
    return widest;
}

}  // namespace breakeven
