#include "ui/opened_programs.h"

#include "core/base/command_line.h"

#include <algorithm>
#include <variant>

namespace breakeven {

OpenedPrograms::OpenedPrograms(const ExperimentSpec& spec) {
    for (const Case& row : spec.cases) {
        for (const auto& [param, values] : row.params) {
            for (const ParamValue& value : values) {
                const auto* text = std::get_if<std::string>(&value);
                if (text == nullptr || text->empty()) continue;
                Given& given = m_given[{row.workload, param}];
                given.unseen.insert(*text);
                given.naming.insert(*text);
                const auto words = splitCommand(*text).value_or({});
                given.naming.insert(words.begin(), words.end());
            }
        }
    }
}

void OpenedPrograms::agree(const Programs& programs) {
    for (const Program& program : programs) {
        for (const ProgramText& text : program.texts) {
            const auto given = m_given.find({program.workload, text.param});
            if (given == m_given.end()) continue;
            given->second.unseen.erase(text.value);
            given->second.isAgreed = true;
        }
        for (const auto& [naming, files] : program.files) {
            const auto given = m_given.find({program.workload, naming.first});
            if (given != m_given.end()) given->second.files[naming.second].push_back(files);
        }
    }
}

bool OpenedPrograms::isOwn(const Program& program) const {
    const auto isOwnText = [&](const ProgramText& text) {
        const auto given = m_given.find({program.workload, text.param});
        if (!text.isFree || given == m_given.end()) return true;
        return given->second.isAgreed && !given->second.unseen.contains(text.value);
    };
    const auto areOwnFiles = [&](const auto& named) {
        const auto& [naming, files] = named;
        const auto given = m_given.find({program.workload, naming.first});
        if (given == m_given.end() || !given->second.naming.contains(naming.second)) return true;
        const auto agreed = given->second.files.find(naming.second);
        return agreed != given->second.files.end() && std::ranges::find(agreed->second, files) != agreed->second.end();
    };
    return std::ranges::all_of(program.texts, isOwnText) && std::ranges::all_of(program.files, areOwnFiles);
}

}  // namespace breakeven
