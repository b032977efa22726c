#include "tests/ui/ui_test.h"
#include "ui/panels/cpp_highlighter.h"
#include "ui/theme.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace breakeven;

class TestCppHighlighter : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        applyTheme(Theme::Light);
    }

    void wordsHaveTheColourOfTheirKind_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QColor>("colour");
        const CodeColours colours = codeColours(false);
        const auto row = [](const char* name, const char* source, const char* word, const QColor& colour) {
            QTest::newRow(name) << QString::fromLatin1(source) << QString::fromLatin1(word) << colour;
        };
        row("keyword", "  return x;", "return", colours.keyword);
        row("name", "  returned = x;", "returned", QColor());
        row("number", "x = 1'000.5e3f;", "1'000.5e3f", colours.number);
        row("number in a name", "x12 = y;", "x12", QColor());
        row("text", "x = \"a \\\" if\";", "\"a \\\" if\"", colours.text);
        row("open text", "x = \"if", "\"if", colours.text);
        row("letter", "x = '\\'';", "'\\''", colours.text);
        row("directive", "#include <cmath>", "#include", colours.keyword);
        row("comment", "x; // if \"this\"", "// if \"this\"", colours.comment);
        row("comment in a text", "x = \"// no\";", "\"// no\"", colours.text);
        row("closed comment", "/* if */ int x;", "int", colours.keyword);
        row("long comment", "/* a\n if\n*/ x", " if", colours.comment);
        row("after a long comment", "/* a\n if\n*/ int x", "int", colours.keyword);
        row("neither open nor closed", "/*/\n int x", " int x", colours.comment);
    }
    void wordsHaveTheColourOfTheirKind() {
        QFETCH(QString, source);
        QFETCH(QString, word);
        QFETCH(QColor, colour);
        QTextDocument document;
        CppHighlighter highlighter(&document);
        document.setPlainText(source);
        highlighter.rehighlight();
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            const auto start = static_cast<int>(block.text().indexOf(word));
            if (start < 0) continue;
            QColor found;
            for (const QTextLayout::FormatRange& range : block.layout()->formats()) {
                if (range.start <= start && range.start + range.length >= start + word.size())
                    found = range.format.foreground().color();
            }
            QCOMPARE(found, colour);
            return;
        }
        QFAIL("the word does not stand there");
    }
};

QTEST_MAIN(TestCppHighlighter)
#include "tst_cpp_highlighter.moc"
