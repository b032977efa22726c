#include "core/os/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

namespace breakeven {

Result<TemporaryFolder> TemporaryFolder::make(const std::filesystem::path& parent, const std::string& begin) {
    std::string path = (parent / (begin + "XXXXXX")).string();
    if (mkdtemp(path.data()) == nullptr)
        return Error{ErrorCode::Unwritable, parent.string() + ": " + std::strerror(errno)};
    return TemporaryFolder(path);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}

TemporaryFolder::~TemporaryFolder() {
    std::error_code none;
    if (!m_path.empty()) std::filesystem::remove_all(m_path, none);
}

}  // namespace breakeven
