#include "ui/plots/hidden_series.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

/// Three curves of one point each, without those that are hidden.
Plot draw(const Selection& selection) {
    Plot plot;
    for (const char* label : {"serial", "tbb", "threads"}) {
        if (std::ranges::count(selection.hiddenSeries, label) > 0) continue;
        Series series;
        series.label = label;
        series.points.push_back({.x = 1, .y = 1, .interval = {}, .note = {}});
        plot.series.push_back(series);
    }
    return plot;
}

std::vector<std::string> drawn(const Plot& plot, bool hidden) {
    std::vector<std::string> labels;
    for (const Series& series : plot.series)
        if (series.hidden == hidden && series.points.empty() == hidden) labels.push_back(series.label);
    return labels;
}

using Labels = std::vector<std::string>;

}  // namespace

class TestHiddenSeries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsHiddenAtFirst() {
        const Plot plot = drawWithHidden(draw, {});
        QCOMPARE(drawn(plot, false), (Labels{"serial", "tbb", "threads"}));
    }

    void whatIsHiddenKeepsItsPlace_data() {
        QTest::addColumn<QString>("label");
        for (const char* label : {"serial", "tbb", "threads"})
            QTest::newRow(label) << QString::fromLatin1(label);
    }
    void whatIsHiddenKeepsItsPlace() {
        QFETCH(QString, label);
        Selection selection;
        toggleSeries(selection, label.toStdString());
        const Plot plot = drawWithHidden(draw, selection);
        QCOMPARE(drawn(plot, true), Labels{label.toStdString()});
        Labels all;
        for (const Series& series : plot.series)
            all.push_back(series.label);
        QCOMPARE(all, (Labels{"serial", "tbb", "threads"}));
    }

    void allCanBeHiddenAndShownAgain() {
        Selection selection;
        for (const char* label : {"threads", "serial", "tbb"})
            toggleSeries(selection, label);
        QCOMPARE(drawn(drawWithHidden(draw, selection), true), (Labels{"serial", "tbb", "threads"}));
        toggleSeries(selection, "tbb");
        QCOMPARE(drawn(drawWithHidden(draw, selection), false), Labels{"tbb"});
    }

    /// Of another run, say, that has no such curve.
    void whatIsNotThereHidesNothing() {
        Selection selection;
        toggleSeries(selection, "processes");
        QCOMPARE(drawn(drawWithHidden(draw, selection), false), (Labels{"serial", "tbb", "threads"}));
    }
};

QTEST_GUILESS_MAIN(TestHiddenSeries)
#include "tst_hidden_series.moc"
