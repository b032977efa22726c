#include "core/io/languages.h"

#include <QTest>

using namespace breakeven;

/// Which language is spoken, and what of core's texts is said in it (their patterns: tests/ui/tst_sentences.cpp).
class TestLanguages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstThatIsSetDecides_data() {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("lang");
        QTest::addColumn<QString>("language");
        const auto row = [](const char* name, const char* all, const char* messages, const char* lang,
                            const char* language) {
            QTest::newRow(name) << QByteArray(all) << QByteArray(messages) << QByteArray(lang) << QString(language);
        };
        row("none", "", "", "", "en");
        row("German", "", "", "de_DE.UTF-8", "de");
        row("of Austria", "", "", "de_AT@euro", "de");
        row("two letters", "", "", "de", "de");
        row("no translation", "", "", "fr_FR.UTF-8", "en");
        row("another that begins so", "", "", "den_CA", "en");
        row("messages before all else", "", "de_DE.UTF-8", "en_GB.UTF-8", "de");
        row("C for this command", "C.UTF-8", "de_DE.UTF-8", "de_DE.UTF-8", "en");
    }
    void theFirstThatIsSetDecides() {
        QFETCH(QByteArray, all);
        QFETCH(QByteArray, messages);
        QFETCH(QByteArray, lang);
        const QByteArray before = qgetenv("LC_ALL");
        qputenv("LC_ALL", all);
        qputenv("LC_MESSAGES", messages);
        qputenv("LANG", lang);
        QTEST(QString::fromStdString(systemLanguage()), "language");
        qunsetenv("LC_MESSAGES");
        qunsetenv("LANG");
        qputenv("LC_ALL", before);
    }

    void germanSaysWhatCoreSays() {
        const auto german = sentencesIn("de");
        QVERIFY(german);
        QCOMPARE(german->language(), std::string("de"));
        QCOMPARE(german->translated("Runtime (s)"), std::string("Laufzeit (s)"));
        QCOMPARE(german->translated("A size of \"10\" & <more>"), std::string("A size of \"10\" & <more>"));
    }

    void englishSaysEverythingAsItIs() {
        QCOMPARE(sentencesIn("en")->language(), std::string("en"));
        QCOMPARE(sentencesIn("en")->translated("Runtime (s)"), std::string("Runtime (s)"));
    }

    void anotherLanguageIsAnError() {
        QCOMPARE(sentencesIn("fr").error().detail, std::string("language: 'fr' is not allowed (en, de)"));
    }

    void whatXmlEscapesIsReadAsItWas() {
        const Sentences few(R"(<TS version="2.1" language="xx_YY"><source>a &lt;b&gt; &amp;amp; &quot;c&quot;</source>
            <translation>&apos;%1&apos;</translation><source>%1 of %2</source><translation>%2: %1</translation></TS>)");
        QCOMPARE(few.language(), std::string("xx"));
        QCOMPARE(few.translated("a <b> &amp; \"c\""), std::string("'%1'"));
        QCOMPARE(few.translated("one of two"), std::string("two: one"));
    }
};

QTEST_GUILESS_MAIN(TestLanguages)
#include "tst_languages.moc"
