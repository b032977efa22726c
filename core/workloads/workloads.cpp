#include "core/os/memory.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

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

std::span<const WorkloadEntry> peerWorkloads() {
    static const std::array table = {pythonFunctionWorkload()};
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
    if (info.kind == ParamKind::Text) {
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

}  // namespace

Result<ByteCount> listBytes(const WorkloadInfo& info, ItemCount size) {
    const auto input = checkedProduct(info.inputBytesPerItem, size);
    const auto output = checkedProduct(info.outputBytesPerItem, size);
    // The alignment adds less than a line to each part.
    const auto both = input && output ? checkedSum(*input, *output) : std::nullopt;
    if (!both || !checkedSum(*both, 2 * SlotAlignment))
        return Error{ErrorCode::Refused, info.id + ": a list of " + std::to_string(size) +
                                             " items is larger than any memory (choose a smaller size)"};
    return alignedBytes(*input) + alignedBytes(*output);
}

Result<std::unique_ptr<Workload>> bindList(const ListRecipe& recipe, std::span<std::byte> memory) {
    const auto* entry = findWorkload(recipe.workload);
    if (entry == nullptr)
        return Error{ErrorCode::InvalidInput, "workload: '" + recipe.workload + "' is not known to this version"};
    BREAKEVEN_TRY(const auto needed, listBytes(entry->info, recipe.size));
    if (memory.size() < needed)
        return Error{ErrorCode::Internal, recipe.workload + ": the list needs " + std::to_string(needed) +
                                              " bytes, but has " + std::to_string(memory.size())};
    ListRecipe complete = recipe;
    BREAKEVEN_TRY(complete.params, completeParams(entry->info, recipe.params));
    return entry->bind(complete, memory);
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
