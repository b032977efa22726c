/// The flags of samples in words.
#pragma once

#include <string>
#include <string_view>

namespace breakeven {

/// One sentence: what the flag tells of the sample, and what to do where there is something. Empty for a flag of
/// somebody else's file.
std::string flagMeaning(std::string_view flag);

}  // namespace breakeven
