#include "core/history/packed_text.h"

#include <QtTest>

#include <string>
#include <vector>

using namespace breakeven;

class TestPackedText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAddedCanBeReadAtAnyTime() {
        TextPacker packer;
        std::string text;
        std::string packed;
        for (int line = 0; line < 200; ++line) {
            const std::string piece = "line " + std::to_string(line * line) + "\n";
            text += piece;
            packed += packer.add(piece);
            const auto read = unpackedText(packed);
            QVERIFY2(read, read ? "" : read.error().detail.c_str());
            QCOMPARE(*read, text);
        }
    }

    /// Pieces beyond the buffers of both directions.
    void longTextsStayWhole_data() {
        QTest::addColumn<bool>("isPlain");
        QTest::newRow("nothing repeats") << false;
        QTest::newRow("all the same") << true;
    }
    void longTextsStayWhole() {
        QFETCH(bool, isPlain);
        std::string text;
        unsigned state = 1;
        for (int i = 0; i < 1'000'000; ++i)
            text += isPlain ? 'a' : static_cast<char>((state = state * 1'664'525U + 1'013'904'223U) >> 24U);
        TextPacker packer;
        std::string packed = packer.add(text);
        packed += packer.add("end");
        const auto read = unpackedText(packed);
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QVERIFY(*read == text + "end");
        if (isPlain) QVERIFY2(packed.size() < 10'000, std::to_string(packed.size()).c_str());
    }

    void anyBeginningLoads() {
        TextPacker packer;
        std::string packed;
        for (const char* line : {"one\n", "two\n", "three\n"})
            packed += packer.add(line);
        const std::string whole = "one\ntwo\nthree\n";
        for (std::size_t length = 0; length <= packed.size(); ++length) {
            const auto read = unpackedText(packed.substr(0, length));
            QVERIFY2(read, read ? "" : read.error().detail.c_str());
            QVERIFY(whole.starts_with(*read));
        }
    }

    void rubbishIsAnError() {
        const auto read = unpackedText("this was never packed");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unreadable);
    }

    /// A few bytes that stand for more than memory should hold.
    void thereIsALimit() {
        TextPacker packer;
        std::string packed;
        for (int i = 0; i < 257; ++i)
            packed += packer.add(std::string(1'000'000, ' '));
        const auto read = unpackedText(packed);
        QVERIFY(!read);
        QVERIFY2(read.error().detail.find("larger than 256000000 bytes") != std::string::npos,
                 read.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPackedText)
#include "tst_packed_text.moc"
