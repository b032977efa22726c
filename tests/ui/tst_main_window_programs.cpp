#include "core/experiment/codec.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_driver.h"
#include "ui/panels/code_editor.h"
#include "ui/panels/field_note.h"

#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace breakeven;

namespace {

constexpr int StartMilliseconds = 20'000;
constexpr int RunMilliseconds = 60'000;

}  // namespace

/// People's own programs in the window, measured by the real command line.
class TestMainWindowPrograms : public QObject, UiTest {
    Q_OBJECT

private:
    /// Ready for a short run.
    void prepare(WindowDriver& driver, const char* workload) const {
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.chooseWorkload(workload);
        driver.type("sizesEdit", QStringLiteral("10"));
        driver.the<QDoubleSpinBox>("maxSecondsBox").setValue(2);
        driver.the<QSpinBox>("launchesBox").setValue(1);
    }

    /// As far as it goes.
    void finish(WindowDriver& driver) const {
        QVERIFY(driver.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!driver.isRunning(), RunMilliseconds);
    }

    static bool isSaid(WindowDriver& driver, const QString& text) {
        const auto notes = driver.window.findChildren<FieldNote*>();
        return std::any_of(notes.begin(), notes.end(),
                           [&text](const FieldNote* note) { return !note->isHidden() && note->text().contains(text); });
    }

private Q_SLOTS:
    void initTestCase() {
        qputenv("XDG_CACHE_HOME", folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", folder.path().toUtf8());
    }

    void init() { failOnAnyWarning(); }

    void aSnippetIsWrittenRunAndMended() {
        WindowDriver driver;
        prepare(driver, "snippet");
        driver.choose({QStringLiteral("serial"), QStringLiteral("processes")});
        auto& editor = driver.the<CodeEditor>("param:source");
        editor.setFocus();
        editor.selectAll();
        QTest::keyClicks(&editor, QStringLiteral("double f(double x) { return x + y; }"));
        QTest::keyClick(&editor, Qt::Key_Return, Qt::ControlModifier);
        finish(driver);
        QCOMPARE(editor.marks().size(), std::size_t(1));
        QVERIFY(editor.marks().contains(1));
        QVERIFY(isSaid(driver, QStringLiteral("Line 1: ")));
        QCOMPARE(driver.window.focusWidget(), &editor);

        editor.moveCursor(QTextCursor::Start);
        editor.find(QStringLiteral("y"));
        QTest::keyClicks(&editor, QStringLiteral("x"));
        QVERIFY(editor.marks().empty());
        QVERIFY(!isSaid(driver, QStringLiteral("Line 1: ")));
        QTest::keyClick(&editor, Qt::Key_Return, Qt::ControlModifier);
        finish(driver);
        QVERIFY2(driver.window.session().failure().isEmpty(), qPrintable(driver.window.session().failure()));
        QVERIFY(editor.marks().empty());
        QCOMPARE(driver.rows(), 2);
    }

    void theFocusStaysWhereItWasMovedTo() {
        WindowDriver driver;
        prepare(driver, "square");
        driver.the<QLineEdit>("workersEdit").setFocus();
        driver.click(driver.runButton());
        driver.the<QLineEdit>("yourSizeEdit").setFocus();
        finish(driver);
        QCOMPARE(driver.window.focusWidget(), &driver.the<QLineEdit>("yourSizeEdit"));
    }

    void aProgramOfAFileRunsAfterAYesOnly() {
        QFile program(path("theirs.sh"));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write(("echo run >> '" + path("traces") + "'\n").toUtf8());
        program.close();
        ExperimentSpec spec;
        spec.name = "theirs";
        spec.cases.emplace_back().workload = "command";
        spec.cases[0].params["command"] = {"sh " + path("theirs.sh").toStdString()};
        spec.cases[0].backends = {"serial"};
        spec.cases[0].sizes = "1";
        spec.stopping = {.minSamples = 1, .maxSamples = 2, .maxTime = Seconds(2), .launches = 1};
        QFile file(path("theirs.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(writeSpec(spec)));
        file.close();

        WindowDriver driver(path("theirs.json"));
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        const auto box = [&driver] { return driver.window.findChild<QDialog*>(QStringLiteral("trustBox")); };
        driver.click(driver.runButton());
        finish(driver);
        QTRY_VERIFY(box());
        QVERIFY(!QFile::exists(path("traces")));
        QCOMPARE(driver.window.session().failure(), QString());
        driver.click(driver.the<QPushButton>("trustNo"));
        QTRY_VERIFY(!box());
        QVERIFY(driver.window.session().failure().startsWith(QStringLiteral("Not run: ")));
        QVERIFY(!driver.isRunning());

        driver.click(driver.runButton());
        finish(driver);
        QTRY_VERIFY(box());
        QVERIFY(program.open(QIODevice::Append));
        program.write("# not what was shown\n");
        program.close();
        driver.click(driver.the<QPushButton>("trustYes"));
        finish(driver);
        QTRY_VERIFY(box());
        QVERIFY(!QFile::exists(path("traces")));
        driver.click(driver.the<QPushButton>("trustYes"));
        finish(driver);
        QVERIFY2(driver.window.session().failure().isEmpty(), qPrintable(driver.window.session().failure()));
        QVERIFY(QFile::exists(path("traces")));

        driver.click(driver.runButton());  // a yes holds as long as the program stays as it is
        finish(driver);
        QVERIFY(!box());
        QVERIFY2(driver.window.session().failure().isEmpty(), qPrintable(driver.window.session().failure()));
    }

    void whatIsTypedHereIsTrusted() {
        WindowDriver driver;
        prepare(driver, "command");
        driver.type("param:command", QStringLiteral("echo {size}"));
        QTest::keyClick(&driver.the<QLineEdit>("param:command"), Qt::Key_Return, Qt::ControlModifier);
        finish(driver);
        QVERIFY(!driver.window.findChild<QDialog*>(QStringLiteral("trustBox")));
        QVERIFY2(driver.window.session().failure().isEmpty(), qPrintable(driver.window.session().failure()));
        QVERIFY(driver.rows() > 0);
    }
};

QTEST_MAIN(TestMainWindowPrograms)
#include "tst_main_window_programs.moc"
