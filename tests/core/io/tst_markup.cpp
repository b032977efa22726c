#include "core/io/markup.h"

#include <QtTest>

using namespace breakeven;

class TestMarkup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void htmlStaysText_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("escaped");
        QTest::newRow("plain") << QByteArray("tbb ×2") << QByteArray("tbb ×2");
        QTest::newRow("element") << QByteArray("<script>alert(1)</script>")
                                 << QByteArray("&lt;script&gt;alert(1)&lt;/script&gt;");
        QTest::newRow("attribute") << QByteArray("\" onclick='x'") << QByteArray("&quot; onclick=&#39;x&#39;");
        QTest::newRow("entity") << QByteArray("&lt;") << QByteArray("&amp;lt;");
        QTest::newRow("turned order") << QByteArray("a\u202Eb") << QByteArray("a\\u{202E}b");
        QTest::newRow("line separator") << QByteArray("a\u2028b") << QByteArray("a\\u{2028}b");
        QTest::newRow("no text") << QByteArray("a\xFF") << QByteArray("a\uFFFD");
    }

    void htmlStaysText() {
        QFETCH(QByteArray, text);
        QTEST(QByteArray::fromStdString(htmlText(text.toStdString())), "escaped");
    }

    void markdownStaysText_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("escaped");
        const auto add = [](const char* name, const char* text, const char* escaped) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(escaped);
        };
        add("plain", "0.78 ns, -3 openmp-static (#1) +2 %", "0.78 ns, -3 openmp-static (#1) +2 %");
        add("cell", "a|b", "a\\|b");
        add("emphasis", "*a* _b_ ~c~ `d`", "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`");
        add("element", "<img src=x>", "&lt;img src=x&gt;");
        add("link", "[a](b)", "\\[a\\](b)");
        add("address", "see https://a.b and www.c.d", "see https:/\\/a.b and www\\.c.d");
        add("new line", "a\n# b", "a # b");
        add("heading", "# a", "\\# a");
        add("item", "- a", "\\- a");
        add("number", "12. a", "12\\. a");
        add("rule", "---", "\\---");
        add("program text", "    a", "a");
        add("formula", "$x$", "\\$x\\$");
        add("empty", "", "");
    }

    void markdownStaysText() {
        QFETCH(QByteArray, text);
        QTEST(QByteArray::fromStdString(markdownText(text.toStdString())), "escaped");
    }

    void jsonNeverLeavesItsScript() {
        const std::string hostile = "</script><!-- & \u2028 \u2029 \"quoted\" \xFF";
        const std::string json = scriptJson({{"</script>", hostile}});
        for (const char* forbidden : {"<", ">", "&", "\u2028", "\u2029"})
            QVERIFY2(json.find(forbidden) == std::string::npos, json.c_str());
        const auto read = nlohmann::ordered_json::parse(json);
        QCOMPARE(read["</script>"].get<std::string>(), std::string("</script><!-- & \u2028 \u2029 \"quoted\" \uFFFD"));
    }
};

QTEST_GUILESS_MAIN(TestMarkup)
#include "tst_markup.moc"
