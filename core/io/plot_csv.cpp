#include "core/io/plot_csv.h"

#include "core/io/csv.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace breakeven {

namespace {

std::string rowOf(const std::string& label, double x, double y, const std::optional<Interval<double>>& interval,
                  const std::string& note) {
    const auto end = [&](double Interval<double>::*which) {
        return interval ? std::optional(*interval.*which) : std::nullopt;
    };
    CsvRow row;
    row.text(label).number(x).number(y);
    row.number(end(&Interval<double>::low)).number(end(&Interval<double>::high)).text(note);
    return row.line();
}

std::string wordFor(Outlyingness outlyingness) {
    switch (outlyingness) {
        case Outlyingness::None:
            return {};
        case Outlyingness::Mild:
            return "outlier";
        case Outlyingness::Severe:
            return "far out";
    }
    return {};
}

std::string samplesCsv(const Plot& plot) {
    const std::array<std::string_view, 4> columns{"series", "sample", plot.x.title, "note"};
    std::string text = headerLine(columns);
    for (const Box& box : plot.boxes) {
        std::uint64_t sample = 0;
        for (const Dot& dot : box.dots) {
            CsvRow row;
            row.text(box.label).count(++sample).number(dot.x).text(wordFor(dot.outlyingness));
            text += row.line();
        }
    }
    return text;
}

}  // namespace

std::string plotCsv(const Plot& plot) {
    if (!plot.boxes.empty()) return samplesCsv(plot);
    const std::string_view value = plot.heatMap ? "Speed-up (×)" : std::string_view(plot.y.title);
    const std::array<std::string_view, 6> columns{"series", plot.x.title, value, "low", "high", "note"};
    std::string text = headerLine(columns);
    for (const Series& series : plot.series) {
        for (const PlotPoint& point : series.points)
            text += rowOf(series.label, point.x, point.y, point.interval, point.note.text());
    }
    if (!plot.heatMap) return text;
    for (const Cell& cell : plot.heatMap->cells)
        text += rowOf(plot.heatMap->rows[cell.row].label, plot.heatMap->columns[cell.column], cell.value, cell.interval,
                      cell.note);
    return text;
}

}  // namespace breakeven
