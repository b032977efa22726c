// What tst_plan does not reach through makePlan: which case an error names, the ends of each range, what x may be.
#include "core/experiment/spec_check.h"
#include "tests/core/experiment/sample_catalog.h"

#include <QtTest>

#include <functional>
#include <limits>
#include <string>
#include <utility>

using namespace breakeven;

namespace {

using Spoil = std::function<void(Case&)>;

ExperimentSpec specOf(const std::vector<std::string>& workloads) {
    ExperimentSpec spec;
    for (const auto& workload : workloads) {
        spec.cases.emplace_back();
        spec.cases.back().workload = workload;
    }
    return spec;
}

std::string errorOf(const ExperimentSpec& spec) {
    const auto checked = checkSpec(spec, sampleCatalog());
    return checked ? "" : checked.error().detail;
}

std::string errorOf(const std::string& field, const ParamInfo& info, const ParamValue& value) {
    const auto checked = checkedParam(field, info, value);
    return checked ? "" : checked.error().detail;
}

bool readsAs(const ParamInfo& info, const ParamValue& value, const ParamValue& expected) {
    const auto checked = checkedParam("f", info, value);
    return checked && *checked == expected;
}

ParamInfo paramOf(ParamKind kind, double minimum, double maximum, const std::string& unit = "") {
    ParamInfo info;
    info.kind = kind;
    info.minimum = minimum;
    info.maximum = maximum;
    info.unit = unit;
    return info;
}

}  // namespace

class TestSpecCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreNumberedOnlyAmongSeveralCases() {
        QCOMPARE(caseField(specOf({"square"}), 0, "sizes"), std::string("sizes"));
        QCOMPARE(caseField(specOf({"square", "square"}), 0, "sizes"), std::string("cases[0].sizes"));
        QCOMPARE(caseField(specOf({"square", "square"}), 1, "sizes"), std::string("cases[1].sizes"));
    }

    void everyFieldOfALaterCaseIsNamedWithItsCase_data() {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* field, const Spoil& spoil) { QTest::newRow(field) << spoil << field; };
        row("workload", [](Case& c) { c.workload = "x"; });
        row("params", [](Case& c) { c.params["x"] = {1.0}; });
        row("params.seconds", [](Case& c) { c.params["seconds"] = {-1.0}; });
        row("backends", [](Case& c) { c.backends = {"x"}; });
        row("calls", [](Case& c) { c.calls = {"x"}; });
        row("pools", [](Case& c) { c.pools = {"x"}; });
        row("chunks", [](Case& c) { c.chunks = {"x"}; });
        row("start", [](Case& c) { c.starts = {"x"}; });
        row("in_flight", [](Case& c) { c.inFlights.clear(); });
        row("cache", [](Case& c) { c.caches.clear(); });
    }

    void everyFieldOfALaterCaseIsNamedWithItsCase() {
        QFETCH(Spoil, spoil);
        QFETCH(QString, field);
        auto spec = specOf({"square", "sleep-square"});
        QCOMPARE(errorOf(spec), std::string());
        spoil(spec.cases[1]);
        const auto error = QString::fromStdString(errorOf(spec));
        QVERIFY2(error.startsWith("cases[1]." + field + ": "), qPrintable(error));
    }

    void noListMayBeEmpty_data() {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* field, const Spoil& spoil, const char* allowed) {
            QTest::newRow(field) << spoil << QString("%1: an empty list is not allowed (%2)").arg(field, allowed);
        };
        row(
            "params.seconds", [](Case& c) { c.params["seconds"] = {}; }, "at least one value");
        row(
            "calls", [](Case& c) { c.calls.clear(); }, "map");
        row(
            "pools", [](Case& c) { c.pools.clear(); }, "cold, warm");
        row(
            "chunks", [](Case& c) { c.chunks.clear(); }, "auto, pool or a whole number from 1 to 1e12");
        row(
            "in_flight", [](Case& c) { c.inFlights.clear(); }, "all, a count, or a product such as 2*n_jobs");
        row(
            "cache", [](Case& c) { c.caches.clear(); }, "a folder, temporary, or empty for none");
    }

    void noListMayBeEmpty() {
        QFETCH(Spoil, spoil);
        auto spec = specOf({"sleep-square"});
        spoil(spec.cases[0]);
        QTEST(QString::fromStdString(errorOf(spec)), "expected");
    }

    void aChoiceIsOneOfItsWords() {
        ParamInfo info = paramOf(ParamKind::Text, 0, 0);
        info.choices = {"uniform", "linear"};
        QVERIFY(readsAs(info, "linear", "linear"));
        QCOMPARE(errorOf("f", info, "linea"), std::string("f: 'linea' is not allowed (uniform, linear; did you mean "
                                                          "'linear'?)"));
        QCOMPARE(errorOf("f", info, 1.0), std::string("f: 1 is not allowed (uniform, linear)"));
    }

    void aWorkloadWithoutParametersSaysSo() {
        auto spec = specOf({"square"});
        spec.cases[0].params["seconds"] = {1.0};
        QCOMPARE(errorOf(spec), std::string("params: 'seconds' is not known (square has no parameters)"));
    }

    void theFirstFaultIsTold() {
        auto spec = specOf({"square", "x"});
        spec.cases[0].pools = {"x"};
        spec.stopping.launches = 0;
        spec.x = "x";
        QCOMPARE(errorOf(spec), std::string("cases[0].pools: 'x' is not known (cold, warm)"));
    }

    void whatWasTypedIsShownOnOneLine() {
        auto spec = specOf({"square"});
        spec.cases[0].chunks = {"1\n2" + std::string(100, '3')};
        QCOMPARE(errorOf(spec), "chunks: '1 2" + std::string(57, '3') +
                                    "…' is not allowed (auto, pool or a whole number from 1 to 1e12)");
    }

    void aReductionHasNoCache() {
        auto catalog = sampleCatalog();
        catalog.workloads[0].reduces = true;
        catalog.calls.push_back({"reduce", "reduce", ""});
        auto spec = specOf({"square"});
        spec.cases[0].caches = {"", "folder"};
        QVERIFY(checkSpec(spec, catalog));
        spec.cases[0].calls = {"map", "reduce"};
        const auto checked = checkSpec(spec, catalog);
        QCOMPARE(checked.error().code, ErrorCode::InvalidInput);
        QCOMPARE(checked.error().detail, std::string("cache: 'folder' is not allowed (none with the call reduce, which "
                                                     "leaves no results of items to keep)"));
        spec.cases[0].caches = {""};
        QVERIFY(checkSpec(spec, catalog));
    }

    void chunks_data() {
        QTest::addColumn<bool>("isAllowed");
        for (const char* chunk : {"auto", "pool", "1", "1000000000000"})
            QTest::newRow(chunk) << true;
        for (const char* chunk : {"", " 1", "0", "-1", "+1", "1.5", "1000000000001", "99999999999999999999", "Auto"})
            QTest::newRow(chunk) << false;
    }

    void chunks() {
        QFETCH(bool, isAllowed);
        auto spec = specOf({"square"});
        spec.cases[0].chunks = {"auto", QTest::currentDataTag()};
        QCOMPARE(errorOf(spec).empty(), isAllowed);
    }

    void whatIsDrawnOnX_data() {
        QTest::addColumn<bool>("isAllowed");
        for (const char* x : {"size", "workers", "chunk", "param:seconds", "param:minimum"})
            QTest::newRow(x) << true;
        for (const char* x : {"", "Size", "pool", "param:", "param:times ", "minimum"})
            QTest::newRow(x) << false;
    }

    void whatIsDrawnOnX() {
        QFETCH(bool, isAllowed);
        auto spec = specOf({"sleep-square", "rows-in-range"});
        spec.x = QTest::currentDataTag();
        QCOMPARE(errorOf(spec).empty(), isAllowed);
    }

    void aParameterOfAnotherWorkloadIsNotDrawnOnX() {
        auto spec = specOf({"square"});
        spec.x = "param:seconds";
        QCOMPARE(errorOf(spec), std::string("x: 'param:seconds' is not allowed (size, workers, chunk)"));
    }

    void bothEndsOfARangeAreAllowed() {
        const auto digit = paramOf(ParamKind::Integer, 0, 9);
        for (const double end : {0.0, 9.0})
            QVERIFY(readsAs(digit, end, end));
        QCOMPARE(errorOf("f", digit, -1.0), std::string("f: -1 is not allowed (whole numbers from 0 to 9)"));
        QCOMPARE(errorOf("f", digit, 10.0), std::string("f: 10 is not allowed (whole numbers from 0 to 9)"));
        const auto wait = paramOf(ParamKind::Real, 0.5, 60, "s");
        QVERIFY(checkedParam("f", wait, 59.9));
        const double most = std::numeric_limits<double>::infinity();
        QCOMPARE(errorOf("f", wait, most), std::string("f: inf is not allowed (from 0.5 to 60 s)"));
    }

    void aTypedNumberBecomesANumber() {
        const auto digit = paramOf(ParamKind::Integer, 0, 9);
        QVERIFY(readsAs(digit, std::string("7"), 7.0));
        QVERIFY(readsAs(digit, std::string("1e0"), 1.0));
        for (const char* text : {"", " 7", "7 ", "seven", "0x7", "7,0"}) {
            QCOMPARE(errorOf("f", digit, std::string(text)),
                     "f: '" + std::string(text) + "' is not allowed (whole numbers from 0 to 9)");
        }
    }

    void aTextStaysAText() {
        const auto folder = paramOf(ParamKind::Text, 0, 0);
        for (const char* text : {"", "7", "a b"})
            QVERIFY(readsAs(folder, std::string(text), std::string(text)));
        QCOMPARE(errorOf("f", folder, 7.0), std::string("f: 7 is not allowed (a text)"));
    }
};

QTEST_GUILESS_MAIN(TestSpecCheck)
#include "tst_spec_check.moc"
