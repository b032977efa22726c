#include "ui/models/run_state_mark.h"

#include "ui/models/history_model.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

namespace breakeven {

namespace {

constexpr int Side = 12;  // pixels of a mark

QPixmap drawn(RunState state, const QColor& colour) {
    const double ratio = qApp->devicePixelRatio();
    QPixmap mark(QSize(Side, Side) * ratio);
    mark.setDevicePixelRatio(ratio);
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen line(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QRectF disc(1.5, 1.5, Side - 3, Side - 3);
    painter.setPen(line);
    switch (state) {
        case RunState::Running:
            painter.setBrush(colour);
            painter.drawPolygon(QPolygonF{QPointF(3, 2), QPointF(10, 6), QPointF(3, 10)});
            break;
        case RunState::Completed:
            painter.drawPolyline(QPolygonF{QPointF(1.5, 6.5), QPointF(4.5, 9.5), QPointF(10.5, 2.5)});
            break;
        case RunState::Budget:  // a clock
            painter.drawEllipse(disc);
            painter.drawPolyline(QPolygonF{QPointF(6, 3.5), QPointF(6, 6.2), QPointF(8, 7)});
            break;
        case RunState::Stopped:
            painter.setBrush(colour);
            painter.drawRect(QRectF(3, 3, 6, 6));
            break;
        case RunState::Failed:
            painter.drawLine(QPointF(2.5, 2.5), QPointF(9.5, 9.5));
            painter.drawLine(QPointF(9.5, 2.5), QPointF(2.5, 9.5));
            break;
        case RunState::Interrupted:  // a line that breaks off
            painter.drawLine(QPointF(1, 6), QPointF(4, 6));
            painter.drawLine(QPointF(8, 6), QPointF(11, 6));
            painter.drawLine(QPointF(5, 9), QPointF(7, 3));
            break;
    }
    return mark;
}

}  // namespace

QString stateText(RunState state) {
    switch (state) {
        case RunState::Running:
            return HistoryModel::tr("running");
        case RunState::Completed:
            return HistoryModel::tr("complete");
        case RunState::Budget:
            return HistoryModel::tr("time limit");
        case RunState::Stopped:
            return HistoryModel::tr("stopped");
        case RunState::Failed:
            return HistoryModel::tr("failed");
        case RunState::Interrupted:
            return HistoryModel::tr("interrupted");
    }
    return {};
}

QString stateMeaning(RunState state) {
    switch (state) {
        case RunState::Running:
            return HistoryModel::tr("It is being measured now.");
        case RunState::Completed:
            return HistoryModel::tr("All that was wanted was measured.");
        case RunState::Budget:
            return HistoryModel::tr("The time limit was reached; what was measured until then is kept.");
        case RunState::Stopped:
            return HistoryModel::tr("It was stopped by hand; what was measured until then is kept.");
        case RunState::Failed:
            return HistoryModel::tr(
                "It could not go on, or all that was to be compared was refused; what was measured is kept.");
        case RunState::Interrupted:
            return HistoryModel::tr("It was killed, or lost its window; what was measured until then is kept.");
    }
    return {};
}

QColor stateColour(RunState state, bool dark) {
    switch (state) {
        case RunState::Running:
            return seriesColour("tbb", dark);
        case RunState::Failed:
        case RunState::Interrupted:
            return errorColour(dark);
        case RunState::Completed:
        case RunState::Budget:
        case RunState::Stopped:
            return mutedColour(dark);
    }
    return {};
}

QIcon stateMark(RunState state, const QPalette& palette) {
    QIcon mark(drawn(state, stateColour(state, isDark(palette))));
    mark.addPixmap(drawn(state, palette.color(QPalette::HighlightedText)), QIcon::Selected);
    return mark;
}

}  // namespace breakeven
