/// MachinePanel: the facts of the machine that the shown results were measured on.
#pragma once

#include <QTableWidget>

#include <optional>
#include <string>

namespace breakeven {

class Session;

class MachinePanel : public QTableWidget {
    Q_OBJECT

public:
    explicit MachinePanel(Session& session, QWidget* parent = nullptr);

private:
    void refresh();
    void add(const QString& title, const QString& value);

    Session& m_session;
    std::optional<std::string> m_runId;  ///< of the facts that are shown
};

}  // namespace breakeven
