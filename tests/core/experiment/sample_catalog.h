/// A small catalogue for tests of plans.
#pragma once

#include "core/base/catalog.h"

namespace breakeven {

inline Catalog sampleCatalog() {
    Catalog catalog;
    WorkloadInfo square;
    square.id = "square";
    WorkloadInfo sleep;
    sleep.id = "sleep-square";
    sleep.params = {{"seconds", "Waiting time", "", "s", ParamKind::Real, 0, 3600, 2.0},
                    {"times", "Times", "", "", ParamKind::Integer, 1, 10, 1.0},
                    {"folder", "Folder", "", "", ParamKind::Text, 0, 0, std::string("here")}};
    WorkloadInfo rows;
    rows.id = "rows-in-range";
    rows.params = {{"minimum", "Least", "", "", ParamKind::Integer, 0, 9, 4.0},
                   {"maximum", "Most", "", "", ParamKind::Integer, 0, 9, 8.0}};
    catalog.workloads = {square, sleep, rows};
    catalog.backends = {{"serial", "Serial", "serial", "", false, false},
                        {"tbb", "TBB", "tbb", "", true, false},
                        {"threads", "Threads", "threads", "", true, false},
                        {"processes", "Processes", "processes", "", true, true}};
    catalog.calls = {{"map", "map", ""}};
    catalog.pools = {{"cold", "Cold", ""}, {"warm", "Warm", ""}};
    return catalog;
}

}  // namespace breakeven
