#include "tests/ui/ui_test.h"
#include "ui/theme.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QProgressBar>
#include <QToolTip>

#include <algorithm>

using namespace breakeven;

namespace {

Rgb rgbOf(const QColor& colour) {
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

double contrast(const QColor& a, const QColor& b) {
    return breakeven::contrast(rgbOf(a), rgbOf(b));
}

}  // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void wordsReadBack() {
        for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark}) {
            QCOMPARE(themeFromWord(themeWord(theme)), std::optional(theme));
        }
        QVERIFY(!themeFromWord(u"neon"));
    }

    void textCanBeRead_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textCanBeRead() {
        QFETCH(bool, dark);
        applyTheme(dark ? Theme::Dark : Theme::Light);
        const QPalette palette = QApplication::palette();
        QCOMPARE(isDark(palette), dark);
        for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            const QColor paper = palette.color(ground);
            QVERIFY(contrast(palette.color(QPalette::Text), paper) >= 4.5);
            QVERIFY(contrast(palette.color(QPalette::PlaceholderText), paper) >= 4.5);
            QVERIFY(contrast(errorColour(dark), paper) >= 4.5);
            QVERIFY(contrast(mutedColour(dark), paper) >= 4.5);
        }
        const CodeColours code = codeColours(dark);
        for (const QColor& colour : {code.keyword, code.text, code.number, code.comment})
            QVERIFY(contrast(colour, palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    }

    void theProgressIsAsLongAsItsShare_data() {
        QTest::addColumn<int>("value");
        for (const int value : {0, 25, 100})
            QTest::addRow("%d %%", value) << value;
    }

    void theProgressIsAsLongAsItsShare() {
        QFETCH(int, value);
        applyTheme(Theme::Light);
        QProgressBar bar;
        bar.setTextVisible(false);
        bar.setRange(0, 100);
        bar.setValue(value);
        bar.resize(200, 10);
        const QImage picture = bar.grab().toImage();
        int done = 0;
        for (int x = 0; x < picture.width(); ++x) {
            const QColor colour = picture.pixelColor(x, 5);
            done += colour == bar.palette().color(QPalette::Highlight);
            QVERIFY(colour == bar.palette().color(x < done ? QPalette::Highlight : QPalette::Mid));
        }
        QCOMPARE(done, 2 * value);
    }

    void tipsAreNoMarkup() {
        applyTheme(Theme::Light);
        QWidget widget;
        widget.resize(200, 100);
        widget.show();
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
        QToolTip::showText(widget.mapToGlobal(QPoint(5, 5)), QStringLiteral("<b>loud</b>"), &widget);
        const QWidgetList all = QApplication::allWidgets();
        const auto tip =
            std::find_if(all.begin(), all.end(), [](const QWidget* w) { return w->inherits("QTipLabel"); });
        QVERIFY(tip != all.end());
        QCOMPARE(qobject_cast<QLabel*>(*tip)->textFormat(), Qt::PlainText);
        QToolTip::hideText();
    }

    void daylightIsReadFromTheBackOfTheRoom() {
        applyTheme(Theme::Dark);
        const QPalette palette = daylightPalette();
        QCOMPARE(groundOf(palette), Ground::Light);
        for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base, QPalette::Button})
            for (const QPalette::ColorRole ink :
                 {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
                QVERIFY(contrast(palette.color(ink), palette.color(ground)) >= 7);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
