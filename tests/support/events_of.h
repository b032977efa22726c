/// For tests: the events of one kind.
#pragma once

#include "core/experiment/event.h"

#include <variant>
#include <vector>

namespace breakeven {

template <class E>
std::vector<E> only(const std::vector<Event>& events) {
    std::vector<E> found;
    for (const auto& event : events)
        if (const auto* match = std::get_if<E>(&event)) found.push_back(*match);
    return found;
}

}  // namespace breakeven
