/// history, lesson: their whole synopsis is parsed, so that scripts fail with a reason.
#include "app/cli/subcommands.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace breakeven {
namespace {

/// Where parsed words go that nothing reads yet.
struct Words {
    std::vector<std::string> words;
    bool json = false;
};

Subcommand unbuilt(CLI::App* parser, const std::shared_ptr<Words>& words) {
    return {parser, [parser, words]() -> Result<int> { return notBuiltYet(parser->get_name()); }};
}

Subcommand addHistory(CLI::App& app) {
    auto words = std::make_shared<Words>();
    CLI::App* parser = app.add_subcommand("history", "The history of runs on this machine");
    parser->require_subcommand(1);
    const auto addAction = [&](const char* name, const char* description) {
        CLI::App* action = parser->add_subcommand(name, description);
        action->add_option("arguments", words->words, "Run ids, tags or files");
        action->add_flag("--json", words->json, "Print JSON");
    };
    addAction("list", "List the runs");
    addAction("show", "Show a run");
    addAction("tag", "Name a run");
    addAction("delete", "Delete a run");
    addAction("export", "Write runs to a file");
    addAction("import", "Take runs in from a file");
    return unbuilt(parser, words);
}

Subcommand addLesson(CLI::App& app) {
    auto words = std::make_shared<Words>();
    CLI::App* parser = app.add_subcommand("lesson", "A lesson in the terminal");
    parser->add_option("lesson", words->words, "The lesson's id")->type_name("ID")->expected(1)->required();
    return unbuilt(parser, words);
}

}  // namespace

std::vector<Subcommand> addUnbuilt(CLI::App& app) {
    return {addHistory(app), addLesson(app)};
}

}  // namespace breakeven
