#include "core/io/json_outline.h"

#include <QtTest>

using namespace breakeven;

class TestJsonOutline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysOfTheObjectAndOfTheFirstInAList() {
        QCOMPARE(jsonOutline(R"({"a": {"x": [{"y": 1}]}, "b": [{"c": {"d": 1}, "e": [{"f": 2}]}, {"g": 1}], "h": 1})"),
                 (JsonOutline{"a", "b", "b[].c", "b[].e"}));
    }

    void listsWithoutObjectsAreRead() {
        QCOMPARE(jsonOutline(R"({"a": [1, [2, {"x": 1}]], "b": []})"), (JsonOutline{"a", "b"}));
    }

    void cutTextsHaveWhatIsThere() {
        QCOMPARE(jsonOutline("{\"a\": [{\"b\": 1, \"c"), (JsonOutline{"a", "a[].b"}));
        QCOMPARE(jsonOutline(R"({"a": nonsense)"), JsonOutline{"a"});
    }

    void otherTextsHaveNone() {
        for (const char* text : {"", "[", "[{\"a\": 1}]", "5", "a,b\n1,2\n",
                                 "\x7f"
                                 "ELF"})
            QCOMPARE(jsonOutline(text), JsonOutline());
    }

    void theRestIsNotLookedAt() { QCOMPARE(jsonOutline(R"({"a": [{"b": 1}, nonsense)"), (JsonOutline{"a", "a[].b"})); }
};

QTEST_GUILESS_MAIN(TestJsonOutline)
#include "tst_json_outline.moc"
