#include "ui/panels/experiment_panel.h"

#include "core/base/command_line.h"
#include "core/experiment/plan.h"
#include "core/os/memory.h"
#include "ui/language.h"
#include "ui/panels/backend_list.h"
#include "ui/panels/choice_row.h"
#include "ui/panels/experiment_text.h"
#include "ui/panels/field_note.h"
#include "ui/panels/param_form.h"
#include "ui/panels/scrolled_panel.h"
#include "ui/panels/wrapped_label.h"
#include "ui/session.h"
#include "ui/verbatim.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace breakeven {

namespace {

QLabel* heading(const QString& text, QWidget* buddy, QVBoxLayout& column) {
    auto* label = new QLabel(text);
    label->setBuddy(buddy);
    buddy->setAccessibleName(QString(text).remove(u'&'));
    column.addSpacing(6);
    column.addWidget(label);
    column.addWidget(buddy);
    return label;
}

std::vector<std::string> commaList(const QString& text) {
    std::vector<std::string> parts;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts))
        parts.push_back(part.trimmed().toStdString());
    return parts;
}

QString joined(const std::vector<std::string>& parts) {
    QStringList list;
    for (const std::string& part : parts)
        list += verbatim(part);
    return list.join(QStringLiteral(", "));
}

/// A first list of sizes that shows the workload's effect.
std::string firstSizes(const WorkloadInfo& info) {
    const std::string most = std::to_string(info.typicalSize);
    if (info.typicalSize == 0) return Case().sizes;
    if (info.id == CommandId) return most;  // what a program makes of the size, nobody but its author knows
    return info.typicalSize <= 20 ? "1:" + most + ":+1" : "10:" + most;
}

}  // namespace

ExperimentPanel::ExperimentPanel(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(3);
    addFields(*column);
    addStopping(*column);
    m_estimate = new FieldNote(this);
    m_estimate->setObjectName(QStringLiteral("estimateLabel"));
    column->addSpacing(6);
    column->addWidget(m_estimate);
    column->addStretch();
    for (QWidget* box : std::initializer_list<QWidget*>{m_case, m_workload, m_maxSeconds, m_precision, m_launches})
        keepFromWheel(*box);
    explainFields(*this);
    connectFields();
    connect(&m_session, &Session::catalogChanged, this, &ExperimentPanel::fillChoices);
    connect(&m_session, &Session::specChanged, this, &ExperimentPanel::showSpec);
    connect(&m_session, &Session::resultsChanged, this, &ExperimentPanel::showFailures);
    setEnabled(false);
}

void ExperimentPanel::setEditable(bool editable) {
    if (editable == isEnabled()) return;
    if (!editable) {
        QWidget* focused = window()->focusWidget();
        m_focused = focused && isAncestorOf(focused) ? focused : nullptr;
    }
    setEnabled(editable);
    if (!editable) m_refuge = window()->focusWidget();
    if (editable && m_focused && window()->focusWidget() == m_refuge) m_focused->setFocus();
}

void ExperimentPanel::addFields(QVBoxLayout& column) {
    m_title = new WrappedLabel(this);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_question = new FieldNote(this);
    m_case = new QComboBox(this);
    m_case->setObjectName(QStringLiteral("caseBox"));
    m_case->setAccessibleName(tr("Case"));
    column.addWidget(m_title);
    column.addWidget(m_question);
    column.addWidget(m_case);

    m_workload = new QComboBox(this);
    m_workload->setObjectName(QStringLiteral("workloadBox"));
    m_workload->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_about = new FieldNote(this);
    m_params = new ParamForm(this);
    heading(tr("&Workload"), m_workload, column);
    column.addWidget(m_about);
    column.addWidget(m_params);

    m_sizes = new QLineEdit(this);
    m_sizes->setObjectName(QStringLiteral("sizesEdit"));
    m_sizes->setToolTip(tr("100,200,500 · 10:1e8 decades · 10:1e8:x2 powers · 1:9:+1 steps · 10:1e6:n13 points"));
    m_sizesNote = new FieldNote(this);
    m_sizesNote->setObjectName(QStringLiteral("sizesNote"));
    heading(tr("Si&zes"), m_sizes, column);
    column.addWidget(m_sizesNote);

    m_workers = new QLineEdit(this);
    m_workers->setObjectName(QStringLiteral("workersEdit"));
    m_workers->setToolTip(
        tr("1,2,4 · 1:8:x2 · -1 all usable CPUs, -2 all but one · 1.5x of the CPUs · all · physical"));
    m_workersNote = new FieldNote(this);
    m_workersNote->setObjectName(QStringLiteral("workersNote"));
    heading(tr("Wor&kers"), m_workers, column);
    column.addWidget(m_workersNote);

    m_backends = new BackendList(this);
    m_backends->setObjectName(QStringLiteral("backendList"));
    m_backendsNote = new FieldNote(this);
    heading(tr("Backen&ds"), m_backends, column);
    column.addWidget(m_backendsNote);

    m_pools = new ChoiceRow(this);
    m_pools->setObjectName(QStringLiteral("poolChoices"));
    heading(tr("Pool"), m_pools, column);
}

