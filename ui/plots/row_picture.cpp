#include "ui/plots/row_picture.h"

#include "ui/plots/chart_commands.h"
#include "ui/plots/clipboard.h"
#include "ui/plots/picture.h"
#include "ui/plots/plot_text.h"
#include "ui/plots/row_view.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <utility>

namespace breakeven {

namespace {

constexpr CommandOf<RowPicture> Commands[] = {
    {"chartCopyImage", &RowPicture::copyImage, &RowPicture::hasRows},
    {"chartCopySeries", &RowPicture::copySeries, &RowPicture::hasRows},
    {"chartSavePicture", &RowPicture::savePicture, &RowPicture::hasRows},
};

}  // namespace

RowPicture::RowPicture(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
}

void RowPicture::setPlot(Plot plot) {
    layOut(std::move(plot));
    setAccessibleName(QString::fromStdString(this->plot().title));
    setAccessibleDescription(describePlot(this->plot()));
}

void RowPicture::layOut(Plot plot) {
    m_frame = RowFrame(std::move(plot), size(), font());
    update();
}

void RowPicture::copyImage() {
    copyPicture(drawingOf(plot()));
}

void RowPicture::copySeries() {
    copyNumbers(plot());
}

void RowPicture::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCommands<RowPicture>(*menu, *this, Commands);
    menu->popup(event->globalPos());
    event->accept();
}

bool RowPicture::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const auto place = m_frame.placeAt(help->pos());
    if (place && !plot().boxes.empty())
        QToolTip::showText(help->globalPos(), runsText(plot().boxes[place->row]), this);
    else
        QToolTip::showText(help->globalPos(), place ? QString() : m_frame.leftOut(), this);
    return true;
}

void RowPicture::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        layOut(std::move(m_frame).takePlot());
}

void RowPicture::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut(std::move(m_frame).takePlot());
}

void RowPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintRows(painter, m_frame, groundOf(palette()));
}

}  // namespace breakeven
