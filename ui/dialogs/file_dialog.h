/// Asking for a file to open or to write. Remembers the folder.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace breakeven {

enum class FilePurpose { Open, Save };

struct FileQuestion {
    FilePurpose purpose = FilePurpose::Open;
    const char* name;  ///< object name of the dialog
    QString title;
    QStringList filters;  ///< "Run (*.jsonl)"; the first one is chosen, and completes a name without a suffix
};

/// Opens a dialog above the window and returns; chosen is called with the path, unless the dialog is dismissed.
void askForFile(QWidget& window, const FileQuestion& question, std::function<void(const QString&)> chosen);

}  // namespace breakeven
