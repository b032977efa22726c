#include "ui/panels/class_panel.h"

#include "core/analysis/class_text.h"
#include "core/base/numbers.h"
#include "core/io/class_report.h"
#include "core/plots/class_plots.h"
#include "ui/class_reader.h"
#include "ui/dialogs/file_dialog.h"
#include "ui/language.h"
#include "ui/panels/field_note.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/chart_with_switches.h"
#include "ui/plots/row_picture.h"
#include "ui/session.h"
#include "ui/verbatim.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int ChartShare = 70;  // per cent of the height, of charts and tables

QString words(const std::optional<ClassSpread>& spread, std::string (*say)(const ClassSpread&)) {
    return spread ? spoken(say(*spread)) : ClassPanel::tr("not known");
}

/// Sorted by its number, where it has one.
class TableCell : public QTableWidgetItem {
public:
    explicit TableCell(const QString& words, std::optional<double> order = {}) : QTableWidgetItem(words) {
        if (order) setData(Qt::UserRole, *order);
        bool isNumber = false;
        words.toInt(&isNumber);
        if (isNumber) setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setToolTip(words);
    }
    bool operator<(const QTableWidgetItem& other) const override {
        const QVariant own = data(Qt::UserRole);
        const QVariant their = other.data(Qt::UserRole);
        if (own.isValid() && their.isValid()) return own.toDouble() < their.toDouble();
        if (own.isValid() != their.isValid()) return own.isValid();
        return QTableWidgetItem::operator<(other);
    }
};

void addRow(QTableWidget& table, const std::vector<TableCell*>& cells) {
    const int row = table.rowCount();
    table.insertRow(row);
    for (std::size_t column = 0; column < cells.size(); ++column)
        table.setItem(row, static_cast<int>(column), cells[column]);
}

void fill(QListWidget& list, QTabWidget& tabs, const QString& title, const QStringList& lines) {
    list.clear();
    list.addItems(lines);
    tabs.setTabText(tabs.indexOf(&list), title.arg(lines.size()));
}

}  // namespace

ClassPanel::ClassPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_reader(new ClassReader(this)),
      m_note(new FieldNote(this)),
      m_progress(new QProgressBar(this)),
      m_curve(new QComboBox(this)),
      m_anonymous(new QCheckBox(tr("&Anonymous"), this)),
      m_table(new QPushButton(tr("Save table…"), this)),
      m_report(new QPushButton(tr("Save re&port…"), this)),
      m_charts(new QTabWidget(this)),
      m_speedups(new ChartWithSwitches(
          QStringLiteral("class"), [this](const Selection& selection) { return drawSpeedups(selection); }, this)),
      m_breakEvens(new RowPicture(this)),
      m_tables(new QTabWidget(this)),
      m_outliers(new QListWidget(this)),
      m_leftOut(new QListWidget(this)) {
    setObjectName(QStringLiteral("classPanel"));
    m_charts->setObjectName(QStringLiteral("classCharts"));
    m_charts->setDocumentMode(true);
    m_breakEvens->setObjectName(QStringLiteral("classBreakEvens"));
    m_charts->addTab(m_speedups, tr("Speed-ups"));
    m_speedups->view().setAccessibleName(m_charts->tabText(0));
    m_charts->addTab(m_breakEvens, tr("Break-evens"));
    m_charts->setMinimumHeight(leastChart(font()));  // the tables below are scrolled to where both have no room
    m_tables->setObjectName(QStringLiteral("classTables"));
    m_tables->setDocumentMode(true);
    m_machines = makeTable(
        "classMachines", tr("By machine"),
        {tr("Machine"), tr("Runs"), tr("Break-even, median (middle half)"), tr("Speed-up, median (middle half)")});
    m_learners = makeTable(
        "classRuns", tr("Runs"),
        {tr("Learner"), tr("Machine"), tr("Workers"), tr("Break-even (95 %)"), tr("Speed-up (95 %)"), tr("Remark")});
    for (const auto& [list, name, title] : {std::tuple(m_outliers, "classOutliers", tr("Far from the others")),
                                            std::tuple(m_leftOut, "classLeftOut", tr("Left out"))}) {
        list->setObjectName(QLatin1String(name));
        list->setAccessibleName(title);
        list->setWordWrap(true);
        list->setAlternatingRowColors(true);
        list->setFrameShape(QFrame::NoFrame);
        m_tables->addTab(list, title);
    }
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_charts);
    parts->addWidget(m_tables);
    parts->setSizes({ChartShare, 100 - ChartShare});
    parts->setStretchFactor(0, ChartShare);
    parts->setStretchFactor(1, 100 - ChartShare);
    parts->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 6, 2);
    column->setSpacing(2);
    column->addLayout(makeHead());
    column->addWidget(m_note);
    column->addWidget(m_progress);
    auto* scroll = new QScrollArea(this);  // on a small screen, where both have no room at once
    scroll->setWidget(parts);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    column->addWidget(scroll, 1);

    connect(m_charts, &QTabWidget::currentChanged, this, &ClassPanel::changed);
    connect(&m_speedups->view(), &ChartView::pictureWanted, this, &ClassPanel::pictureWanted);
    connect(m_breakEvens, &RowPicture::pictureWanted, this, &ClassPanel::pictureWanted);
    connect(m_curve, &QComboBox::activated, this, &ClassPanel::showCurve);
    connect(m_anonymous, &QCheckBox::toggled, this, &ClassPanel::summarise);
    connect(m_table, &QPushButton::clicked, this,
            [this] { save("classTableDialog", tr("Save table of the class"), {tr("Table (*.csv)")}); });
    connect(m_report, &QPushButton::clicked, this, [this] {
        save("classReportDialog", tr("Save report of the class"),
             {tr("Page for any browser (*.html)"), tr("Markdown (*.md)")});
    });
    connect(m_reader, &ClassReader::progressed, this, [this](int done, int all) {
        m_progress->setMaximum(all);
        m_progress->setValue(done);
    });
    connect(m_reader, &ClassReader::ended, this, [this](const std::shared_ptr<const ClassRuns>& runs) {
        m_isReading = false;
        take(*runs);
    });
    connect(m_reader, &ClassReader::failed, this, [this](const QString& line) {
        m_isReading = false;
        take({});
        m_note->setError(spoken(line));
    });
    take({});
}

