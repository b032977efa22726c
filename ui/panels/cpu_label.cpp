#include "ui/panels/cpu_label.h"

#include "core/os/cpus.h"
#include "ui/language.h"
#include "ui/session.h"

namespace breakeven {

CpuLabel::CpuLabel(Session& session, QWidget* parent) : QLabel(parent), m_session(session) {
    setObjectName(QStringLiteral("cpuLabel"));
    connect(&m_session, &Session::resultsChanged, this, &CpuLabel::refresh);
    refresh();
}

void CpuLabel::refresh() {
    const RunStarted& run = m_session.results().run();
    if (m_runId == run.runId) return;
    m_runId = run.runId;
    const auto usable = [](WorkerCount count, const std::string& reason) {
        return tr("usable CPUs: %1 (%2)").arg(count).arg(spoken(reason));
    };
    if (!run.runId.empty() && run.environment.facts.empty() && run.environment.usableCpusReason.empty()) {
        setText(tr("usable CPUs: not observable"));
        return;
    }
    if (run.environment.facts.empty()) {
        const UsableCpus here = usableCpus();
        setText(usable(here.count, here.reason));
        return;
    }
    QString model;
    for (const Fact& fact : run.environment.facts) {
        if (fact.id == "cpu.model" && fact.value) model = QString::fromStdString(*fact.value) % QStringLiteral(" · ");
    }
    setText(model % usable(run.environment.usableCpus, run.environment.usableCpusReason));
}

}  // namespace breakeven
