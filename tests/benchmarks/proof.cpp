#include "tests/benchmarks/proof.h"

#include "core/stats/ratio.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string_view>
#include <utility>

namespace breakeven::benchmarks {

namespace {

bool holds(const std::optional<Band>& band, const Interval<double>& values) {
    return band && values.low >= band->low && values.high <= band->high;
}

std::string_view bandOf(const Claim& claim, const std::optional<Interval<double>>& values) {
    if (!claim.must && !claim.aim) return "";
    if (values && holds(claim.aim, *values)) return "aim";
    if (values && holds(claim.must, *values)) return "must";
    return "neither";
}

std::string bandText(const Band& band) {
    std::ostringstream text;
    text << std::setprecision(4);
    if (std::isinf(band.low)) {
        text << "<= " << band.high;
    } else if (std::isinf(band.high)) {
        text << ">= " << band.low;
    } else {
        text << band.low << ".." << band.high;
    }
    return text.str();
}

void printTable(const std::vector<Claim>& claims) {
    for (const auto& claim : claims) {
        std::cout << std::left << std::setw(46) << claim.name << std::right << std::setprecision(4) << std::setw(11)
                  << claim.value << ' ' << claim.unit;
        if (claim.interval) std::cout << " [" << claim.interval->low << ", " << claim.interval->high << "]";
        std::cout << "   of " << claim.count;
        if (claim.must) std::cout << "   must " << bandText(*claim.must);
        if (claim.aim) std::cout << "   aim " << bandText(*claim.aim);
        if (claim.must || claim.aim) {
            std::cout << "   meets " << bandOfValue(claim);
            if (claim.interval) std::cout << ", proven " << bandOfInterval(claim);
        }
        std::cout << '\n';
    }
}

/// JSON has no infinity: an open end is null.
nlohmann::json jsonOf(const Interval<double>& interval) {
    const auto end = [](double value) { return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(); };
    return nlohmann::json::array({end(interval.low), end(interval.high)});
}

nlohmann::json jsonOf(const Claim& claim) {
    nlohmann::json row = {{"name", claim.name}, {"unit", claim.unit}, {"value", claim.value}, {"count", claim.count}};
    if (claim.interval) row["interval"] = jsonOf(*claim.interval);
    if (claim.must) row["must"] = jsonOf(*claim.must);
    if (claim.aim) row["aim"] = jsonOf(*claim.aim);
    if (claim.must || claim.aim) {
        row["meets"] = bandOfValue(claim);
        if (claim.interval) row["proven"] = bandOfInterval(claim);
    }
    return row;
}

Result<void> writeJson(const std::string& title, const std::vector<Claim>& claims, const std::string& path) {
    auto rows = nlohmann::json::array();
    for (const auto& claim : claims)
        rows.push_back(jsonOf(claim));
    std::ofstream file(path);
    file << nlohmann::json{{"schema", 1}, {"proof", title}, {"claims", rows}}.dump(2) << '\n';
    file.close();
    if (!file) return Error{ErrorCode::Unwritable, path + ": could not be written"};
    return {};
}

template <class Number>
bool readNumber(std::string_view text, Number& number) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size();
}

}  // namespace

Result<ProofOptions> parseProofOptions(int argc, char** argv) {
    ProofOptions options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        const std::string_view value = i + 1 < argc ? argv[i + 1] : "";
        if (option == "--quick") {
            options.quick = true;
        } else if (option == "--json" && !value.empty()) {
            options.json = value;
            ++i;
        } else if (option == "--repeats" && readNumber(value, options.repeats) && options.repeats >= 1) {
            ++i;
        } else if (option == "--seed" && readNumber(value, options.seed)) {
            ++i;
        } else {
            return Error{ErrorCode::InvalidInput, "option '" + std::string(option) +
                                                      "' is not allowed here (--repeats N from 1, --seed N, --quick, "
                                                      "--json FILE)"};
        }
    }
    return options;
}

std::string_view bandOfValue(const Claim& claim) {
    return bandOf(claim, Interval<double>{claim.value, claim.value});
}

std::string_view bandOfInterval(const Claim& claim) {
    return bandOf(claim, claim.interval);
}

Result<Claim> medianClaim(std::string name, std::string unit, std::span<const double> values, double confidence) {
    std::vector<TimePair> pairs;
    for (const double value : values)
        pairs.push_back({.base = Seconds(value), .other = Seconds(1)});
    BREAKEVEN_TRY(const RatioEstimate estimate, pairedRatio(pairs, confidence));
    return Claim{.name = std::move(name),
                 .unit = std::move(unit),
                 .value = estimate.value,
                 .interval = estimate.interval,
                 .count = estimate.pairs};
}

Claim shareClaim(std::string name, std::size_t successes, std::size_t count) {
    constexpr double Z = 1.959964;  // of the normal distribution, 95 % two-sided
    const auto n = static_cast<double>(count);
    const double share = static_cast<double>(successes) / n;
    const double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    const double half = Z / (1 + Z * Z / n) * std::sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    return {.name = std::move(name),
            .unit = "share",
            .value = share,
            .interval = Interval<double>{std::max(0.0, middle - half), std::min(1.0, middle + half)},
            .count = count};
}

int runProof(const std::string& title, int argc, char** argv,
             const std::function<Result<std::vector<Claim>>(const ProofOptions&)>& run) {
    const auto options = parseProofOptions(argc, argv);
    const auto claims = options ? run(*options) : Result<std::vector<Claim>>(options.error());
    if (!claims) {
        std::cerr << title << ": " << claims.error().detail << '\n';
        return options ? 1 : 2;
    }
    printTable(*claims);
    if (options->json.empty()) return 0;
    const auto written = writeJson(title, *claims, options->json);
    if (!written) std::cerr << title << ": " << written.error().detail << '\n';
    return written ? 0 : 1;
}

}  // namespace breakeven::benchmarks
