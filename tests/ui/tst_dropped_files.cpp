#include "tests/ui/ui_test.h"
#include "ui/dropped_files.h"
#include "ui/plots/chart_view.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMainWindow>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>
#include <QVBoxLayout>

using namespace breakeven;

namespace {

struct Window {
    QMainWindow window;
    ChartView* chart = new ChartView(&window);
    DroppedFiles* files = nullptr;
    QSignalSpy* opened = nullptr;
    QSignalSpy* kept = nullptr;
    QSignalSpy* asClass = nullptr;
    QSignalSpy* refused = nullptr;

    Window() {
        window.setCentralWidget(chart);
        files = new DroppedFiles(window);
        opened = new QSignalSpy(files, &DroppedFiles::openRequested);
        kept = new QSignalSpy(files, &DroppedFiles::historyRequested);
        asClass = new QSignalSpy(files, &DroppedFiles::classRequested);
        refused = new QSignalSpy(files, &DroppedFiles::refused);
        for (QSignalSpy* spy : {opened, kept, asClass, refused})
            spy->setParent(files);
        window.resize(800, 600);
        window.show();
    }

    QLabel& hint() { return *window.findChild<QLabel*>(QStringLiteral("dropHint")); }
};

QPoint middleOf(const QWidget& widget) {
    return widget.rect().center();
}

/// As the platform hands a drag to the widget below the pointer.
bool drag(QWidget& onto, const QMimeData& data) {
    QDragEnterEvent enter(middleOf(onto), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&onto, &enter);
    return enter.isAccepted();
}

bool drop(QWidget& onto, const QMimeData& data) {
    QDropEvent event(middleOf(onto), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&onto, &event);
    return event.isAccepted();
}

}  // namespace

class TestDroppedFiles : public QObject, UiTest {
    Q_OBJECT

