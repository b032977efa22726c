#include "core/workloads/hash.h"

#include <QtTest>

#include <set>
#include <string_view>
#include <vector>

using namespace breakeven;

namespace {

std::uint64_t hashText(std::string_view text) {
    return hashBytes(std::as_bytes(std::span(text)));
}

}  // namespace

class TestHash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Published values of XXH64 with seed 0.
    void isXxh64() {
        QCOMPARE(hashText(""), std::uint64_t{0xEF46DB3751D8E999});
        QCOMPARE(hashText("a"), std::uint64_t{0xD24EC4F1A98C6E5B});
        QCOMPARE(hashText("abc"), std::uint64_t{0x44BC2CF5AD770999});
        QCOMPARE(hashText("Nobody inspects the spammish repetition"), std::uint64_t{0xFBCEA83C8A378BF1});
    }

    void seesEveryByteAndItsPlace_data() {
        QTest::addColumn<bool>("ofOutput");
        QTest::newRow("of items") << false;
        QTest::newRow("of a whole output") << true;
    }
    void seesEveryByteAndItsPlace() {
        QFETCH(bool, ofOutput);
        const auto hashOf = [&](std::span<const std::uint8_t> bytes) {
            return ofOutput ? hashOutput(std::as_bytes(bytes)) : hashItems(bytes);
        };
        std::vector<std::uint8_t> bytes(300, 7);
        std::set<std::uint64_t> hashes = {hashOf(bytes)};
        for (auto& byte : bytes) {
            byte = 8;
            QVERIFY(hashes.insert(hashOf(bytes)).second);
            byte = 7;
        }
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(hashes.insert(hashOf(std::span(bytes).first(size))).second);
    }

    /// A published value: of nothing.
    void theHashOfOutputsIsXxh3() { QCOMPARE(hashOutput({}), std::uint64_t{0x2D06800538D394C2}); }
};

QTEST_GUILESS_MAIN(TestHash)
#include "tst_hash.moc"
