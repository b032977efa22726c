/// LogPanel: what happened, line by line, with the time of day.
#pragma once

#include <QPlainTextEdit>

#include <cstddef>

namespace breakeven {

class Results;

class LogPanel : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit LogPanel(QWidget* parent = nullptr);

    void add(const QString& line);
    /// Adds what is new among the run's notes and failed trials since the last call.
    void follow(const Results& results);

private:
    std::size_t m_notes = 0;
    std::size_t m_failures = 0;
};

}  // namespace breakeven
