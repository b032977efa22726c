/// JobControl: rules for the items of one job, what became of them, and how far it is. A job without one runs whole
/// chunks at full speed and ends at its first exception.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/engine/chunk.h"
#include "core/engine/kernel.h"

#include <atomic>
#include <cstdint>
#include <limits>
#include <mutex>
#include <vector>

namespace breakeven {

struct JobRules {
    static constexpr std::uint64_t CollectAll = std::numeric_limits<std::uint64_t>::max();

    /// After this many failed items no further one begins: 1 is fail-fast, CollectAll never stops. 0 is as 1.
    std::uint64_t stopAfterErrors = 1;
    /// Longest time of one item, from its own start, >= 0; 0: none. Worker processes are killed at it. A thread cannot
    /// be killed: its item becomes an error when it returns.
    Seconds itemDeadline{0};
};

struct ItemError {
    ItemCount item = 0;
    Error error;
};

/// One job at a time. Everything may be called from any thread.
class JobControl {
public:
    explicit JobControl(JobRules rules = {});

    const JobRules& rules() const { return m_rules; }

    /// Runs items one by one until all are done or the job is stopped. Nothing escapes.
    void run(Kernel& kernel, Chunk chunk) noexcept;

    /// No further item is started. Running ones end by themselves.
    void stop() { m_stopped.store(true, std::memory_order_relaxed); }
    bool isStopped() const { return m_stopped.load(std::memory_order_relaxed); }

    /// What backends tell that run items elsewhere.
    void addDone(ItemCount items) { m_done.fetch_add(items, std::memory_order_relaxed); }
    void addError(ItemError error);

    ItemCount done() const { return m_done.load(std::memory_order_relaxed); }  ///< ended well, so far
    std::vector<ItemError> errors() const;                                     ///< so far, in input order
    std::int64_t errorsLeft() const;  ///< items that may still fail until it stops; huge when nothing stops it

    /// After the job: an error when stopAfterErrors was reached ("item 17: …", the lowest failed item) or the job was
    /// stopped (Interrupted); else success, also with errors().
    Result<void> outcome() const;

private:
    JobRules m_rules;
    std::atomic<bool> m_stopped{false};
    std::atomic<ItemCount> m_done{0};
    mutable std::mutex m_mutex;
    std::vector<ItemError> m_errors;
};

}  // namespace breakeven
