/// Names for runs that are shown side by side.
#pragma once

#include "core/history/run_entry.h"

#include <QString>

#include <span>
#include <vector>

namespace breakeven {

/// Unique, and as short as can be: the runs' titles; their start, where the title is the same; a number behind those
/// that nothing tells apart.
std::vector<QString> runNames(std::span<const RunEntry> runs);

}  // namespace breakeven
