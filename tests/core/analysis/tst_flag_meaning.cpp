#include "core/analysis/flag_meaning.h"
#include "core/io/languages.h"
#include "core/measure/noise.h"

#include <QFile>
#include <QtTest>

using namespace breakeven;

class TestFlagMeaning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// All that noiseFlags can say.
    void everyDisturbanceIsExplained() {
        NoiseCounters after;
        after.throttled = after.overheated = after.involuntarySwitches = after.majorFaults = 1000;
        after.stolen = after.waited = Seconds(1);
        after.cpu = 1;
        const auto flags = noiseFlags({}, after, Seconds(1));
        QCOMPARE(flags.size(), std::size_t{7});
        for (const std::string& flag : flags)
            QVERIFY2(flagMeaning(flag).ends_with('.'), flag.c_str());
    }

    void marksOfTheProgramAreExplained() {
        for (const char* flag : {"debug-build", "debugger", "cache-stores", "warm-runtime", "oversubscribed"})
            QVERIFY2(flagMeaning(flag).ends_with('.'), flag);
        QCOMPARE(flagMeaning("chose-tbb"), std::string("The pool chose tbb by itself."));
    }

    /// In English and in German, word for word.
    void theHelpSaysTheSame() {
        for (const char* language : {"en", "de"}) {
            QFile file(qEnvironmentVariable("BREAKEVEN_RESOURCES") +
                       QStringLiteral("/help/%1/measuring.md").arg(QLatin1String(language)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray help = file.readAll();
            const auto sentences = sentencesIn(language);
            QVERIFY(sentences);
            for (const char* flag : {"throttled", "thermal", "steal", "pressure", "switches", "page-faults", "migrated",
                                     "debug-build", "debugger", "cache-stores", "warm-runtime", "oversubscribed"}) {
                const std::string row =
                    std::string("| `") + flag + "` | " + sentences->translated(flagMeaning(flag)) + " |\n";
                QVERIFY2(help.contains(row.c_str()), row.c_str());
            }
        }
    }

    void whatNobodyKnowsHasNone() { QCOMPARE(flagMeaning("sunspots"), std::string()); }
};

QTEST_GUILESS_MAIN(TestFlagMeaning)
#include "tst_flag_meaning.moc"
