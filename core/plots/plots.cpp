#include "core/plots/plots.h"

#include <algorithm>

namespace breakeven {

#define BREAKEVEN_PLOT(name) PlotEntry name##Plot();
#include "core/plots/plots.def"
#undef BREAKEVEN_PLOT

std::span<const PlotEntry> plots() {
    static const std::vector<PlotEntry> entries = {
#define BREAKEVEN_PLOT(name) name##Plot(),
#include "core/plots/plots.def"
#undef BREAKEVEN_PLOT
    };
    return entries;
}

std::string_view groupTitle(PlotGroup group) {
    switch (group) {
        case PlotGroup::Runtime:
            return "Runtime";
        case PlotGroup::Speedup:
            return "Speed-up";
        case PlotGroup::Why:
            return "Why";
        case PlotGroup::Map:
            return "Map";
        case PlotGroup::Distribution:
            break;
    }
    return "Distribution";
}

const PlotEntry* findPlot(std::string_view id) {
    const auto found = std::ranges::find_if(plots(), [&](const PlotEntry& entry) { return entry.info.id == id; });
    return found == plots().end() ? nullptr : &*found;
}

}  // namespace breakeven
