#include "tests/ui/ui_test.h"
#include "ui/language.h"
#include "ui/settings.h"

#include <QDir>
#include <QRegularExpression>

using namespace breakeven;

namespace {

/// The levels of all headings, such as "# ## ## ###".
QString headingsIn(const QString& page) {
    static const QRegularExpression heading(QStringLiteral("^(#+) "), QRegularExpression::MultilineOption);
    QStringList levels;
    for (const QRegularExpressionMatch& match : heading.globalMatch(page))
        levels += match.captured(1);
    return levels.join(u' ');
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
        QCOMPARE(QDir(QStringLiteral(":/help/de")).entryList(), english);
        for (const QString& file : english) {
            const QString name = file.chopped(3);
            storeLanguage(QStringLiteral("en"));
            const QString page = helpPage(name);
            storeLanguage(QStringLiteral("de"));
            const QString translated = helpPage(name);
            QVERIFY2(page != translated && page.startsWith(u'#') && translated.startsWith(u'#'), qPrintable(name));
            QCOMPARE(headingsIn(translated), headingsIn(page));
            QVERIFY2(entriesIn(page) == entriesIn(translated), qPrintable(name));
            const QRegularExpression exclamation(QStringLiteral("!(?!\\[)"));  // no picture
            const QRegularExpression code(
                QStringLiteral("^```.*?^```$"),
                QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
            for (QString text : {page, translated})
                QVERIFY2(!text.remove(code).contains(exclamation), qPrintable(name));
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
