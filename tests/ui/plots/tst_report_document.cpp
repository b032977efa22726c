#include "tests/support/sample_results.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/report_document.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPicture>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <memory>

using namespace breakeven;

namespace {

constexpr QSizeF Page{600, 800};

std::unique_ptr<QTextDocument> written(const Report& report, const std::vector<Plot>& charts = {}) {
    auto document = std::make_unique<QTextDocument>();
    document->setDocumentMargin(0);
    document->setPageSize(Page);
    writeReport(*document, report, charts);
    return document;
}

ReportSection tableOf(int rows) {
    ReportSection section{"results", "Results", "One row per trial.", {}, {{{"series", true}, {"median"}}, {}}};
    for (int row = 0; row < rows; ++row)
        section.table.rows.push_back(
            {{"curve " + std::to_string(row), {}, Tone::Plain, "tbb"},
             {row % 3 == 0 ? std::string(300, 'm').replace(100, 1, " ").replace(200, 1, " ") : "1 ms"}});
    return section;
}

QTextTable* tableIn(QTextDocument& document) {
    for (QTextFrame* frame : document.rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) return table;
    return nullptr;
}

QRectF placeOf(const QTextDocument& document, const QTextBlock& block) {
    return document.documentLayout()->blockBoundingRect(block);
}

int pageAt(qreal y) {
    return static_cast<int>(y / Page.height());
}

}  // namespace

class TestReportDocument : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everythingThatIsSaidIsThere() {
        Report report{"The title", "The question?", "The headline", "Measured today", {tableOf(2)}};
        report.sections.push_back({"notes", "Notes", "", {"first note", "second note"}, {}});
        const QString text = written(report)->toPlainText();
        for (const char* part : {"The title", "The question?", "The headline", "Measured today", "Results",
                                 "One row per trial.", "series", "curve 1", "1 ms", "first note", "second note"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
    }

    void textStaysText() {
        const Report report{"<b>bold</b>", "", "a & b <img src=x>", "evil\u202e", {}};
        const QString text = written(report)->toPlainText();
        QVERIFY(text.contains(QStringLiteral("<b>bold</b>")));
        QVERIFY(text.contains(QStringLiteral("a & b <img src=x>")));
        QVERIFY(text.contains(QStringLiteral("evil\\u{202E}")));
    }

    /// Long tables go on with their titles, and no row is cut by the end of a page.
    void rowsStayWhole() {
        const auto document = written({"t", "", "h", "", {tableOf(120)}});
        QVERIFY(document->pageCount() > 2);
        QTextTable* const table = tableIn(*document);
        QVERIFY(table);
        QCOMPARE(table->format().headerRowCount(), 1);
        for (int row = 1; row < table->rows(); ++row) {
            const QRectF name = placeOf(*document, table->cellAt(row, 0).firstCursorPosition().block());
            const QRectF value = placeOf(*document, table->cellAt(row, 1).firstCursorPosition().block());
            QCOMPARE(pageAt(value.top()), pageAt(value.bottom()));
            QCOMPARE(pageAt(name.top()), pageAt(value.top()));
        }
    }

    void noWordAndNoIntervalIsBroken() {
        ReportSection section{"results", "Results", "", {}, {}};
        for (const char* title : {"series", "size", "measured", "waking", "dispatch", "copying", "left unexplained"})
            section.table.columns.push_back({title, false});
        for (int row = 0; row < 3; ++row)
            section.table.rows.push_back({{"a backend with a long name", {}, Tone::Plain, "tbb"},
                                          {"10\u202f000"},
                                          {"37.1 µs (36.6–37.4)"},
                                          {"12\u202f200× (12\u202f980–111\u202f310)"},
                                          {"1 µs"},
                                          {"1.21 ms (1.19–1.24)"},
                                          {"-3 µs"}});
        const auto document = written({"t", "", "h", "", {section}});
        const QTextTable* const table = tableIn(*document);
        for (int row = 0; row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column) {
                const QTextBlock block = table->cellAt(row, column).firstCursorPosition().block();
                const QTextLayout* const lines = block.layout();
                for (int line = 0; line + 1 < lines->lineCount(); ++line) {
                    const int end = lines->lineAt(line).textStart() + lines->lineAt(line).textLength();
                    QVERIFY2(block.text().at(end - 1) == u' ', qPrintable(block.text()));
                }
            }
        }
    }

    void headingsStayWithWhatTheyHead() {
        for (int items = 34; items < 47; ++items) {  // the first page ends with the section below them
            Report report{"t", "", "h", "", {{"notes", "Notes", "", std::vector<std::string>(items, "note"), {}}}};
            report.sections.push_back(tableOf(3));
            const auto document = written(report);
            for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
                if (block.text() != QStringLiteral("Results")) continue;
                QCOMPARE(pageAt(placeOf(*document, block).bottom()), pageAt(placeOf(*document, block.next()).bottom()));
            }
        }
    }

    void chartsStandBehindTheFindings() {
        SampleResults sample;
        for (const ItemCount size : {ItemCount(10), ItemCount(1'000)}) {
            sample.measured("serial", size, {1e-3, 1.1e-3, 1e-3});
            sample.measured("tbb", size, {2e-3, 2.1e-3, 2e-3});
        }
        Report report{"t", "", "h", "", {{"findings", "Findings", "", {"one"}, {}}, tableOf(2)}};
        const std::vector<Plot> charts = reportCharts(sample.results);
        QVERIFY(charts.size() > 1);
        const auto document = written(report, charts);
        const QString text = document->toPlainText();
        QVERIFY(text.indexOf(QStringLiteral("Findings")) < text.indexOf(QStringLiteral("Charts")));
        QVERIFY(text.indexOf(QStringLiteral("Charts")) < text.indexOf(QStringLiteral("Results")));
        QCOMPARE(text.count(QChar::ObjectReplacementCharacter), static_cast<qsizetype>(charts.size()));
        QPicture picture;
        {
            QPainter painter(&picture);
            document->drawContents(&painter);
        }
        QVERIFY(picture.size() > 20'000);  // their lines and words
    }
};

QTEST_MAIN(TestReportDocument)
#include "tst_report_document.moc"
