#include "core/io/self_test_file.h"

#include "core/base/numbers.h"
#include "core/io/programs.h"
#include "core/os/files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace breakeven {

namespace {

using Json = nlohmann::ordered_json;

constexpr int SchemaOfSelfTest = 1;

std::string percent(Ratio share) {
    std::array<char, 32> text;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), 100 * share, std::chars_format::general, 2).ptr;
    return std::string(text.data(), end) + "\u202f%";
}

}  // namespace

std::filesystem::path selfTestFile() {
    const std::filesystem::path trusted = trustFolder();
    return trusted.empty() ? trusted : trusted.parent_path() / "self-test.json";
}

std::string machineOf(const Environment& environment) {
    constexpr std::array<std::string_view, 4> Fixed{"cpu.model", "cpu.usable", "kernel", "program.hash"};
    std::string text;
    for (const std::string_view id : Fixed) {
        const auto fact = std::ranges::find(environment.facts, id, &Fact::id);
        const bool isKnown = fact != environment.facts.end() && fact->value;
        text += (text.empty() ? "" : "; ") + (isKnown ? *fact->value : "?");
    }
    return text;
}

std::string writeSelfTest(const DatedSelfTest& test) {
    const SelfTest& outcome = test.outcome;
    const Json json = {
        {"schema", SchemaOfSelfTest},         {"date", test.date},          {"machine", test.machine},
        {"comparisons", outcome.comparisons}, {"missing", outcome.missing}, {"different", outcome.different},
        {"beyond_gate", outcome.beyondGate},  {"allowed", outcome.allowed}, {"passes", outcome.passes()},
        {"resolution", outcome.resolution},   {"worst", outcome.worst}};
    return json.dump(2) + "\n";
}

Result<void> saveSelfTest(const std::filesystem::path& file, const DatedSelfTest& test) {
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    if (failed) return Error{ErrorCode::Unwritable, file.string() + ": " + failed.message()};
    return saveFile(file, writeSelfTest(test));
}

Result<DatedSelfTest> readSelfTest(const std::filesystem::path& file) {
    BREAKEVEN_TRY(const std::string text, readFile(file));
    try {
        const Json json = Json::parse(text);
        if (json.at("schema") != SchemaOfSelfTest)
            return Error{ErrorCode::InvalidInput, file.string() + ": schema: not one that this version reads (1)"};
        DatedSelfTest test;
        json.at("date").get_to(test.date);
        json.at("machine").get_to(test.machine);
        json.at("comparisons").get_to(test.outcome.comparisons);
        json.at("missing").get_to(test.outcome.missing);
        json.at("different").get_to(test.outcome.different);
        json.at("beyond_gate").get_to(test.outcome.beyondGate);
        json.at("allowed").get_to(test.outcome.allowed);
        json.at("resolution").get_to(test.outcome.resolution);
        json.at("worst").get_to(test.outcome.worst);
        return test;
    } catch (const Json::exception&) {
        return Error{ErrorCode::InvalidInput, file.string() + ": it is not the outcome of a self-test"};
    }
}

std::string selfTestText(const SelfTest& test) {
    const std::string missing =
        test.missing == 0 ? "" : " (" + std::to_string(test.missing) + " more could not be made)";
    return std::to_string(test.different) + " of " + std::to_string(test.comparisons) + " comparisons of equals" +
           missing + " came out different, up to " + std::to_string(test.allowed) + " are chance, " +
           std::to_string(test.beyondGate) + " by more than 1 %; only differences from " + percent(test.resolution) +
           " on can be seen";
}

Fact selfTestFact(const Environment& environment, const std::filesystem::path& file) {
    Fact fact{"self_test", "Self-test", std::string(SelfTestNotRun)};
    const auto test = readSelfTest(file);
    if (test && test->machine == machineOf(environment))
        fact.value = selfTestText(test->outcome) + " (" + test->date + ")";
    return fact;
}

}  // namespace breakeven
