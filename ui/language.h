/// The window's language, and what is written in it besides the texts of the code.
#pragma once

#include "core/io/sentences.h"

#include <QString>

#include <string_view>

class QCoreApplication;

namespace breakeven {

/// "en" or "de": as of setLanguage, else as chosen in the settings, else systemLanguage().
QString windowLanguage();

/// For this life of the program, whatever the settings say. Call before installTranslations.
void setLanguage(const QString& language);

/// Before any widget is made. English needs none.
void installTranslations(QCoreApplication& application);

/// What core, the command line or a file says, in the window's language; English until installTranslations. With what
/// it hides made visible, see asSeen().
QString spoken(std::string_view english);
QString spoken(const QString& english);

/// The same for what core writes itself: reports.
const Sentences& windowSentences();

/// A page of the help, as Markdown. Range: the name of a file in resources/help/en, without its suffix.
QString helpPage(const QString& name);

/// What a word means, one or two sentences of the help's page of words. word: as that page has it in English
/// ("Chunk"); empty when it has no such word.
QString meaningOf(const QString& word);

}  // namespace breakeven
