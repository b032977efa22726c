/// TimelineTotals: what all workers and each lane did in a range of a timeline, as the rows of a table.
#pragma once

#include "core/plots/timeline.h"

#include <QAbstractTableModel>

#include <vector>

namespace breakeven {

class TimelineTotals : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Lane, Compute, Transport, Combine, Waiting, Unrecorded, Chunks, Items, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Sums the range up; null: no rows. The timeline is not kept.
    void setRange(const Timeline* timeline, TimeRange range);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        TimeTotals totals;
        std::chrono::nanoseconds whole{0};  ///< of the range, for all lanes of the row
        bool isWorker = true;
    };

    QString text(const Row& row, int column) const;

    std::vector<Row> m_rows;
};

}  // namespace breakeven
