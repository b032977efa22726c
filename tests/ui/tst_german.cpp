// The window in German: pictures of every state, and not one English sentence in them.
#include "core/io/report.h"
#include "core/plots/plots.h"
#include "tests/ui/german_texts.h"
#include "tests/ui/screens.h"
#include "ui/language.h"
#include "ui/panels/chart_tabs.h"
#include "ui/plots/report_document.h"
#include "ui/settings.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextBrowser>
#include <QTextDocument>

using namespace breakeven;

namespace {

/// Texts of the window that have another German, and are no German of another text.
const QSet<QString>& englishTexts() {
    static const QSet<QString> all = [] {
        QSet<QString> english, german;
        for (const GermanText& text : entriesOf(germanTexts())) {
            english += QString(text.source).remove(u'&');
            german += QString(text.translation).remove(u'&');
        }
        return english - german;
    }();
    return all;
}

/// Those of them that are English: translated texts, and sentences with words that German does not have.
QString englishOf(const QStringList& texts, const QSet<QString>& translated = englishTexts()) {
    static const QRegularExpression words(
        QStringLiteral("\\b(the|of|is|are|and|with|than|which|not|this|that|its|to|has|have|were|be|on|by)\\b"));
    QStringList english;
    for (const QString& text : texts)
        if ((text.contains(words) || translated.contains(QString(text).remove(u'&'))) && !english.contains(text))
            english += text;
    return english.join(u'\n');
}

QString englishIn(const QWidget& window) {
    QStringList texts;
    for (const QWidget* widget : window.findChildren<QWidget*>())
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
    for (const QLabel* label : window.findChildren<QLabel*>())
        texts += label->text();
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        texts += button->text();
    for (const QAction* action : window.findChildren<QAction*>())
        texts << action->text() << action->toolTip();
    for (const QTabBar* tabs : window.findChildren<QTabBar*>())
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts << tabs->tabText(tab) << tabs->tabToolTip(tab);
    for (const QTextBrowser* page : window.findChildren<QTextBrowser*>())
        texts += page->toPlainText();
    for (const QPlainTextEdit* edit : window.findChildren<QPlainTextEdit*>())
        texts << edit->toPlainText() << edit->placeholderText();
    for (const QAbstractItemView* view : window.findChildren<QAbstractItemView*>()) {
        const QAbstractItemModel* model = view->model();
        for (int column = 0; model != nullptr && column < model->columnCount(); ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
                texts += model->headerData(column, Qt::Horizontal, role).toString();
        for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex cell = model->index(row, column);
                texts << cell.data().toString() << cell.data(Qt::ToolTipRole).toString();
            }
        }
    }
    return englishOf(texts);
}

QString englishIn(const Plot& plot) {
    QStringList texts{spoken(plot.title), spoken(plot.note), spoken(plot.x.title), spoken(plot.y.title)};
    for (const Series& series : plot.series) {
        texts += spoken(series.label);
        for (const PlotPoint& point : series.points)
            texts += spoken(point.note.text());
    }
    for (const Guide& guide : plot.guides)
        texts += spoken(guide.label);
    for (const Bound& bound : plot.bounds)
        texts += spoken(bound.label);
    for (const Marker& marker : plot.markers)
        texts << spoken(marker.label) << spoken(marker.what);
    for (const Box& box : plot.boxes)
        texts << spoken(box.label) << spoken(box.value) << spoken(box.note);
    if (plot.heatMap) {
        for (const Cell& cell : plot.heatMap->cells)
            texts += spoken(cell.note);
    }
    return englishOf(texts);
}

}  // namespace

