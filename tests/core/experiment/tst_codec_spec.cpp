#include "core/experiment/codec.h"
#include "core/experiment/ranges.h"
#include "tests/core/experiment/sample_events.h"

#include <QtTest>

#include <string>

using namespace breakeven;

namespace {

std::string withCase(const std::string& fields) {
    return R"({"schema":1,"cases":[{"workload":"square",)" + fields + "}]}";
}

std::string withStopping(const std::string& fields) {
    return R"({"schema":1,"cases":[{"workload":"square"}],"stopping":{)" + fields + "}}";
}

const char* const WorkersAllowed =
    "whole numbers from 1 to 1024, -1 for all CPUs, -2 for all but one, a list of them, or an expression such as "
    "1:8:x2, 1.5x, all or physical";
const char* const SizesAllowed =
    "whole numbers from 1 to 1e12, a list of them, or an expression such as 10:1e8, 10:1e8:x2, 1:9:+1 or 10:1e6:n13";
const char* const SamplesAllowed =
    "a list of the least and the most samples per trial, whole numbers from 1 to 1000000, such as [10, 200]";
const char* const PrecisionAllowed = "a share above 0 and up to 1, or a percentage such as 2%";
const char* const CaseAllowed =
    "an object with workload and, as needed, params, backends, calls, chunks, pools, sizes, workers, in_flight, start "
    "and cache";

}  // namespace