void ExperimentPanel::addStopping(QVBoxLayout& column) {
    m_calls = new ChoiceRow(this);
    m_calls->setObjectName(QStringLiteral("callChoices"));
    heading(tr("Call"), m_calls, column);

    m_chunks = new QLineEdit(this);
    m_chunks->setObjectName(QStringLiteral("chunkEdit"));
    m_chunks->setToolTip(tr("Items handed over together: auto, pool, or counts such as 1, 100"));
    m_inFlights = new QLineEdit(this);
    m_inFlights->setObjectName(QStringLiteral("inFlightEdit"));
    m_inFlights->setToolTip(tr(
        "Chunks handed over whose results are not back yet: all, counts such as 4, or 2*n_jobs with n_jobs workers"));
    m_starts = new ChoiceRow(this);
    m_starts->setObjectName(QStringLiteral("startChoices"));
    m_starts->setAccessibleName(tr("Start"));
    m_starts->setChoices({{"fork", "fork", "Worker processes begin as copies of the runner"},
                          {"spawn", "spawn", "Worker processes begin as fresh programs, as on other systems"}});
    m_maxSeconds = new QDoubleSpinBox(this);
    m_maxSeconds->setObjectName(QStringLiteral("maxSecondsBox"));
    m_maxSeconds->setRange(0.1, 86400);
    m_maxSeconds->setDecimals(1);
    m_maxSeconds->setSuffix(tr(" s"));
    m_maxSeconds->setToolTip(tr("The whole experiment ends after this time at the latest"));
    m_precision = new QDoubleSpinBox(this);
    m_precision->setObjectName(QStringLiteral("precisionBox"));
    m_precision->setRange(0.1, 100);
    m_precision->setDecimals(1);
    m_precision->setSuffix(tr(" %"));
    m_precision->setToolTip(tr("A trial is done when its interval is this narrow: half its width over the median"));
    m_launches = new QSpinBox(this);
    m_launches->setObjectName(QStringLiteral("launchesBox"));
    m_launches->setRange(1, 100);
    m_launches->setToolTip(
        tr("Fresh processes that the samples come from; one launch cannot show what differs between launches"));

    for (QLineEdit* list : {m_sizes, m_workers, m_chunks, m_inFlights})
        list->setMaxLength(std::numeric_limits<int>::max());  // Qt's own limit would cut thousands of sizes

    auto* form = new QFormLayout;
    form->setVerticalSpacing(4);
    form->addRow(tr("Chunk"), m_chunks);
    form->addRow(tr("In flight"), m_inFlights);
    form->addRow(tr("Start"), m_starts);
    form->addRow(tr("&Time limit"), m_maxSeconds);
    form->addRow(tr("Precision"), m_precision);
    form->addRow(tr("Launches"), m_launches);
    column.addSpacing(6);
    column.addLayout(form);
}

