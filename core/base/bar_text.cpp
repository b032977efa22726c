#include "core/base/bar_text.h"

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

/// The first byte of a character, not one that continues it.
bool beginsCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::string twoDigits(long long number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string clockText(Seconds seconds) {
    constexpr double LongestShown = 360'000;
    const auto whole = std::llround(std::clamp(seconds.count(), 0.0, LongestShown));
    const std::string minutesAndSeconds = twoDigits(whole / 60 % 60) + ':' + twoDigits(whole % 60);
    return whole < 3600 ? minutesAndSeconds : std::to_string(whole / 3600) + ':' + minutesAndSeconds;
}

std::string percentText(double fraction) {
    const auto percent = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * 100);
    const std::string text = std::to_string(percent);
    return std::string(3 - std::min<std::size_t>(3, text.size()), ' ') + text + '%';
}

std::string barCells(double fraction, std::size_t columns) {
    static const char* const Eighths[] = {" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto filled = static_cast<std::size_t>(std::clamp(fraction, 0.0, 1.0) * static_cast<double>(columns) * 8);
    std::string bar;
    for (std::size_t cell = 0; cell < columns; ++cell) {
        const std::size_t eighths = filled > cell * 8 ? filled - cell * 8 : 0;
        bar += eighths >= 8 ? "█" : Eighths[eighths];
    }
    return bar;
}

std::size_t columnsOf(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), beginsCharacter));
}

std::string cutTo(const std::string& text, std::size_t columns) {
    std::string cut;
    std::size_t width = 0;
    for (const char c : text) {
        if (beginsCharacter(c) && ++width > columns) break;
        cut += c;
    }
    return cut;
}

}  // namespace breakeven
