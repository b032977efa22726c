#include "ui/settings.h"

#include "core/history/history_file.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QStyle>

#include <algorithm>

namespace breakeven {

namespace {

/// Raise when docks or toolbars are added, so that an older layout is not applied to them.
constexpr int LayoutVersion = 2;

const QString ThemeKey = QStringLiteral("theme");
const QString LanguageKey = QStringLiteral("language");
const QString NoticesKey = QStringLiteral("notices");
const QString FirstStartKey = QStringLiteral("firstStart");
const QString RecentFilesKey = QStringLiteral("recentFiles");
const QString FolderKey = QStringLiteral("folder");
const QString HistoryFileKey = QStringLiteral("history/file");
const QString OfferKey = QStringLiteral("history/offered");
const QString GeometryKey = QStringLiteral("window/geometry");
const QString LayoutKey = QStringLiteral("window/layout");
const QString OwnSizesKey = QStringLiteral("window/ownDockSizes");

}  // namespace

Theme storedTheme() {
    return themeFromWord(QSettings().value(ThemeKey).toString()).value_or(Theme::System);
}

void storeTheme(Theme theme) {
    QSettings().setValue(ThemeKey, themeWord(theme));
}

QString storedLanguage() {
    return QSettings().value(LanguageKey).toString();
}

void storeLanguage(const QString& code) {
    QSettings().setValue(LanguageKey, code);
}

bool storedNotices() {
    return QSettings().value(NoticesKey, true).toBool();
}

void storeNotices(bool wanted) {
    QSettings().setValue(NoticesKey, wanted);
}

bool storedFirstStart() {
    return QSettings().value(FirstStartKey, true).toBool();
}

void storeFirstStart(bool isFirst) {
    QSettings().setValue(FirstStartKey, isFirst);
}

QStringList storedRecentFiles() {
    return QSettings().value(RecentFilesKey).toStringList();
}

void storeRecentFiles(const QStringList& paths) {
    QSettings().setValue(RecentFilesKey, paths);
}

QString storedFolder() {
    return QSettings().value(FolderKey).toString();
}

void storeFolderOf(const QString& path) {
    QSettings().setValue(FolderKey, QFileInfo(path).absolutePath());
}

QString storedHistoryFile() {
    return QSettings().value(HistoryFileKey).toString();
}

void storeHistoryFile(const QString& path) {
    QSettings().setValue(HistoryFileKey, path);
}

std::filesystem::path historyFile() {
    const QString chosen = storedHistoryFile();
    return chosen.isEmpty() ? defaultHistoryFile() : std::filesystem::path(chosen.toStdString());
}

QString storedOffer() {
    return QSettings().value(OfferKey).toString();
}

void storeOffer(const QString& startedAt) {
    QSettings().setValue(OfferKey, startedAt);
}

/// The frame is not known before the window is shown.
void restorePlace(QMainWindow& window) {
    constexpr int Frame = 8;  // pixels at each side that a desktop may add
    window.restoreGeometry(QSettings().value(GeometryKey).toByteArray());
    if (window.isMaximized() || window.isFullScreen()) return;
    QRect place = window.geometry();
    const QScreen* of = QGuiApplication::screenAt(place.center());
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
    const QRect room =
        (of ? of : QGuiApplication::primaryScreen())->availableGeometry().adjusted(Frame, title, -Frame, -Frame);
    place.setSize(place.size().boundedTo(room.size()));
    place.moveLeft(std::clamp(place.left(), room.left(), room.right() - place.width() + 1));
    place.moveTop(std::clamp(place.top(), room.top(), room.bottom() - place.height() + 1));
    window.setGeometry(place);
}

bool storedOwnSizes() {
    return QSettings().value(OwnSizesKey, true).toBool();
}

bool restoreDocks(QMainWindow& window) {
    return window.restoreState(QSettings().value(LayoutKey).toByteArray(), LayoutVersion);
}

void storeLayout(const QMainWindow& window, bool hasOwnSizes) {
    QSettings settings;
    settings.setValue(OwnSizesKey, hasOwnSizes);
    settings.setValue(GeometryKey, window.saveGeometry());
    settings.setValue(LayoutKey, window.saveState(LayoutVersion));
}

}  // namespace breakeven
