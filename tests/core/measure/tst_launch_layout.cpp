#include "core/measure/launch_layout.h"

#include <QTest>

#include <cstdint>
#include <set>

using namespace breakeven;

namespace {

/// Where a function that is called has its own variables.
[[gnu::noinline]] std::uintptr_t ownPlace() {
    volatile int own = 0;
    return reinterpret_cast<std::uintptr_t>(&own);
}

std::uintptr_t placeWith(std::size_t bytes) {
    return withStackOffset(bytes, [] { return ownPlace(); });
}

}  // namespace

class TestLaunchLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { qunsetenv("BREAKEVEN_LAYOUT"); }

    void layoutsDifferAndAreReproducible() {
        std::set<std::size_t> environments;
        std::set<std::size_t> stacks;
        for (int launch = 0; launch < 1000; ++launch) {
            const LaunchLayout layout = randomLayout(42, launch);
            QVERIFY(layout == randomLayout(42, launch));
            QVERIFY(layout.environmentBytes < 4096);
            QVERIFY(layout.stackBytes < 4096 && layout.stackBytes % 16 == 0);
            environments.insert(layout.environmentBytes);
            stacks.insert(layout.stackBytes);
        }
        QVERIFY(environments.size() > 800);  // 1000 draws of 4096 meet 888 values on average
        QVERIFY(stacks.size() > 230);        // and of 256 nearly all
        QVERIFY(!(randomLayout(42, 0) == randomLayout(43, 0)));
    }

    void whatIsAnnouncedIsRead() {
        for (const LaunchLayout& layout : {LaunchLayout{0, 0}, LaunchLayout{4095, 4080}, LaunchLayout{1, 16}}) {
            announceLayout(layout);
            QVERIFY(announcedLayout() == layout);
        }
        announceLayout({100, 32});
        QVERIFY(qgetenv("BREAKEVEN_LAYOUT").size() >= 100);  // the letters are really there
    }

    void whatIsNoAnnouncementSkipsNothing_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "16", "abc xxx", "-16 xxx", " xxx"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNoAnnouncementSkipsNothing() {
        QFETCH(QByteArray, text);
        QVERIFY(announcedLayout() == LaunchLayout{});
        qputenv("BREAKEVEN_LAYOUT", text);
        QVERIFY(announcedLayout() == LaunchLayout{});
    }

    void noMoreThanAPageIsSkipped() {
        qputenv("BREAKEVEN_LAYOUT", "123456789 x");
        QCOMPARE(announcedLayout().stackBytes, std::size_t{4096});
    }

    void theStackMoves() {
        const std::uintptr_t before = placeWith(0);
        for (const std::size_t bytes : {16, 512, 4080}) {
            const std::uintptr_t skipped = before - placeWith(bytes);
            QVERIFY(skipped + 16 >= bytes && skipped <= bytes + 16);  // the compiler keeps it aligned
        }
    }
};

QTEST_GUILESS_MAIN(TestLaunchLayout)
#include "tst_launch_layout.moc"
