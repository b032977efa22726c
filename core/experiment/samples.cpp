#include "core/experiment/samples.h"

#include "core/base/unique_number.h"

#include <atomic>
#include <utility>

namespace breakeven {

void Samples::push_back(Sample sample) {
    if (m_list.use_count() > 1) {
        auto own = std::make_shared<std::vector<Sample>>();
        own->reserve(m_list->size() + m_list->size() / 2 + 1);
        own->assign(m_list->begin(), m_list->end());
        m_list = std::move(own);
    }
    std::atomic_thread_fence(std::memory_order_acquire);  // another thread may have read the list until just now
    m_list->push_back(std::move(sample));
    m_memo.forget();
    m_version = uniqueNumber();
}

}  // namespace breakeven
