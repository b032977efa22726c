#include "app/cli/language_option.h"

#include "core/io/languages.h"

#include <CLI/CLI.hpp>

namespace breakeven {

void addLanguage(CLI::App& parser, LanguageOption& language, const std::string& what) {
    parser
        .add_option_function<std::string>(
            "--language", [&language](const std::string& typed) { language = typed; },
            "Language of " + what + " (default: as LANG says, else en)")
        ->type_name("en|de");
}

Result<Sentences> sentencesOf(const LanguageOption& language) {
    return sentencesIn(language.value_or(systemLanguage()));
}

}  // namespace breakeven
