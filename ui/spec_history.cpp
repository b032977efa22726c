#include "ui/spec_history.h"

#include "ui/panels/experiment_panel.h"
#include "ui/session.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QUndoCommand>

namespace breakeven {

namespace {

constexpr int MostChanges = 500;

/// What two specs differ in, as the field of the form is called.
struct Difference {
    QString name;
    bool isTyped = false;  ///< letter by letter, or step by step
};

QString changedParam(const Case& former, const Case& next) {
    for (const auto& [name, values] : next.params) {
        const auto found = former.params.find(name);
        if (found == former.params.end() || found->second != values) return QString::fromStdString(name);
    }
    for (const auto& [name, values] : former.params) {
        if (!next.params.contains(name)) return QString::fromStdString(name);
    }
    return {};
}

Difference differenceOf(const Case& former, const Case& next) {
    if (former.workload != next.workload) return {SpecHistory::tr("workload")};
    if (former.sizes != next.sizes) return {SpecHistory::tr("sizes"), true};
    if (former.workers != next.workers) return {SpecHistory::tr("workers"), true};
    if (former.backends != next.backends) return {SpecHistory::tr("backends")};
    if (former.pools != next.pools) return {SpecHistory::tr("pool")};
    if (former.calls != next.calls) return {SpecHistory::tr("call")};
    if (former.chunks != next.chunks) return {SpecHistory::tr("chunk"), true};
    if (former.inFlights != next.inFlights) return {SpecHistory::tr("in flight"), true};
    if (former.starts != next.starts) return {SpecHistory::tr("start")};
    if (former.params != next.params) return {changedParam(former, next), true};
    return {SpecHistory::tr("experiment")};
}

Difference differenceOf(const ExperimentSpec& former, const ExperimentSpec& next) {
    if (former.cases.size() != next.cases.size()) return {SpecHistory::tr("experiment")};
    for (std::size_t place = 0; place < next.cases.size(); ++place) {
        if (!(former.cases[place] == next.cases[place])) return differenceOf(former.cases[place], next.cases[place]);
    }
    if (former.stopping.maxTime != next.stopping.maxTime) return {SpecHistory::tr("time limit"), true};
    if (former.stopping.precision != next.stopping.precision) return {SpecHistory::tr("precision"), true};
    if (former.stopping.launches != next.stopping.launches) return {SpecHistory::tr("launches"), true};
    return {SpecHistory::tr("experiment")};
}

class SpecChange : public QUndoCommand {
public:
    SpecChange(Session& session, const ExperimentSpec& next, int sitting)
        : m_session(session), m_former(session.spec()), m_next(next), m_sitting(sitting) {
        const Difference difference = differenceOf(m_former, m_next);
        m_isTyped = difference.isTyped;
        setText(difference.name);
    }

    void undo() override { m_session.setSpec(m_former); }
    void redo() override { m_session.setSpec(m_next); }
    int id() const override { return m_isTyped ? m_sitting : -1; }

    bool mergeWith(const QUndoCommand* other) override {
        if (other->text() != text()) return false;
        m_next = static_cast<const SpecChange*>(other)->m_next;
        setObsolete(m_former == m_next);
        return true;
    }

private:
    Session& m_session;
    ExperimentSpec m_former;
    ExperimentSpec m_next;
    int m_sitting;
    bool m_isTyped = false;
};

}  // namespace

SpecHistory::SpecHistory(Session& session, const ExperimentPanel& panel, QObject* parent)
    : QObject(parent), m_session(session), m_panel(panel) {
    m_stack.setUndoLimit(MostChanges);
    connect(&panel, &ExperimentPanel::editing, this, &SpecHistory::record);
    connect(&session, &Session::specChanged, this, &SpecHistory::forgetUnlessOwn);
    connect(&m_stack, &QUndoStack::indexChanged, this, &SpecHistory::changed);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* field) {
        ++m_sitting;
        if (field && m_panel.isAncestorOf(field)) field->installEventFilter(this);
    });
}

QString SpecHistory::undoText() const {
    return canUndo() ? tr("&Undo %1").arg(m_stack.undoText()) : tr("&Undo");
}

QString SpecHistory::redoText() const {
    return canRedo() ? tr("&Redo %1").arg(m_stack.redoText()) : tr("&Redo");
}

void SpecHistory::undo() {
    const QScopedValueRollback own(m_isOwn, true);
    ++m_sitting;
    m_stack.undo();
}

void SpecHistory::redo() {
    const QScopedValueRollback own(m_isOwn, true);
    ++m_sitting;
    m_stack.redo();
}

void SpecHistory::record(const ExperimentSpec& next) {
    const QScopedValueRollback own(m_isOwn, true);
    m_stack.push(new SpecChange(m_session, next, m_sitting));
    Q_EMIT changed();  // a merged change leaves the index where it is
}

void SpecHistory::forgetUnlessOwn() {
    if (!m_isOwn) m_stack.clear();
}

/// A line has an undo of its own, which would keep the keys from the window and leave the experiment's history behind.
bool SpecHistory::eventFilter(QObject* field, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return false;
    if (!qobject_cast<QLineEdit*>(field) && !qobject_cast<QAbstractSpinBox*>(field)) return false;
    const auto* keys = static_cast<QKeyEvent*>(event);
    if (!keys->matches(QKeySequence::Undo) && !keys->matches(QKeySequence::Redo)) return false;
    event->ignore();
    return true;
}

}  // namespace breakeven
