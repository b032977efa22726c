#include "core/io/foreign_run.h"

#include "core/base/xxhash.h"
#include "core/io/benchmark_names.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

namespace breakeven {

namespace {

std::string stemOf(const std::string& file) {
    return std::filesystem::path(file).stem().string();
}

/// Eight digits that other texts have not, as good as certainly.
std::string digestOf(std::string_view text) {
    std::array<char, 9> digits{};
    std::snprintf(digits.data(), digits.size(), "%08x", static_cast<unsigned>(XXH64(text.data(), text.size(), 0)));
    return digits.data();
}

/// What ExperimentSpec::x says for these trials.
std::string variedBy(const std::vector<Trial>& trials) {
    std::set<ItemCount> sizes;
    std::set<WorkerCount> workers;
    std::map<std::string, std::set<double>> params;
    for (const Trial& trial : trials) {
        sizes.insert(trial.size);
        if (tellsWorkers(trial)) workers.insert(trial.workers);
        for (const auto& [name, value] : trial.params)
            if (const auto* number = std::get_if<double>(&value)) params[name].insert(*number);
    }
    if (sizes.size() > 1) return "size";
    if (workers.size() > 1) return "workers";
    for (const auto& [name, values] : params)
        if (values.size() > 1) return "param:" + name;
    return "size";
}

}  // namespace

ForeignRun::ForeignRun(std::string file, std::string_view text, const std::string& place)
    : m_file(std::move(file)), m_runId(stemOf(m_file) + "-" + digestOf(text)), m_table(m_file, {}, place) {}

Result<LoadedRun> ForeignRun::finish(RunStarted started, const std::string& note) && {
    std::vector<Trial> trials;
    for (const ForeignTrial& each : m_trials)
        trials.push_back(each.trial);
    findSerialBases(trials);
    started.runId = m_runId;
    started.spec.name = stemOf(m_file);
    started.spec.x = variedBy(trials);

    const bool knowsCpus = !started.environment.facts.empty();
    std::map<std::pair<int, int>, int> rounds;  // so far, by trial and launch
    for (std::size_t i = 0; i < trials.size(); ++i) {
        Trial& trial = trials[i];
        trial.oversubscribed = knowsCpus && trial.workers > started.environment.usableCpus;
        ForeignTrial& own = m_trials[i];
        const int id = m_table.trialId(trial);
        for (Sample& sample : own.samples) {
            sample.trial = id;
            sample.round = rounds[{id, sample.launch}]++;
            m_table.add(std::move(sample));
        }
        if (own.summary) m_table.add(SummaryRead{id, *own.summary, std::nullopt});
        if (own.ending) {
            own.ending->trial = id;
            m_table.add(*own.ending);
        }
    }
    m_table.add(Note{note});
    BREAKEVEN_TRY(LoadedRun run, m_table.finish(std::move(started)));
    run.warnings.insert(run.warnings.begin(), m_warnings.begin(), m_warnings.end());
    return run;
}

}  // namespace breakeven
