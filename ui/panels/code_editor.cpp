#include "ui/panels/code_editor.h"

#include "ui/panels/cpp_highlighter.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

constexpr int IndentWidth = 4;  // blanks
constexpr int FewestLines = 6;  // of height
constexpr int MostLines = 18;   // of height; longer texts scroll
constexpr int MarginRoom = 6;   // pixels left and right of a line number

QString blanks(int count) {
    return QString(count, u' ');
}

int leadingBlanks(const QString& line) {
    const auto first = std::find_if(line.begin(), line.end(), [](QChar letter) { return letter != u' '; });
    return static_cast<int>(first - line.begin());
}

}  // namespace

/// The line numbers, left of the text.
class CodeEditor::Margin : public QWidget {
public:
    explicit Margin(CodeEditor* editor) : QWidget(editor), m_editor(*editor) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_editor.paintMargin(event); }

private:
    CodeEditor& m_editor;
};

CodeEditor::CodeEditor(QWidget* parent) : QPlainTextEdit(parent), m_margin(new Margin(this)) {
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabStopDistance(IndentWidth * fontMetrics().horizontalAdvance(u' '));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    new CppHighlighter(document());
    connect(this, &QPlainTextEdit::textChanged, this, &CodeEditor::takeEdit);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] {
        placeMargin();
        updateGeometry();
    });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& part, int shift) {
        shift != 0 ? m_margin->scroll(0, shift) : m_margin->update(0, part.y(), m_margin->width(), part.height());
    });
    placeMargin();
}

void CodeEditor::setText(const QString& text) {
    if (text == m_text) return;
    const QSignalBlocker silent(this);
    setPlainText(text);
    m_text = this->text();
    setMarks({});
    placeMargin();
    updateGeometry();
}

QString CodeEditor::text() const {
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void CodeEditor::setMarks(const std::map<int, QString>& marks) {
    if (marks == m_marks) return;
    m_marks = marks;
    decorate();
}

void CodeEditor::takeEdit() {
    QString now = text();
    if (now == m_text) return;
    m_text = std::move(now);
    setMarks({});
    Q_EMIT edited();
}

void CodeEditor::decorate() {
    QList<QTextEdit::ExtraSelection> selections;
    for (const auto& [line, message] : m_marks) {
        const QTextBlock block = document()->findBlockByNumber(line - 1);
        if (!block.isValid()) continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.cursor.movePosition(QTextCursor::StartOfBlock);
        selection.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, leadingBlanks(block.text()));
        selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(errorColour(isDark(QApplication::palette())));
        selections += selection;
    }
    setExtraSelections(selections);
    m_margin->update();
}

int CodeEditor::marginWidth() const {
    const int digits = std::max(2, static_cast<int>(QString::number(blockCount()).size()));
    return digits * fontMetrics().horizontalAdvance(u'9') + 2 * MarginRoom;
}

void CodeEditor::placeMargin() {
    setViewportMargins(marginWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.x(), inside.y(), marginWidth(), viewport()->height());
}

void CodeEditor::paintMargin(QPaintEvent* event) {
    const bool dark = isDark(QApplication::palette());
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    for (; block.isValid() && place.top() <= event->rect().bottom(); block = block.next()) {
        place.setHeight(blockBoundingRect(block).height());
        const int line = block.blockNumber() + 1;
        const bool isWrong = m_marks.contains(line);
        const QRectF cell(0, place.top(), m_margin->width(), place.height());
        if (isWrong) painter.fillRect(cell, errorColour(dark));
        painter.setPen(isWrong ? palette().color(QPalette::Base) : mutedColour(dark));
        painter.drawText(cell.adjusted(0, 0, -MarginRoom, 0), Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        place.translate(0, place.height());
    }
}

int CodeEditor::heightOfLines(int count) const {
    const int bar = horizontalScrollBar()->sizeHint().height();
    const int room = static_cast<int>(2 * document()->documentMargin()) + 2 * frameWidth();
    return count * fontMetrics().lineSpacing() + room + bar;
}

QSize CodeEditor::sizeHint() const {
    return {QPlainTextEdit::sizeHint().width(), heightOfLines(std::clamp(blockCount() + 1, FewestLines, MostLines))};
}

QSize CodeEditor::minimumSizeHint() const {
    return {QPlainTextEdit::minimumSizeHint().width(), heightOfLines(FewestLines)};
}

void CodeEditor::keyPressEvent(QKeyEvent* event) {
    const QTextCursor cursor = textCursor();
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    if (event->key() == Qt::Key_Tab && held == Qt::NoModifier) {
        const int column = cursor.selectionStart() - document()->findBlock(cursor.selectionStart()).position();
        return insertPlainText(blanks(IndentWidth - column % IndentWidth));
    }
    // With Shift, Qt would break the line within its block, and lines would no longer be counted as a compiler does.
    const bool endsLine = held == Qt::NoModifier || held == Qt::ShiftModifier;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && endsLine) {
        const QTextBlock block = document()->findBlock(cursor.selectionStart());
        const int before = cursor.selectionStart() - block.position();
        insertPlainText(u'\n' + blanks(std::min(leadingBlanks(block.text()), before)));
        return ensureCursorVisible();
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CodeEditor::insertFromMimeData(const QMimeData* source) {
    insertPlainText(source->text().replace(QChar::LineSeparator, u'\n'));
    ensureCursorVisible();
}

bool CodeEditor::focusNextPrevChild(bool next) {
    return !next && QWidget::focusNextPrevChild(false);
}

void CodeEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void CodeEditor::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    if (auto* colours = document()->findChild<CppHighlighter*>()) colours->rehighlight();
    decorate();
}

bool CodeEditor::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip || m_marks.empty()) return QPlainTextEdit::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto found = m_marks.find(cursorForPosition(help->pos()).blockNumber() + 1);
    if (found == m_marks.end()) return QPlainTextEdit::viewportEvent(event);
    QToolTip::showText(help->globalPos(), found->second, viewport());
    return true;
}

}  // namespace breakeven
