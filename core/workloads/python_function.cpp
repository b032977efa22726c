#include "core/workloads/hash.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"

#include <span>
#include <stdexcept>

namespace breakeven {

namespace {

/// The items are Python's own; here is room for what their results come to.
class PythonFunction final : public Workload {
public:
    PythonFunction(std::span<std::byte> memory, ItemCount size) : m_output(takeSlots<std::uint64_t>(memory, size)) {}

    void generate(std::uint64_t) override { clearOutput(); }
    void clearOutput() override { clearSlots(m_output); }
    Digest digest() const override { return {.hash = hashOutput(std::as_bytes(m_output))}; }

    void run(ItemCount, ItemCount) override { throw std::logic_error("python-function: only Python can run it"); }

private:
    std::span<std::uint64_t> m_output;
};

}  // namespace

WorkloadEntry pythonFunctionWorkload() {
    return {.info = {.id = "python-function",
                     .title = "Python function",
                     .description = "Calls a function from a Python file of your own with each item of a list, in a "
                                    "plain loop and by Python's own ways to run in parallel. Two results are the same "
                                    "when Python shows them alike.",
                     .teaches = "Whether multiprocessing, joblib or futures are worth it for this function, and from "
                                "which size on.",
                     .params = {{.name = "file",
                                 .title = "File",
                                 .description = "The Python file; it is imported, so what stands outside of its "
                                                "functions runs, too.",
                                 .unit = "",
                                 .kind = ParamKind::File,
                                 .initial = std::string()},
                                {.name = "function",
                                 .title = "Function",
                                 .description = "The name of a function of one argument in this file.",
                                 .unit = "",
                                 .kind = ParamKind::Text,
                                 .initial = std::string("f")},
                                {.name = "items",
                                 .title = "Items",
                                 .description = "A Python expression for the list, which may use size and what the "
                                                "file defines.",
                                 .unit = "",
                                 .kind = ParamKind::Text,
                                 .initial = std::string("range(size)")}},
                     .outputBytesPerItem = sizeof(std::uint64_t),
                     .typicalSize = 1000,
                     .family = "python",
                     .runsPrograms = true},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<PythonFunction>(memory, recipe.size);
            }};
}

}  // namespace breakeven
