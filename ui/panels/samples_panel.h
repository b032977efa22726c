/// SamplesPanel: every sample of the trial that was chosen last, and the way to its distribution and its timeline.
#pragma once

#include <QWidget>

#include <optional>
#include <string>

class QLabel;
class QTableView;
class QToolButton;

namespace breakeven {

class InSight;
class SamplesModel;
class Session;

class SamplesPanel : public QWidget {
    Q_OBJECT

public:
    /// The session must outlive it.
    explicit SamplesPanel(const Session& session, QWidget* parent = nullptr);

    void showTrial(int trialId);

Q_SIGNALS:
    void distributionWanted(int trialId);
    void timelineWanted(int trialId);

private:
    void refresh();
    QToolButton* addButton(const char* name, const QString& text, const QString& tip,
                           void (SamplesPanel::*wanted)(int));

    const Session& m_session;
    std::string m_run;  ///< of which the trial is one
    std::optional<int> m_trial;
    bool m_isNew = false;  ///< the trial: its columns were not fitted yet
    InSight* m_inSight;
    SamplesModel* m_model;
    QLabel* m_title;
    QTableView* m_table;
    QToolButton* m_distribution;
    QToolButton* m_timeline;
};

}  // namespace breakeven
