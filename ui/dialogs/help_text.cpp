#include "ui/dialogs/help_text.h"

#include "core/os/files.h"
#include "ui/language.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QImage>
#include <QScrollBar>
#include <QTextDocument>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int Margin = 16;         // pixels
constexpr int LeastPicture = 320;  // pixels

}  // namespace

HelpText::HelpText(QWidget* parent) : QTextBrowser(parent) {
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(Margin);
    connect(this, &QTextBrowser::anchorClicked, this, &HelpText::follow);
}

void HelpText::showPage(const QString& name) {
    m_page = QUrl(QStringLiteral("qrc:/help/en/%1.md").arg(name));
    setMarkdown(helpPage(name));
}

/// Pictures are no wider than the page.
QVariant HelpText::loadResource(int type, const QUrl& name) {
    if (type != QTextDocument::ImageResource) return QTextBrowser::loadResource(type, name);
    QImage picture(u':' + m_page.resolved(name).path());
    if (picture.isNull()) return {};
    const double ratio = devicePixelRatioF();
    const int room = std::max(LeastPicture, viewport()->width() - 2 * Margin - verticalScrollBar()->sizeHint().width());
    picture = picture.scaledToWidth(std::min(picture.width(), qRound(room * ratio)), Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

void HelpText::follow(const QUrl& link) {
    const QUrl target = m_page.resolved(link);
    const QFileInfo page(u':' + target.path());
    if (target.scheme() != m_page.scheme()) {
        QDesktopServices::openUrl(target);
    } else if (page.path() == u":/help/en") {
        Q_EMIT pageWanted(page.completeBaseName());
    } else {  // what comes with the program beside its help, such as examples
        const auto folder = resourcesFolder();
        const QString file = folder ? QString::fromStdString(folder->string()) + target.path() : QString();
        if (QFileInfo::exists(file)) QDesktopServices::openUrl(QUrl::fromLocalFile(file));
    }
}

}  // namespace breakeven
