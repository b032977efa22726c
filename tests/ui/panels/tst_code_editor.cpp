#include "tests/ui/ui_test.h"
#include "ui/panels/code_editor.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolTip>
#include <QVBoxLayout>

using namespace breakeven;

namespace {

const QString Loop = QStringLiteral("double f(double x) {\n    return x;\n}\n");

bool hasColour(const QImage& image, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour) return true;
    }
    return false;
}

}  // namespace

class TestCodeEditor : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        applyTheme(Theme::Light);
        m_editor = std::make_unique<CodeEditor>();
        m_editor->resize(400, 200);
        m_editor->show();
    }

    void tabulatorsAreBlanks() {
        QTest::keyClick(m_editor.get(), Qt::Key_Tab);
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("    "));
        QTest::keyClicks(m_editor.get(), QStringLiteral("ab"));
        QTest::keyClick(m_editor.get(), Qt::Key_Tab);
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("    ab  "));
    }

    void aNewLineKeepsTheIndent() {
        m_editor->setText(QStringLiteral("    if (x)"));
        m_editor->moveCursor(QTextCursor::End);
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClicks(m_editor.get(), QStringLiteral("y"));
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("    if (x)\n    y"));
        m_editor->moveCursor(QTextCursor::Start);
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QCOMPARE(m_editor->toPlainText(), QStringLiteral("\n    if (x)\n    y"));
    }

    void theKeyboardGetsOut() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* before = new QLineEdit(&window);
        auto* editor = new CodeEditor(&window);
        column->addWidget(before);
        column->addWidget(editor);
        window.show();
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(window.focusWidget(), before);
        QVERIFY(editor->toPlainText().isEmpty());
    }

    void onlyTypingIsAnEdit() {
        QSignalSpy edited(m_editor.get(), &CodeEditor::edited);
        m_editor->setText(Loop);
        applyTheme(Theme::Dark);
        QCoreApplication::processEvents();  // the new palette travels as an event, and colours the text anew
        QCOMPARE(edited.size(), 0);
        QTest::keyClicks(m_editor.get(), QStringLiteral("/"));
        QCOMPARE(edited.size(), 1);
        m_editor->undo();
        QCOMPARE(edited.size(), 2);
        QCOMPARE(m_editor->toPlainText(), Loop);
    }

    void aNewColourIsNoEditOfAnyText() {
        QSignalSpy edited(m_editor.get(), &CodeEditor::edited);
        m_editor->setText(QStringLiteral("// a\u00a0b\r\nint c;\r\n"));
        QCOMPARE(m_editor->text(), QStringLiteral("// a\u00a0b\nint c;\n"));
        applyTheme(Theme::Dark);
        QCoreApplication::processEvents();
        QCOMPARE(edited.size(), 0);
        QTest::keyClicks(m_editor.get(), QStringLiteral("x"));
        QCOMPARE(m_editor->text(), QStringLiteral("x// a\u00a0b\nint c;\n"));
    }

    void everyLineEndIsOne() {
        QTest::keyClicks(m_editor.get(), QStringLiteral("a"));
        QTest::keyClick(m_editor.get(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(m_editor.get(), QStringLiteral("b"));
        QTest::keyClick(m_editor.get(), Qt::Key_Enter, Qt::ShiftModifier | Qt::KeypadModifier);
        QGuiApplication::clipboard()->setText(QStringLiteral("c\u2028d\u2029e\r\nf"));
        m_editor->paste();
        QCOMPARE(m_editor->text(), QStringLiteral("a\nb\nc\nd\ne\nf"));
        QCOMPARE(m_editor->blockCount(), 6);
    }

    void theSameTextAgainKeepsUndoAndCursor() {
        m_editor->setText(Loop);
        QTest::keyClicks(m_editor.get(), QStringLiteral("//"));
        const int place = m_editor->textCursor().position();
        m_editor->setText(m_editor->toPlainText());
        QCOMPARE(m_editor->textCursor().position(), place);
        m_editor->undo();
        QCOMPARE(m_editor->toPlainText(), Loop);
    }

    void wrongLinesAreMarkedUntilTheNextEdit() {
        m_editor->setText(Loop);
        const QColor red = errorColour(false);
        QVERIFY(!hasColour(m_editor->grab().toImage(), red));
        m_editor->setMarks({{2, QStringLiteral("'y' was not declared")}, {99, QStringLiteral("beyond the end")}});
        QCOMPARE(m_editor->extraSelections().size(), 1);
        const QTextCursor marked = m_editor->extraSelections().at(0).cursor;
        QCOMPARE(marked.selectedText(), QStringLiteral("return x;"));
        QVERIFY(hasColour(m_editor->grab().toImage(), red));
        QTest::keyClicks(m_editor.get(), QStringLiteral(" "));
        QVERIFY(m_editor->marks().empty());
        QVERIFY(m_editor->extraSelections().isEmpty());
        QVERIFY(!hasColour(m_editor->grab().toImage(), red));
    }

    void aWrongLineSaysWhy() {
        m_editor->setText(Loop);
        m_editor->setMarks({{2, QStringLiteral("'y' was not declared")}});
        const auto askAt = [this](int line) {
            const QTextCursor cursor(m_editor->document()->findBlockByNumber(line - 1));
            const QPoint place = m_editor->cursorRect(cursor).center();
            QHelpEvent help(QEvent::ToolTip, place, m_editor->viewport()->mapToGlobal(place));
            QCoreApplication::sendEvent(m_editor->viewport(), &help);
        };
        askAt(1);
        QVERIFY(QToolTip::text().isEmpty());
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
        askAt(2);
        QCOMPARE(QToolTip::text(), QStringLiteral("'y' was not declared"));
    }

    void linesHaveNumbersThatFit() {
        const auto margin = [this] { return m_editor->viewport()->x(); };
        const int narrow = margin();
        QVERIFY(narrow > m_editor->fontMetrics().horizontalAdvance(QStringLiteral("99")));
        m_editor->setText(QString(999, u'\n'));
        QVERIFY(margin() > narrow);
    }

    void itGrowsWithTheTextUpToALimit() {
        const int least = m_editor->sizeHint().height();
        m_editor->setText(QString(10, u'\n'));
        const int more = m_editor->sizeHint().height();
        QVERIFY(more > least);
        m_editor->setText(QString(40, u'\n'));
        const int most = m_editor->sizeHint().height();
        QVERIFY(most > more);
        m_editor->setText(QString(400, u'\n'));
        QCOMPARE(m_editor->sizeHint().height(), most);
    }

private:
    std::unique_ptr<CodeEditor> m_editor;
};

QTEST_MAIN(TestCodeEditor)
#include "tst_code_editor.moc"
