/// ResultsPanel: the proof. One row per trial, sortable by number.
#pragma once

#include <QTableView>

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

    Session& m_session;
    ResultsModel* m_model;
    QSortFilterProxyModel* m_sorted;
    int m_fittedRows = 0;  ///< rows that the column widths were fitted to
};

}  // namespace breakeven
