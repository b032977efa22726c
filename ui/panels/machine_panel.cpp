#include "ui/panels/machine_panel.h"

#include "core/analysis/machine_advice.h"
#include "core/analysis/pitfalls.h"
#include "core/experiment/codec.h"
#include "core/os/cpus.h"
#include "ui/language.h"
#include "ui/session.h"

#include <QHeaderView>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <string_view>

namespace breakeven {

namespace {

/// Pitfalls that are of the machine and what else runs there, not of the experiment.
constexpr auto OfTheMachine = std::to_array<std::string_view>(
    {"quota", "hybrid", "heat", "load", "numa", "page-faults", "clock", "unsteady", "window", "build"});

/// "4.20 % of the last 10 s" does not break between a number and its unit.
QString heldTogether(QString text) {
    static const QRegularExpression gap(QStringLiteral("(?<=\\d) (?=(%|s|[kMGT]?i?B|[kMG]Hz)(?!\\w))"));
    return text.replace(gap, QStringLiteral("\u202f"));
}

}  // namespace

MachinePanel::MachinePanel(Session& session, QWidget* parent)
    : QTableWidget(0, 2, parent), m_session(session), m_doctor(this) {
    setObjectName(QStringLiteral("machineView"));
    setAccessibleName(tr("Machine"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    m_doctor.setObjectName(QStringLiteral("doctor"));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 4);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const auto& changed : {&Session::resultsChanged, &Session::stateChanged})
        connect(&m_session, changed, this, &MachinePanel::refresh);
    connect(&m_session, &Session::catalogChanged, this, &MachinePanel::examine);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_session.state() != Session::State::Idle) m_doctor.kill();  // nothing runs beside a measurement
    });
    connect(&m_doctor, &QProcess::finished, this, &MachinePanel::examined);
    refresh();
}

MachinePanel::~MachinePanel() {
    m_doctor.disconnect(this);
    m_doctor.kill();
    m_doctor.waitForFinished(2000);
}

void MachinePanel::examine() {
    const bool isNeeded = !m_machine && m_session.results().run().runId.empty();
    if (!isNeeded || m_session.state() != Session::State::Idle || m_doctor.state() != QProcess::NotRunning) return;
    m_doctor.start(commandLineProgram(),
                   {QStringLiteral("doctor"), QStringLiteral("--json"), QStringLiteral("--quick")});
}

/// What it cannot tell stays untold: the run will.
void MachinePanel::examined() {
    const Result<Environment> machine = parseEnvironment(m_doctor.readAllStandardOutput().toStdString());
    if (machine) m_machine = *machine;
    refresh();
    Q_EMIT answered();
}

QList<MachinePanel::Row> MachinePanel::advice() const {
    const Results& results = m_session.results();
    if (results.run().runId.empty() && m_machine) {
        QList<Row> rows;
        for (const std::string& sentence : machineAdvice(*m_machine))
            rows.append(Row{tr("Advice"), spoken(sentence), {}});
        return rows;
    }
    const bool isOver = m_session.state() == Session::State::Idle;
    if (!isOver || std::ranges::all_of(results.trials(), [](const TrialResult& each) { return each.samples.empty(); }))
        return {};
    QList<Row> rows;
    for (const Pitfall& pitfall : pitfalls(results)) {
        if (pitfall.state == PitfallState::Seen && std::ranges::count(OfTheMachine, pitfall.id) > 0)
            rows.append(Row{spoken(pitfall.title), spoken(pitfall.advice), spoken(pitfall.text)});
    }
    if (rows.isEmpty())
        rows.append(Row{tr("Noise"), tr("none seen"), tr("Nothing that disturbs samples was seen on this machine")});
    return rows;
}

QList<MachinePanel::Row> MachinePanel::facts() const {
    const RunStarted& run = m_session.results().run();
    const bool isNone = run.runId.empty();
    QList<Row> rows;
    if (isNone && !m_machine) {
        const UsableCpus cpus = usableCpus();
        rows.append(Row{tr("Usable CPUs"), QString::number(cpus.count), {}});
        rows.append(Row{tr("Limited by"), spoken(cpus.reason), {}});
    }
    for (const Fact& fact : isNone&& m_machine ? m_machine->facts : run.environment.facts)
        rows.append(Row{spoken(fact.title), fact.value ? heldTogether(spoken(*fact.value)) : tr("not observable"), {}});
    return rows;
}

void MachinePanel::refresh() {
    const QList<Row> told = advice();
    const QList<Row> rows = told + facts();
    if (rows == m_rows) return;
    m_rows = rows;
    setRowCount(0);
    setRowCount(static_cast<int>(rows.size()));
    QFont strong = font();
    strong.setBold(true);
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            auto* cell = new QTableWidgetItem(column == 0 ? rows[row].title : rows[row].value);
            cell->setToolTip(rows[row].tip);
            if (column == 0 && row < told.size()) cell->setFont(strong);
            setItem(row, column, cell);
        }
    }
}

}  // namespace breakeven
