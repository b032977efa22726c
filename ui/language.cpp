#include "ui/language.h"

#include "core/base/utf8.h"
#include "core/io/languages.h"
#include "ui/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTranslator>

namespace breakeven {

namespace {

QString read(const QString& language, const QString& name) {
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(language, name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Word {
    QString word;
    QString meaning;
};

/// Every language tells the same words in the same order, which a test checks.
QList<Word> wordsIn(const QString& language) {
    static const QRegularExpression entry(QStringLiteral("^\\*\\*(.+?)\\*\\* – (.+)$"),
                                          QRegularExpression::MultilineOption);
    QList<Word> words;
    for (const QRegularExpressionMatch& match : entry.globalMatch(read(language, QStringLiteral("words"))))
        words += Word{match.captured(1), match.captured(2)};
    return words;
}

/// Of what others say. A language is for a whole life of the program.
Sentences& sentences() {
    static Sentences known;
    return known;
}

/// Empty: none was set.
QString& languageOfThisLife() {
    static QString language;
    return language;
}

}  // namespace

QString windowLanguage() {
    for (const QString& chosen : {languageOfThisLife(), storedLanguage()})
        if (!chosen.isEmpty()) return chosen;
    return QString::fromStdString(systemLanguage());
}

void setLanguage(const QString& language) {
    languageOfThisLife() = language;
}

void installTranslations(QCoreApplication& application) {
    const QString language = windowLanguage();
    if (language == u"en") return;
    auto* own = new QTranslator(&application);
    if (own->load(QStringLiteral(":/i18n/breakeven_%1.qm").arg(language))) application.installTranslator(own);
    auto* standard = new QTranslator(&application);  // buttons of dialogs
    if (standard->load(QStringLiteral("qtbase_%1").arg(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(standard);
    sentences() = sentencesIn(language.toStdString()).value_or(Sentences());
}

QString spoken(std::string_view english) {
    return QString::fromStdString(sentences().translated(asSeen(english)));
}

QString spoken(const QString& english) {
    return spoken(std::string_view(english.toStdString()));
}

const Sentences& windowSentences() {
    return sentences();
}

QString helpPage(const QString& name) {
    const QString page = read(windowLanguage(), name);
    return page.isEmpty() ? read(QStringLiteral("en"), name) : page;
}

QString meaningOf(const QString& word) {
    static const QList<Word> english = wordsIn(QStringLiteral("en"));
    static const QList<Word> shown = wordsIn(windowLanguage());
    for (qsizetype place = 0; place < english.size() && place < shown.size(); ++place) {
        if (english[place].word == word) return shown[place].meaning;
    }
    return {};
}

}  // namespace breakeven
