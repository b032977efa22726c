/// Mouse and wheel over a chart, at places that are given in the plot's numbers.
#pragma once

#include "ui/plots/chart_view.h"

#include <QTest>
#include <QWheelEvent>

namespace breakeven {

class ChartPointer {
public:
    explicit ChartPointer(ChartView& view) : m_view(view) {}

    QPoint at(double x, double y) const {
        return QPointF(m_view.frame().xPixel(x), m_view.frame().yPixel(y)).toPoint();
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton) {
        QTest::mousePress(m_view.viewport(), button, modifiers, from);
        move((from + to) / 2, modifiers, button);
        move(to, modifiers, button);
        QTest::mouseRelease(m_view.viewport(), button, modifiers, to);
    }

    /// QTest::mouseMove knows no buttons.
    void move(QPoint to, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButtons buttons = Qt::NoButton) {
        QMouseEvent event(QEvent::MouseMove, to, m_view.viewport()->mapToGlobal(to), Qt::NoButton, buttons, modifiers);
        QCoreApplication::sendEvent(m_view.viewport(), &event);
    }

    /// True when the chart took it. Turns above 0 are away from the user: closer.
    bool wheel(QPoint place, int turns, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(place, m_view.viewport()->mapToGlobal(place), {}, {0, 120 * turns}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.viewport(), &event);
        return event.isAccepted();
    }

    void click(QPoint place) { QTest::mouseClick(m_view.viewport(), Qt::LeftButton, {}, place); }

private:
    ChartView& m_view;
};

}  // namespace breakeven
