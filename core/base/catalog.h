/// Plain descriptions of what can be chosen. The registries (workloads, backends, plots, formats) fill them; the
/// command line prints them, the window builds its controls from them. Without pointers: a Catalog travels as JSON.
#pragma once

#include "core/base/units.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace breakeven {

/// A parameter's value as it stands in a spec: a number or a text.
using ParamValue = std::variant<double, std::string>;
using Params = std::map<std::string, ParamValue>;

enum class ParamKind {
    Real,
    Integer,
    Text,
    File,     ///< a text: the path of a file
    Folder,   ///< a text: the path of a folder; may be empty
    Command,  ///< a text: a program and its arguments, in one line
    Code      ///< a text of several lines: a program's source
};

constexpr bool isText(ParamKind kind) {
    return kind != ParamKind::Real && kind != ParamKind::Integer;
}

/// One typed parameter of a workload.
struct ParamInfo {
    std::string name;         ///< as in specs and `--param NAME=VALUE`
    std::string title;        ///< sentence case, for the window
    std::string description;  ///< one sentence
    std::string unit;         ///< "s", "items", … or empty
    ParamKind kind = ParamKind::Real;
    double minimum = 0;                     ///< smallest allowed number; ignored for texts
    double maximum = 0;                     ///< largest allowed number; ignored for texts
    ParamValue initial;                     ///< used when a spec is silent
    std::vector<std::string> choices = {};  ///< for texts: the allowed words; empty: any text
};

struct WorkloadInfo {
    std::string id;
    std::string title;
    std::string description;  ///< a paragraph in plain words: what it computes
    std::string teaches;      ///< one sentence: what its curve shows
    std::vector<ParamInfo> params;
    ByteCount inputBytesPerItem = 0;
    ByteCount outputBytesPerItem = 0;
    double operationsPerItem = 0;  ///< arithmetic operations; 0 when it makes no sense
    bool reduces = false;          ///< has the call reduce
    ItemCount typicalSize = 0;     ///< a size that shows the effect, for the window's first choice
    std::string family = {};       ///< of the only backends that can run it; empty: all can
    bool runsPrograms = false;     ///< what its texts say or name is executed: it needs trust when a file brings it
};

struct BackendInfo {
    std::string id;
    std::string title;
    std::string family;  ///< colour group: serial, tbb, openmp, threads, async, stdpar, processes, mpi, auto, python
    std::string description;
    bool usesWorkers = true;         ///< false: always one worker (serial)
    bool needsSharedMemory = false;  ///< workers live in other processes and map the list
    bool copiesItems = false;        ///< workers live in other processes and get their items serialised

    std::vector<std::string> calls = {};  ///< those that it carries out; empty: all
    std::string missing = {};  ///< why this machine cannot run it, in one line; empty: it can, or nobody has looked

    bool isLocal() const { return !needsSharedMemory && !copiesItems; }  ///< workers live in the asking process
};

/// Anything else that is only named: experiments, plots, formats, calls, pools.
struct NamedInfo {
    std::string id;
    std::string title;
    std::string description;
};

struct Catalog {
    std::vector<WorkloadInfo> workloads;
    std::vector<BackendInfo> backends;
    std::vector<NamedInfo> calls;
    std::vector<NamedInfo> pools;
    std::vector<NamedInfo> experiments;
    std::vector<NamedInfo> plots;
    std::vector<NamedInfo> formats;
};

}  // namespace breakeven
