#include "core/workloads/slot_workload.h"

#include <algorithm>

namespace breakeven {

namespace {

/// Rows [begin, end) of a table with so many columns.
struct Part {
    std::uint64_t begin;
    std::uint64_t end;
    std::uint64_t columns;
};

struct Shape {
    std::uint64_t rows;
    std::uint64_t columns;
};

std::uint64_t countOf(const ListRecipe& recipe, const char* name) {
    return static_cast<std::uint64_t>(std::get<double>(recipe.params.at(name)));
}

class FrameShape final : public SlotWorkload<Part, Shape> {
public:
    FrameShape(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size), m_rows(countOf(recipe, "rows")), m_columns(countOf(recipe, "columns")) {}

    /// As numpy.array_split: the rows that are left over go to the first parts, one each.
    void generate(std::uint64_t) override {
        const std::uint64_t each = m_rows / m_input.size();
        const std::uint64_t left = m_rows % m_input.size();
        const auto begin = [&](ItemCount part) { return part * each + std::min<std::uint64_t>(part, left); };
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = {.begin = begin(i), .end = begin(i + 1), .columns = m_columns};
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = {.rows = m_input[i].end - m_input[i].begin, .columns = m_input[i].columns};
    }

private:
    std::uint64_t m_rows;
    std::uint64_t m_columns;
};

}  // namespace

WorkloadEntry frameShapeWorkload() {
    return {.info = {.id = "frame-shape",
                     .title = "Shapes of a table's parts",
                     .description = "Splits a whole table into as many parts as the list has items, as evenly as its "
                                    "rows allow, and returns the shape of each part. What is handed over is where a "
                                    "part begins and ends, not its numbers.",
                     .teaches = "To split a table into one part per worker needs few hand-overs, and with a view "
                                "instead of a copy each costs the same however large the part is.",
                     .params = {{.name = "rows",
                                 .title = "Rows",
                                 .description = "Rows of the whole table; with fewer rows than parts, the last parts "
                                                "are empty.",
                                 .unit = "rows",
                                 .kind = ParamKind::Integer,
                                 .minimum = 1,
                                 .maximum = 1e12,
                                 .initial = 500.0},
                                {.name = "columns",
                                 .title = "Columns",
                                 .description = "Columns of the whole table and of each part.",
                                 .unit = "columns",
                                 .kind = ParamKind::Integer,
                                 .minimum = 1,
                                 .maximum = 1e6,
                                 .initial = 2.0}},
                     .inputBytesPerItem = sizeof(Part),
                     .outputBytesPerItem = sizeof(Shape),
                     .operationsPerItem = 1,
                     .typicalSize = 8},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<FrameShape>(recipe, memory);
            }};
}

}  // namespace breakeven
