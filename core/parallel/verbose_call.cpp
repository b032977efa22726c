#include "core/parallel/verbose_call.h"

#include <iostream>

namespace breakeven {

void writeLine(const VerboseOptions& options, std::string_view line) {
    constexpr int FirstOnOutput = 50;  // joblib's
    if (line.empty()) return;
    if (options.output)
        options.output(line);
    else
        (options.verbose < FirstOnOutput ? std::cerr : std::cout) << line << std::flush;
}

}  // namespace breakeven