class TestCodecSpec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip() {
        const auto spec = fullSpec();
        const auto text = writeSpec(spec);
        const auto again = parseSpec(text);
        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QVERIFY(*again == spec);
        QCOMPARE(writeSpec(*again), text);
        QVERIFY(text.ends_with("}\n"));
    }

    void keysKeepTheirOrder() {
        ExperimentSpec spec;
        spec.name = "a";
        spec.cases.resize(1);
        spec.cases[0].workload = "square";
        spec.cases[0].params["seconds"] = {2.0};
        const std::string expected = R"({
  "schema": 1,
  "name": "a",
  "cases": [
    {
      "workload": "square",
      "params": {
        "seconds": 2
      },
      "backends": [
        "serial",
        "tbb"
      ],
      "calls": "map",
      "chunks": "auto",
      "pools": "warm",
      "sizes": "10:1e6",
      "workers": "-1"
    }
  ],
  "stopping": {
    "precision": 0.02,
    "samples": [
      10,
      200
    ],
    "max_seconds": 60,
    "launches": 3
  },
  "seed": 1,
  "x": "size"
}
)";
        QCOMPARE(writeSpec(spec), expected);
    }

    void silentFieldsTakeTheirDefaults() {
        const auto spec = parseSpec(R"({"schema":1,"cases":[{"workload":"square"}]})");
        QVERIFY(spec);
        ExperimentSpec expected;
        expected.cases.resize(1);
        expected.cases[0].workload = "square";
        QVERIFY(*spec == expected);
    }

    void valuesMayBeListsOrNumbers() {
        const auto spec = parseSpec(
            R"({"schema":1,"seed":1000,"cases":[{"workload":"square","params":{"a":[1,"b"],"c":2.5},"backends":"tbb",)"
            R"("chunks":[16,"auto"],"sizes":[10,1e6,"1:9:+1"],"workers":[-1,4],"in_flight":4,"start":["spawn"]}],)"
            R"("stopping":{"precision":"2%"}})");
        QVERIFY2(spec, spec ? "" : spec.error().detail.c_str());
        const Case& row = spec->cases.front();
        QVERIFY(row.params.at("a") == (std::vector<ParamValue>{1.0, std::string("b")}));
        QVERIFY(row.params.at("c") == std::vector<ParamValue>{2.5});
        QCOMPARE(row.backends, std::vector<std::string>{"tbb"});
        QCOMPARE(row.chunks, (std::vector<std::string>{"16", "auto"}));
        QCOMPARE(row.sizes, std::string("10,1000000,1:9:+1"));
        QCOMPARE(row.workers, std::string("-1,4"));
        QCOMPARE(row.inFlights, std::vector<std::string>{"4"});
        QCOMPARE(row.starts, std::vector<std::string>{"spawn"});
        QCOMPARE(spec->stopping.precision, 0.02);
        QCOMPARE(spec->seed, std::uint64_t{1000});
        const auto single = parseSpec(withCase(R"("sizes":100000000,"workers":2)"));
        QVERIFY(single);
        QCOMPARE(single->cases[0].sizes, std::string("100000000"));
        QCOMPARE(single->cases[0].workers, std::string("2"));
    }

    void notAnObject_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QByteArray& text, const QString& expected) {
            QTest::newRow(name) << text << expected;
        };
        row("empty", "", "spec: empty (expected a JSON object)");
        row("blank", " \n", "spec: empty (expected a JSON object)");
        row("syntax", "{\n\"schema\":1,\n\"cases\":[}", "spec: line 3 is not valid JSON");
        row("tail", "{\"schema\":1}x", "spec: line 1 is not valid JSON");
        row("binary", QByteArray::fromHex("0001fffe"), "spec: line 1 is not valid JSON");
        row("open", QByteArray(100'000, '['), "spec: line 1 is not valid JSON");
        const auto deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
        row("deep", deep, "spec: a list is not allowed (an object with schema and cases)");
        row("deep inside", R"({"schema":1,"cases":)" + deep + "}",
            QString("spec: cases[0]: a list is not allowed (%1)").arg(CaseAllowed));
        row("list", "[]", "spec: an empty list is not allowed (an object with schema and cases)");
        row("number", "5", "spec: 5 is not allowed (an object with schema and cases)");
        row("null", "null", "spec: null is not allowed (an object with schema and cases)");
    }

    void notAnObject() {
        QFETCH(QByteArray, text);
        const auto spec = parseSpec(text.toStdString());
        QVERIFY(!spec);
        QTEST(QString::fromStdString(spec.error().detail), "expected");
    }

    void missingAndUnknownFields_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString(text) << QString(expected);
        };
        row(R"({"cases":[{"workload":"a"}]})", "spec: schema: missing (the schema number, 1)");
        row(R"({"schema":1})", "spec: cases: missing (a list of at least one case)");
        row(R"({"schema":1,"cases":[{}]})", "spec: cases[0].workload: missing (the id of a workload, such as square)");
        row(R"({"schema":1,"cases":[{"worklod":"a","workload":"a"}]})",
            "spec: cases[0].worklod: unknown field (known: backends, cache, calls, chunks, in_flight, params, pools, "
            "sizes, start, workers, workload; did you mean 'workload'?)");
        row(R"({"schema":1,"seeds":1,"cases":[{"workload":"a"}]})",
            "spec: seeds: unknown field (known: cases, name, question, schema, seed, stopping, title, x; did you mean "
            "'seed'?)");
    }

    void missingAndUnknownFields() {
        QFETCH(QString, text);
        const auto spec = parseSpec(text.toStdString());
        QVERIFY(!spec);
        QTEST(QString::fromStdString(spec.error().detail), "expected");
    }

    void badValues_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const std::string& text, const char* field, const char* allowed) {
            QTest::newRow(field) << QString::fromStdString(text)
                                 << QString("spec: %1 is not allowed (%2)").arg(field, allowed);
        };
        row(R"({"schema":2,"cases":[{"workload":"a"}]})", "schema: 2", "the schema number, 1");
        row(R"({"schema":"1","cases":[{"workload":"a"}]})", "schema: '1'", "the schema number, 1");
        row(R"({"schema":1,"cases":[]})", "cases: an empty list", "a list of at least one case");
        row(R"({"schema":1,"cases":{"workload":"a"}})", "cases: an object", "a list of at least one case");
        row(R"({"schema":1,"cases":[{"workload":"a"},{"workload":5}]})", "cases[1].workload: 5",
            "the id of a workload, such as square");
        row(withCase(R"("workers":0)"), "cases[0].workers: 0", WorkersAllowed);
        row(withCase(R"("workers":[1,0])"), "cases[0].workers[1]: 0", WorkersAllowed);
        row(withCase(R"("workers":[])"), "cases[0].workers: an empty list", WorkersAllowed);
        row(withCase(R"("workers":1025)"), "cases[0].workers: 1025", WorkersAllowed);
        row(withCase(R"("workers":1.5)"), "cases[0].workers: 1.5", WorkersAllowed);
        row(withCase(R"("workers":true)"), "cases[0].workers: true", WorkersAllowed);
        row(withCase(R"("sizes":-5)"), "cases[0].sizes: -5", SizesAllowed);
        row(withCase(R"("sizes":1e300)"), "cases[0].sizes: 1e+300", SizesAllowed);
        row(withCase(R"("sizes":[100,1.5])"), "cases[0].sizes[1]: 1.5", SizesAllowed);
        row(withCase(R"("sizes":{})"), "cases[0].sizes: an object", SizesAllowed);
        row(withCase(R"("sizes":"100,0")"), "cases[0].sizes: '0'", "whole numbers from 1 to 1e12");
        row(withCase(R"("workers":"2,0")"), "cases[0].workers: '0'",
            "whole numbers from 1 to 1024, -1 for all CPUs, -2 for all but one, 1.5x, all or physical");
        row(withCase(R"("backends":5)"), "cases[0].backends: 5", "the id of a backend, such as tbb, or a list of ids");
        row(withCase(R"("pools":[""])"), "cases[0].pools[0]: ''", "cold, warm or after-idle, or a list of these");
        row(withCase(R"("chunks":0)"), "cases[0].chunks: 0",
            "auto, pool, a whole number from 1 to 1e12, or a list of these");
        row(withCase(R"("start":"forkserver")"), "cases[0].start: 'forkserver'", "fork, spawn or a list of both");
        row(withCase(R"("params":{"seconds":null})"), "cases[0].params.seconds: null",
            "a number, a text or a list of these");
        row(withStopping(R"("precision":0)"), "stopping.precision: 0", PrecisionAllowed);
        row(withStopping(R"("precision":"200%")"), "stopping.precision: '200%'", PrecisionAllowed);
        row(withStopping(R"("precision":"x")"), "stopping.precision: 'x'", PrecisionAllowed);
        row(withStopping(R"("samples":[10,5])"), "stopping.samples[1]: 5", SamplesAllowed);
        row(withStopping(R"("samples":[0,5])"), "stopping.samples[0]: 0", SamplesAllowed);
        row(withStopping(R"("samples":10)"), "stopping.samples: 10", SamplesAllowed);
        row(withStopping(R"("samples":[10])"), "stopping.samples: a list", SamplesAllowed);
        row(withStopping(R"("launches":0)"), "stopping.launches: 0", "a whole number from 1 to 100");
        row(withStopping(R"("max_seconds":-1)"), "stopping.max_seconds: -1",
            "seconds for the whole experiment, above 0 and up to 1e9");
        row(R"({"schema":1,"seed":-1,"cases":[{"workload":"a"}]})", "seed: -1",
            "a whole number from 0 to 18446744073709551615");
        row(R"({"schema":1,"seed":1.5,"cases":[{"workload":"a"}]})", "seed: 1.5",
            "a whole number from 0 to 18446744073709551615");
    }

    void badValues() {
        QFETCH(QString, text);
        const auto spec = parseSpec(text.toStdString());
        QVERIFY(!spec);
        QTEST(QString::fromStdString(spec.error().detail), "expected");
        QCOMPARE(spec.error().code, ErrorCode::InvalidInput);
    }

    void everyCutOfASpecIsAnError() {
        const auto text = writeSpec(fullSpec());
        for (std::size_t length = 0; length + 2 < text.size(); ++length) {
            const auto spec = parseSpec(text.substr(0, length));
            QVERIFY(!spec);
            QVERIFY(spec.error().detail.find('\n') == std::string::npos);
        }
    }

    void shippedExperimentsRoundTrip_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(qEnvironmentVariable("BREAKEVEN_RESOURCES") + "/experiments");
        for (const auto& file : folder.entryList({"*.json"}))
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }

    void shippedExperimentsRoundTrip() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto spec = parseSpec(file.readAll().toStdString());
        QVERIFY2(spec, spec ? "" : spec.error().detail.c_str());
        QCOMPARE(QString::fromStdString(spec->name) + ".json", QFileInfo(path).fileName());
        QVERIFY(!spec->title.empty());
        QVERIFY(spec->question.ends_with("?"));
        for (const auto& row : spec->cases) {
            QVERIFY(parseSizes(row.sizes));
            QVERIFY(parseWorkers(row.workers, {2, 1}));
        }
        const auto again = parseSpec(writeSpec(*spec));
        QVERIFY(again);
        QVERIFY(*again == *spec);
    }
};

QTEST_GUILESS_MAIN(TestCodecSpec)
#include "tst_codec_spec.moc"
