#include "ui/program_texts.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

namespace breakeven {

namespace {

/// A parameter and a text that it has in some case. The pointers are into the catalogue.
using ProgramText = std::tuple<const WorkloadInfo*, const ParamInfo*, std::string>;

/// Of workloads that run programs.
std::vector<ProgramText> programTexts(const ExperimentSpec& spec, const Catalog& catalog) {
    std::vector<ProgramText> texts;
    for (const Case& row : spec.cases) {
        const auto workload = std::find_if(catalog.workloads.begin(), catalog.workloads.end(),
                                           [&row](const WorkloadInfo& info) { return info.id == row.workload; });
        if (workload == catalog.workloads.end() || !workload->runsPrograms) continue;
        for (const ParamInfo& param : workload->params) {
            const auto said = row.params.find(param.name);
            if (said == row.params.end() || !param.choices.empty()) continue;
            for (const ParamValue& value : said->second) {
                const auto* text = std::get_if<std::string>(&value);
                if (text != nullptr && value != param.initial) texts.emplace_back(&*workload, &param, *text);
            }
        }
    }
    return texts;
}

}  // namespace

bool sharesPrograms(const ExperimentSpec& spec, const ExperimentSpec& other, const Catalog& catalog) {
    const std::vector<ProgramText> theirs = programTexts(other, catalog);
    const std::vector<ProgramText> ours = programTexts(spec, catalog);
    return std::any_of(ours.begin(), ours.end(), [&theirs](const ProgramText& text) {
        return std::find(theirs.begin(), theirs.end(), text) != theirs.end();
    });
}

}  // namespace breakeven
