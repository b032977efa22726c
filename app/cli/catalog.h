/// Everything that can be chosen: what the registries hold, and the experiments among the resources.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/spec.h"

#include <filesystem>

namespace breakeven {

/// All but the lessons, which only those read who list or teach them.
/// Errors: Internal when the resources are missing; InvalidInput naming a shipped experiment that does not parse.
Result<Catalog> composeCatalog();

/// Says of each backend what this machine lacks for it. Starts Python once.
void addMissing(Catalog& catalog);

/// resources/lessons. Errors: Internal when the resources are missing.
Result<std::filesystem::path> lessonsFolder();

/// The file of a shipped experiment; it need not exist. Errors: Internal when the resources are missing.
Result<std::filesystem::path> experimentFile(const std::string& id);

/// A spec file (.json or any other suffix), or the spec that a run file (.jsonl) begins with.
/// Errors: Unreadable; InvalidInput with the file's name.
Result<ExperimentSpec> readSpec(const std::filesystem::path& path);

}  // namespace breakeven
