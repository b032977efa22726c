#include "core/os/memory.h"

#include "core/base/numbers.h"
#include "core/os/cgroup.h"
#include "core/os/cpus.h"
#include "core/os/files.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>
#include <unistd.h>

namespace breakeven {
namespace {

/// The whole number behind a name in a text of "NAME NUMBER" or "NAME: NUMBER kB" lines; an empty name takes the
/// number in front.
std::optional<ByteCount> numberAfter(std::string_view text, std::string_view name) {
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.starts_with(name)) continue;
        line.remove_prefix(name.size());
        line.remove_prefix(std::min(line.find_first_not_of(": "), line.size()));
        ByteCount value = 0;
        if (std::from_chars(line.data(), line.data() + line.size(), value).ec == std::errc{}) return value;
    }
    return std::nullopt;
}

std::optional<ByteCount> memoryLeft(const std::filesystem::path& folder, const char* limitFile, const char* useFile,
                                    const char* reclaimable) {
    const auto limit = numberAfter(readFile(folder / limitFile).value_or(""), "");
    const auto use = numberAfter(readFile(folder / useFile).value_or(""), "");
    if (!limit || !use) return std::nullopt;
    const ByteCount cache = numberAfter(readFile(folder / "memory.stat").value_or(""), reclaimable).value_or(0);
    const ByteCount taken = *use - std::min(cache, *use);
    return *limit - std::min(taken, *limit);
}

Error outOfMemory(std::size_t bytes, const std::string& reason) {
    return {ErrorCode::Internal, "memory: " + formatBytes(static_cast<double>(bytes)) + " could not be had: " + reason};
}

std::string why(int error) {
    return std::generic_category().message(error);
}

/// Below it threads take longer to start than they save.
constexpr std::size_t WorthThreads = 64 << 20;
constexpr std::size_t PageAlignment = 2 << 20;  ///< of pages of any size

/// All pages at once, which the kernel zeroes at a few GB/s per CPU, and in a guest whose host has yet to give them at
/// less than one.
void populateTogether(std::span<std::byte> bytes) {
    const auto threads = static_cast<std::size_t>(std::max(1, usableCpus().count));
    const std::size_t share = (bytes.size() / threads / PageAlignment + 1) * PageAlignment;
    std::vector<std::jthread> all;
    for (std::size_t begin = 0; begin < bytes.size(); begin += share) {
        // A kernel that does not know it gives the pages one by one when they are written.
        const auto populate = [part = bytes.subspan(begin, std::min(share, bytes.size() - begin))] {
            madvise(part.data(), part.size(), MADV_POPULATE_WRITE);
        };
        try {
            all.emplace_back(populate);
        } catch (const std::system_error&) {  // no more threads are allowed
            populate();
        }
    }
}

}  // namespace

