#include "core/parallel/init.h"

#include "core/engine/processes/zygote.h"
#include "core/parallel/process.h"
#include "core/parallel/thunk.h"

namespace breakeven {

namespace {

Result<void> readiness =
    Error{ErrorCode::InvalidInput, "backend: processes need breakeven::init(argc, argv) as the first line of main"};

}  // namespace

void init(int argc, char** argv) {
    // What the zygote, and so every worker process, will know; only this process goes on from here with more.
    readiness = Error{ErrorCode::InvalidInput, "processes: a worker process has none of its own"};
    readiness = startZygote(kernelFromThunk);
    runAsProcess(argc, argv);  // after the zygote, since it makes a thread
}

Result<void> processesAreReady() {
    return readiness;
}

}  // namespace breakeven
