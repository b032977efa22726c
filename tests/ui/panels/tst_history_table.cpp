#include "tests/core/history/stored_runs.h"
#include "tests/ui/ui_test.h"
#include "ui/models/history_model.h"
#include "ui/panels/history_table.h"

#include <QHeaderView>

using namespace breakeven;

class TestHistoryTable : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void headlinesCanBeReadHoweverNarrowItIs() {
        HistoryModel model;
        HistoryTable table(model);
        const auto letters = [&] {
            return table.columnWidth(HistoryModel::Headline) / table.fontMetrics().averageCharWidth();
        };
        table.show();
        for (const int width : {500, 900, 620}) {
            table.resize(width, 320);
            QVERIFY2(letters() >= 40, qPrintable(QString::number(width)));
        }
        table.resize(1800, 320);
        QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
        QVERIFY(letters() > 60);
    }

    void aStateCanBeReadHoweverItChanges() {
        const std::filesystem::path file = path("history.sqlite").toStdString();
        Result<History> history = History::open(file);
        QVERIFY(history && history->add(loadedRun(eventsOfRun("20261121T100000-a")), {}));
        HistoryModel model;
        HistoryTable table(model);
        table.resize(900, 320);
        table.show();
        model.open(file);
        table.fitColumns();
        std::vector<Event> killed = eventsOfRun("20261121T110000-b");
        killed.pop_back();
        QVERIFY(history->add(loadedRun(killed), {}));
        model.refresh();
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(table.columnWidth(HistoryModel::State) >=
                table.QAbstractItemView::sizeHintForColumn(HistoryModel::State));
    }
};

QTEST_MAIN(TestHistoryTable)
#include "tst_history_table.moc"
