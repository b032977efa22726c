#include "ui/panels/lesson_panel.h"

#include "core/lessons/reference.h"
#include "core/lessons/words.h"
#include "ui/panels/chart_tabs.h"
#include "ui/panels/field_note.h"
#include "ui/panels/lesson_chart.h"
#include "ui/panels/prediction_panel.h"
#include "ui/panels/scrolled_panel.h"
#include "ui/verbatim.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace breakeven {

namespace {

constexpr std::array<LessonPart, LessonSteps> Parts{
    LessonPart::Question, LessonPart::Prediction, LessonPart::Run,  LessonPart::Measured,
    LessonPart::Switch,   LessonPart::Check,      LessonPart::Next,
};
constexpr int Margin = 8;            // pixels
constexpr qsizetype MostValue = 24;  // letters of what the switch changes a field to

/// Both a mark and words, since a mark alone is read by nobody's ears.
QString mark(const LessonRecord* record) {
    if (!record) return QStringLiteral("\u2002");
    return record->isDone ? QStringLiteral("✓") : QStringLiteral("·");
}

QString progressText(const LessonRecord* record, const LessonWords& words) {
    if (!record) return LessonPanel::tr("not begun");
    if (!record->isDone || !record->outcome) return LessonPanel::tr("begun");
    return LessonPanel::tr("done, its check: %1").arg(verbatim(outcomeText(*record->outcome, words)));
}

/// In the lesson's words; without them the first of a long text: the step's own text tells the rest.
QString switchText(const Lesson& lesson) {
    if (!lesson.switched.empty()) return verbatim(lesson.switched);
    QStringList changes;
    for (const LessonSwitch& change : lesson.switches) {
        QString value = verbatim(change.value).simplified().remove(u'"');
        if (value.size() > MostValue) value = value.left(MostValue) % u'…';
        changes += QStringLiteral("%1 = %2").arg(verbatim(change.field), value);
    }
    return changes.join(QStringLiteral(", "));
}

QString measuredOn(const ReferenceRun& reference, const LessonWords& words) {
    return verbatim(withNames(words.measuredOn, {{"machine", reference.machine.toStdString()}}));
}

QString headed(const LessonSection& section, const QString& level) {
    return level % verbatim(section.heading) % QStringLiteral("\n\n");
}

}  // namespace

LessonPanel::LessonPanel(Course& course, ChartTabs& tabs, QWidget* parent)
    : QWidget(parent), m_course(course), m_tabs(tabs), m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("lessonView"));
    setAccessibleName(tr("Lessons"));
    m_pages->addWidget(makeList());
    m_pages->addWidget(makeLesson());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    const auto takeKeys = [this](int page) { setFocusProxy(page == 0 ? static_cast<QWidget*>(m_list) : m_goOn); };
    takeKeys(0);
    connect(m_pages, &QStackedWidget::currentChanged, this, takeKeys);
    connect(&m_course, &Course::opened, this, &LessonPanel::showOpened);
    connect(&m_course, &Course::changed, this, &LessonPanel::refresh);
    connect(&m_course, &Course::progressChanged, this, &LessonPanel::fillList);
}

