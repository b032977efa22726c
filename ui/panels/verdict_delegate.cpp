#include "ui/panels/verdict_delegate.h"

#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int SideRoom = 8;   // pixels between the chip's ends and what it holds
constexpr int ShapeRoom = 5;  // pixels between shape and word
constexpr int LineRoom = 2;   // pixels above and below the word

double shapeSize(const QFontMetrics& metrics) {
    return metrics.ascent() * 0.62;
}

int chipWidth(const QString& word, const QFontMetrics& metrics) {
    return metrics.horizontalAdvance(word) + static_cast<int>(shapeSize(metrics)) + ShapeRoom + 2 * SideRoom;
}

/// Up: faster. Down: slower. Two bars: the same. A ring: open. A cross: failed.
void paintShape(QPainter& painter, ResultsModel::Chip chip, const QRectF& box, const QColor& ink) {
    const double line = box.width() / 5;
    painter.setPen(QPen(ink, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(ink);
    const QRectF inner = box.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    switch (chip) {
        case ResultsModel::Faster:
            painter.drawPolygon(QPolygonF{{inner.center().x(), inner.top()}, inner.bottomRight(), inner.bottomLeft()});
            break;
        case ResultsModel::Slower:
            painter.drawPolygon(QPolygonF{inner.topLeft(), inner.topRight(), {inner.center().x(), inner.bottom()}});
            break;
        case ResultsModel::Same:
            for (const double share : {0.25, 0.75}) {
                const double y = inner.top() + share * inner.height();
                painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
            }
            break;
        case ResultsModel::NotResolved:
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(inner);
            break;
        case ResultsModel::Failed:
            painter.drawLine(inner.topLeft(), inner.bottomRight());
            painter.drawLine(inner.topRight(), inner.bottomLeft());
            break;
        case ResultsModel::NoChip:
            break;
    }
}

}  // namespace

ChipColours chipColours(ResultsModel::Chip chip, bool dark) {
    switch (chip) {
        case ResultsModel::Faster:
            return dark ? ChipColours{QColor(0x12, 0x3D, 0x3A), QColor(0x8C, 0xE6, 0xDC), QColor(0x2B, 0x6F, 0x69)}
                        : ChipColours{QColor(0xDB, 0xF1, 0xEE), QColor(0x0B, 0x55, 0x4E), QColor(0x7F, 0xBF, 0xB8)};
        case ResultsModel::Slower:
            return dark ? ChipColours{QColor(0x47, 0x2C, 0x12), QColor(0xFF, 0xC8, 0x8F), QColor(0x85, 0x5A, 0x2C)}
                        : ChipColours{QColor(0xFC, 0xEA, 0xD6), QColor(0x7E, 0x3F, 0x05), QColor(0xDC, 0xAE, 0x7C)};
        case ResultsModel::Same:
            return dark ? ChipColours{QColor(0x33, 0x39, 0x42), QColor(0xDD, 0xE2, 0xE7), QColor(0x5C, 0x65, 0x70)}
                        : ChipColours{QColor(0xE4, 0xE8, 0xEC), QColor(0x35, 0x3E, 0x48), QColor(0xB2, 0xBA, 0xC3)};
        case ResultsModel::NotResolved:
            return dark ? ChipColours{QColor(0x15, 0x18, 0x1D), QColor(0xB4, 0xBC, 0xC6), QColor(0x78, 0x81, 0x8C)}
                        : ChipColours{QColor(0xFF, 0xFF, 0xFF), QColor(0x4E, 0x58, 0x63), QColor(0x85, 0x8D, 0x96)};
        case ResultsModel::Failed:
            return dark ? ChipColours{QColor(0xE0, 0x6C, 0x5B), QColor(0x1D, 0x08, 0x05), QColor(0xE0, 0x6C, 0x5B)}
                        : ChipColours{QColor(0xB4, 0x2B, 0x12), QColor(Qt::white), QColor(0xB4, 0x2B, 0x12)};
        case ResultsModel::NoChip:
            break;
    }
    return {};
}

void VerdictDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const auto chip = static_cast<ResultsModel::Chip>(index.data(ResultsModel::ChipRole).toInt());
    if (chip == ResultsModel::NoChip) return;

    const QFontMetrics& metrics = cell.fontMetrics;
    const bool isWhole = wholeWidth(metrics, index) <= cell.rect.width();
    const QString word = index.data(isWhole ? int(Qt::DisplayRole) : ResultsModel::BriefRole).toString();
    QRectF pill(0, 0, chipWidth(word, metrics), metrics.height() + 2 * LineRoom);
    pill.moveCenter(QRectF(cell.rect).center());
    const ChipColours colours = chipColours(chip, isDark(cell.palette));
    painter->save();
    painter->setClipRect(cell.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(colours.fill);
    const bool isOpen = chip == ResultsModel::NotResolved;
    painter->setPen(QPen(colours.outline, 1, isOpen ? Qt::DashLine : Qt::SolidLine));
    painter->drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);

    const double side = shapeSize(metrics);
    const QRectF box(pill.left() + SideRoom, pill.center().y() - side / 2, side, side);
    paintShape(*painter, chip, box, colours.ink);
    painter->setFont(cell.font);
    painter->setPen(colours.ink);
    painter->drawText(pill.adjusted(SideRoom + side + ShapeRoom, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, word);
    painter->restore();
}

int VerdictDelegate::wholeWidth(const QFontMetrics& metrics, const QModelIndex& index) {
    return chipWidth(index.data().toString(), metrics) + 2 * LineRoom;
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QSize plain = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(ResultsModel::ChipRole).toInt() == ResultsModel::NoChip) return plain;
    const int width = chipWidth(index.data(ResultsModel::BriefRole).toString(), option.fontMetrics) + 2 * LineRoom;
    return {width, std::max(plain.height(), option.fontMetrics.height() + 4 * LineRoom)};
}

}  // namespace breakeven
