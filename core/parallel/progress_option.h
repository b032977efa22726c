/// ProgressOption: whether a call shows how far it is, and where.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace breakeven {

struct ProgressOption {
    ProgressOption(bool isShown) : shown(isShown) {}
    ProgressOption(const char* text) : shown(true), label(text) {}
    ProgressOption(std::string text) : shown(true), label(std::move(text)) {}

    bool shown = false;
    std::string label;  ///< before the bar; may be empty
    /// Takes each text to be shown, control characters included; empty: standard error. Called by one thread.
    std::function<void(std::string_view)> sink = {};
};

}  // namespace breakeven
