#include "core/engine/processes/worker.h"

#include "core/engine/core_budget.h"
#include "core/engine/processes/copying_worker.h"
#include "core/engine/processes/message.h"
#include "core/engine/processes/sharing_worker.h"
#include "core/engine/work_error.h"

#include <unistd.h>

namespace breakeven {

namespace {

/// Builds the initializer's kernel over no memory and runs its one item.
Result<void> initialise(const std::string& recipe, KernelFactory factory) {
    if (recipe.empty()) return {};
    try {
        BREAKEVEN_TRY(const auto kernel, factory(recipe, {}));
        kernel->run(0, 1);
    } catch (...) {
        return workError(std::current_exception());
    }
    return {};
}

}  // namespace

void runWorker(int socket, KernelFactory factory) {
    auto setup = receiveMessage(socket);
    if (!setup || setup->message.kind != MessageKind::Setup || setup->descriptors.size() != 2) _exit(0);
    const CoreShare share(static_cast<WorkerCount>(setup->message.share));
    const auto initialised = initialise(setup->text, factory);
    if (!initialised) {
        (void)sendMessage(socket, {.kind = MessageKind::Failed},
                          std::string_view(initialised.error().detail).substr(0, LongestText));
        _exit(0);
    }
    if (setup->message.workerKind == WorkerKind::Sharing)
        serveSharing(socket, *std::move(setup), factory);
    else
        serveCopying(socket, *std::move(setup), factory);
}

}  // namespace breakeven
