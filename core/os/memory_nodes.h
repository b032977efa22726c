/// On which of the machine's memory nodes pages lie and threads run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// How many nodes the kernel has; absent where it does not tell.
std::optional<std::size_t> memoryNodes();

/// Nodes in a list of the kernel's: "0-1,3" are 3. Absent for anything else.
std::optional<std::size_t> countOfList(std::string_view list);

/// The node of the CPU that the calling thread is on; absent where the kernel does not tell.
std::optional<int> currentNode();

/// Pages by node, of the mapping that holds the address, in a text of /proc/self/numa_maps; empty when no line holds it
/// or the line tells no page. Neighbours of one kind may be one mapping.
/// Source: numa(7).
std::vector<std::uint64_t> pagesByNode(std::string_view numaMaps, std::uintptr_t address);

/// The same of this process now. It walks the page tables: some milliseconds for a large list. Empty where the kernel
/// does not tell.
std::vector<std::uint64_t> pagesByNode(const void* address);

}  // namespace breakeven
