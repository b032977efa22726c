#include "ui/recent_files.h"

#include "ui/settings.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>

namespace breakeven {

namespace {

/// "~/runs/today.jsonl"
QString shortPath(const QString& path) {
    const QString home = QDir::homePath() % u'/';
    return path.startsWith(home) ? QStringLiteral("~/") % path.mid(home.size()) : path;
}

}  // namespace

RecentFiles::RecentFiles(QWidget* parent) : QMenu(tr("Open rece&nt"), parent) {
    setObjectName(QStringLiteral("recentFiles"));
    setToolTipsVisible(true);
    fill();
}

void RecentFiles::add(const QString& path) {
    const QString full = QFileInfo(path).absoluteFilePath();
    QStringList paths = storedRecentFiles();
    paths.removeAll(full);
    paths.prepend(full);
    keep(paths.mid(0, Most));
}

void RecentFiles::choose(const QString& path) {
    if (QFileInfo::exists(path)) {
        Q_EMIT chosen(path);
        return;
    }
    QStringList paths = storedRecentFiles();
    paths.removeAll(path);
    keep(paths);
    Q_EMIT missing(tr("%1: is no longer there, and left the list of recent files").arg(shortPath(path)));
}

void RecentFiles::keep(const QStringList& paths) {
    storeRecentFiles(paths);
    fill();
}

void RecentFiles::fill() {
    clear();
    const QStringList paths = storedRecentFiles();
    for (qsizetype place = 0; place < paths.size(); ++place) {
        const QString& path = paths[place];
        const QString name = shortPath(path).replace(u'&', QStringLiteral("&&"));
        const QString digit = place < 9 ? QStringLiteral("&%1  ").arg(place + 1) : QString();
        QAction* item = addAction(digit % name);
        // Queued: the list is filled anew while the action that was chosen is still at work.
        connect(
            item, &QAction::triggered, this, [this, path] { choose(path); }, Qt::QueuedConnection);
        item->setObjectName(QStringLiteral("recentFile%1").arg(place + 1));
        item->setToolTip(path);
        item->setStatusTip(tr("Open %1").arg(path));
    }
    setEnabled(!paths.isEmpty());
    if (paths.isEmpty()) return;
    addSeparator();
    QAction* forget = addAction(tr("&Forget these"));
    forget->setObjectName(QStringLiteral("forgetRecentAction"));
    forget->setStatusTip(tr("Empty the list; the files stay"));
    connect(
        forget, &QAction::triggered, this, [this] { keep({}); }, Qt::QueuedConnection);
}

}  // namespace breakeven
