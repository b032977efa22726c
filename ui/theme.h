/// Theme: the window's colours. Fusion style with a palette made from the same paper and ink as the charts.
#pragma once

#include "core/plots/palette.h"

#include <QColor>
#include <QEvent>
#include <QPalette>
#include <QString>

#include <optional>
#include <string_view>

namespace breakeven {

enum class Theme { System, Light, Dark };

QString themeWord(Theme theme);  ///< system, light, dark
std::optional<Theme> themeFromWord(QStringView word);

/// Sets style and palette of the application. System is the palette of the platform.
void applyTheme(Theme theme);

/// The desktop's colours have changed while the program runs: some platforms tell of it, ThemeChange, others put their
/// palette in place of the application's, ApplicationPaletteChange. With the theme System ours becomes light or dark as
/// theirs is; any other theme's is put back.
void followDesktop(QEvent::Type told);

/// Judged by the window's own background: Qt 6.4 does not tell.
bool isDark(const QPalette& palette);
Ground groundOf(const QPalette& palette);  ///< Light or Dark

/// Black on white for a projector in a lit room, whatever the window's theme: what is written has a contrast of at
/// least 7:1.
QPalette daylightPalette();

QColor toColour(Rgb rgb);
QColor seriesColour(std::string_view family, bool dark);
QColor seriesColour(std::string_view family, Ground ground);

/// Text that says something is wrong; contrast of at least 4.5:1 on the window's background.
QColor errorColour(bool dark);

/// Text of second rank: hints and units. Contrast of at least 4.5:1.
QColor mutedColour(bool dark);
QColor mutedColour(Ground ground);

/// Of a program's source; each has a contrast of at least 4.5:1 on the base of fields.
struct CodeColours {
    QColor keyword, text, number, comment;
};
CodeColours codeColours(bool dark);

}  // namespace breakeven
