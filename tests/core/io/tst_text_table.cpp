#include "core/io/text_table.h"

#include <QTest>

using namespace breakeven;

class TestTextTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void alignsByCodePoints() {
        const std::string table = textTable({{"n"}, {"series", true}, {"×"}}, {{"10", "tbb", "1.5×"}, {"1", "", "–"}});
        QCOMPARE(table, std::string(" n  series     ×\n"
                                    "10  tbb     1.5×\n"
                                    " 1             –\n"));
    }

    void endsWithoutBlanks() {
        QCOMPARE(textTable({{"a", true}, {"b", true}}, {{"long", ""}}), std::string("a     b\nlong\n"));
        QCOMPARE(textTable({{"a"}}, {}), std::string("a\n"));
    }
};

QTEST_GUILESS_MAIN(TestTextTable)
#include "tst_text_table.moc"