void ExperimentPanel::connectFields() {
    // Only the field that was edited is written back: others may show fewer digits than the spec has.
    const auto onEdit = [this](auto* field, auto signal, auto change) {
        connect(field, signal, this, [this, change] { takeOver(change); });
    };
    connect(m_case, &QComboBox::activated, this, &ExperimentPanel::showCase);
    connect(m_workload, &QComboBox::currentIndexChanged, this, &ExperimentPanel::chooseWorkload);
    onEdit(m_sizes, &QLineEdit::textEdited,
           [this](ExperimentSpec&, Case& row) { row.sizes = m_sizes->text().trimmed().toStdString(); });
    onEdit(m_workers, &QLineEdit::textEdited,
           [this](ExperimentSpec&, Case& row) { row.workers = m_workers->text().trimmed().toStdString(); });
    onEdit(m_chunks, &QLineEdit::textEdited,
           [this](ExperimentSpec&, Case& row) { row.chunks = commaList(m_chunks->text()); });
    onEdit(m_inFlights, &QLineEdit::textEdited,
           [this](ExperimentSpec&, Case& row) { row.inFlights = commaList(m_inFlights->text()); });
    onEdit(m_starts, &ChoiceRow::edited, [this](ExperimentSpec&, Case& row) { row.starts = m_starts->chosen(); });
    onEdit(m_params, &ParamForm::edited, [this](ExperimentSpec&, Case& row) { row.params = m_params->values(); });
    onEdit(m_backends, &BackendList::edited,
           [this](ExperimentSpec&, Case& row) { row.backends = m_backends->chosen(); });
    onEdit(m_pools, &ChoiceRow::edited, [this](ExperimentSpec&, Case& row) { row.pools = m_pools->chosen(); });
    onEdit(m_calls, &ChoiceRow::edited, [this](ExperimentSpec&, Case& row) { row.calls = m_calls->chosen(); });
    onEdit(m_maxSeconds, &QDoubleSpinBox::valueChanged,
           [this](ExperimentSpec& spec, Case&) { spec.stopping.maxTime = Seconds(m_maxSeconds->value()); });
    onEdit(m_precision, &QDoubleSpinBox::valueChanged,
           [this](ExperimentSpec& spec, Case&) { spec.stopping.precision = m_precision->value() / 100; });
    onEdit(m_launches, &QSpinBox::valueChanged,
           [this](ExperimentSpec& spec, Case&) { spec.stopping.launches = m_launches->value(); });
}

void ExperimentPanel::fillChoices() {
    m_loading = true;
    m_workload->clear();
    for (const WorkloadInfo& info : m_session.catalog().workloads) {
        m_workload->addItem(spoken(info.title), verbatim(info.id));
        m_workload->setItemData(m_workload->count() - 1, spoken(info.description), Qt::ToolTipRole);
    }
    m_pools->setChoices(m_session.catalog().pools);
    m_calls->setChoices(m_session.catalog().calls);
    orderTabs(*layout());
    m_loading = false;
    if (!m_session.spec().cases.empty()) showSpec();
}

void ExperimentPanel::showSpec() {
    const ExperimentSpec& spec = m_session.spec();
    if (m_loading || spec.cases.empty() || m_session.catalog().workloads.empty()) return;
    setEnabled(true);
    m_loading = true;
    m_wideBackends = Case().backends;
    m_left.clear();
    showTitle();
    const int place = m_case->count() == static_cast<int>(spec.cases.size()) ? m_case->currentIndex() : 0;
    m_case->clear();
    for (std::size_t index = 0; index < spec.cases.size(); ++index) {
        const Case& row = spec.cases[index];
        m_case->addItem(tr("Case %1 of %2: %3, %4")
                            .arg(index + 1)
                            .arg(spec.cases.size())
                            .arg(verbatim(row.workload), spoken(joined(row.pools))));
    }
    m_case->setCurrentIndex(place);
    m_case->setVisible(spec.cases.size() > 1);
    m_maxSeconds->setValue(spec.stopping.maxTime.count());
    m_precision->setValue(spec.stopping.precision * 100);
    m_launches->setValue(spec.stopping.launches);
    showCase();
}

void ExperimentPanel::showTitle() {
    const ExperimentSpec& spec = m_session.spec();
    m_title->setText(spoken(spec.title.empty() ? spec.name : spec.title));
    m_question->setHint(spoken(spec.question));
}

void ExperimentPanel::showParams(const WorkloadInfo* info, const Case& row) {
    m_about->setHint(info ? spoken(info->teaches) : QString());
    m_params->setParams(info ? info->params : std::vector<ParamInfo>());
    m_params->setValues(row.params);
    m_sizes->setText(verbatim(row.sizes));
    orderTabs(*layout());
}

void ExperimentPanel::showCase() {
    m_loading = true;
    const Case& row = shownCase();
    int place = m_workload->findData(verbatim(row.workload));
    if (place < 0) {
        m_workload->addItem(tr("%1 (not in this build)").arg(verbatim(row.workload)), verbatim(row.workload));
        place = m_workload->count() - 1;
    }
    m_workload->setCurrentIndex(place);
    const WorkloadInfo* info = infoOf(row.workload);
    showParams(info, row);
    m_workers->setText(verbatim(row.workers));
    m_chunks->setText(joined(row.chunks));
    m_inFlights->setText(joined(row.inFlights));
    m_starts->setChosen(row.starts);
    m_pools->setChosen(row.pools);
    m_calls->setChosen(row.calls);
    m_backends->fill(m_session.catalog().backends, row.backends, info);
    m_loading = false;
    showFailures();
    check();
}

