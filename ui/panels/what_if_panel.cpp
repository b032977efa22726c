#include "ui/panels/what_if_panel.h"

#include "core/base/numbers.h"
#include "ui/language.h"
#include "ui/panels/field_note.h"
#include "ui/panels/scrolled_panel.h"
#include "ui/panels/what_if_text.h"
#include "ui/panels/wrapped_label.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int DispatchStep = 5;  // percent
constexpr int DispatchAsMeasured = 100 / DispatchStep;
constexpr int MostDispatch = 2 * DispatchAsMeasured;
constexpr int FewestExtraWorkers = 8;  // that the slider offers

/// 1, 2, 5, 10, … up to the largest list.
std::vector<ItemCount> chunksUpTo(ItemCount largest) {
    std::vector<ItemCount> chunks;
    for (ItemCount decade = 1; decade <= largest; decade *= 10) {
        for (const ItemCount digit : {1, 2, 5}) {
            if (digit * decade <= largest) chunks.push_back(digit * decade);
        }
    }
    return chunks;
}

ItemCount largestSize(const Results& results) {
    ItemCount largest = 1;
    for (const TrialResult& result : results.trials())
        largest = std::max(largest, result.trial.size);
    return largest;
}

double speedupOf(const WhatIfCurve& curve) {
    return curve.points.empty() ? 0 : curve.points.back().before.value;
}

}  // namespace

WhatIfPanel::WhatIfPanel(Session& session, QWidget* parent)
    : QScrollArea(parent),
      m_session(session),
      m_curve(new QComboBox(this)),
      m_balance(new QCheckBox(tr("Workers perfectly balanced"), this)),
      m_start(new QCheckBox(tr("Pool already started"), this)),
      m_reset(new QPushButton(tr("As measured"), this)),
      m_answer(new WrappedLabel(this)),
      m_basis(new FieldNote(this)) {
    setObjectName(QStringLiteral("whatIfPanel"));
    setAccessibleName(tr("What if"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    m_curve->setObjectName(QStringLiteral("whatIfCurve"));
    m_curve->setAccessibleName(tr("Curve"));
    m_curve->setToolTip(tr("The curve that is moved"));
    m_curve->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    keepFromWheel(*m_curve);
    m_balance->setObjectName(QStringLiteral("whatIfBalance"));
    m_balance->setToolTip(tr("All workers compute equally long; none waits for the busiest"));
    m_start->setObjectName(QStringLiteral("whatIfStart"));
    m_start->setToolTip(tr("The pool is there and awake when the list comes"));
    m_reset->setObjectName(QStringLiteral("whatIfReset"));
    m_reset->setToolTip(tr("Put all sliders back to what was measured"));
    m_answer->setObjectName(QStringLiteral("whatIfAnswer"));
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_basis->setObjectName(QStringLiteral("whatIfBasis"));
    for (QLabel* text : {m_answer, static_cast<QLabel*>(m_basis)}) {
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long number may not widen the panel
        policy.setHeightForWidth(true);
        text->setSizePolicy(policy);
    }

    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(4);
    m_dispatch = addSlider(*grid, "whatIfDispatch", tr("Handing over costs"),
                           tr("Waking the workers, handing chunks over and copying items, in percent of what it costs"),
                           m_dispatchValue);
    m_dispatch->setRange(0, MostDispatch);
    m_workers =
        addSlider(*grid, "whatIfWorkers", tr("More cores"),
                  tr("Further workers, each on a CPU of its own; the work is divided among all"), m_workersValue);
    m_chunk = addSlider(*grid, "whatIfChunk", tr("Chunk"), tr("Items that are handed over together"), m_chunkValue);

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setSpacing(6);
    column->addWidget(m_curve);
    column->addLayout(grid);
    column->addWidget(m_balance);
    column->addWidget(m_start);
    column->addWidget(m_answer);
    column->addWidget(m_basis);
    column->addWidget(m_reset, 0, Qt::AlignLeft);
    column->addStretch();
    orderTabs(*column);
    setWidget(content);

    connect(m_curve, &QComboBox::currentIndexChanged, this, &WhatIfPanel::ask);
    for (QCheckBox* box : {m_balance, m_start})
        connect(box, &QCheckBox::toggled, this, &WhatIfPanel::ask);
    connect(m_reset, &QPushButton::clicked, this, &WhatIfPanel::reset);
    connect(&m_session, &Session::resultsChanged, this, &WhatIfPanel::resultsChanged);
    connect(&m_session, &Session::stateChanged, this, &WhatIfPanel::resultsChanged);
    fitRanges();
    m_dispatch->setValue(DispatchAsMeasured);
}

QSlider* WhatIfPanel::addSlider(QGridLayout& grid, const char* name, const QString& label, const QString& tip,
                                QLabel*& value) {
    const int row = grid.rowCount();
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setObjectName(QLatin1String(name));
    slider->setAccessibleName(QString(label).remove(u'&'));
    slider->setToolTip(tip);
    slider->setPageStep(2);
    keepFromWheel(*slider);
    auto* title = new QLabel(label, this);
    title->setBuddy(slider);
    title->setToolTip(tip);
    value = new QLabel(this);
    value->setObjectName(QLatin1String(name) % QStringLiteral("Value"));
    grid.addWidget(title, row, 0);
    grid.addWidget(value, row, 1, Qt::AlignRight);
    grid.addWidget(slider, row + 1, 0, 1, 2);
    connect(slider, &QSlider::valueChanged, this, &WhatIfPanel::ask);
    return slider;
}

void WhatIfPanel::resultsChanged() {
    m_stale = true;
    if (isVisible()) refresh();
}

void WhatIfPanel::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    if (m_stale) refresh();
}

void WhatIfPanel::refresh() {
    m_stale = false;
    const bool isIdle = m_session.state() == Session::State::Idle;
    if (isIdle) {
        const QSignalBlocker blocker(this);
        fitRanges();
        fillCurves(whatIf(m_session.results(), {}));
    }
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_curve, m_dispatch, m_workers, m_chunk, m_balance, m_start, m_reset})
        field->setEnabled(isIdle && m_curve->count() > 0);
    ask();
}

