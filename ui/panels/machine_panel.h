/// MachinePanel: what disturbed the shown results and what to do about it, then the facts of the machine that they were
/// measured on. Before there are any, the same of this machine, as the command line sees it: what may disturb them.
#pragma once

#include "core/base/environment.h"

#include <QList>
#include <QProcess>
#include <QString>
#include <QTableWidget>
#include <QTime>

#include <optional>

namespace breakeven {

class InSight;
class Session;

class MachinePanel : public QTableWidget {
    Q_OBJECT

public:
    explicit MachinePanel(Session& session, QWidget* parent = nullptr);
    ~MachinePanel() override;

    bool isAsking() const { return m_doctor.state() != QProcess::NotRunning; }  ///< the command line for this machine

Q_SIGNALS:
    void answered();  ///< whatever it said; it is shown

private:
    struct Row {
        QString title;
        QString value;
        QString tip;
        bool operator==(const Row&) const = default;
    };

    QList<Row> advice() const;  ///< before the first run, and once one is over; each is a title with what it says
    QList<Row> facts() const;
    void examine();
    void examined();
    void refresh();
    void addCell(int column, const QString& text, const QString& tip);  ///< in the last row
    void addWholeRow(const QString& text, const QString& tip);

    Session& m_session;
    InSight* m_inSight;
    QList<Row> m_rows;
    std::optional<Environment> m_machine;  ///< this one, once it is known
    QTime m_asked;                         ///< when it was
    QProcess m_doctor;
};

}  // namespace breakeven
