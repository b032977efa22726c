#include "core/measure/topology.h"

#include <hwloc.h>

#include <charconv>

namespace breakeven {
namespace {

using Text = std::optional<std::string>;
using Bitmap = std::unique_ptr<hwloc_bitmap_s, decltype(&hwloc_bitmap_free)>;

Bitmap emptyBitmap() {
    return {hwloc_bitmap_alloc(), hwloc_bitmap_free};
}

Text countOf(hwloc_topology_t topology, hwloc_obj_type_t type) {
    const int count = topology != nullptr ? hwloc_get_nbobjs_by_type(topology, type) : 0;
    return count > 0 ? Text(std::to_string(count)) : std::nullopt;
}

std::string cacheSize(hwloc_uint64_t bytes) {
    constexpr hwloc_uint64_t Mebibyte = 1U << 20;
    return bytes >= 10 * Mebibyte ? std::to_string(bytes / Mebibyte) + " MiB" : std::to_string(bytes / 1024) + " KiB";
}

}  // namespace

void Topology::Destroy::operator()(hwloc_topology* topology) const {
    hwloc_topology_destroy(topology);
}

Topology::Topology() {
    hwloc_topology_t topology = nullptr;
    if (hwloc_topology_init(&topology) != 0) return;
    m_topology.reset(topology);
    if (hwloc_topology_load(topology) != 0) m_topology.reset();
}

std::optional<WorkerCount> Topology::usableCores() const {
    const Bitmap mask = emptyBitmap();
    if (!m_topology || !mask || hwloc_get_cpubind(m_topology.get(), mask.get(), HWLOC_CPUBIND_THREAD) != 0)
        return std::nullopt;
    WorkerCount cores = 0;
    hwloc_obj_t core = nullptr;
    while ((core = hwloc_get_next_obj_by_type(m_topology.get(), HWLOC_OBJ_CORE, core)) != nullptr)
        cores += hwloc_bitmap_intersects(core->cpuset, mask.get());
    return cores > 0 ? std::optional(cores) : std::nullopt;
}

Text Topology::cores() const {
    return countOf(m_topology.get(), HWLOC_OBJ_CORE);
}

Text Topology::numaNodes() const {
    return countOf(m_topology.get(), HWLOC_OBJ_NUMANODE);
}

Text Topology::simultaneousThreads() const {
    const int cores = m_topology ? hwloc_get_nbobjs_by_type(m_topology.get(), HWLOC_OBJ_CORE) : 0;
    if (cores <= 0) return std::nullopt;
    const int threads = hwloc_get_nbobjs_by_type(m_topology.get(), HWLOC_OBJ_PU);
    if (threads <= cores) return "off";
    char text[32];
    const double perCore = static_cast<double>(threads) / cores;
    const auto end = std::to_chars(text, text + sizeof text, perCore, std::chars_format::fixed, 1).ptr;
    return std::string(text, end) + " threads per core";
}

Text Topology::caches() const {
    std::string text;
    constexpr std::pair<hwloc_obj_type_t, const char*> Levels[] = {
        {HWLOC_OBJ_L1CACHE, "L1 "}, {HWLOC_OBJ_L2CACHE, "L2 "}, {HWLOC_OBJ_L3CACHE, "L3 "}};
    for (const auto& [type, name] : Levels) {
        const hwloc_obj_t cache = m_topology ? hwloc_get_next_obj_by_type(m_topology.get(), type, nullptr) : nullptr;
        if (cache == nullptr || cache->attr->cache.size == 0) continue;
        text += (text.empty() ? "" : ", ") + std::string(name) + cacheSize(cache->attr->cache.size);
    }
    return text.empty() ? std::nullopt : Text(text);
}

Text Topology::kinds() const {
    const int kinds = m_topology ? hwloc_cpukinds_get_nr(m_topology.get(), 0) : 0;
    if (kinds <= 0) return std::nullopt;
    if (kinds == 1) return "all alike";
    std::string text;
    for (int kind = 0; kind < kinds; ++kind) {
        const Bitmap cpus = emptyBitmap();
        if (!cpus || hwloc_cpukinds_get_info(m_topology.get(), static_cast<unsigned>(kind), cpus.get(), nullptr,
                                             nullptr, nullptr, 0) != 0)
            return std::nullopt;
        text += (text.empty() ? "" : ", ") + std::to_string(hwloc_bitmap_weight(cpus.get())) + " of kind " +
                std::to_string(kind);
    }
    return text;
}

}  // namespace breakeven
