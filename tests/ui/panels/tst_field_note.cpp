#include "tests/ui/ui_test.h"
#include "ui/panels/field_note.h"
#include "ui/theme.h"

#include <QVBoxLayout>

using namespace breakeven;

namespace {

QColor inkOf(const FieldNote& note) {
    return note.palette().color(QPalette::WindowText);
}

}  // namespace

class TestFieldNote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        applyTheme(Theme::Light);
    }

    void hintsAreGreyAndErrorsRed() {
        FieldNote note;
        note.setHint(QStringLiteral("2 sizes: 10, 100"));
        QVERIFY(!note.hasError());
        QCOMPARE(inkOf(note), mutedColour(false));
        note.setError(QStringLiteral("sizes: '0' is not allowed"));
        QVERIFY(note.hasError());
        QCOMPARE(note.text(), QStringLiteral("sizes: '0' is not allowed"));
        QCOMPARE(inkOf(note), errorColour(false));
        note.setHint(QStringLiteral("2 sizes: 10, 100"));
        QVERIFY(!note.hasError());
        QCOMPARE(inkOf(note), mutedColour(false));
    }

    void nothingTakesNoRoom() {
        QWidget window;
        QVBoxLayout column(&window);
        FieldNote note(&window);
        column.addWidget(&note);
        note.setHint(QStringLiteral("one line"));
        window.show();
        QVERIFY(note.isVisible());
        note.setHint({});
        QVERIFY(!note.isVisible());
        note.setError(QStringLiteral("one line"));
        QVERIFY(note.isVisible());
    }

    void whatWasTypedIsNoMarkup() {
        FieldNote note;
        note.setError(QStringLiteral("sizes: '<b>10</b>' is not allowed"));
        QCOMPARE(note.textFormat(), Qt::PlainText);
    }

    void colourFollowsTheTheme() {
        FieldNote note;
        note.setError(QStringLiteral("wrong"));
        applyTheme(Theme::Dark);
        QTRY_COMPARE(inkOf(note), errorColour(true));
    }
};

QTEST_MAIN(TestFieldNote)
#include "tst_field_note.moc"
