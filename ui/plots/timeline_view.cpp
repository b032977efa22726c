#include "ui/plots/timeline_view.h"

#include "core/base/numbers.h"
#include "ui/language.h"
#include "ui/plots/chart_commands.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/clipboard.h"
#include "ui/plots/timeline_canvas.h"
#include "ui/plots/timeline_text.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace breakeven {

namespace {

using std::chrono::nanoseconds;

constexpr int Margin = 8;         // pixels beside text and fields
constexpr int MostRows = 5;       // that the table asks room for; the others scroll
constexpr int PaperWidth = 1200;  // pixels, of a picture

constexpr CommandOf<TimelineView> Commands[] = {
    {"chartZoomIn", &TimelineView::zoomIn, &TimelineView::hasTimeline},
    {"chartZoomOut", &TimelineView::zoomOut, &TimelineView::isZoomed},
    {"chartShowAll", &TimelineView::showAll, &TimelineView::isZoomed},
    {"chartCopyImage", &TimelineView::copyImage, &TimelineView::hasTimeline},
    {"chartSavePicture", &TimelineView::savePicture, &TimelineView::hasTimeline},
};

/// A run of several launches has several passes of a trial.
QString choiceText(const TimelinePass& pass) {
    const QString label = spoken(pass.name);
    return pass.spans.launch == 0 ? label : TimelineView::tr("%1, launch %2").arg(label).arg(pass.spans.launch + 1);
}

}  // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent),
      m_choice(new QComboBox(this)),
      m_showAll(new QPushButton(tr("Show all"), this)),
      m_menu(new QToolButton(this)),
      m_canvas(new TimelineCanvas(this)),
      m_range(new QLabel(this)),
      m_table(new QTableView(this)),
      m_note(new QLabel(this)) {
    setObjectName(QStringLiteral("timelineView"));
    m_choice->setObjectName(QStringLiteral("timelinePass"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(24);
    m_choice->setToolTip(
        tr("Which of the recorded passes is shown. A pass is one more execution of the trial, "
           "beside its samples, in which each chunk is recorded"));
    m_showAll->setObjectName(QStringLiteral("timelineShowAll"));
    m_showAll->setToolTip(tr("The whole pass again (Home, or a double click)"));
    m_showAll->setFocusPolicy(Qt::TabFocus);
    m_menu->setObjectName(QStringLiteral("timelineMenu"));
    m_menu->setText(QStringLiteral("…"));
    m_menu->setAccessibleName(tr("Zoom, copy and save the timeline"));
    m_menu->setToolTip(m_menu->accessibleName() % u'\n' % TimelineCanvas::gesturesText());
    m_canvas->setObjectName(QStringLiteral("timelineCanvas"));
    m_canvas->setContextMenuPolicy(Qt::CustomContextMenu);
    m_range->setObjectName(QStringLiteral("timelineRange"));
    m_range->setIndent(Margin);
    m_range->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setObjectName(QStringLiteral("timelineNote"));
    m_note->setIndent(Margin);
    m_note->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("timelineTotals"));
    m_table->setAccessibleName(tr("Totals of the timeline"));
    m_table->setModel(&m_totals);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(
        fontMetrics().horizontalAdvance(QStringLiteral("99.9 ms · 99.9 %")) + 2 * Margin);

    auto* passLabel = new QLabel(tr("P&ass"), this);
    passLabel->setBuddy(m_choice);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(Margin, 0, Margin, 0);
    head->addWidget(passLabel);
    head->addWidget(m_choice, 1);
    head->addWidget(m_showAll);
    head->addWidget(m_menu);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_range);
    column->addWidget(m_table);
    column->addWidget(m_note);
    setFocusProxy(m_canvas);

    connect(m_choice, &QComboBox::activated, this, [this](int place) {
        showPass(place);
        Q_EMIT trialShown(m_passes[static_cast<std::size_t>(place)].spans.trial);
    });
    connect(m_showAll, &QPushButton::clicked, this, &TimelineView::showAll);
    connect(m_menu, &QToolButton::clicked, this,
            [this] { openMenu(m_menu->mapToGlobal(m_menu->rect().bottomLeft())); });
    connect(m_canvas, &QWidget::customContextMenuRequested, this,
            [this](QPoint place) { openMenu(m_canvas->mapToGlobal(place)); });
    connect(m_canvas, &TimelineCanvas::totalsRangeChanged, this, &TimelineView::tellTotals);
    setPasses({});
}

void TimelineView::setPasses(std::vector<TimelinePass> passes, const QString& note) {
    const int before = m_choice->currentIndex();
    const int trial = before >= 0 ? m_passes[static_cast<std::size_t>(before)].spans.trial : -1;
    m_passes = std::move(passes);
    m_choice->clear();
    for (const TimelinePass& pass : m_passes)
        m_choice->addItem(choiceText(pass));
    m_choice->setEnabled(!m_passes.empty());
    m_note->setText(note);
    if (m_passes.empty()) {
        m_note->hide();
        m_canvas->setNothing(note.isEmpty()
                                 ? tr("No timeline was recorded: run an experiment with a parallel trial, or "
                                      "open a run that lies beside its .spans file")
                                 : tr("No timeline was recorded: %1").arg(note));
    } else {
        m_note->setVisible(!note.isEmpty());
        if (!showTrial(trial)) showPass(0);
    }
}

