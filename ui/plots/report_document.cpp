#include "ui/plots/report_document.h"

#include "ui/language.h"
#include "ui/plots/picture.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QTextObjectInterface>
#include <QTextTable>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace breakeven {

namespace {

constexpr qreal BodyPoints = 9;
constexpr qreal SmallPoints = 8;
constexpr qreal HeadlinePoints = 17;
constexpr qreal HeadingPoints = 13;
constexpr qreal Gap = 6;           // pixels between paragraphs
constexpr qreal HeadingGap = 16;   // above a heading
constexpr qreal CellPadding = 3;   // pixels
constexpr qreal CellGap = 5;       // beside a cell's text
constexpr qreal ChartShape = 0.6;  // height over width

constexpr qreal WordRoom = 1;     // pixels of a column that rounding may take
constexpr qreal LeastPoints = 6;  // of the letters of a wide table
const QString FamilySign = QStringLiteral("■\u202f");

constexpr int KeptProperty = QTextFormat::UserProperty + 2;  ///< of a block that stays with the next one
constexpr bool IsKept = true;

/// Charts as characters of a text.
class ChartObject : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    static constexpr int Type = QTextFormat::UserObject + 1;
    static constexpr int Index = QTextFormat::UserProperty + 1;  ///< of the chart

    ChartObject(std::vector<Plot> charts, QTextDocument& document) : QObject(&document), m_charts(std::move(charts)) {
        for (Plot& chart : m_charts)
            chart.note.clear();  // it stands below, whole
    }

    QSizeF intrinsicSize(QTextDocument* document, int, const QTextFormat&) override {
        const qreal width = std::floor(document->textWidth());
        return {width, std::floor(width * ChartShape)};
    }

    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format) override {
        // A page draws every paragraph that begins on it, though its only line may be on the next one; and charts set
        // a clip of their own.
        if (painter->hasClipping() && !painter->clipBoundingRect().intersects(rect)) return;
        painter->save();
        painter->translate(rect.topLeft());
        paintPlot(m_charts[format.property(Index).value<std::size_t>()], *painter, rect.size().toSize());
        painter->restore();
    }

private:
    std::vector<Plot> m_charts;
};

QTextCharFormat letters(qreal points, bool isBold = false, const QColor& colour = toColour(paper(false).text)) {
    QTextCharFormat format;
    format.setFontPointSize(points);
    format.setFontWeight(isBold ? QFont::Bold : QFont::Normal);
    format.setForeground(colour);
    return format;
}

QTextCharFormat quiet(qreal points) {
    return letters(points, false, mutedColour(false));
}

/// The word says it, too.
QColor toneColour(Tone tone) {
    switch (tone) {
        case Tone::Good:
            return toColour(familyColour("openmp", false)).darker(130);
        case Tone::Bad:
            return errorColour(false);
        case Tone::Open:
            return mutedColour(false);
        case Tone::Plain:
            break;
    }
    return toColour(paper(false).text);
}

/// An interval stays on one line: a dash joins its ends.
QString unbroken(const std::string& text) {
    return spoken(text).replace(u'–', QStringLiteral("\u2060–\u2060"));
}

QString cellText(const ReportCell& content) {
    return (content.family.empty() ? QString() : FamilySign) % unbroken(content.text);
}

qreal widestWord(const QString& text, const QFontMetricsF& metrics) {
    qreal widest = 0;
    for (const QString& word : text.split(u' '))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest;
}

/// Writes from the top of the document downwards.
class ReportWriter {
public:
    explicit ReportWriter(QTextDocument& document) : m_cursor(&document) {}

    void head(const Report& report) {
        paragraph(spoken(report.title), quiet(BodyPoints + 1), 0);
        paragraph(spoken(report.headline), letters(HeadlinePoints, true), 0);
        for (const std::string* line : {&report.question, &report.origin})
            if (!line->empty()) paragraph(spoken(*line), quiet(BodyPoints), Gap / 2);
    }

    void section(const ReportSection& section) {
        heading(spoken(section.title));
        if (!section.lead.empty()) paragraph(spoken(section.lead), letters(BodyPoints), 0, IsKept);
        QTextListFormat bullets;
        bullets.setStyle(QTextListFormat::ListDisc);
        bullets.setIndent(1);
        QTextList* list = nullptr;
        for (const std::string& item : section.items) {
            paragraph(spoken(item), letters(BodyPoints), Gap / 2);
            if (list == nullptr)
                list = m_cursor.createList(bullets);
            else
                list->add(m_cursor.block());
        }
        if (!section.table.rows.empty()) table(section.table);
    }

