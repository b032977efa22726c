/// MachinePanel: what disturbed the shown results and what to do about it, then the facts of the machine that they were
/// measured on.
#pragma once

#include <QList>
#include <QString>
#include <QTableWidget>

namespace breakeven {

class Session;

class MachinePanel : public QTableWidget {
    Q_OBJECT

public:
    explicit MachinePanel(Session& session, QWidget* parent = nullptr);

private:
    struct Row {
        QString title;
        QString value;
        QString tip;
        bool operator==(const Row&) const = default;
    };

    QList<Row> advice() const;  ///< once the run is over
    QList<Row> facts() const;
    void refresh();

    Session& m_session;
    QList<Row> m_rows;
};

}  // namespace breakeven
