/// Languages in which reports, lessons and the window speak. Tables, runs, and what commands print are English.
#pragma once

#include "core/base/result.h"
#include "core/io/sentences.h"

#include <string>

namespace breakeven {

/// "en" or "de": that of the environment (LC_ALL, else LC_MESSAGES, else LANG) where there is a translation, else
/// English.
std::string systemLanguage();

/// How core's texts are said in a language.
/// Errors: InvalidInput for another than en and de; Unreadable, or Internal, when the resources lack it.
Result<Sentences> sentencesIn(const std::string& language);

}  // namespace breakeven
