#pragma once

#include "core/base/numbers.h"  // IWYU pragma: export
