/// Pictures of the window, left in tests/screens of the build folder, and what can be told of them by itself: nothing
/// is cut, nothing is blank.
#pragma once

#include "tests/ui/ui_test.h"
#include "tests/ui/window_driver.h"

#include <QAbstractButton>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLayout>
#include <QProcess>
#include <QSet>
#include <QTest>
#include <QWidget>

namespace breakeven {

class Screens : public UiTest {
protected:
    static constexpr int StartMilliseconds = 20'000;
    static constexpr int RunMilliseconds = 60'000;

    /// The experiment first-look, measured once, as it is or otherwise.
    void measureRun(const QStringList& options = {}, const QString& name = QStringLiteral("run.jsonl")) {
        m_run = path(name.toLatin1().constData());
        QProcess measure;
        measure.start(qEnvironmentVariable("BREAKEVEN_CLI"),
                      QStringList{QStringLiteral("run"), QStringLiteral("first-look"), QStringLiteral("--history"),
                                  QStringLiteral("none"), QStringLiteral("--progress"), QStringLiteral("never"),
                                  QStringLiteral("--out"), m_run} +
                          options);
        QVERIFY(measure.waitForFinished(RunMilliseconds));
        QCOMPARE(measure.exitCode(), 0);
    }

    void showRun(WindowDriver& driver, QSize size) const {
        driver.window.resize(size);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.window.session().open(m_run);
        QVERIFY2(driver.window.session().failure().isEmpty(), qPrintable(driver.window.session().failure()));
    }

    /// The last one of which a pass was recorded.
    static int recordedTrial(const Results& results) {
        int last = -1;
        for (const TrialResult& result : results.trials())
            if (!result.profiles.empty()) last = result.trial.id;
        return last;
    }

    const QString& run() const { return m_run; }  ///< its file
    void setRun(const QString& file) { m_run = file; }

    /// As it looks, in a file of this name.
    static void picture(QWidget& window, const QString& name) {
        QTest::qWait(50);  // lines that wrap ask for their room in a second round
        const QImage shown = window.grab().toImage();
        QVERIFY(QDir().mkpath(QStringLiteral("screens")));
        QVERIFY(shown.save(QStringLiteral("screens/%1.png").arg(name)));
        QVERIFY2(coloursIn(shown) > 20, qPrintable(name));
        const QStringList cut = cutWidgets(window) + overlaps(window);
        QVERIFY2(cut.isEmpty(), qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral("; "))));
    }

private:
    /// Widgets in sight whose text has less room than it asks for.
    static QStringList cutWidgets(const QWidget& window) {
        QStringList cut;
        const auto check = [&cut](const QWidget& widget, const QString& text) {
            const QSize least = widget.minimumSizeHint();
            if (widget.width() >= least.width() && widget.height() >= least.height()) return;
            cut += QStringLiteral("%1 “%2” has %3×%4 of %5×%6")
                       .arg(widget.objectName(), text)
                       .arg(widget.width())
                       .arg(widget.height())
                       .arg(least.width())
                       .arg(least.height());
        };
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty()) continue;
            if (!label->wordWrap()) check(*label, label->text());
            if (label->wordWrap() && label->height() < label->heightForWidth(label->width()))
                cut += QStringLiteral("%1 “%2” lacks lines").arg(label->objectName(), label->text());
        }
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
            if (button->isVisible() && !button->text().isEmpty()) check(*button, button->text());
        return cut;
    }

    /// Widgets that lie upon another one beside which they were laid out, or beyond the one that they are laid out in.
    static QStringList overlaps(const QWidget& window) {
        QStringList found;
        for (const QWidget* parent : window.findChildren<QWidget*>()) {
            if (!parent->isVisible() || !parent->layout() || parent->inherits("QTabWidget")) continue;
            QList<const QWidget*> placed;
            addPlaced(*parent->layout(), placed);
            for (const QWidget* widget : placed) {
                const auto name = [](const QWidget* each) {
                    return QStringLiteral("%1 %2").arg(QLatin1String(each->metaObject()->className()),
                                                       each->objectName());
                };
                if (!parent->rect().contains(widget->geometry())) found += name(widget) + QStringLiteral(" is cut off");
                for (const QWidget* other : placed)
                    if (widget < other && widget->geometry().intersects(other->geometry()))
                        found += name(widget) + QStringLiteral(" lies upon ") + name(other);
            }
        }
        return found;
    }

    static void addPlaced(const QLayout& layout, QList<const QWidget*>& placed) {
        for (int place = 0; place < layout.count(); ++place) {
            QLayoutItem* item = layout.itemAt(place);
            if (item->layout()) addPlaced(*item->layout(), placed);
            if (item->widget() && item->widget()->isVisible()) placed += item->widget();
        }
    }

    static qsizetype coloursIn(const QImage& picture) {
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 7)
            for (int x = 0; x < picture.width(); x += 7)
                colours.insert(picture.pixel(x, y));
        return colours.size();
    }

    QString m_run;
};

}  // namespace breakeven
