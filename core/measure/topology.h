/// How the machine's CPUs and caches are built, as hwloc sees them. What is not shown is absent.
#pragma once

#include "core/base/units.h"

#include <memory>
#include <optional>
#include <string>

struct hwloc_topology;

namespace breakeven {

class Topology {
public:
    Topology();  ///< reads the machine

    /// Cores with at least one CPU in the affinity mask.
    std::optional<WorkerCount> usableCores() const;

    std::optional<std::string> cores() const;
    std::optional<std::string> numaNodes() const;

    /// "off", or "2.0 threads per core".
    std::optional<std::string> simultaneousThreads() const;

    /// "L1 48 KiB, L2 2048 KiB, L3 260 MiB": the size of one data cache of each level.
    std::optional<std::string> caches() const;

    /// "all alike", or the CPUs of each kind, the most efficient kind first: "4 of kind 0, 8 of kind 1".
    std::optional<std::string> kinds() const;

private:
    struct Destroy {
        void operator()(hwloc_topology* topology) const;
    };
    std::unique_ptr<hwloc_topology, Destroy> m_topology;  ///< nullptr when it could not be read
};

}  // namespace breakeven
