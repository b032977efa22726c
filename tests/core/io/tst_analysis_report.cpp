#include "core/io/analysis_report.h"
#include "tests/core/analysis/overhead_samples.h"
#include "tests/support/known_curves.h"
#include "tests/support/sample_results.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace breakeven;

namespace {

QJsonObject jsonOf(const Results& results, std::optional<ItemCount> at = {}) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(analysisJson(results, {.at = at}))).object();
}

SampleResults sampleRun() {
    SampleResults sample;
    KnownCurves{}.measure(sample, "tbb", {1000, 10'000, 100'000, 1'000'000}, 12, 3);
    sample.fail(sample.trial("openmp-static", 1'000'000), TrialStatus::Crashed, "signal 11");
    return sample;
}

void hasKeys(const QJsonObject& object, const QStringList& keys) {
    for (const QString& key : keys)
        QVERIFY2(object.contains(key), qPrintable(key));
}

QStringList linesOf(const std::string& text) {
    return QString::fromStdString(text).split(u'\n', Qt::SkipEmptyParts);
}

using Row = QMap<QString, QString>;

/// Cells of the first row of a section, under the names of their columns. Words within a cell are one blank apart.
Row firstRowOf(const std::string& text, const QString& section) {
    static const QRegularExpression gap(QStringLiteral("  +"));
    const QStringList lines = linesOf(text);
    const auto heading = std::ranges::find_if(lines, [&](const QString& line) { return line.startsWith(section); });
    if (lines.end() - heading < 3) return {};
    const QStringList names = heading[1].split(gap, Qt::SkipEmptyParts);
    const QStringList cells = heading[2].split(gap, Qt::SkipEmptyParts);
    Row row;
    for (qsizetype i = 0; i < std::min(names.size(), cells.size()); ++i)
        row[names[i]] = cells[i];
    return row;
}

/// Serial takes 100 us; two workers wake in 10 us, are handed 98 chunks in 4.9 us, and have 50 us each to do.
std::string whyText() {
    SampleResults sample;
    const KnownParts parts{.imbalance = 0.2};
    const Trial trial = parts.add(sample, "tbb", 10'000);
    parts.profile(sample, trial);
    parts.references(sample, "tbb");
    return analysisText(sample.results, {});
}

}  // namespace

class TestAnalysisReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jsonHasEveryKey() {
        const QJsonObject json = jsonOf(sampleRun().results, 50'000);
        QCOMPARE(json["schema"].toInt(), 1);
        hasKeys(json, {"break_even", "at", "speedup", "waterfall", "models", "regimes", "findings"});
        for (const char* key : {"waterfall", "models", "regimes"})
            QVERIFY(json[key].isArray());
        const QJsonObject row = json["break_even"].toArray().at(0).toObject();
        hasKeys(row, {"workload", "params", "backend", "call", "chunk", "pool", "workers", "base", "size", "low",
                      "high", "status"});
        QCOMPARE(row["status"].toString(), QString("resolved"));
        QCOMPARE(row["backend"].toString(), QString("tbb"));
        QVERIFY(row["low"].toDouble() <= row["size"].toDouble() && row["size"].toDouble() <= row["high"].toDouble());
    }

    void jsonHasTheSpeedups() {
        const QJsonArray rows = jsonOf(sampleRun().results)["speedup"].toArray();
        QCOMPARE(rows.size(), 4);  // the crashed trial and serial itself have none
        const QJsonObject row = rows.at(3).toObject();
        hasKeys(row, {"workload", "params", "backend", "call", "chunk", "pool", "workers", "size", "speedup", "low",
                      "high", "self_speedup", "self_speedup_low", "self_speedup_high", "efficiency", "efficiency_low",
                      "efficiency_high", "base_s"});
        QCOMPARE(row["size"].toInt(), 1'000'000);
        QVERIFY(row["self_speedup"].isNull());
        QCOMPARE(row["efficiency"].toDouble(), row["speedup"].toDouble() / 2);
        QCOMPARE(row["efficiency_low"].toDouble(), row["low"].toDouble() / 2);
        QCOMPARE(row["efficiency_high"].toDouble(), row["high"].toDouble() / 2);
    }

