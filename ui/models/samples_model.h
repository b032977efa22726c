/// SamplesModel: every sample of one trial. DisplayRole is text for people, SortRole the number behind it.
#pragma once

#include "core/experiment/results.h"

#include <QAbstractTableModel>
#include <QVariant>

#include <optional>
#include <vector>

namespace breakeven {

class SamplesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Launch, Round, Order, Time, OfMedian, Calls, FirstResult, CpuTime, Flags, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// Samples that come later to the same trial are appended; another trial replaces all.
    void setTrial(const TrialResult& result);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant number(const Sample& sample, int column) const;
    QString text(const Sample& sample, int column) const;

    std::optional<int> m_trial;
    Seconds m_median{0};
    std::vector<Sample> m_samples;
};

}  // namespace breakeven
