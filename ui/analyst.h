/// Analyst: works out, in a thread of its own, what the views are going to ask of results. What it finds stays with the
/// results (Results::recall), so that a view which then asks in the window's thread has the answer at once. One at a
/// time; who has newer results meanwhile gives them when it is done.
#pragma once

#include "core/experiment/results.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>

namespace breakeven {

class Analyst : public QObject {
    Q_OBJECT

public:
    explicit Analyst(QObject* parent = nullptr);
    ~Analyst() override;  ///< what is under way is given up at its next step

    bool isBusy() const { return m_isBusy; }

    /// done is called in the thread of this object; never once this is gone. isOver: what is asked of a run that has
    /// ended, too. Range: not busy.
    void look(const Results& results, bool isOver, std::function<void(const Results&)> done);

private:
    QThread m_thread;
    QObject m_desk;  ///< lives in the thread
    std::atomic<bool> m_isLeaving = false;
    bool m_isBusy = false;
};

}  // namespace breakeven
