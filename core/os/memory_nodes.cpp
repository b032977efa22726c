#include "core/os/memory_nodes.h"

#include "core/os/files.h"

#include <algorithm>
#include <charconv>

#include <sched.h>

namespace breakeven {

namespace {

/// What is before the separator, which is taken off with it.
std::string_view cutOff(std::string_view& text, char separator) {
    const std::string_view front = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(front.size() + 1, text.size()));
    return front;
}

/// The whole text as a number.
template <class Number>
bool read(std::string_view text, Number& number, int base = 10) {
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, base);
    return error == std::errc{} && stop == end;
}

/// Adds what a word such as N1=859 tells.
void addPages(std::string_view word, std::vector<std::uint64_t>& pages) {
    constexpr std::size_t MostNodes = 1024;
    if (!word.starts_with('N')) return;
    word.remove_prefix(1);
    std::size_t node = 0;
    std::uint64_t count = 0;
    if (!read(cutOff(word, '='), node) || !read(word, count) || node >= MostNodes) return;
    pages.resize(std::max(pages.size(), node + 1));
    pages[node] += count;
}

}  // namespace

std::optional<std::size_t> countOfList(std::string_view list) {
    std::size_t count = 0;
    while (!list.empty()) {
        std::string_view range = cutOff(list, ',');
        std::size_t first = 0;
        if (!read(cutOff(range, '-'), first)) return std::nullopt;
        std::size_t last = first;
        if (!range.empty() && (!read(range, last) || last < first)) return std::nullopt;
        count += last - first + 1;
    }
    return count > 0 ? std::optional(count) : std::nullopt;
}

std::optional<std::size_t> memoryNodes() {
    const std::string text = readFile("/sys/devices/system/node/has_memory").value_or("");
    return countOfList(std::string_view(text).substr(0, text.find('\n')));
}

std::optional<int> currentNode() {
    unsigned node = 0;
    return getcpu(nullptr, &node) == 0 ? std::optional(static_cast<int>(node)) : std::nullopt;
}

std::vector<std::uint64_t> pagesByNode(std::string_view numaMaps, std::uintptr_t address) {
    std::string_view holding;
    while (!numaMaps.empty()) {
        std::string_view line = cutOff(numaMaps, '\n');
        std::uintptr_t begin = 0;
        if (!read(cutOff(line, ' '), begin, 16)) continue;
        if (begin > address) break;
        holding = line;
    }
    std::vector<std::uint64_t> pages;
    while (!holding.empty())
        addPages(cutOff(holding, ' '), pages);
    return pages;
}

std::vector<std::uint64_t> pagesByNode(const void* address) {
    const std::string text = readFile("/proc/self/numa_maps").value_or("");
    return pagesByNode(text, reinterpret_cast<std::uintptr_t>(address));
}

}  // namespace breakeven
