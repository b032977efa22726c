/// ChartView: one plot on screen, with a cross-hair that the mouse or the arrow keys move.
#pragma once

#include "ui/plots/chart_frame.h"
#include "ui/plots/plot_renderer.h"

#include <QChartView>

#include <optional>

namespace breakeven {

class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);

    void setPlot(const Plot& plot);
    const Plot& plot() const { return m_frame.plot(); }
    const ChartFrame& frame() const { return m_frame; }
    std::optional<double> crossHair() const { return m_crossHair; }

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void layOut(Plot plot);
    void setCrossHair(std::optional<double> position);

    PlotRenderer m_renderer;
    ChartFrame m_frame;
    std::optional<double> m_crossHair;
};

}  // namespace breakeven
