/// Thunk: how a function finds itself again in another process that runs the same program. It is sent as its distance
/// from a fixed place in the program, which is the same after a fork and after a spawn.
#pragma once

#include "core/base/result.h"
#include "core/engine/kernel.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace breakeven {

using AnyFunction = void (*)();

/// Errors: NotBuilt when the function does not lie in this program but in a shared library.
Result<std::ptrdiff_t> placeOf(AnyFunction function);
AnyFunction functionAt(std::ptrdiff_t place);

/// Makes a kernel in the other process; `payload` is what came with it.
using KernelMaker = Result<std::unique_ptr<Kernel>> (*)(std::string_view payload, std::span<std::byte> memory);

/// The recipe for kernelFromThunk. Errors: those of placeOf.
Result<std::string> writeThunk(KernelMaker maker, std::string_view payload);

/// The KernelFactory of programs that use <breakeven/parallel.h>. Errors: Internal for bytes that are no recipe; those
/// of the maker.
Result<std::unique_ptr<Kernel>> kernelFromThunk(const std::string& recipe, std::span<std::byte> memory);

}  // namespace breakeven
