#include "core/stats/order_tests.h"

#include "core/stats/median.h"
#include "core/stats/quantiles.h"
#include "core/stats/ranks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t FewestValues = 6;
constexpr std::size_t FewestForLevels = 8;
constexpr double DiscretePath = 0.583;   ///< by which a path of n steps stays below a continuous one, times sqrt(n)
constexpr double MostCorrelation = 0.9;  ///< beyond it a short series tells nothing of the design effect

/// Sum over neighbours of the products of centred scores, with its mean and variance over all orders of the scores.
struct NeighbourProducts {
    double sum = 0;
    double mean = 0;
    double variance = 0;
    double squares = 0;  // of the scores: what the sum is a share of
};

NeighbourProducts neighbourProducts(std::span<const double> scores) {
    NeighbourProducts products;
    const auto m = static_cast<double>(scores.size());
    double fourths = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double square = scores[i] * scores[i];
        if (i > 0) products.sum += scores[i - 1] * scores[i];
        products.squares += square;
        fourths += square * square;
    }
    const double s2 = products.squares * products.squares;
    products.mean = -products.squares / m;
    // Products of two neighbours that are the same pair, share one value, or share none.
    const double same = (m - 1) * (s2 - fourths) / (m * (m - 1));
    const double sharing = m < 3 ? 0 : 2 * (m - 2) * (2 * fourths - s2) / (m * (m - 1) * (m - 2));
    const double apart = m < 4 ? 0 : (m - 2) * (m - 3) * (3 * s2 - 6 * fourths) / (m * (m - 1) * (m - 2) * (m - 3));
    products.variance = std::max(0.0, same + sharing + apart - products.mean * products.mean);
    return products;
}

std::vector<double> centredNormalScores(std::span<const Placed> ascending) {
    std::vector<double> scores = midRanksOf(ascending);
    double sum = 0;
    for (double& score : scores) {
        score = normalQuantile(score / static_cast<double>(ascending.size() + 1));
        sum += score;
    }
    for (double& score : scores)
        score -= sum / static_cast<double>(ascending.size());
    return scores;
}

double designEffectOfMedian(double lag1) {
    double effect = 1;
    for (double correlation = lag1; correlation > 1e-3; correlation *= lag1)
        effect += 4 / std::numbers::pi * std::asin(correlation);
    return effect;
}

/// The largest |sum of signs between the values before and after a cut|, and the cut.
std::pair<double, std::size_t> clearestCut(std::span<const double> values) {
    const std::vector<double> ranks = midRanks(values);
    const auto middle = static_cast<double>(values.size() + 1) / 2;
    double sum = 0;
    std::pair<double, std::size_t> best{0, 1};
    for (std::size_t cut = 1; cut < values.size(); ++cut) {
        sum += 2 * (ranks[cut - 1] - middle);
        if (std::fabs(sum) > best.first) best = {std::fabs(sum), cut};
    }
    return best;
}

}  // namespace

std::map<int, std::vector<double>> byLaunch(std::span<const Observation> observations) {
    std::map<int, std::vector<double>> launches;
    for (const Observation& observation : observations)
        launches[observation.launch].push_back(observation.value);
    return launches;
}

std::optional<SerialCorrelation> serialCorrelation(std::span<const Observation> observations) {
    std::vector<std::vector<Placed>> launches;
    for (const auto& [launch, group] : byLaunch(observations))
        launches.push_back(inOrder(group));
    return serialCorrelation(launches);
}

std::optional<SerialCorrelation> serialCorrelation(std::span<const std::vector<Placed>> launches) {
    std::size_t count = 0;
    for (const std::vector<Placed>& group : launches)
        count += group.size();
    if (count < FewestValues) return std::nullopt;
    NeighbourProducts all;
    double neighbours = 0;
    double values = 0;
    for (const std::vector<Placed>& group : launches) {
        if (group.size() < 3) continue;
        const NeighbourProducts own = neighbourProducts(centredNormalScores(group));
        all.sum += own.sum;
        all.mean += own.mean;
        all.variance += own.variance;
        all.squares += own.squares;
        neighbours += static_cast<double>(group.size() - 1);
        values += static_cast<double>(group.size());
    }
    if (!(all.variance > 0)) return std::nullopt;
    SerialCorrelation serial;
    // A share of the neighbours, not of the values; without correlation it is on average what `mean` says, with some
    // it is too near to that by the share 4 / m in series of m values.
    const double meanSize = values / (values - neighbours);
    const double shrinkage = std::max(0.6, 1 - 4 / meanSize);
    serial.lag1 = (all.sum - all.mean) / all.squares * values / neighbours / shrinkage;
    serial.lag1 = std::clamp(serial.lag1, -MostCorrelation, MostCorrelation);
    serial.pValue = normalCdf((all.mean - all.sum) / std::sqrt(all.variance));
    if (serial.isSuspected()) serial.designEffect = designEffectOfMedian(serial.lag1);
    return serial;
}

std::optional<Drift> drift(std::span<const Observation> observations) {
    if (observations.size() < FewestValues) return std::nullopt;
    double products = 0;
    double rankSquares = 0;
    double orderSquares = 0;
    double variance = 0;
    for (const auto& [launch, group] : byLaunch(observations)) {
        if (group.size() < 2) continue;
        const std::vector<double> ranks = midRanks(group);
        const auto middle = static_cast<double>(group.size() + 1) / 2;
        double own = 0;
        double order = 0;
        for (std::size_t i = 0; i < group.size(); ++i) {
            const double position = static_cast<double>(i + 1) - middle;
            products += position * (ranks[i] - middle);
            own += (ranks[i] - middle) * (ranks[i] - middle);
            order += position * position;
        }
        rankSquares += own;
        orderSquares += order;
        variance += own * order / static_cast<double>(group.size() - 1);
    }
    if (!(variance > 0)) return std::nullopt;
    return Drift{.correlation = products / std::sqrt(rankSquares * orderSquares),
                 .pValue = 2 * normalCdf(-std::fabs(products) / std::sqrt(variance))};
}

std::optional<LevelShift> levelShift(std::span<const Observation> observations) {
    std::optional<LevelShift> clearest;
    double looked = 0;
    for (const auto& [launch, values] : byLaunch(observations)) {
        if (values.size() < FewestForLevels) continue;
        ++looked;
        const auto [height, cut] = clearestCut(values);
        const auto n = static_cast<double>(values.size());
        const double path = height / std::sqrt(n * n * (n + 1) / 3) + DiscretePath / std::sqrt(n);
        const double pValue = std::min(1.0, 2 * std::exp(-2 * path * path));
        if (clearest && clearest->pValue <= pValue) continue;
        const std::span<const double> all(values);
        clearest = {launch, cut, median(all.first(cut)), median(all.subspan(cut)), pValue};
    }
    if (clearest) clearest->pValue = std::min(1.0, clearest->pValue * looked);
    return clearest;
}

}  // namespace breakeven
