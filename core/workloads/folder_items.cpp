#include "core/workloads/folder_items.h"

#include <utility>

namespace breakeven {

ParamInfo folderParam(std::string description) {
    return {.name = "folder",
            .title = "Folder",
            .description = std::move(description),
            .unit = "",
            .kind = ParamKind::Folder,
            .minimum = 0,
            .maximum = 0,
            .initial = ""};
}

}  // namespace breakeven
