#include "core/io/analysis_report.h"
#include "core/io/report.h"
#include "core/io/report_tables.h"
#include "tests/support/known_curves.h"
#include "tests/support/sample_results.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace breakeven;

namespace {

/// tbb pays from 20 000 items; threads never do.
SampleResults twoCurves() {
    const std::vector<ItemCount> sizes{1000, 10'000, 16'000, 25'000, 100'000, 1'000'000};
    SampleResults sample;
    KnownCurves{.perItem = 1e-8, .overhead = 1e-4, .noise = 0.005}.measure(sample, "tbb", sizes, 12, 7);
    for (const ItemCount size : sizes)
        sample.measured("threads", size, std::vector<double>(12, 3e-8 * static_cast<double>(size)));
    sample.run().version = "1.0";
    sample.run().spec.cases.front().workload = "square";
    sample.run().environment.facts = {{"cpu.model", "Processor", "A CPU"}, {"cpu.smt", "SMT", {}}};
    sample.updateRun();
    sample.apply(Note{"twice"});
    sample.apply(Note{"twice"});
    sample.finish();
    return sample;
}

const ReportSection* sectionOf(const Report& report, const std::string& id) {
    const auto found = std::ranges::find(report.sections, id, &ReportSection::id);
    return found == report.sections.end() ? nullptr : &*found;
}

}  // namespace

class TestReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHeadSaysThatARunWasCutShort() {
        SampleResults sample = twoCurves();  // completed
        QVERIFY(!reportOf(sample.results).origin.ends_with("after 1.00\u202fs"));
        sample.apply(RunFinished{"budget", Seconds(2)});
        QVERIFY(!reportOf(sample.results).origin.ends_with("after 2.00\u202fs"));
        for (const char* reason : {"interrupted", "failed"}) {
            sample.apply(RunFinished{reason, Seconds(2)});
            QCOMPARE(reportOf(sample.results).origin,
                     "A CPU · 2 usable CPUs · " + std::string(reason) + " after 2.00\u202fs");
        }
    }

    void sectionsAreWhole() {
        const Report report = reportOf(twoCurves().results);
        std::set<std::string> ids;
        for (const ReportSection& section : report.sections) {
            QVERIFY(ids.insert(section.id).second);
            QVERIFY2(!section.items.empty() || !section.table.rows.empty(), section.id.c_str());
            for (const auto& row : section.table.rows)
                QCOMPARE(row.size(), section.table.columns.size());
        }
        QCOMPARE(report.title, std::string("sample"));
        QCOMPARE(report.origin, std::string("A CPU · 2 usable CPUs"));
        QCOMPARE(sectionOf(report, "notes")->items, std::vector<std::string>{"twice"});
        QVERIFY(!sectionOf(report, "losses"));  // nothing was profiled
        QCOMPARE(sectionOf(report, "limits")->table.rows.size(), std::size_t{12});
        QVERIFY(sectionOf(report, "overhead")->table.rows.empty());
        QCOMPARE(sectionOf(report, "overhead")->items.size(), std::size_t{2});  // why not, once for each pool
        QCOMPARE(sectionOf(report, "scaling")->table.rows.size(), std::size_t{12});
        QCOMPARE(sectionOf(report, "scaling")->items.size(), std::size_t{3});
    }

    void breakEvensKeepTheirInterval() {
        const ReportTable table = breakEvenTableOf(twoCurves().results);
        QCOMPARE(table.rows.size(), std::size_t{2});
        QCOMPARE(table.rows[0][0].text, std::string("tbb"));
        QCOMPARE(table.rows[0][0].family, std::string("tbb"));
        QCOMPARE(table.rows[0][1].text, std::string("resolved"));
        QVERIFY(std::abs(*table.rows[0][2].order - 20'000) < 2000);
        QVERIFY(table.rows[0][3].text.find("–") != std::string::npos);
        QCOMPARE(table.rows[1][1].text, std::string("never in range"));
        QVERIFY(table.rows[1][1].tone == Tone::Bad);
    }

    void resultsAreSortedByNumbersNotTexts() {
        const ReportTable table = resultsTableOf(twoCurves().results);
        QCOMPARE(table.rows.size(), std::size_t{18});
        for (const auto& row : table.rows) {
            QVERIFY(row[0].order && row[3].order);
            QVERIFY(row[4].text.empty() == (row[1].text == "serial"));
        }
    }

    void theTerminalShowsTheSameTable() {
        const SampleResults sample = twoCurves();
        const QString text = QString::fromStdString(resultsTable(sample.results));
        const auto rows = resultsTableOf(sample.results).rows;
        QCOMPARE(rows.size(), sample.results.trials().size());
        for (const auto& row : rows)
            QVERIFY(text.contains(QString::fromStdString(row[3].text)));
    }

    void whatWasSeenComesFirst() {
        const ReportTable table = pitfallTableOf(twoCurves().results);
        const auto isSeen = [](const auto& row) { return row[1].text == "seen"; };
        QVERIFY(std::ranges::is_partitioned(table.rows, isSeen));
        QVERIFY(isSeen(table.rows.front()) && !isSeen(table.rows.back()));
    }

    void whatTheMachineHidesIsSaid() {
        const ReportTable table = machineTableOf(twoCurves().results.run().environment);
        QCOMPARE(table.rows[0][1].text, std::string("A CPU"));
        QCOMPARE(table.rows[1][1].text, std::string("not observable"));
    }

    void tablesOfOthersCannotBeRepeated() {
        const auto canBeRepeated = [](const Results& results) {
            const Report report = reportOf(results);
            const auto& rows = sectionOf(report, "provenance")->table.rows;
            return std::ranges::any_of(rows, [](const auto& row) { return row[0].text == "To repeat it"; });
        };
        QVERIFY(canBeRepeated(twoCurves().results));
        QVERIFY(!canBeRepeated(Results()));
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
