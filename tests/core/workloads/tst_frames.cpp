// Tables row by row, column by column and in whole parts: the values that tutorials print.
#include "tests/core/workloads/bound_list.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <vector>

using namespace breakeven;

namespace {

/// Two columns of five rows.
constexpr std::array<std::array<double, 2>, 5> Frame = {{{8, 5}, {5, 3}, {3, 4}, {4, 4}, {7, 9}}};

using Column = std::array<double, 1000>;
using FourNumbers = std::array<double, 4>;
using Shape = std::array<std::uint64_t, 2>;

struct ShortList {
    std::uint32_t count;
    std::array<std::int32_t, 7> numbers;

    bool operator==(const ShortList&) const = default;
};

BoundList listOf(const std::string& workload, ItemCount size, const Params& params = {}) {
    return BoundList({.workload = workload, .params = params, .size = size});
}

std::vector<Shape> shapesOf(double rows, double columns, ItemCount parts) {
    const BoundList list = listOf("frame-shape", parts, {{"rows", rows}, {"columns", columns}});
    list.workload->run(0, parts);
    const auto shapes = list.output<Shape>();
    return {shapes.begin(), shapes.end()};
}

}  // namespace

class TestFrames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hypotenuseOfEachRow() {
        const BoundList list = listOf("hypotenuse-rows", 5);
        std::ranges::copy(Frame, list.input<std::array<double, 2>>().begin());
        list.workload->run(0, 5);
        std::vector<double> rounded;
        for (const double side : list.output<double>())
            rounded.push_back(std::round(100 * side) / 100);
        QCOMPARE(rounded, (std::vector<double>{9.43, 5.83, 5.0, 5.66, 11.4}));
    }

    void sumOfSquaresOfEachColumn() {
        const BoundList list = listOf("sum-squares-columns", 2);
        const auto columns = list.input<Column>();
        for (std::size_t column = 0; column < 2; ++column) {
            columns[column].fill(0);
            for (std::size_t row = 0; row < Frame.size(); ++row)
                columns[column][row] = Frame[row][column];
        }
        list.workload->run(0, 2);
        QVERIFY(std::ranges::equal(list.output<double>(), std::vector<double>{163, 147}));
        list.workload->fold(0, 1);
        list.workload->fold(1, 2);
        list.workload->combine(std::array{ItemCount{0}, ItemCount{1}});
        QCOMPARE(list.workload->digest().sum, 163.0 + 147);
        columns[1].fill(0);
        columns[1].back() = 3;  // no number is left out
        list.workload->run(1, 2);
        QCOMPARE(list.output<double>()[1], 9.0);
    }

    void framesHoldDigitsFrom3To9() {
        const BoundList rows = listOf("hypotenuse-rows", 500);
        const auto numbers = rows.slots<double>(0, 1000);
        const BoundList columns = listOf("sum-squares-columns", 1);
        for (const auto& [least, most] :
             {std::pair{std::ranges::min(numbers), std::ranges::max(numbers)},
              {std::ranges::min(columns.input<Column>()[0]), std::ranges::max(columns.input<Column>()[0])}}) {
            QCOMPARE(least, 3.0);
            QCOMPARE(most, 9.0);
        }
    }

    /// As numpy.array_split of so many rows into so many parts.
    void partsAreAsEvenAsTheRowsAllow() {
        QCOMPARE(shapesOf(500, 2, 4), (std::vector<Shape>{{125, 2}, {125, 2}, {125, 2}, {125, 2}}));
        QCOMPARE(shapesOf(500, 2, 8),
                 (std::vector<Shape>{{63, 2}, {63, 2}, {63, 2}, {63, 2}, {62, 2}, {62, 2}, {62, 2}, {62, 2}}));
        QCOMPARE(shapesOf(10, 3, 4), (std::vector<Shape>{{3, 3}, {3, 3}, {2, 3}, {2, 3}}));
        QCOMPARE(shapesOf(2, 1, 4), (std::vector<Shape>{{1, 1}, {1, 1}, {0, 1}, {0, 1}}));
        QCOMPARE(shapesOf(7, 5, 1), (std::vector<Shape>{{7, 5}}));
        QCOMPARE(shapesOf(1e12, 1, 3),
                 (std::vector<Shape>{{333'333'333'334, 1}, {333'333'333'333, 1}, {333'333'333'333, 1}}));
    }

    void partsFollowEachOther() {
        const BoundList list = listOf("frame-shape", 7, {{"rows", 100.0}});
        std::uint64_t row = 0;
        for (const auto& [begin, end, columns] : list.input<std::array<std::uint64_t, 3>>()) {
            QCOMPARE(begin, row);
            QCOMPARE(columns, std::uint64_t{2});
            row = end;
        }
        QCOMPARE(row, std::uint64_t{100});
    }

    void rowsAreNormalisedToTheirRange() {
        const BoundList list = listOf("normalise-rows", 5);
        std::ranges::copy(
            std::vector<FourNumbers>{{2, 3, 4, 5}, {6, 9, 10, 12}, {11, 12, 13, 14}, {21, 24, 25, 26}, {7, 7, 7, 7}},
            list.input<FourNumbers>().begin());
        list.workload->run(0, 5);
        const std::vector<FourNumbers> expected = {
            {0, 1.0 / 3, 2.0 / 3, 1}, {0, 0.5, 2.0 / 3, 1}, {0, 1.0 / 3, 2.0 / 3, 1}, {0, 0.6, 0.8, 1}, {0, 0, 0, 0}};
        QVERIFY(std::ranges::equal(list.output<FourNumbers>(), expected));
    }

    void theExtremesMayStandAnywhere() {
        const BoundList list = listOf("normalise-rows", 24);
        FourNumbers row = {-1, 0, 1, 3};
        std::vector<FourNumbers> expected;
        for (auto& place : list.input<FourNumbers>()) {
            place = row;
            auto& normal = expected.emplace_back();
            std::ranges::transform(row, normal.begin(), [](double number) { return (number + 1) / 4; });
            std::ranges::next_permutation(row);
        }
        list.workload->run(0, 24);
        QVERIFY(std::ranges::equal(list.output<FourNumbers>(), expected));
    }

    void commonItemsKeepTheirOrder() {
        const std::vector<std::array<ShortList, 2>> rows = {{{{3, {1, 2, 3}}, {4, {2, 3, 4, 5}}}},
                                                            {{{4, {5, 6, 7, 8}}, {3, {6, 9, 10}}}},
                                                            {{{3, {10, 11, 12}}, {4, {11, 12, 13, 14}}}},
                                                            {{{2, {20, 21}}, {3, {21, 24, 25}}}},
                                                            {{{3, {9, 1, 5}}, {3, {5, 1, 9}}}},
                                                            {{{7, {1, 2, 3, 4, 5, 6, 7}}, {7, {7, 6, 5, 4, 3, 2, 1}}}},
                                                            {{{2, {1, 2}}, {2, {3, 4}}}},
                                                            {{{1, {1}}, {1, {0}}}}};
        const BoundList list = listOf("common-items", rows.size());
        std::ranges::copy(rows, list.input<std::array<ShortList, 2>>().begin());
        list.workload->run(0, rows.size());
        const std::vector<ShortList> expected = {{2, {2, 3}}, {1, {6}},       {2, {11, 12}},
                                                 {1, {21}},   {3, {9, 1, 5}}, {7, {1, 2, 3, 4, 5, 6, 7}},
                                                 {0, {}},     {0, {}}};
        QVERIFY(std::ranges::equal(list.output<ShortList>(), expected));
    }

    void listsToCompareAreShortAscendingAndOverlap() {
        constexpr ItemCount Size = 1000;
        const BoundList list = listOf("common-items", Size);
        list.workload->run(0, Size);
        std::uint64_t common = 0;
        for (ItemCount i = 0; i < Size; ++i) {
            std::array<std::vector<std::int32_t>, 2> lists;
            for (std::size_t side = 0; side < 2; ++side) {
                const auto& given = list.input<std::array<ShortList, 2>>()[i][side];
                QVERIFY(given.count >= 2 && given.count <= 7);
                lists[side].assign(given.numbers.begin(), given.numbers.begin() + given.count);
                QVERIFY(std::ranges::is_sorted(lists[side], std::less_equal<>()));
            }
            std::vector<std::int32_t> expected;
            std::ranges::set_intersection(lists[0], lists[1], std::back_inserter(expected));
            const auto& found = list.output<ShortList>()[i];
            QVERIFY(std::ranges::equal(std::span(found.numbers).first(found.count), expected));
            common += found.count;
        }
        QVERIFY(common > Size && common < 3 * Size);
    }
};

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
