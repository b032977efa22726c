#include "core/experiment/json_fields.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

/// The value as T, when it is one.
template <class T>
std::optional<T> readAs(const char* json) {
    T value{};
    if (!readValue(Json::parse(json), value)) return std::nullopt;
    return value;
}

std::string errorOf(const Fields& fields) {
    const auto result = fields.result();
    return result ? "" : result.error().detail;
}

}  // namespace

class TestJsonFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void brokenTextNamesItsLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QByteArray& text, const char* expected) {
            QTest::newRow(name) << text << expected;
        };
        row("empty", "", "request: empty (expected a JSON object)");
        row("blank", " \t\r\n", "request: empty (expected a JSON object)");
        row("first line", "x", "request: line 1 is not valid JSON");
        row("third line", "{\n\n]", "request: line 3 is not valid JSON");
        row("ends early", "{\n\"a\":\n", "request: line 3 is not valid JSON");
        row("two values", "1 2", "request: line 1 is not valid JSON");
        row("not UTF-8", "\"\xff\"", "request: line 1 is not valid JSON");
        row("a null byte", QByteArray("{}\0", 3), "request: line 1 is not valid JSON");
        row("not a number of JSON", "nan", "request: line 1 is not valid JSON");
        row("beyond all numbers", "1e999", "request: line 1 is not valid JSON");
    }

    void brokenTextNamesItsLine() {
        QFETCH(QByteArray, text);
        const auto json = parseJson(text.toStdString(), "request");
        QVERIFY(!json);
        QTEST(QString::fromStdString(json.error().detail), "expected");
        QCOMPARE(json.error().code, ErrorCode::InvalidInput);
    }

    void nothingIsSaidTwice() {
        const auto twice = [](const char* text) {
            const auto json = parseJson(text, "spec");
            return json ? "" : json.error().detail;
        };
        QCOMPARE(twice(R"({"sizes":"10","seed":1,"sizes":"20"})"), std::string("spec: sizes: it is there twice"));
        QCOMPARE(twice(R"({"a":[{"b":1},{"b":{"c":1,"c":1}}],"d":1})"), std::string("spec: c: it is there twice"));
        QCOMPARE(twice(R"({"a":{"a":1},"b":[{"a":1},{"a":{}}]})"), std::string());
    }

    void anyOneValueIsJson() {
        for (const char* text : {"{}", "[]", " null\n", "-0", "\"a\""})
            QVERIFY2(parseJson(text, "spec"), text);
    }

    void wholeNumbersMayBeSpeltAsReals() {
        for (const char* spelling : {"100", "100.0", "1e2"}) {
            QCOMPARE(readAs<int>(spelling), std::optional(100));
            QCOMPARE(readAs<std::uint64_t>(spelling), std::optional(std::uint64_t{100}));
        }
    }

    void wholeNumbersKeepToTheirRange() {
        QCOMPARE(readAs<int>("0"), std::optional(0));
        QCOMPARE(readAs<int>("2147483647"), std::optional(std::numeric_limits<int>::max()));
        QCOMPARE(readAs<std::uint64_t>("18446744073709551615"),
                 std::optional(std::numeric_limits<std::uint64_t>::max()));
        // Above 2^53 a real has lost its last digits, so it is no whole number that anybody meant.
        QCOMPARE(readAs<std::uint64_t>("9007199254740992.0"), std::optional(std::uint64_t{9'007'199'254'740'992}));
        QVERIFY(!readAs<std::uint64_t>("9007199254740994.0"));
        for (const char* wrong : {"2147483648", "-1", "1.5", "1e10", "1e300", "true", "null", "\"1\"", "[1]"})
            QVERIFY2(!readAs<int>(wrong), wrong);
        for (const char* wrong : {"18446744073709551616", "-1", "0.5", "1e20", "false", "null", "\"1\""})
            QVERIFY2(!readAs<std::uint64_t>(wrong), wrong);
    }

    void realsAndSeconds() {
        QCOMPARE(readAs<double>("-2.5"), std::optional(-2.5));
        QCOMPARE(readAs<double>("7"), std::optional(7.0));
        QCOMPARE(readAs<Seconds>("0"), std::optional(Seconds(0)));
        QCOMPARE(readAs<Seconds>("1e-9"), std::optional(Seconds(1e-9)));
        QVERIFY(!readAs<Seconds>("-1e-9"));
        QVERIFY(readAs<Seconds>("1e9"));
        QVERIFY(!readAs<Seconds>("1.1e9"));
        for (const char* wrong : {"null", "true", "\"1\"", "[]", "{}"}) {
            QVERIFY2(!readAs<double>(wrong), wrong);
            QVERIFY2(!readAs<Seconds>(wrong), wrong);
        }
        double value = 0;
        QVERIFY(!readValue(Json(std::nan("")), value));
        QVERIFY(!readValue(Json(HUGE_VAL), value));
    }

    void textsAndTruth() {
        QCOMPARE(readAs<std::string>("\"\""), std::optional(std::string()));
        QVERIFY(!readAs<std::string>("1"));
        QCOMPARE(readAs<bool>("true"), std::optional(true));
        for (const char* wrong : {"1", "\"true\"", "null"})
            QVERIFY2(!readAs<bool>(wrong), wrong);
    }

    void lists() {
        using Texts = std::vector<std::string>;
        QCOMPARE(readAs<Texts>("[]"), std::optional(Texts{}));
        QCOMPARE(readAs<Texts>(R"(["a",""])"), std::optional(Texts{"a", ""}));
        for (const char* wrong : {"\"a\"", "[1]", "[\"a\",null]", "{}"})
            QVERIFY2(!readAs<Texts>(wrong), wrong);
        Texts before{"old"};
        QVERIFY(readValue(Json::parse(R"(["new"])"), before));
        QCOMPARE(before, Texts{"new"});
    }

    void params() {
        const auto read = readAs<Params>(R"({"seconds":0.5,"folder":"1"})");
        QVERIFY(read == (Params{{"seconds", 0.5}, {"folder", std::string("1")}}));
        QVERIFY(readAs<Params>("{}")->empty());
        for (const char* wrong : {"[]", R"({"a":null})", R"({"a":[1]})", R"({"a":true})"})
            QVERIFY2(!readAs<Params>(wrong), wrong);
    }

    void numbersAreWrittenWithoutANeedlessPoint() {
        QCOMPARE(lineOf(numberJson(2)), std::string("2"));
        QCOMPARE(lineOf(numberJson(-2)), std::string("-2"));
        QCOMPARE(lineOf(numberJson(0.1)), std::string("0.1"));
        QCOMPARE(lineOf(numberJson(1e12)), std::string("1000000000000"));
        QCOMPARE(lineOf(numberJson(1e300)), std::string("1e+300"));
        QCOMPARE(lineOf(paramJson(2.0)), std::string("2"));
        QCOMPARE(lineOf(paramJson(std::string("2"))), std::string("\"2\""));
    }

    void whateverIsWrittenCanBeReadBack() {
        const OrderedJson odd{{"z", "two\nlines"}, {"a", "\xff and \xc3"}};
        const auto line = lineOf(odd);
        QVERIFY(line.find('\n') == std::string::npos);
        QVERIFY(line.find("\"z\"") < line.find("\"a\""));
        QCOMPARE((*parseJson(line, "line"))["a"].get<std::string>(), std::string("\uFFFD and \uFFFD"));
        QVERIFY(indented(odd).ends_with("}\n"));
        QVERIFY(parseJson(indented(odd), "text"));
    }

    void absentValuesAreLeftOut() {
        OrderedJson json = OrderedJson::object();
        putOptional(json, "cpu_s", std::optional<Seconds>());
        putOptional(json, "startup_s", std::optional(Seconds(0.5)));
        putOptional(json, "verified", std::optional(false));
        QCOMPARE(lineOf(json), std::string(R"({"startup_s":0.5,"verified":false})"));
    }

    void neededFieldsMustBeThere() {
        const Json object = Json::parse(R"({"round":3,"order":-1})");
        int round = 0;
        Fields good(object, "sample");
        good.need("round", round);
        QCOMPARE(errorOf(good), std::string());
        QCOMPARE(round, 3);
        Fields missing(object, "sample");
        missing.need("launch", round);
        QCOMPARE(errorOf(missing), std::string("sample.launch: missing"));
        QCOMPARE(missing.result().error().code, ErrorCode::InvalidInput);
        Fields wrong(object, "sample");
        wrong.need("order", round);
        QCOMPARE(errorOf(wrong), std::string("sample.order: not usable"));
    }

    void otherFieldsMayBeAbsentButNotWrong() {
        const Json object = Json::parse(R"({"launch":2,"cpu_s":null})");
        Fields fields(object, "sample");
        int launch = 7;
        int order = 7;
        std::optional<Seconds> startup;
        fields.take("launch", launch);
        fields.take("order", order);
        fields.take("startup_s", startup);
        QCOMPARE(errorOf(fields), std::string());
        QCOMPARE(launch, 2);
        QCOMPARE(order, 7);
        QVERIFY(!startup);
        std::optional<Seconds> cpu;
        fields.take("cpu_s", cpu);
        QCOMPARE(errorOf(fields), std::string("sample.cpu_s: not usable"));
    }

    void theFirstErrorStays() {
        const Json object = Json::object();
        Fields fields(object, "sample");
        int value = 0;
        fields.need("a", value);
        fields.need("b", value);
        fields.fail("c", "below 1");
        QCOMPARE(errorOf(fields), std::string("sample.a: missing"));
    }

    void whatIsNoObjectHasNoFields() {
        for (const char* text : {"[]", "null", "5", "\"round\""}) {
            const Json json = Json::parse(text);
            Fields fields(json, "sample");
            int value = 7;
            fields.take("round", value);
            fields.need("round", value);
            QVERIFY(!fields.list("trials"));
            QCOMPARE(errorOf(fields), std::string("sample: not a JSON object"));
            QCOMPARE(value, 7);
        }
    }

    void listsHoldObjectsOnly() {
        const Json object = Json::parse(R"({"good":[{},{"a":1}],"empty":[],"mixed":[{},1],"text":"x"})");
        Fields fields(object, "request");
        QCOMPARE(fields.list("good")->size(), std::size_t{2});
        QVERIFY(fields.list("empty")->empty());
        QVERIFY(!fields.list("absent"));
        QCOMPARE(errorOf(fields), std::string());
        QVERIFY(!fields.list("mixed"));
        QCOMPARE(errorOf(fields), std::string("request.mixed: not usable"));
        Fields others(object, "request");
        QVERIFY(!others.list("text"));
        QCOMPARE(errorOf(others), std::string("request.text: not usable"));
    }
};

QTEST_GUILESS_MAIN(TestJsonFields)
#include "tst_json_fields.moc"
