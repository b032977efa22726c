#include "app/cli/terminal_text.h"

#include <QTest>

using namespace breakeven;

class TestTerminalText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void markdownReadsPlainly_data() {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("a paragraph is one text") << "one two\nthree four five six"
                                                 << "one two three four\nfive six\n";
        QTest::newRow("paragraphs stay apart") << "one\n\n\n\ntwo"
                                               << "one\n\ntwo\n";
        QTest::newRow("a list hangs") << "- one two three four five\n- six\n12. seven"
                                      << "- one two three four\n  five\n- six\n12. seven\n";
        QTest::newRow("marks go") << "**one** *two* `a*b` 2 * 3 * 4"
                                  << "one two a*b 2 * 3 *\n4\n";
        QTest::newRow("a mark alone stays") << "a ` b ** c *d"
                                            << "a ` b ** c *d\n";
        QTest::newRow("links lead somewhere") << "[a](b.md) [b](b) [x]"
                                              << "a (b.md) b [x]\n";
        QTest::newRow("code is left alone") << "see\n```cpp\nint  main()  {  return  0;  }\n\n```\nthen"
                                            << "see\n    int  main()  {  return  0;  }\n    \nthen\n";
        QTest::newRow("a table is left alone") << "| a | b |\n|---|---|\n| a long cell | x |"
                                               << "| a | b |\n|---|---|\n| a long cell | x |\n";
        QTest::newRow("widths are of characters") << "äöü äöü äöü äöü äöü äöü"
                                                  << "äöü äöü äöü äöü äöü\näöü\n";
        QTest::newRow("a long word stands alone") << "a aaaaaaaaaaaaaaaaaaaaaaaaaaaa b"
                                                  << "a\naaaaaaaaaaaaaaaaaaaaaaaaaaaa\nb\n";
    }

    void markdownReadsPlainly() {
        QFETCH(QString, markdown);
        QFETCH(QString, shown);
        QCOMPARE(QString::fromStdString(plainText(markdown.toStdString(), 20)), shown);
    }

    void aHeadingHasALineOfItsWidth() { QCOMPARE(underlined("Für"), std::string("Für\n───\n")); }
};

QTEST_GUILESS_MAIN(TestTerminalText)
#include "tst_terminal_text.moc"
