/// Whether the calling thread is inside an item of a job. A pool that is asked by one of its own workers runs the list
/// in that worker: waiting for the others could be waiting for itself.
#pragma once

namespace breakeven {

class InsideJob {
public:
    InsideJob() { ++s_depth; }
    ~InsideJob() { --s_depth; }

    InsideJob(const InsideJob&) = delete;
    InsideJob& operator=(const InsideJob&) = delete;

    static bool isTrue() { return s_depth > 0; }

private:
    static inline thread_local constinit int s_depth = 0;
};

}  // namespace breakeven
