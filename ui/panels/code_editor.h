/// CodeEditor: a program's source, with line numbers and what the compiler says of its lines.
#pragma once

#include <QPlainTextEdit>

#include <map>

namespace breakeven {

class CodeEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeEditor(QWidget* parent = nullptr);

    void setText(const QString& text);  ///< silent; a text that stands there already keeps its cursor and its undo
    /// As it would be saved: lines end in \n, and no-break spaces, which toPlainText() would make blanks, stay.
    QString text() const;
    /// What is wrong, by line, from 1 on. The next edit clears it.
    void setMarks(const std::map<int, QString>& marks);
    const std::map<int, QString>& marks() const { return m_marks; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;  ///< Tab types blanks, Shift+Tab leaves
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;  ///< Unicode's line separators end lines, too

private:
    class Margin;

    int marginWidth() const;
    int heightOfLines(int count) const;
    void placeMargin();
    void paintMargin(QPaintEvent* event);
    void takeEdit();
    void decorate();

    Margin* m_margin;
    QString m_text;  ///< what text() was at last, to tell an edit from a new colour
    std::map<int, QString> m_marks;
};

}  // namespace breakeven
