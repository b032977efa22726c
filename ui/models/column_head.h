/// What stands over a column of a table, and what it means.
#pragma once

#include <QString>
#include <QVariant>

namespace breakeven {

struct ColumnHead {
    QString title;
    QString meaning;                                   ///< the tool tip
    int alignment = Qt::AlignLeft | Qt::AlignVCenter;  ///< that of the cells

    QVariant data(int role) const {
        switch (role) {
            case Qt::DisplayRole:
                return title;
            case Qt::ToolTipRole:
                return meaning;
            case Qt::TextAlignmentRole:
                return alignment;
            default:
                return {};
        }
    }
};

}  // namespace breakeven
