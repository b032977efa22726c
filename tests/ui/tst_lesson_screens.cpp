// Pictures of the lessons and of the presenter: every step, both themes, in German, and at the sizes of projectors.
#include "tests/ui/plots/chart_pointer.h"
#include "tests/ui/screens.h"
#include "tests/ui/small_lessons.h"
#include "ui/language.h"
#include "ui/panels/chart_tabs.h"
#include "ui/presenter.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPushButton>

using namespace breakeven;

namespace {

QString tag() {
    return QLatin1String(QTest::currentDataTag());
}

}  // namespace

class TestLessonScreens : public QObject, Screens {
    Q_OBJECT

    QTemporaryDir m_resources;
    SmallLessons m_lessons{m_resources.path(), 16};

    static Presenter& present(WindowDriver& driver, QSize size) {
        driver.trigger("presenterAction");
        auto& presenter = driver.the<Presenter>("presenterView");
        presenter.setWindowState(Qt::WindowNoState);
        presenter.resize(size);
        return presenter;
    }

    /// Every step of the first lesson, with a drawn prediction, both runs and the answer.
    static void walkLesson(const QString& name, QSize size) {
        WindowDriver driver;
        driver.window.resize(size);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        const auto shown = [&](const char* what) {
            picture(driver.window, QStringLiteral("lesson-%1-%2").arg(name, QLatin1String(what)));
        };
        const auto press = [&](const char* button) { driver.click(driver.the<QAbstractButton>(button)); };
        const auto& goesOn = driver.the<QPushButton>("lessonContinue");
        driver.trigger("lessonsAction");
        shown("0-list");
        QTest::keyClick(&driver.the<QListWidget>("lessonList"), Qt::Key_Return);
        shown("1-question");
        press("lessonContinue");
        QTest::qWait(50);
        ChartPointer pointer(driver.the<ChartView>("lessonChart"));
        pointer.drag(pointer.at(10, 0.05), pointer.at(30'000, 1.9));
        shown("2-prediction");
        press("lessonContinue");
        press("lessonRun");
        QTRY_VERIFY_WITH_TIMEOUT(goesOn.isEnabled(), RunMilliseconds);
        shown("3-run");
        press("lessonContinue");
        shown("4-measured");
        press("lessonContinue");
        QTest::keyClick(&driver.the<QAbstractButton>("lessonSwitch"), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(goesOn.isEnabled(), RunMilliseconds);
        shown("5-switch");
        press("lessonContinue");
        shown("6-check");
        press("lessonContinue");
        shown("7-next");
        picture(present(driver, QSize(1920, 1080)), QStringLiteral("lesson-%1-presenter").arg(name));
        driver.trigger("presenterAction");
    }

private Q_SLOTS:
    void initTestCase() { measureRun(); }

    void init() {
        failOnAnyWarning();
        QSettings().clear();
        storeFirstStart(false);
        qputenv("XDG_STATE_HOME", path(QTest::currentTestFunction()).toUtf8() + QTest::currentDataTag());
    }

    void cleanup() { applyTheme(Theme::Light); }

    void presenter_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("4-3") << QSize(1024, 768);
        QTest::newRow("16-9") << QSize(1920, 1080);
    }
    void presenter() {
        QFETCH(QSize, size);
        applyTheme(Theme::Dark);
        WindowDriver driver;
        showRun(driver, QSize(1280, 720));
        for (const char* chart : {"runtime", "speedup", "heat-map", "distribution"}) {
            driver.the<ChartTabs>("chartTabs").showChart(chart);
            picture(present(driver, size), QStringLiteral("presenter-%1-%2").arg(tag(), QLatin1String(chart)));
            driver.trigger("presenterAction");
        }
        Presenter& shown = present(driver, size);
        QTest::keyClick(&shown, Qt::Key_Right);
        picture(shown, QStringLiteral("presenter-%1-lesson").arg(tag()));
        shown.setLesson(
            QStringLiteral("Die Warteschlange der Arbeiterprozesse lohnt sich auf dieser Maschine erst ab 31 000 "
                           "Elementen (28 000–36 000) mit vier Arbeitern, und auch dann nur bei teuren Elementen"),
            QStringLiteral("Lektion 12 von 16 · Was das Verschicken einer Liste kostet"));
        picture(shown, QStringLiteral("presenter-%1-long").arg(tag()));
    }

    void lessons_data() {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1440x900") << int(Theme::Light) << QSize(1440, 900);
        QTest::newRow("dark-1280x720") << int(Theme::Dark) << QSize(1280, 720);
    }
    void lessons() {
        QFETCH(int, theme);
        QFETCH(QSize, size);
        applyTheme(static_cast<Theme>(theme));
        walkLesson(tag(), size);
    }

    /// The last one: a language is for a whole life of the program.
    void german() {
        storeLanguage(QStringLiteral("de"));
        installTranslations(*qApp);
        walkLesson(QStringLiteral("german"), QSize(1440, 900));
    }
};

QTEST_MAIN(TestLessonScreens)
#include "tst_lesson_screens.moc"
