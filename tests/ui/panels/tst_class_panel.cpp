#include "core/io/formats.h"
#include "tests/support/class_runs.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/chart_tabs.h"
#include "ui/panels/class_panel.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/row_picture.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableWidget>
#include <QToolButton>

#include <memory>

using namespace breakeven;

class TestClassPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("in")));
        for (const Learner& learner : thirtyLearners())
            QVERIFY(writeResults(eventsOf(learner), path(("in/" + learner.name + ".jsonl").c_str()).toStdString()));
        QFile notes(path("in/notes.json"));
        QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write("[]") == 2);
    }

    void init() {
        failOnAnyWarning();
        m_session = std::make_unique<Session>();
        m_panel = std::make_unique<ClassPanel>(*m_session);
        m_panel->resize(1000, 700);
        m_panel->show();
    }
    void cleanup() {
        m_panel.reset();
        m_session.reset();
    }

    void beforeRunsAreThereItInvites() {
        QCOMPARE(m_panel->headline(), QStringLiteral("No runs of a class yet"));
        QVERIFY(the<QLabel>("classNote").text().contains(QStringLiteral("Drop the run files")));
        for (const char* name : {"classTableButton", "classReportButton"})
            QVERIFY(!the<QPushButton>(name).isEnabled());
    }

    void aFolderIsShownWhole() {
        read({path("in")});
        QVERIFY(m_panel->headline().startsWith(QStringLiteral("tbb ×4–8 pays off from ")));
        QVERIFY(m_panel->headline().endsWith(QStringLiteral("30 runs on 2 kinds of machine")));
        QCOMPARE(m_panel->frontView()->plot().series.size(), std::size_t{31});
        QCOMPARE(the<RowPicture>("classBreakEvens").plot().boxes.size(), std::size_t{3});
        auto& machines = the<QTableWidget>("classMachines");
        QCOMPARE(machines.rowCount(), 2);
        QCOMPARE(machines.item(0, 0)->text(), QStringLiteral("Intel Core i5-8250U, 4 CPUs"));
        QCOMPARE(machines.item(0, 1)->text(), QStringLiteral("25"));
        QCOMPARE(the<QTableWidget>("classRuns").rowCount(), 30);
        auto& far = the<QListWidget>("classOutliers");
        QVERIFY(far.count() >= 1);
        for (int i = 0; i < far.count(); ++i)
            QVERIFY(far.item(i)->text().startsWith(QStringLiteral("zoe: ")));
        QVERIFY(far.item(0)->text().contains(QStringLiteral("Frequency governor: powersave (24 others: performance)")));
        QCOMPARE(the<QListWidget>("classLeftOut").count(), 1);
        QVERIFY(the<QListWidget>("classLeftOut").item(0)->text().startsWith(QStringLiteral("notes.json: ")));
    }

    void runsAreSortedByTheirNumbers() {
        read({path("in")});
        auto& runs = the<QTableWidget>("classRuns");
        runs.sortByColumn(3, Qt::DescendingOrder);
        QCOMPARE(runs.item(0, 0)->text(), QStringLiteral("zoe"));
        double last = 1e300;
        for (int row = 0; row < runs.rowCount(); ++row) {
            const double own = runs.item(row, 3)->data(Qt::UserRole).toDouble();
            QVERIFY(own <= last);
            last = own;
        }
    }

    void aSwitchTakesTheNamesAway() {
        read({path("in")});
        QTest::mouseClick(&the<QCheckBox>("classAnonymous"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(the<QCheckBox>("classAnonymous").isChecked());
        QStringList shown;
        for (int i = 0; i < the<QListWidget>("classOutliers").count(); ++i)
            shown += the<QListWidget>("classOutliers").item(i)->text();
        auto& runs = the<QTableWidget>("classRuns");
        for (int row = 0; row < runs.rowCount(); ++row)
            shown += runs.item(row, 0)->text();
        for (const Series& series : m_panel->frontView()->plot().series)
            shown += QString::fromStdString(series.label);
        for (const Box& box : the<RowPicture>("classBreakEvens").plot().boxes)
            shown += QString::fromStdString(box.note);
        for (const char* name : {"anna", "ben", "zoe"})
            QVERIFY2(shown.filter(QLatin1String(name)).isEmpty(), name);
        QVERIFY(shown.contains(QStringLiteral("Learner 30")));
        QCOMPARE(m_panel->summary().leftOut.front().name, std::string("Learner 31"));  // as it is saved
        QVERIFY(the<QListWidget>("classLeftOut").item(0)->text().startsWith(QStringLiteral("notes.json: ")));
        QTest::mouseClick(&the<QCheckBox>("classAnonymous"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(the<QListWidget>("classOutliers").item(0)->text().startsWith(QStringLiteral("zoe: ")));
    }

    void whatIsShownIsSaved_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("dialog");
        QTest::addColumn<QString>("file");
        QTest::newRow("table") << "classTableButton"
                               << "classTableDialog"
                               << "class.csv";
        QTest::newRow("page") << "classReportButton"
                              << "classReportDialog"
                              << "class.html";
    }

    void whatIsShownIsSaved() {
        QFETCH(QString, button);
        QFETCH(QString, dialog);
        QFETCH(QString, file);
        read({path("in")});
        the<QCheckBox>("classAnonymous").setChecked(true);
        QSignalSpy logged(m_session.get(), &Session::logged);
        QTest::mouseClick(&the<QPushButton>(qPrintable(button)), Qt::LeftButton);
        auto* asked = m_panel->findChild<QFileDialog*>(dialog);
        QVERIFY(asked != nullptr);
        Q_EMIT asked->fileSelected(path(qPrintable(file)));
        asked->close();
        QVERIFY(!logged.isEmpty());
        QFile saved(path(qPrintable(file)));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray text = saved.readAll();
        QVERIFY(text.contains("Learner 30") && !text.contains("zoe"));
    }

    void anotherCurveCanBeChosen() {
        for (const char* name : {"a.jsonl", "b.jsonl"}) {
            std::vector<Event> events = eventsOf({name});
            int offset = 1000;
            for (Event& event : std::vector<Event>(events)) {
                if (auto* trial = std::get_if<TrialStarted>(&event); trial && trial->trial.backend == "tbb") {
                    trial->trial.backend = "threads";
                    trial->trial.id += offset;
                    events.insert(events.end() - 1, event);
                } else if (auto* sample = std::get_if<Sample>(&event); sample && sample->trial % 2 == 1) {
                    sample->trial += offset;
                    events.insert(events.end() - 1, event);
                }
            }
            QVERIFY(writeResults(events, path(name).toStdString()));
        }
        read({path("a.jsonl"), path("b.jsonl")});
        auto& box = the<QComboBox>("classCurveBox");
        QCOMPARE(box.count(), 2);
        const std::string before = m_panel->frontView()->plot().id;
        box.setFocus();
        QTest::keyClick(&box, box.currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(m_panel->frontView()->plot().id != before);
        QCOMPARE(the<QTableWidget>("classRuns").rowCount(), 2);
    }

    void whatCannotBeReadIsSaid() {
        m_panel->showFiles({path("missing")});
        QTRY_VERIFY(the<QLabel>("classNote").text().contains(QStringLiteral("No such file")));
        QVERIFY(m_panel->summary().runs.empty());
    }

    /// Files that are still being read when others are wanted, or the window closes, hold nothing up.
    void readingAnewForgetsWhatWasRead() {
        QSignalSpy changed(m_panel.get(), &ClassPanel::changed);
        m_panel->showFiles({path("in")});
        m_panel->showFiles({path("in/zoe.jsonl"), path("in/ben0.jsonl")});
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->summary().runs.size(), std::size_t{2}, 60'000);
        QCoreApplication::processEvents();
        QCOMPARE(m_panel->summary().runs.size(), std::size_t{2});
        QCOMPARE(changed.size(), 3);  // emptied twice, filled once
        m_panel->showFiles({path("in")});
        m_panel.reset();
    }

    void theTabIsMadeWhenFirstAsked() {
        ChartTabs tabs(*m_session);
        tabs.resize(1000, 700);
        tabs.show();
        QVERIFY(tabs.findChild<ClassPanel*>() == nullptr);
        tabs.showClass({path("in")});
        auto* panel = tabs.findChild<ClassPanel*>();
        QVERIFY(panel != nullptr && tabs.currentWidget() == panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->summary().runs.size(), std::size_t{30}, 60'000);
        QCOMPARE(tabs.frontView(), panel->frontView());
        QVERIFY(tabs.saveFront(path("class.svg")));
        QSignalSpy changed(&tabs, &ChartTabs::frontChanged);
        panel->findChild<QTabWidget*>(QStringLiteral("classCharts"))->setCurrentIndex(1);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(tabs.frontPlot()->boxes.size(), std::size_t{3});
        QVERIFY(tabs.saveFront(path("break-evens.svg")));
        QFile saved(path("break-evens.svg"));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(!saved.readAll().contains("Anonymous"));  // the chart alone, not the panel around it
        QSignalSpy wanted(&tabs, &ChartTabs::pictureWanted);
        auto* rows = panel->findChild<RowPicture*>();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(9, 9), rows->mapToGlobal(QPoint(9, 9)));
        expectMenu();
        QCoreApplication::sendEvent(rows, &event);
        rows->findChild<QAction*>(QStringLiteral("chartSavePicture"))->trigger();
        QCOMPARE(wanted.count(), 1);
        delete rows->findChild<QMenu*>(QStringLiteral("chartMenu"));
        QTest::mouseClick(tabs.findChild<QToolButton*>(QStringLiteral("closeClass")), Qt::LeftButton);
        QVERIFY(tabs.currentWidget() != panel);
    }

private:
    template <class T>
    T& the(const char* name) {
        auto* found = m_panel->findChild<T*>(QLatin1String(name));
        if (!found) qFatal("%s", name);
        return *found;
    }

    void read(const QStringList& paths) {
        m_panel->showFiles(paths);
        QTRY_VERIFY_WITH_TIMEOUT(!m_panel->summary().runs.empty(), 60'000);
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<ClassPanel> m_panel;
};

QTEST_MAIN(TestClassPanel)
#include "tst_class_panel.moc"
