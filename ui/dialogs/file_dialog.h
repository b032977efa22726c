/// Asking for a file to open or to write, or for a folder. Remembers where that was.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace breakeven {

enum class FilePurpose { Open, Save, Folder };

struct FileQuestion {
    FilePurpose purpose = FilePurpose::Open;
    const char* name;  ///< object name of the dialog
    QString title;
    /// "Run (*.jsonl)"; the first one is chosen, and completes a name without a suffix. None for a folder.
    QStringList filters;
    /// What to save under, unless its user types another name: any words, of which a name without a suffix is made.
    QString suggestion = {};
};

/// Opens a dialog above the window and returns; chosen is called with the path, unless the dialog is dismissed.
void askForFile(QWidget& window, const FileQuestion& question, std::function<void(const QString&)> chosen);

}  // namespace breakeven
