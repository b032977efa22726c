// What core says is German in a German window: every sentence it can make, every word it lists.
#include "core/analysis/pitfalls.h"
#include "core/experiment/codec.h"
#include "core/experiment/results.h"
#include "core/io/formats.h"
#include "core/io/languages.h"
#include "core/plots/plots.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QXmlStreamReader>

#include <algorithm>
#include <iterator>

using namespace breakeven;

namespace {

struct Entry {
    QString source, translation;
};

QString resources() {
    return qEnvironmentVariable("BREAKEVEN_RESOURCES");
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s: cannot be read", qPrintable(path));
    return file.readAll();
}

QList<Entry> entries() {
    QXmlStreamReader xml(contentOf(resources() + QStringLiteral("/translations/core_de.ts")));
    QList<Entry> all;
    qsizetype messages = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"message") ++messages;
        if (xml.name() == u"source") all += Entry{xml.readElementText(), {}};
        if (xml.name() == u"translation") all.back().translation = xml.readElementText();
    }
    if (xml.hasError()) qFatal("core_de.ts: %s", qPrintable(xml.errorString()));
    if (messages != all.size()) qFatal("core_de.ts: a message has more than one source, or none");
    return all;
}

/// Each gap with a text of its own, which no pattern knows.
QString filled(QString text) {
    for (int gap = 1; gap <= 9; ++gap)
        text.replace(QStringLiteral("%%1").arg(gap), QStringLiteral("<%1>").arg(gap));
    return text;
}

QStringList gapsOf(const QString& text) {
    static const QRegularExpression gap(QStringLiteral("%[1-9]"));
    QStringList found;
    for (const QRegularExpressionMatch& match : gap.globalMatch(text))
        found += match.captured();
    found.sort();
    return found;
}

/// The texts between quotes, those that follow each other as one; comments and includes have none.
QStringList literalsIn(QString code) {
    static const QRegularExpression silent(QStringLiteral("^\\s*(//|#).*$|\\s//.*$|'(\\\\?.)'|R\"\\(.*?\\)\""),
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression joint(QStringLiteral("\"\\s*\\n\\s*\""));
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\\\n]|\\\\.)*)\""));
    code.remove(silent).remove(joint);
    QStringList found;
    for (const QRegularExpressionMatch& match : literal.globalMatch(code))
        found += match.captured(1).replace(QStringLiteral("\\\""), QStringLiteral("\""));
    return found;
}

/// Two words or more; punctuation at the ends belongs to how sentences are put together.
QString wordsOf(const QString& literal) {
    static const QRegularExpression ends(QStringLiteral("^[\\s.,:;()']+|[\\s.,:;()']+$"));
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,}"));
    const QString text = QString(literal).remove(ends);
    return text.contains(u' ') && text.contains(words) ? text : QString();
}

/// What is read from the system, no sentence of ours; and words of the contract, which stay as they are typed.
const QStringList& unsaid() {
    static const QStringList texts{QStringLiteral("some avg10="), QStringLiteral("model name"),
                                   QStringLiteral("Microsoft Hv"), QStringLiteral("cold, warm, after-idle")};
    return texts;
}

QStringList filesToRead() {
    QStringList files;
    const QString core = resources() + QStringLiteral("/../core/");
    for (const char* folder : {"analysis", "base", "experiment", "measure", "os", "peers", "plots", "run"}) {
        QDirIterator each(core + QLatin1String(folder), {QStringLiteral("*.cpp")}, QDir::Files);
        while (each.hasNext())
            files += each.next();
    }
    for (const char* file : {"report", "report_tables", "why_tables", "markdown_page", "class_report", "plot_table"})
        files += core + QStringLiteral("io/%1.cpp").arg(QLatin1String(file));
    return files;
}

