/// The loops of the kernels as one writes them for this one machine: compiled with -O3 -march=native.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace breakeven::benchmarks::byHand {

void square(std::span<const double> input, std::span<double> output);
/// input: b and c side by side
void triad(std::span<const double> input, double scalar, std::span<double> output);
/// input: rows of five numbers
void rowsInRange(std::span<const std::uint8_t> input, std::uint8_t minimum, std::uint8_t maximum,
                 std::span<std::uint8_t> output);
double sumOfSquares(std::span<const double> input);
/// rows of four numbers
void normaliseRows(std::span<const double> input, std::span<double> output);

/// STREAM's scale, and the reading part of it: what memory allows.
void scale(std::span<const double> input, std::span<double> output);
double sum(std::span<const double> input);

}  // namespace breakeven::benchmarks::byHand