    void jsonAnswersForASize() {
        QVERIFY(jsonOf(sampleRun().results)["at"].isNull());
        const QJsonObject at = jsonOf(sampleRun().results, 50'000)["at"].toObject();
        QCOMPARE(at["size"].toInt(), 50'000);
        const QJsonObject row = at["series"].toArray().at(0).toObject();
        QVERIFY(row["speedup"].toDouble() > 1);
        QCOMPARE(row["outside"].toBool(), false);
        QCOMPARE(row["break_even"].toString(), QString("resolved"));
        QVERIFY(row["pays_from_low"].toDouble() <= row["pays_from"].toDouble());
        QVERIFY(row["pays_from"].toDouble() <= row["pays_from_high"].toDouble());
    }

    void aSizeIsToldFromWhereItPays() {
        const auto answer = [](const std::vector<double>& atTen, const std::vector<double>& atThousand) {
            SampleResults sample;
            sample.measured("serial", 10, std::vector<double>(10, 1.0));
            sample.measured("tbb", 10, atTen);
            sample.measured("serial", 1000, std::vector<double>(10, 1.0));
            sample.measured("tbb", 1000, atThousand);
            const QStringList lines = linesOf(analysisText(sample.results, {.at = 10}));
            return lines.at(lines.indexOf(QStringLiteral("At 10 items, vs serial")) + 1)
                .section(QStringLiteral("; "), -1);
        };
        const std::vector<double> slow(10, 2.0);
        const std::vector<double> fast(10, 0.5);
        const std::vector<double> around = {0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1.01, 1.02, 1.03, 1.04};
        QCOMPARE(answer(slow, fast), QString("pays from 100 items (100–670)"));
        QCOMPARE(answer(fast, fast), QString("pays at every size measured"));
        QCOMPARE(answer(slow, slow), QString("never pays up to 1\u202fk items"));
        QVERIFY(answer(slow, around).endsWith("items at the earliest, if at all"));
        QVERIFY(answer(around, fast).endsWith("items at the latest"));
        QCOMPARE(answer(around, around), QString("from where it pays is not resolved"));
    }

    void aSizeThatIsFasterWhereLargerOnesAreOpenPaysForGoodIfAtAll() {
        SampleResults sample;
        const std::vector<double> around = {0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1.01, 1.02, 1.03, 1.04};
        for (const auto& [size, times] :
             {std::pair{10, std::vector<double>(10, 2.0)}, {100, std::vector<double>(10, 0.5)}, {1000, around}}) {
            sample.measured("serial", static_cast<ItemCount>(size), std::vector<double>(10, 1.0));
            sample.measured("tbb", static_cast<ItemCount>(size), times);
        }
        const QString text = QString::fromStdString(analysisText(sample.results, {.at = 100}));
        QVERIFY2(text.contains("faster; pays for good from ") && text.contains(" items at the earliest, if at all"),
                 qPrintable(text.left(600)));
    }

    void jsonFindingsBeginWithTheHeadline() {
        const QJsonArray found = jsonOf(sampleRun().results)["findings"].toArray();
        QCOMPARE(found.at(0).toObject()["id"].toString(), QString("pays-from"));
        QCOMPARE(found.at(1).toObject()["id"].toString(), QString("crashed"));
        hasKeys(found.at(1).toObject(), {"id", "text", "numbers"});
    }

    void openEndsAreNull() {
        const std::vector<double> ones(10, 1.0);
        const std::vector<double> around = {0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1.01, 1.02, 1.03, 1.04};
        const auto rowOf = [&](const std::vector<double>& atTen, const std::vector<double>& atThousand) {
            SampleResults sample;
            sample.measured("serial", 10, ones);
            sample.measured("tbb", 10, atTen);
            sample.measured("serial", 1000, ones);
            sample.measured("tbb", 1000, atThousand);
            return jsonOf(sample.results)["break_even"].toArray().at(0).toObject();
        };
        const QJsonObject above = rowOf(std::vector<double>(10, 2.0), around);
        QCOMPARE(above["status"].toString(), QString("not-resolved"));
        QVERIFY(above["size"].isNull() && above["low"].isDouble() && above["high"].isNull());
        QVERIFY(above["crossings"].toArray().at(0).toObject()["provisional"].toBool());
        const QJsonObject clear = rowOf(std::vector<double>(10, 2.0), std::vector<double>(10, 0.5));
        QVERIFY(!clear["crossings"].toArray().at(0).toObject().contains("provisional"));
        const QJsonObject below = rowOf(around, std::vector<double>(10, 0.5));
        QCOMPARE(below["status"].toString(), QString("not-resolved"));
        QVERIFY(below["size"].isNull() && below["low"].isNull() && below["high"].isDouble());
    }

    void whatIsSlowerHasNoSerialFraction() {
        SampleResults sample;
        sample.measured("serial", 10, std::vector<double>(10, 1.0));
        sample.measured("tbb", 10, std::vector<double>(10, 2.0));
        const std::string text = analysisText(sample.results, {});
        QVERIFY2(text.find("  over 100\u202f%\n") != text.npos, text.c_str());
    }

    void nothingMeasuredIsStillAReport() {
        const QJsonObject json = jsonOf(Results{}, 10);
        QCOMPARE(json["break_even"].toArray().size(), 0);
        QCOMPARE(json["findings"].toArray().at(0).toObject()["id"].toString(), QString("no-data"));
        QCOMPARE(linesOf(analysisText(Results{}, {})), QStringList("Nothing has been measured yet"));
        QCOMPARE(linesOf(resultsTable(Results{})).size(), 1);
    }

    void textTellsTheAnswerFirst() {
        const std::string text = analysisText(sampleRun().results, {.at = 5'000'000});
        const QStringList lines = linesOf(text);
        QVERIFY(lines.at(0).startsWith("tbb pays off from "));
        QVERIFY(lines.contains("Break-even vs serial"));
        QVERIFY(lines.contains("At 5\u202f000\u202f000 items, vs serial"));
        QVERIFY(QString::fromStdString(text).contains("from the nearest size measured"));
        QVERIFY(QString::fromStdString(text).contains("openmp-static crashed at 1\u202fM items (signal 11)."));
        QVERIFY(text.ends_with('\n'));
    }

    void textTellsWhatTheClockCosts() {
        SampleResults sample = sampleRun();
        QVERIFY(linesOf(analysisText(sample.results, {})).contains("  What reading the clock costs was not measured."));
        sample.apply(LaunchReference{0, 0, 0, Seconds(2e-8), {}});
        const QStringList lines = linesOf(analysisText(sample.results, {}));
        QVERIFY2(!lines.filter("  Reading the clock takes at most ").isEmpty(), qPrintable(lines.join(u'\n')));
    }

    void textTellsWhyItIsNotFaster() {
        SampleResults sample = sampleRun();
        const Trial trial = sample.results.trials().at(1).trial;
        TrialProfiled pass;
        pass.trial = trial.id;
        pass.wall = Seconds(1);
        pass.workers = {{Seconds(0.5), Seconds(0), Seconds(0), Seconds(1), 1},
                        {Seconds(0.75), Seconds(0), Seconds(0), Seconds(1), 1}};
        sample.apply(pass);
        const QString text = QString::fromStdString(analysisText(sample.results, {}));
        for (const char* section : {"\nLosses", "\nLimits\n", "\nOverhead parts\n", "\nScaling\n"})
            QVERIFY2(text.contains(QLatin1String(section)), section);
        QVERIFY(text.contains(QStringLiteral("0.83×")));  // of the workers' times
        QVERIFY(text.contains(QStringLiteral("overhead-bound")));
        QVERIFY(
            text.contains(QStringLiteral("What the parts of tbb with 2 workers cost was not measured in this run.")));
        QVERIFY(text.contains(QStringLiteral("Gunther's law has three coefficients and needs 5 worker counts")));
        QCOMPARE(text.count(QStringLiteral("Gunther's law")), 1);
    }

    void lossesHaveTheirNumbers() {
        QCOMPARE(firstRowOf(whyText(), "Losses"), (Row{{"size", "10\u202f000"},
                                                       {"series", "tbb"},
                                                       {"speed-up", "1.54× (1.54–1.54)"},
                                                       {"workers", "2"},
                                                       {"load balance", "0.90×"},
                                                       {"overhead", "1.00×"},
                                                       {"clock", "not observable"},
                                                       {"work inflation", "0.86×"}}));
    }

    void limitsHaveTheirEvidence() {
        QCOMPARE(firstRowOf(whyText(), "Limits"),
                 (Row{{"size", "10\u202f000"},
                      {"series", "tbb"},
                      {"limit", "overhead-bound"},
                      {"evidence",
                       "Serial takes only 100\u202fµs: beside so little work, handing it "
                       "over weighs heavily, as far as 2 profiled passes tell."}}));
    }

    void overheadPartsAreApart() {
        QCOMPARE(firstRowOf(whyText(), "Overhead parts"), (Row{{"size", "10\u202f000"},
                                                               {"series", "tbb"},
                                                               {"measured", "64.9\u202fµs (63.6–66.2)"},
                                                               {"start", "–"},
                                                               {"waking", "10.0\u202fµs (9.8–10.2)"},
                                                               {"handing over", "4.90\u202fµs (4.78–5.02)"},
                                                               {"copying", "–"},
                                                               {"divided work", "50.0\u202fµs (49.0–51.0)"},
                                                               {"together", "64.9\u202fµs (63.9–65.9)"},
                                                               {"unexplained", "–"}}));
    }

    void scalingHasItsShares() {
        QCOMPARE(firstRowOf(whyText(), "Scaling"), (Row{{"size", "10\u202f000"},
                                                        {"series", "tbb"},
                                                        {"workers", "2"},
                                                        {"speed-up", "1.54× (1.54–1.54)"},
                                                        {"efficiency", "77\u202f% (77\u202f%–77\u202f%)"},
                                                        {"serial fraction", "30\u202f% (30\u202f%–30\u202f%)"}}));
    }

    void notesAreTakenOnce() {
        SampleResults sample = sampleRun();
        QVERIFY(notesText(sample.results).empty());
        QVERIFY(analysisText(sample.results, {}).find("Notes") == std::string::npos);
        for (const char* note : {"auto chose tbb", "block 2 ended", "auto chose tbb", ""})
            sample.results.apply(Note{note});
        QCOMPARE(notesText(sample.results), std::string("Notes\n  auto chose tbb\n  block 2 ended\n"));
        QVERIFY(analysisText(sample.results, {}).ends_with("\n\n" + notesText(sample.results)));
    }

    void tableColumnsAreAligned() {
        const QStringList lines = linesOf(resultsTable(sampleRun().results));
        QCOMPARE(lines.size(), 10);  // header, 4 sizes of serial and tbb, the crash
        const auto column = lines.at(0).indexOf("verified");
        for (const QString& line : lines.mid(1, 8)) {
            QCOMPARE(line.mid(column, 8), QString("     yes"));
            QVERIFY(line.endsWith("ok"));
        }
        QVERIFY(lines.at(1).startsWith("    1\u202f000  serial"));
        QVERIFY(lines.at(8).startsWith("1\u202f000\u202f000  tbb"));
        QVERIFY(lines.at(9).endsWith("crashed"));
        QVERIFY(!lines.at(1).contains("×"));
        QVERIFY(lines.at(8).contains("× ("));
    }
};

QTEST_GUILESS_MAIN(TestAnalysisReport)
#include "tst_analysis_report.moc"
