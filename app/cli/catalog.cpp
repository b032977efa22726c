#include "app/cli/catalog.h"

#include "core/base/calls.h"
#include "core/engine/worker_pool.h"
#include "core/experiment/codec.h"
#include "core/io/formats.h"
#include "core/os/files.h"
#include "core/peers/peers.h"
#include "core/plots/plots.h"
#include "core/workloads/workload.h"

#include <algorithm>
#include <system_error>

namespace breakeven {
namespace {

constexpr ByteCount LargestSpec = 10'000'000;

template <class Entries>
auto infosOf(const Entries& entries) {
    std::vector<decltype(entries.front().info)> infos;
    for (const auto& entry : entries)
        infos.push_back(entry.info);
    return infos;
}

Result<std::vector<NamedInfo>> shippedExperiments() {
    BREAKEVEN_TRY(const auto resources, resourcesFolder());
    std::vector<std::filesystem::path> files;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(resources / "experiments", failure)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    if (failure) {
        return Error{ErrorCode::Internal,
                     "experiments: " + (resources / "experiments").string() + " cannot be read: " + failure.message()};
    }
    std::sort(files.begin(), files.end());
    std::vector<NamedInfo> experiments;
    for (const auto& file : files) {
        BREAKEVEN_TRY(const auto spec, readSpec(file));
        experiments.push_back({file.stem().string(), spec.title, spec.question});
    }
    return experiments;
}

}  // namespace

Result<Catalog> composeCatalog() {
    Catalog catalog;
    catalog.workloads = infosOf(workloads());
    for (const WorkloadEntry& entry : peerWorkloads())
        catalog.workloads.push_back(entry.info);
    catalog.backends = infosOf(backends());
    for (const Backend& peer : peers())
        catalog.backends.push_back(peer.info);
    catalog.calls = infosOf(calls());
    catalog.pools = {{"cold", "Cold", "Nothing of the pool exists when the clock starts"},
                     {"warm", "Warm", "The pool has just run the same list untimed"},
                     {"after-idle", "After idle", "The pool was warm and then idle for 50 ms"}};
    BREAKEVEN_TRY(catalog.experiments, shippedExperiments());
    catalog.plots = infosOf(plots());
    catalog.formats = infosOf(formats());
    return catalog;
}

void addMissing(Catalog& catalog) {
    const auto python = findPython();
    for (BackendInfo& backend : catalog.backends) {
        if (backend.family != "python") continue;
        if (!python)
            backend.missing = python.error().detail;
        else if (!python->joblib && backend.id.find("joblib") != std::string::npos)
            backend.missing = python->program + " has no joblib, the package python3-joblib brings it";
    }
}

Result<std::filesystem::path> lessonsFolder() {
    BREAKEVEN_TRY(const auto resources, resourcesFolder());
    return resources / "lessons";
}

Result<std::filesystem::path> experimentFile(const std::string& id) {
    BREAKEVEN_TRY(const auto resources, resourcesFolder());
    return resources / "experiments" / (id + ".json");
}

Result<ExperimentSpec> readSpec(const std::filesystem::path& path) {
    if (path.extension() == ".jsonl") {
        BREAKEVEN_TRY(const auto run, readResults(path));
        return foldEvents(run.events).run().spec;
    }
    BREAKEVEN_TRY(const auto text, readFile(path, LargestSpec));
    auto spec = parseSpec(text);
    if (!spec) return Error{spec.error().code, path.string() + ": " + spec.error().detail};
    return spec;
}

}  // namespace breakeven
