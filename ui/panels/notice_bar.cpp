#include "ui/panels/notice_bar.h"

#include "ui/panels/wrapped_label.h"
#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace breakeven {

NoticeBar::NoticeBar(const QString& name, const QString& action, QWidget* parent)
    : QFrame(parent), m_text(new WrappedLabel(this)) {
    setObjectName(name);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    m_text->setObjectName(name % QStringLiteral("Text"));
    auto* accept = new QPushButton(action, this);
    accept->setObjectName(name % QStringLiteral("Accept"));
    auto* dismiss = new QPushButton(tr("Dismiss"), this);
    dismiss->setObjectName(name % QStringLiteral("Dismiss"));
    dismiss->setFlat(true);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(10, 4, 6, 4);
    line->addWidget(m_text, 1);
    line->addWidget(accept);
    line->addWidget(dismiss);
    connect(accept, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT accepted();
    });
    connect(dismiss, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    recolour();
    hide();
}

void NoticeBar::say(const QString& line) {
    m_text->setText(line);
    setAccessibleName(line);
    show();
}

void NoticeBar::recolour() {
    const bool dark = isDark(QApplication::palette());
    const QColor colour = dark ? QColor(0x24, 0x33, 0x45) : QColor(0xE3, 0xEE, 0xF8);
    if (palette().color(QPalette::Window) == colour) return;
    QPalette own = palette();
    own.setColor(QPalette::Window, colour);
    setPalette(own);
}

void NoticeBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) recolour();
}

}  // namespace breakeven