bool TimelineView::showTrial(int trial) {
    const auto found = std::ranges::find(m_passes, trial, [](const TimelinePass& pass) { return pass.spans.trial; });
    if (found == m_passes.end()) return false;
    showPass(static_cast<int>(found - m_passes.begin()));
    return true;
}

void TimelineView::showNoPass() {
    if (m_passes.empty()) return;  // why is said already
    m_choice->setCurrentIndex(-1);
    m_canvas->setNothing(tr("No pass of this trial was recorded; those of others can be chosen above"));
}

void TimelineView::showPass(int place) {
    m_choice->setCurrentIndex(place);
    const TimelinePass& pass = m_passes[static_cast<std::size_t>(place)];
    m_canvas->setTimeline(makeTimeline(pass.spans), pass.family);
    const Timeline& timeline = *m_canvas->timeline();
    m_table->setColumnHidden(TimelineTotals::Transport, !has(timeline, SpanKind::Transport));
    m_table->setColumnHidden(TimelineTotals::Combine, !has(timeline, SpanKind::Combine));
    m_table->setColumnHidden(TimelineTotals::Unrecorded, timeline.dropped == 0);
    const auto heightOf = [this](int rows) {
        return m_table->horizontalHeader()->sizeHint().height() +
               rows * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth();
    };
    m_table->setMinimumHeight(heightOf(1));
    m_table->setMaximumHeight(heightOf(std::min(m_totals.rowCount(), MostRows)));
}

void TimelineView::zoomIn() {
    m_canvas->zoomIn();
}

void TimelineView::zoomOut() {
    m_canvas->zoomOut();
}

void TimelineView::showAll() {
    m_canvas->showAll();
}

void TimelineView::copyImage() {
    copyPicture(drawing());
}

bool TimelineView::hasTimeline() const {
    return m_canvas->timeline().has_value();
}

bool TimelineView::isZoomed() const {
    return hasTimeline() && !m_canvas->showsAll();
}

void TimelineView::openMenu(QPoint place) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chartMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCommands<TimelineView>(*menu, *this, Commands);
    menu->popup(place);
}

Drawing TimelineView::drawing() const {
    const std::shared_ptr<TimelineCanvas> canvas = m_canvas->onPaper(PaperWidth);
    const QString title = m_choice->currentText();
    const QString note = hasTimeline() ? m_range->text() : QString();
    const QFont usual = canvas->font();
    const QFont strong = boldened(usual);
    const int head = title.isEmpty() ? 0 : QFontMetrics(strong).height() + Margin;
    const QRect wide(0, 0, PaperWidth - 2 * Margin, QWIDGETSIZE_MAX);
    const int foot =
        note.isEmpty() ? 0 : QFontMetrics(usual).boundingRect(wide, Qt::TextWordWrap, note).height() + Margin;
    const QSize size(PaperWidth, head + canvas->height() + foot);
    return {title, m_canvas->accessibleDescription(), size, TimelineCanvas::PaperRatio, [=](QPainter& painter) {
                painter.fillRect(QRect({}, size), toColour(paper(false).background));
                painter.setPen(toColour(paper(false).text));
                painter.setFont(strong);
                painter.drawText(QRect(Margin, Margin, wide.width(), head), Qt::AlignLeft | Qt::AlignTop, title);
                painter.setFont(usual);
                painter.drawText(QRect(Margin, head + canvas->height(), wide.width(), foot),
                                 Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, note);
                painter.translate(0, head);
                canvas->paint(painter);
            }};
}

void TimelineView::placeTotals() {
    const int needed = leastChart(font()) + m_table->minimumHeight();
    m_table->setVisible(m_canvas->timeline() && height() >= needed);
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeTotals();
}

void TimelineView::tellTotals() {
    const auto& timeline = m_canvas->timeline();
    const TimeRange range = m_canvas->totalsRange();
    m_totals.setRange(timeline ? &*timeline : nullptr, range);
    placeTotals();
    m_range->setVisible(timeline.has_value());
    m_showAll->setEnabled(timeline && !m_canvas->showsAll());
    if (!timeline) return;
    const nanoseconds length = range.high - range.low;
    const nanoseconds step = std::max(nanoseconds(1), length / 1000);
    const QString duration = QString::fromStdString(formatSeconds(length));
    const QString share = utilisationText(workerTotals(*timeline, range));
    QString text = tr("The whole pass: %1, workers compute %2 of it").arg(duration, share);
    if (m_canvas->selection() || !m_canvas->showsAll()) {
        text = m_canvas->selection() ? tr("Selected: %1 to %2, that is %3, workers compute %4 of it")
                                     : tr("Visible: %1 to %2, that is %3, workers compute %4 of it");
        text = text.arg(momentText(range.low, step), momentText(range.high, step), duration, share);
    }
    if (timeline->dropped > 0)
        text += tr(". The last spans were not kept: %1")
                    .arg(QString::fromStdString(formatItems(static_cast<double>(timeline->dropped))));
    m_range->setText(text);
    m_canvas->setAccessibleDescription(timelineText(*timeline, range, m_choice->currentText()));
}

}  // namespace breakeven
