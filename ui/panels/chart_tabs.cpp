#include "ui/panels/chart_tabs.h"

#include "ui/language.h"
#include "ui/panels/class_panel.h"
#include "ui/panels/comparison_panel.h"
#include "ui/panels/lesson_chart.h"
#include "ui/panels/overlay_panel.h"
#include "ui/panels/timeline_panel.h"
#include "ui/plots/chart_page.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/clipboard.h"
#include "ui/plots/picture.h"
#include "ui/plots/plot_text.h"
#include "ui/plots/row_view.h"
#include "ui/session.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace breakeven {

namespace {

constexpr const char* StackName = "chartStack";  // of a tab's charts

bool hasRows(PlotGroup group) {
    return group == PlotGroup::Map || group == PlotGroup::Distribution;
}

/// With a cross beside its name, which puts it away until it is asked for again.
void addClosable(QTabWidget& tabs, QWidget* page, const char* name, const QString& title, const QString& tip) {
    const int place = tabs.addTab(page, title);
    tabs.setTabToolTip(place, tip);
    auto* close = new QToolButton(&tabs);
    close->setObjectName(QLatin1String(name));
    close->setText(QStringLiteral("×"));
    close->setAutoRaise(true);
    close->setAccessibleName(ChartTabs::tr("Close %1").arg(title));
    close->setToolTip(close->accessibleName());
    tabs.tabBar()->setTabButton(place, QTabBar::RightSide, close);
    QObject::connect(close, &QToolButton::clicked, &tabs,
                     [&tabs, page] { tabs.setTabVisible(tabs.indexOf(page), false); });
}

}  // namespace

ChartTabs::ChartTabs(Session& session, QWidget* parent)
    : QTabWidget(parent), m_session(session), m_timeline(new TimelinePanel(session, this)) {
    setObjectName(QStringLiteral("chartTabs"));
    setDocumentMode(true);
    std::optional<PlotGroup> last;
    for (const PlotEntry& entry : plots()) {
        if (entry.group != last) addGroup(entry.group, session);
        last = entry.group;
    }
    setTabToolTip(addTab(m_timeline, tr("Timeline")), tr("What each worker did when"));
    frontView()->setFocus();  // the arrow keys move its cross-hair
    connect(this, &QTabWidget::currentChanged, this, &ChartTabs::frontChanged);
    connect(m_timeline, &TimelinePanel::pictureWanted, this, &ChartTabs::pictureWanted);
}

QWidget* ChartTabs::addChart(const PlotEntry& entry, Session& session, QWidget* parent) {
    if (hasRows(entry.group)) {
        auto* view = new RowView(entry, session.results(), parent);
        connect(&session, &Session::resultsChanged, view, &RowView::resultsChanged);
        connect(view, &RowView::trialChosen, this, &ChartTabs::trialChosen);
        connect(view, &RowView::plotChanged, this, &ChartTabs::frontChanged);
        connect(view, &RowView::pictureWanted, this, &ChartTabs::pictureWanted);
        if (entry.group == PlotGroup::Distribution) m_distribution = view;
        return view;
    }
    auto* page = new ChartPage(entry, session.results(), parent);
    page->setPlanned([&session] { return session.planned(); });
    connect(&session, &Session::resultsChanged, page, &ChartPage::resultsChanged);
    connect(page, &ChartPage::trialChosen, this, &ChartTabs::trialChosen);
    connect(page, &ChartPage::changed, this, &ChartTabs::frontChanged);
    connect(page, &ChartPage::pictureWanted, this, &ChartTabs::pictureWanted);
    return page;
}

void ChartTabs::tellOf(const ChartView& view) {
    connect(&view, &ChartView::plotChanged, this, &ChartTabs::frontChanged);
    connect(&view, &ChartView::zoomChanged, this, &ChartTabs::frontChanged);
    connect(&view, &ChartView::pictureWanted, this, &ChartTabs::pictureWanted);
}

