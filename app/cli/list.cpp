/// list: what can be chosen, for people or as the catalogue that the window is built from.
#include "app/cli/catalog.h"
#include "app/cli/language_option.h"
#include "app/cli/subcommands.h"
#include "core/experiment/codec.h"
#include "core/experiment/wording.h"
#include "core/io/languages.h"
#include "core/lessons/lesson_list.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>

namespace breakeven {
namespace {

struct ListOptions {
    std::string what;
    LanguageOption language;  ///< of lessons
    bool json = false;
};

/// One kind of entry: how it is called, how it is printed, and the catalogue that holds nothing else.
struct Part {
    std::string id;
    std::string title;
    std::string text;
    Catalog catalog;
};

std::string valueText(const ParamValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? oneLine(*text) : numberText(std::get<double>(value));
}

std::string paramText(const ParamInfo& param) {
    const std::string unit = param.unit.empty() ? "" : ' ' + param.unit;
    std::string text = "    " + param.name + " = " + valueText(param.initial) + unit;
    if (!isText(param.kind)) {
        text += " (" + valueText(param.minimum) + " to " + valueText(param.maximum) + unit + ')';
    }
    return text + ": " + param.description + '\n';
}

template <class Infos>
std::string table(const Infos& infos) {
    std::size_t width = 0;
    for (const auto& info : infos)
        width = std::max(width, info.id.size());
    std::ostringstream out;
    for (const auto& info : infos) {
        out << "  " << std::left << std::setw(static_cast<int>(width)) << info.id << "  " << info.title;
        if constexpr (requires { info.missing; }) {
            if (!info.missing.empty()) out << " (not on this machine: " << info.missing << ')';
        }
        out << '\n';
        if constexpr (requires { info.params; }) {
            for (const ParamInfo& param : info.params)
                out << paramText(param);
        }
    }
    return out.str();
}

std::vector<Part> partsOf(const Catalog& catalog) {
    std::vector<Part> parts;
    const auto add = [&](const std::string& id, const std::string& title, auto member) {
        Part part{id, title, table(catalog.*member), {}};
        part.catalog.*member = catalog.*member;
        parts.push_back(std::move(part));
    };
    add("experiments", "Experiments", &Catalog::experiments);
    add("workloads", "Workloads", &Catalog::workloads);
    add("backends", "Backends", &Catalog::backends);
    add("calls", "Calls", &Catalog::calls);
    add("pools", "Pools", &Catalog::pools);
    add("plots", "Plots", &Catalog::plots);
    add("formats", "Formats", &Catalog::formats);
    return parts;
}

/// What a user has been through; nothing where that cannot be read.
LessonProgress lessonProgress() {
    const std::filesystem::path file = lessonProgressFile();
    return file.empty() ? LessonProgress() : readLessonProgress(file).value_or(LessonProgress());
}

Result<std::string> lessonsPart(const ListOptions& options, bool json) {
    BREAKEVEN_TRY(const auto folder, lessonsFolder());
    const std::string language = options.language.value_or(systemLanguage());
    BREAKEVEN_TRY(const auto lessons, readLessons(folder, language));
    if (json) return lessonsJson(lessons, lessonProgress());
    BREAKEVEN_TRY(const LessonWords words, readWords(folder / language / "words.json"));
    return lessonsText(lessons, lessonProgress(), words);
}

/// Behind all other lists, which do without lessons that cannot be read.
void printLessons(const ListOptions& options) {
    if (const auto text = lessonsPart(options, false)) {
        std::cout << "\nLessons\n" << *text;
    } else {
        warn("lessons: " + text.error().detail);
    }
}

Result<int> list(const ListOptions& options) {
    if (options.what == "lessons") {
        BREAKEVEN_TRY(const std::string text, lessonsPart(options, options.json));
        std::cout << text;
        return 0;
    }
    BREAKEVEN_TRY(Catalog catalog, composeCatalog());
    if (options.what.empty() || options.what == "backends") addMissing(catalog);
    const std::vector<Part> parts = partsOf(catalog);
    if (options.what.empty()) {
        if (options.json) {
            std::cout << writeCatalog(catalog);
            return 0;
        }
        for (const Part& part : parts)
            std::cout << (&part == &parts.front() ? "" : "\n") << part.title << '\n' << part.text;
        printLessons(options);
        return 0;
    }
    const auto part =
        std::find_if(parts.begin(), parts.end(), [&](const Part& each) { return each.id == options.what; });
    if (part == parts.end()) {
        std::vector<std::string> ids = {"lessons"};
        for (const Part& each : parts)
            ids.push_back(each.id);
        return notAllowed("list", inQuotes(options.what), choices(ids, options.what));
    }
    std::cout << (options.json ? writeCatalog(part->catalog) : part->text);
    return 0;
}

}  // namespace

Subcommand addList(CLI::App& app) {
    auto options = std::make_shared<ListOptions>();
    CLI::App* parser = app.add_subcommand("list", "List what can be chosen");
    parser->add_option("what", options->what,
                       "workloads, backends, experiments, lessons, formats, plots, calls or pools; all when left out");
    addLanguage(*parser, options->language, "the lessons");
    parser->add_flag("--json", options->json, "Print JSON");
    return {parser, [options] { return list(*options); }};
}

}  // namespace breakeven
