#include "core/io/languages.h"

#include "core/experiment/wording.h"
#include "core/os/files.h"

#include <cstdlib>
#include <string_view>

namespace breakeven {

std::string systemLanguage() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string_view locale(value);  // such as de_AT.UTF-8@euro
        return locale.substr(0, locale.find_first_of("_.@")) == "de" ? "de" : "en";
    }
    return "en";
}

Result<Sentences> sentencesIn(const std::string& language) {
    if (language == "en") return Sentences();
    if (language != "de") return notAllowed("language", inQuotes(language), "en, de");
    BREAKEVEN_TRY(const auto resources, resourcesFolder());
    BREAKEVEN_TRY(const std::string text, readFile(resources / "translations" / "core_de.ts"));
    return Sentences(text);
}

}  // namespace breakeven
