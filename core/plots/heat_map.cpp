#include "core/plots/heat_map.h"

#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/analysis/trial_verdict.h"
#include "core/plots/plot_points.h"
#include "core/plots/plots.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace breakeven {

namespace {

/// A curve over the sizes and, by size, what it gives.
struct Row {
    const Curve* curve = nullptr;
    std::map<double, Cell> cells;
};

Row rowOf(const Results& results, const Curve& curve, const std::map<int, TrialVerdict>& verdicts) {
    Row row{&curve, {}};
    for (const TrialResult* result : curve.trials) {
        const auto speedup = speedupVsSerial(results, *result);
        if (!speedup || !std::isfinite(speedup->value) || speedup->value <= 0) continue;
        Cell cell;
        cell.value = speedup->value;
        cell.interval = speedup->interval;
        cell.trialId = result->trial.id;
        const auto verdict = verdicts.find(cell.trialId);
        cell.isResolved = verdict != verdicts.end() && verdict->second.kind != TrialVerdict::Kind::NotResolved;
        cell.note =
            verdict == verdicts.end() ? "not resolved" : verdictText(verdict->second.kind, verdict->second.reason);
        row.cells[static_cast<double>(result->trial.size)] = std::move(cell);
    }
    return row;
}

/// What rows of one group have in common.
Trial withoutWorkers(const Curve& curve) {
    return withoutX(withoutX(curve.first(), "size"), "workers");
}

/// Rows that have cells: groups in plan order, then ascending workers. By group.
std::vector<std::pair<std::size_t, Row>> rowsOf(const Results& results, const std::vector<Curve>& curves,
                                                const Selection& selection) {
    std::map<int, TrialVerdict> verdicts;
    for (TrialVerdict& verdict : trialVerdicts(results))
        verdicts.emplace(verdict.trial, std::move(verdict));
    std::vector<Trial> groups;
    std::vector<std::pair<std::size_t, Row>> rows;
    for (const Curve& curve : curves) {
        if (isLoop(curve.first()) || std::ranges::count(selection.hiddenSeries, curve.label) > 0) continue;
        Row row = rowOf(results, curve, verdicts);
        if (row.cells.empty()) continue;
        const Trial group = withoutWorkers(curve);
        const auto found = static_cast<std::size_t>(std::ranges::find(groups, group) - groups.begin());
        if (found == groups.size()) groups.push_back(group);
        rows.emplace_back(found, std::move(row));
    }
    std::ranges::stable_sort(rows, {},
                             [](const auto& row) { return std::pair(row.first, row.second.curve->first().workers); });
    return rows;
}

std::map<std::string, double> breakEvensByLabel(const Results& results) {
    std::map<std::string, double> found;
    for (const BreakEven& breakEven : breakEvens(results)) {
        if (breakEven.status == BreakEvenStatus::Resolved) found[breakEven.label] = *breakEven.size;
        if (breakEven.status == BreakEvenStatus::AlwaysFaster) found[breakEven.label] = 0;
        if (breakEven.status == BreakEvenStatus::NeverInRange)
            found[breakEven.label] = std::numeric_limits<double>::infinity();
    }
    return found;
}

/// The next power of two above all values: steps that the legend can name.
double strongestOf(const HeatMap& map) {
    double highest = 2;
    for (const Cell& cell : map.cells)
        highest = std::max(highest, cell.value);
    return std::exp2(std::ceil(std::log2(highest) - 1e-9));
}

std::optional<HeatMap> heatMapOf(const Results& results, const Selection& selection) {
    const std::vector<Curve> curves = curvesOf(results);
    const auto rows = rowsOf(results, curves, selection);
    if (rows.empty()) return std::nullopt;
    std::set<double> sizes;
    for (const auto& [group, row] : rows)
        for (const auto& [size, cell] : row.cells)
            sizes.insert(size);
    HeatMap map;
    map.columns.assign(sizes.begin(), sizes.end());
    const auto breakEvens = breakEvensByLabel(results);
    for (const auto& [group, row] : rows) {
        const auto breakEven = breakEvens.find(row.curve->label);
        for (const auto& [size, measured] : row.cells) {
            Cell cell = measured;
            cell.row = map.rows.size();
            cell.column = static_cast<std::size_t>(std::distance(sizes.begin(), sizes.find(size)));
            map.cells.push_back(std::move(cell));
        }
        map.rows.push_back({row.curve->label, std::string(familyOf(row.curve->first().backend)), group,
                            breakEven == breakEvens.end() ? std::nullopt : std::optional(breakEven->second)});
    }
    map.strongest = strongestOf(map);
    return map;
}

Plot drawHeatMap(const Results& results, const Selection& selection) {
    Plot plot;
    plot.id = "heat-map";
    plot.title = speedupTitle(results);
    plot.title.resize(plot.title.find(" (×)"));
    plot.heatMap = heatMapOf(results, selection);
    plot.x = {"Size (items)", Quantity::Items};
    plot.y = {"Workers", Quantity::Number};
    if (plot.heatMap) {
        const auto& columns = plot.heatMap->columns;
        plot.x.range = {columns.front(), std::max(columns.back(), columns.front() + 1)};
        plot.y.range = {0, static_cast<double>(plot.heatMap->rows.size())};
    } else if (!results.trials().empty()) {
        plot.note = "Nothing can be compared with serial yet";
    }
    return plot;
}

std::uint8_t mixed(std::uint8_t from, std::uint8_t to, double share) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

}  // namespace

