#include "core/experiment/codec.h"
#include "tests/core/experiment/sample_catalog.h"
#include "tests/core/experiment/sample_events.h"

#include <QtTest>

using namespace breakeven;

class TestCodecCatalog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void catalogRoundTrip() {
        auto catalog = sampleCatalog();
        catalog.workloads[0].operationsPerItem = 2.5;
        catalog.workloads[0].typicalSize = 1'000'000;
        catalog.workloads[0].inputBytesPerItem = 8;
        catalog.workloads[0].reduces = true;
        catalog.workloads[0].runsPrograms = true;
        catalog.workloads[1].params[2].kind = ParamKind::Folder;
        catalog.workloads[1].params[2].choices = {"here", "there"};
        catalog.backends[3].copiesItems = true;
        catalog.experiments = {{"a", "b", "c"}};
        catalog.plots = {{"runtime", "Runtime", "d"}};
        catalog.formats = {{"run", "Run", "e"}};
        const auto text = writeCatalog(catalog);
        const auto again = parseCatalog(text);
        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QCOMPARE(writeCatalog(*again), text);
        QCOMPARE(again->workloads[1].params.size(), std::size_t{3});
        QCOMPARE(again->workloads[1].params[1].kind, ParamKind::Integer);
        QCOMPARE(again->workloads[1].params[2].kind, ParamKind::Folder);
        QVERIFY(again->workloads[0].runsPrograms && !again->workloads[1].runsPrograms);
        QCOMPARE(std::get<std::string>(again->workloads[1].params[2].initial), std::string("here"));
        QCOMPARE(again->workloads[0].operationsPerItem, 2.5);
        QVERIFY(!again->backends[0].usesWorkers);
        QVERIFY(again->backends[3].needsSharedMemory);
        QVERIFY(again->backends[3].copiesItems && !again->backends[1].copiesItems);
        QVERIFY(again->workloads[0].reduces && !again->workloads[1].reduces);
        QCOMPARE(again->workloads[1].params[2].choices, (std::vector<std::string>{"here", "there"}));
        QVERIFY(again->workloads[1].params[0].choices.empty());
    }

    void catalogErrors() {
        QCOMPARE(parseCatalog("x").error().detail, std::string("catalogue: line 1 is not valid JSON"));
        QCOMPARE(parseCatalog(R"({"calls":[{}]})").error().detail, std::string("catalogue.calls: calls.id: missing"));
        QCOMPARE(parseCatalog(R"({"calls":[1]})").error().detail, std::string("catalogue.calls: not usable"));
    }

    void requestRoundTrip() {
        Trial base;
        base.workload = "square";
        base.backend = "serial";
        const BlockRequest request{3, 1, 7, 14, 18'446'744'073'709'551'615U, {base, fullTrial()}, 5, "my run.spans", 4};
        const auto line = writeRequest(request);
        const auto again = parseRequest(line);
        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QCOMPARE(again->block, 3);
        QCOMPARE(again->launch, 1);
        QCOMPARE(again->rounds, 7);
        QCOMPARE(again->firstRound, 14);
        QCOMPARE(again->seed, request.seed);
        QVERIFY(again->trials == request.trials);
        QCOMPARE(again->profiles, 5);
        QCOMPARE(again->spansFile, std::string("my run.spans"));
        QCOMPARE(again->referenceThreads, 4);
        QVERIFY(line.find('\n') == std::string::npos);
    }

    void requestErrors() {
        QCOMPARE(parseRequest("{}").error().detail, std::string("request.block: missing"));
        QCOMPARE(parseRequest(R"({"block":0,"rounds":0})").error().detail, std::string("request.rounds: below 1"));
        QCOMPARE(parseRequest(R"({"block":0,"rounds":1,"trials":[{}]})").error().detail,
                 std::string("request.trials: trial.trial: missing"));
        const std::string trial = R"({"trial":0,"workload":"square","backend":"tbb","size":1,"workers":0})";
        QCOMPARE(parseRequest(R"({"block":0,"rounds":1,"trials":[)" + trial + "]}").error().detail,
                 std::string("request.trials: trial.workers: below 1"));
    }

    void environmentIsOneObject() {
        const Environment environment{8, "affinity mask", 4, false, {{"a", "A", "1 GB"}, {"b", "B", {}}}};
        const std::string expected = R"({
  "usable_cpus": 8,
  "usable_cpus_reason": "affinity mask",
  "physical_cores": 4,
  "debug_build": false,
  "facts": [
    {
      "id": "a",
      "title": "A",
      "value": "1 GB"
    },
    {
      "id": "b",
      "title": "B"
    }
  ]
}
)";
        QCOMPARE(writeEnvironment(environment), expected);
        QVERIFY(*parseEnvironment(expected) == environment);
    }

    void adviceStandsBesideTheFacts() {
        const Environment environment{8, "affinity mask", 4, false, {}};
        const std::string text = writeEnvironment(environment, {"Close other programs."});
        QVERIFY2(text.find("\"advice\": [\n    \"Close other programs.\"\n  ]") != std::string::npos, text.c_str());
        QVERIFY(*parseEnvironment(text) == environment);
    }

    void anEnvironmentThatIsNoneIsAnError() {
        for (const char* text : {"", "[]", "{}", "{\"usable_cpus\":\"two\"}"})
            QVERIFY2(!parseEnvironment(text), text);
    }
};

QTEST_GUILESS_MAIN(TestCodecCatalog)
#include "tst_codec_catalog.moc"
