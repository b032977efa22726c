// Curves for gnuplot: a block of lines "size seconds" for each, two empty lines between them: plot 'a.dat' index 1
#include "core/analysis/speedup.h"
#include "core/io/formats.h"

#include <map>
#include <vector>

namespace breakeven {

namespace {

Result<void> write(const std::vector<Event>& events, const WriteOptions&, std::ostream& out) {
    const Results results = foldEvents(events);
    std::vector<Trial> trials;
    for (const TrialResult& result : results.trials())
        trials.push_back(result.trial);
    const std::vector<std::string> labels = seriesLabels(trials);
    std::map<std::string, std::map<ItemCount, Seconds>> curves;
    for (std::size_t i = 0; i < trials.size(); ++i) {
        if (const auto summary = summaryOf(results.trials()[i])) curves[labels[i]][trials[i].size] = summary->median;
    }
    const char* between = "";
    for (const auto& [label, points] : curves) {
        out << between << "# " << label << '\n';
        for (const auto& [size, median] : points)
            out << size << ' ' << median.count() << '\n';
        between = "\n\n";
    }
    return {};
}

}  // namespace

FormatEntry gnuplotFormat() {
    return {.info = {"gnuplot", "Data for gnuplot", "A block of size and median time for each curve"},
            .suffix = ".dat",
            .recognises = nullptr,
            .write = write,
            .read = nullptr};
}

}  // namespace breakeven