double columnOf(const HeatMap& map, double x) {
    const auto& columns = map.columns;
    if (x <= 0) return 0;
    const auto above = static_cast<std::size_t>(std::ranges::lower_bound(columns, x) - columns.begin());
    if (above == columns.size()) return x > columns.back() ? static_cast<double>(columns.size()) : 0;
    if (above == 0) return columns.front() == x ? 0.5 : 0;
    const double share = std::log(x / columns[above - 1]) / std::log(columns[above] / columns[above - 1]);
    return static_cast<double>(above) - 0.5 + share;
}

std::vector<std::vector<HeatPlace>> contours(const HeatMap& map) {
    std::vector<std::vector<HeatPlace>> lines;
    bool goesOn = false;
    for (std::size_t i = 0; i < map.rows.size(); ++i) {
        const HeatRow& row = map.rows[i];
        goesOn = goesOn && row.group == map.rows[i - 1].group;
        const bool pays = row.breakEven && std::isfinite(*row.breakEven);
        if (pays) {
            const double column = columnOf(map, *row.breakEven);
            if (!goesOn) lines.emplace_back();
            lines.back().push_back({column, static_cast<double>(i)});
            lines.back().push_back({column, static_cast<double>(i + 1)});
        }
        goesOn = pays;
    }
    return lines;
}

std::vector<HeatPlace> unmeasuredCells(const HeatMap& map) {
    std::set<std::pair<std::size_t, std::size_t>> measured;
    for (const Cell& cell : map.cells)
        measured.emplace(cell.row, cell.column);
    std::vector<HeatPlace> middles;
    for (std::size_t row = 0; row < map.rows.size(); ++row) {
        for (std::size_t column = 0; column < map.columns.size(); ++column)
            if (!measured.contains({row, column}))
                middles.push_back({static_cast<double>(column) + 0.5, static_cast<double>(row) + 0.5});
    }
    return middles;
}

Rgb heatColour(double value, double strongest, bool dark) {
    constexpr Rgb Blue[] = {{0x1F, 0x66, 0xB0}, {0x4A, 0x9C, 0xE6}};
    constexpr Rgb Orange[] = {{0xB3, 0x58, 0x06}, {0xE0, 0x82, 0x32}};
    const Rgb neutral = paper(dark).background;
    const Rgb end = (value > 1 ? Blue : Orange)[dark ? 1 : 0];
    const double share = std::min(1.0, std::fabs(std::log(value)) / std::log(strongest));
    return {mixed(neutral.red, end.red, share), mixed(neutral.green, end.green, share),
            mixed(neutral.blue, end.blue, share)};
}

Rgb inkOn(Rgb background) {
    constexpr Rgb Black{0, 0, 0};
    constexpr Rgb White{255, 255, 255};
    return contrast(Black, background) >= contrast(White, background) ? Black : White;
}

PlotEntry heatMapPlot() {
    return {{"heat-map", "Map",
             "Speed-up over serial by size and workers in one colour each, hatched where it is not resolved; a line "
             "where parallel begins to pay"},
            PlotGroup::Map,
            drawHeatMap};
}

}  // namespace breakeven
