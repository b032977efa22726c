/// ComparisonModel: two runs, a row per trial. DisplayRole is text for people, SortRole the number behind it.
#pragma once

#include "core/analysis/run_comparison.h"

#include <QAbstractTableModel>
#include <QVariant>

#include <array>
#include <vector>

namespace breakeven {

/// A word or two for the second run, seen from the first.
QString verdictText(TrialVerdict::Kind verdict);

/// A run's name as far as the head of a column has room for it: its begin and its end.
QString shortName(const QString& run);

class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SeriesLabel, Size, First, Second, Change, Verdict, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// The runs' names stand over their columns.
    void setComparison(const RunComparison& comparison, const QString& first, const QString& second);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Cell {
        QString text;
        QVariant sort;  ///< invalid: nothing to compare by
    };
    struct Row {
        std::array<Cell, ColumnCount> cells;
        std::string family;  ///< decides the swatch
        QString explanation;
        bool isSlower = false;
    };

    static Row comparedRow(const ComparedTrial& trial);
    static Row unmatchedRow(const UnmatchedTrial& trial, const QString& where);

    QString m_first;
    QString m_second;
    std::vector<Row> m_rows;
};

}  // namespace breakeven
