/// ComparisonPanel: two runs, trial by trial, and what else is not the same in both.
#pragma once

#include "core/analysis/run_comparison.h"
#include "core/plots/overlay.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QTabWidget;
class QTableView;
class QTableWidget;

namespace breakeven {

class ComparisonModel;
class FieldNote;

class ComparisonPanel : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonPanel(QWidget* parent = nullptr);

    /// The second is seen from the first. Range: two runs.
    void compare(const std::vector<NamedResults>& runs);
    const QString& headline() const { return m_headline; }

Q_SIGNALS:
    void changed();  ///< other runs are compared, or the other way round

private:
    void swap();
    void showComparison();
    void showDifferences(const RunComparison& comparison);

    std::vector<NamedResults> m_runs;
    QString m_headline;
    FieldNote* m_note;
    QPushButton* m_swap;
    QTabWidget* m_tables;
    ComparisonModel* m_model;
    QTableView* m_trials;
    QTableWidget* m_differences;
};

}  // namespace breakeven
