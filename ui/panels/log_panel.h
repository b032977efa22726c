/// LogPanel: what happened, line by line, with the time of day.
#pragma once

#include <QPlainTextEdit>

namespace breakeven {

class LogPanel : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit LogPanel(QWidget* parent = nullptr);

    void add(const QString& line);
};

}  // namespace breakeven
