/// --language: what a report or a lesson is written in.
#pragma once

#include "core/base/result.h"
#include "core/io/sentences.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace breakeven {

using LanguageOption = std::optional<std::string>;  ///< as typed; absent: not given

/// what: is written in it, as the help names it.
void addLanguage(CLI::App& parser, LanguageOption& language, const std::string& what);

/// That of the option, else the system's. Errors: those of sentencesIn.
Result<Sentences> sentencesOf(const LanguageOption& language);

}  // namespace breakeven