void ChartTabs::addGroup(PlotGroup group, Session& session) {
    auto* tab = new QWidget(this);
    auto* stack = new QStackedWidget(tab);
    stack->setObjectName(QLatin1String(StackName));
    auto* exclusive = new QButtonGroup(tab);
    auto* choices = new QHBoxLayout;
    QStringList tips;
    for (const PlotEntry& entry : plots()) {
        if (entry.group != group) continue;
        QWidget* chart = addChart(entry, session, stack);
        m_charts.push_back(chart);
        auto* choice = new QToolButton(tab);
        choice->setObjectName(objectStem(entry.info.id) % QStringLiteral("Choice"));
        choice->setText(spoken(entry.info.title));
        choice->setToolTip(spoken(entry.info.description));
        choice->setCheckable(true);
        choice->setAutoRaise(true);
        exclusive->addButton(choice, stack->addWidget(chart));
        choices->addWidget(choice);
        tips += spoken(entry.info.description);
    }
    exclusive->button(0)->setChecked(true);
    connect(exclusive, &QButtonGroup::idClicked, stack, &QStackedWidget::setCurrentIndex);
    connect(stack, &QStackedWidget::currentChanged, exclusive,
            [exclusive](int place) { exclusive->button(place)->setChecked(true); });
    connect(stack, &QStackedWidget::currentChanged, this, &ChartTabs::frontChanged);
    if (stack->count() == 1) {
        exclusive->button(0)->hide();
    } else {
        choices->setContentsMargins(6, 4, 6, 0);
        choices->addStretch();
    }
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(choices);
    column->addWidget(stack, 1);
    setTabToolTip(addTab(tab, spoken(groupTitle(group))), tips.join(QStringLiteral("\n")));
}

void ChartTabs::showChart(std::string_view plotId) {
    const auto found = std::ranges::find(plots(), plotId, [](const PlotEntry& entry) { return entry.info.id; });
    if (found == plots().end()) return;
    QWidget* chart = m_charts[static_cast<std::size_t>(found - plots().begin())];
    auto* stack = qobject_cast<QStackedWidget*>(chart->parentWidget());
    stack->setCurrentWidget(chart);
    setCurrentWidget(stack->parentWidget());
}

void ChartTabs::showSamples(int trialId) {
    m_distribution->showTrial(trialId);
    showChart("distribution");
}

void ChartTabs::showTimeline(int trialId) {
    followTrial(trialId);
    setCurrentWidget(m_timeline);
}

void ChartTabs::showCurveOf(int trialId) {
    for (QWidget* chart : m_charts)
        if (auto* page = qobject_cast<ChartPage*>(chart); page && page->explainsOneCurve()) page->setTrial(trialId);
}

void ChartTabs::followTrial(int trialId) {
    showCurveOf(trialId);
    m_timeline->showTrial(trialId);
}

void ChartTabs::showOverlay(const std::vector<NamedResults>& runs) {
    if (m_overlay == nullptr) {
        m_overlay = new OverlayPanel(this);
        addClosable(*this, m_overlay, "closeOverlay", tr("Overlay"), tr("Several runs on one chart"));
        tellOf(m_overlay->view());
    }
    m_overlay->showRuns(runs);
    setTabVisible(indexOf(m_overlay), true);
    setCurrentWidget(m_overlay);
}

void ChartTabs::showComparison(const std::vector<NamedResults>& runs) {
    if (m_comparison == nullptr) {
        m_comparison = new ComparisonPanel(this);
        connect(m_comparison, &ComparisonPanel::changed, this, &ChartTabs::frontChanged);
        addClosable(*this, m_comparison, "closeComparison", tr("Comparison"), tr("Two runs, trial by trial"));
    }
    m_comparison->compare(runs);
    setTabVisible(indexOf(m_comparison), true);
    setCurrentWidget(m_comparison);
}

void ChartTabs::showClass(const QStringList& paths) {
    if (m_class == nullptr) {
        m_class = new ClassPanel(m_session, this);
        connect(m_class, &ClassPanel::changed, this, &ChartTabs::frontChanged);
        connect(m_class, &ClassPanel::pictureWanted, this, &ChartTabs::pictureWanted);
        addClosable(*this, m_class, "closeClass", tr("Class"), tr("The runs of many learners side by side"));
    }
    m_class->showFiles(paths);
    setTabVisible(indexOf(m_class), true);
    setCurrentWidget(m_class);
}

