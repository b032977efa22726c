#include "ui/panels/machine_panel.h"

#include "core/analysis/machine_advice.h"
#include "core/analysis/pitfalls.h"
#include "core/experiment/codec.h"
#include "core/os/cpus.h"
#include "ui/language.h"
#include "ui/panels/in_sight.h"
#include "ui/session.h"

#include <QHeaderView>
#include <QRegularExpression>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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

constexpr int CellRoom = 4;  // pixels around the lines of a cell, together

/// With room between what stands in one and what stands in the next.
class RoomyCells : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, CellRoom);
    }
};

}  // namespace

MachinePanel::MachinePanel(Session& session, QWidget* parent)
    : QTableWidget(0, 2, parent),
      m_session(session),
      m_inSight(new InSight(*this, [this] { refresh(); })),
      m_doctor(this) {
    setObjectName(QStringLiteral("machineView"));
    setAccessibleName(tr("Machine"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setItemDelegate(new RoomyCells(this));
    setFrameShape(QFrame::NoFrame);
    m_doctor.setObjectName(QStringLiteral("doctor"));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + CellRoom);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const auto& changed : {&Session::resultsChanged, &Session::stateChanged})
        connect(&m_session, changed, m_inSight, &InSight::changed);
    connect(&m_session, &Session::catalogChanged, this, &MachinePanel::examine);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_session.state() != Session::State::Idle) m_doctor.kill();  // nothing runs beside a measurement
    });
    connect(&m_doctor, &QProcess::finished, this, &MachinePanel::examined);
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
    m_asked = QTime::currentTime();
    m_inSight->changed();
    Q_EMIT answered();
}

QList<MachinePanel::Row> MachinePanel::advice() const {
    const Results& results = m_session.results();
    if (results.run().runId.empty() && m_machine) {
        QList<Row> rows;
        const QString title = tr("Advice, looked at %1").arg(m_asked.toString(QStringLiteral("HH:mm")));
        for (const std::string& sentence : machineAdvice(*m_machine))
            rows.append(Row{title, spoken(sentence), {}});
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
    const bool isForeign = results.finished() && results.finished()->elapsed <= Seconds(0);  // tells of times alone
    if (rows.isEmpty() && isForeign)
        return {Row{tr("Noise"), tr("not observable"),
                    tr("The file of another program does not tell what disturbed its samples")}};
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

/// Sentences have the whole width, below their title, which is said once.
void MachinePanel::refresh() {
    const QList<Row> told = advice();
    const QList<Row> known = facts();
    if (told + known == m_rows) return;
    m_rows = told + known;
    setRowCount(0);
    clearSpans();
    QFont strong = font();
    strong.setBold(true);
    QString title;
    for (const Row& row : told) {
        if (std::exchange(title, row.title) != row.title) {
            addWholeRow(row.title, row.tip);
            item(rowCount() - 1, 0)->setFont(strong);
        }
        addWholeRow(row.value, row.tip);
    }
    for (const Row& row : known) {
        setRowCount(rowCount() + 1);
        addCell(0, row.title, row.tip);
        addCell(1, row.value, row.tip);
    }
}

void MachinePanel::addCell(int column, const QString& text, const QString& tip) {
    auto* cell = new QTableWidgetItem(text);
    cell->setToolTip(tip);
    setItem(rowCount() - 1, column, cell);
}

void MachinePanel::addWholeRow(const QString& text, const QString& tip) {
    setRowCount(rowCount() + 1);
    setSpan(rowCount() - 1, 0, 1, columnCount());
    addCell(0, text, tip);
}

}  // namespace breakeven
