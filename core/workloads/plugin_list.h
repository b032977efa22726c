/// Lists that a library with the C interface of <breakeven/plugin.h> computes.
#pragma once

#include "core/base/result.h"
#include "core/workloads/plugin.h"
#include "core/workloads/workload.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace breakeven {

/// Loads the library, which runs code of it; it stays until the process ends. From one thread only.
/// Errors: WorkFailed "'FILE' …": a file that cannot be read or is no library, one without the function, of another
/// version, or with slots that may not be.
Result<const breakeven_workload*> loadPlugin(const std::string& file);

/// On memory that has room for its slots. `name` stands before what the library complains of.
std::unique_ptr<Workload> makePluginList(const breakeven_workload& library, std::string name, ItemCount size,
                                         std::span<std::byte> memory);

}  // namespace breakeven
