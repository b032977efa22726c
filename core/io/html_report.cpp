// The report as one HTML file that works offline: charts, findings, tables, and the data to save.
#include "core/analysis/method_statement.h"
#include "core/experiment/codec.h"
#include "core/io/formats.h"
#include "core/io/html_page.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <sstream>
#include <utility>

namespace breakeven {

namespace {

/// The experiment's name, as far as any file system takes it.
std::string fileName(const Results& results) {
    constexpr std::size_t Longest = 60;
    constexpr std::string_view Allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    std::string name = results.run().spec.name.substr(0, Longest);
    std::ranges::replace_if(
        name, [&](char c) { return Allowed.find(c) == std::string_view::npos; }, '-');
    return name.empty() ? "run" : name;
}

/// The twelve rules for programs: [{"rule":1,"title":…,"state":"kept","text":…},…].
std::string methodJson(const Results& results) {
    nlohmann::ordered_json rules = nlohmann::ordered_json::array();
    for (const MethodRule& rule : methodStatement(results))
        rules.push_back(
            {{"rule", rule.number}, {"title", rule.title}, {"state", stateWord(rule.state)}, {"text", rule.text}});
    return rules.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// What can be read again, and what people ask for. Formats that cannot hold this run are left out.
std::vector<Download> downloadsOf(const std::vector<Event>& events, const Results& results) {
    const std::string name = fileName(results);
    std::vector<Download> downloads;
    for (const FormatEntry& format : formats()) {
        if (!format.isRead() || !format.isWritten()) continue;
        std::ostringstream text;
        if (!format.write(events, {}, text)) continue;
        downloads.push_back({"file-" + format.info.id, format.info.title, name + format.suffix, text.str()});
    }
    if (!results.run().spec.cases.empty())
        downloads.push_back({"file-spec", "Experiment", name + ".json", writeSpec(results.run().spec)});
    downloads.push_back({"file-method", "Method statement", name + ".method.json", methodJson(results)});
    return downloads;
}

Result<void> write(const std::vector<Event>& events, const WriteOptions& options, std::ostream& out) {
    const Results results = foldEvents(events);
    writeHtml(reportOf(results), reportCharts(results), downloadsOf(events, results), out, options.sentences);
    return {};
}

}  // namespace

FormatEntry htmlReportFormat();
FormatEntry htmlReportFormat() {
    return {.info = {"html", "HTML report", "One page that works offline: charts, findings, tables, method and data"},
            .suffix = ".html",
            .recognises = nullptr,
            .write = write,
            .read = nullptr};
}

}  // namespace breakeven
