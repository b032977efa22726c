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
};

QTEST_MAIN(TestHistoryTable)
#include "tst_history_table.moc"
