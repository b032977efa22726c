/// SharedText: a text that many values have in common. Each different one is kept once, as long as the program runs, so
/// that a value with one is copied and forgotten like a number. Of texts of which there are few.
#pragma once

#include <string>
#include <string_view>

namespace breakeven {

class SharedText {
public:
    SharedText() = default;
    SharedText(std::string_view text);  ///< thread-safe
    SharedText(const std::string& text) : SharedText(std::string_view(text)) {}
    SharedText(const char* text) : SharedText(std::string_view(text)) {}

    bool empty() const { return m_text == nullptr; }
    const std::string& text() const;

private:
    const std::string* m_text = nullptr;  // never an empty one
};

}  // namespace breakeven
