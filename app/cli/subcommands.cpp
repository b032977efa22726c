#include "app/cli/subcommands.h"

#include <algorithm>
#include <cctype>
#include <iostream>

namespace breakeven {

Error pdfRefusal(const std::string& field) {
    return {ErrorCode::InvalidInput, field + ": pages are made by another program (breakeven --report RUN OUT.pdf)"};
}

void warn(const std::string& text) {
    std::string line = "breakeven-cli: " + text;
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return std::iscntrl(c) != 0; }, ' ');
    std::cerr << line + '\n' << std::flush;
}

}  // namespace breakeven
