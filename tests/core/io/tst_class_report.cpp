// The summary of a class as page, Markdown and table: what it holds, that nothing in a run gets out of its place, and
// that nobody's name is left once names are taken away.
#include "core/io/class_files.h"
#include "core/io/class_report.h"
#include "core/io/csv.h"
#include "core/io/formats.h"
#include "tests/support/class_runs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>

using namespace breakeven;

namespace {

const std::string Hostile = "</script><script>alert(1)</script>\" onmouseover=\"x\" '|` [a](javascript:b) \u2028\u202E";

std::string saved(const ClassSummary& summary, const QString& path) {
    if (!saveClass(summary, path.toStdString())) return "failed";
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "failed";
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t from = text.find(before);
    if (from == std::string::npos) return {};
    const std::size_t begin = from + before.size();
    return text.substr(begin, text.find(after, begin) - begin);
}

ClassSummary thirty() {
    return summariseClass(classRunsOf(thirtyLearners()), {{"notes", "not a file of results"}});
}

/// Every text that a file can bring.
ClassSummary hostile() {
    std::vector<ClassRun> runs = classRunsOf(thirtyLearners());
    for (ClassRun& run : runs) {
        run.learner = Hostile + run.learner;
        run.run.spec.name = run.run.spec.title = run.run.spec.question = Hostile;
        run.run.startedAt = run.run.version = Hostile;
        for (Fact& fact : run.run.environment.facts) {
            fact.title += Hostile;
            if (fact.value) *fact.value += Hostile;
        }
        for (RunCurve& curve : run.curves)
            curve.series.workload = curve.series.backend = Hostile;
    }
    return summariseClass(std::move(runs), {{Hostile, Hostile}});
}

}  // namespace

