#include "ui/settings.h"

#include <QFileInfo>
#include <QMainWindow>
#include <QSettings>

namespace breakeven {

namespace {

/// Raise when docks or toolbars are added, so that an older layout is not applied to them.
constexpr int LayoutVersion = 1;

const QString ThemeKey = QStringLiteral("theme");
const QString FolderKey = QStringLiteral("folder");
const QString GeometryKey = QStringLiteral("window/geometry");
const QString LayoutKey = QStringLiteral("window/layout");

}  // namespace

Theme storedTheme() {
    return themeFromWord(QSettings().value(ThemeKey).toString()).value_or(Theme::System);
}

void storeTheme(Theme theme) {
    QSettings().setValue(ThemeKey, themeWord(theme));
}

QString storedFolder() {
    return QSettings().value(FolderKey).toString();
}

void storeFolderOf(const QString& path) {
    QSettings().setValue(FolderKey, QFileInfo(path).absolutePath());
}

void restorePlace(QMainWindow& window) {
    window.restoreGeometry(QSettings().value(GeometryKey).toByteArray());
}

bool restoreDocks(QMainWindow& window) {
    return window.restoreState(QSettings().value(LayoutKey).toByteArray(), LayoutVersion);
}

void storeLayout(const QMainWindow& window) {
    QSettings settings;
    settings.setValue(GeometryKey, window.saveGeometry());
    settings.setValue(LayoutKey, window.saveState(LayoutVersion));
}

}  // namespace breakeven
