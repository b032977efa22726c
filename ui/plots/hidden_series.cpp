#include "ui/plots/hidden_series.h"

#include "ui/plots/plot_places.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace breakeven {

Plot drawWithHidden(const std::function<Plot(const Selection&)>& draw, const Selection& selection) {
    Plot plot = withoutHidden(draw(selection));
    if (selection.hiddenSeries.empty()) return plot;
    Selection everything = selection;
    everything.hiddenSeries.clear();
    auto place = plot.series.begin();
    for (Series& series : draw(everything).series) {
        if (std::ranges::count(selection.hiddenSeries, series.label) > 0) {
            series.points.clear();
            series.hidden = true;
            place = std::next(plot.series.insert(place, std::move(series)));
        } else if (place != plot.series.end() && place->label == series.label) {
            ++place;
        }
    }
    return plot;
}

void toggleSeries(Selection& selection, const std::string& label) {
    if (std::erase(selection.hiddenSeries, label) == 0) selection.hiddenSeries.push_back(label);
}

}  // namespace breakeven
