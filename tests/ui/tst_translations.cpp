#include "tests/ui/german_texts.h"
#include "tests/ui/ui_test.h"
#include "ui/language.h"
#include "ui/settings.h"

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>

using namespace breakeven;

namespace {

QStringList placeholdersOf(const QString& text) {
    static const QRegularExpression placeholder(QStringLiteral("%[0-9n]|\\{[a-z]+\\}"));
    QStringList found;
    for (const QRegularExpressionMatch& match : placeholder.globalMatch(text))
        found += match.captured();
    found.sort();
    return found;
}

}  // namespace

class TestTranslations : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
    }

    void everyTextIsTranslated() {
        const QList<GermanText> entries = entriesOf(germanTexts());
        QVERIFY(entries.size() > 400);
        for (const GermanText& entry : entries) {
            QVERIFY2(!entry.isUnfinished && !entry.translation.isEmpty(), qPrintable(entry.source));
            QVERIFY2(placeholdersOf(entry.source) == placeholdersOf(entry.translation), qPrintable(entry.source));
            QVERIFY2(entry.source.contains(u'&') == entry.translation.contains(u'&'), qPrintable(entry.source));
            QVERIFY2(entry.source.endsWith(u'…') == entry.translation.endsWith(u'…'), qPrintable(entry.source));
            QVERIFY2(!entry.translation.contains(u'!'), qPrintable(entry.source));
        }
    }

    void theTextsAreThoseOfTheSources() {
        const QString fresh = path("breakeven_de.ts");
        QVERIFY(QFile::copy(germanTexts(), fresh));
        QVERIFY(QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner));
        QProcess update;
        update.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate"),
                     {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                      QStringLiteral("none"), QStringLiteral("-I"), sources(), sources() + QStringLiteral("/ui"),
                      QStringLiteral("-ts"), fresh});
        QVERIFY(update.waitForFinished(60'000));
        QCOMPARE(update.exitCode(), 0);
        QStringList known;
        for (const GermanText& entry : entriesOf(germanTexts()))
            known += entry.context + u'|' + entry.source;
        QStringList used;
        for (const GermanText& entry : entriesOf(fresh))
            used += entry.context + u'|' + entry.source;
        for (const QString& text : used)
            QVERIFY2(known.contains(text), qPrintable(QStringLiteral("not translated: ") + text));
        for (const QString& text : known)
            QVERIFY2(used.contains(text), qPrintable(QStringLiteral("no longer used: ") + text));
    }

    void theWindowSpeaksGerman() {
        storeLanguage(QStringLiteral("de"));
        installTranslations(*QCoreApplication::instance());
        QCOMPARE(QCoreApplication::translate("Actions", "&Run"), QStringLiteral("&Messen"));
        QCOMPARE(QCoreApplication::translate("breakeven::ResultsModel", "faster"), QStringLiteral("schneller"));
    }

private:
    static QString sources() { return qEnvironmentVariable("BREAKEVEN_RESOURCES") + QStringLiteral("/.."); }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
