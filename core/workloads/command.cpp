#include "core/base/command_line.h"
#include "core/workloads/workload.h"

#include <cstring>
#include <stdexcept>

namespace breakeven {

namespace {

/// The list is the program's own; here is what its output comes to, so that a list of any size takes no memory.
class CommandList final : public Workload {
public:
    explicit CommandList(bool isCompared) : m_isCompared(isCompared) {}

    void generate(std::uint64_t) override { clearOutput(); }
    void clearOutput() override { m_output = {}; }
    Digest digest() const override { return m_output; }
    bool isCompared() const override { return m_isCompared; }

    void run(ItemCount, ItemCount) override { throw std::logic_error("command: only the program can run its list"); }

    void unpack(Side, ItemCount, ItemCount, std::string_view bytes) override {
        if (bytes.size() != sizeof m_output.hash) throw std::logic_error("command: the output is no hash");
        std::memcpy(&m_output.hash, bytes.data(), sizeof m_output.hash);
        m_output.sum = 1;  // unlike no output
    }

private:
    Digest m_output;
    bool m_isCompared;
};

ParamInfo choiceParam(std::string name, std::string title, std::string description, std::vector<std::string> choices) {
    return {.name = std::move(name),
            .title = std::move(title),
            .description = std::move(description),
            .unit = "",
            .kind = ParamKind::Text,
            .initial = choices.front(),
            .choices = choices};
}

}  // namespace

WorkloadEntry commandWorkload() {
    return {.info = {.id = std::string(CommandId),
                     .title = "Program",
                     .description = "Starts a program of your own once per list and takes its time until it ends. It "
                                    "is told the size, the number of workers and the backend where its command line "
                                    "says {size}, {workers} and {backend}; the serial base is told one worker and "
                                    "serial. What the program is not told is not varied.",
                     .teaches = "Whether the program's own way to run in parallel is worth it, and from which size on.",
                     .params = {{.name = "command",
                                 .title = "Command",
                                 .description = "The program and its arguments, split at blanks as a shell does, with "
                                                "quotes; nothing else of a shell is understood.",
                                 .unit = "",
                                 .kind = ParamKind::Command,
                                 .initial = std::string()},
                                choiceParam("time", "Time",
                                            "What counts: from when the program runs until it ends (wall), or what it "
                                            "says itself in the last line of its output, as {\"seconds\": 1.5} (own); "
                                            "the rest of its life then counts as its start.",
                                            {"wall", "own"}),
                                choiceParam("output", "Output",
                                            "What it prints must equal what the serial base prints (compare), or is "
                                            "not looked at (ignore).",
                                            {"compare", "ignore"}),
                                choiceParam("exit-codes", "Exit codes",
                                            "A trial fails when the program ends with another than 0 (check), or any "
                                            "will do (ignore).",
                                            {"check", "ignore"}),
                                {.name = "limit",
                                 .title = "Limit",
                                 .description = "A program that takes longer is ended, and its trial fails.",
                                 .unit = "s",
                                 .kind = ParamKind::Real,
                                 .minimum = 0.01,
                                 .maximum = 86'400,
                                 .initial = 120.0}},
                     .typicalSize = 1000,
                     .runsPrograms = true},
            .bind = [](const ListRecipe& recipe, std::span<std::byte>) -> std::unique_ptr<Workload> {
                return std::make_unique<CommandList>(std::get<std::string>(recipe.params.at("output")) == "compare");
            }};
}

}  // namespace breakeven
