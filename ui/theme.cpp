#include "ui/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

#include <array>
#include <utility>

namespace breakeven {

namespace {

constexpr std::array<std::pair<Theme, const char*>, 3> ThemeWords{
    {{Theme::System, "system"}, {Theme::Light, "light"}, {Theme::Dark, "dark"}}};

QPalette paletteFor(bool dark) {
    const Paper colours = paper(dark);
    const QColor base = toColour(colours.background);
    const QColor text = toColour(colours.text);
    const QColor window = dark ? QColor(0x1C, 0x20, 0x26) : QColor(0xF5, 0xF6, 0xF8);
    const QColor button = dark ? QColor(0x26, 0x2B, 0x33) : QColor(0xFF, 0xFF, 0xFF);
    const QColor accent = seriesColour("tbb", dark);
    const QColor faint = dark ? QColor(0x6D, 0x75, 0x80) : QColor(0x9A, 0xA1, 0xA9);

    QPalette palette(button, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Mid, toColour(colours.grid));
    palette.setColor(QPalette::ToolTipBase, button);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, dark ? QColor(0x0B, 0x0D, 0x10) : QColor(Qt::white));
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::PlaceholderText, mutedColour(dark));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, faint);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, toColour(colours.grid));
    return palette;
}

}  // namespace

QString themeWord(Theme theme) {
    for (const auto& [value, word] : ThemeWords) {
        if (value == theme) return QString::fromLatin1(word);
    }
    return {};
}

std::optional<Theme> themeFromWord(QStringView word) {
    for (const auto& [value, name] : ThemeWords) {
        if (word == QLatin1String(name)) return value;
    }
    return std::nullopt;
}

void applyTheme(Theme theme) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (theme == Theme::System) {
        const bool dark = isDark(QApplication::style()->standardPalette());
        QApplication::setPalette(paletteFor(dark));
    } else {
        QApplication::setPalette(paletteFor(theme == Theme::Dark));
    }
}

bool isDark(const QPalette& palette) { return palette.color(QPalette::Window).lightness() < 128; }

QColor toColour(Rgb rgb) { return {rgb.red, rgb.green, rgb.blue}; }

QColor seriesColour(std::string_view family, bool dark) { return toColour(familyColour(family, dark)); }

QColor errorColour(bool dark) { return dark ? QColor(0xFF, 0x8A, 0x73) : QColor(0xB4, 0x2B, 0x12); }

QColor mutedColour(bool dark) { return dark ? QColor(0x9F, 0xA8, 0xB3) : QColor(0x5B, 0x65, 0x70); }

}  // namespace breakeven
