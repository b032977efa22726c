#include "core/experiment/codec.h"
#include "core/experiment/json_fields.h"

#include <array>
#include <string>
#include <utility>

namespace breakeven {

namespace {

constexpr std::array<std::pair<ParamKind, std::string_view>, 7> KindWords{{
    {ParamKind::Real, "real"},
    {ParamKind::Integer, "integer"},
    {ParamKind::Text, "text"},
    {ParamKind::File, "file"},
    {ParamKind::Folder, "folder"},
    {ParamKind::Command, "command"},
    {ParamKind::Code, "code"},
}};

OrderedJson jsonOf(const ParamInfo& info) {
    OrderedJson json{{"name", info.name}, {"title", info.title}, {"description", info.description}};
    if (!info.unit.empty()) json["unit"] = info.unit;
    for (const auto& [kind, word] : KindWords) {
        if (kind == info.kind) json["kind"] = word;
    }
    if (!isText(info.kind)) {
        json["minimum"] = numberJson(info.minimum);
        json["maximum"] = numberJson(info.maximum);
    }
    json["initial"] = paramJson(info.initial);
    if (!info.choices.empty()) json["choices"] = info.choices;
    return json;
}

OrderedJson jsonOf(const WorkloadInfo& info) {
    OrderedJson json{
        {"id", info.id}, {"title", info.title}, {"description", info.description}, {"teaches", info.teaches}};
    json["params"] = OrderedJson::array();
    for (const auto& param : info.params)
        json["params"].push_back(jsonOf(param));
    json["input_bytes_per_item"] = info.inputBytesPerItem;
    json["output_bytes_per_item"] = info.outputBytesPerItem;
    json["operations_per_item"] = numberJson(info.operationsPerItem);
    json["reduces"] = info.reduces;
    json["typical_size"] = info.typicalSize;
    json["family"] = info.family;
    json["runs_programs"] = info.runsPrograms;
    return json;
}

OrderedJson jsonOf(const BackendInfo& info) {
    return {{"id", info.id},
            {"title", info.title},
            {"family", info.family},
            {"description", info.description},
            {"uses_workers", info.usesWorkers},
            {"needs_shared_memory", info.needsSharedMemory},
            {"copies_items", info.copiesItems},
            {"calls", info.calls},
            {"missing", info.missing}};
}

OrderedJson jsonOf(const NamedInfo& info) {
    return {{"id", info.id}, {"title", info.title}, {"description", info.description}};
}

void takeInfo(Fields& fields, ParamInfo& info) {
    fields.need("name", info.name);
    fields.take("title", info.title);
    fields.take("description", info.description);
    fields.take("unit", info.unit);
    std::string word;
    fields.need("kind", word);
    bool known = false;
    for (const auto& [kind, text] : KindWords) {
        if (text != word) continue;
        info.kind = kind;
        known = true;
    }
    if (!known) fields.fail("kind", "not known");
    fields.take("minimum", info.minimum);
    fields.take("maximum", info.maximum);
    fields.need("initial", info.initial);
    fields.take("choices", info.choices);
}

template <class Info>
void takeList(Fields& fields, const char* key, std::vector<Info>& infos);

void takeInfo(Fields& fields, WorkloadInfo& info) {
    fields.need("id", info.id);
    fields.take("title", info.title);
    fields.take("description", info.description);
    fields.take("teaches", info.teaches);
    takeList(fields, "params", info.params);
    fields.take("input_bytes_per_item", info.inputBytesPerItem);
    fields.take("output_bytes_per_item", info.outputBytesPerItem);
    fields.take("operations_per_item", info.operationsPerItem);
    fields.take("reduces", info.reduces);
    fields.take("typical_size", info.typicalSize);
    fields.take("family", info.family);
    fields.take("runs_programs", info.runsPrograms);
}

void takeInfo(Fields& fields, BackendInfo& info) {
    fields.need("id", info.id);
    fields.take("title", info.title);
    fields.take("family", info.family);
    fields.take("description", info.description);
    fields.take("uses_workers", info.usesWorkers);
    fields.take("needs_shared_memory", info.needsSharedMemory);
    fields.take("copies_items", info.copiesItems);
    fields.take("calls", info.calls);
    fields.take("missing", info.missing);
}

void takeInfo(Fields& fields, NamedInfo& info) {
    fields.need("id", info.id);
    fields.take("title", info.title);
    fields.take("description", info.description);
}

template <class Info>
void takeList(Fields& fields, const char* key, std::vector<Info>& infos) {
    const Json* list = fields.list(key);
    if (!list) return;
    for (const auto& item : *list) {
        Fields itemFields(item, key);
        takeInfo(itemFields, infos.emplace_back());
        if (const auto result = itemFields.result(); !result) fields.fail(key, result.error().detail);
    }
}

template <class Info>
void putList(OrderedJson& json, const char* key, const std::vector<Info>& infos) {
    json[key] = OrderedJson::array();
    for (const auto& info : infos)
        json[key].push_back(jsonOf(info));
}

}  // namespace

Result<Catalog> parseCatalog(std::string_view text) {
    BREAKEVEN_TRY(const auto json, parseJson(text, "catalogue"));
    Catalog catalog;
    Fields fields(json, "catalogue");
    takeList(fields, "workloads", catalog.workloads);
    takeList(fields, "backends", catalog.backends);
    takeList(fields, "calls", catalog.calls);
    takeList(fields, "pools", catalog.pools);
    takeList(fields, "experiments", catalog.experiments);
    takeList(fields, "plots", catalog.plots);
    takeList(fields, "formats", catalog.formats);
    BREAKEVEN_CHECK(fields.result());
    return catalog;
}

std::string writeCatalog(const Catalog& catalog) {
    OrderedJson json;
    json["schema"] = SchemaVersion;
    putList(json, "workloads", catalog.workloads);
    putList(json, "backends", catalog.backends);
    putList(json, "calls", catalog.calls);
    putList(json, "pools", catalog.pools);
    putList(json, "experiments", catalog.experiments);
    putList(json, "plots", catalog.plots);
    putList(json, "formats", catalog.formats);
    return indented(json);
}

Result<BlockRequest> parseRequest(std::string_view line) {
    BREAKEVEN_TRY(const auto json, parseJson(line, "request"));
    BlockRequest request;
    Fields fields(json, "request");
    fields.need("block", request.block);
    fields.take("launch", request.launch);
    fields.need("rounds", request.rounds);
    if (request.rounds < 1) fields.fail("rounds", "below 1");
    fields.take("first_round", request.firstRound);
    fields.take("seed", request.seed);
    fields.take("profiles", request.profiles);
    fields.take("spans_file", request.spansFile);
    fields.take("reference_threads", request.referenceThreads);
    if (const Json* trials = fields.list("trials")) {
        for (const auto& item : *trials) {
            auto& trial = request.trials.emplace_back();
            Fields trialFields(item, "trial");
            trialFields.need("trial", trial.id);
            takeTrial(trialFields, trial);
            if (trial.workers < 1) trialFields.fail("workers", "below 1");
            if (const auto result = trialFields.result(); !result) fields.fail("trials", result.error().detail);
        }
    }
    BREAKEVEN_CHECK(fields.result());
    return request;
}

std::string writeRequest(const BlockRequest& request) {
    OrderedJson json{{"block", request.block},
                     {"launch", request.launch},
                     {"rounds", request.rounds},
                     {"first_round", request.firstRound},
                     {"seed", request.seed}};
    if (request.profiles > 0) json["profiles"] = request.profiles;
    if (!request.spansFile.empty()) json["spans_file"] = request.spansFile;
    if (request.referenceThreads > 0) json["reference_threads"] = request.referenceThreads;
    json["trials"] = OrderedJson::array();
    for (const auto& trial : request.trials) {
        OrderedJson item{{"trial", trial.id}};
        putTrial(item, trial);
        json["trials"].push_back(std::move(item));
    }
    return lineOf(json);
}

}  // namespace breakeven
