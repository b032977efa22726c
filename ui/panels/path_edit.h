/// PathEdit: the path of a file or of a folder: typed, picked in a dialog, or dropped on the field.
#pragma once

#include <QLineEdit>

class QMimeData;

namespace breakeven {

class PathEdit : public QLineEdit {
    Q_OBJECT

public:
    enum class Kind { File, Folder };

    explicit PathEdit(Kind kind, QWidget* parent = nullptr);

    void setPath(const QString& path);  ///< a long one shows its end, which tells more than its beginning
    void pick();                        ///< asks with a dialog named "pathDialog"

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QString pathIn(const QMimeData& dragged) const;  ///< empty when nothing of this kind is dragged

    Kind m_kind;
};

}  // namespace breakeven
