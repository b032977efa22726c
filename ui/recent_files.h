/// RecentFiles: the menu of what was opened last, newest first.
#pragma once

#include <QMenu>

namespace breakeven {

class RecentFiles : public QMenu {
    Q_OBJECT

public:
    static constexpr int Most = 10;

    explicit RecentFiles(QWidget* parent = nullptr);

    void add(const QString& path);

Q_SIGNALS:
    void chosen(const QString& path);
    void missing(const QString& line);  ///< the file that was chosen is no longer there; it left the list

private:
    void choose(const QString& path);
    void keep(const QStringList& paths);
    void fill();
};

}  // namespace breakeven
