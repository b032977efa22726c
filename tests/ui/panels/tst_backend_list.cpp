#include "tests/ui/ui_test.h"
#include "ui/panels/backend_list.h"
#include "ui/theme.h"

#include <QApplication>
#include <QIcon>
#include <QScrollBar>
#include <QSignalSpy>

using namespace breakeven;

namespace {

BackendInfo backendOf(const std::string& id, const std::string& family, const std::string& missing = {}) {
    BackendInfo info;
    info.id = info.title = id;
    info.family = family;
    info.missing = missing;
    return info;
}

const std::vector<BackendInfo> Known = {backendOf("serial", "serial"),
                                        backendOf("tbb", "tbb"),
                                        backendOf("python-serial", "python"),
                                        backendOf("python-futures", "python"),
                                        backendOf("python-joblib", "python", "joblib is not installed"),
                                        backendOf("command", "command")};

WorkloadInfo workloadOf(const std::string& id, const std::string& family = {}) {
    WorkloadInfo info;
    info.id = id;
    info.title = "Workload of " + id;
    info.family = family;
    return info;
}

using Ids = std::vector<std::string>;

}  // namespace

class TestBackendList : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        applyTheme(Theme::Light);
        m_list = std::make_unique<BackendList>();
    }

    void aNarrowListShortensItsRows() {
        m_list->fill(Known, {"serial"}, nullptr);
        m_list->resize(110, 400);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
        QVERIFY(!m_list->horizontalScrollBar()->isVisible());
        for (int row = 0; row < m_list->count(); ++row) {
            QListWidgetItem& item = *m_list->item(row);
            QCOMPARE(m_list->visualItemRect(&item).width(), m_list->viewport()->width());
            QVERIFY(m_list->visualItemRect(&item).height() >= m_list->fontMetrics().height());
            QVERIFY2(item.toolTip().startsWith(item.text()), qPrintable(item.toolTip()));
        }
    }

    void theRightOnesAreChosenFirst() {
        QCOMPARE(firstBackends(Known, workloadOf("square")), Ids());
        QCOMPARE(firstBackends(Known, workloadOf("python-function", "python")),
                 (Ids{"python-serial", "python-futures"}));
        QCOMPARE(firstBackends(Known, workloadOf("command")), (Ids{"serial", "command"}));
        const std::vector<BackendInfo> none = {backendOf("python-serial", "python", "no Python")};
        QCOMPARE(firstBackends(none, workloadOf("python-function", "python")), Ids{"python-serial"});
    }

    void whatCannotRunTheWorkloadSaysWhy() {
        const WorkloadInfo python = workloadOf("python-function", "python");
        m_list->fill(Known, {"serial", "python-serial"}, &python);
        QVERIFY(!isOpen("tbb"));
        QVERIFY2(item("tbb").toolTip().contains(QStringLiteral("cannot run the workload Workload of python-function")),
                 qPrintable(item("tbb").toolTip()));
        QVERIFY(isGrey("tbb") && isGrey("serial") && isGrey("command"));
        QVERIFY(!isGrey("python-serial") && !isGrey("python-futures"));
        QVERIFY(isOpen("serial"));  // it stands in the spec, and can be taken out
        item("serial").setCheckState(Qt::Unchecked);
        QCOMPARE(m_list->chosen(), Ids{"python-serial"});
    }

    void aProgramCanBeToldOfOthers() {
        const WorkloadInfo program = workloadOf("command");
        m_list->fill(Known, {"serial", "command"}, &program);
        QVERIFY(!isGrey("serial") && !isGrey("command"));
        QVERIFY(isGrey("tbb") && isOpen("tbb"));
        QVERIFY2(item("tbb").toolTip().contains(QStringLiteral("{backend}")), qPrintable(item("tbb").toolTip()));
    }

    void aProgramOfOnesOwnRunsNothingElse() {
        const WorkloadInfo square = workloadOf("square");
        m_list->fill(Known, {"tbb"}, &square);
        QVERIFY(!isOpen("command"));
        QVERIFY(isOpen("tbb") && isOpen("python-futures"));
        m_list->fill(Known, {"tbb"}, nullptr);
        QVERIFY(isOpen("command"));
    }

    void whatIsMissingSaysSo() {
        const WorkloadInfo square = workloadOf("square");
        m_list->fill(Known, {}, &square);
        QCOMPARE(item("python-joblib").text(), QStringLiteral("python-joblib (missing)"));
        QVERIFY(item("python-joblib").toolTip().contains(QStringLiteral("joblib is not installed")));
        QVERIFY(isGrey("python-joblib") && isOpen("python-joblib"));
    }

    void unknownOnesStay() {
        m_list->fill(Known, {"tbb", "later"}, nullptr);
        QCOMPARE(item("later").text(), QStringLiteral("later (not in this build)"));
        QCOMPARE(m_list->chosen(), (Ids{"tbb", "later"}));
    }

    void onlyAClickIsAnEdit() {
        const QSignalSpy edited(m_list.get(), &BackendList::edited);
        m_list->fill(Known, {"tbb"}, nullptr);
        const QColor before = swatch("tbb");
        applyTheme(Theme::Dark);
        QCoreApplication::processEvents();  // the new palette travels as an event
        QCOMPARE(swatch("tbb"), seriesColour("tbb", true));
        QVERIFY(before != swatch("tbb"));
        QCOMPARE(edited.size(), 0);
        item("serial").setCheckState(Qt::Checked);
        QCOMPARE(edited.size(), 1);
    }

private:
    QListWidgetItem& item(const char* id) const {
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->data(Qt::UserRole).toString() == QLatin1String(id)) return *m_list->item(row);
        }
        qFatal("%s: no such backend", id);
    }
    bool isOpen(const char* id) const { return item(id).flags().testFlag(Qt::ItemIsEnabled); }
    bool isGrey(const char* id) const {
        return item(id).foreground() == QApplication::palette().brush(QPalette::Disabled, QPalette::Text);
    }
    QColor swatch(const char* id) const { return item(id).icon().pixmap(12).toImage().pixelColor(6, 6); }

    std::unique_ptr<BackendList> m_list;
};

QTEST_MAIN(TestBackendList)
#include "tst_backend_list.moc"
