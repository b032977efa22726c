/// Counts that keep every digit, for what is looked up by them or was counted.
#pragma once

#include <QString>

#include <cstdint>

namespace breakeven {

/// "3 814 217": thousands stand apart by a narrow space that breaks no line (U+202F).
QString groupedDigits(std::uint64_t count);

}  // namespace breakeven
