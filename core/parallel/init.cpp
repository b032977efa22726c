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
    runAsProcess(argc, argv);
    readiness = startZygote(kernelFromThunk);
}

Result<void> processesAreReady() {
    return readiness;
}

}  // namespace breakeven
