/// VerboseReport: tells how far a call is, as joblib's Parallel does with verbose.
#pragma once

#include "core/parallel/verbose_lines.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace breakeven {

struct VerboseOptions {
    int verbose = 0;                                    ///< 0: no line
    std::function<void(std::string_view)> output = {};  ///< empty: standard error, or standard output from 50 on
};

/// Used by one thread.
class VerboseReport {
public:
    /// workers: 1 when the caller computes. limit: chunks in flight.
    VerboseReport(VerboseOptions options, WorkerCount workers, std::optional<ItemCount> items, std::uint64_t limit);

    void started(std::string_view backend);
    void handedOver(ItemCount itemsRead, bool inputIsUsedUp);  ///< one chunk more, unless the input is used up
    void completed(ItemCount items);                           ///< one chunk has come back
    void finished();                                           ///< only the first time

private:
    void write(std::string_view line);
    Seconds elapsed() const { return std::chrono::steady_clock::now() - m_begin; }

    VerboseOptions m_options;
    VerboseLines m_lines;
    DispatchState m_state;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    bool m_isOver = false;
};

}  // namespace breakeven
