#include "tests/ui/ui_test.h"
#include "ui/panels/code_editor.h"
#include "ui/panels/param_field.h"
#include "ui/panels/path_edit.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>

using namespace breakeven;

namespace {

ParamInfo paramOf(ParamKind kind, const std::string& initial = {}) {
    ParamInfo info;
    info.name = "thing";
    info.title = "Thing";
    info.description = "What it is.";
    info.kind = kind;
    info.initial = initial;
    return info;
}

std::vector<ParamValue> texts(std::initializer_list<std::string> list) {
    return {list.begin(), list.end()};
}

QString noteOf(const ParamField& field) {
    QStringList lines;
    for (const QLabel* label : field.findChildren<QLabel*>())
        if (!label->isHidden()) lines += label->text();
    return lines.join(u'\n');
}

template <class Widget>
Widget& editorOf(const ParamField& field) {
    auto* found = field.findChild<Widget*>(QStringLiteral("param:thing"));
    if (!found) qFatal("no such editor");
    return *found;
}

}  // namespace

class TestParamField : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QDir(folder.path()).mkdir(QStringLiteral("pictures"));
        QFile file(path("mine.py"));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    void whatIsMissingIsSaidBeforeARun_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, ParamKind kind, const QString& typed, const QString& said) {
            QTest::newRow(name) << int(kind) << typed << said;
        };
        const QString none = QStringLiteral("Thing: none is chosen (the path of a file)");
        row("no file", ParamKind::File, {}, none);
        row("blanks", ParamKind::File, QStringLiteral("  "), none);
        row("file", ParamKind::File, path("mine.py"), {});
        row("file that is gone", ParamKind::File, path("gone.py"),
            QStringLiteral("Thing: '%1' is not there (the path of a file)").arg(path("gone.py")));
        row("folder as a file", ParamKind::File, path("pictures"), QStringLiteral("is not there"));
        row("no folder", ParamKind::Folder, {}, {});
        row("folder", ParamKind::Folder, path("pictures"), {});
        row("file as a folder", ParamKind::Folder, path("mine.py"), QStringLiteral("is not there (the path of a"));
        row("no command", ParamKind::Command, {}, QStringLiteral("Thing: nothing is there to run"));
        row("command", ParamKind::Command, QStringLiteral("sort --parallel={workers} 'a, b'"), {});
        row("open quote", ParamKind::Command, QStringLiteral("sort 'a"), QStringLiteral("Thing: 'sort 'a' is not"));
        row("no text", ParamKind::Text, {}, {});
    }
    void whatIsMissingIsSaidBeforeARun() {
        QFETCH(int, kind);
        QFETCH(QString, typed);
        QFETCH(QString, said);
        ParamField field(paramOf(static_cast<ParamKind>(kind)));
        editorOf<QLineEdit>(field).setText(typed);
        QCOMPARE(field.hasError(), !said.isEmpty());
        QVERIFY2(noteOf(field).contains(said), qPrintable(noteOf(field)));
    }

    void pathsCanBePicked() {
        ParamField field(paramOf(ParamKind::Folder));
        QVERIFY(field.findChild<PathEdit*>(QStringLiteral("param:thing")));
        auto* button = field.findChild<QToolButton*>(QStringLiteral("pick:thing"));
        QVERIFY(button);
        QVERIFY(!button->accessibleName().isEmpty());
        button->click();
        QVERIFY(field.findChild<QWidget*>(QStringLiteral("pathDialog")));
    }

    void placeholdersOfACommandAreExplained() {
        ParamField field(paramOf(ParamKind::Command));
        const QString tip = editorOf<QLineEdit>(field).toolTip();
        for (const char* word : {"What it is.", "{size}", "{workers}", "{backend}"})
            QVERIFY2(tip.contains(QLatin1String(word)), word);
    }

    void sourceBeginsWithWhatTheCatalogueHas() {
        ParamField field(paramOf(ParamKind::Code, "int f;\n"));
        auto& editor = editorOf<CodeEditor>(field);
        QCOMPARE(editor.toPlainText(), QStringLiteral("int f;\n"));
        QCOMPARE(field.values(), texts({"int f;\n"}));
        QSignalSpy edited(&field, &ParamField::edited);
        editor.selectAll();
        QTest::keyClick(&editor, Qt::Key_Delete);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(field.values(), texts({""}));  // and not the initial one
        QVERIFY(field.hasError());
        QVERIFY2(noteOf(field).contains(QStringLiteral("nothing is there to run")), qPrintable(noteOf(field)));
    }

    void severalTextsStayUntilTheyAreEdited() {
        ParamField field(paramOf(ParamKind::Text));
        field.setValues(texts({"a, b", "c"}));
        QCOMPARE(field.values(), texts({"a, b", "c"}));
        QVERIFY2(noteOf(field).contains(QStringLiteral("2 values; an edit makes them one")), qPrintable(noteOf(field)));
        editorOf<QLineEdit>(field).setText(QStringLiteral("d, e"));
        QCOMPARE(field.values(), texts({"d, e"}));
    }

    void compilerErrorsStandAtTheirLines() {
        ParamField field(paramOf(ParamKind::Code, "a\nb\nc\n"));
        const auto& editor = editorOf<CodeEditor>(field);
        field.showFailures({QStringLiteral(
            "snippet: line 2: expected ';' before '}' token; and more; line 3: no 'y'; line 3: no 'z'")});
        QCOMPARE(editor.marks().size(), std::size_t(2));
        QCOMPARE(editor.marks().at(2), QStringLiteral("expected ';' before '}' token; and more"));
        QCOMPARE(editor.marks().at(3), QStringLiteral("no 'y'\nno 'z'"));
        QVERIFY2(noteOf(field).contains(QStringLiteral("Line 3: no 'y'; no 'z'")), qPrintable(noteOf(field)));
        QVERIFY(!field.hasError());  // it may be run again: a compiler may have come
        QTest::keyClicks(&editorOf<CodeEditor>(field), QStringLiteral("x"));
        QVERIFY(editor.marks().empty());
        QVERIFY2(!noteOf(field).contains(QStringLiteral("Line")), qPrintable(noteOf(field)));
    }

    void errorsOfSeveralSourcesStandWhereTheyAreShown() {
        ParamField field(paramOf(ParamKind::Code));
        field.setValues(texts({"a\n", "b\nc\n", "d"}));
        const auto& editor = editorOf<CodeEditor>(field);
        field.showFailures({{}, QStringLiteral("snippet: line 2: no 'c'"), QStringLiteral("snippet: line 1: no 'd'")});
        QCOMPARE(editor.marks().size(), std::size_t(2));
        QCOMPARE(editor.document()->findBlockByNumber(editor.marks().begin()->first - 1).text(), QStringLiteral("c"));
        QCOMPARE(editor.document()->findBlockByNumber(editor.marks().rbegin()->first - 1).text(), QStringLiteral("d"));
        QVERIFY2(noteOf(field).contains(QStringLiteral("Line 5: no 'c'")), qPrintable(noteOf(field)));
    }

    void sourceThatNobodyEditedStaysAsItIs_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::newRow("lines of other systems") << QByteArray("a\r\nb\r\n");
        QTest::newRow("no-break space") << QByteArray("a\u00a0b\n");
        QTest::newRow("line separator") << QByteArray("a\u2028b\n");
        QTest::newRow("paragraph separator") << QByteArray("a\u2029b\n");
    }

    void sourceThatNobodyEditedStaysAsItIs() {
        QFETCH(QByteArray, source);
        ParamField field(paramOf(ParamKind::Code));
        field.setValues(texts({source.toStdString()}));
        QSignalSpy edited(&field, &ParamField::edited);
        auto& editor = editorOf<CodeEditor>(field);
        Q_EMIT editor.textChanged();  // as when it is coloured anew
        QCOMPARE(edited.size(), 0);
        QCOMPARE(field.values(), texts({source.toStdString()}));
        QTest::keyClicks(&editor, QStringLiteral("x"));
        editor.undo();
        QCOMPARE(edited.size(), 2);
        QCOMPARE(field.values(), texts({source.toStdString()}));
    }

    void reasonsWithoutALineStandBelow() {
        ParamField field(paramOf(ParamKind::Code, "a\n"));
        const QString reason = QStringLiteral("snippet: no C++ compiler is found (package g++ brings it)");
        field.showFailures({reason});
        QVERIFY(editorOf<CodeEditor>(field).marks().empty());
        QVERIFY2(noteOf(field).contains(reason), qPrintable(noteOf(field)));
        field.showFailures({});
        QVERIFY2(!noteOf(field).contains(reason), qPrintable(noteOf(field)));
    }
};

QTEST_MAIN(TestParamField)
#include "tst_param_field.moc"