/// The one that was chosen stays; at first it is the fastest at its largest list.
void WhatIfPanel::fillCurves(const std::vector<WhatIfCurve>& curves) {
    const QSignalBlocker blocker(m_curve);
    const QVariant chosen = m_curve->currentData();
    m_curve->clear();
    for (const WhatIfCurve& curve : curves)
        m_curve->addItem(spoken(curve.label), QString::fromStdString(curve.label));
    const int place = m_curve->findData(chosen);
    const auto fastest = std::ranges::max_element(curves, {}, speedupOf);
    if (place >= 0) {
        m_curve->setCurrentIndex(place);
    } else if (fastest != curves.end()) {
        m_curve->setCurrentIndex(static_cast<int>(fastest - curves.begin()));
    }
}

void WhatIfPanel::fitRanges() {
    const QSignalBlocker blockers[] = {QSignalBlocker(m_workers), QSignalBlocker(m_chunk)};
    m_workers->setRange(0, std::max(FewestExtraWorkers, 2 * m_session.results().run().environment.usableCpus));
    m_chunks = chunksUpTo(largestSize(m_session.results()));
    m_chunk->setRange(0, static_cast<int>(m_chunks.size()));
}

void WhatIfPanel::reset() {
    {
        const QSignalBlocker blocker(this);
        m_dispatch->setValue(DispatchAsMeasured);
        m_workers->setValue(0);
        m_chunk->setValue(0);
        m_balance->setChecked(false);
        m_start->setChecked(false);
    }
    ask();
}

WhatIf WhatIfPanel::question() const {
    WhatIf question;
    question.dispatchFactor = m_dispatch->value() * DispatchStep / 100.0;
    question.perfectBalance = m_balance->isChecked();
    question.noStart = m_start->isChecked();
    question.extraWorkers = m_workers->value();
    if (m_chunk->value() > 0) question.chunk = m_chunks[static_cast<std::size_t>(m_chunk->value() - 1)];
    return question;
}

std::optional<WhatIfChoice> WhatIfPanel::choice() const {
    const WhatIf asking = question();
    if (asking == WhatIf{} || m_curve->currentIndex() < 0 || m_session.state() != Session::State::Idle)
        return std::nullopt;
    return WhatIfChoice{asking, m_curve->currentData().toString().toStdString()};
}

void WhatIfPanel::ask() {
    const WhatIf asking = question();
    const auto tell = [](QSlider& slider, QLabel& value, const QString& text) {
        value.setText(text);
        slider.setAccessibleDescription(text);  // the place on the slider says nothing
    };
    tell(*m_dispatch, *m_dispatchValue,
         asking.dispatchFactor == 1 ? tr("as measured")
                                    : QString::number(m_dispatch->value() * DispatchStep) % QStringLiteral("\u202f%"));
    tell(*m_workers, *m_workersValue,
         asking.extraWorkers == 0 ? tr("as measured") : tr("%1 more").arg(asking.extraWorkers));
    tell(*m_chunk, *m_chunkValue,
         asking.chunk ? QString::fromStdString(formatItems(static_cast<double>(*asking.chunk))) : tr("as measured"));
    answer();
    Q_EMIT asked(choice());
}

/// Each text is set once: one that comes and goes has the whole dock laid out anew.
void WhatIfPanel::answer() {
    const std::optional<WhatIfChoice> asking = choice();
    const auto tell = [this](const QString& answer, const QString& basis) {
        m_answer->setText(answer);
        m_basis->setHint(basis);
    };
    if (m_session.state() != Session::State::Idle) return tell({}, tr("Answered when the experiment is over."));
    if (m_curve->count() == 0)
        return tell({}, tr("Asks a run what would be if: it needs serial and a parallel backend."));
    if (!asking) return tell({}, tr("Move a slider: the dotted curve in the charts of runtime and speed-up follows."));
    const std::vector<WhatIfCurve> curves = whatIf(m_session.results(), asking->question);
    const auto curve = std::ranges::find(curves, asking->curve, &WhatIfCurve::label);
    if (curve == curves.end()) return tell({}, {});
    if (curve->refusal.empty())
        return tell(whatIfAnswer(*curve), whatIfBasis(m_session.results(), *curve, asking->question));
    m_answer->clear();
    m_basis->setError(spoken(curve->refusal));
}

}  // namespace breakeven
