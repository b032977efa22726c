/// HistoryTable: the table of the history; says in its middle why it is empty.
#pragma once

#include <QTableView>

namespace breakeven {

class HistoryModel;

class HistoryTable : public QTableView {
    Q_OBJECT

public:
    explicit HistoryTable(HistoryModel& model, QWidget* parent = nullptr);

    void fitColumns();  ///< to what is seen now; the headline gets the rest, and never too little to be read

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int widestState() const;  ///< pixels
    void fitHeadline();
    QString whyEmpty() const;

    HistoryModel& m_model;
};

}  // namespace breakeven
