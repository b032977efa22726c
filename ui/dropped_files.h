/// DroppedFiles: files that are dropped onto a window, or onto one of its panels. Where they are to be shown, several
/// runs, or a folder, are those of a class; of several other files one is opened and the rest go into the history.
#pragma once

#include <QObject>
#include <QStringList>

class QLabel;
class QMimeData;
class QWidget;

namespace breakeven {

/// What of a drag can be opened, told by the names alone: dragging reads no file.
struct Drop {
    QStringList files;     ///< paths of experiments and results of this machine, and of folders
    bool isClass = false;  ///< a folder, or several runs or tables
    QString refusal;       ///< names the first of the others and says why; empty when there is none
    int refusals = 0;
};

/// Nothing at all when there are no files in the drag.
Drop dropOf(const QMimeData& data);

enum class DropPurpose { Show, Keep };  ///< Keep: all of it goes into the history

class DroppedFiles : public QObject {
    Q_OBJECT

public:
    /// Accepts drags for the widget and all in it that takes none itself, and says what a drop will do while it is
    /// dragged over it. Owned by the widget.
    explicit DroppedFiles(QWidget& onto, DropPurpose purpose = DropPurpose::Show);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void openRequested(const QString& path);
    void classRequested(const QStringList& paths);    ///< files and folders
    void historyRequested(const QStringList& paths);  ///< to be imported; never empty
    void refused(const QString& line);

private:
    void showHint(const Drop& drop);

    QWidget& m_onto;
    DropPurpose m_purpose;
    QLabel* m_hint;
};

}  // namespace breakeven
