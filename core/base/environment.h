/// What is known of the machine and the build a run was measured on. Travels in the first line of every run file.
#pragma once

#include "core/base/units.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// Flag of every sample of a debug build; the only trace of the build that a table keeps.
inline constexpr std::string_view DebugBuildFlag = "debug-build";

/// Flag of every sample that was taken while a debugger held the program.
inline constexpr std::string_view DebuggerFlag = "debugger";

/// One observed property. A fact that the system does not show has no value and reads "not observable".
struct Fact {
    std::string id;                    ///< stable, dotted: "cpu.model", "memory.available_bytes"
    std::string title;                 ///< sentence case, for people
    std::optional<std::string> value;  ///< with unit; absent: not observable
    bool operator==(const Fact&) const = default;
};

struct Environment {
    WorkerCount usableCpus = 1;    ///< min(online, affinity, quota)
    std::string usableCpusReason;  ///< which limit decides, for example "affinity mask"
    WorkerCount physicalCores = 1;
    bool debugBuild = false;  ///< assertions on: not for publication
    std::vector<Fact> facts;  ///< in the order in which they are shown
    bool operator==(const Environment&) const = default;
};

}  // namespace breakeven
