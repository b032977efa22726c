/// The progress lines of joblib's Parallel, word for word.
#pragma once

#include "core/base/units.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace breakeven {

/// How many items a call has been given and has done.
struct DispatchState {
    ItemCount dispatchedChunks = 0;
    ItemCount dispatchedItems = 0;
    ItemCount completedItems = 0;
    bool inputIsUsedUp = false;
    Seconds elapsed{0};
};

class VerboseLines {
public:
    /// verbose: 0 nothing, to 10 more and more lines, above 10 all. items: when the input has a known length.
    VerboseLines(int verbose, WorkerCount workers, std::optional<ItemCount> items, ItemCount preDispatch);

    /// "[Parallel(n_jobs=2)]: Using backend tbb with 2 concurrent workers."
    std::string started(std::string_view backend) const;
    /// After a chunk has ended; empty when this state is not shown.
    std::string afterChunk(const DispatchState& state) const;
    std::string finished(const DispatchState& state) const;

private:
    std::string line(const std::string& text) const;
    std::string padded(ItemCount number) const;

    int m_verbose;
    WorkerCount m_workers;
    std::optional<ItemCount> m_items;
    ItemCount m_preDispatch;
    std::size_t m_width;
};

}  // namespace breakeven
