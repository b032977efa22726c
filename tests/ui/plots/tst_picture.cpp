#include "core/plots/plots.h"
#include "tests/support/sample_results.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/picture.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QXmlStreamReader>

using namespace breakeven;

namespace {

Plot somePlot() {
    SampleResults sample;
    for (const ItemCount size : {ItemCount(10), ItemCount(1'000)}) {
        sample.measured("serial", size, {1e-3, 1.1e-3, 1e-3});
        sample.measured("tbb", size, {2e-3, 2.1e-3, 2e-3});
    }
    return findPlot("runtime")->draw(sample.results, {});
}

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestPicture : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void pngFillsItsWholeArea() {
        QVERIFY(savePicture(drawingOf(somePlot()), path("chart.png")));
        const QImage image(path("chart.png"));
        QCOMPARE(image.size(), QSize(2400, 1500));
        const auto inked = [&image](const QRect& part) {
            int count = 0;
            for (int y = part.top(); y <= part.bottom(); ++y) {
                for (int x = part.left(); x <= part.right(); ++x)
                    count += image.pixelColor(x, y) != QColor(Qt::white);
            }
            return count;
        };
        QVERIFY(inked(QRect(0, 0, 600, 120)) > 500);        // the title
        QVERIFY(inked(QRect(1800, 1300, 600, 200)) > 500);  // the end of the axis below
    }

    void svgKeepsItsWords() {
        QVERIFY(savePicture(drawingOf(somePlot()), path("chart.svg")));
        const QByteArray text = content(path("chart.svg"));
        QVERIFY(text.contains("<svg"));
        QVERIFY(text.contains("Runtime versus size"));
        QVERIFY(text.contains(">tbb<"));
    }

    void svgIsXmlWhateverIsSaid() {
        Plot plot = somePlot();
        plot.title = "Speed-up <0.001× & more";
        QVERIFY(savePicture(drawingOf(plot), path("signs.svg")));
        QXmlStreamReader xml(content(path("signs.svg")));
        QString title;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"title")
                title = xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(title, QStringLiteral("Speed-up <0.001× & more"));
    }

    void namesHideNothing() {
        Plot plot = somePlot();
        plot.series[1].label = "tbb\u202Ex\u200B\x1B<b>&amp;";
        plot.title = "Runtime\u202E\x07";
        QVERIFY(savePicture(drawingOf(plot), path("hostile.svg")));
        const QByteArray text = content(path("hostile.svg"));
        QVERIFY(text.contains(">tbb\\u{202E}x\\u{200B}\\u{1B}&lt;b&gt;&amp;amp;<"));
        for (const char* hidden : {"\u202E", "\u200B", "\x1B", "\x07"})
            QVERIFY(!text.contains(hidden));
        QXmlStreamReader xml(text);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void pdfIsOnePage() {
        QVERIFY(savePicture(drawingOf(somePlot()), path("chart.pdf")));
        QVERIFY(content(path("chart.pdf")).startsWith("%PDF"));
    }

    void whatIsHiddenOrZoomedAwayIsNotInIt() {
        Plot plot = somePlot();
        QVERIFY(savePicture(drawingOf(plot), path("all.svg")));
        plot.series[1].hidden = true;
        plot.series[1].points.clear();
        QVERIFY(savePicture(drawingOf(plot), path("hidden.svg")));
        QVERIFY(content(path("all.svg")).contains(">tbb<"));
        QVERIFY(!content(path("hidden.svg")).contains(">tbb<"));
        QVERIFY(content(path("hidden.svg")).contains(">serial<"));
        QVERIFY(savePicture(drawingOf(somePlot(), {Interval<double>{200, 300}, {}}), path("zoomed.svg")));
        QVERIFY(content(path("zoomed.svg")).contains(">250<"));
        QVERIFY(!content(path("all.svg")).contains(">250<"));
    }

    void aPictureIsTheSameInAFileAndInMemory() {
        QVERIFY(savePicture(drawingOf(somePlot()), path("chart.png")));
        QImage picture = pictureOf(drawingOf(somePlot()));
        picture.setDevicePixelRatio(1);
        QCOMPARE(QImage(path("chart.png")).convertToFormat(QImage::Format_RGB32), picture);
    }

    void otherSuffixesAreRefused() {
        const Result<void> saved = savePicture(drawingOf(somePlot()), path("chart.bmp"));
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
        QVERIFY(QString::fromStdString(saved.error().detail).endsWith(QStringLiteral(".png, .svg or .pdf")));
    }

    void aWidgetIsSavedAsItIsSeen() {
        QLabel view(QStringLiteral("seen & heard"));
        view.resize(320, 200);
        QVERIFY(savePicture(drawingOf(view), path("view.png")));
        const QImage seen = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        QCOMPARE(QImage(path("view.png")).convertToFormat(QImage::Format_RGB32), seen);
        QVERIFY(savePicture(drawingOf(view), path("view.svg")));
        QVERIFY(content(path("view.svg")).contains(">seen &amp; heard<"));  // as words
        QVERIFY(savePicture(drawingOf(view), path("view.pdf")));
        QVERIFY(content(path("view.pdf")).contains("/Font"));
    }

    void unwritableFoldersAreNamed() {
        const Result<void> saved = savePicture(drawingOf(somePlot()), path("missing/chart.png"));
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Unwritable);
        QVERIFY(QString::fromStdString(saved.error().detail).contains(QStringLiteral("missing/chart.png")));
    }
};

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
