#include "core/engine/work_error.h"
#include "core/os/memory.h"
#include "core/workloads/plugin_list.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <exception>
#include <utility>

namespace breakeven {

#define BREAKEVEN_WORKLOAD(name) WorkloadEntry name##Workload();
#include "core/workloads/workloads.def"
#undef BREAKEVEN_WORKLOAD

std::span<const WorkloadEntry> workloads() {
    static const std::array table = {
#define BREAKEVEN_WORKLOAD(name) name##Workload(),
#include "core/workloads/workloads.def"
#undef BREAKEVEN_WORKLOAD
    };
    return table;
}

WorkloadEntry pythonFunctionWorkload();
WorkloadEntry commandWorkload();

std::span<const WorkloadEntry> peerWorkloads() {
    static const std::array table = {pythonFunctionWorkload(), commandWorkload()};
    return table;
}

const WorkloadEntry* findWorkload(std::string_view id) {
    for (const auto all : {workloads(), peerWorkloads()}) {
        const auto found = std::ranges::find(all, id, [](const WorkloadEntry& entry) { return entry.info.id; });
        if (found != all.end()) return &*found;
    }
    return nullptr;
}

namespace {

std::string numberText(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

Result<void> checkParam(const std::string& workload, const ParamInfo& info, const ParamValue& value) {
    const std::string name = workload + ": " + info.name + ": ";
    if (isText(info.kind)) {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr) return Error{ErrorCode::InvalidInput, name + "a number is not allowed (a text)"};
        if (info.choices.empty() || std::ranges::find(info.choices, *text) != info.choices.end()) return {};
        std::string known;
        for (const auto& choice : info.choices)
            known += (known.empty() ? "" : ", ") + choice;
        return Error{ErrorCode::InvalidInput, name + "'" + *text + "' is not allowed (" + known + ")"};
    }
    const std::string allowed = std::string(" is not allowed (") +
                                (info.kind == ParamKind::Integer ? "a whole number" : "a number") + " from " +
                                numberText(info.minimum) + " to " + numberText(info.maximum) + ")";
    if (const auto* text = std::get_if<std::string>(&value))
        return Error{ErrorCode::InvalidInput, name + "'" + *text + "'" + allowed};
    const double number = std::get<double>(value);
    const bool inside = number >= info.minimum && number <= info.maximum;
    const bool whole = info.kind != ParamKind::Integer || std::trunc(number) == number;
    if (!inside || !whole) return Error{ErrorCode::InvalidInput, name + numberText(number) + allowed};
    return {};
}

/// Every parameter of the workload, in range; nothing else.
Result<Params> completeParams(const WorkloadInfo& info, const Params& given) {
    Params complete;
    for (const auto& param : info.params) {
        const auto found = given.find(param.name);
        const ParamValue& value = found == given.end() ? param.initial : found->second;
        BREAKEVEN_CHECK(checkParam(info.id, param, value));
        complete[param.name] = value;
    }
    for (const auto& [name, value] : given)
        if (!complete.contains(name))
            return Error{ErrorCode::InvalidInput, info.id + ": there is no parameter '" + name + "'"};
    return complete;
}

/// The alignment adds less than a line to each part.
Result<ByteCount> slotsOf(const std::string& workload, const SlotBytes& item, ItemCount size) {
    const auto input = checkedProduct(item.input, size);
    const auto output = checkedProduct(item.output, size);
    const auto both = input && output ? checkedSum(*input, *output) : std::nullopt;
    if (!both || !checkedSum(*both, 2 * SlotAlignment))
        return Error{ErrorCode::Refused, workload + ": a list of " + std::to_string(size) +
                                             " items is larger than any memory (choose a smaller size)"};
    return alignedBytes(*input) + alignedBytes(*output);
}

struct CompleteRecipe {
    const WorkloadEntry& entry;
    ListRecipe list;
    std::string library;
    ByteCount bytes;
};

/// Empty: there is none. The parameters are complete.
Result<std::string> fileOfLibrary(const WorkloadEntry& entry, const ListRecipe& list) {
    if (entry.library == nullptr) return std::string();
    try {
        auto file = entry.library(list);
        if (!file) return Error{file.error().code, entry.info.id + ": " + file.error().detail};
        return file;
    } catch (...) {
        return workError(std::current_exception());
    }
}

Result<SlotBytes> slotsOfLibrary(const WorkloadEntry& entry, const std::string& file) {
    const auto library = loadPlugin(file);
    if (!library) return Error{library.error().code, entry.info.id + ": " + library.error().detail};
    return SlotBytes{(*library)->input_bytes, (*library)->output_bytes};
}

Result<CompleteRecipe> complete(const ListRecipe& recipe) {
    const auto* entry = findWorkload(recipe.workload);
    if (entry == nullptr)
        return Error{ErrorCode::InvalidInput, "workload: '" + recipe.workload + "' is not known to this version"};
    ListRecipe list = recipe;
    BREAKEVEN_TRY(list.params, completeParams(entry->info, recipe.params));
    SlotBytes item{entry->info.inputBytesPerItem, entry->info.outputBytesPerItem};
    BREAKEVEN_TRY(auto library, fileOfLibrary(*entry, list));
    if (!library.empty()) {
        BREAKEVEN_TRY(item, slotsOfLibrary(*entry, library));
    }
    BREAKEVEN_TRY(const auto bytes, slotsOf(recipe.workload, item, recipe.size));
    return CompleteRecipe{*entry, std::move(list), std::move(library), bytes};
}

}  // namespace

Result<ByteCount> listBytes(const WorkloadInfo& info, ItemCount size) {
    return slotsOf(info.id, {info.inputBytesPerItem, info.outputBytesPerItem}, size);
}

Result<ByteCount> listBytes(const ListRecipe& recipe) {
    BREAKEVEN_TRY(const auto known, complete(recipe));
    return known.bytes;
}

Result<std::string> libraryOf(const ListRecipe& recipe) {
    BREAKEVEN_TRY(auto known, complete(recipe));
    return std::move(known.library);
}

Result<std::unique_ptr<Workload>> bindList(const ListRecipe& recipe, std::span<std::byte> memory) {
    BREAKEVEN_TRY(const auto known, complete(recipe));
    if (memory.size() < known.bytes)
        return Error{ErrorCode::Internal, recipe.workload + ": the list needs " + std::to_string(known.bytes) +
                                              " bytes, but has " + std::to_string(memory.size())};
    try {
        return known.entry.bind(known.list, memory);
    } catch (...) {
        return workError(std::current_exception());
    }
}

std::string writeRecipe(const ListRecipe& recipe) {
    auto params = nlohmann::json::object();
    for (const auto& [name, value] : recipe.params)
        std::visit([&, &key = name](const auto& plain) { params[key] = plain; }, value);
    const nlohmann::json json = {{"workload", recipe.workload}, {"params", params}, {"size", recipe.size}};
    return json.dump();
}

Result<std::unique_ptr<Kernel>> kernelFromRecipe(const std::string& recipe, std::span<std::byte> memory) {
    ListRecipe list;
    list.isBoundElsewhere = true;
    try {
        const auto json = nlohmann::json::parse(recipe);
        list.workload = json.at("workload").get<std::string>();
        list.size = json.at("size").get<ItemCount>();
        for (const auto& [name, value] : json.at("params").items()) {
            if (value.is_string())
                list.params[name] = value.get<std::string>();
            else
                list.params[name] = value.get<double>();
        }
    } catch (const nlohmann::json::exception& problem) {
        return Error{ErrorCode::InvalidInput, std::string("recipe: ") + problem.what()};
    }
    BREAKEVEN_TRY(auto workload, bindList(list, memory));
    return std::unique_ptr<Kernel>(std::move(workload));
}

bool sameDigest(const Digest& serial, const Digest& parallel, double tolerance) {
    if (serial.hash != parallel.hash) return false;
    if (serial.sum == parallel.sum) return true;
    const double larger = std::max(std::abs(serial.sum), std::abs(parallel.sum));
    return std::abs(serial.sum - parallel.sum) <= tolerance * larger;  // false for NaN
}

}  // namespace breakeven
