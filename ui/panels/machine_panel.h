/// MachinePanel: the facts of the machine that the shown results were measured on.
#pragma once

#include <QTreeWidget>

namespace breakeven {

class Session;

class MachinePanel : public QTreeWidget {
    Q_OBJECT

public:
    explicit MachinePanel(Session& session, QWidget* parent = nullptr);

private:
    void refresh();

    Session& m_session;
    std::string m_runId;
};

}  // namespace breakeven
