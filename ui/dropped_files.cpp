#include "ui/dropped_files.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <array>

namespace breakeven {

namespace {

constexpr std::array<QStringView, 3> Suffixes{u"json", u"jsonl", u"csv"};

QString nameOf(const QUrl& url) {
    const QString name = url.isLocalFile() ? QFileInfo(url.toLocalFile()).fileName() : url.toDisplayString();
    return name.isEmpty() ? url.toDisplayString() : name;
}

/// "json" of "a.JSON" and of "a.json.gz".
QString kindOf(const QFileInfo& file) {
    const QString suffix = file.suffix().toLower();
    return suffix == u"gz" ? QFileInfo(file.completeBaseName()).suffix().toLower() : suffix;
}

/// Empty for a file that may be opened.
QString refusalOf(const QUrl& url) {
    if (!url.isLocalFile()) return DroppedFiles::tr("%1: not a file of this machine").arg(nameOf(url));
    const QFileInfo file(url.toLocalFile());
    if (file.isDir()) return {};
    if (std::ranges::find(Suffixes, kindOf(file)) != Suffixes.end()) return {};
    return DroppedFiles::tr("%1: not opened, since experiments and results end in .json, .jsonl or .csv")
        .arg(nameOf(url));
}

bool isRun(const QString& path) {
    const QString kind = kindOf(QFileInfo(path));
    return kind == u"jsonl" || kind == u"csv";
}

/// One folder is enough; of files it takes two that can only be runs.
bool isClass(const QStringList& paths) {
    const bool hasFolder =
        std::any_of(paths.begin(), paths.end(), [](const QString& path) { return QFileInfo(path).isDir(); });
    return hasFolder || std::count_if(paths.begin(), paths.end(), isRun) > 1;
}

QString hintOf(const Drop& drop, DropPurpose purpose) {
    if (drop.files.isEmpty()) return drop.refusal;
    const QString name = QFileInfo(drop.files.front()).fileName();
    if (purpose == DropPurpose::Keep && drop.files.size() == 1)
        return DroppedFiles::tr("Drop to keep %1 in the history").arg(name);
    if (purpose == DropPurpose::Keep)
        return DroppedFiles::tr("Drop to keep %1 and %2 more in the history").arg(name).arg(drop.files.size() - 1);
    if (drop.isClass && drop.files.size() == 1)
        return DroppedFiles::tr("Drop to show the runs of %1 as a class").arg(name);
    if (drop.isClass)
        return DroppedFiles::tr("Drop to show %1 and %2 more as a class").arg(name).arg(drop.files.size() - 1);
    const auto others = drop.files.size() - 1;
    if (others == 0) return DroppedFiles::tr("Drop to open %1").arg(name);
    return DroppedFiles::tr("Drop to open %1 and to keep %2 more in the history").arg(name).arg(others);
}

}  // namespace

Drop dropOf(const QMimeData& data) {
    Drop drop;
    for (const QUrl& url : data.urls()) {
        const QString refusal = refusalOf(url);
        if (refusal.isEmpty()) {
            const QString path = url.toLocalFile();
            if (!drop.files.contains(path)) drop.files += path;
            continue;
        }
        if (drop.refusals++ == 0) drop.refusal = refusal;
    }
    drop.isClass = isClass(drop.files);
    if (drop.refusals > 1) drop.refusal += DroppedFiles::tr(" (and %1 more)").arg(drop.refusals - 1);
    return drop;
}

DroppedFiles::DroppedFiles(QWidget& onto, DropPurpose purpose)
    : QObject(&onto), m_onto(onto), m_purpose(purpose), m_hint(new QLabel(&onto)) {
    m_hint->setObjectName(QStringLiteral("dropHint"));
    m_hint->setAccessibleName(tr("What dropping does"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);  // the drag goes on below it
    m_hint->setAutoFillBackground(true);
    m_hint->setFrameShape(QFrame::Box);
    m_hint->setMargin(24);
    QFont font = m_hint->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    m_hint->setFont(font);
    m_hint->hide();
    onto.setAcceptDrops(true);
    onto.installEventFilter(this);
}

void DroppedFiles::showHint(const Drop& drop) {
    m_hint->setText(hintOf(drop, m_purpose));
    const QSize room = m_onto.size();
    const QSize size(room.width() / 2, qMax(room.height() / 5, m_hint->heightForWidth(room.width() / 2)));
    m_hint->setGeometry(QRect(QPoint((room.width() - size.width()) / 2, (room.height() - size.height()) / 2), size));
    m_hint->raise();
    m_hint->show();
}

bool DroppedFiles::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::DragEnter:
        case QEvent::Drop:
            break;
        case QEvent::DragLeave:
            m_hint->hide();
            return false;
        default:
            return QObject::eventFilter(watched, event);
    }
    auto* const dropEvent = static_cast<QDropEvent*>(event);  // which a drag that enters is, too
    const Drop drop = dropOf(*dropEvent->mimeData());
    if (drop.files.isEmpty() && drop.refusals == 0) return false;  // texts and the like
    dropEvent->setDropAction(Qt::CopyAction);
    dropEvent->accept();
    if (event->type() == QEvent::DragEnter) {
        showHint(drop);
        return true;
    }
    m_hint->hide();
    if (drop.refusals > 0) Q_EMIT refused(drop.refusal);
    if (m_purpose == DropPurpose::Keep) {
        if (!drop.files.isEmpty()) Q_EMIT historyRequested(drop.files);
        return true;
    }
    if (drop.isClass) {
        Q_EMIT classRequested(drop.files);
        return true;
    }
    if (drop.files.size() > 1) Q_EMIT historyRequested(drop.files.mid(1));
    if (!drop.files.isEmpty()) Q_EMIT openRequested(drop.files.front());
    return true;
}

}  // namespace breakeven
