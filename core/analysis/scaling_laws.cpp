#include "core/analysis/scaling_laws.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace breakeven {

namespace {

constexpr std::string_view SerialFraction[] = {"serial-fraction"};
constexpr std::string_view UslNames[] = {"gamma", "sigma", "kappa"};

/// The share f of [0, 1] for which fixed + f · slope comes nearest to 1 at all points.
struct ShareFit {
    double above = 0;
    double below = 0;

    void add(double fixed, double slope) {
        above += slope * (1 - fixed);
        below += slope * slope;
    }
    std::optional<Coefficients> share() const {
        if (!(below > 0)) return std::nullopt;
        return Coefficients{std::clamp(above / below, 0.0, 1.0)};
    }
};

std::optional<Coefficients> fitAmdahl(std::span<const SpeedupPoint> points) {
    ShareFit fit;
    for (const auto& [workers, speedup] : points)
        fit.add(speedup / workers, speedup / workers * (workers - 1));
    return fit.share();
}

std::optional<Coefficients> fitGustafson(std::span<const SpeedupPoint> points) {
    ShareFit fit;
    for (const auto& [workers, speedup] : points)
        fit.add(workers / speedup, (1 - workers) / speedup);
    return fit.share();
}

constexpr std::size_t Terms = 3;
using Row = std::array<double, Terms>;

/// Least squares of Σ row · x = 1 by normal equations, over the chosen terms alone; the others are 0.
std::optional<Row> leastSquares(std::span<const Row> rows, std::array<bool, Terms> chosen) {
    std::array<std::array<double, Terms + 1>, Terms> system{};
    for (std::size_t i = 0; i < Terms; ++i) {
        if (!chosen[i]) {
            system[i][i] = 1;
            continue;
        }
        for (const Row& row : rows) {
            for (std::size_t j = 0; j < Terms; ++j)
                system[i][j] += chosen[j] ? row[i] * row[j] : 0;
            system[i][Terms] += row[i];
        }
    }
    // Elimination without pivoting: the matrix is positive definite, or the terms are not determined.
    for (std::size_t i = 0; i < Terms; ++i) {
        double before = 1;
        if (chosen[i]) {
            before = 0;
            for (const Row& row : rows)
                before += row[i] * row[i];
        }
        constexpr double Vanished = 1e-12;
        if (!(system[i][i] > Vanished * before)) return std::nullopt;
        for (std::size_t below = i + 1; below < Terms; ++below) {
            const double share = system[below][i] / system[i][i];
            for (std::size_t j = i; j <= Terms; ++j)
                system[below][j] -= share * system[i][j];
        }
    }
    Row solution{};
    for (std::size_t i = Terms; i-- > 0;) {
        double rest = system[i][Terms];
        for (std::size_t j = i + 1; j < Terms; ++j)
            rest -= system[i][j] * solution[j];
        solution[i] = rest / system[i][i];
    }
    return solution;
}

double squaredError(std::span<const Row> rows, const Row& solution) {
    double sum = 0;
    for (const Row& row : rows) {
        const double error = row[0] * solution[0] + row[1] * solution[1] + row[2] * solution[2] - 1;
        sum += error * error;
    }
    return sum;
}

/// p / S = a + b (p - 1) + c p (p - 1) with a = 1 / gamma, b = sigma / gamma, c = kappa / gamma. The least under the
/// bounds is the least of those subsets of terms whose own least lies within them: the problem is convex.
std::optional<Coefficients> fitUsl(std::span<const SpeedupPoint> points) {
    std::vector<Row> rows;
    for (const auto& [workers, speedup] : points) {
        const double scale = speedup / workers;
        rows.push_back({scale, scale * (workers - 1), scale * workers * (workers - 1)});
    }
    if (!leastSquares(rows, {true, true, true})) return std::nullopt;
    std::optional<Row> best;
    for (const auto& chosen : {std::array{true, true, true}, std::array{true, true, false},
                               std::array{true, false, true}, std::array{true, false, false}}) {
        const auto solution = leastSquares(rows, chosen);
        if (!solution || (*solution)[0] <= 0 || (*solution)[1] < 0 || (*solution)[2] < 0) continue;
        if (!best || squaredError(rows, *solution) < squaredError(rows, *best)) best = solution;
    }
    if (!best) return std::nullopt;
    const auto& [a, b, c] = *best;
    return Coefficients{1 / a, b / a, c / a};
}

}  // namespace

std::optional<Coefficients> fit(ScalingLaw law, std::span<const SpeedupPoint> points) {
    switch (law) {
        case ScalingLaw::Amdahl:
            return fitAmdahl(points);
        case ScalingLaw::Gustafson:
            return fitGustafson(points);
        case ScalingLaw::Usl:
            return fitUsl(points);
    }
    return std::nullopt;
}

double predicted(ScalingLaw law, const Coefficients& coefficients, double workers) {
    switch (law) {
        case ScalingLaw::Amdahl:
            return 1 / (coefficients[0] + (1 - coefficients[0]) / workers);
        case ScalingLaw::Gustafson:
            return workers - coefficients[0] * (workers - 1);
        case ScalingLaw::Usl:
            break;
    }
    return coefficients[0] * workers /
           (1 + coefficients[1] * (workers - 1) + coefficients[2] * workers * (workers - 1));
}

std::optional<double> crossValidatedError(ScalingLaw law, std::span<const SpeedupPoint> points) {
    double squares = 0;
    for (std::size_t left = 0; left < points.size(); ++left) {
        std::vector<SpeedupPoint> others(points.begin(), points.end());
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(left));
        const auto coefficients = fit(law, others);
        if (!coefficients) return std::nullopt;
        const double error = std::log(predicted(law, *coefficients, points[left].workers) / points[left].speedup);
        squares += error * error;
    }
    if (points.empty()) return std::nullopt;
    return std::sqrt(squares / static_cast<double>(points.size()));
}

double peakWorkers(const Coefficients& usl) {
    const double sigma = usl[1];
    const double kappa = usl[2];
    if (sigma >= 1) return 1;
    return kappa > 0 ? std::max(1.0, std::sqrt((1 - sigma) / kappa)) : std::numeric_limits<double>::infinity();
}

std::span<const std::string_view> coefficientNames(ScalingLaw law) {
    if (law == ScalingLaw::Usl) return UslNames;
    return SerialFraction;
}

double karpFlatt(double speedup, double workers) {
    return (1 / speedup - 1 / workers) / (1 - 1 / workers);
}

std::string_view lawWord(ScalingLaw law) {
    switch (law) {
        case ScalingLaw::Amdahl:
            return "amdahl";
        case ScalingLaw::Gustafson:
            return "gustafson";
        case ScalingLaw::Usl:
            return "usl";
    }
    return "amdahl";
}

}  // namespace breakeven
