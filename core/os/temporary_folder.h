/// A new folder that only this user can enter, and that goes with all that is in it.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace breakeven {

class TemporaryFolder {
public:
    /// In `parent`, named `begin` and six more characters. Errors: Unwritable.
    static Result<TemporaryFolder> make(const std::filesystem::path& parent, const std::string& begin);

    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder();

    /// What is moved away from here stays.
    const std::filesystem::path& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::filesystem::path path) : m_path(std::move(path)) {}

    std::filesystem::path m_path;  ///< empty: moved from
};

}  // namespace breakeven