    void charts(const std::vector<Plot>& charts) {
        heading(QCoreApplication::translate("Report", "Charts"));
        for (std::size_t i = 0; i < charts.size(); ++i) {
            paragraph({}, letters(BodyPoints), Gap);
            QTextCharFormat chart;
            chart.setObjectType(ChartObject::Type);
            chart.setProperty(ChartObject::Index, QVariant::fromValue(i));
            m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), chart);
            if (!charts[i].note.empty()) paragraph(spoken(charts[i].note), quiet(SmallPoints), 0);
        }
    }

private:
    /// In a block of its own; the document's first one is there already.
    void paragraph(const QString& text, const QTextCharFormat& format, qreal above, bool isKept = false) {
        QTextBlockFormat block;
        block.setTopMargin(above);
        block.setProperty(KeptProperty, isKept);
        if (!std::exchange(m_isEmpty, false)) m_cursor.insertBlock();
        m_cursor.setBlockFormat(block);
        m_cursor.setBlockCharFormat(format);  // of a bullet
        m_cursor.insertText(text, format);
    }

    void heading(const QString& text) {
        paragraph(text, letters(HeadingPoints, true), HeadingGap, IsKept);
        QTextBlockFormat block = m_cursor.blockFormat();
        block.setHeadingLevel(2);
        block.setBottomMargin(Gap / 2);
        m_cursor.setBlockFormat(block);
    }

    void table(const ReportTable& content) {
        paragraph({}, letters(1), 0, IsKept);
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(CellPadding);
        format.setCellSpacing(0);
        format.setHeaderRowCount(1);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        const qreal points = fitColumns(content, format);
        QTextTable* const table = m_cursor.insertTable(static_cast<int>(content.rows.size()) + 1,
                                                       static_cast<int>(content.columns.size()), format);
        for (std::size_t column = 0; column < content.columns.size(); ++column) {
            const ReportColumn& title = content.columns[column];
            cell(*table, 0, column, title.isText, {.text = title.title}, true, points);
            for (std::size_t row = 0; row < content.rows.size(); ++row)
                cell(*table, static_cast<int>(row) + 1, column, title.isText, content.rows[row][column], false, points);
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    /// Shares the width out so that no word is broken, and returns the size of letters at which there is room for that.
    qreal fitColumns(const ReportTable& content, QTextTableFormat& format) const {
        const QTextDocument& document = *m_cursor.document();
        QFont font = document.defaultFont();
        font.setPointSizeF(SmallPoints);
        font.setBold(true);
        const QFontMetricsF metrics(font, document.documentLayout()->paintDevice());
        std::vector<qreal> least;   // pixels: of the longest word
        std::vector<qreal> beyond;  // of the longest text, without that
        for (std::size_t column = 0; column < content.columns.size(); ++column) {
            qreal word = widestWord(cellText({.text = content.columns[column].title}), metrics);
            qreal whole = word;
            for (const std::vector<ReportCell>& row : content.rows) {
                const QString text = cellText(row[column]);
                word = std::max(word, widestWord(text, metrics));
                whole = std::max(whole, metrics.horizontalAdvance(text));
            }
            least.push_back(word + 2 * CellGap + WordRoom);
            beyond.push_back(whole - word);
        }
        const qreal needed = std::accumulate(least.begin(), least.end(), 0.0);
        const qreal wanted = std::accumulate(beyond.begin(), beyond.end(), 0.0);
        const qreal room = std::max(document.pageSize().width(), needed);
        const qreal share = wanted > 0 ? std::min(1.0, (room - needed) / wanted) : 0;
        QList<QTextLength> widths;
        for (std::size_t column = 0; column < least.size(); ++column)
            widths += QTextLength(QTextLength::PercentageLength, 100 * (least[column] + share * beyond[column]) / room);
        format.setColumnWidthConstraints(widths);
        return std::max(LeastPoints, SmallPoints * std::min(1.0, document.pageSize().width() / needed));
    }

    static void cell(QTextTable& table, int row, std::size_t column, bool isText, const ReportCell& content,
                     bool isHeader, qreal points) {
        QTextTableCell cell = table.cellAt(row, static_cast<int>(column));
        QTextTableCellFormat format;
        format.setPadding(CellPadding);
        format.setLeftPadding(CellGap);
        format.setRightPadding(CellGap);
        format.setBottomBorder(isHeader ? 1 : 0.5);
        format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBottomBorderBrush(isHeader ? mutedColour(false) : toColour(paper(false).grid));
        cell.setFormat(format);
        QTextCursor cursor = cell.firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(isText ? Qt::AlignLeft : Qt::AlignRight);
        cursor.setBlockFormat(block);
        if (!content.family.empty())
            cursor.insertText(FamilySign, letters(points, false, seriesColour(content.family, false)));
        cursor.insertText(unbroken(content.text), letters(points, isHeader, toneColour(content.tone)));
    }

    QTextCursor m_cursor;
    bool m_isEmpty = true;
};

/// Pages on which a block begins and ends.
std::pair<int, int> pagesOf(const QTextDocument& document, const QTextBlock& block) {
    const QRectF place = document.documentLayout()->blockBoundingRect(block);
    const qreal height = document.pageSize().height();
    return {static_cast<int>(place.top() / height), static_cast<int>(place.bottom() / height)};
}

void breakBefore(const QTextBlock& block) {
    QTextBlockFormat format = block.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor(block).setBlockFormat(format);
}

QTextBlock blockIn(const QTextTable& table, int row, int column) {
    return table.cellAt(row, column).firstCursorPosition().block();
}

/// What has to be on the page of the kept lines before it: a line, or a table's first row below its titles.
QTextBlock firstContent(QTextBlock block) {
    while (block.isValid() && block.blockFormat().property(KeptProperty).toBool())
        block = block.next();
    const QTextTable* const table = QTextCursor(block).currentTable();
    return table ? blockIn(*table, 1, 0) : block;
}

/// A row that a page would cut begins on the next one: the row before it fills the page. A page break within cells
/// would be obeyed twice, by the row and by its text.
void keepRows(QTextDocument& document, const QTextTable& table) {
    constexpr qreal Rest = 2;  // too little for a line
    const qreal height = document.pageSize().height();
    for (int row = 2; row < table.rows(); ++row) {
        qreal top = 0;
        bool isCut = false;
        for (int column = 0; column < table.columns(); ++column) {
            const QTextBlock block = blockIn(table, row, column);
            const auto [first, last] = pagesOf(document, block);
            isCut = isCut || first != last;
            top = document.documentLayout()->blockBoundingRect(block).top() - CellPadding;
        }
        if (!isCut) continue;
        const qreal room = height - std::fmod(top, height) - Rest;
        QTextCursor edit(&document);
        edit.beginEditBlock();
        for (int column = 0; column < table.columns(); ++column) {
            QTextTableCell cell = table.cellAt(row - 1, column);
            QTextTableCellFormat format = cell.format().toTableCellFormat();
            format.setBottomPadding(CellPadding + room);
            cell.setFormat(format);
        }
        edit.endEditBlock();
    }
}

/// From the top down, since every break moves what is below it. Headings at the foot of a page, and what leads over to
/// a table, go to the next page with what they head.
void keepTogether(QTextDocument& document) {
    const QTextTable* last = nullptr;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (const QTextTable* const table = QTextCursor(block).currentTable(); table && table != last) {
            keepRows(document, *table);
            last = table;
        }
        if (block.blockFormat().headingLevel() == 0) continue;
        const QTextBlock content = firstContent(block);
        if (content.isValid() && pagesOf(document, content).second != pagesOf(document, block).second)
            breakBefore(block);
    }
}

}  // namespace

void writeReport(QTextDocument& document, const Report& report, const std::vector<Plot>& charts) {
    document.documentLayout()->registerHandler(ChartObject::Type, new ChartObject(charts, document));
    QTextCursor edit(&document);
    edit.beginEditBlock();  // laid out once, not for every cell
    ReportWriter writer(document);
    writer.head(report);
    bool hasCharts = charts.empty();
    for (const ReportSection& section : report.sections) {
        if (section.id != "findings" && !std::exchange(hasCharts, true)) writer.charts(charts);
        writer.section(section);
    }
    edit.endEditBlock();
    keepTogether(document);
}

}  // namespace breakeven

#include "report_document.moc"
