#include "core/measure/launch_layout.h"

#include "core/base/parse.h"
#include "core/base/random.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace breakeven {

namespace {

/// "512 xxxxx…": the bytes to skip on the stack, then as many letters as are added to the environment.
constexpr char Variable[] = "BREAKEVEN_LAYOUT";
constexpr std::size_t Range = 4096;
constexpr std::size_t StackAlignment = 16;

}  // namespace

LaunchLayout randomLayout(std::uint64_t seed, int launch) {
    const std::uint64_t own = randomBits(seed, static_cast<std::uint64_t>(launch));
    return {.environmentBytes = randomBelow(own, 0, Range),
            .stackBytes = randomBelow(own, 1, Range / StackAlignment) * StackAlignment};
}

void announceLayout(const LaunchLayout& layout) {
    const std::string text = std::to_string(layout.stackBytes) + ' ' + std::string(layout.environmentBytes, 'x');
    setenv(Variable, text.c_str(), 1);
}

LaunchLayout announcedLayout() {
    const char* const announced = std::getenv(Variable);
    if (announced == nullptr) return {};
    const std::string_view text = announced;
    const std::size_t end = std::min(text.find(' '), text.size());
    const auto stack = parseWhole<std::size_t>(text.substr(0, end));
    if (!stack || end == text.size()) return {};
    return {.environmentBytes = text.size() - end - 1, .stackBytes = std::min(*stack, Range)};
}

}  // namespace breakeven
