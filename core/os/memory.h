/// Memory: how much may be asked for, and blocks of it that other processes can map.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace breakeven {

struct AvailableMemory {
    ByteCount bytes = 0;  ///< min(MemAvailable, cgroup limit minus use)
    std::string reason;   ///< "MemAvailable" or "cgroup limit"
};

AvailableMemory availableMemory();

/// a*b, absent on overflow of 64 bits.
std::optional<ByteCount> checkedProduct(ByteCount a, ByteCount b);
std::optional<ByteCount> checkedSum(ByteCount a, ByteCount b);

enum class Sharing { Private, Shared };

/// Zeroed, page-aligned memory; Shared is a nameless memfd, sealed against resizing, that children can map.
class MemoryBlock {
public:
    /// Errors: Internal "memory: 1.60 GB could not be had: …".
    static Result<MemoryBlock> create(std::size_t bytes, Sharing sharing);
    /// Maps a memfd received from another process, populated. Does not take the descriptor over.
    static Result<MemoryBlock> map(int fd, std::size_t bytes);

    MemoryBlock() = default;
    MemoryBlock(MemoryBlock&& other) noexcept;
    MemoryBlock& operator=(MemoryBlock&& other) noexcept;
    ~MemoryBlock();

    std::span<std::byte> bytes() const { return {m_data, m_size}; }
    int fd() const { return m_fd; }  ///< -1 when private

private:
    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
    int m_fd = -1;
};

}  // namespace breakeven
