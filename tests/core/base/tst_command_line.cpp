#include "core/base/command_line.h"

#include <QtTest>

using namespace breakeven;

using Words = std::vector<std::string>;

class TestCommandLine : public QObject {
    Q_OBJECT

    static Words split(std::string_view line) {
        const auto words = splitCommand(line);
        return words ? *words : Words{"error", words.error().detail};
    }

private Q_SLOTS:
    void wordsAreSplitAsAShellSplitsThem() {
        QCOMPARE(split("ls -l"), (Words{"ls", "-l"}));
        QCOMPARE(split("  ls\t -l \n x "), (Words{"ls", "-l", "x"}));
        QCOMPARE(split("a 'b c' \"d e\""), (Words{"a", "b c", "d e"}));
        QCOMPARE(split("a'b'\"c\"d"), (Words{"abcd"}));
        QCOMPARE(split("a '' \"\""), (Words{"a", "", ""}));
        QCOMPARE(split("a\\ b \\'c \\\\"), (Words{"a b", "'c", "\\"}));
        QCOMPARE(split("a '\\n' \"\\n\" \"\\\"\" \"\\\\\""), (Words{"a", "\\n", "\\n", "\"", "\\"}));
        QCOMPARE(split("a '\"' \"'\""), (Words{"a", "\"", "'"}));
    }

    void nothingIsExpanded() {
        QCOMPARE(split("echo $HOME *.c ~ `x` a;b a|b >f"),
                 (Words{"echo", "$HOME", "*.c", "~", "`x`", "a;b", "a|b", ">f"}));
    }

    void whatIsNoCommandSaysWhatIsMissing_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("nothing") << QByteArray() << QByteArray("a program and its arguments");
        QTest::newRow("blanks") << QByteArray(" \t") << QByteArray("a program and its arguments");
        QTest::newRow("no program") << QByteArray("'' a") << QByteArray("a program and its arguments");
        QTest::newRow("single quote") << QByteArray("a 'b") << QByteArray("a second ' to close the quote");
        QTest::newRow("double quote") << QByteArray("a \"b'") << QByteArray("a second \" to close the quote");
        QTest::newRow("quoted end") << QByteArray("a \"b\\\"") << QByteArray("a second \" to close the quote");
        QTest::newRow("backslash") << QByteArray("a \\") << QByteArray("behind the backslash");
        QTest::newRow("not UTF-8") << QByteArray("a \xFF") << QByteArray("UTF-8");
        QTest::newRow("zero byte") << QByteArray("a \0b", 4) << QByteArray("zero bytes");
    }
    void whatIsNoCommandSaysWhatIsMissing() {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, why);
        const auto words = splitCommand(line.toStdString());
        QVERIFY(!words);
        QCOMPARE(words.error().code, ErrorCode::InvalidInput);
        QVERIFY2(words.error().detail.find(why.toStdString()) != std::string::npos, words.error().detail.c_str());
    }

    void joinedWordsAreSplitAgain() {
        const Words odd{"./my program",
                        "",
                        "'",
                        "\"",
                        "\\",
                        "a'b\"c\\d",
                        "\n",
                        "\t x ",
                        "$HOME",
                        "{size}",
                        "{ }",
                        "*",
                        "~",
                        "--a=b c",
                        "é",
                        "''",
                        "#",
                        "!",
                        "a\\\nb",
                        "$(x)`",
                        "{backend",
                        "{workers}{size}"};
        QCOMPARE(split(joinCommand(odd)), odd);
        for (const std::string& word : odd)
            QCOMPARE(split(joinCommand({"x", word})), (Words{"x", word}));
        for (int c = 1; c < 128; ++c) {
            const std::string word(1, static_cast<char>(c));
            QCOMPARE(split(joinCommand({word, "x" + word})), (Words{word, "x" + word}));
        }
    }

    void plainWordsNeedNoQuotes() {
        QCOMPARE(joinCommand({"./run.sh", "--n={size}", "{workers}", "a,b:c@d_e%f+g^h/1"}),
                 std::string("./run.sh --n={size} {workers} a,b:c@d_e%f+g^h/1"));
    }

    void placeholdersAreReplacedWithinWords() {
        const CommandValues values{.size = 1'000'000'000'000, .workers = 4, .backend = "tbb"};
        QCOMPARE(filledIn({"x", "{size}", "-j{workers}", "{backend}:{size},{size}"}, values),
                 (Words{"x", "1000000000000", "-j4", "tbb:1000000000000,1000000000000"}));
        QCOMPARE(filledIn({"{", "{}", "{ size }", "{{size}}", "{Size}", "{print $1}"}, values),
                 (Words{"{", "{}", "{ size }", "{1000000000000}", "{Size}", "{print $1}"}));
        // What a value says is not looked at again.
        QCOMPARE(filledIn({"{backend}"}, {.size = 1, .workers = 1, .backend = "a{backend}b"}), (Words{"a{backend}b"}));
    }

    void aLineMentionsWhatItsWordsHold() {
        QVERIFY(mentions("x --n={size}", SizeWord));
        QVERIFY(mentions("x {si'ze}'", SizeWord));
        QVERIFY(!mentions("x {si ze}", SizeWord));
        QVERIFY(!mentions("x {workers}", SizeWord));
        QVERIFY(!mentions("x '{size}", SizeWord));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
