#include "core/workloads/slot_workload.h"

#include <cmath>

namespace breakeven {

namespace {

struct Point {
    double x;
    double y;
};

/// Steps of z -> z^2 + c from 0 until |z| > 2, at most `limit`.
std::uint32_t stepsToEscape(Point c, std::uint32_t limit) {
    constexpr double EscapeSquared = 4;
    double x = 0;
    double y = 0;
    std::uint32_t steps = 0;
    for (; steps < limit && x * x + y * y <= EscapeSquared; ++steps) {
        const double real = x * x - y * y + c.x;
        y = 2 * x * y + c.y;
        x = real;
    }
    return steps;
}

class Mandelbrot final : public SlotWorkload<Point, std::uint32_t> {
public:
    Mandelbrot(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size),
          m_limit(static_cast<std::uint32_t>(std::get<double>(recipe.params.at("iterations")))) {}

    /// The list fills, row by row, a square picture of the set: real parts from -2 to 0.5, imaginary ones within ±1.25.
    void generate(std::uint64_t) override {
        constexpr double Width = 2.5;
        const auto side = static_cast<ItemCount>(std::ceil(std::sqrt(static_cast<double>(m_input.size()))));
        const double pixel = Width / static_cast<double>(side);
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = {.x = -2 + pixel * (static_cast<double>(i % side) + 0.5),
                          .y = -Width / 2 + pixel * (static_cast<double>(i / side) + 0.5)};
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = stepsToEscape(m_input[i], m_limit);
    }

private:
    std::uint32_t m_limit;
};

}  // namespace

WorkloadEntry mandelbrotWorkload() {
    return {.info = {.id = "mandelbrot",
                     .title = "Mandelbrot set",
                     .description = "Computes a square picture of the Mandelbrot set, one pixel per item: how many "
                                    "steps its point needs to escape. Points of the set never do and cost all "
                                    "iterations, points far from it a few.",
                     .teaches = "The dear items lie together in the middle of the list, so splitting it into equal "
                                "parts leaves workers idle while small chunks keep all of them busy.",
                     .params = {{.name = "iterations",
                                 .title = "Iterations",
                                 .description = "Steps after which a point counts as one of the set.",
                                 .unit = "",
                                 .kind = ParamKind::Integer,
                                 .minimum = 1,
                                 .maximum = 1e6,
                                 .initial = 1000.0}},
                     .inputBytesPerItem = sizeof(Point),
                     .outputBytesPerItem = sizeof(std::uint32_t),
                     .operationsPerItem = 0,
                     .typicalSize = 65'536},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<Mandelbrot>(recipe, memory);
            }};
}

}  // namespace breakeven
