#include "ui/panels/machine_panel.h"

#include "core/os/cpus.h"
#include "ui/session.h"

#include <QHeaderView>

namespace breakeven {

MachinePanel::MachinePanel(Session& session, QWidget* parent) : QTreeWidget(parent), m_session(session) {
    setObjectName(QStringLiteral("machineView"));
    setAccessibleName(tr("Machine"));
    setColumnCount(2);
    setHeaderLabels({tr("Fact"), tr("Value")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    connect(&m_session, &Session::resultsChanged, this, &MachinePanel::refresh);
    refresh();
}

void MachinePanel::refresh() {
    const RunStarted& run = m_session.results().run();
    if (topLevelItemCount() > 0 && run.runId == m_runId) return;
    m_runId = run.runId;
    clear();
    const auto add = [this](const QString& title, const QString& value) {
        auto* item = new QTreeWidgetItem(this, {title, value});
        item->setToolTip(0, title);
        item->setToolTip(1, value);
    };
    if (run.runId.empty()) {
        const UsableCpus cpus = usableCpus();
        add(tr("Usable CPUs"), QString::number(cpus.count));
        add(tr("Limited by"), QString::fromStdString(cpus.reason));
        return;
    }
    for (const Fact& fact : run.environment.facts) {
        add(QString::fromStdString(fact.title), fact.value ? QString::fromStdString(*fact.value) : tr("not observable"));
    }
}

}  // namespace breakeven
