#include "ui/panels/path_edit.h"

#include "ui/dialogs/file_dialog.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPointer>
#include <QUrl>

namespace breakeven {

PathEdit::PathEdit(Kind kind, QWidget* parent) : QLineEdit(parent), m_kind(kind) {}

void PathEdit::setPath(const QString& path) {
    setText(path);
    setCursorPosition(static_cast<int>(path.size()));
}

void PathEdit::pick() {
    const bool isFile = m_kind == Kind::File;
    askForFile(*window(),
               {isFile ? FilePurpose::Open : FilePurpose::Folder, "pathDialog",
                isFile ? tr("Choose a file") : tr("Choose a folder"),
                isFile ? QStringList{tr("All files (*)")} : QStringList()},
               [field = QPointer(this)](const QString& path) {
                   if (field) field->setPath(path);
               });
}

QString PathEdit::pathIn(const QMimeData& dragged) const {
    for (const QUrl& url : dragged.urls()) {
        const QFileInfo info(url.toLocalFile());
        if (m_kind == Kind::File ? info.isFile() : info.isDir()) return info.absoluteFilePath();
    }
    return {};
}

void PathEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasUrls()) return QLineEdit::dragEnterEvent(event);
    event->setAccepted(!pathIn(*event->mimeData()).isEmpty());
}

void PathEdit::dropEvent(QDropEvent* event) {
    if (!event->mimeData()->hasUrls()) return QLineEdit::dropEvent(event);
    const QString path = pathIn(*event->mimeData());
    if (path.isEmpty()) return;
    setPath(path);
    event->acceptProposedAction();
}

}  // namespace breakeven