QLayout* ClassPanel::makeHead() {
    m_note->setObjectName(QStringLiteral("classNote"));
    m_progress->setObjectName(QStringLiteral("classProgress"));
    m_progress->setAccessibleName(tr("Files of the class that were read"));
    m_progress->hide();
    m_curve->setObjectName(QStringLiteral("classCurveBox"));
    m_curve->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_curve->setToolTip(tr("Which way to execute the list is shown"));
    m_curve->setAccessibleName(m_curve->toolTip());
    m_anonymous->setObjectName(QStringLiteral("classAnonymous"));
    m_anonymous->setToolTip(
        tr("Learners become numbers, here and in what is saved; files that are left out keep their names here alone"));
    m_table->setObjectName(QStringLiteral("classTableButton"));
    m_table->setToolTip(tr("One row for each run and series, as comma-separated values"));
    m_report->setObjectName(QStringLiteral("classReportButton"));
    m_report->setToolTip(tr("The whole class as one page"));
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_curve);
    choices->addWidget(m_anonymous);
    choices->addStretch();
    choices->addWidget(m_table);
    choices->addWidget(m_report);
    return choices;
}

QTableWidget* ClassPanel::makeTable(const char* name, const QString& title, const QStringList& columns) {
    auto* table = new QTableWidget(0, static_cast<int>(columns.size()), this);
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(title);
    table->setHorizontalHeaderLabels(columns);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    m_tables->addTab(table, title);
    return table;
}

void ClassPanel::showFiles(const QStringList& paths) {
    m_isReading = true;
    take({});
    m_note->hide();
    m_progress->setRange(0, 0);
    m_progress->show();
    m_reader->read(paths);
}

void ClassPanel::take(const ClassRuns& runs) {
    m_progress->hide();
    m_runs = runs;
    for (const std::string& warning : m_runs.warnings)
        Q_EMIT m_session.logged(verbatim(warning));
    summarise();
}

void ClassPanel::summarise() {
    m_summary = summariseClass(m_runs.runs, m_runs.unread);
    fillLeftOut();
    if (m_anonymous->isChecked()) {
        ClassRuns runs = m_runs;
        anonymise(runs.runs, runs.unread);
        m_summary = summariseClass(std::move(runs.runs), std::move(runs.unread));
    }
    const bool isThere = !m_summary.runs.empty();
    const bool isNothing = !isThere && m_summary.leftOut.empty();
    for (QWidget* each : std::initializer_list<QWidget*>{m_curve, m_anonymous, m_table, m_report})
        each->setEnabled(isThere);
    m_headline = m_isReading ? tr("Reading the runs of the class")
                 : isNothing ? tr("No runs of a class yet")
                             : spoken(classHeadline(m_summary));
    m_note->setHint(isNothing ? tr("Drop the run files of a class onto the window, or the folder that holds them.")
                              : QString());
    m_note->setVisible(isNothing);
    const int shown = m_curve->currentIndex();
    m_curve->clear();
    for (const ClassCurve& each : m_summary.curves)
        m_curve->addItem(verbatim(each.label));
    const ClassCurve* const most = mainCurve(m_summary);
    const int main = most != nullptr ? static_cast<int>(most - m_summary.curves.data()) : 0;
    m_curve->setCurrentIndex(shown >= 0 && shown < m_curve->count() ? shown : main);
    m_speedups->forgetCurves();
    m_speedups->forgetScales();
    fillOutliers();
    showCurve();
    Q_EMIT changed();
}

