/// A kernel for tests: counts how often each item was run, and fails at one item if told to.
#pragma once

#include "core/engine/worker_pool.h"
#include "core/os/memory.h"

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>

#include <unistd.h>

namespace breakeven {

class CountingKernel final : public Kernel {
public:
    /// recipe: "count", or what item N does: "throw N", "kill N", "kill-once N" (at its first run), "exit N" (status
    /// 3), "hang N" (sleeps until it is killed), "fork N" (and lets the copy return).
    CountingKernel(const std::string& recipe, std::span<std::byte> memory)
        : m_recipe(recipe), m_counts(reinterpret_cast<std::uint64_t*>(memory.data())) {
        if (const auto blank = recipe.find(' '); blank != std::string::npos) m_item = std::stoull(recipe.substr(blank));
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            ++m_counts[i];
            if (i != m_item) continue;
            if (m_recipe.starts_with("throw")) throw std::runtime_error("item " + std::to_string(i) + "\nfailed");
            if (m_recipe.starts_with("kill ") || (m_recipe.starts_with("kill-once") && m_counts[i] == 1))
                std::raise(SIGKILL);
            if (m_recipe.starts_with("exit")) _exit(3);
            if (m_recipe.starts_with("fork")) [[maybe_unused]]
                const pid_t copy = fork();
            while (m_recipe.starts_with("hang"))
                pause();
        }
    }

    void pack(Side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        bytes.append(reinterpret_cast<const char*>(m_counts + begin), (end - begin) * sizeof *m_counts);
    }
    void unpack(Side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        if (bytes.size() != (end - begin) * sizeof *m_counts) throw std::runtime_error("packed items of another size");
        std::memcpy(m_counts + begin, bytes.data(), bytes.size());
    }

    std::uint64_t countOf(ItemCount item) const { return m_counts[item]; }

    /// Each of the first `size` items was run exactly `times` times.
    bool countsAre(ItemCount size, std::uint64_t times) const {
        for (ItemCount i = 0; i < size; ++i)
            if (m_counts[i] != times) return false;
        return true;
    }

private:
    std::string m_recipe;
    std::uint64_t* m_counts;
    ItemCount m_item = ~ItemCount{0};
};

/// Memory with a number per item, a kernel on it that is made from a recipe, and the job for this list.
template <class ListKernel>
struct KernelList {
    KernelList(const std::string& recipe, ItemCount size, ChunkPolicy chunk = {})
        : memory(*MemoryBlock::create(std::max<ItemCount>(size, 1) * sizeof(std::uint64_t), Sharing::Shared)),
          kernel(recipe, memory.bytes()),
          shared{.recipe = recipe, .memoryFd = memory.fd(), .bytes = memory.bytes().size()},
          job{.kernel = kernel, .size = size, .chunk = chunk, .shared = &shared} {}

    KernelList(const KernelList&) = delete;
    KernelList& operator=(const KernelList&) = delete;

    MemoryBlock memory;
    ListKernel kernel;
    SharedKernel shared;
    ListJob job;
};

using CountingList = KernelList<CountingKernel>;

inline Result<std::unique_ptr<Kernel>> countingKernel(const std::string& recipe, std::span<std::byte> memory) {
    return std::unique_ptr<Kernel>(std::make_unique<CountingKernel>(recipe, memory));
}

}  // namespace breakeven