QWidget* LessonPanel::makeList() {
    auto* page = new QWidget(this);
    m_intro = new QLabel(page);
    m_intro->setObjectName(QStringLiteral("lessonIntro"));
    m_intro->setWordWrap(true);
    m_list = new QListWidget(page);
    m_list->setObjectName(QStringLiteral("lessonList"));
    m_list->setAccessibleName(tr("Lessons"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setToolTip(tr("Enter or a click opens a lesson"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->addWidget(m_intro);
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemActivated, this, &LessonPanel::openChosen);
    connect(m_list, &QListWidget::itemClicked, this, &LessonPanel::openChosen);
    return page;
}

QWidget* LessonPanel::makeSteps() {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    m_steps = new QButtonGroup(row);
    for (int step = 0; step < LessonSteps; ++step) {
        auto* button = new QToolButton(row);
        button->setObjectName(QStringLiteral("lessonStep%1").arg(step + 1));
        button->setText(QString::number(step + 1));
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_steps->addButton(button, step);
        line->addWidget(button);
    }
    connect(m_steps, &QButtonGroup::idClicked, this, [this](int step) { showStep(static_cast<LessonStep>(step)); });
    return row;
}

QWidget* LessonPanel::makeLesson() {
    auto* page = new QWidget(this);
    auto* list = new QToolButton(page);
    list->setObjectName(QStringLiteral("lessonListButton"));
    list->setText(tr("‹ Lessons"));
    list->setToolTip(tr("Back to the list; this lesson stays as it is"));
    list->setAutoRaise(true);
    m_place = new QLabel(page);
    m_place->setObjectName(QStringLiteral("lessonPlace"));
    m_title = new QLabel(page);
    m_title->setObjectName(QStringLiteral("lessonTitle"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    QFont strong = font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    m_title->setFont(strong);
    m_text = new QTextBrowser(page);
    m_text->setObjectName(QStringLiteral("lessonText"));
    m_text->setAccessibleName(tr("Text of the step"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(4);
    m_text->setMinimumHeight(80);
    makeControls();

    auto* top = new QHBoxLayout;
    top->addWidget(list);
    top->addStretch();
    top->addWidget(m_place);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_back);
    bottom->addStretch();
    bottom->addWidget(m_goOn);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(Margin, Margin / 2, Margin, Margin);
    column->addLayout(top);
    column->addWidget(m_title);
    column->addWidget(makeSteps());
    column->addWidget(m_text, 1);
    for (QWidget* control :
         {static_cast<QWidget*>(m_prediction), static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_switch),
          static_cast<QWidget*>(m_reference), static_cast<QWidget*>(m_answer), static_cast<QWidget*>(m_state)})
        column->addWidget(control);
    column->addLayout(bottom);
    connect(list, &QToolButton::clicked, this, [this] {
        m_course.keep();
        m_pages->setCurrentIndex(0);
        m_list->setFocus();
    });
    connect(m_text, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& link) { Q_EMIT linkChosen(link.toString()); });
    return page;
}

void LessonPanel::makeControls() {
    m_prediction = new PredictionPanel(m_course, this);
    m_run = new QPushButton(this);
    m_run->setObjectName(QStringLiteral("lessonRun"));
    m_switch = new QCheckBox(this);
    m_switch->setObjectName(QStringLiteral("lessonSwitch"));
    m_switch->setToolTip(tr("Measures again with this changed, and again without it when it is taken back"));
    m_reference = new QCheckBox(this);
    m_reference->setObjectName(QStringLiteral("lessonReference"));
    m_reference->setToolTip(tr("The same lesson, measured on another machine"));
    m_answer = new QLabel(this);
    m_answer->setObjectName(QStringLiteral("lessonAnswer"));
    m_answer->setAccessibleName(tr("Answer of the check"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    QFont strong = font();
    strong.setBold(true);
    m_answer->setFont(strong);
    m_state = new FieldNote(this);
    m_state->setObjectName(QStringLiteral("lessonState"));
    m_back = new QPushButton(tr("&Back"), this);
    m_back->setObjectName(QStringLiteral("lessonBack"));
    m_goOn = new QPushButton(this);
    m_goOn->setObjectName(QStringLiteral("lessonContinue"));
    for (QWidget* ofOneStep : std::initializer_list<QWidget*>{m_prediction, m_run, m_switch, m_reference, m_answer})
        ofOneStep->hide();
    connect(m_run, &QPushButton::clicked, this, &LessonPanel::runOrStop);
    connect(m_switch, &QCheckBox::clicked, this,
            [this](bool on) { m_course.measure(on ? LessonRun::After : LessonRun::Before); });
    connect(m_reference, &QCheckBox::toggled, this, [this](bool on) { m_tabs.lessonChart(m_course).setReference(on); });
    connect(m_back, &QPushButton::clicked, this,
            [this] { showStep(static_cast<LessonStep>(std::max(0, static_cast<int>(m_step) - 1))); });
    connect(m_goOn, &QPushButton::clicked, this, &LessonPanel::goOn);
}

void LessonPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_course.load();
    fillList();
}

void LessonPanel::fillList() {
    const int chosen = m_list->currentRow();
    m_list->clear();
    int done = 0;
    int first = -1;
    for (const Lesson& lesson : m_course.lessons()) {
        const LessonRecord* record = m_course.record(lesson);
        const bool isDone = record && record->isDone;
        done += isDone;
        if (!isDone && first < 0) first = m_list->count();
        auto* item = new QListWidgetItem(
            QStringLiteral("%1 %2. %3").arg(mark(record)).arg(lesson.number).arg(verbatim(lesson.title)), m_list);
        const QString progress = progressText(record, m_course.words());
        item->setToolTip(progress);
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1. %2, %3").arg(lesson.number).arg(verbatim(lesson.title), progress));
    }
    m_list->setCurrentRow(chosen >= 0 ? chosen : std::max(first, 0));
    if (!m_course.problem().isEmpty()) return m_intro->setText(m_course.problem());
    m_intro->setText(tr("Each lesson asks, lets you predict, measures on this machine and compares. %1 of %2 done.")
                         .arg(done)
                         .arg(m_course.lessons().size()));
}

void LessonPanel::openChosen() {
    if (const int row = m_list->currentRow(); row < 0 || !m_course.open(static_cast<std::size_t>(row))) return;
    m_pages->setCurrentIndex(1);
    m_tabs.showLesson(m_course);
    spareSecondPress(*m_pages->currentWidget());
}

void LessonPanel::showOpened() {
    const Lesson* lesson = m_course.lesson();
    m_pages->setCurrentIndex(lesson ? 1 : 0);
    if (!lesson) return;
    m_list->setCurrentRow(static_cast<int>(m_course.place()));
    m_tabs.showLesson(m_course);
    m_prediction->setChart(m_tabs.lessonChart(m_course));
    m_place->setText(tr("%1 of %2").arg(m_course.place() + 1).arg(m_course.lessons().size()));
    m_title->setText(verbatim(lesson->title));
    for (int step = 0; step < LessonSteps; ++step) {
        const QString heading = verbatim(lesson->section(Parts[static_cast<std::size_t>(step)]).heading);
        m_steps->button(step)->setToolTip(heading);
        m_steps->button(step)->setAccessibleName(tr("Step %1: %2").arg(step + 1).arg(heading));
    }
    m_switch->setText(switchText(*lesson));
    const auto& reference = m_course.reference(LessonRun::Before);
    m_reference->setChecked(false);
    if (reference) m_reference->setText(measuredOn(*reference, m_course.words()));
    showStep(LessonStep::Question);
}

bool LessonPanel::canReach(LessonStep step) const {
    switch (step) {
        case LessonStep::Measured:
        case LessonStep::Switch:
            return m_course.results(LessonRun::Before) != nullptr && !m_course.isMeasuring();
        case LessonStep::Check:
            return m_course.results(LessonRun::Before) != nullptr && m_course.results(LessonRun::After) != nullptr &&
                   !m_course.isMeasuring();
        default:
            return true;
    }
}

void LessonPanel::showStep(LessonStep step) {
    if (!m_course.lesson()) return;
    if (m_step != step) m_course.keep();
    m_step = step;
    m_steps->button(static_cast<int>(step))->setChecked(true);
    const bool isAboutRuns = step >= LessonStep::Measured && step <= LessonStep::Check;
    m_prediction->setVisible(step == LessonStep::Prediction);
    m_run->setVisible(step == LessonStep::Run);
    m_switch->setVisible(step == LessonStep::Switch);
    m_reference->setVisible(isAboutRuns && m_course.reference(LessonRun::Before).has_value());
    m_answer->setVisible(step == LessonStep::Check);
    m_shown.clear();
    refresh();
    if (step == LessonStep::Prediction) m_prediction->setFocus();
}

void LessonPanel::goOn() {
    if (m_step != LessonStep::Next) return showStep(static_cast<LessonStep>(static_cast<int>(m_step) + 1));
    if (!m_course.step(1)) m_pages->setCurrentIndex(0);
}

void LessonPanel::runOrStop() {
    m_course.isMeasuring() ? m_course.stop() : m_course.measure(LessonRun::Before);
}

LessonRun LessonPanel::ofStep() const {
    return m_step >= LessonStep::Switch && m_course.isSwitched() ? LessonRun::After : LessonRun::Before;
}

QString LessonPanel::textOf(LessonStep step) {
    const Lesson& lesson = *m_course.lesson();
    const LessonSection& section = lesson.section(Parts[static_cast<std::size_t>(step)]);
    QString markdown = headed(section, QStringLiteral("### ")) % m_course.filled(section.text);
    const auto add = [&](const LessonSection& more) {
        markdown += QStringLiteral("\n\n") % headed(more, QStringLiteral("#### ")) % m_course.filled(more.text);
    };
    const auto addOpen = [&] {
        add(lesson.section(LessonPart::NotResolved));
        markdown += QStringLiteral("\n\n") % verbatim(noReferenceText(lesson, m_course.words()));
    };
    if (step == LessonStep::Measured && !m_course.predicted().isEmpty() && !judgementOf(lesson, m_course.facts()))
        addOpen();
    if (step == LessonStep::Check) {
        const auto answer = m_course.answer();
        const CheckOutcome outcome = answer ? answer->outcome : CheckOutcome::NotResolved;
        const LessonWords& words = m_course.words();
        const bool isMeasured = answer && answer->isMeasured();
        QString said = verbatim(isMeasured ? outcomeText(outcome, words) : words.notMeasured);
        if (const auto there = m_course.referenceAnswer())
            said += u'\n' % measuredOn(*m_course.reference(LessonRun::Before), words) % u": " %
                    verbatim(outcomeText(there->outcome, words));
        m_answer->setText(said);
        outcome == CheckOutcome::NotResolved ? addOpen()
                                             : add(outcome == CheckOutcome::Holds ? lesson.holds : lesson.doesNotHold);
    }
    return markdown;
}

bool LessonPanel::isTrouble() const {
    return m_course.state(ofStep()) == Course::RunState::Failed;
}

QString LessonPanel::stateText() {
    const QString& chart = m_tabs.lessonChart(m_course).problem();
    switch (m_course.state(ofStep())) {
        case Course::RunState::None:
            return chart;
        case Course::RunState::Running:
            return tr("Measuring; the curves grow on the chart");
        case Course::RunState::Whole:
            return m_step == LessonStep::Run      ? tr("Measured. Go on, or measure once more.")
                   : m_step == LessonStep::Switch ? tr("Measured. Go on, or take it back and measure once more.")
                                                  : QString();
        case Course::RunState::Stopped:
            return tr("Stopped before it was whole. What was measured is on the chart; run it again for an answer.");
        case Course::RunState::Failed:
            return tr("Failed: %1. Run it again, or go on to another lesson.").arg(m_course.trouble(ofStep()));
    }
    return {};
}

void LessonPanel::refresh() {
    if (!m_course.lesson()) return;
    const QString markdown = textOf(m_step);
    if (m_shown != markdown) {
        const int place = m_shown.isEmpty() ? 0 : m_text->verticalScrollBar()->value();
        m_shown = markdown;
        m_text->setMarkdown(markdown);
        m_text->verticalScrollBar()->setValue(std::min(place, m_text->verticalScrollBar()->maximum()));
    }
    const bool isMeasuring = m_course.isMeasuring();
    for (int step = 0; step < LessonSteps; ++step)
        m_steps->button(step)->setEnabled(canReach(static_cast<LessonStep>(step)));
    m_run->setText(isMeasuring ? tr("St&op") : m_course.results(LessonRun::Before) ? tr("R&un again") : tr("R&un"));
    {
        const QSignalBlocker isShown(m_switch);
        m_switch->setChecked(m_course.isSwitched());
        m_switch->setEnabled(!isMeasuring);
    }
    const bool isTold = m_step == LessonStep::Run || m_step == LessonStep::Switch;
    const QString state = isTold ? stateText() : QString();
    isTrouble() ? m_state->setError(state) : m_state->setHint(state);
    m_back->setEnabled(m_step != LessonStep::Question);
    const bool isLast = m_course.place() + 1 == m_course.lessons().size();
    m_goOn->setText(m_step != LessonStep::Next ? tr("&Continue") : isLast ? tr("All less&ons") : tr("Ne&xt lesson"));
    m_goOn->setEnabled(m_step == LessonStep::Next || canReach(static_cast<LessonStep>(static_cast<int>(m_step) + 1)));
}

}  // namespace breakeven
