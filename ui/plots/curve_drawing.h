/// CurveDrawing: a curve drawn by hand on a chart, one value for each of its places on x. While it is on, dragging with
/// the left button draws instead of zooming; the wheel and the keys go on doing what they do.
#pragma once

#include <QObject>
#include <QPointF>

#include <optional>
#include <utility>
#include <vector>

class QMouseEvent;

namespace breakeven {

class ChartView;

class CurveDrawing : public QObject {
    Q_OBJECT

public:
    /// The view must outlive it.
    explicit CurveDrawing(ChartView& view, QObject* parent = nullptr);

    void setPlaces(std::vector<double> places);  ///< ascending, on x; nothing is drawn at them yet
    void setOn(bool on);
    bool isOn() const { return m_on; }

    const std::vector<double>& places() const { return m_places; }
    const std::vector<std::optional<double>>& values() const { return m_values; }  ///< on y, one for each place
    /// By other means than the mouse. Range: place < places().size().
    void setValue(std::size_t place, std::optional<double> value);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void begin(QPointF at);
    void drawTo(QPointF at);
    void end();
    bool drawNearest(QPointF at);
    double valueAtPixel(double y) const;

    ChartView& m_view;
    std::vector<double> m_places;
    std::vector<std::optional<double>> m_values;
    bool m_on = false;
    std::optional<QPointF> m_last;  ///< of the stroke that is being drawn
    std::vector<bool> m_crossed;    ///< places that the stroke has passed
};

}  // namespace breakeven
