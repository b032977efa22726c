/// ChartView: one plot on screen, to be touched. Dragging a frame or turning the wheel zooms, Shift and dragging moves;
/// a cross-hair follows the mouse or the arrow keys; gesturesText() names all of it. The zoom outlives a new plot, so
/// that a live run can be watched closely.
#pragma once

#include "ui/plots/chart_frame.h"
#include "ui/plots/cross_hair.h"
#include "ui/plots/plot_renderer.h"
#include "ui/plots/zoom.h"

#include <QChartView>

#include <optional>

namespace breakeven {

class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);

    void setPlot(Plot plot);
    void setGround(Ground ground);  ///< instead of the one of the window's theme
    void setRemark(PointRemark remark);
    const Plot& plot() const { return m_frame.plot(); }
    const ChartFrame& frame() const { return m_frame; }
    std::optional<double> crossHair() const { return m_hair ? std::optional(m_hair->x) : std::nullopt; }
    const ZoomRange& zoomRange() const { return m_zoom.range(); }

    void showRange(const ZoomRange& range, ZoomStep step = ZoomStep::Single);
    void forgetZoom();  ///< the next plot is another run's: all of it is shown, and there is no way back

    // The commands, see chart_commands.h.
    void zoomIn();
    void zoomOut();
    void undoZoom();
    void showAll() { showRange({}); }
    void chooseTrial();  ///< of the point at the cross-hair
    void hideSeries();   ///< that the cross-hair points at
    void showAllSeries() { Q_EMIT allSeriesWanted(); }
    void openMenu(QPoint place);  ///< on the screen; of all commands
    void copyImage();             ///< to the clipboard: what is shown, on light paper
    void copySeries();            ///< to the clipboard: what is shown, as CSV
    void savePicture() { Q_EMIT pictureWanted(); }

    bool hasCurves() const;
    bool isZoomed() const { return !zoomRange().showsAll(); }
    bool canUndoZoom() const { return m_zoom.canUndo(); }
    bool pointsAtSeries() const { return m_hair && !m_hair->series.empty(); }
    bool pointsAtTrial() const;
    bool hidesSeries() const;

    /// What mouse and keys do, in lines.
    static QString gesturesText();

Q_SIGNALS:
    void plotChanged();
    void zoomChanged();
    void trialChosen(int trialId);
    void seriesToggled(const QString& label);  ///< hide it, or show it again
    void allSeriesWanted();
    void pictureWanted();  ///< what is shown, in a file

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    /// What the pressed button does when the mouse moves. Press: nothing yet, on the legend; a click chooses.
    enum class Drag { None, Press, Frame, Move };

    /// What dragging frames; along an axis in which that is thin it is all of the area.
    struct Framed {
        QRectF rect;
        Qt::Orientations along;  ///< in which it is not thin
    };

    void layOut(Plot plot);
    Ground ground() const;
    void setCrossHair(std::optional<CrossHair> hair);
    void point(QPointF place);         ///< the cross-hair follows the mouse
    void stepCrossHair(bool forward);  ///< to the next position
    void stepSeries(bool up);          ///< to the next point at the cross-hair
    /// Of the point that is pointed at, or between all at the cross-hair; absent where none is in sight.
    std::optional<QPointF> placeOfHair() const;
    void reveal(double x);  ///< moves what is visible until x is
    /// factor < 1: closer; what is at the place stays there.
    void zoomBy(double factor, QPointF place, Qt::Orientations along, ZoomStep step);
    /// By shares of an axis as it was before, up and right above 0.
    void move(const Axis& x, double xShare, const Axis& y, double yShare, ZoomStep step);
    void zoomToFrame();
    void click(QPointF place);
    void endDrag();
    Framed dragged() const;
    const PlotPoint* pointed() const;

    PlotRenderer m_renderer;
    ChartFrame m_frame;
    Zoom m_zoom;
    std::optional<CrossHair> m_hair;
    PointRemark m_remark;
    std::optional<Ground> m_ground;

    Drag m_drag = Drag::None;
    QPointF m_pressed;  ///< where dragging began
    QPointF m_mouse;    ///< where it is
    Axis m_pressedX;    ///< what was visible then
    Axis m_pressedY;
};

}  // namespace breakeven
