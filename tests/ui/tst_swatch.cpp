#include "ui/swatch.h"
#include "ui/theme.h"

#include <QImage>
#include <QTest>

using namespace breakeven;

class TestSwatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheBackendsColourOnEveryRow() {
        for (const bool dark : {false, true}) {
            const QIcon icon = swatchOf("tbb", dark);
            for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected, QIcon::Disabled}) {
                const QImage image = icon.pixmap(QSize(12, 12), mode).toImage();
                QCOMPARE(image.pixelColor(6, 6), seriesColour("tbb", dark));
                QCOMPARE(image.pixelColor(0, 0), toColour(paper(dark).background));
            }
        }
    }
};

QTEST_MAIN(TestSwatch)
#include "tst_swatch.moc"
