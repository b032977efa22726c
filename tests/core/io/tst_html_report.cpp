// The report as HTML and as Markdown: what it holds, and that nothing in a run gets out of its place.
#include "core/io/formats.h"
#include "core/io/languages.h"
#include "core/io/report_assets.h"
#include "tests/support/events_of.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <string>

using namespace breakeven;

namespace {

const std::string Hostile = "</script><script>alert(1)</script>\" onmouseover=\"x\" '|` [a](javascript:b) \u2028\u202E";

Trial trialOf(int id, const std::string& backend, ItemCount size) {
    Trial trial;
    trial.id = id;
    trial.workload = "square";
    trial.backend = backend;
    trial.size = size;
    trial.workers = backend == "serial" ? 1 : 2;
    if (backend == "serial") return trial;
    trial.call = "map";
    trial.chunk = "auto";
    trial.pool = "warm";
    return trial;
}

/// Serial, tbb and one more backend over four sizes; tbb pays between 1000 and 10 000 items. Each text that a file can
/// bring is `text`.
std::vector<Event> runOf(const std::string& text) {
    RunStarted started;
    started.runId = text;
    started.startedAt = text;
    started.version = text;
    started.spec.name = text;
    started.spec.title = text;
    started.spec.question = text;
    started.spec.cases.resize(1);
    started.spec.cases[0].workload = text;
    started.environment.facts = {{"cpu.model", text, text}, {"kernel", "Kernel", text}, {"cpu.smt", "SMT", {}}};
    started.environment.usableCpus = 2;
    std::vector<Event> events{started};
    int id = 0;
    for (const ItemCount size : {100U, 1000U, 10'000U, 100'000U}) {
        const double work = 1e-7 * static_cast<double>(size);
        for (const auto& [backend, seconds] :
             {std::pair{std::string("serial"), work}, std::pair{std::string("tbb"), 1e-4 + work / 2},
              std::pair{text, 2e-4 + work / 2}}) {
            events.push_back(TrialStarted{0, trialOf(id, backend, size)});
            for (int i = 0; i < 24; ++i) {
                Sample sample;
                sample.trial = id;
                sample.launch = i / 8;
                sample.round = i % 8;
                sample.seconds = Seconds(seconds * (1 + 0.001 * (i * 7 % 11)));
                sample.verified = true;
                if (i == 0 && backend == text) sample.flags = {text};
                events.push_back(sample);
            }
            ++id;
        }
    }
    events.push_back(TrialStarted{0, trialOf(id, text, 7)});
    events.push_back(TrialFailed{id, 0, TrialStatus::Crashed, text});
    events.push_back(Note{text});
    events.push_back(RunFinished{text, Seconds(1)});
    return events;
}

std::string written(const std::string& id, const std::vector<Event>& events, const Sentences& sentences = english()) {
    const auto format = std::ranges::find(formats(), id, [](const FormatEntry& each) { return each.info.id; });
    std::ostringstream out;
    return format != formats().end() && format->write(events, {.sentences = sentences}, out) ? out.str() : "failed";
}

/// The text between the two, from the first place where `before` stands.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t from = text.find(before);
    if (from == std::string::npos) return {};
    const std::size_t begin = from + before.size();
    return text.substr(begin, text.find(after, begin) - begin);
}

nlohmann::json dataOf(const std::string& page, const std::string& id) {
    return nlohmann::json::parse(between(page, "id=\"" + id + "\">", "</script>"));
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

}  // namespace

class TestHtmlReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePageHoldsAllOfIt() {
        const std::string page = written("html", runOf("async"));
        for (const char* section : {"charts", "findings", "break-even", "results", "pitfalls", "method", "machine",
                                    "notes", "provenance", "data"}) {
            QVERIFY2(page.find("<section id=\"" + std::string(section) + "\">") != std::string::npos, section);
            QVERIFY2(page.find("<a href=\"#" + std::string(section) + "\">") != std::string::npos, section);
        }
        QVERIFY(between(page, "<h1>", "</h1>").find("pays off from") != std::string::npos);
        const auto charts = dataOf(page, "plots");
        QVERIFY(charts.size() >= 3);
        for (const auto& chart : charts) {
            const std::string id = chart["id"];
            QCOMPARE(count(page, "<figure id=\"chart-" + id + "\">"), std::size_t{1});
            QVERIFY(!chart["series"].empty());
        }
        for (const char* id : {"heat-map", "distribution"}) {
            const std::string figure = between(page, "<figure id=\"chart-" + std::string(id) + "\">", "</figure>");
            QCOMPARE(count(figure, "<svg "), std::size_t{1});
            QCOMPARE(count(figure, "<details>"), std::size_t{1});
        }
        QCOMPARE(count(between(page, "<section id=\"method\">", "</section>"), "<tr>"), std::size_t{13});
        QCOMPARE(dataOf(page, "file-method").get<std::string>().starts_with("["), true);
    }

    void aPageSpeaksTheLanguageThatItIsWrittenIn() {
        const Sentences german = *sentencesIn("de");
        const auto events = runOf("async");
        const std::string page = written("html", events, german);
        QVERIFY(page.find("<html lang=\"de\">") != std::string::npos);
        QVERIFY(between(page, "<h1>", "</h1>").find("lohnt sich ab") != std::string::npos);
        QVERIFY(between(page, "<section id=\"results\">", "</section>").find(">schneller<") != std::string::npos);
        QCOMPARE(dataOf(page, "words")["Sort by this column"].get<std::string>(),
                 std::string("Nach dieser Spalte sortieren"));
        QCOMPARE(dataOf(page, "plots")[0]["x"]["title"].get<std::string>(), std::string("Größe (Elemente)"));
        QVERIFY(between(page, "<svg ", "</svg>").find(" ist schneller als seriell, ") != std::string::npos);
        const std::string markdown = written("md", events, german);
        QVERIFY(markdown.find("\n## Diagramme als Tabellen\n") != std::string::npos);
        QVERIFY(markdown.find("\n## Befunde\n") != std::string::npos);
        for (const char* id : {"run", "summary-csv", "samples-csv", "seeds-csv"})
            QCOMPARE(dataOf(page, "file-" + std::string(id)).get<std::string>(), written(id, events));
    }

    void theDataIsThatOfTheFiles() {
        const auto events = runOf("async");
        const std::string page = written("html", events);
        for (const char* id : {"run", "summary-csv", "samples-csv", "seeds-csv"})
            QCOMPARE(dataOf(page, "file-" + std::string(id)).get<std::string>(), written(id, events));
        const auto read = readRunText(dataOf(page, "file-run").get<std::string>(), "page");
        QVERIFY(read);
        QCOMPARE(only<Sample>(read->events).size(), only<Sample>(events).size());
    }

    void nothingIsFetchedAndNoOtherScriptRuns() {
        const std::string page = written("html", runOf("async"));
        const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\">");
        QVERIFY2(policy.starts_with("default-src 'none'; script-src 'sha256-"), policy.c_str());
        const QByteArray hash =
            QCryptographicHash::hash(QByteArray::fromStdString(std::string(ReportScript)), QCryptographicHash::Sha256);
        QCOMPARE(QByteArray::fromStdString(between(policy, "sha256-", "'")), hash.toBase64());
        QVERIFY(page.find("<script>" + std::string(ReportScript) + "</script>") != std::string::npos);
        QCOMPARE(count(std::string(ReportScript), "</script"), std::size_t{0});
        QCOMPARE(count(page, " src="), std::size_t{0});
        QCOMPARE(count(page, "<link "), std::size_t{1});  // the empty icon, so that no server is asked for one
        QCOMPARE(count(page, "sourceMappingURL"), std::size_t{0});
    }

    void hostileTextStaysText() {
        const std::string plain = written("html", runOf("async"));
        const std::string page = written("html", runOf(Hostile));
        QCOMPARE(count(page, "</script>"), count(plain, "</script>"));
        QCOMPARE(count(page, "<script"), count(plain, "<script"));
        QCOMPARE(count(page, "alert(1)</script>"), std::size_t{0});
        QCOMPARE(count(page, "onmouseover=\""), std::size_t{0});
        QCOMPARE(count(page, "\u2028"), std::size_t{0});
        QVERIFY(count(page, "&lt;/script&gt;&lt;script&gt;alert(1)") > 5);
        QCOMPARE(dataOf(page, "file-run").get<std::string>(), written("run", runOf(Hostile)));
        QVERIFY(dataOf(page, "plots").dump().find("</script>") != std::string::npos);
    }

    void fileNamesAreHarmless() {
        const std::string page = written("html", runOf("../a b\"<"));
        QCOMPARE(between(page, "download=\"", "\""), std::string("---a-b--.jsonl"));
        QCOMPARE(between(written("html", runOf("")), "download=\"", "\""), std::string("run.jsonl"));
    }

    void aRunWithoutSamplesHasAPageToo() {
        const std::vector<Event> begun{runOf("async").front()};
        const std::string page = written("html", begun);
        QVERIFY(page.find("id=\"plots\"") == std::string::npos);
        QVERIFY(page.find("<a href=\"#charts\">") == std::string::npos);
        QVERIFY(page.ends_with("</html>\n"));
    }

    void markdownHoldsTheTables() {
        const QString text = QString::fromStdString(written("md", runOf("async")));
        for (const char* title : {"# async\n", "## Findings\n", "## Break-even\n", "## Results\n", "## Method\n",
                                  "## Machine\n", "## Provenance\n", "## Charts as tables\n",
                                  "### Speed-up vs serial\n", "### Distribution of samples, 100\u202f000 items\n"})
            QVERIFY2(text.contains(title), title);
        QVERIFY(text.contains("pays off from"));
        QCOMPARE(text.count(QRegularExpression("^\\| \\d+ \\| .* \\| (kept|not kept|not observable) \\| ",
                                               QRegularExpression::MultilineOption)),
                 12);
    }

    void hostileMarkdownStaysText() {
        const QString plain = QString::fromStdString(written("md", runOf("async")));
        const QString text = QString::fromStdString(written("md", runOf(Hostile)));
        QVERIFY(!text.contains("<script"));
        QVERIFY(!text.contains("[a]("));
        QVERIFY(!text.contains(QChar(0x2028)));
        const QRegularExpression openBar("(?<!\\\\)\\|");
        const auto barsOf = [&](const QString& of) {
            QList<qsizetype> bars;
            for (const QString& line : of.split('\n'))
                if (line.startsWith('|')) bars += line.count(openBar);
            return bars;
        };
        QCOMPARE(barsOf(text), barsOf(plain));
    }
};

QTEST_GUILESS_MAIN(TestHtmlReport)
#include "tst_html_report.moc"
