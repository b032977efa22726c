/// lesson: its whole synopsis is parsed, so that scripts fail with a reason.
#include "app/cli/subcommands.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace breakeven {

Subcommand addLesson(CLI::App& app) {
    auto lesson = std::make_shared<std::string>();
    CLI::App* parser = app.add_subcommand("lesson", "A lesson in the terminal");
    parser->add_option("lesson", *lesson, "The lesson's id")->type_name("ID")->required();
    return {parser, [lesson]() -> Result<int> { return notBuiltYet("lesson"); }};
}

}  // namespace breakeven
