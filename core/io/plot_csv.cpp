#include "core/io/plot_csv.h"

#include "core/io/csv.h"

#include <array>
#include <optional>
#include <string_view>

namespace breakeven {

std::string plotCsv(const Plot& plot) {
    const std::array<std::string_view, 6> columns{"series", plot.x.title, plot.y.title, "low", "high", "note"};
    std::string text = headerLine(columns);
    for (const Series& series : plot.series) {
        for (const PlotPoint& point : series.points) {
            const auto end = [&](double Interval<double>::*which) {
                return point.interval ? std::optional(*point.interval.*which) : std::nullopt;
            };
            CsvRow row;
            row.text(series.label).number(point.x).number(point.y);
            row.number(end(&Interval<double>::low)).number(end(&Interval<double>::high)).text(point.note);
            text += row.line();
        }
    }
    return text;
}

}  // namespace breakeven
