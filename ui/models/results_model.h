/// ResultsModel: one row per trial. DisplayRole is text for people, SortRole the number behind it.
#pragma once

#include "core/experiment/results.h"

#include <QAbstractTableModel>
#include <QVariant>

#include <array>
#include <vector>

namespace breakeven {

class ResultsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        SeriesLabel,
        Size,
        Workers,
        Median,
        Speedup,
        Status,
        Verified,
        Efficiency,
        Samples,
        Flags,
        ColumnCount
    };
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes over what has changed: new trials are appended, others updated in place. A different run replaces all.
    /// While the run goes on, trials without samples are waiting.
    void setResults(const Results& results, bool running = false);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell {
        QString text;
        QVariant sort;  ///< invalid: nothing to compare by
    };
    struct Row {
        int trial = 0;
        std::size_t samples = 0;  ///< what the cells were made from
        std::size_t baseSamples = 0;
        TrialStatus status = TrialStatus::Ok;
        bool waiting = false;
        QString label;
        std::string family;  ///< decides the swatch
        QString explanation;
        std::array<Cell, ColumnCount> cells;
    };

    Row makeRow(const Results& results, const TrialResult& result, const QString& label, bool running) const;

    QString m_runId;
    std::vector<Row> m_rows;
};

}  // namespace breakeven
