/// The colour of each backend family, for ever: the same in every chart, table and report.
/// Source: Okabe and Ito, Color Universal Design (2008), toned per theme for 3:1 contrast of lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace breakeven {

struct Rgb {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Rgb&) const = default;
};

struct Paper {
    Rgb background, text, grid;
};

Paper paper(bool dark);

/// The family of a backend id: its first word, so that variants share a colour ("tbb-static" → "tbb").
std::string_view familyOf(std::string_view backend);

/// Unknown families get a neutral brown of their own.
Rgb familyColour(std::string_view family, bool dark);

std::string hexText(Rgb colour);  ///< "#0072B2"

/// WCAG 2 contrast ratio, in [1, 21].
double contrast(Rgb a, Rgb b);

}  // namespace breakeven