void ExperimentPanel::chooseWorkload() {
    if (m_loading) return;
    const WorkloadInfo* info = infoOf(m_workload->currentData().toString().toStdString());
    if (!info) return;
    Case begun;
    begun.sizes = firstSizes(*info);
    const int place = m_case->currentIndex();
    m_left[{place, shownCase().workload}] = shownCase();
    const auto left = m_left.find({place, info->id});
    showParams(info, left == m_left.end() ? begun : left->second);
    const WorkloadInfo* former = infoOf(shownCase().workload);
    const auto& known = m_session.catalog().backends;
    if (!former || firstBackends(known, *former).empty()) m_wideBackends = shownCase().backends;
    std::vector<std::string> backends = firstBackends(known, *info);
    if (backends.empty()) backends = m_wideBackends;
    m_backends->fill(known, backends, info);
    takeOver([&](ExperimentSpec& spec, Case& row) {
        row.workload = info->id;
        row.params = m_params->values();
        row.sizes = m_sizes->text().toStdString();
        row.backends = backends;
        if (spec.cases.size() > 1) return;
        spec.title = info->title;  // the former ones asked of the former workload
        spec.question.clear();
    });
    showFailures();
}

void ExperimentPanel::takeOver(const std::function<void(ExperimentSpec&, Case&)>& change) {
    if (m_loading) return;
    const ExperimentSpec former = m_session.spec();
    ExperimentSpec spec = former;
    change(spec, spec.cases[static_cast<std::size_t>(std::max(0, m_case->currentIndex()))]);
    static const std::string edited = "-edited";
    if (!(spec == former) && !spec.name.ends_with(edited)) {
        if (spec.title == former.title) spec.title = (spec.title.empty() ? spec.name : spec.title) + " (edited)";
        spec.name += edited;
    }
    m_loading = true;
    if (!(spec == former)) Q_EMIT editing(spec);
    m_session.setSpec(spec);
    m_loading = false;
    showTitle();
    check();
}

void ExperimentPanel::check() {
    const auto sizes = parseSizes(m_sizes->text().trimmed().toStdString());
    const auto workers = parseWorkers(m_workers->text().trimmed().toStdString(), m_session.cpus());
    sizes ? m_sizesNote->setHint(sizesHint(*sizes)) : m_sizesNote->setError(spoken(sizes.error().detail));
    workers ? m_workersNote->setHint(workersHint(*workers)) : m_workersNote->setError(spoken(workers.error().detail));
    const Case& row = shownCase();
    const QString lack = backendsLack(m_session.catalog().backends, row.backends, infoOf(row.workload));
    lack.isEmpty() ? m_backendsNote->setHint({}) : m_backendsNote->setError(lack);
    m_valid = sizes && workers && lack.isEmpty() && !m_params->hasError();
    if (m_valid) {
        const auto plan = makePlan(m_session.spec(), m_session.catalog(), m_session.cpus());
        m_valid = plan.has_value();
        if (plan) {
            const ByteCount need = largestList(*plan, m_session.catalog());
            const ByteCount limit = availableMemory().bytes / 2;
            m_valid = need <= limit;
            m_valid ? m_estimate->setHint(estimateText(*plan, need)) : m_estimate->setError(memoryError(need, limit));
        } else {
            m_estimate->setError(spoken(plan.error().detail));
        }
    } else {
        m_estimate->setHint({});
    }
    Q_EMIT validChanged();
}

const Case& ExperimentPanel::shownCase() const {
    return m_session.spec().cases[static_cast<std::size_t>(std::max(0, m_case->currentIndex()))];
}

const WorkloadInfo* ExperimentPanel::infoOf(const std::string& workload) const {
    const auto& known = m_session.catalog().workloads;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const WorkloadInfo& info) { return info.id == workload; });
    return found == known.end() ? nullptr : &*found;
}

void ExperimentPanel::showFailures() {
    if (!m_session.spec().cases.empty()) m_params->showFailures(m_session.results(), shownCase().workload);
}

bool ExperimentPanel::event(QEvent* event) {
    const bool taken = QWidget::event(event);
    keepHeightOfLines(*this, *event);
    return taken;
}

}  // namespace breakeven
