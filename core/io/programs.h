/// Programs: what a plan would execute that somebody has written, and which of it this user has said yes to.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/plan.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace breakeven {

/// How the line begins that refuses a program without a yes: the window asks when it reads this.
inline constexpr std::string_view TrustRefusal = "trust: ";

struct ProgramText {
    std::string param;  ///< name
    std::string title;  ///< of the parameter
    std::string value;
    bool isFree = false;  ///< neither the initial text nor a word of a choice: somebody has made it up
    bool operator==(const ProgramText&) const = default;
};

struct ProgramFile {
    std::string name;
    std::shared_ptr<const std::string> content;  ///< never null; programs of one plan share it
    bool operator==(const ProgramFile& other) const { return name == other.name && *content == *other.content; }
};

/// What a workload would execute with one set of parameters: all that its texts say and the files that they name.
struct Program {
    /// A parameter and what of its text names the files: a path, or a word of a command as it stands there.
    using Naming = std::pair<std::string, std::string>;

    std::string workload;  ///< id
    std::string title;     ///< of the workload
    std::vector<ProgramText> texts;
    std::map<Naming, std::vector<ProgramFile>> files;

    std::string call() const;  ///< the texts, in one line
    std::string text() const;  ///< all of it, and the same for equal programs alone: what a yes is for
};

using Programs = std::vector<Program>;

/// Those of the workloads that run programs, each set of parameters once. Each file is read once, each folder listed
/// once. A folder that cannot be read has no files: its trials fail.
/// Errors: Unreadable for a file that cannot be read, so that nothing unseen runs.
Result<Programs> programsOf(const Plan& plan, const Catalog& catalog);

/// Before anything runs: errors are Unreadable for a file that a workload would execute, or a program that a command
/// begins with, which is not there; InvalidInput where no file is named.
Result<void> checkProgramsAreThere(const Plan& plan, const Catalog& catalog);

/// For people: the texts of all, then each file once, as they can be seen (asSeen). Long files are cut, which is said,
/// and content that is no text is only named.
std::string shown(const Programs& programs);

/// What this user has said yes to: XDG_STATE_HOME, else ~/.local/state, and there breakeven/trusted. Empty when there
/// is no home.
std::filesystem::path trustFolder();

/// True when this user has said yes to exactly this.
bool isTrusted(const Program& program);

/// Errors: Unwritable.
Result<void> trust(const Program& program);

}  // namespace breakeven
