/// Workload: a kernel with its list. The registry entry describes it and binds it to memory that the caller owns, so
/// that worker processes can bind the same list again.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/engine/kernel.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace breakeven {

/// What a list's output comes to, for verification against serial.
struct Digest {
    std::uint64_t hash = 0;  ///< of the output's bytes, or of what must be equal exactly
    double sum = 0;          ///< for floating reductions; 0 when hash says it all
};

class Workload : public Kernel {
public:
    /// Fills the input deterministically from the seed, or from what its parameters name, and clears the output.
    /// Untimed. May throw, like run.
    virtual void generate(std::uint64_t seed) = 0;

    /// Fills the output with values that no item yields, so that a missing item cannot go unnoticed. Untimed.
    virtual void clearOutput() = 0;

    virtual Digest digest() const = 0;
};

/// Everything that defines one list.
struct ListRecipe {
    std::string workload;
    Params params;  ///< complete: makePlan filled in the initial values
    ItemCount size = 1;
};

struct WorkloadEntry {
    WorkloadInfo info;
    /// memory holds input, then output, each aligned to 64 bytes, as listBytes() counts them.
    std::unique_ptr<Workload> (*bind)(const ListRecipe& recipe, std::span<std::byte> memory);
    double tolerance = 0;  ///< relative, for Digest::sum
};

/// In the order of workloads.def.
std::span<const WorkloadEntry> workloads();
/// Those that only the backends of one family can run: they have a list, but no kernel.
std::span<const WorkloadEntry> peerWorkloads();
const WorkloadEntry* findWorkload(std::string_view id);  ///< of both; nullptr when unknown

/// Bytes of input and output together, checked. Errors: Refused when it overflows.
Result<ByteCount> listBytes(const WorkloadInfo& info, ItemCount size);

/// Errors: InvalidInput for an unknown workload.
Result<std::unique_ptr<Workload>> bindList(const ListRecipe& recipe, std::span<std::byte> memory);

/// Text form for SharedKernel::recipe, and the KernelFactory that reads it.
std::string writeRecipe(const ListRecipe& recipe);
Result<std::unique_ptr<Kernel>> kernelFromRecipe(const std::string& recipe, std::span<std::byte> memory);

/// True when the parallel digest equals the serial one within the tolerance.
bool sameDigest(const Digest& serial, const Digest& parallel, double tolerance);

}  // namespace breakeven
