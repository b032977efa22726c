/// What the window remembers between starts. The only place that knows the keys.
#pragma once

#include "ui/theme.h"

#include <QString>

class QMainWindow;

namespace breakeven {

Theme storedTheme();
void storeTheme(Theme theme);

/// Folder of the last file dialog; empty at first.
QString storedFolder();
void storeFolderOf(const QString& path);

/// Place and size, before the window is shown.
void restorePlace(QMainWindow& window);
/// Docks, once the window has its size: they are cut when it still grows. False when nothing fitting was stored.
bool restoreDocks(QMainWindow& window);
void storeLayout(const QMainWindow& window);

}  // namespace breakeven
