#include "ui/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QPixmapCache>
#include <QProxyStyle>
#include <QStyleOption>

#include <array>
#include <utility>

namespace breakeven {

namespace {

constexpr std::array<std::pair<Theme, const char*>, 3> ThemeWords{
    {{Theme::System, "system"}, {Theme::Light, "light"}, {Theme::Dark, "dark"}}};

/// Fusion draws the outlines of fields in a darker ground of the window, which cannot be seen on a dark one.
class OutlinedFusion : public QProxyStyle {
public:
    OutlinedFusion() : QProxyStyle(QStringLiteral("Fusion")) {}

    /// Labels, tips among them, show names that people gave and what their programs said: as it is, whatever it looks
    /// like.
    void polish(QWidget* widget) override {
        QProxyStyle::polish(widget);
        auto* label = qobject_cast<QLabel*>(widget);
        if (label && label->textFormat() == Qt::AutoText) label->setTextFormat(Qt::PlainText);
    }
    using QProxyStyle::polish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
        const bool isField = element == PE_FrameLineEdit || element == PE_PanelLineEdit;
        const bool isPanel = element == PE_Frame && qobject_cast<const QAbstractScrollArea*>(widget);
        if (isBox || (isField && !option->state.testFlag(State_HasFocus) && hasFrame(*option)) || isPanel)
            outline(*option, *painter);
    }

    /// Flat, of few whole pieces: Fusion makes them of gradients and lines that Qt's engine hands over to threads, and
    /// the progress is painted as often as it goes on.
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
        const QRect room = option->rect;
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        const int steps = bar ? bar->maximum - bar->minimum : 0;  // 0: nobody knows how long it takes
        if (element == CE_ToolBar) {
            painter->fillRect(room, option->palette.window());
            painter->fillRect(QRect(room.left(), room.bottom(), room.width(), 1), option->palette.mid());
        } else if (element == CE_ProgressBarGroove && steps > 0) {
            painter->fillRect(room, option->palette.mid());
        } else if (element == CE_ProgressBarContents && steps > 0) {
            const double share = static_cast<double>(bar->progress - bar->minimum) / steps;
            painter->fillRect(QRect(room.topLeft(), QSize(qRound(share * room.width()), room.height())),
                              option->palette.highlight());
        } else {
            QProxyStyle::drawControl(element, option, painter, widget);
        }
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox && !option->state.testFlag(State_HasFocus)) outline(*option, *painter);
    }

    /// Qt makes the icons of a dock's title anew whenever it asks for their room, a hundred times at the start.
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override {
        if (which != SP_TitleBarNormalButton && which != SP_TitleBarCloseButton)
            return QProxyStyle::standardIcon(which, option, widget);
        QIcon& icon = which == SP_TitleBarCloseButton ? m_close : m_float;
        if (icon.isNull()) icon = QProxyStyle::standardIcon(which, option, widget);
        return icon;
    }

private:
    mutable QIcon m_close;
    mutable QIcon m_float;

    static bool hasFrame(const QStyleOption& option) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
        return frame && frame->lineWidth > 0;
    }

    static void outline(const QStyleOption& option, QPainter& painter) {
        QColor colour = isDark(option.palette) ? QColor(0x78, 0x81, 0x8C) : QColor(0x85, 0x8D, 0x96);
        if (!option.state.testFlag(State_Enabled)) colour.setAlphaF(0.4F);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1));
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter.restore();
    }
};

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

/// Of the last call of applyTheme.
Theme& appliedTheme() {
    static Theme applied = Theme::System;
    return applied;
}

/// Ours, as light or dark as that one.
void takePalette(const QPalette& palette) {
    QPixmapCache::clear();  // pictures of icons that are disabled have the colours of the palette before
    QApplication::setPalette(paletteFor(isDark(palette)));
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
    appliedTheme() = theme;
    QApplication::setStyle(new OutlinedFusion);
    if (theme == Theme::System) QApplication::setPalette({});  // the platform's
    takePalette(theme == Theme::System ? QApplication::palette() : paletteFor(theme == Theme::Dark));
}

void followDesktop(QEvent::Type told) {
    const QPalette now = QApplication::palette();
    const bool isOurs = now == paletteFor(isDark(now));
    const bool follows = appliedTheme() == Theme::System;
    if (!isOurs && follows) return takePalette(now);
    if (!isOurs || (told == QEvent::ThemeChange && follows)) applyTheme(appliedTheme());
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128;
}

Ground groundOf(const QPalette& palette) {
    return isDark(palette) ? Ground::Dark : Ground::Light;
}

QPalette daylightPalette() {
    const Paper colours = paper(Ground::Daylight);
    const QColor background = toColour(colours.background);
    QPalette palette(background, background);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, toColour(colours.text));
    palette.setColor(QPalette::PlaceholderText, toColour(colours.muted));
    return palette;
}

QColor toColour(Rgb rgb) {
    return {rgb.red, rgb.green, rgb.blue};
}

QColor seriesColour(std::string_view family, bool dark) {
    return toColour(familyColour(family, dark));
}

QColor seriesColour(std::string_view family, Ground ground) {
    return toColour(familyColour(family, ground));
}

QColor errorColour(bool dark) {
    return dark ? QColor(0xFF, 0x8A, 0x73) : QColor(0xB4, 0x2B, 0x12);
}

QColor mutedColour(bool dark) {
    return toColour(paper(dark).muted);
}

QColor mutedColour(Ground ground) {
    return toColour(paper(ground).muted);
}

CodeColours codeColours(bool dark) {
    return {.keyword = dark ? QColor(0x6C, 0xB6, 0xFF) : QColor(0x0B, 0x5C, 0xAD),
            .text = dark ? QColor(0x8F, 0xD1, 0x8F) : QColor(0x0A, 0x6B, 0x3D),
            .number = dark ? QColor(0xE8, 0xB2, 0x6A) : QColor(0x8A, 0x4B, 0x00),
            .comment = mutedColour(dark)};
}

}  // namespace breakeven
