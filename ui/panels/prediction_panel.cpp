#include "ui/panels/prediction_panel.h"

#include "core/lessons/lesson_chart.h"
#include "ui/language.h"
#include "ui/panels/field_note.h"
#include "ui/panels/lesson_chart.h"
#include "ui/plots/curve_drawing.h"
#include "ui/plots/plot_text.h"
#include "ui/plots/ticks.h"
#include "ui/verbatim.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int FewestRows = 3;  // of the table that are seen at once; the others scroll
constexpr int MostRows = 7;

/// In lines between its words, none wider than half of a narrow dock: a header does not wrap by itself.
QString inLines(const QString& title, const QFontMetrics& metrics) {
    constexpr int LetterRoom = 15;
    QString lines;
    QString line;
    for (const QString& word : title.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line % u' ' % word;
        const bool fits = metrics.horizontalAdvance(longer) <= LetterRoom * metrics.averageCharWidth();
        if (!fits && !line.isEmpty()) lines += line % u'\n';
        line = fits ? longer : word;
    }
    return lines % line;
}

}  // namespace

PredictionPanel::PredictionPanel(Course& course, QWidget* parent)
    : QWidget(parent),
      m_course(course),
      m_ask(new QLabel(this)),
      m_number(new QLineEdit(this)),
      m_table(new QTableWidget(this)),
      m_forget(new QPushButton(tr("D&raw anew"), this)),
      m_note(new FieldNote(this)) {
    m_ask->setObjectName(QStringLiteral("lessonAsk"));
    m_ask->setWordWrap(true);
    m_ask->setTextFormat(Qt::PlainText);
    m_number->setObjectName(QStringLiteral("lessonNumber"));
    m_number->setAccessibleName(tr("Your prediction"));
    m_table->setObjectName(QStringLiteral("lessonTable"));
    m_table->setAccessibleName(tr("Your curve, a value for each place"));
    m_table->setColumnCount(2);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_forget->setObjectName(QStringLiteral("lessonForget"));
    m_forget->setToolTip(tr("Takes the drawn curve away"));
    m_note->setObjectName(QStringLiteral("lessonPredictionNote"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_ask);
    column->addWidget(m_number);
    column->addWidget(m_table);
    column->addWidget(m_forget, 0, Qt::AlignLeft);
    column->addWidget(m_note);
    connect(m_number, &QLineEdit::textEdited, this, &PredictionPanel::readNumber);
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row, int) { readCell(row); });
    connect(m_forget, &QPushButton::clicked, this, &PredictionPanel::forget);
    connect(&m_course, &Course::changed, this, &PredictionPanel::showSaid);
}

void PredictionPanel::setChart(LessonChart& chart) {
    if (m_chart != &chart) {
        m_chart = &chart;
        connect(m_chart, &LessonChart::canvasChanged, this, &PredictionPanel::prepare);
    }
    prepare();
}

bool PredictionPanel::asksForCurve() const {
    return m_course.lesson() && m_course.lesson()->prediction.kind == LessonPrediction::Kind::Curve;
}

LessonUnit PredictionPanel::unit() const {
    if (!asksForCurve()) return unitOf(m_course.lesson()->prediction.number);
    return unitOf(m_chart->yAxis().quantity);
}

void PredictionPanel::prepare() {
    if (!m_course.lesson() || !m_chart) return;
    const bool isCurve = asksForCurve();
    m_number->setVisible(!isCurve);
    m_table->setVisible(isCurve);
    m_forget->setVisible(isCurve);
    setFocusProxy(isCurve ? static_cast<QWidget*>(m_table) : m_number);
    m_note->setHint({});
    if (!isCurve) {
        const LessonWords& words = m_course.words();
        const std::string& in = unit() == LessonUnit::Size     ? words.inItems
                                : unit() == LessonUnit::Time   ? words.inTime
                                : unit() == LessonUnit::Factor ? words.inFactor
                                : unit() == LessonUnit::Rate   ? words.inRate
                                                               : words.inMemory;
        m_ask->setText(tr("Your prediction, %1:").arg(verbatim(in)));
        m_number->clear();
    } else {
        m_ask->setText(tr("Drag across the chart to draw your curve, or type a value for each place:"));
        const QSignalBlocker isNotSaid(m_table);
        const auto& places = m_chart->drawing().places();
        m_table->setRowCount(static_cast<int>(places.size()));
        m_table->setHorizontalHeaderLabels({inLines(ticksFor(m_chart->xAxis(), 2).title, fontMetrics()),
                                            inLines(ticksFor(m_chart->yAxis(), 2).title, fontMetrics())});
        for (int row = 0; row < m_table->rowCount(); ++row) {
            auto* place = new QTableWidgetItem(positionText(m_chart->xAxis(), places[static_cast<std::size_t>(row)]));
            place->setFlags(Qt::ItemIsEnabled);
            m_table->setItem(row, 0, place);
            m_table->setItem(row, 1, new QTableWidgetItem);
        }
        if (m_table->rowCount() > 0) m_table->setCurrentCell(0, 1);
        const auto heightOf = [this](int rows) {
            return m_table->horizontalHeader()->sizeHint().height() +
                   std::min(m_table->rowCount(), rows) * m_table->verticalHeader()->defaultSectionSize() +
                   2 * m_table->frameWidth();
        };
        m_table->setMinimumHeight(heightOf(FewestRows));
        m_table->setMaximumHeight(heightOf(MostRows));
    }
    showSaid();
}

void PredictionPanel::showSaid() {
    if (!m_course.lesson() || !m_chart) return;
    const LearnerPrediction& said = m_course.predicted();
    if (!asksForCurve()) {
        if (!m_number->hasFocus() && said.number) m_number->setText(verbatim(numberText(*said.number, unit())));
        return;
    }
    const QSignalBlocker isNotSaid(m_table);
    const auto& values = m_chart->drawing().values();
    const int rows = std::min(m_table->rowCount(), static_cast<int>(values.size()));
    for (int row = 0; row < rows; ++row) {
        const auto& value = values[static_cast<std::size_t>(row)];
        m_table->item(row, 1)->setText(value ? verbatim(numberText(*value, unit())) : QString());
    }
    m_forget->setEnabled(!said.curve.empty());
}

void PredictionPanel::readNumber() {
    LearnerPrediction said;
    const QString typed = m_number->text().trimmed();
    m_note->setHint({});
    if (!typed.isEmpty()) {
        const Result<double> number = parseNumber(typed.toStdString(), unit());
        if (!number) return m_note->setError(spoken(number.error().detail));
        said.number = *number;
        m_note->setHint(verbatim(numberText(*number, unit())));
    }
    m_course.predict(said);
}

void PredictionPanel::readCell(int row) {
    const QString typed = m_table->item(row, 1)->text().trimmed();
    const auto place = static_cast<std::size_t>(row);
    m_note->setHint({});
    if (typed.isEmpty()) return m_chart->drawing().setValue(place, std::nullopt);
    const Result<double> number = parseNumber(typed.toStdString(), unit());
    if (number) {
        m_chart->drawing().setValue(place, *number);
    } else {
        m_note->setError(spoken(number.error().detail));
    }
    showSaid();
}

void PredictionPanel::forget() {
    const auto places = m_chart->drawing().places();
    m_chart->drawing().setPlaces(places);
    m_course.predict({});
}

void PredictionPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_chart) m_chart->setDrawn(asksForCurve());
}

void PredictionPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (m_chart) m_chart->setDrawn(false);
}

}  // namespace breakeven
