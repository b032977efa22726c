/// A list and a function on its items, for tests that care for neither.
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace breakeven {

inline int tripled(int x) {
    return 3 * x;
}

/// 0, 1, 2, …
inline std::vector<int> firstNumbers(int count) {
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

}  // namespace breakeven