    QUrl fileUrl(const char* name) {
        QFile file(path(name));
        if (!file.exists() && file.open(QIODevice::WriteOnly)) file.write("x");
        return QUrl::fromLocalFile(path(name));
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void oneFileIsOpened_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"run.jsonl", "table.csv", "spec.json", "LOUD.JSON", "pyperf.json.gz", "RUN.JSONL.GZ"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void oneFileIsOpened() {
        QFETCH(QString, name);
        Window window;
        QMimeData data;
        data.setUrls({fileUrl(qPrintable(name))});
        QVERIFY(drag(window.window, data));
        QVERIFY(window.hint().isVisible());
        QCOMPARE(window.hint().text(), QStringLiteral("Drop to open ") + name);
        QVERIFY(drop(window.window, data));
        QVERIFY(!window.hint().isVisible());
        QCOMPARE(window.opened->size(), 1);
        QCOMPARE(window.opened->at(0).at(0).toString(), path(qPrintable(name)));
        QVERIFY(window.kept->isEmpty() && window.refused->isEmpty());
    }

    /// The chart is where people drop; it must not take drags for itself.
    void theChartLetsThemThrough() {
        Window window;
        QMimeData data;
        data.setUrls({fileUrl("run.jsonl")});
        QVERIFY(drag(*window.chart->viewport(), data));
        QVERIFY(window.hint().isVisible());
        QVERIFY(window.window.rect().contains(window.hint().geometry()));
        QVERIFY(drop(*window.chart->viewport(), data));
        QCOMPARE(window.opened->size(), 1);
    }

    void theOthersGoIntoTheHistory() {
        Window window;
        QMimeData data;
        const QUrl first = fileUrl("a.json");
        data.setUrls({first, fileUrl("b.jsonl"), first, fileUrl("c.json")});
        QVERIFY(drag(window.window, data));
        QVERIFY(window.hint().text().contains(QStringLiteral("a.json")));
        QVERIFY(window.hint().text().contains(QStringLiteral("2")));
        QVERIFY(drop(window.window, data));
        QVERIFY(window.asClass->isEmpty());
        QCOMPARE(window.opened->at(0).at(0).toString(), path("a.json"));
        QCOMPARE(window.kept->size(), 1);
        QCOMPARE(window.kept->at(0).at(0).toStringList(), (QStringList{path("b.jsonl"), path("c.json")}));
    }

    void severalRunsAreAClass() {
        Window window;
        QMimeData data;
        data.setUrls({fileUrl("a.csv"), fileUrl("b.jsonl"), fileUrl("c.json")});
        QVERIFY(drag(window.window, data));
        QCOMPARE(window.hint().text(), QStringLiteral("Drop to show a.csv and 2 more as a class"));
        QVERIFY(drop(window.window, data));
        QVERIFY(window.opened->isEmpty() && window.kept->isEmpty() && window.refused->isEmpty());
        QCOMPARE(window.asClass->size(), 1);
        QCOMPARE(window.asClass->at(0).at(0).toStringList(),
                 (QStringList{path("a.csv"), path("b.jsonl"), path("c.json")}));
    }

    void aFolderIsAClass() {
        Window window;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder.path())});
        QVERIFY(drag(window.window, data));
        QVERIFY(window.hint().text().startsWith(QStringLiteral("Drop to show the runs of ")));
        QVERIFY(drop(window.window, data));
        QVERIFY(window.opened->isEmpty() && window.kept->isEmpty() && window.refused->isEmpty());
        QCOMPARE(window.asClass->at(0).at(0).toStringList(), QStringList{folder.path()});
    }

    void otherKindsAreNamed_data() {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QString>("line");
        QTest::newRow("packed")
            << fileUrl("notes.tar.gz")
            << "notes.tar.gz: not opened, since experiments and results end in .json, .jsonl or .csv";
        QTest::newRow("kind") << fileUrl("notes.txt")
                              << "notes.txt: not opened, since experiments and results end in .json, .jsonl or .csv";
        QTest::newRow("web") << QUrl("https://example.org/run.jsonl")
                             << "https://example.org/run.jsonl: not a file of this machine";
    }

    void otherKindsAreNamed() {
        QFETCH(QUrl, url);
        QFETCH(QString, line);
        Window window;
        QMimeData data;
        data.setUrls({url});
        QVERIFY(drag(window.window, data));
        QCOMPARE(window.hint().text(), line);
        QVERIFY(drop(window.window, data));
        QCOMPARE(window.refused->size(), 1);
        QCOMPARE(window.refused->at(0).at(0).toString(), line);
        QVERIFY(window.opened->isEmpty() && window.kept->isEmpty());
    }

    void oneLineNamesAllThatAreRefused() {
        Window window;
        QMimeData data;
        data.setUrls({fileUrl("notes.txt"), fileUrl("a.csv"), fileUrl("b.png"), fileUrl("c.pdf")});
        QVERIFY(drag(window.window, data));
        QVERIFY(drop(window.window, data));
        QCOMPARE(window.refused->size(), 1);
        QVERIFY(window.refused->at(0).at(0).toString().startsWith(QStringLiteral("notes.txt: ")));
        QVERIFY(window.refused->at(0).at(0).toString().endsWith(QStringLiteral("(and 2 more)")));
        QCOMPARE(window.opened->at(0).at(0).toString(), path("a.csv"));
    }

    void aDragThatLeavesLeavesNothing() {
        Window window;
        QMimeData data;
        data.setUrls({fileUrl("run.jsonl")});
        QVERIFY(drag(window.window, data));
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&window.window, &leave);
        QVERIFY(!window.hint().isVisible());
        QVERIFY(window.opened->isEmpty());
    }

    void textsAreNotTaken() {
        Window window;
        QMimeData data;
        data.setText(QStringLiteral("100,200"));
        QVERIFY(!drag(window.window, data));
        QVERIFY(!window.hint().isVisible());
    }
};

QTEST_MAIN(TestDroppedFiles)
#include "tst_dropped_files.moc"
