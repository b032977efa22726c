/// What the window remembers between starts. The only place that knows the keys.
#pragma once

#include "ui/theme.h"

#include <QString>
#include <QStringList>

#include <filesystem>

class QMainWindow;

namespace breakeven {

Theme storedTheme();
void storeTheme(Theme theme);

/// Of the window's words: "en", "de"; empty: the system's.
QString storedLanguage();
void storeLanguage(const QString& code);

/// Whether the end of a long run is told while the window is not looked at. At first it is.
bool storedNotices();
void storeNotices(bool wanted);

/// True until the window has been shown once, and again when that is wanted: it then measures something small by
/// itself.
bool storedFirstStart();
void storeFirstStart(bool isFirst);

/// Full paths, newest first.
QStringList storedRecentFiles();
void storeRecentFiles(const QStringList& paths);

/// Folder of the last file dialog; empty at first.
QString storedFolder();
void storeFolderOf(const QString& path);

/// The history's file that the user chose; empty: the default one.
QString storedHistoryFile();
void storeHistoryFile(const QString& path);
/// The one that is used; empty when there is no home for the default one.
std::filesystem::path historyFile();

/// When the run began that was offered last, of those that were interrupted: older ones are not offered again.
QString storedOffer();
void storeOffer(const QString& startedAt);

/// Place and size, before the window is shown: as it was left, or as large as it is, within the screen.
void restorePlace(QMainWindow& window);
/// Docks, once the window has its size: they are cut when it still grows. False when nothing fitting was stored.
bool restoreDocks(QMainWindow& window);
void storeLayout(const QMainWindow& window, bool hasOwnSizes = true);
bool storedOwnSizes();  ///< the user made the stored docks as large as they are

}  // namespace breakeven
