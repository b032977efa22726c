/// The files of a class: those of a folder and all below it, or some by name, each read for itself.
#pragma once

#include "core/analysis/class_run.h"
#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace breakeven {

struct ClassFile {
    std::filesystem::path path;
    std::string learner;  ///< its name without suffix; where several have that, the name of its folder
    std::string name;     ///< with suffix; where several have its learner's, behind the folder's
};

struct ClassFiles {
    std::vector<ClassFile> files;  ///< by path
    std::vector<LeftOut> unread;   ///< folders that cannot be read
};

struct ClassRuns {
    std::vector<ClassRun> runs;
    std::vector<LeftOut> unread;
    std::vector<std::string> warnings;  ///< of the readers, one line each, with the file's name
};

/// Of folders: what ends in .jsonl, .csv or .json, at any depth, but for hidden files and folders and for tables of a
/// class; links to folders are not followed, so that none can lead round in a circle. Files are taken as they are
/// named, except for `output`. Errors: Unreadable for a path that is not there, or when there is no file at all.
Result<ClassFiles> classFilesIn(std::span<const std::string> paths, const std::filesystem::path& output = {});

/// A file that is not read is left out with its reason, which does not repeat its name. goesOn is told after each file
/// how many are done; reading ends when it says false.
ClassRuns readClass(const ClassFiles& files, const std::function<bool(std::size_t done)>& goesOn = {});

}  // namespace breakeven
