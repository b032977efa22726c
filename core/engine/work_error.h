/// The border at which exceptions of measured code become errors.
#pragma once

#include "core/base/result.h"

#include <exception>

namespace breakeven {

/// WorkFailed with the exception's text on one line.
Error workError(const std::exception_ptr& exception);

}  // namespace breakeven
