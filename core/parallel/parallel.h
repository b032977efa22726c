/// <breakeven/parallel.h>: run functions over lists in parallel, in threads or in processes, in the manner of Python's
/// joblib, multiprocessing and concurrent.futures.
///
///     #include <breakeven/parallel.h>
///
///     int main(int argc, char** argv) {
///         breakeven::init(argc, argv);
///         auto roots = breakeven::map(std::vector{1.0, 2.0}, [](double x) { return std::sqrt(x); });
///     }
///
/// map.h          map, starmap, tryMap, reduce over warm workers
/// imap.h         imap, imapUnordered: results one by one
/// pool.h         Pool and ThreadPool: workers of one's own, futures
/// as_completed.h asCompleted and wait over futures
/// joblib.h       Parallel and delayed
/// disk_memory.h  Memory: results kept on disk
/// process.h      Process: one function in a process of its own
/// shared_list.h  SharedVector: items that processes see without copying
/// travel.h       what can travel to another process
#pragma once

#include "core/parallel/as_completed.h"
#include "core/parallel/disk_memory.h"
#include "core/parallel/imap.h"
#include "core/parallel/init.h"
#include "core/parallel/joblib.h"
#include "core/parallel/map.h"
#include "core/parallel/pool.h"
#include "core/parallel/process.h"
