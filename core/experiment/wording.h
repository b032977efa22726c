/// How errors of specs and ranges are worded: one line that names the field, its value and what is allowed.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// The text made fit for one line: control characters become spaces, long texts are clipped.
std::string oneLine(std::string_view text);

/// oneLine() in single quotes.
std::string inQuotes(std::string_view text);

/// "sizes: '-5' is not allowed (whole numbers from 1 to 1e12)". value: already quoted, or a bare number.
Error notAllowed(std::string_view field, std::string_view value, std::string_view allowed);

/// "; did you mean 'square'?" where one of those known is near enough, else empty.
std::string didYouMean(const std::vector<std::string>& known, std::string_view wrong);

/// "square, sleep-square; did you mean 'square'?": every choice, and the nearest one when it is near enough.
std::string choices(const std::vector<std::string>& known, std::string_view wrong);

/// Shortest text that reads back as the same number; whole numbers without a point.
std::string numberText(double value);

}  // namespace breakeven
