#include "tests/ui/ui_test.h"
#include "ui/plots/guide_labels.h"

#include <algorithm>

using namespace breakeven;

namespace {

Plot withGuides(std::vector<Guide> guides) {
    Plot plot;
    plot.x = {"Size (items)", Quantity::Items, AxisScale::Log, {10, 1e6}};
    plot.y = {"Runtime (s)", Quantity::Duration, AxisScale::Linear, {0, 10}};
    plot.series.push_back({.label = "tbb", .family = "tbb", .points = {{10, 1, {}, ""}, {1e6, 9, {}, ""}}});
    plot.guides = std::move(guides);
    return plot;
}

std::vector<PlacedLabel> placed(const Plot& plot, QSizeF size = {800, 500}, std::vector<QRectF> taken = {}) {
    return guideLabels(ChartFrame(plot, size, QFont()), std::move(taken));
}

bool areApart(const std::vector<PlacedLabel>& labels) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t k = i + 1; k < labels.size(); ++k)
            if (labels[i].room.intersects(labels[k].room)) return false;
    }
    return true;
}

}  // namespace

class TestGuideLabels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void labelsOfNearLinesStandApart() {
        const auto labels = placed(withGuides({{"L1 48 KiB", false, 3000},
                                               {"L2 2048 KiB", false, 4000},
                                               {"L3 260 MiB", false, 4500},
                                               {"serial", true, 5},
                                               {"ideal: 2 workers", true, 5.1},
                                               {"threads, chunk auto", true, 5.2}}));
        QCOMPARE(labels.size(), std::size_t(6));
        QVERIFY(areApart(labels));
    }

    void labelsStayWithinTheArea() {
        const Plot plot =
            withGuides({{"top", true, 10}, {"bottom", true, 0}, {"left", false, 10}, {"right", false, 1e6}});
        const QRectF area = ChartFrame(plot, QSizeF(800, 500), QFont()).area().adjusted(-1, -1, 1, 1);
        const auto labels = placed(plot);
        QCOMPARE(labels.size(), std::size_t(4));
        QVERIFY(std::ranges::all_of(labels, [&](const PlacedLabel& label) { return area.contains(label.room); }));
    }

    void boundsAreLabelledAtTheirEnd() {
        Plot plot = withGuides({{"serial", true, 8}});
        plot.bounds.push_back({"Amdahl", {{10, 2, {}, ""}, {1e6, 8, {}, ""}}});
        const auto labels = placed(plot);
        QCOMPARE(labels.size(), std::size_t(2));
        QVERIFY(areApart(labels));
        QVERIFY(labels[1].room.left() > 400);
    }

    void whatIsTakenIsLeftAlone() {
        const Plot plot = withGuides({{"serial", true, 5}});
        const QRectF first = placed(plot).at(0).room;
        const QRectF second = placed(plot, {800, 500}, {first}).at(0).room;
        QVERIFY(!second.intersects(first));
        QVERIFY(placed(plot, {800, 500}, {QRectF(0, 0, 800, 500)}).empty());
    }

    void crowdsLoseWordsInsteadOfLegibility() {
        std::vector<Guide> guides;
        for (int i = 0; i < 60; ++i)
            guides.push_back({"a long label of a guide " + std::to_string(i), false, 1000.0 + i});
        const auto labels = placed(withGuides(guides), {400, 300});
        QVERIFY(!labels.empty() && labels.size() < guides.size());
        QVERIFY(areApart(labels));
    }
};

QTEST_MAIN(TestGuideLabels)
#include "tst_guide_labels.moc"