std::optional<ByteCount> cgroupMemoryLeft(const std::string& procCgroup, const std::string& root) {
    std::optional<ByteCount> least;
    for (const std::filesystem::path& folder : cgroupFolders(procCgroup, root, "memory")) {
        for (const auto left :
             {memoryLeft(folder, "memory.max", "memory.current", "inactive_file"),
              memoryLeft(folder, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")}) {
            if (left) least = std::min(*left, least.value_or(*left));
        }
    }
    return least;
}

AvailableMemory systemMemory(const std::string& procMeminfo) {
    constexpr ByteCount Kibibyte = 1024;
    if (const auto available = numberAfter(procMeminfo, "MemAvailable"))
        return {.bytes = *available * Kibibyte, .reason = "MemAvailable"};
    struct sysinfo now {};
    if (sysinfo(&now) != 0) return {.bytes = 0, .reason = "memory unknown"};
    return {.bytes = ByteCount{now.freeram + now.bufferram} * now.mem_unit, .reason = "sysinfo without /proc"};
}

AvailableMemory availableMemory() {
    AvailableMemory memory = systemMemory(readFile("/proc/meminfo").value_or(""));
    std::string group = ownCgroup();
    if (group.empty()) group = "0::/\n1:memory:/\n";  // without /proc: what binds all that is mounted here
    if (const auto left = cgroupMemoryLeft(group, CgroupRoot); left && *left < memory.bytes)
        memory = {*left, "cgroup limit"};
    return memory;
}

std::optional<ByteCount> checkedProduct(ByteCount a, ByteCount b) {
    ByteCount product = 0;
    if (__builtin_mul_overflow(a, b, &product)) return std::nullopt;
    return product;
}

std::optional<ByteCount> checkedSum(ByteCount a, ByteCount b) {
    ByteCount sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
    return sum;
}

Result<MemoryBlock> MemoryBlock::create(std::size_t bytes, Sharing sharing) {
    // The kernel promises more than it has and kills later, so what it says it has is asked first. Asking costs some
    // 80 us, which a small block, made while a pool's start is timed, must not add.
    constexpr std::size_t TooSmallToAsk = 1 << 20;
    const auto memory = bytes > TooSmallToAsk ? availableMemory() : AvailableMemory{.bytes = bytes, .reason = {}};
    if (bytes > memory.bytes)
        return outOfMemory(
            bytes, "only " + formatBytes(static_cast<double>(memory.bytes)) + " are free (" + memory.reason + ")");
    const std::size_t mapped = std::max<std::size_t>(bytes, 1);  // an empty block is a block too
    MemoryBlock block;
    if (sharing == Sharing::Private) {
        void* const data = mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (data == MAP_FAILED) return outOfMemory(bytes, why(errno));
        block.m_data = static_cast<std::byte*>(data);
        block.m_size = bytes;
        madvise(data, mapped, MADV_HUGEPAGE);  // fewer first-touch faults; a kernel without huge pages works as well
        return block;
    }

    Descriptor file(memfd_create("breakeven", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file) return outOfMemory(bytes, why(errno));
    int failed = 0;
    do
        failed = fallocate(file.get(), 0, 0, static_cast<off_t>(mapped)) == 0 ? 0 : errno;
    while (failed == EINTR);
    if (failed != 0) return outOfMemory(bytes, why(failed));
    if (fcntl(file.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) != 0) return outOfMemory(bytes, why(errno));
    const bool isLarge = bytes >= WorthThreads;
    BREAKEVEN_TRY(block, mapFile(file.get(), bytes, isLarge ? 0 : MAP_POPULATE));
    if (isLarge) populateTogether(block.bytes());
    block.m_fd = std::move(file);
    return block;
}

Result<MemoryBlock> MemoryBlock::map(int fd, std::size_t bytes) {
    struct stat info {};
    if (fstat(fd, &info) != 0) return outOfMemory(bytes, why(errno));
    const int seals = fcntl(fd, F_GET_SEALS);
    if (seals < 0 || (seals & F_SEAL_SHRINK) == 0)
        return outOfMemory(bytes, "the descriptor is no memory that is sealed against shrinking");
    if (static_cast<ByteCount>(info.st_size) < bytes)
        return outOfMemory(bytes, "the descriptor holds only " + formatBytes(static_cast<double>(info.st_size)));
    return mapFile(fd, bytes, MAP_POPULATE);
}

Result<MemoryBlock> MemoryBlock::mapFile(int fd, std::size_t bytes, int flags) {
    void* const data =
        mmap(nullptr, std::max<std::size_t>(bytes, 1), PROT_READ | PROT_WRITE, MAP_SHARED | flags, fd, 0);
    if (data == MAP_FAILED) return outOfMemory(bytes, why(errno));
    MemoryBlock block;
    block.m_data = static_cast<std::byte*>(data);
    block.m_size = bytes;
    return block;
}

MemoryBlock::MemoryBlock(MemoryBlock&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)),
      m_size(std::exchange(other.m_size, 0)),
      m_fd(std::move(other.m_fd)) {}

MemoryBlock& MemoryBlock::operator=(MemoryBlock&& other) noexcept {
    MemoryBlock taken(std::move(other));
    std::swap(m_data, taken.m_data);
    std::swap(m_size, taken.m_size);
    std::swap(m_fd, taken.m_fd);
    return *this;
}

MemoryBlock::~MemoryBlock() {
    if (m_data != nullptr) munmap(m_data, std::max<std::size_t>(m_size, 1));
}

}  // namespace breakeven
