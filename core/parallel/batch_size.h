/// BatchSize: how many items joblib hands over together.
#pragma once

#include "core/engine/chunk.h"

#include <optional>

namespace breakeven {

/// A count stays as it is; "pool" is the formula of Python's Pool where the number of items is known, else 1. "auto"
/// begins with 1 and follows the time that batches take from being handed over to being back: they shall take from 0.2
/// s to 2 s, so they grow to at most twice their size when they are quicker and shrink at once when they are slower.
/// Source: AutoBatchingMixin of joblib 1.5, joblib/_parallel_backends.py.
class BatchSize {
public:
    BatchSize(const ChunkPolicy& policy, std::optional<ItemCount> items, WorkerCount workers);

    ItemCount next();  ///< items of the batch that is handed over now, >= 1
    void ended(ItemCount items, Seconds taken);

private:
    bool m_adapts;
    ItemCount m_size;
    Seconds m_smoothed{0};  ///< of batches of the present size; 0: none has ended
};

}  // namespace breakeven