LessonChart& ChartTabs::lessonChart(Course& course) {
    if (m_lesson == nullptr) {
        m_lesson = new LessonChart(course, m_session, this);
        addClosable(*this, m_lesson, "closeLesson", tr("Lesson"), tr("What you predict, and what is measured"));
        tellOf(m_lesson->view());
        const auto tell = [this] {
            if (showsLesson()) Q_EMIT frontChanged();
        };
        connect(&m_session, &Session::resultsChanged, m_lesson, tell);
        connect(&m_session, &Session::specChanged, m_lesson, tell);
    }
    return *m_lesson;
}

void ChartTabs::showLesson(Course& course) {
    LessonChart& chart = lessonChart(course);
    setTabVisible(indexOf(&chart), true);
    setCurrentWidget(&chart);
}

bool ChartTabs::showsLesson() const {
    return m_lesson != nullptr && currentWidget() == m_lesson;
}

void ChartTabs::setWhatIf(const std::optional<WhatIfChoice>& choice) {
    for (QWidget* chart : m_charts)
        if (auto* page = qobject_cast<ChartPage*>(chart)) page->setWhatIf(choice);
}

QWidget* ChartTabs::front() const {
    if (m_class != nullptr && currentWidget() == m_class) return m_class;  // which has a stack of its own
    const auto* stack = currentWidget()->findChild<QStackedWidget*>(QString(), Qt::FindDirectChildrenOnly);
    return stack != nullptr ? stack->currentWidget() : currentWidget();
}

ChartView* ChartTabs::frontView() const {
    QWidget* shown = front();
    if (auto* page = qobject_cast<ChartPage*>(shown)) return &page->view();
    if (m_class != nullptr && shown == m_class) return m_class->frontView();
    if (showsLesson()) return &m_lesson->view();
    return m_overlay != nullptr && shown == m_overlay ? &m_overlay->view() : nullptr;
}

RowView* ChartTabs::frontRows() const {
    return qobject_cast<RowView*>(front());
}

QString ChartTabs::frontHeadline() const {
    if (m_class != nullptr && currentWidget() == m_class) return m_class->headline();
    if (m_comparison != nullptr && currentWidget() == m_comparison) return m_comparison->headline();
    if (m_overlay != nullptr && currentWidget() == m_overlay) return m_overlay->headline();
    if (showsLesson()) return m_lesson->headline();
    return {};
}

const Plot* ChartTabs::frontPlot() const {
    if (const ChartView* view = frontView()) return &view->plot();
    if (const RowView* rows = frontRows()) return &rows->plot();
    return m_class != nullptr && front() == m_class ? &m_class->frontPlot() : nullptr;
}

std::vector<int> ChartTabs::chosen() const {
    std::vector<int> places{currentIndex()};
    for (const auto* stack : findChildren<QStackedWidget*>(QLatin1String(StackName)))
        places.push_back(stack->currentIndex());
    return places;
}

void ChartTabs::choose(const std::vector<int>& places) {
    auto place = places.begin();
    setCurrentIndex(*place);
    for (auto* stack : findChildren<QStackedWidget*>(QLatin1String(StackName)))
        stack->setCurrentIndex(*++place);
}

bool ChartTabs::hasNumbers() const {
    const Plot* plot = frontPlot();
    return plot != nullptr && !plot->isEmpty();
}

bool ChartTabs::hasPicture() const {
    if (frontPlot() != nullptr) return hasNumbers();
    return front() != m_timeline || !m_session.results().trials().empty();
}

Drawing ChartTabs::frontDrawing() const {
    if (const ChartView* view = frontView()) return drawingOf(view->plot(), view->zoomRange());
    if (const RowView* rows = frontRows()) return drawingOf(rows->plot(), rows->zoomRange());
    if (const Plot* plot = frontPlot()) return drawingOf(*plot);
    return front() == m_timeline ? m_timeline->drawing() : drawingOf(*front());
}

void ChartTabs::copyFront() const {
    copyPicture(frontDrawing());
}

Result<void> ChartTabs::saveFront(const QString& path) const {
    return savePicture(frontDrawing(), path);
}

}  // namespace breakeven
