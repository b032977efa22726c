#include "core/experiment/codec.h"
#include "tests/core/experiment/sample_events.h"

#include <QtTest>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <string>

using namespace breakeven;

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

nlohmann::json schemaFile(const QString& name) {
    QFile file(qEnvironmentVariable("BREAKEVEN_RESOURCES") + "/schema/" + name);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return nlohmann::json::parse(file.readAll().toStdString(), nullptr, false);
}

/// The first event of the kind, with one field replaced; null removes the field.
std::string spoilt(const std::string& kind, const std::string& field, const nlohmann::json& value) {
    for (const auto& event : eventsOfEveryKind()) {
        auto json = nlohmann::json::parse(writeEvent(event));
        if (json["event"] != kind) continue;
        if (value.is_null()) {
            json.erase(field);
        } else {
            json[field] = value;
        }
        return json.dump();
    }
    return {};
}

}  // namespace

class TestCodecEvent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip() {
        for (const auto& event : eventsOfEveryKind()) {
            const auto line = writeEvent(event);
            QVERIFY(line.find('\n') == std::string::npos);
            const auto again = parseEvent(line);
            QVERIFY2(again, (line + (again ? "" : again.error().detail)).c_str());
            QCOMPARE(again->index(), event.index());
            QCOMPARE(writeEvent(*again), line);
        }
    }

    void fieldsSurvive() {
        const auto events = eventsOfEveryKind();
        const auto run = std::get<RunStarted>(*parseEvent(writeEvent(events[1])));
        QVERIFY(run.spec == fullSpec());
        QVERIFY(run.environment == std::get<RunStarted>(events[1]).environment);
        QCOMPARE(run.startedAt, std::string("2026-11-21T14:03:07Z"));
        const auto trial = std::get<TrialStarted>(*parseEvent(writeEvent(events[3])));
        QVERIFY(trial.trial == fullTrial());
        QCOMPARE(trial.launch, 2);
        const auto sample = std::get<Sample>(*parseEvent(writeEvent(events[5])));
        QCOMPARE(sample.iterations, std::uint64_t{1'000'000'000'000});
        QCOMPARE(sample.firstResult->count(), 1.0 / 3);
        QCOMPARE(sample.delayed->count(), 0.25);
        QCOMPARE(sample.waits, std::optional(12.5));
        QCOMPARE(sample.verified, std::optional(false));
        QCOMPARE(sample.flags, (std::vector<std::string>{"migrated", "steal"}));
        const auto summary = std::get<SummaryRead>(*parseEvent(writeEvent(events[11])));
        QCOMPARE(summary.summary.interval->high.count(), 0.3);
        const auto profile = std::get<TrialProfiled>(*parseEvent(writeEvent(events[17])));
        QVERIFY(profile.workers == std::get<TrialProfiled>(events[17]).workers);
        QCOMPARE(profile.workers[1].node, std::optional(1));
        QCOMPARE(profile.nodePages, (std::vector<std::uint64_t>{5000, 859}));
        const auto pool = std::get<PoolReference>(*parseEvent(writeEvent(events[19])));
        QCOMPARE(pool.parkedCall.count(), 5e-5);
        QCOMPARE(pool.perByteCollected, std::optional(2e-9));
        const auto launch = std::get<LaunchReference>(*parseEvent(writeEvent(events[21])));
        QVERIFY(launch.threads == std::get<LaunchReference>(events[21]).threads);
        QVERIFY(launch.hiccups == std::get<LaunchReference>(events[21]).hiccups);
    }

    void linesAreStable() {
        Sample sample;
        sample.trial = 3;
        sample.round = 2;
        sample.seconds = Seconds(0.1);
        QCOMPARE(writeEvent(sample), std::string(R"({"event":"sample","trial":3,"launch":0,"round":2,"order":0,)"
                                                 R"("iterations":1,"seconds":0.1})"));
        QCOMPARE(writeEvent(RunFinished{"completed", Seconds(2)}),
                 std::string(R"({"event":"run-finished","reason":"completed","elapsed_s":2.0})"));
        Trial trial;
        trial.workload = "square";
        trial.backend = "serial";
        trial.size = 10;
        QCOMPARE(writeEvent(TrialStarted{1, trial}),
                 std::string(R"({"event":"trial-started","trial":0,"launch":1,"workload":"square","backend":"serial",)"
                             R"("size":10,"workers":1})"));
        QVERIFY(writeEvent(eventsOfEveryKind()[0]).starts_with(R"({"event":"run-started","schema":1,"run_id":)"));
    }

    void everyEventFitsTheSchema() {
        const auto document = schemaFile("run.schema.json");
        const auto specDocument = schemaFile("spec.schema.json");
        QVERIFY(document.is_object() && specDocument.is_object());
        valijson::Schema schema;
        valijson::SchemaParser().populateSchema(
            Adapter(document), schema, [&](const std::string&) { return &specDocument; }, [](const nlohmann::json*) {});
        valijson::Validator validator;
        for (const auto& event : eventsOfEveryKind()) {
            const auto line = writeEvent(event);
            const auto json = nlohmann::json::parse(line);
            QVERIFY2(validator.validate(schema, Adapter(json), nullptr), line.c_str());
        }
        for (const char* line : {R"({"event":"sample","trial":-1,"seconds":1})", R"({"event":"sample","trial":1})",
                                 R"({"event":"weather"})", R"({})"}) {
            const auto json = nlohmann::json::parse(line);
            QVERIFY2(!validator.validate(schema, Adapter(json), nullptr), line);
        }
    }

    void everyPropertyIsDescribed() {
        for (const auto* name : {"run.schema.json", "spec.schema.json"}) {
            const auto document = schemaFile(name);
            for (const auto& [key, definition] : document.at("definitions").items()) {
                const auto properties = definition.value("properties", nlohmann::json::object());
                for (const auto& [field, node] : properties.items()) {
                    const bool isDescribed = node.contains("description") || node.contains("$ref");
                    QVERIFY2(isDescribed, (key + "." + field).c_str());
                }
            }
        }
    }

    void errors_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const std::string& line, const char* expected) {
            QTest::newRow(expected) << QString::fromStdString(line) << QString(expected);
        };
        row("", "event: empty (expected a JSON object)");
        row("{", "event: not valid JSON");
        row("[]", "event: not a JSON object");
        row("{}", "event.event: missing");
        row(R"({"event":5})", "event.event: not usable");
        row(spoilt("sample", "seconds", nullptr), "sample.seconds: missing");
        row(spoilt("sample", "trial", -1), "sample.trial: not usable");
        row(spoilt("sample", "launch", 3e9), "sample.launch: not usable");
        row(spoilt("sample", "seconds", "1"), "sample.seconds: not usable");
        row(spoilt("sample", "seconds", 1.1e9), "sample.seconds: not usable");
        row(R"({"event":"sample","trial":1,"seconds":1,"seconds":2})", "event: seconds: it is there twice");
        row(spoilt("sample", "startup_s", -0.5), "sample.startup_s: not usable");
        row(spoilt("sample", "iterations", 0), "sample.iterations: below 1");
        row(spoilt("sample", "flags", nlohmann::json::array({1})), "sample.flags: not usable");
        row(spoilt("sample", "waits", -1), "sample.waits: not usable");
        row(spoilt("profile", "node_pages", nlohmann::json::array({-1})), "profile.node_pages: not usable");
        row(spoilt("launch-reference", "hiccups", 5), "launch-reference.hiccups: not usable");
        row(spoilt("launch-reference", "hiccups", {{"span_s", 1}, {"longest_s", 1}, {"lost", 1.5}}),
            "launch-reference.hiccups: hiccups.lost: not usable");
        row(spoilt("trial-started", "size", 0), "trial-started.size: below 1");
        row(spoilt("trial-started", "workers", -1), "trial-started.workers: not usable");
        row(spoilt("trial-started", "params", 0), "trial-started.params: not usable");
        row(spoilt("trial-failed", "status", "ok"), "trial-failed.status: not known");
        row(spoilt("summary", "samples", 0), "summary.samples: below 1");
        row(spoilt("run-started", "schema", 2), "run-started.schema: 2 is newer than this version reads (1)");
        row(spoilt("run-started", "schema", 0), "run-started.schema: 0 is not one that this version reads (1)");
        row(spoilt("run-started", "spec", nullptr), "run-started.spec: missing");
        row(spoilt("run-started", "spec", 5), "spec: 5 is not allowed (an object with schema and cases)");
        row(spoilt("run-started", "environment", 5), "run-started.environment: environment: not a JSON object");
    }

    void errors() {
        QFETCH(QString, line);
        const auto event = parseEvent(line.toStdString());
        QVERIFY(!event);
        QTEST(QString::fromStdString(event.error().detail), "expected");
        QCOMPARE(event.error().code, ErrorCode::InvalidInput);
    }

    void whatLaterVersionsAddIsSkipped() {
        const auto unknown = parseEvent(R"({"event":"weather","rain":true})");
        QVERIFY(unknown);
        QCOMPARE(std::get<Note>(*unknown).text, std::string());
        QVERIFY(parseEvent(spoilt("sample", "colour", "red")));
    }

    void bytesThatAreNoTextAreReplaced() {
        const auto line = writeEvent(Note{QByteArray::fromHex("61ff0a2262").toStdString()});
        const auto event = parseEvent(line);
        QVERIFY(event);
        QCOMPARE(std::get<Note>(*event).text, QByteArray::fromHex("61efbfbd0a2262").toStdString());
    }
};

QTEST_GUILESS_MAIN(TestCodecEvent)
#include "tst_codec_event.moc"
