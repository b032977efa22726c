#include "tests/ui/ui_test.h"
#include "ui/language.h"
#include "ui/settings.h"

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QXmlStreamReader>

using namespace breakeven;

namespace {

struct Entry {
    QString context, source, translation;
    bool isUnfinished = false;
};

QList<Entry> entriesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s: cannot be read", qPrintable(path));
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            entries += Entry{context, {}, {}};
        } else if (xml.name() == u"source") {
            entries.back().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            entries.back().isUnfinished = !xml.attributes().value(QStringLiteral("type")).isEmpty();
            entries.back().translation = xml.readElementText();
        }
    }
    return entries;
}

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
        const QList<Entry> entries = entriesOf(germanTexts());
        QVERIFY(entries.size() > 400);
        for (const Entry& entry : entries) {
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
        for (const Entry& entry : entriesOf(germanTexts()))
            known += entry.context + u'|' + entry.source;
        QStringList used;
        for (const Entry& entry : entriesOf(fresh))
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
    static QString germanTexts() {
        return qEnvironmentVariable("BREAKEVEN_RESOURCES") + QStringLiteral("/translations/breakeven_de.ts");
    }
    static QString sources() { return qEnvironmentVariable("BREAKEVEN_RESOURCES") + QStringLiteral("/.."); }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
