/// The colour and the first sign of each backend family, for ever: the same in every chart, table and report.
/// Source: Okabe and Ito, Color Universal Design (2008), toned per ground: lines have a contrast of at least 3:1, in
/// daylight 4.5:1; text at least 4.5:1, in daylight 7:1.
#pragma once

#include "core/plots/plot.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace breakeven {

struct Rgb {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Rgb&) const = default;
};

/// What is drawn on: a screen in the light or the dark theme, or a projector in a lit room.
enum class Ground { Light, Dark, Daylight };

struct Paper {
    Rgb background, text, grid;
    Rgb muted;  ///< text of second rank, and lines that are no curve
};

Paper paper(Ground ground);
inline Paper paper(bool dark) {
    return paper(dark ? Ground::Dark : Ground::Light);
}

/// The family of a backend id: its first word, so that variants share a colour ("tbb-static" → "tbb").
std::string_view familyOf(std::string_view backend);

/// The family of one of the parts that a time or a loss is made of: of no backend, so it has the colour of none.
/// Range: part < 4.
std::string partFamily(int part);

/// Unknown families get a neutral brown of their own.
Rgb familyColour(std::string_view family, Ground ground);
inline Rgb familyColour(std::string_view family, bool dark) {
    return familyColour(family, dark ? Ground::Dark : Ground::Light);
}

/// That of the family's first variant. Families of one sign have colours that are told apart without red or green.
Sign familySign(std::string_view family);

std::string hexText(Rgb colour);  ///< "#0072B2"

/// WCAG 2 contrast ratio, in [1, 21].
double contrast(Rgb a, Rgb b);

}  // namespace breakeven