std::size_t ClassPanel::curve() const {
    return static_cast<std::size_t>(std::max(0, m_curve->currentIndex()));
}

Plot ClassPanel::drawSpeedups(const Selection& selection) const {
    return m_summary.curves.empty() ? Plot{} : classSpeedupPlot(m_summary, curve(), selection);
}

void ClassPanel::showCurve() {
    m_speedups->redraw();
    m_breakEvens->setPlot(m_summary.curves.empty() ? Plot{} : classBreakEvenPlot(m_summary, curve()));
    for (QTableWidget* table : {m_machines, m_learners}) {
        table->setSortingEnabled(false);
        table->setRowCount(0);
    }
    if (!m_summary.curves.empty()) {
        fillMachines(m_summary.curves[curve()]);
        fillRuns(curve());
    }
    for (QTableWidget* table : {m_machines, m_learners}) {
        table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        table->setSortingEnabled(true);
        table->resizeColumnsToContents();
    }
    m_tables->setTabText(m_tables->indexOf(m_learners), tr("Runs (%1)").arg(m_learners->rowCount()));
}

void ClassPanel::fillMachines(const ClassCurve& curve) {
    for (const MachineSpread& each : curve.machines) {
        const auto order = [](const std::optional<ClassSpread>& spread) {
            return spread ? std::optional(spread->median) : std::nullopt;
        };
        addRow(*m_machines, {new TableCell(spoken(m_summary.machines[each.machine].label())),
                             new TableCell(QString::number(each.runs), static_cast<double>(each.runs)),
                             new TableCell(words(each.breakEven, spreadText), order(each.breakEven)),
                             new TableCell(words(each.speedup, ratioSpreadText), order(each.speedup))});
    }
}

void ClassPanel::fillRuns(std::size_t position) {
    const ClassCurve& curve = m_summary.curves[position];
    for (const ClassPlace& place : curve.places) {
        const SizedSpeedup* const speedup = speedupAt(place, curve.largest);
        const bool isFar = std::ranges::any_of(m_summary.outliers, [&](const ClassOutlier& outlier) {
            return outlier.run == place.run && outlier.curve == position;
        });
        addRow(
            *m_learners,
            {new TableCell(spoken(m_summary.runs[place.run].learner)),
             new TableCell(spoken(machineOf(m_summary, place.run).label())),
             new TableCell(place.workers == UnknownWorkers ? tr("not told") : QString::number(place.workers),
                           place.workers),
             new TableCell(spoken(placeText(place)), knownBreakEven(place)),
             speedup != nullptr ? new TableCell(spoken(formatRatio(speedup->value, speedup->interval)), speedup->value)
                                : new TableCell(tr("not known")),
             new TableCell(isFar ? tr("far from the others") : QString())});
    }
}

void ClassPanel::fillOutliers() {
    QStringList far;
    for (const ClassOutlier& outlier : m_summary.outliers)
        far += spoken(outlierText(m_summary, outlier));
    fill(*m_outliers, *m_tables, tr("Far from the others (%1)"), far);
}

/// By the names of the files, of a class without names, too: whoever reads them has to find them.
void ClassPanel::fillLeftOut() {
    QStringList left;
    for (const LeftOut& each : m_summary.leftOut)
        left += verbatim(each.name) % QStringLiteral(": ") % spoken(each.why);
    fill(*m_leftOut, *m_tables, tr("Left out (%1)"), left);
}

void ClassPanel::save(const char* dialog, const QString& title, const QStringList& kinds) {
    askForFile(*this, {FilePurpose::Save, dialog, title, kinds}, [this](const QString& path) {
        m_session.report(saveClass(m_summary, path.toStdString(), windowSentences()),
                         tr("Class saved to %1").arg(path));
    });
}

ChartView* ClassPanel::frontView() const {
    return m_charts->currentWidget() == m_speedups ? &m_speedups->view() : nullptr;
}

const Plot& ClassPanel::frontPlot() const {
    const ChartView* view = frontView();
    return view != nullptr ? view->plot() : m_breakEvens->plot();
}

}  // namespace breakeven
