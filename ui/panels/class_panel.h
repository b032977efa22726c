/// ClassPanel: the runs of many learners side by side. Their speed-ups with the median, their break-evens by machine,
/// who is far from the others and why; without names, if wished; saved as a table or a report.
#pragma once

#include "core/analysis/class_summary.h"
#include "core/io/class_files.h"
#include "core/plots/plots.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTableWidget;

namespace breakeven {

class ChartView;
class ChartWithSwitches;
class ClassReader;
class FieldNote;
class RowPicture;
class Session;

class ClassPanel : public QWidget {
    Q_OBJECT

public:
    /// Says through the session what was saved and what failed; it must outlive the panel.
    explicit ClassPanel(Session& session, QWidget* parent = nullptr);

    /// Files and folders; they are read beside the window.
    void showFiles(const QStringList& paths);
    const ClassSummary& summary() const { return m_summary; }
    const QString& headline() const { return m_headline; }
    ChartView* frontView() const;  ///< nullptr while no curves are in front
    const Plot& frontPlot() const;

Q_SIGNALS:
    void changed();        ///< another summary, headline or chart is there
    void pictureWanted();  ///< of the chart in front, in a file

private:
    QLayout* makeHead();
    QTableWidget* makeTable(const char* name, const QString& title, const QStringList& columns);
    void take(const ClassRuns& runs);
    void summarise();
    void showCurve();  ///< that the box has chosen
    void fillMachines(const ClassCurve& curve);
    void fillRuns(std::size_t position);
    void fillOutliers();
    void fillLeftOut();
    void save(const char* dialog, const QString& title, const QStringList& kinds);
    std::size_t curve() const;
    Plot drawSpeedups(const Selection& selection) const;

    Session& m_session;
    ClassReader* m_reader;
    ClassRuns m_runs;
    ClassSummary m_summary;
    QString m_headline;
    bool m_isReading = false;
    FieldNote* m_note;
    QProgressBar* m_progress;
    QComboBox* m_curve;
    QCheckBox* m_anonymous;
    QPushButton* m_table;
    QPushButton* m_report;
    QTabWidget* m_charts;
    ChartWithSwitches* m_speedups;
    RowPicture* m_breakEvens;
    QTabWidget* m_tables;
    QTableWidget* m_machines;
    QTableWidget* m_learners;
    QListWidget* m_outliers;
    QListWidget* m_leftOut;
};

}  // namespace breakeven
