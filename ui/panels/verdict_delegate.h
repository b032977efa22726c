/// VerdictDelegate: a trial's verdict as a chip. Shape and word say what the colour says, so none is needed alone. A
/// chip that has no room for all of the verdict says it in brief.
#pragma once

#include "ui/models/results_model.h"

#include <QColor>
#include <QStyledItemDelegate>

namespace breakeven {

struct ChipColours {
    QColor fill, ink;  ///< contrast of at least 4.5:1
    QColor outline;
};
ChipColours chipColours(ResultsModel::Chip chip, bool dark);

/// For a column of the ResultsModel, or of a proxy on it.
class VerdictDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;  ///< in brief

    /// Pixels, of a column that has room for all of a verdict.
    static int wholeWidth(const QFontMetrics& metrics, const QModelIndex& index);
};

}  // namespace breakeven
