#include "ui/presenter.h"

#include "ui/actions.h"
#include "ui/panels/chart_tabs.h"
#include "ui/panels/headline_panel.h"
#include "ui/panels/wrapped_label.h"
#include "ui/plots/chart_style.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/row_view.h"
#include "ui/theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

constexpr double LeastMagnification = 2;
constexpr QSizeF LeastSurface{1024, 768};  // on which it is that large; a common projector's
constexpr double HeadlineSize = 1.45;      // of the letters around it, as in the window
constexpr double PlaceSize = 0.8;          // for the room
constexpr double KeysSize = 0.6;           // for who stands at the keys
constexpr double MostHeadline = 0.42;      // of the height
constexpr double SideMargin = 0.025;       // of the width

QFont enlarged(QFont font, double factor) {
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

/// By how many lessons a key goes on; 0: none. A clicker sends the page keys.
int stepOf(const QKeyEvent& key) {
    switch (key.key()) {
        case Qt::Key_Space:
            return key.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1;
        case Qt::Key_Right:
        case Qt::Key_Down:
        case Qt::Key_PageDown:
            return 1;
        case Qt::Key_Left:
        case Qt::Key_Up:
        case Qt::Key_PageUp:
        case Qt::Key_Backspace:
            return -1;
        default:
            return 0;
    }
}

}  // namespace

/// A chart with a row for each trial, to be looked at alone.
class DaylightRows : public QWidget {
public:
    using QWidget::QWidget;

    void setPlot(const Plot& plot) {
        m_plot = plot;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintRows(painter, RowFrame(m_plot, size(), font()), Ground::Daylight);
    }

private:
    Plot m_plot;
};

Presenter::Presenter(const HeadlinePanel& headline, ChartTabs& tabs, QMainWindow& window)
    : QWidget(&window, Qt::Window),
      m_source(headline),
      m_tabs(tabs),
      m_before(tabs.chosen()),
      m_headline(new WrappedLabel(this)),
      m_charts(new QStackedWidget(this)),
      m_curves(new ChartView(m_charts)),
      m_rows(new DaylightRows(m_charts)),
      m_place(new QLabel(this)),
      m_keys(new QLabel(tr("← → lessons · 1–9 charts · Esc back"), this)) {
    setObjectName(QStringLiteral("presenterView"));
    setWindowTitle(tr("Presenter"));
    setAccessibleName(tr("Presenter"));
    setAccessibleDescription(keysText());
    setPalette(daylightPalette());
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    m_headline->setObjectName(QStringLiteral("presenterHeadline"));
    m_curves->setObjectName(QStringLiteral("presenterChart"));
    m_curves->setFocusPolicy(Qt::NoFocus);
    m_curves->setGround(Ground::Daylight);
    m_rows->setObjectName(QStringLiteral("presenterRows"));
    m_charts->addWidget(m_curves);
    m_charts->addWidget(m_rows);
    m_place->setObjectName(QStringLiteral("presenterPlace"));
    m_place->setTextFormat(Qt::PlainText);
    m_keys->setObjectName(QStringLiteral("presenterKeys"));
    QPalette faint = m_keys->palette();
    faint.setColor(QPalette::WindowText, mutedColour(Ground::Daylight));
    m_keys->setPalette(faint);

    auto* foot = new QHBoxLayout;
    foot->addWidget(m_place);
    foot->addStretch();
    foot->addWidget(m_keys);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_headline);
    column->addWidget(m_charts, 1);
    column->addLayout(foot);

    for (const char* id : {"presenterAction", "runAction", "stopAction"})
        addAction(&action(window, id));
    connect(m_curves, &ChartView::pictureWanted, &m_tabs, [this] {
        m_tabs.frontView()->showRange(m_curves->zoomRange());  // else another part of it would be saved
        Q_EMIT m_tabs.pictureWanted();
    });
    connect(&m_source, &HeadlinePanel::changed, this, &Presenter::refresh);
    connect(&m_tabs, &ChartTabs::frontChanged, this, &Presenter::refresh);
    refresh();
}

Presenter::~Presenter() {
    m_tabs.disconnect(this);
    m_tabs.choose(m_before);
}

QString Presenter::keysText() {
    return tr(
        "Right, Down, Page down, Space: next lesson. Left, Up, Page up, Backspace: the one before.\n"
        "Ctrl+R: measure. S: the switch of the lesson. 1 to 9: a chart. Escape or F5: back to the window.");
}

double Presenter::magnification(QSize size) {
    const double share = std::min(size.width() / LeastSurface.width(), size.height() / LeastSurface.height());
    return LeastMagnification * std::max(1.0, share);
}

void Presenter::setLesson(const QString& headline, const QString& place) {
    m_lesson = headline;
    m_place->setText(place);
    fitFoot();
    refresh();
}

void Presenter::refresh() {
    if (m_tabs.frontPlot() == nullptr) return m_tabs.showChart(plots().front().info.id);  // tells of it
    const Plot& plot = *m_tabs.frontPlot();
    const bool hasRows = plot.heatMap || !plot.boxes.empty();
    m_charts->setCurrentWidget(hasRows ? static_cast<QWidget*>(m_rows) : m_curves);
    if (hasRows) {
        m_rows->setPlot(plot);
    } else {
        m_curves->setPlot(plot);
        m_curves->showRange(m_tabs.frontView() ? m_tabs.frontView()->zoomRange() : ZoomRange{});
    }
    m_said = m_lesson.isEmpty() ? m_source.said() : m_lesson;
    fitHeadline();
}

void Presenter::fitHeadline() {
    const QSizeF room(m_headline->width(), MostHeadline * height());
    m_headline->setText(shortened(m_said, room, QFontMetricsF(m_headline->font())));
    m_headline->setToolTip(m_headline->text() == m_said ? QString() : m_said);
}

void Presenter::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const double factor = magnification(size());
    const QFont usual = m_source.font();
    m_headline->setFont(boldened(enlarged(usual, HeadlineSize * factor)));
    m_curves->setFont(enlarged(usual, factor));
    m_rows->setFont(enlarged(usual, factor));
    m_place->setFont(enlarged(usual, PlaceSize * factor));
    m_keys->setFont(enlarged(usual, KeysSize * factor));
    const int margin = static_cast<int>(SideMargin * width());
    layout()->setContentsMargins(margin, margin, margin, margin / 2);
    layout()->setSpacing(margin / 2);
    fitFoot();
    layout()->activate();
    fitHeadline();
}

/// The keys give way to the place.
void Presenter::fitFoot() {
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - layout()->spacing();
    m_keys->setVisible(m_place->sizeHint().width() + m_keys->sizeHint().width() <= room);
}

bool Presenter::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<const QKeyEvent&>(*event).key() == Qt::Key_Escape) {
        event->accept();  // it leaves, even while something is measured that it would stop in the window
        return true;
    }
    return QWidget::event(event);
}

void Presenter::closeEvent(QCloseEvent* event) {
    event->ignore();
    Q_EMIT leaveWanted();
}

void Presenter::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return leaveWanted();
    if (const int step = stepOf(*event); step != 0) return stepped(step);
    if (event->key() == Qt::Key_S && event->modifiers() == Qt::NoModifier) return switchWanted();
    const int chart = event->key() - Qt::Key_1;
    if (0 <= chart && chart < 9 && chart < static_cast<int>(plots().size()))
        return m_tabs.showChart(plots()[static_cast<std::size_t>(chart)].info.id);
    QWidget::keyPressEvent(event);
}

}  // namespace breakeven
