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

    /// False when outputs may differ, so that there is nothing to verify.
    virtual bool isCompared() const { return true; }
};

/// Everything that defines one list.
struct ListRecipe {
    std::string workload;
    Params params;  ///< complete: makePlan filled in the initial values
    ItemCount size = 1;
    bool isBoundElsewhere = false;  ///< another process has bound it before: what it has made for that is there
};

/// What an item's slots take.
struct SlotBytes {
    ByteCount input = 0;
    ByteCount output = 0;
};

struct WorkloadEntry {
    WorkloadInfo info;
    /// memory holds input, then output, each aligned to 64 bytes, as listBytes() counts them. May throw.
    std::unique_ptr<Workload> (*bind)(const ListRecipe& recipe, std::span<std::byte> memory);
    double tolerance = 0;  ///< relative, for Digest::sum
    /// The path of the shared library that computes the items and says how large they are, null: there is none. What is
    /// wrong with it is an error.
    Result<std::string> (*library)(const ListRecipe& recipe) = nullptr;
};

/// In the order of workloads.def.
std::span<const WorkloadEntry> workloads();
/// Those that only peers can run: they have a list, but no kernel.
std::span<const WorkloadEntry> peerWorkloads();
const WorkloadEntry* findWorkload(std::string_view id);  ///< of both; nullptr when unknown

/// Bytes of input and output together, checked; none when only a library tells. Errors: Refused when it overflows.
Result<ByteCount> listBytes(const WorkloadInfo& info, ItemCount size);
/// Of any workload, and only where programs may be run: it loads the library that the parameters name.
/// Errors: also InvalidInput for an unknown workload or parameter; what is wrong with the library.
Result<ByteCount> listBytes(const ListRecipe& recipe);

/// The path of WorkloadEntry::library, or empty. Errors: as listBytes(recipe).
Result<std::string> libraryOf(const ListRecipe& recipe);

/// Errors: as listBytes(recipe), and those of a workload that cannot be had.
Result<std::unique_ptr<Workload>> bindList(const ListRecipe& recipe, std::span<std::byte> memory);

/// Text form for SharedKernel::recipe, and the KernelFactory that reads it.
std::string writeRecipe(const ListRecipe& recipe);
Result<std::unique_ptr<Kernel>> kernelFromRecipe(const std::string& recipe, std::span<std::byte> memory);

/// True when the parallel digest equals the serial one within the tolerance.
bool sameDigest(const Digest& serial, const Digest& parallel, double tolerance);

}  // namespace breakeven
