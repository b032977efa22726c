/// The way of an error out of Kernel::run and Workload::generate, where the caller turns exceptions into errors again.
#pragma once

#include "core/base/result.h"

#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace breakeven {

/// The value, or std::runtime_error "WHAT: DETAIL".
template <class T>
T orThrow(const std::string& what, Result<T> result) {
    if (!result) throw std::runtime_error(what + ": " + result.error().detail);
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

}  // namespace breakeven
