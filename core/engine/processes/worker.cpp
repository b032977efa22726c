#include "core/engine/processes/worker.h"

#include "core/engine/processes/message.h"
#include "core/engine/work_error.h"
#include "core/os/memory.h"

#include <algorithm>

#include <unistd.h>

namespace breakeven {

namespace {

/// A list as this worker sees it; the kernel points into the memory.
struct LoadedList {
    MemoryBlock memory;
    MemoryBlock controlMemory;
    std::unique_ptr<Kernel> kernel;

    ControlBlock& control() const {
        return *std::launder(reinterpret_cast<ControlBlock*>(controlMemory.bytes().data()));
    }
};

Result<LoadedList> loadList(const Received& request, KernelFactory factory) {
    if (request.descriptors.size() != 2) return Error{ErrorCode::Internal, "processes: a list came without its memory"};
    LoadedList list;
    BREAKEVEN_TRY(list.memory, MemoryBlock::map(request.descriptors[0].get(), request.message.bytes));
    BREAKEVEN_TRY(list.controlMemory, MemoryBlock::map(request.descriptors[1].get(), sizeof(ControlBlock)));
    BREAKEVEN_TRY(list.kernel, factory(request.text, list.memory.bytes()));
    return list;
}

Result<void> runChunks(LoadedList& list, const Message& request) {
    auto& cursor = list.control().cursor;
    try {
        for (;;) {
            const ItemCount begin = cursor.fetch_add(request.chunk, std::memory_order_relaxed);
            if (begin >= request.size) return {};
            list.kernel->run(begin, std::min(request.size, begin + request.chunk));
        }
    } catch (...) {
        cursor.store(request.size, std::memory_order_relaxed);
        return workError(std::current_exception());
    }
}

}  // namespace

void runWorker(int socket, KernelFactory factory) {
    Result<LoadedList> list = Error{ErrorCode::Internal, "processes: a worker was called before it had a list"};
    auto connected = sendMessage(socket, {.kind = MessageKind::Ready});
    while (connected) {
        const auto request = receiveMessage(socket);
        if (!request) break;
        if (request->message.kind == MessageKind::Load) {
            list = Error{};  // the old list goes before the new one is mapped
            list = loadList(*request, factory);
            continue;
        }
        const auto outcome = list ? runChunks(*list, request->message) : Result<void>(list.error());
        connected = outcome ? sendMessage(socket, {.kind = MessageKind::Done})
                            : sendMessage(socket, {.kind = MessageKind::Failed},
                                          std::string_view(outcome.error().detail).substr(0, LongestText));
    }
    _exit(0);
}

}  // namespace breakeven
