#include "ui/panels/in_sight.h"

#include <QDockWidget>
#include <QEvent>

#include <utility>

namespace breakeven {

namespace {

QDockWidget* dockAround(const QWidget& panel) {
    for (QWidget* around = panel.parentWidget(); around != nullptr; around = around->parentWidget())
        if (auto* dock = qobject_cast<QDockWidget*>(around)) return dock;
    return nullptr;
}

}  // namespace

InSight::InSight(QWidget& panel, std::function<void()> refresh)
    : QObject(&panel), m_panel(panel), m_refresh(std::move(refresh)) {
    panel.installEventFilter(this);
}

void InSight::changed() {
    m_isStale = true;
    look();
}

void InSight::update() {
    if (std::exchange(m_isStale, false)) m_refresh();
}

bool InSight::eventFilter(QObject*, QEvent* event) {
    if (event->type() != QEvent::Show) return false;
    follow(dockAround(m_panel));
    look();
    return false;
}

void InSight::follow(QDockWidget* dock) {
    if (dock == nullptr || dock == m_dock) return;
    m_dock = dock;
    connect(dock, &QDockWidget::visibilityChanged, this, [this](bool isInFront) {
        m_isInFront = isInFront;
        look();
    });
}

void InSight::look() {
    if (m_isInFront && m_panel.isVisible()) update();
}

}  // namespace breakeven
