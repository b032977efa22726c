#include "ui/plots/curve_drawing.h"

#include "ui/plots/chart_view.h"
#include "ui/plots/zoom.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace breakeven {

CurveDrawing::CurveDrawing(ChartView& view, QObject* parent) : QObject(parent), m_view(view) {
    m_view.viewport()->installEventFilter(this);
}

void CurveDrawing::setPlaces(std::vector<double> places) {
    m_places = std::move(places);
    m_values.assign(m_places.size(), std::nullopt);
    m_last.reset();
}

void CurveDrawing::setOn(bool on) {
    m_on = on;
    if (!on) m_last.reset();
}

void CurveDrawing::setValue(std::size_t place, std::optional<double> value) {
    if (m_values[place] == value) return;
    m_values[place] = value;
    Q_EMIT changed();
}

bool CurveDrawing::eventFilter(QObject* watched, QEvent* event) {
    if (!m_on || m_places.empty()) return QObject::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::MouseButtonDblClick:  // two strokes in short order; the chart would show all
        case QEvent::MouseButtonPress: {
            const auto& mouse = static_cast<const QMouseEvent&>(*event);
            if (mouse.button() != Qt::LeftButton || !m_view.frame().area().contains(mouse.position())) return false;
            begin(mouse.position());
            return true;
        }
        case QEvent::MouseMove: {
            const auto& mouse = static_cast<const QMouseEvent&>(*event);
            m_view.viewport()->setCursor(m_view.frame().area().contains(mouse.position()) ? Qt::CrossCursor
                                                                                          : Qt::ArrowCursor);
            if (m_last) drawTo(mouse.position());
            return true;
        }
        case QEvent::MouseButtonRelease: {
            if (!m_last) return false;
            drawTo(static_cast<const QMouseEvent&>(*event).position());
            end();
            return true;
        }
        default:
            return QObject::eventFilter(watched, event);
    }
}

double CurveDrawing::valueAtPixel(double y) const {
    const QRectF area = m_view.frame().area();
    return valueAt(m_view.frame().yAxis(), std::clamp((area.bottom() - y) / area.height(), 0.0, 1.0));
}

/// A stroke means the place it begins and ends at, too, though it need not hit them to the pixel.
bool CurveDrawing::drawNearest(QPointF at) {
    const auto distance = [&](double place) { return std::abs(m_view.frame().xPixel(place) - at.x()); };
    const auto nearest = std::ranges::min_element(m_places, {}, distance);
    const auto place = static_cast<std::size_t>(nearest - m_places.begin());
    if (m_crossed[place]) return false;
    m_values[place] = valueAtPixel(at.y());
    return true;
}

void CurveDrawing::begin(QPointF at) {
    m_last = at;
    m_crossed.assign(m_places.size(), false);
    if (drawNearest(at)) Q_EMIT changed();
}

void CurveDrawing::drawTo(QPointF at) {
    bool isChanged = false;
    for (std::size_t place = 0; place < m_places.size(); ++place) {
        const double x = m_view.frame().xPixel(m_places[place]);
        const bool isPassed = std::min(m_last->x(), at.x()) <= x && x <= std::max(m_last->x(), at.x());
        if (!isPassed) continue;
        const double width = at.x() - m_last->x();
        const double share = width == 0 ? 1 : (x - m_last->x()) / width;
        m_values[place] = valueAtPixel(m_last->y() + share * (at.y() - m_last->y()));
        m_crossed[place] = true;
        isChanged = true;
    }
    isChanged |= drawNearest(at);
    m_last = at;
    if (isChanged) Q_EMIT changed();
}

void CurveDrawing::end() {
    m_last.reset();
}

}  // namespace breakeven
