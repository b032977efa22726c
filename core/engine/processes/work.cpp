#include "core/engine/processes/work.h"

#include "core/base/numbers.h"

#include <utility>

namespace breakeven {

void Work::begin() {
    m_failed = 0;
    m_told = 0;
}

void Work::addItemError(ItemError error) {
    ++m_failed;
    m_lastFailed = error.item;
    job->control->addError(std::move(error));
}

void Work::countFinished(ItemCount finished) {
    // An item's error comes before it counts as finished.
    const ItemCount well = finished - std::min(finished, m_failed);
    if (well <= m_told) return;
    job->control->addDone(well - m_told);
    m_told = well;
}

bool Work::goesOnAfter(Chunk lost, ItemCount finished, std::size_t worker, Ending ending) {
    rest = lost;
    if (isItemByItem()) {
        rest.begin += finished;
        return itemGoesOnAfter(worker, ending);
    }
    if (std::exchange(m_hasKilled, true)) {
        failure =
            Error{ErrorCode::ChildCrashed, "processes: chunk [" + std::to_string(lost.begin) + ", " +
                                               std::to_string(lost.end) + ") " + blame(worker, ending) + ", twice"};
        return false;
    }
    return true;
}

bool Work::itemGoesOnAfter(std::size_t worker, Ending ending) {
    if (rest.begin < rest.end && m_lastFailed == rest.begin) ++rest.begin;  // its error is known
    if (rest.begin >= rest.end) return false;
    const ItemCount item = rest.begin;
    if (m_suspect != item) m_hasKilled = false;
    m_suspect = item;
    if (ending.how == Ending::How::TooLate) {
        job->control->addError({.item = item,
                                .error = {ErrorCode::TimedOut, "took longer than its deadline of " +
                                                                   formatSeconds(job->control->rules().itemDeadline)}});
        ++rest.begin;
    } else if (std::exchange(m_hasKilled, true)) {
        job->control->addError({.item = item, .error = {ErrorCode::ChildCrashed, blame(worker, ending) + ", twice"}});
        ++rest.begin;
    }
    return rest.begin < rest.end && !job->isStopped();
}

}  // namespace breakeven
