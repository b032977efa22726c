#include "tests/benchmarks/by_hand.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace breakeven::benchmarks::byHand {

namespace {

/// Enough sums at a time to hide the latency of an addition.
constexpr std::size_t Lanes = 16;

}  // namespace

void square(std::span<const double> input, std::span<double> output) {
    const double* __restrict in = input.data();
    double* __restrict out = output.data();
    for (std::size_t i = 0; i < output.size(); ++i)
        out[i] = in[i] * in[i];
}

void triad(std::span<const double> input, double scalar, std::span<double> output) {
    const double* __restrict in = input.data();
    double* __restrict out = output.data();
    for (std::size_t i = 0; i < output.size(); ++i)
        out[i] = in[2 * i] + scalar * in[2 * i + 1];
}

void rowsInRange(std::span<const std::uint8_t> input, std::uint8_t minimum, std::uint8_t maximum,
                 std::span<std::uint8_t> output) {
    const std::uint8_t* __restrict in = input.data();
    std::uint8_t* __restrict out = output.data();
    for (std::size_t row = 0; row < output.size(); ++row) {
        unsigned count = 0;
        for (std::size_t k = 0; k < 5; ++k)
            count += static_cast<unsigned>(minimum <= in[5 * row + k] && in[5 * row + k] <= maximum);
        out[row] = static_cast<std::uint8_t>(count);
    }
}

double sumOfSquares(std::span<const double> input) {
    std::array<double, Lanes> sums{};
    std::size_t i = 0;
    for (; i + Lanes <= input.size(); i += Lanes)
        for (std::size_t lane = 0; lane < Lanes; ++lane)
            sums[lane] += input[i + lane] * input[i + lane];
    for (; i < input.size(); ++i)
        sums[0] += input[i] * input[i];
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

void normaliseRows(std::span<const double> input, std::span<double> output) {
    const double* __restrict in = input.data();
    double* __restrict out = output.data();
    for (std::size_t row = 0; row < output.size(); row += 4) {
        const auto [least, most] = std::minmax({in[row], in[row + 1], in[row + 2], in[row + 3]});
        const double range = most > least ? most - least : 1;
        for (std::size_t k = row; k < row + 4; ++k)
            out[k] = (in[k] - least) / range;
    }
}

void scale(std::span<const double> input, std::span<double> output) {
    const double* __restrict in = input.data();
    double* __restrict out = output.data();
    for (std::size_t i = 0; i < output.size(); ++i)
        out[i] = 3 * in[i];
}

double sum(std::span<const double> input) {
    std::array<double, Lanes> sums{};
    std::size_t i = 0;
    for (; i + Lanes <= input.size(); i += Lanes)
        for (std::size_t lane = 0; lane < Lanes; ++lane)
            sums[lane] += input[i + lane];
    for (; i < input.size(); ++i)
        sums[0] += input[i];
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

}  // namespace breakeven::benchmarks::byHand
