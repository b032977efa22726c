#include "app/cli/subcommands.h"

#include <algorithm>
#include <cctype>
#include <iostream>

namespace breakeven {

Error notBuiltYet(const std::string& what) {
    return {ErrorCode::NotBuilt, what + ": not built yet"};
}

void warn(const std::string& text) {
    std::string line = "breakeven-cli: " + text;
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return std::iscntrl(c) != 0; }, ' ');
    std::cerr << line + '\n' << std::flush;
}

}  // namespace breakeven