class TestClassReport : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void thePageHoldsAllOfIt() {
        const std::string page = saved(thirty(), path("class.html"));
        for (const char* section :
             {"charts", "machines", "spread", "outliers", "runs", "left-out", "method", "provenance", "data"}) {
            QVERIFY2(count(page, "<section id=\"" + std::string(section) + "\">") == 1, section);
            QVERIFY2(count(page, "<a href=\"#" + std::string(section) + "\">") == 1, section);
        }
        QVERIFY2(between(page, "<h1>", "</h1>").starts_with("tbb ×4–8 pays off from "),
                 between(page, "<h1>", "</h1>").c_str());
        QCOMPARE(count(between(page, "<section id=\"machines\">", "</section>"), "<tr>"), std::size_t{3});
        QCOMPARE(count(between(page, "<section id=\"runs\">", "</section>"), "<tr>"), std::size_t{31});
        const std::string outliers = between(page, "<section id=\"outliers\">", "</section>");
        QVERIFY(count(outliers, "<li>") >= 1);
        QCOMPARE(count(outliers, "<li>"), count(outliers, "<li>zoe: "));
        QVERIFY(outliers.find("Frequency governor: powersave (24 others: performance)") != std::string::npos);
        QVERIFY(between(page, "<section id=\"left-out\">", "</section>").find("notes: not a file of results") !=
                std::string::npos);
        const auto charts = nlohmann::json::parse(between(page, "id=\"plots\">", "</script>"));
        QCOMPARE(charts.size(), std::size_t{1});
        QCOMPARE(charts[0]["series"].size(), std::size_t{31});
        QCOMPARE(charts[0]["series"][0]["weight"].get<std::string>(), std::string("thin"));
        QCOMPARE(count(between(page, "<figure id=\"chart-class-break-even-1\">", "</figure>"), "<svg "),
                 std::size_t{1});
        const auto data = nlohmann::json::parse(between(page, "id=\"file-class-csv\">", "</script>"));
        QCOMPARE(data.get<std::string>(), saved(thirty(), path("class.csv")));
    }

    void markdownHoldsTheTables() {
        const QString text = QString::fromStdString(saved(thirty(), path("class.md")));
        for (const char* title : {"# A class · Overhead versus size\n", "## By machine\n", "## Spread\n",
                                  "## Far from the others\n", "## Runs\n", "## Left out\n", "## Method\n"})
            QVERIFY2(text.contains(QString::fromUtf8(title)), title);
        QCOMPARE(text.count("\n| anna"), 24);
    }

    void theTableHasARowForEachRunAndCurve() {
        const ClassSummary summary = thirty();
        const std::string csv = saved(summary, path("class.csv"));
        const std::string header = csv.substr(0, csv.find('\n'));
        QVERIFY2(header.starts_with("learner,run_id,started_at,experiment,processor,usable_cpus,version,workload,"),
                 header.c_str());
        QCOMPARE(std::ranges::count(csv, '\n'), 31);
        const std::vector<std::string> names = [&] {
            std::vector<std::string> columns;
            std::istringstream in(header);
            for (std::string column; std::getline(in, column, ',');)
                columns.push_back(column);
            return columns;
        }();
        const std::vector<std::string_view> columns(names.begin(), names.end());
        const auto table = readCsv(csv, "class.csv", columns);
        QVERIFY(table && table->warnings.empty());
        QCOMPARE(table->rows.size(), std::size_t{30});
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
            const CsvCells& row = table->rows[i];
            const ClassPlace& place = summary.curves[0].places[i];
            QCOMPARE(row.text("learner"), summary.runs[place.run].learner);
            QCOMPARE(row.text("break_even_status"), std::string("resolved"));
            QCOMPARE(row.number("break_even_items"), place.breakEven->size);
            QCOMPARE(row.number("break_even_low"), std::optional(place.breakEven->interval->low));
            QCOMPARE(row.number("class_median_items"), std::optional(summary.curves[0].breakEven->median));
            QCOMPARE(row.number("speedup"), std::optional(place.speedups.back().value));
            QCOMPARE(row.count("workers"), std::optional<std::uint64_t>(place.workers));
            QCOMPARE(!row.text("outlier").empty(), row.text("learner") == "zoe");
        }
    }

    /// A number that is none has an empty cell; a name that a spreadsheet would take for a formula is defused.
    void cellsAreNumbersOrEmpty() {
        std::vector<Learner> learners = thirtyLearners();
        for (std::size_t i = 0; i < 20; ++i)
            learners[i].pays = 1e-3;  // so that the median is no size, either
        learners[0].name = "=1+1";
        learners[20].pays = 1e12;
        const std::string csv = saved(summariseClass(classRunsOf(learners)), path("class.csv"));
        QVERIFY(csv.find("\n'=1+1,") != std::string::npos);
        QVERIFY(csv.find(",always-faster,,,,,,") != std::string::npos);
        QVERIFY(csv.find(",never-in-range,,,,") != std::string::npos);
        for (const char* none : {",inf", ",nan", ",-nan", ",0,"})
            QVERIFY2(csv.find(none) == std::string::npos, none);
    }

    void nothingIsFetched() {
        const std::string page = saved(thirty(), path("class.html"));
        QVERIFY(page.find("Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-") !=
                std::string::npos);
        QCOMPARE(count(page, " src="), std::size_t{0});
        QCOMPARE(count(page, "<link "), std::size_t{1});
    }

    void hostileTextStaysText() {
        const std::string plain = saved(thirty(), path("plain.html"));
        const std::string page = saved(hostile(), path("class.html"));
        QCOMPARE(count(page, "</script>"), count(plain, "</script>"));
        QCOMPARE(count(page, "<script"), count(plain, "<script"));
        QCOMPARE(count(page, "onmouseover=\""), std::size_t{0});
        QCOMPARE(count(page, "\u2028"), std::size_t{0});
        QVERIFY(count(page, "&lt;/script&gt;&lt;script&gt;alert(1)") > 30);
        const std::string text = saved(hostile(), path("class.md"));
        QCOMPARE(count(text, "<script"), std::size_t{0});
        QCOMPARE(count(text, "[a]("), std::size_t{0});
    }

    void onlyClassesAreWritten() {
        for (const char* name : {"a.jsonl", "a.samples.csv", "a.seeds.csv", "a.pdf", "a"}) {
            const auto refused = saveClass(thirty(), path(name).toStdString());
            QVERIFY2(!refused && refused.error().code == ErrorCode::InvalidInput, name);
            QVERIFY(!QFile::exists(path(name)));
        }
    }

    /// The whole way from files to files, with names wherever a run can hold them.
    void nobodyIsNamedOnceNamesAreTakenAway() {
        const std::string home = "/home/annemarie-v";
        std::vector<Learner> learners = thirtyLearners();
        for (std::size_t i = 0; i < learners.size(); ++i) {
            learners[i].name = "annemarie-v" + std::to_string(i);
            const QString file = path(("hosthagen-" + learners[i].name + ".jsonl").c_str());
            std::vector<Event> events = eventsOf(learners[i]);
            auto& started = std::get<RunStarted>(events.front());
            started.spec.cases.front().params["file"] = {ParamValue(home + "/mine.py")};
            started.spec.cases.front().caches = {home + "/cache"};
            if (i == 3) started.spec.name = started.spec.title = "annemarie's own";
            started.environment.facts.push_back(
                {"build.flags", "Compiler flags", i == 29 ? "-O2 -ffile-prefix-map=" + home + "=." : "-O3"});
            for (Event& event : events)
                if (auto* trial = std::get_if<TrialStarted>(&event)) trial->trial.params["file"] = home + "/mine.py";
            events.insert(events.end() - 1, Note{"measured by annemarie-v on hosthagen"});
            QVERIFY(writeResults(events, file.toStdString()));
        }
        QFile broken(path("annemarie-broken.jsonl"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"event\":\"run-started\",\"schema\":1,\"annemarie\":\"hosthagen\"}\n");
        broken.close();
        QFile copy(path("hosthagen-annemarie-v0.jsonl"));
        QVERIFY(copy.copy(path("annemarie-copy.jsonl")));

        const auto files = classFilesIn(std::vector{m_folder->path().toStdString()});
        QVERIFY(files);
        ClassRuns read = readClass(*files);
        const ClassSummary named = summariseClass(read.runs, read.unread);
        QCOMPARE(named.runs.size(), std::size_t{30});
        QVERIFY(saved(named, path("named.html")).find("annemarie-v7") != std::string::npos);
        anonymise(read.runs, read.unread);
        const ClassSummary summary = summariseClass(read.runs, read.unread);
        QCOMPARE(summary.runs.size(), std::size_t{30});
        QCOMPARE(summary.leftOut.size(), named.leftOut.size());
        QCOMPARE(summary.outliers.size(), named.outliers.size());
        for (const char* name : {"class.html", "class.md", "class.csv"}) {
            const std::string text = QString::fromStdString(saved(summary, path(name))).toLower().toStdString();
            for (const std::string part : {"annemarie", "hosthagen", "/home", "mine.py", "20261101t0900",
                                           "2026-11-01t09", m_folder->path().toLower().toUtf8().constData()})
                QVERIFY2(text.find(part) == std::string::npos, (name + (": " + part)).c_str());
            QVERIFY(text.find("learner 30") != std::string::npos);
        }
    }

    /// The same files have the same numbers, in whatever order and under whatever names they come.
    void numbersAreStableAndFollowNoNames() {
        const auto numbersOf = [](std::vector<Learner> learners, bool rename) {
            std::vector<ClassRun> runs = classRunsOf(learners);
            std::vector<LeftOut> unread;
            std::vector<std::pair<double, std::string>> numbers;
            for (ClassRun& run : runs)
                if (rename) run.learner = "x" + run.learner;
            anonymise(runs, unread);
            for (const ClassRun& run : runs)
                numbers.emplace_back(*run.curves.front().breakEven->size, run.learner);
            std::ranges::sort(numbers);
            return numbers;
        };
        std::vector<Learner> learners = thirtyLearners();
        const auto numbers = numbersOf(learners, false);
        std::ranges::reverse(learners);
        QCOMPARE(numbersOf(learners, true), numbers);
        std::vector<ClassRun> runs = classRunsOf(thirtyLearners());
        std::vector<LeftOut> unread{{"zoe's notes", "'zoe' is /home/zoe/no run"}};
        anonymise(runs, unread);
        QCOMPARE(unread.front().name, std::string("Learner 31"));
        QVERIFY(unread.front().why.find("zoe") == std::string::npos);
        QVERIFY(runs.front().run.runId == "1" && runs.back().learner == "Learner 30");
    }
};

QTEST_GUILESS_MAIN(TestClassReport)
#include "tst_class_report.moc"
