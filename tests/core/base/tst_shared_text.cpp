#include "core/base/shared_text.h"

#include <QtTest>

#include <string>
#include <type_traits>

using namespace breakeven;

class TestSharedText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalTextsAreOne() {
        const std::string longOne(100, 'n');
        const SharedText text(longOne);
        QCOMPARE(text.text(), longOne);
        QVERIFY(&SharedText(longOne + "").text() == &text.text());
        QVERIFY(&SharedText("n too small").text() != &text.text());
        QCOMPARE(SharedText("n too small").text(), std::string("n too small"));
    }

    void noTextIsEmpty() {
        QVERIFY(SharedText().empty() && SharedText("").empty());
        QVERIFY(SharedText().text().empty());
        QVERIFY(!SharedText("steal").empty());
    }

    void isCopiedLikeANumber() { QVERIFY(std::is_trivially_copyable_v<SharedText>); }
};

QTEST_GUILESS_MAIN(TestSharedText)
#include "tst_shared_text.moc"
