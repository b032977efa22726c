/// A list whose items are looked up in a folder of the disk cache before they are computed. What is found again is the
/// same item of the same workload, version and parameters, whatever the size of the list it was in.
#pragma once

#include "core/engine/cached_kernel.h"
#include "core/run/block_list.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include <sys/statvfs.h>

namespace breakeven {

struct CachedList {
    std::unique_ptr<CachedKernel> kernel;  ///< on the memory of the block's list
    SharedKernel shared;

    /// Makes the folder. Errors: Unwritable; Internal when one file per item may take more than half of what the disk
    /// has left.
    static Result<CachedList> open(const BlockList& list, const std::string& folder);
};

/// Small files that a disk can still take: blocks, or inodes where the file system counts them.
std::uint64_t roomForFiles(const struct statvfs& disk);

/// The KernelFactory of the runner: of lists with a cache and without, recorded ones, and empty ones.
Result<std::unique_ptr<Kernel>> listKernel(const std::string& recipe, std::span<std::byte> memory);

}  // namespace breakeven
