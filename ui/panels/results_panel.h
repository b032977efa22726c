/// ResultsPanel: the proof. One row per trial, sortable by number, with its verdict as a chip.
#pragma once

#include <QTableView>

#include <string>

class QSortFilterProxyModel;

namespace breakeven {

class InSight;
class ResultsModel;
class Session;

class ResultsPanel : public QTableView {
    Q_OBJECT

public:
    explicit ResultsPanel(Session& session, QWidget* parent = nullptr);

    /// Makes the trial's row the current one and scrolls to it; nothing when it has none.
    void chooseTrial(int trial);

Q_SIGNALS:
    void trialChosen(int trial);  ///< id: its row was selected
    void trialOpened(int trial);  ///< by Enter or a double click

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void showTitles(bool shown);
    void fitTitles();
    /// Wider where a number of these rows has grown; never narrower, so that nothing jumps.
    void fitColumns(int firstRow, int lastRow);
    void fitVerdicts();  ///< whole where the numbers beside them have room, too, else in brief

    Session& m_session;
    ResultsModel* m_model;
    QSortFilterProxyModel* m_sorted;
    InSight* m_inSight;
    std::string m_runId;     ///< whose columns were fitted
    int m_briefVerdict = 0;  ///< pixels
    int m_wholeVerdict = 0;
};

}  // namespace breakeven
