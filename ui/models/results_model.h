/// ResultsModel: one row per trial. DisplayRole is text for people, SortRole the number behind it.
#pragma once

#include "core/analysis/trial_verdict.h"
#include "core/experiment/results.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QVariant>

#include <array>
#include <map>
#include <vector>

namespace breakeven {

class ResultsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        SeriesLabel,
        Size,
        Workers,
        Verdict,
        Median,
        Speedup,
        Status,
        Verified,
        Efficiency,
        Limit,
        Samples,
        Flags,
        ColumnCount
    };
    /// What a row's verdict is drawn as.
    enum Chip { NoChip, Faster, Same, NotResolved, Slower, Failed };
    Q_ENUM(Chip)

    static constexpr int SortRole = Qt::UserRole;
    static constexpr int ChipRole = Qt::UserRole + 1;   ///< Chip, of the whole row
    static constexpr int TrialRole = Qt::UserRole + 2;  ///< id of the row's trial
    static constexpr int BriefRole = Qt::UserRole + 3;  ///< the row's verdict without its reason and its measure
    static constexpr int PlaceRole = Qt::UserRole + 4;  ///< of the row in a table, see bySize

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes over what has changed: new trials are appended, others updated in place. A different run replaces all.
    /// While the run goes on, trials without samples are waiting.
    void setResults(const Results& results, bool running = false);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QModelIndex indexOf(int trial) const;  ///< its first cell; invalid when there is no such trial
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell {
        QString text;
        QVariant sort;  ///< invalid: nothing to compare by
    };
    /// What depends on all trials of the run.
    struct Judgement {
        Chip chip = NoChip;    ///< NoChip: not judged
        QString verdict;       ///< its word or two
        QString reason;        ///< where it is not resolved, what further rounds would cost and come to
        QString limit;         ///< what limits the trial, in a word; once the run is over
        QString evidence;      ///< the sentence that says why
        QStringList pitfalls;  ///< seen at this trial, each with what to do; once the run is over
        bool operator==(const Judgement&) const = default;
    };
    struct Row {
        int trial = 0;
        Chip chip = NoChip;
        std::size_t samples = 0;  ///< what the cells were made from
        std::size_t baseSamples = 0;
        TrialStatus status = TrialStatus::Ok;
        bool waiting = false;
        QString label;
        Judgement judgement;
        std::string family;  ///< decides the swatch
        QString explanation;
        QString flagMeanings;
        std::array<Cell, ColumnCount> cells;
    };

    static std::map<int, Judgement> judge(const Results& results, bool running);
    static Judgement judgementOf(const TrialVerdict& verdict);
    Row makeRow(const Results& results, const TrialResult& result, const QString& label, const Judgement& judgement,
                bool running) const;

    QString m_runId;
    std::vector<Row> m_rows;
    std::vector<int> m_places;  ///< of the rows, as a table lists them
};

}  // namespace breakeven
