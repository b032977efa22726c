#include "core/os/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace breakeven {
namespace {

constexpr std::string_view Unique = "XXXXXX";
constexpr int Attempts = 8;

Descriptor openFolder(const std::filesystem::path& path) {
    return Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

bool isOurs(const Descriptor& folder) {
    struct stat facts = {};
    return ::fstat(folder.get(), &facts) == 0 && facts.st_uid == ::geteuid();
}

}  // namespace

/// Where a file system knows no locks nobody gets one, and nothing is taken.
std::vector<TemporaryFolder> TemporaryFolder::takeAbandoned(const std::filesystem::path& parent,
                                                            const std::string& begin) {
    std::vector<TemporaryFolder> taken;
    std::error_code none;
    for (std::filesystem::directory_iterator entry(parent, none), end; entry != end; entry.increment(none)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(begin) || name.size() != begin.size() + Unique.size()) continue;
        Descriptor folder = openFolder(entry->path());
        if (!folder || !isOurs(folder) || ::flock(folder.get(), LOCK_EX | LOCK_NB) != 0) continue;
        taken.push_back(TemporaryFolder(entry->path(), std::move(folder)));
    }
    return taken;
}

Result<TemporaryFolder> TemporaryFolder::make(const std::filesystem::path& parent, const std::string& begin) {
    takeAbandoned(parent, begin).clear();
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        std::string path = (parent / (begin + std::string(Unique))).string();
        if (mkdtemp(path.data()) == nullptr)
            return Error{ErrorCode::Unwritable, parent.string() + ": " + std::strerror(errno)};
        Descriptor lock = openFolder(path);
        // Another process may have taken it for an abandoned one before it was locked.
        const bool isTaken = lock && ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        std::error_code none;
        if (!isTaken && std::filesystem::exists(path, none)) return TemporaryFolder(path, std::move(lock));
    }
    return Error{ErrorCode::Unwritable, parent.string() + ": a new folder is removed at once by another program"};
}

Result<TemporaryFolder> TemporaryFolder::make(const std::string& begin) {
    std::error_code failure;
    const auto parent = std::filesystem::temp_directory_path(failure);
    if (failure) return Error{ErrorCode::Unwritable, "TMPDIR: it names no folder"};
    auto folder = make(parent, begin);
    if (!folder) return Error{folder.error().code, "TMPDIR: " + folder.error().detail};
    return folder;
}

TemporaryFolder::TemporaryFolder(std::filesystem::path path, Descriptor lock)
    : m_path(std::move(path)), m_lock(std::move(lock)) {}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_lock(std::move(other.m_lock)) {}

TemporaryFolder::~TemporaryFolder() {
    std::error_code none;
    if (!m_path.empty()) std::filesystem::remove_all(m_path, none);
}

}  // namespace breakeven