QByteArray answerOf(const QStringList& arguments) {
    QProcess program;
    program.start(qEnvironmentVariable("BREAKEVEN_CLI"), arguments);
    if (!program.waitForFinished(60'000) || program.exitCode() != 0) qFatal("the command line failed");
    return program.readAllStandardOutput();
}

void add(QStringList& texts, const std::string& text) {
    if (!text.empty()) texts += QString::fromStdString(text);
}

template <class Info>
void addInfos(QStringList& texts, const std::vector<Info>& infos) {
    for (const Info& info : infos) {
        add(texts, info.title);
        add(texts, info.description);
    }
}

QStringList catalogTexts() {
    const auto catalog = parseCatalog(answerOf({QStringLiteral("list"), QStringLiteral("--json")}).toStdString());
    if (!catalog) qFatal("%s", catalog.error().detail.c_str());
    QStringList texts;
    addInfos(texts, catalog->workloads);
    addInfos(texts, catalog->backends);
    addInfos(texts, catalog->calls);
    addInfos(texts, catalog->pools);
    addInfos(texts, catalog->experiments);
    addInfos(texts, catalog->plots);
    addInfos(texts, catalog->formats);
    for (const BackendInfo& backend : catalog->backends)
        add(texts, backend.missing);
    for (const WorkloadInfo& workload : catalog->workloads) {
        add(texts, workload.teaches);
        addInfos(texts, workload.params);
        for (const ParamInfo& param : workload.params)
            add(texts, param.unit);
    }
    for (const PlotEntry& entry : plots())
        texts += QString::fromUtf8(groupTitle(entry.group).data());
    return texts;
}

QStringList wordTexts() {
    QStringList texts;
    for (const TrialStatus status :
         {TrialStatus::Ok, TrialStatus::Failed, TrialStatus::WrongResult, TrialStatus::TimedOut, TrialStatus::Crashed,
          TrialStatus::Refused, TrialStatus::Interrupted, TrialStatus::Skipped})
        add(texts, std::string(statusWord(status)));
    for (const Pitfall& pitfall : pitfalls(Results())) {
        add(texts, pitfall.title);
        add(texts, pitfall.text);
        add(texts, pitfall.advice);
    }
    for (const char* flag : {"throttled", "thermal", "steal", "pressure", "switches", "page-faults", "migrated",
                             "debug-build", "debugger", "cache-stores", "warm-runtime", "oversubscribed", "chose-tbb"})
        texts += QLatin1String(flag);
    return texts;
}

QStringList factTitles() {
    QStringList titles;
    const QJsonObject doctor =
        QJsonDocument::fromJson(answerOf({QStringLiteral("doctor"), QStringLiteral("--json")})).object();
    for (const QJsonValue& fact : doctor.value(QStringLiteral("facts")).toArray())
        titles += fact.toObject().value(QStringLiteral("title")).toString();
    return titles;
}

}  // namespace

class TestSentences : public QObject, UiTest {
    Q_OBJECT

    const Sentences m_german = *sentencesIn("de");

    QString german(const QString& text) const {
        return QString::fromStdString(m_german.translated(text.toStdString()));
    }
    bool knows(const QString& text) const { return m_german.knows(text.toStdString()); }
    /// Alone, or sentence by sentence.
    bool isSaid(const QString& text) const {
        static const QRegularExpression border(QStringLiteral("[.;] | · "));
        return knows(text) || std::ranges::all_of(text.split(border, Qt::SkipEmptyParts),
                                                  [this](const QString& part) { return knows(part); });
    }

private Q_SLOTS:
    void everyEntryCanBeUsed() {
        const QList<Entry> all = entries();
        QVERIFY(all.size() > 1000);
        QStringList sources;
        for (const Entry& entry : all) {
            QVERIFY2(!entry.translation.isEmpty() && !entry.translation.contains(u'!'), qPrintable(entry.source));
            QVERIFY2(gapsOf(entry.source) == gapsOf(entry.translation), qPrintable(entry.source));
            QVERIFY2(gapsOf(entry.source).removeDuplicates() == 0, qPrintable(entry.source));
            QVERIFY2(!sources.contains(entry.source), qPrintable(entry.source));
            sources += entry.source;
        }
    }

    /// So no pattern takes what another one made.
    void everyPatternIsFoundAgain() {
        for (const Entry& entry : entries())
            QCOMPARE(german(filled(entry.source)), filled(entry.translation));
    }

    void whatCoreCanSayIsKnown() {
        const QList<Entry> all = entries();
        QStringList lacking;
        for (const QString& file : filesToRead()) {
            for (const QString& literal : literalsIn(QString::fromUtf8(contentOf(file)))) {
                const QString words = wordsOf(literal);
                if (words.isEmpty() || unsaid().contains(words) || isSaid(literal)) continue;
                const bool isPart = std::ranges::any_of(
                    all, [&](const Entry& entry) { return entry.source.contains(words, Qt::CaseInsensitive); });
                if (!isPart) lacking += file.section(u'/', -2) % QStringLiteral(": ") % literal;
            }
        }
        QCOMPARE(lacking.join(u'\n'), QString());
    }

    void whatIsListedIsKnown() {
        for (const QStringList& texts : {catalogTexts(), wordTexts(), factTitles()}) {
            QVERIFY(texts.size() > 10);
            QStringList lacking;
            std::ranges::copy_if(texts, std::back_inserter(lacking), [&](const QString& text) { return !knows(text); });
            QCOMPARE(lacking.join(u'\n'), QString());
        }
    }

    void experimentsAskInGerman() {
        for (const char* place : {"/experiments", "/lessons/experiments"}) {
            QDirIterator each(resources() + QLatin1String(place), {QStringLiteral("*.json")}, QDir::Files);
            int count = 0;
            while (each.hasNext()) {
                const QJsonObject spec = QJsonDocument::fromJson(contentOf(each.next())).object();
                for (const char* field : {"title", "question"})
                    QVERIFY2(knows(spec.value(QLatin1String(field)).toString()), qPrintable(each.fileName()));
                ++count;
            }
            QVERIFY(count > 10);
        }
    }

    void sentencesAreReadBack_data() {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* english, const char* expected) {
            QTest::newRow(english) << QString::fromUtf8(english) << QString::fromUtf8(expected);
        };
        row("tbb pays off from 31 000 items (28 000–36 000) on 2 workers vs python-serial",
            "tbb lohnt sich ab 31 000 Elementen (28 000–36 000) auf 2 Arbeitern gegen python-serial");
        row("What if: perfectly balanced workers", "Was wäre, wenn: vollkommen ausgelastete Arbeiter");
        row("What if: half the cost of handing over", "Was wäre, wenn: halbe Kosten des Übergebens");
        row("So far: threads is faster at every size measured (from 10 to 1 000 items).",
            "Bisher: threads ist bei jeder gemessenen Größe schneller (von 10 bis 1 000 Elementen).");
        row("tbb is faster at every size measured (from 10 to 100 items) vs python-serial, at 1 of 2 sizes by less "
            "than 1 %",
            "tbb ist bei jeder gemessenen Größe schneller (von 10 bis 100 Elementen) gegen python-serial, bei 1 von 2 "
            "Größen um weniger als 1 %");
        row("tbb pays off from 31 000 items (28 000–36 000) on 2 workers vs python-serial, by less than 1 %",
            "tbb lohnt sich ab 31 000 Elementen (28 000–36 000) auf 2 Arbeitern gegen python-serial, um weniger als "
            "1 %");
        row("tbb crashed at 3 sizes from 10 to 1 k items (signal 11). The other 23 trials are kept.",
            "tbb stürzte bei 3 Größen von 10 bis 1 k Elementen ab (Signal 11). Die anderen 23 Versuche bleiben.");
        row("tbb is overhead-bound up to 1 k items, then compute-bound. At 100 000 items each worker gives 93 % of "
            "what "
            "it could: the work itself is the limit.",
            "tbb ist bis 1 k Elemente durch Mehraufwand begrenzt, dann durch Rechnen begrenzt. Bei 100 000 Elementen: "
            "Jeder Arbeiter gibt 93 % dessen, was er könnte: Die Arbeit selbst ist die Grenze.");
        row("Up to 1 k items stay serial; from 10 k items use tbb with 2 workers; from 1 M items nothing is clearly "
            "faster than serial.",
            "Bis 1 k Elemente seriell bleiben; ab 10 k Elementen tbb mit 2 Arbeitern verwenden; ab 1 M Elementen ist "
            "nichts deutlich schneller als seriell.");
        row("Up to 1 k items stay serial, where nothing is faster by 2 % or more; from 10 k items use tbb with 2 "
            "workers; from 1 M items nothing is faster than serial by 2 % or more.",
            "Bis 1 k Elemente seriell bleiben, wo nichts um 2 % oder mehr schneller ist; ab 10 k Elementen tbb mit 2 "
            "Arbeitern verwenden; ab 1 M Elementen ist nichts um 2 % oder mehr schneller als seriell.");
        row("Stay serial up to 1 k items. But at 2 sizes from 300 to 400 items, where not every way was measured "
            "enough, tbb with 2 workers is faster.",
            "Bis 1 k Elemente seriell bleiben. Aber bei 2 Größen von 300 bis 400 Elementen, wo nicht jeder Weg genug "
            "gemessen wurde, ist tbb mit 2 Arbeitern schneller.");
        row("Stay serial: nothing that was measured is faster by 2 % or more up to 1 k items.",
            "Seriell bleiben: Nichts Gemessenes ist bis 1 k Elemente um 2 % oder mehr schneller.");
        row("What limits tbb ×8 is not resolved. At 10 000 items each worker gives 59 % (58 %–60 %) of what it could; "
            "where the rest goes cannot be told without a profiled pass.",
            "Was tbb ×8 begrenzt, ist nicht entschieden. Bei 10 000 Elementen: Jeder Arbeiter gibt 59 % (58 %–60 %) "
            "dessen, was er könnte; wohin der Rest geht, lässt sich ohne einen aufgezeichneten Durchgang nicht sagen.");
        row("At 1 000 000 items tbb reaches 1.84× (1.79–1.88): of 2 workers, imbalance leaves 95 %, overhead leaves 98 "
            "% (97 %–99 %) "
            "of that, the clock not resolved.",
            "Bei 1 000 000 Elementen erreicht tbb 1.84× (1.79–1.88): Von 2 Arbeitern: Ungleichgewicht lässt 95 %, "
            "Mehraufwand lässt davon 98 % (97 %–99 %), Takt nicht entschieden.");
        row("Left out (failed) at 10, 100: tbb. Left out (crashed) at 10: async; Which chunk is best is not resolved",
            "Ausgelassen (gescheitert) bei 10, 100: tbb. Ausgelassen (abgestürzt) bei 10: async; Welcher Block der "
            "beste ist, ist nicht entschieden");
        row("Left out (interrupted) at 10 k, 1 M: serial, tbb; at 10 k: serial map chunk 16",
            "Ausgelassen (unterbrochen) bei 10 k, 1 M: seriell, tbb; bei 10 k: seriell map Block 16");
        row("Left out (crashed): serial", "Ausgelassen (abgestürzt): seriell");
        row("Left out (not a number): chunk auto, pool. Left out (no scalar): threads",
            "Ausgelassen (keine Zahl): Block auto, pool. Ausgelassen (kein scalar): threads");
        row("Above the measured time at 10, 1 k: start of the pool; at 1 M: all parts together (parts are timed by "
            "themselves, at another moment)",
            "Über der gemessenen Zeit bei 10, 1 k: Start des Pools; bei 1 M: alle Teile zusammen (Teile werden für "
            "sich und zu einem anderen Zeitpunkt gemessen)");
        row("sizes: '-5' is not allowed (whole numbers from 1 to 1e12)",
            "Größen: '-5' ist nicht erlaubt (ganze Zahlen von 1 bis 1e12)");
        row("/tmp/a.jsonl: cannot be read: No such file or directory",
            "/tmp/a.jsonl: lässt sich nicht lesen: Datei oder Verzeichnis nicht gefunden");
        row("Other programs took CPUs (load at the start 0.52 0.40 0.31) at 3 of 28 trials.",
            "Andere Programme nahmen CPUs (Last am Anfang 0.52 0.40 0.31), bei 3 von 28 Versuchen.");
        row("2 trials of 2 curves were interrupted (stopped before it was measured): async, threads.",
            "2 Versuche von 2 Kurven wurden unterbrochen (angehalten, bevor es gemessen war): async, threads.");
        row("64 000 at the latest", "spätestens 64 000");
        row("Other programs took CPUs (load at the start 0.52 0.40 0.31, and a spinning thread was kept off its CPU "
            "for 12 % of the time, the longest for 4.00 ms) at 3 of 28 trials.",
            "Andere Programme nahmen CPUs (Last am Anfang 0.52 0.40 0.31, und ein Thread, der nur kreist, kam 12 % der "
            "Zeit nicht auf seine CPU, am längsten 4.00 ms), bei 3 von 28 Versuchen.");
        row("Other programs took CPUs before the samples (a spinning thread was kept off its CPU for 12 % of the "
            "time, the longest for 4.00 ms).",
            "Andere Programme nahmen vor den Stichproben CPUs (ein Thread, der nur kreist, kam 12 % der Zeit nicht auf "
            "seine CPU, am längsten 4.00 ms).");
        row("At 1 000 items imbalance costs 26 % (n too small): workers wait for the busiest one, as far as 2 profiled "
            "passes tell.",
            "Bei 1 000 Elementen: Ungleichgewicht kostet 26 % (n zu klein): Arbeiter warten auf den am meisten "
            "beschäftigten, soweit 2 aufgezeichnete Durchgänge es sagen.");
        row("Some workers wait for the busiest, which costs up to 38 %, as far as one profiled pass tells at 1 of 2 "
            "trials.",
            "Manche Arbeiter warten auf den am meisten beschäftigten; das kostet bis zu 38 %, soweit ein "
            "aufgezeichneter "
            "Durchgang es sagt, bei 1 von 2 Versuchen.");
        row("a.json.gz: cannot be read: unpacked, it is larger than 256000000 bytes",
            "a.json.gz: lässt sich nicht lesen: ausgepackt ist sie größer als 256000000 Bytes");
        row("12.3 ms (n too small)", "12.3 ms (n zu klein)");
        row("Overhead against list size (edited)", "Mehraufwand nach Listengröße (geändert)");
        row("a text of nobody's", "a text of nobody's");
    }
    void sentencesAreReadBack() {
        QFETCH(QString, english);
        QFETCH(QString, expected);
        QCOMPARE(german(english), expected);
    }

    void whatIsTooLongToBeASentenceStays() {
        const QString printed = QStringLiteral("failed, ").repeated(1000);
        QCOMPARE(german(printed), printed);
    }

    void englishSaysEverythingAsItIs() {
        QCOMPARE(sentencesIn("en")->translated("Runtime"), std::string("Runtime"));
        QCOMPARE(german(QStringLiteral("Runtime")), QStringLiteral("Laufzeit"));
    }

    void anotherLanguageIsAnError() {
        QCOMPARE(sentencesIn("fr").error().detail, std::string("language: 'fr' is not allowed (en, de)"));
    }
};

QTEST_MAIN(TestSentences)
#include "tst_sentences.moc"
