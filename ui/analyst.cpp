#include "ui/analyst.h"

#include "core/analysis/curves.h"
#include "core/analysis/findings.h"
#include "core/analysis/overhead_model.h"
#include "core/analysis/pitfalls.h"
#include "core/analysis/speedup.h"
#include "core/analysis/trial_verdict.h"

#include <memory>
#include <utility>

namespace breakeven {

namespace {

/// Each step takes milliseconds; the earlier ones are part of the later ones.
using Step = void (*)(const Results&);

void lookAtTrials(const Results& results) {
    for (const TrialResult& result : results.trials()) {
        static_cast<void>(summaryOf(result));
        static_cast<void>(speedupVsSerial(results, result));
    }
}

constexpr Step Steps[] = {
    lookAtTrials,
    [](const Results& results) { static_cast<void>(headline(results)); },
    [](const Results& results) { static_cast<void>(trialVerdicts(results)); },
    [](const Results& results) { static_cast<void>(overheadModels(results)); },
    [](const Results& results) { static_cast<void>(findings(results)); },
};

}  // namespace

Analyst::Analyst(QObject* parent) : QObject(parent) {
    m_desk.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("analyst"));
    m_thread.start();
}

Analyst::~Analyst() {
    m_isLeaving = true;
    m_thread.quit();
    m_thread.wait();
}

void Analyst::look(const Results& results, bool isOver, std::function<void(const Results&)> done) {
    m_isBusy = true;
    auto copy = std::make_shared<const Results>(results);
    const auto work = [this, copy = std::move(copy), isOver, done = std::move(done)]() mutable {
        for (const Step step : Steps) {
            if (m_isLeaving) return;
            step(*copy);
        }
        if (isOver && !m_isLeaving) static_cast<void>(pitfalls(*copy));
        // The copy goes back with the answer: only one thread ever sees the samples become unshared.
        QMetaObject::invokeMethod(
            this,
            [this, copy = std::move(copy), done = std::move(done)] {
                m_isBusy = false;
                done(*copy);
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&m_desk, work, Qt::QueuedConnection);
}

}  // namespace breakeven
