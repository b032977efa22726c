#include "ui/panels/scrolled_panel.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QList>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace breakeven {

namespace {

class WheelGuard : public QObject {
public:
    explicit WheelGuard(QWidget& box) : QObject(&box), m_box(box) { box.installEventFilter(this); }

    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Wheel || m_box.hasFocus()) return false;
        event->ignore();  // so it goes on to what scrolls
        return true;
    }

private:
    QWidget& m_box;
};

void addFields(const QLayout& layout, QList<QWidget*>& fields) {
    for (int place = 0; place < layout.count(); ++place) {
        QLayoutItem& item = *layout.itemAt(place);
        QWidget* widget = item.widget();
        if (const QLayout* inner = item.layout()) {
            addFields(*inner, fields);
        } else if (widget && (widget->focusPolicy() & Qt::TabFocus) != 0) {
            fields += widget;
        } else if (widget && widget->layout()) {
            addFields(*widget->layout(), fields);
        }
    }
}

}  // namespace

void keepFromWheel(QWidget& box) {
    box.setFocusPolicy(Qt::StrongFocus);  // the wheel alone gives no focus
    new WheelGuard(box);
}

void spareSecondPress(QWidget& shown) {
    shown.setAttribute(Qt::WA_TransparentForMouseEvents);
    QTimer::singleShot(QApplication::doubleClickInterval(), &shown,
                       [&shown] { shown.setAttribute(Qt::WA_TransparentForMouseEvents, false); });
}

void keepHeightOfLines(QWidget& panel, const QEvent& event) {
    if (event.type() != QEvent::LayoutRequest && event.type() != QEvent::Resize) return;
    const int wrapped = panel.layout()->totalHeightForWidth(panel.width());
    panel.setMinimumHeight(std::max(wrapped, panel.layout()->totalMinimumSize().height()));
}

void orderTabs(const QLayout& layout) {
    QList<QWidget*> fields;
    addFields(layout, fields);
    for (qsizetype next = 1; next < fields.size(); ++next)
        QWidget::setTabOrder(fields[next - 1], fields[next]);
}

}  // namespace breakeven
