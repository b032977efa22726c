/// ResultsPanel: the proof. One row per trial, sortable by number.
#pragma once

#include <QTableView>

#include <string>

class QSortFilterProxyModel;

namespace breakeven {

class ResultsModel;
class Session;

class ResultsPanel : public QTableView {
    Q_OBJECT

public:
    explicit ResultsPanel(Session& session, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void fitColumns();  ///< wider where a number has grown; never narrower, so that nothing jumps

    Session& m_session;
    ResultsModel* m_model;
    QSortFilterProxyModel* m_sorted;
    std::string m_runId;  ///< whose columns were fitted
};

}  // namespace breakeven
