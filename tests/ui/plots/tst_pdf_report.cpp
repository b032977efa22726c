#include "tests/support/sample_results.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/pdf_report.h"

#include <QFile>
#include <QRegularExpression>

using namespace breakeven;

namespace {

/// Enough trials for tables of several pages.
Results someResults(int sizes) {
    SampleResults sample;
    sample.run().spec.title = "Overhead versus size";
    sample.updateRun();
    ItemCount size = 10;
    for (int i = 0; i < sizes; ++i, size += 10) {
        sample.measured("serial", size, steadyTimes(1e-5 * static_cast<double>(size)));
        sample.measured("tbb", size, steadyTimes(1e-4 + 5e-6 * static_cast<double>(size)));
    }
    sample.finish();
    return sample.results;
}

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int pagesIn(const QByteArray& pdf) {
    static const QRegularExpression count(QStringLiteral("/Type\\s*/Pages.*?/Count\\s+(\\d+)"),
                                          QRegularExpression::DotMatchesEverythingOption);
    return count.match(QString::fromLatin1(pdf)).captured(1).toInt();
}

}  // namespace

class TestPdfReport : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void moreTrialsTakeMorePages() {
        QVERIFY(savePdfReport(someResults(2), path("small.pdf")));
        QVERIFY(savePdfReport(someResults(40), path("large.pdf")));
        const int small = pagesIn(content(path("small.pdf")));
        QVERIFY(small >= 2);
        QVERIFY(pagesIn(content(path("large.pdf"))) > small);
    }

    /// A chart of pixels would be an image of some hundred kilobytes.
    void chartsAreDrawnAsVectors() {
        QVERIFY(savePdfReport(someResults(2), path("report.pdf")));
        const QByteArray pdf = content(path("report.pdf"));
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(!pdf.contains("/Subtype /Image"));
    }

    void theDocumentIsNamed() {
        QVERIFY(savePdfReport(someResults(2), path("report.pdf")));
        const QByteArray pdf = content(path("report.pdf"));
        QByteArray title("/Title (\xFE\xFF");  // UTF-16
        for (const char letter : QByteArray("Overhead"))
            title.append('\0').append(letter);
        QVERIFY(pdf.contains(title));
    }

    void otherSuffixesAreRefused() {
        const Result<void> saved = savePdfReport(someResults(1), path("report.html"));
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
        QVERIFY(
            QString::fromStdString(saved.error().detail).endsWith(QStringLiteral("a report on pages ends in .pdf")));
    }

    void unwritableFoldersAreNamed() {
        const Result<void> saved = savePdfReport(someResults(1), path("missing/report.pdf"));
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Unwritable);
    }
};

QTEST_MAIN(TestPdfReport)
#include "tst_pdf_report.moc"
