// What first_paint is compared with: a Qt program of nothing but a window with one empty chart.
#include "tests/benchmarks/first_frame.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QMainWindow>

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QMainWindow window;
    auto* view = new QChartView;
    view->chart()->setTitle(QStringLiteral("Empty"));
    window.setCentralWidget(view);
    window.resize(1440, 900);
    const breakeven::benchmarks::FirstFrame frame;
    window.show();
    return QApplication::exec();
}
