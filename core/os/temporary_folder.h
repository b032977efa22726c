/// A new folder that only this user can enter, and that goes with all that is in it: at the end of its owner's life,
/// or, where that process was killed, when the next of its kind is made and nobody has taken it over.
#pragma once

#include "core/base/result.h"
#include "core/os/descriptor.h"

#include <filesystem>
#include <string>
#include <vector>

namespace breakeven {

class TemporaryFolder {
public:
    /// In `parent`, named `begin` and six more characters. Folders of such names that this user owns and that no living
    /// process holds are removed, so `begin` belongs to this program alone. The folder is locked (flock) as long as it
    /// lives: who waits for a lock of it waits for ever. Errors: Unwritable.
    static Result<TemporaryFolder> make(const std::filesystem::path& parent, const std::string& begin);

    /// In the folder for temporary files: TMPDIR, else /tmp. Errors: Unwritable "TMPDIR: …".
    static Result<TemporaryFolder> make(const std::string& begin);

    /// Those that make() would remove. They live as long as what is returned.
    static std::vector<TemporaryFolder> takeAbandoned(const std::filesystem::path& parent, const std::string& begin);

    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder();

    /// What is moved away from here stays.
    const std::filesystem::path& path() const { return m_path; }

private:
    TemporaryFolder(std::filesystem::path path, Descriptor lock);

    std::filesystem::path m_path;  ///< empty: moved from
    Descriptor m_lock;             ///< of the folder, for as long as this process lives
};

}  // namespace breakeven
