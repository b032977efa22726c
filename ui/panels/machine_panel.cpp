#include "ui/panels/machine_panel.h"

#include "core/os/cpus.h"
#include "ui/language.h"
#include "ui/session.h"

#include <QHeaderView>

namespace breakeven {

MachinePanel::MachinePanel(Session& session, QWidget* parent) : QTableWidget(0, 2, parent), m_session(session) {
    setObjectName(QStringLiteral("machineView"));
    setAccessibleName(tr("Machine"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 4);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(&m_session, &Session::resultsChanged, this, &MachinePanel::refresh);
    refresh();
}

void MachinePanel::refresh() {
    const RunStarted& run = m_session.results().run();
    if (m_runId == run.runId) return;
    m_runId = run.runId;
    setRowCount(0);
    if (run.runId.empty()) {
        const UsableCpus cpus = usableCpus();
        add(tr("Usable CPUs"), QString::number(cpus.count));
        add(tr("Limited by"), spoken(cpus.reason));
    }
    for (const Fact& fact : run.environment.facts) {
        add(spoken(fact.title), fact.value ? spoken(*fact.value) : tr("not observable"));
    }
}

void MachinePanel::add(const QString& title, const QString& value) {
    const int row = rowCount();
    setRowCount(row + 1);
    setItem(row, 0, new QTableWidgetItem(title));
    setItem(row, 1, new QTableWidgetItem(value));
}

}  // namespace breakeven
