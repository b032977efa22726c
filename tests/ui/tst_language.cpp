#include "tests/ui/ui_test.h"
#include "ui/language.h"
#include "ui/settings.h"

#include <QDir>
#include <QRegularExpression>

using namespace breakeven;

namespace {

int headingsIn(const QString& page) {
    return static_cast<int>(page.count(QRegularExpression(QStringLiteral("^#"), QRegularExpression::MultilineOption)));
}

int entriesIn(const QString& page) {
    return static_cast<int>(
        page.count(QRegularExpression(QStringLiteral("^(\\*\\*|\\d+\\. )"), QRegularExpression::MultilineOption)));
}

}  // namespace

class TestLanguage : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
    }

    void whatIsChosenIsSpoken() {
        QCOMPARE(windowLanguage(), QStringLiteral("en"));
        storeLanguage(QStringLiteral("de"));
        QCOMPARE(windowLanguage(), QStringLiteral("de"));
    }

    void everyPageIsThereInBothLanguagesAndSaysAsMuch() {
        const QStringList english = QDir(QStringLiteral(":/help/en")).entryList();
        QVERIFY(english.contains(QStringLiteral("words.md")));
        // For those who write programs; they are shown in English.
        const QStringList englishAlone{"cpp.md", "extending.md"};
        const QStringList german = QDir(QStringLiteral(":/help/de")).entryList();
        for (const QString& file : english)
            QVERIFY2(german.contains(file) != englishAlone.contains(file), qPrintable(file));
        for (const QString& file : german) {
            const QString name = file.chopped(3);
            storeLanguage(QStringLiteral("en"));
            const QString page = helpPage(name);
            storeLanguage(QStringLiteral("de"));
            const QString translated = helpPage(name);
            QVERIFY2(page != translated && page.startsWith(u'#') && translated.startsWith(u'#'), qPrintable(name));
            QVERIFY2(headingsIn(page) == headingsIn(translated), qPrintable(name));
            QVERIFY2(entriesIn(page) == entriesIn(translated), qPrintable(name));
            const QRegularExpression exclamation(QStringLiteral("!(?!\\[)"));  // no picture
            QVERIFY2(!page.contains(exclamation) && !translated.contains(exclamation), qPrintable(name));
        }
    }

    void wordsHaveMeanings() {
        QVERIFY(meaningOf(QStringLiteral("Chunk")).startsWith(QStringLiteral("items that are handed over")));
        QVERIFY(meaningOf(QStringLiteral("Break-even")).contains(QStringLiteral("faster than serial")));
        QVERIFY(meaningOf(QStringLiteral("Xylophone")).isEmpty());
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
