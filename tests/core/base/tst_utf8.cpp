#include "core/base/utf8.h"

#include <QtTest>

#include <string>

using namespace breakeven;

class TestUtf8 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsUtf8_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRight");
        const auto row = [](const char* name, const QByteArray& text, bool isRight) {
            QTest::newRow(name) << text << isRight;
        };
        row("nothing", "", true);
        row("one to four bytes", "a\u00e9\u20ac\U0001f600", true);
        row("first and last of each length",
            "\x01\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", true);
        row("Latin-1", "a\xe9", false);
        row("a continuation alone", "\x80", false);
        row("cut", "\xe2\x82", false);
        row("not continued", "\xe2\x82g", false);
        row("overlong of two", "\xc1\xbf", false);
        row("overlong of three", "\xe0\x9f\xbf", false);
        row("overlong of four", "\xf0\x8f\xbf\xbf", false);
        row("surrogate", "\xed\xa0\x80", false);
        row("beyond the last", "\xf4\x90\x80\x80", false);
        row("no first byte", "\xff", false);
    }
    void knowsWhatIsUtf8() {
        QFETCH(QByteArray, text);
        QFETCH(bool, isRight);
        QCOMPARE(isUtf8(text.toStdString()), isRight);
    }

    void namesWhatCannotBeSeen_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("seen");
        const auto row = [](const char* name, const QByteArray& text, const QByteArray& seen) {
            QTest::newRow(name) << text << seen;
        };
        row("nothing", "", "");
        row("plain", "a\n\tb é € \U0001f600", "a\n\tb é € \U0001f600");
        row("right to left", "if \u202e\u2066evil", "if \\u{202E}\\u{2066}evil");
        row("without a width", "a\u200bb\u200d\u2060\ufeff", "a\\u{200B}b\\u{200D}\\u{2060}\\u{FEFF}");
        row("separators", "\u2028\u2029", "\\u{2028}\\u{2029}");
        row("beside the ranges", "\u200a\u2010\u2027\u202f", "\u200a\u2010\u2027\u202f");
        row("tags", "\U000e0041", "\\u{E0041}");
        row("controls", QByteArray("\x1b[2K\r\0\x7f\xc2\x9b", 9), "\\u{1B}[2K\\u{D}\\u{0}\\u{7F}\\u{9B}");
        row("no text", "a\xffz", "a\uFFFDz");
    }
    void namesWhatCannotBeSeen() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, seen);
        QCOMPARE(QByteArray::fromStdString(asSeen(text.toStdString())), seen);
    }

    void cutsBetweenCharacters() {
        const std::string text = "a\u20acb";  // 1, 3 and 1 bytes
        const std::size_t sizes[] = {0, 1, 1, 1, 4, 5, 5};
        for (std::size_t bytes = 0; bytes < std::size(sizes); ++bytes)
            QCOMPARE(wholeCharacters(text, bytes).size(), sizes[bytes]);
        QCOMPARE(shortened(text, 5), text);
        QCOMPARE(shortened(text, 3), std::string("a\u2026 (4 more bytes)"));
    }
};

QTEST_GUILESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
