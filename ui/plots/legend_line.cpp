#include "ui/plots/legend_line.h"

#include <algorithm>

namespace breakeven {

namespace {

constexpr double Gap = 6;        // pixels between a sign and its words
constexpr double EntryGap = 18;  // between entries, beside the gap

}  // namespace

LegendLine::LegendLine(QPainter& painter, const QRectF& room)
    : m_painter(painter), m_pen(painter.pen()), m_metrics(painter.font()), m_room(room) {}

void LegendLine::addText(const QString& text) {
    const double width = m_metrics.horizontalAdvance(text);
    if (width > m_room.width()) {
        m_room.setWidth(0);  // what follows would belong to nothing
        return;
    }
    m_painter.setPen(m_pen);
    m_painter.drawText(QRectF(m_room.left(), m_room.top(), width + 1, m_room.height()),
                       Qt::AlignLeft | Qt::AlignVCenter, text);
    m_room.setLeft(m_room.left() + width + Gap);
}

std::optional<QRectF> LegendLine::addSign(double width, const QString& words) {
    if (width + Gap + m_metrics.horizontalAdvance(words) > m_room.width()) {
        m_room.setWidth(0);
        return std::nullopt;
    }
    const QRectF sign(m_room.left(), m_room.top() + 1, width, m_room.height() - 2);
    m_room.setLeft(m_room.left() + width + Gap);
    return sign;
}

void LegendLine::nextEntry() {
    m_room.setLeft(std::min(m_room.left() + EntryGap, m_room.right()));
}

}  // namespace breakeven
