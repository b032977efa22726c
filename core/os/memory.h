/// Memory: how much may be asked for, and blocks of it that other processes can map.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/descriptor.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace breakeven {

struct AvailableMemory {
    ByteCount bytes = 0;  ///< min(MemAvailable, cgroup limit minus use)
    std::string reason;   ///< where it is from: "MemAvailable", "cgroup limit", or as systemMemory() says
};

AvailableMemory availableMemory();

/// Without limits of cgroups. A text of /proc/meminfo without MemAvailable, as where /proc is not mounted: the RAM that
/// is free by sysinfo(2), which counts no page cache that could be given back; 0 and "memory unknown" when that fails.
AvailableMemory systemMemory(const std::string& procMeminfo);

/// What the tightest memory limit along the cgroup path of this process leaves, page cache that can be given back
/// counted as free; absent: no limit. Tests pass their own text of /proc/self/cgroup and root.
std::optional<ByteCount> cgroupMemoryLeft(const std::string& procCgroup, const std::string& root);

/// a*b, absent on overflow of 64 bits.
std::optional<ByteCount> checkedProduct(ByteCount a, ByteCount b);
std::optional<ByteCount> checkedSum(ByteCount a, ByteCount b);

enum class Sharing { Private, Shared };

/// Zeroed, page-aligned memory; Shared is a nameless memfd, sealed against resizing, that children can map.
class MemoryBlock {
public:
    /// A shared block has all its pages from the start: a lack of memory is an error here, not a SIGBUS later.
    /// Errors: Internal "memory: 1.60 GB could not be had: …", also for more than availableMemory().
    static Result<MemoryBlock> create(std::size_t bytes, Sharing sharing);
    /// Maps a memfd received from another process, populated. Does not take the descriptor over.
    /// Errors: Internal when the descriptor holds fewer bytes, may still shrink, or cannot be mapped.
    static Result<MemoryBlock> map(int fd, std::size_t bytes);

    MemoryBlock() = default;
    MemoryBlock(MemoryBlock&& other) noexcept;
    MemoryBlock& operator=(MemoryBlock&& other) noexcept;
    ~MemoryBlock();

    std::span<std::byte> bytes() const { return {m_data, m_size}; }
    int fd() const { return m_fd.get(); }  ///< -1 when private

private:
    static Result<MemoryBlock> mapFile(int fd, std::size_t bytes, int flags);

    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
    Descriptor m_fd;
};

}  // namespace breakeven
