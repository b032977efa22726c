/// TimelineCanvas: a timeline's lanes over a time axis. The wheel zooms, dragging moves, Shift and dragging selects a
/// range, a double click shows all. What a repaint costs depends on the canvas's size alone.
#pragma once

#include "core/plots/timeline.h"
#include "ui/plots/timeline_picture.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

class TimelineCanvas : public QAbstractScrollArea {
    Q_OBJECT

public:
    static constexpr double PaperRatio = 2;  ///< device pixels per pixel of a picture: sharp in print

    explicit TimelineCanvas(QWidget* parent = nullptr);

    /// family: of the backend that the pass ran on; decides the colour of compute.
    void setTimeline(Timeline timeline, std::string family);
    void setNothing(const QString& why);
    const std::optional<Timeline>& timeline() const { return m_timeline; }

    TimeRange visibleRange() const { return m_visible; }
    std::optional<TimeRange> selection() const { return m_selection; }
    TimeRange totalsRange() const { return m_selection.value_or(m_visible); }  ///< what totals are told of
    bool showsAll() const { return m_visible == wholeRange(); }

    void showRange(TimeRange range);  ///< as near to it as the pass and the clock's step allow
    void showAll() { showRange(wholeRange()); }
    void select(std::optional<TimeRange> range);
    void zoom(double factor, std::chrono::nanoseconds anchor);  ///< factor > 1: closer; the anchor keeps its place
    void zoomIn();                                              ///< to the middle of what totals are told of
    void zoomOut();

    /// The same range and selection on light paper, with all lanes in sight, to be painted elsewhere.
    std::unique_ptr<TimelineCanvas> onPaper(int width) const;
    void paint(
        QPainter& painter);  ///< all that is seen, from the painter's origin on; words where the device takes them

    QRect lanesRect() const { return m_lanes; }  ///< within the viewport
    QRect laneRect(std::size_t lane) const;      ///< may lie outside of lanesRect() when lanes are scrolled
    std::chrono::nanoseconds timeAt(double x) const;
    double xOf(std::chrono::nanoseconds time) const;
    static QString gesturesText();       ///< a line for each
    QString textAt(QPoint place) const;  ///< what hovering says; empty where there is no lane
    QString textAtMiddle() const;        ///< of each lane in sight: the middle is what the keyboard points with

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void totalsRangeChanged();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    enum class Drag { None, Move, Select };

    TimeRange wholeRange() const;
    int legendHeight() const;
    int axisHeight() const;
    int namesWidth() const;
    void layOut();
    void redraw();
    double ratio() const;  ///< device pixels per pixel
    void drawPicture();
    void drawLabels(QPainter& painter);
    void drawNothing(QPainter& painter) const;
    void drawAxis(QPainter& painter) const;
    void drawLegend(QPainter& painter) const;
    void drawNames(QPainter& painter) const;
    void drawSelection(QPainter& painter) const;
    std::optional<std::size_t> laneAt(QPoint place) const;
    std::int64_t columnCount() const;  ///< of the picture: device pixels

    std::optional<Timeline> m_timeline;
    std::string m_family;
    std::vector<SpanKind> m_kinds;  ///< that the timeline has
    QString m_why;                  ///< there is no timeline
    TimeRange m_visible;
    std::optional<TimeRange> m_selection;

    QRect m_lanes;
    int m_pitch = 1;      ///< from one lane to the next, pixels
    QImage m_picture;     ///< of what m_lanes shows
    bool m_stale = true;  ///< the picture
    std::vector<TimeTotals> m_columns;
    std::vector<const ChunkSpan*> m_longSpans;

    bool m_isOnPaper = false;
    Drag m_drag = Drag::None;
    QPoint m_pressed;
    TimeRange m_pressedRange;  ///< what was visible
    int m_pressedScroll = 0;
};

}  // namespace breakeven
