#include "ui/plots/pdf_report.h"

#include "core/base/version.h"
#include "core/io/report.h"
#include "core/os/files.h"
#include "ui/language.h"
#include "ui/plots/report_document.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace breakeven {

namespace {

constexpr int Resolution = 96;    // dots per inch: charts are laid out as on a screen
constexpr qreal SideMargin = 64;  // pixels at that resolution, 17 mm
constexpr qreal TopMargin = 60;
constexpr qreal FootHeight = 76;  // from the end of the text to the edge
constexpr qreal FootGap = 16;     // above the line of the foot
constexpr qreal FootPoints = 7.5;

/// Screens round the widths of letters to pixels; paper has none.
QFont unhinted(QFont font) {
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// What run this is, and where in it the reader is.
void paintFoot(QPainter& painter, const QSizeF& page, const QString& run, int number, int count) {
    const qreal top = page.height() - FootHeight + FootGap;
    const QRectF line(SideMargin, top, page.width() - 2 * SideMargin, FootHeight - FootGap);
    QFont font = unhinted(QGuiApplication::font());
    font.setPointSizeF(FootPoints);
    painter.setFont(font);
    painter.setPen(toColour(paper(false).grid));
    painter.drawLine(line.topLeft(), line.topRight());
    painter.setPen(mutedColour(false));
    const QRectF words = line.adjusted(0, FootGap / 4, 0, 0);
    const QString place = QCoreApplication::translate("Report", "Page %1 of %2").arg(number).arg(count);
    const qreal room = words.width() - 2 * QFontMetricsF(font).horizontalAdvance(place);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, QFontMetricsF(font).elidedText(run, Qt::ElideRight, room));
    painter.drawText(words, Qt::AlignRight | Qt::AlignTop, place);
}

void paintPages(QPdfWriter& pdf, QTextDocument& document, const QString& run) {
    const QSizeF page(pdf.width(), pdf.height());
    const QSizeF text = document.pageSize();
    const int count = document.pageCount();
    QPainter painter(&pdf);
    for (int number = 0; number < count; ++number) {
        if (number > 0) pdf.newPage();
        painter.save();
        painter.translate(SideMargin, TopMargin - number * text.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, number * text.height(), text.width(), text.height());
        context.palette.setColor(QPalette::Text, toColour(paper(false).text));
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        paintFoot(painter, page, run, number + 1, count);
    }
}

void write(QIODevice& file, const Results& results) {
    const Report report = reportOf(results);
    QPdfWriter pdf(&file);
    pdf.setTitle(spoken(report.title));
    pdf.setCreator(QStringLiteral("Breakeven ") % QLatin1String(Version));
    pdf.setResolution(Resolution);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setPageMargins({});
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&pdf);
    document.setDocumentMargin(0);
    document.setDefaultFont(unhinted(QGuiApplication::font()));
    document.setPageSize({pdf.width() - 2 * SideMargin, pdf.height() - TopMargin - FootHeight});
    writeReport(document, report, reportCharts(results));
    const RunStarted& run = results.run();
    const QString dot = run.runId.empty() ? QString() : QStringLiteral(" · ");
    paintPages(pdf, document, spoken(report.title) % dot % spoken(run.runId));
}

}  // namespace

Result<void> savePdfReport(const Results& results, const QString& path) {
    const std::string name = path.toStdString();
    if (QFileInfo(path).suffix().toLower() != u"pdf")
        return Error{ErrorCode::InvalidInput, name + ": a report on pages ends in .pdf"};
    QBuffer pages;
    pages.open(QIODevice::WriteOnly);
    write(pages, results);
    return saveFile(name, pages.data().toStdString());
}

}  // namespace breakeven
