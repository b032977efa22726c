#include "core/plots/palette.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace breakeven {

namespace {

struct Tones {
    std::string_view family;
    Rgb onLight;
    Rgb onDark;
    Rgb inDaylight;
    Sign sign = Sign::Disc;

    constexpr Rgb on(Ground ground) const {
        return ground == Ground::Light ? onLight : ground == Ground::Dark ? onDark : inDaylight;
    }
};

constexpr std::array Families = {
    Tones{"serial", {0x6B, 0x72, 0x80}, {0x9C, 0xA3, 0xAF}, {0x5A, 0x61, 0x6D}, Sign::Disc},
    Tones{"tbb", {0x00, 0x72, 0xB2}, {0x3D, 0x9B, 0xE0}, {0x00, 0x5A, 0x96}, Sign::Square},
    Tones{"openmp", {0x00, 0x8A, 0x64}, {0x1F, 0xB8, 0x8C}, {0x00, 0x73, 0x52}, Sign::Diamond},
    Tones{"threads", {0xB8, 0x80, 0x00}, {0xE6, 0x9F, 0x00}, {0x8F, 0x52, 0x00}, Sign::Triangle},
    Tones{"async", {0xC2, 0x4F, 0x90}, {0xE0, 0x8F, 0xBC}, {0xB0, 0x3A, 0x7E}, Sign::Pentagon},
    Tones{"stdpar", {0x1E, 0x8F, 0xC4}, {0x7C, 0xCB, 0xF2}, {0x12, 0x79, 0xAE}, Sign::Triangle},
    Tones{"processes", {0xD5, 0x5E, 0x00}, {0xF0, 0x72, 0x2A}, {0xC0, 0x4A, 0x00}, Sign::Star},
    Tones{"mpi", {0x6A, 0x3D, 0x9A}, {0xB3, 0x8C, 0xE6}, {0x5E, 0x2F, 0x91}, Sign::Diamond},
    Tones{"auto", {0x11, 0x14, 0x18}, {0xF5, 0xF7, 0xFA}, {0x11, 0x14, 0x18}, Sign::Pentagon},
    Tones{"python", {0x85, 0x78, 0x00}, {0xF0, 0xE4, 0x42}, {0x6E, 0x64, 0x00}, Sign::Disc},
    Tones{"command", {0x4A, 0x7F, 0x22}, {0x8F, 0xD1, 0x4F}, {0x3D, 0x6E, 0x19}, Sign::Square},
    Tones{"part-1", {0xA3, 0x1F, 0x34}, {0xFF, 0x7A, 0x85}, {0x8C, 0x14, 0x2A}},
    Tones{"part-2", {0x2F, 0x7F, 0x86}, {0x5F, 0xC9, 0xC3}, {0x24, 0x69, 0x73}},
    Tones{"part-3", {0x3B, 0x3F, 0x8F}, {0x8E, 0x9C, 0xFF}, {0x30, 0x34, 0x85}},
};
constexpr Tones Unknown{"", {0x8C, 0x73, 0x5E}, {0xC4, 0xAD, 0x98}, {0x75, 0x60, 0x4E}};

constexpr const Tones& tonesOf(std::string_view family) {
    for (const Tones& tones : Families) {
        if (tones.family == family) return tones;
    }
    return Unknown;
}

constexpr Paper LightPaper{{0xFF, 0xFF, 0xFF}, {0x1B, 0x1F, 0x24}, {0xE3, 0xE6, 0xEA}, {0x5B, 0x65, 0x70}};
constexpr Paper DarkPaper{{0x15, 0x18, 0x1D}, {0xE6, 0xE9, 0xED}, {0x2A, 0x2F, 0x37}, {0x9F, 0xA8, 0xB3}};
constexpr Paper DaylightPaper{{0xFF, 0xFF, 0xFF}, {0x00, 0x00, 0x00}, {0xC4, 0xC9, 0xD0}, {0x3A, 0x42, 0x4B}};

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// Relative luminance of sRGB. Source: WCAG 2.1, "relative luminance".
double luminance(Rgb colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

Paper paper(Ground ground) {
    return ground == Ground::Light ? LightPaper : ground == Ground::Dark ? DarkPaper : DaylightPaper;
}

std::string_view familyOf(std::string_view backend) {
    return backend.substr(0, backend.find('-'));
}

std::string partFamily(int part) {
    return "part-" + std::to_string(part);  // the first has the tone of what is unknown
}

Rgb familyColour(std::string_view family, Ground ground) {
    return tonesOf(family).on(ground);
}

Sign familySign(std::string_view family) {
    return tonesOf(family).sign;
}

std::string hexText(Rgb colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02X%02X%02X", unsigned{colour.red}, unsigned{colour.green},
                  unsigned{colour.blue});
    return text.data();
}

double contrast(Rgb a, Rgb b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

}  // namespace breakeven
