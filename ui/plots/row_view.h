/// RowView: a chart with a row for each trial, a heat map or a distribution, on screen. The mouse or the arrow keys
/// choose a place, whose numbers are told beside it and to screen readers. Draws only while it can be seen.
#pragma once

#include "core/plots/plots.h"
#include "ui/plots/row_frame.h"

#include <QWidget>

#include <optional>
#include <string>

class QPushButton;

namespace breakeven {

class RowView : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the view. Its object name comes from the entry's id: heatMapView, distributionView.
    RowView(const PlotEntry& entry, const Results& results, QWidget* parent = nullptr);

    void resultsChanged();
    /// A chart of one trial, with a button that goes back; of all, when absent. Forgotten when another run comes.
    void showTrial(std::optional<int> trial);

    const Plot& plot() const { return m_frame.plot(); }
    const RowFrame& frame() const { return m_frame; }
    std::optional<RowPlace> place() const { return m_place; }
    /// What is told of the chosen place; empty where nothing is.
    QString placeText() const;

    QSize sizeHint() const override { return {720, 400}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

Q_SIGNALS:
    void trialChosen(int trial);  ///< by a click or Enter

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void redraw();
    void layOut(Plot plot);
    void setPlace(std::optional<RowPlace> place);
    void chooseTrial();
    const Cell* cell() const;
    void paintPlace(QPainter& painter, bool dark) const;

    const PlotEntry& m_entry;
    const Results& m_results;
    Selection m_selection;
    RowFrame m_frame;
    std::optional<RowPlace> m_place;
    QPushButton* m_showAll;
    std::string m_run;  ///< that was drawn last
    bool m_stale = true;
};

/// The whole picture but for a chosen place.
void paintRows(QPainter& painter, const RowFrame& frame, bool dark);

}  // namespace breakeven