class TestGerman : public QObject, Screens {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        measureRun();
        QSettings().clear();
        storeLanguage(QStringLiteral("de"));
        storeFirstStart(false);
        installTranslations(*qApp);
    }

    void init() { failOnAnyWarning(); }

    void windowAndDialogs() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        driver.type("yourSizeEdit", QStringLiteral("50000"));
        picture(driver.window, QStringLiteral("german-1440x900"));
        driver.window.resize(1280, 720);
        picture(driver.window, QStringLiteral("german-1280x720"));
        QCOMPARE(englishIn(driver.window), QString());
        for (const char* action :
             {"settingsAction", "shortcutsAction", "helpAction", "machineTrustAction", "aboutAction"}) {
            const bool isRaised = QByteArray(action) != "aboutAction";
            if (isRaised) QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
            driver.trigger(action);
            auto* dialog = QApplication::activeWindow();
            QTRY_VERIFY((dialog = QApplication::activeWindow()) != &driver.window && dialog != nullptr);
            picture(*dialog, QStringLiteral("german-%1").arg(QLatin1String(action)));
            QCOMPARE(englishIn(*dialog), QString());
            dialog->close();
        }
    }

    void everyChart() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        const Results& results = driver.window.session().results();
        for (const PlotEntry& entry : plots()) {
            tabs.showChart(entry.info.id);
            picture(driver.window, QStringLiteral("german-%1").arg(QLatin1String(entry.info.id.c_str())));
            QCOMPARE(englishIn(entry.draw(results, {})), QString());
        }
        tabs.showTimeline(recordedTrial(results));
        picture(driver.window, QStringLiteral("german-timeline"));
        QCOMPARE(englishIn(driver.window), QString());
    }

    void everyDock() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        for (const char* name : {"samplesDock", "historyDock", "logDock", "whatIfDock"}) {
            driver.the<QDockWidget>(name).raise();
            picture(driver.window, QStringLiteral("german-%1").arg(QLatin1String(name)));
            QCOMPARE(englishIn(driver.window), QString());
        }
    }

    void everyExperiment() {
        WindowDriver driver;
        driver.window.resize(1280, 720);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        picture(driver.window, QStringLiteral("german-empty"));
        for (const NamedInfo& experiment : driver.window.session().catalog().experiments) {
            driver.window.session().openExperiment(experiment.id);
            QCOMPARE(englishIn(driver.window), QString());
        }
        driver.type("sizesEdit", QStringLiteral("-5"));
        driver.window.session().open(path("nothing.jsonl"));
        picture(driver.window, QStringLiteral("german-failed"));
        QCOMPARE(englishIn(driver.window), QString());
    }

    void aRun() {
        WindowDriver driver;
        driver.window.resize(1440, 900);
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        driver.type("sizesEdit", QStringLiteral("10:1e7"));
        driver.click(driver.runButton());
        QTRY_VERIFY_WITH_TIMEOUT(driver.rows() > 4, RunMilliseconds);
        picture(driver.window, QStringLiteral("german-running"));
        QCOMPARE(englishIn(driver.window), QString());
        driver.click(driver.stopButton());
        QTRY_VERIFY_WITH_TIMEOUT(!driver.isRunning(), RunMilliseconds);
        picture(driver.window, QStringLiteral("german-stopped"));
        QCOMPARE(englishIn(driver.window), QString());
    }

    void runsBesideEachOther() {
        WindowDriver driver;
        showRun(driver, QSize(1440, 900));
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        const Results& results = driver.window.session().results();
        const std::vector<NamedResults> runs{{"heute", results}, {"gestern", results}};
        tabs.showOverlay(runs);
        picture(driver.window, QStringLiteral("german-overlay"));
        tabs.showComparison(runs);
        picture(driver.window, QStringLiteral("german-comparison"));
        QCOMPARE(englishIn(driver.window), QString());
    }

    void aReport() {
        WindowDriver driver;
        showRun(driver, QSize(1280, 720));
        const Results& results = driver.window.session().results();
        QTextDocument pages;
        pages.setPageSize(QSizeF(600, 800));
        writeReport(pages, reportOf(results), {});
        QVERIFY(pages.toPlainText().contains(QStringLiteral("Befunde")));
        QCOMPARE(englishOf(pages.toPlainText().split(u'\n')), QString());
    }

    void aReportInAFile() {
        WindowDriver driver;
        showRun(driver, QSize(1280, 720));
        for (const char* name : {"report.html", "report.md"}) {
            driver.window.session().saveResults(path(name));
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QString text = QString::fromUtf8(file.readAll());
            QVERIFY2(text.contains(QStringLiteral("Befunde")), name);
            static const QRegularExpression words(QStringLiteral("id=\"words\">\\{.*?\\}<"));  // both languages
            static const QRegularExpression unsaid(
                QStringLiteral("<(style|pre)>.*?</\\1>|<script>.*?</script>|id=\"file-.*?</script>"),
                QRegularExpression::DotMatchesEverythingOption);
            text.remove(words).remove(unsaid);
            const QStringList parts = text.split(QRegularExpression(QStringLiteral("[\n<>\"|]")));
            QCOMPARE(englishOf(parts, {}), QString());  // some are ids
        }
    }
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
