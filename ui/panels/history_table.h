/// HistoryTable: the table of the history; says in its middle why it is empty.
#pragma once

#include <QTableView>

namespace breakeven {

class HistoryModel;

class HistoryTable : public QTableView {
    Q_OBJECT

public:
    explicit HistoryTable(HistoryModel& model, QWidget* parent = nullptr);

    void fitColumns();  ///< to what is seen now; the headline gets the rest

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString whyEmpty() const;

    HistoryModel& m_model;
};

}  // namespace breakeven
