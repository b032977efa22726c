/// RowView: a chart with a row for each trial, a heat map or a distribution, on screen. The mouse or the arrow keys
/// choose a place, whose numbers are told beside it and to screen readers; times and columns zoom as curves do
/// (chart_view.h), and a click on a row's name hides it. Draws only while it can be seen.
#pragma once

#include "core/plots/plots.h"
#include "ui/plots/row_frame.h"
#include "ui/plots/zoom.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace breakeven {

class RowView : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the view. Object names come from the entry's id: heatMapView, heatMapViewMenu,
    /// heatMapViewShowAll, distributionView, …
    RowView(const PlotEntry& entry, const Results& results, QWidget* parent = nullptr);

    void resultsChanged();
    /// A chart of one trial, with a button that goes back; of all, when absent. Forgotten when another run comes.
    void showTrial(std::optional<int> trial);

    const Plot& plot() const { return m_frame.plot(); }
    const RowFrame& frame() const { return m_frame; }
    std::optional<RowPlace> place() const { return m_place; }
    /// What is told of the chosen place; empty where nothing is.
    QString placeText() const;
    const ZoomRange& zoomRange() const { return m_zoom.range(); }
    void showRange(const ZoomRange& range, ZoomStep step = ZoomStep::Single);

    // The commands, see chart_commands.h.
    void zoomIn();
    void zoomOut();
    void undoZoom();
    void showAll() { showRange({}); }
    void chooseTrial();  ///< of the chosen place
    void copyImage();    ///< to the clipboard: what is shown, on light paper
    void copySeries();   ///< to the clipboard, as CSV: every cell, every sample
    void savePicture() { Q_EMIT pictureWanted(); }
    void hideRow();               ///< of the chosen place
    void showAllRows();           ///< of all trials
    void openMenu(QPoint place);  ///< on the screen; of all commands

    bool hasRows() const { return !plot().isEmpty(); }
    bool hidesRows() const { return !m_selection.hiddenSeries.empty(); }
    bool pointsAtRow() const { return m_place.has_value(); }
    bool canZoom() const;
    bool isZoomed() const { return !m_zoom.range().showsAll(); }
    bool canUndoZoom() const { return m_zoom.canUndo(); }
    bool pointsAtTrial() const { return trialAtPlace().has_value(); }

    /// What mouse and keys do, in lines.
    static QString gesturesText();

    QSize sizeHint() const override { return {720, 400}; }
    QSize minimumSizeHint() const override { return {240, 100}; }

Q_SIGNALS:
    void plotChanged();
    void trialChosen(int trial);  ///< by a click or Enter
    void pictureWanted();         ///< what is shown, in a file

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    /// What the pressed button does when the mouse moves. Press: nothing yet; a click chooses.
    enum class Drag { None, Press, Frame, Move };

    void makeCorner();
    void redraw();
    void layOut(Plot plot);
    void forgetRun();  ///< what was chosen belonged to it
    void toggleRow(const std::string& label);
    void addRows(QMenu& menu);
    void setPlace(std::optional<RowPlace> place);
    void reveal();  ///< moves what is visible until the chosen place is
    std::optional<int> trialAtPlace() const;
    void zoomBy(double factor, double share, ZoomStep step);   ///< factor < 1: closer
    void move(const Axis& from, double share, ZoomStep step);  ///< of that axis; right above 0
    void endDrag();
    QRectF dragged() const;
    const Cell* cell() const;
    void paintPlace(QPainter& painter, Ground ground) const;

    const PlotEntry& m_entry;
    const Results& m_results;
    Selection m_selection;
    RowFrame m_frame;
    Zoom m_zoom;
    std::optional<RowPlace> m_place;
    Drag m_drag = Drag::None;
    QPointF m_pressed;  ///< where dragging began
    QPointF m_mouse;    ///< where it is
    Axis m_pressedX;    ///< what was visible then
    QPushButton* m_showAll;
    QToolButton* m_menu;
    QAction* m_log;
    std::vector<std::string> m_labels;  ///< of all rows, hidden ones, too
    std::string m_run;                  ///< that was drawn last
    bool m_stale = true;
};

/// The whole picture but for a chosen place.
void paintRows(QPainter& painter, const RowFrame& frame, Ground ground);

}  // namespace breakeven
