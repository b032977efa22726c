#include "core/analysis/flag_meaning.h"

#include "core/base/environment.h"
#include "core/experiment/event.h"

#include <algorithm>
#include <array>

namespace breakeven {

namespace {

struct Meaning {
    std::string_view flag;
    const char* text;
};

constexpr std::array Meanings{
    Meaning{"throttled", "A CPU quota stopped it: raise the container's limit, or use fewer workers."},
    Meaning{"thermal", "The CPU was too hot and lowered its clock: let it cool, and measure again."},
    Meaning{"steal", "Other guests of this machine had its CPUs for more than 1 % of it: measure when they are quiet."},
    Meaning{"pressure",
            "Somebody waited for a CPU for more than 5 % of it: close other programs, or use no more workers than "
            "CPUs."},
    Meaning{"switches", "Its threads were taken off their CPUs again and again: close other programs."},
    Meaning{"page-faults",
            "Memory was touched for the first time, or came from a disk: use again what was touched before."},
    Meaning{"migrated",
            "It ended on another CPU than it began on: where many do, other programs compete with the workers."},
    Meaning{DebugBuildFlag, "Measured with assertions on: use the release build."},
    Meaning{DebuggerFlag, "A debugger held the program: measure without it."},
    Meaning{CacheStoresFlag, "Items were computed and stored: only later samples look them up."},
    Meaning{"warm-runtime", "Threads of the runtime outlived its pool, so the next start is not quite cold."},
    Meaning{"oversubscribed", "More workers than usable CPUs take turns: use no more workers than CPUs."},
};

}  // namespace

std::string flagMeaning(std::string_view flag) {
    if (flag.starts_with(ChoiceFlagPrefix))
        return "The pool chose " + std::string(flag.substr(ChoiceFlagPrefix.size())) + " by itself.";
    const auto known = std::ranges::find(Meanings, flag, &Meaning::flag);
    return known == Meanings.end() ? std::string() : known->text;
}

}  // namespace breakeven
