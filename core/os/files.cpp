#include "core/os/files.h"

#include "core/os/child.h"
#include "core/os/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace breakeven {
namespace fs = std::filesystem;
namespace {

std::string why(int error) {
    return std::generic_category().message(error);
}

Error unreadable(const fs::path& path, const std::string& reason) {
    return {ErrorCode::Unreadable, path.string() + ": cannot be read: " + reason};
}

Error unwritable(const fs::path& path, const std::string& reason) {
    return {ErrorCode::Unwritable, path.string() + ": cannot be written: " + reason};
}

/// A device that is full or broken is no fault of the path that the user gave.
Error writeError(const fs::path& path, int error) {
    Error result = unwritable(path, why(error));
    if (error == ENOSPC || error == EDQUOT || error == EFBIG || error == EIO) result.code = ErrorCode::Internal;
    return result;
}

/// Where a save really goes.
struct Target {
    fs::path path;  ///< symbolic links followed, a dangling one too
    bool exists = false;
    bool isRegular = true;  ///< false: a device or a pipe, which must not be renamed over
    mode_t mode = 0666;     ///< of the existing file
};

fs::path folderOf(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

Result<fs::path> followLinks(const fs::path& path) {
    constexpr int MostLinks = 40;  // as in the kernel
    fs::path target = path;
    for (int links = 0; links < MostLinks; ++links) {
        std::error_code error;
        const fs::path next = fs::read_symlink(target, error);
        if (error) return target;
        target = next.is_absolute() ? next : folderOf(target) / next;
    }
    return unwritable(path, why(ELOOP));
}

Result<Target> writableTarget(const fs::path& path) {
    Target target;
    if (path.empty()) return unwritable(path, "the path is empty");

    struct stat info {};
    if (stat(path.c_str(), &info) == 0) {
        if (S_ISDIR(info.st_mode)) return unwritable(path, why(EISDIR));
        if (faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) return unwritable(path, why(errno));
        target.exists = true;
        target.isRegular = S_ISREG(info.st_mode);
        target.mode = info.st_mode & 07777;
    } else if (errno != ENOENT || !path.has_filename()) {
        return unwritable(path, why(errno));
    }
    target.path = path;
    if (!target.isRegular) return target;
    BREAKEVEN_TRY(target.path, followLinks(path));
    if (faccessat(AT_FDCWD, folderOf(target.path).c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        return unwritable(path, "folder " + folderOf(target.path).string() + ": " + why(errno));
    return target;
}

/// 0, or the errno of the failed write.
int writeAll(int fd, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = write(fd, content.data(), content.size());
        if (written >= 0)
            content.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

/// A file of its own name in the target's folder, removed again unless it was renamed.
class TemporaryFile {
public:
    /// Errors: errno in error().
    explicit TemporaryFile(const fs::path& folder) {
        std::random_device random;
        constexpr int Attempts = 100;
        for (int attempt = 0; attempt < Attempts; ++attempt) {
            const std::uint64_t name = (std::uint64_t{random()} << 32) | random();
            m_path = folder / (".breakeven-" + std::to_string(name));
            m_file = Descriptor(open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
            m_error = m_file ? 0 : errno;
            if (m_error != EEXIST) return;
        }
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (m_file) unlink(m_path.c_str());
    }

    int error() const { return m_error; }
    int fd() const { return m_file.get(); }

    /// 0, or the errno of the failed rename.
    int moveTo(const fs::path& target) {
        if (rename(m_path.c_str(), target.c_str()) != 0) return errno;
        m_file.close();
        return 0;
    }

private:
    fs::path m_path;
    Descriptor m_file;
    int m_error = 0;
};

int writeAll(int fd, std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts)
        if (const int error = writeAll(fd, part)) return error;
    return 0;
}

Result<void> writeDirectly(const fs::path& path, std::initializer_list<std::string_view> parts) {
    const Descriptor file(open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file) return writeError(path, errno);
    if (const int error = writeAll(file.get(), parts)) return writeError(path, error);
    return {};
}

bool holdsResources(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder / "experiments", error);
}

}  // namespace

Result<std::string> readFile(const fs::path& path, ByteCount limit) {
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return unreadable(path, why(errno));
    struct stat info {};
    if (fstat(file.get(), &info) != 0) return unreadable(path, why(errno));
    const Error tooLarge = unreadable(path, "it is larger than " + std::to_string(limit) + " bytes");
    if (S_ISREG(info.st_mode) && static_cast<ByteCount>(info.st_size) > limit) return tooLarge;

    // The size is only a hint: it is 0 under /proc and for pipes, and a file may still grow.
    std::string content;
    std::vector<char> buffer(static_cast<std::size_t>(std::clamp<off_t>(info.st_size + 1, 4096, 1 << 20)));
    while (true) {
        const ssize_t count = read(file.get(), buffer.data(), buffer.size());
        if (count == 0) return content;
        if (count < 0) {
            if (errno == EINTR) continue;
            return unreadable(path, why(errno));
        }
        content.append(buffer.data(), static_cast<std::size_t>(count));
        if (content.size() > limit) return tooLarge;
    }
}

Result<void> saveFile(const fs::path& path, std::string_view content, Durability durability) {
    return saveFile(path, std::initializer_list<std::string_view>{content}, durability);
}

Result<void> saveFile(const fs::path& path, std::initializer_list<std::string_view> parts, Durability durability) {
    const bool isSynced = durability == Durability::Synced;
    BREAKEVEN_TRY(const Target target, writableTarget(path));
    if (!target.isRegular) return writeDirectly(target.path, parts);

    TemporaryFile file(folderOf(target.path));
    if (file.error() != 0) return writeError(path, file.error());
    if (const int error = writeAll(file.fd(), parts)) return writeError(path, error);
    if (target.exists && fchmod(file.fd(), target.mode) != 0) return writeError(path, errno);
    if (isSynced && fsync(file.fd()) != 0) return writeError(path, errno);
    if (const int error = file.moveTo(target.path)) return writeError(path, error);
    if (!isSynced) return {};

    // Makes the new name last as well. A file system that cannot sync a folder has saved the content all the same.
    const Descriptor folder(open(folderOf(target.path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder) fsync(folder.get());
    return {};
}

Result<void> checkWritable(const fs::path& path) {
    BREAKEVEN_TRY(const Target target, writableTarget(path));
    if (!target.isRegular) return {};
    // The superuser is allowed to write anywhere, and yet finds places that take no file.
    const TemporaryFile probe(folderOf(target.path));
    if (probe.error() == 0) return {};
    return unwritable(path, "folder " + folderOf(target.path).string() + ": " + why(probe.error()));
}

Result<fs::path> resourcesFolder() {
    if (const char* named = std::getenv("BREAKEVEN_RESOURCES"); named != nullptr && *named != '\0') {
        if (holdsResources(named)) return fs::path(named);
        return Error{ErrorCode::Internal,
                     std::string("resources: BREAKEVEN_RESOURCES=") + named + " holds no folder experiments"};
    }
    const fs::path base = executableFolder();
    std::string tried;
    for (const char* relative : {"../share/breakeven", "../../../resources"}) {
        const fs::path folder = (base / relative).lexically_normal();
        if (holdsResources(folder)) return folder;
        tried += (tried.empty() ? "" : ", ") + folder.string();
    }
    return Error{ErrorCode::Internal,
                 "resources: not found in " + tried + " (BREAKEVEN_RESOURCES can name the folder)"};
}

}  // namespace breakeven
