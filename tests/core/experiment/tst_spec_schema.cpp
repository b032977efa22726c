// Where an error of the schema points. What each field may hold is in tst_codec_spec.
#include "core/experiment/spec_schema.h"

#include <QtTest>

#include <string>
#include <vector>

using namespace breakeven;

namespace {

Json plainSpec() {
    return Json::parse(R"({"schema":1,"cases":[{"workload":"square"}]})");
}

std::string errorOf(const Json& spec) {
    const auto checked = checkSpecSchema(spec);
    return checked ? "" : checked.error().detail;
}

}  // namespace

class TestSpecSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreNotItsBusiness() {
        Json spec = plainSpec();
        spec["x"] = "anything";
        spec["cases"][0] = {{"workload", "later"}, {"backends", "quantum"}, {"sizes", "many"}};
        QCOMPARE(errorOf(spec), std::string());
    }

    void everyFieldSaysWhatIsAllowed_data() {
        QTest::addColumn<QString>("path");
        for (const char* path : {"/schema", "/name", "/title", "/question", "/cases", "/stopping", "/seed", "/x"})
            QTest::newRow(path) << path;
        for (const char* field : {"workload", "params", "params/seconds", "backends", "calls", "chunks", "pools",
                                  "sizes", "workers", "in_flight", "start", "cache"})
            QTest::newRow(field) << QString("/cases/0/%1").arg(field);
        for (const char* field : {"precision", "samples", "max_seconds", "launches"})
            QTest::newRow(field) << QString("/stopping/%1").arg(field);
    }

    void everyFieldSaysWhatIsAllowed() {
        QFETCH(QString, path);
        Json spec = plainSpec();
        spec[Json::json_pointer(path.toStdString())] = nullptr;
        const QString field = path.mid(1).replace("cases/0", "cases[0]").replace('/', '.');
        const auto error = QString::fromStdString(errorOf(spec));
        QVERIFY2(error.startsWith("spec: " + field + ": null is not allowed ("), qPrintable(error));
        QVERIFY2(error.endsWith(')') && !error.endsWith("()"), qPrintable(error));
    }

    void theDeepestFaultIsNamed() {
        Json spec = plainSpec();
        spec["x"] = 5;
        spec["cases"][0]["workers"] = {1, 0};
        const auto error = errorOf(spec);
        QVERIFY2(error.starts_with("spec: cases[0].workers[1]: 0 is not allowed ("), error.c_str());
    }

    void oddNamesAreShownAsTheyAre_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        for (const char* name : {"a/b", "a~b", "a.b", "[0]", "a]", "0", "%", "Grüße", "a b"})
            QTest::newRow(name) << name << name;
        QTest::newRow("two lines") << "a\nb"
                                   << "a b";
        QTest::newRow("long") << QString(1000, 'x') << QString(60, 'x') + "…";
    }

    void oddNamesAreShownAsTheyAre() {
        QFETCH(QString, name);
        QFETCH(QString, shown);
        Json spec = plainSpec();
        spec["cases"][0]["params"][name.toStdString()] = nullptr;
        const auto value = QString::fromStdString(errorOf(spec));
        QVERIFY2(value.startsWith("spec: cases[0].params." + shown + ": null is not allowed ("), qPrintable(value));

        spec = plainSpec();
        spec["cases"][0][name.toStdString()] = 1;
        const auto field = QString::fromStdString(errorOf(spec));
        QVERIFY2(field.startsWith("spec: cases[0]." + shown + ": unknown field (known: backends, "), qPrintable(field));
    }

    void aPathLeadsToItsValueAndTheNearestDescription() {
        Json spec = plainSpec();
        spec["stopping"] = {{"precision", "3x"}, {"samples", {10, "many"}}};
        const Error precision = specError(spec, {"stopping", "precision"});
        QCOMPARE(precision.code, ErrorCode::InvalidInput);
        QCOMPARE(precision.detail, std::string("spec: stopping.precision: '3x' is not allowed (a share above 0 and up "
                                               "to 1, or a percentage such as 2%)"));
        QCOMPARE(specError(spec, {"stopping", "samples", "1"}).detail,
                 std::string("spec: stopping.samples[1]: 'many' is not allowed (a list of the least and the most "
                             "samples per trial, whole numbers from 1 to 1000000, such as [10, 200])"));
    }

    void valuesAreToldShortly_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* json, const char* told) { QTest::newRow(json) << json << told; };
        row("{}", "an object");
        row("[]", "an empty list");
        row("[[1,2],[3]]", "a list");
        row("true", "true");
        row("-1.5", "-1.5");
        row(R"("a\nb")", "'a b'");
    }

    void valuesAreToldShortly() {
        QFETCH(QString, json);
        QFETCH(QString, told);
        Json spec = plainSpec();
        spec["title"] = Json::parse(json.toStdString());
        QCOMPARE(QString::fromStdString(specError(spec, {"title"}).detail),
                 "spec: title: " + told + " is not allowed (a text: one line for menus)");
    }
};

QTEST_GUILESS_MAIN(TestSpecSchema)
#include "tst_spec_schema.moc"
