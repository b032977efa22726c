/// Work: a chunk on its way through a pool of processes, and what becomes of it when its worker dies.
#pragma once

#include "core/engine/processes/crew.h"
#include "core/engine/worker_pool.h"

#include <optional>

namespace breakeven {

struct Work {
    Work() = default;
    Work(const ListJob& job_, Chunk chunk, Completion* completion_)
        : job(&job_), whole(chunk), rest(chunk), completion(completion_) {}
    static Work ofList(const ListJob& job) {
        Work work(job, {}, nullptr);
        work.isList = true;
        return work;
    }

    const ListJob* job = nullptr;
    Chunk whole;                       ///< as it was handed over
    Chunk rest;                        ///< what is still to be run
    Completion* completion = nullptr;  ///< null: part of a map
    bool isList = false;               ///< chunks from the cursor instead of `rest`
    std::optional<Error> failure;      ///< of the whole
    Position position = 0;             ///< number of the task as which a worker has it
    std::uint32_t jobNumber = 0;       ///< item by item: number of its job's ControlBlock::errorsLeft

    bool isItemByItem() const { return job->control != nullptr; }
    bool isStopped() const { return job->isStopped(); }
    TaskFlags flags() const;
    std::chrono::nanoseconds deadline() const;  ///< of one item; 0: none
    /// After this time it wants a look: for progress, for its stop, for its deadline.
    std::chrono::milliseconds nextLook() const;

    /// Before it is handed to a worker, for the first time or again.
    void begin(Position position);

    /// Item by item: an item has failed. Told by its worker before the item counts as finished.
    void addItemError(ItemCount item, Error error);
    /// As addItemError, for an item that has ended after its deadline.
    void addLateItem(ItemCount item);
    /// Item by item: so many items are over since begin().
    void countFinished(ItemCount finished);

    /// Its worker died while it ran `rest`. True: that is to be run again, by another. A chunk, or item by item an
    /// item, that kills two workers is not tried a third time. errorsLeft: of its job; what the dead could not count.
    bool goesOnAfter(std::size_t worker, const Ending& ending, const Crew& crew, std::atomic<std::int64_t>& errorsLeft);

private:
    void blameItem(std::size_t worker, const Ending& ending, bool isInnocent);

    ItemCount m_failed = 0;  ///< since begin()
    ItemCount m_told = 0;    ///< since begin()
    std::optional<ItemCount> m_lastFailed;
    std::optional<ItemCount> m_suspect;  ///< the item at which a worker died
    bool m_hasKilled = false;            ///< the chunk
};

}  // namespace breakeven
