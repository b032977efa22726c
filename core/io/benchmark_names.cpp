#include "core/io/benchmark_names.h"

#include "core/base/parse.h"
#include "core/experiment/ranges.h"
#include "core/experiment/wording.h"
#include "core/io/table_run.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

constexpr std::array<std::string_view, 6> SizeWords{"size", "n", "items", "length", "count", "elements"};
constexpr std::array<std::string_view, 6> WorkerWords{"workers", "threads", "jobs", "n_jobs", "processes", "procs"};
constexpr std::array<std::string_view, 3> SerialWords{"serial", "sequential", "seq"};
constexpr std::string_view Serial = "serial";

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

Result<ItemCount> countIn(const NamedValue& value, std::string_view field, ItemCount most, std::string_view range) {
    if (const auto count = parseCount(value.text, most)) return *count;
    return notAllowed(field, inQuotes(value.text), range);
}

ParamValue paramOf(const std::string& text) {
    const auto number = parseWhole<double>(text);
    if (number && std::isfinite(*number)) return *number;
    return text;
}

bool isAlphanumeric(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// True where a word may begin or end: at the ends, beside punctuation, and before a capital behind a small letter.
bool isWordBorder(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return true;
    const char before = text[at - 1];
    const char behind = text[at];
    const bool isHump =
        std::islower(static_cast<unsigned char>(before)) != 0 && std::isupper(static_cast<unsigned char>(behind)) != 0;
    return !isAlphanumeric(before) || !isAlphanumeric(behind) || isHump;
}

std::string_view withoutPunctuation(std::string_view text) {
    while (!text.empty() && !isAlphanumeric(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && !isAlphanumeric(text.back()))
        text.remove_suffix(1);
    return text;
}

/// A name around the word that says serial, less the punctuation beside it.
struct Base {
    std::string before;
    std::string behind;

    std::size_t length() const { return before.size() + behind.size(); }
    std::string workload() const {
        std::string text(withoutPunctuation(before));
        const std::string_view rest = withoutPunctuation(behind);
        if (!text.empty() && !rest.empty()) text += ' ';
        text += rest;
        return text.empty() ? std::string(UnknownWorkload) : text;
    }
};

std::optional<Base> baseIn(std::string_view family) {
    const std::string lower = lowered(family);
    for (const std::string_view word : SerialWords) {
        for (std::size_t at = lower.find(word); at != lower.npos; at = lower.find(word, at + 1)) {
            if (!isWordBorder(family, at) || !isWordBorder(family, at + word.size())) continue;
            std::string_view before = family.substr(0, at);
            std::string_view behind = family.substr(at + word.size());
            while (!before.empty() && !isAlphanumeric(before.back()))
                before.remove_suffix(1);
            while (!behind.empty() && !isAlphanumeric(behind.front()))
                behind.remove_prefix(1);
            return Base{std::string(before), std::string(behind)};
        }
    }
    return std::nullopt;
}

/// What the family has where the base says serial; absent when they differ elsewhere, too.
std::optional<std::string> wordInsteadOfSerial(std::string_view family, const Base& base) {
    if (family.size() < base.length() || !family.starts_with(base.before) || !family.ends_with(base.behind) ||
        !isWordBorder(family, base.before.size()) || !isWordBorder(family, family.size() - base.behind.size()))
        return std::nullopt;
    const std::string_view between = family.substr(base.before.size(), family.size() - base.length());
    std::string word = lowered(withoutPunctuation(between));
    std::ranges::replace(word, '_', '-');  // as our own backends are written, whose colours it then has
    return word.empty() ? std::string(family) : word;
}

/// Workload and backend.
using Role = std::pair<std::string, std::string>;

/// bases: those that have most in common first.
Role roleOf(const std::string& family, bool mayBeBase, const std::vector<Base>& bases) {
    if (const auto own = mayBeBase ? baseIn(family) : std::nullopt) return {own->workload(), std::string(Serial)};
    for (const Base& base : bases)
        if (auto word = wordInsteadOfSerial(family, base)) return {base.workload(), *std::move(word)};
    return {std::string(UnknownWorkload), family};
}

}  // namespace

Result<Trial> trialNamed(const std::string& family, const std::vector<NamedValue>& values) {
    Trial trial;
    trial.workload = UnknownWorkload;
    trial.backend = family;
    trial.workers = UnknownWorkers;
    std::optional<ItemCount> size;
    std::vector<const NamedValue*> alone;
    for (const NamedValue& value : values) {
        const std::string key = lowered(value.key);
        if (key.empty()) {
            alone.push_back(&value);
        } else if (std::ranges::count(SizeWords, key) > 0) {
            BREAKEVEN_TRY(size, countIn(value, value.key, LargestSize, "whole numbers from 1 to 1e12"));
        } else if (std::ranges::count(WorkerWords, key) > 0) {
            BREAKEVEN_TRY(const auto workers, countIn(value, value.key, MostWorkers, "whole numbers from 1 to 1024"));
            trial.workers = static_cast<WorkerCount>(workers);
        } else {
            trial.params[value.key] = paramOf(value.text);
        }
    }
    if (!size && !alone.empty()) {
        BREAKEVEN_TRY(size, countIn(*alone.back(), "size", LargestSize, "whole numbers from 1 to 1e12"));
        alone.pop_back();
    }
    for (std::size_t i = 0; i < alone.size(); ++i)
        trial.params["argument " + std::to_string(i + 1)] = paramOf(alone[i]->text);
    trial.size = size.value_or(1);
    return trial;
}

void findSerialBases(std::vector<Trial>& trials) {
    std::map<std::string, WorkerCount> families;  // with the most workers of each
    for (const Trial& trial : trials) {
        WorkerCount& most = families[trial.backend];
        most = std::max(most, trial.workers);
    }
    std::vector<Base> bases;
    for (const auto& [family, workers] : families)
        if (auto base = workers <= 1 ? baseIn(family) : std::nullopt) bases.push_back(*std::move(base));
    std::ranges::stable_sort(bases, std::ranges::greater(), &Base::length);

    std::map<std::string, Role> roles;  // by family
    std::set<Role> taken;
    for (const auto& [family, workers] : families) {
        Role role = roleOf(family, workers <= 1, bases);
        if (!taken.insert(role).second) role.second = family;  // two names that differ in their spelling alone
        roles[family] = std::move(role);
    }
    for (Trial& trial : trials) {
        std::tie(trial.workload, trial.backend) = roles[trial.backend];
        if (isLoop(trial)) trial.workers = 1;
    }
}

}  // namespace breakeven
