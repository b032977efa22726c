/// CpuLabel: one line about the processor that the shown results come from, or of this machine while there are none.
#pragma once

#include <QLabel>

#include <optional>
#include <string>

namespace breakeven {

class Session;

class CpuLabel : public QLabel {
    Q_OBJECT

public:
    explicit CpuLabel(Session& session, QWidget* parent = nullptr);

private:
    void refresh();

    Session& m_session;
    std::optional<std::string> m_runId;  ///< of the run that is described
};

}  // namespace breakeven
