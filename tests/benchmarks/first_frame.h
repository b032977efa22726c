/// Says "painted" on standard output when a window has shown its first frame, and ends the program in good order.
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QTimer>

#include <cstdio>

namespace breakeven::benchmarks {

class FirstFrame : public QObject {
public:
    FirstFrame() { QCoreApplication::instance()->installEventFilter(this); }

    /// All that the window holds is painted and flushed together, within one event; the first part to be painted need
    /// not be the window itself, which its parts may cover.
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            QCoreApplication::instance()->removeEventFilter(this);
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return false;
    }
};

}  // namespace breakeven::benchmarks
