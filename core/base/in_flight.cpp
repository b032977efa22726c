#include "core/base/in_flight.h"

#include "core/base/parse.h"

#include <cmath>
#include <optional>
#include <string>

namespace breakeven {

namespace {

constexpr std::size_t LongestText = 30;
constexpr double LargestNumber = 1e6;
constexpr std::uint64_t LargestCount = 1'000'000'000'000;

/// A recursive descent over Python's grammar of arithmetic. Every function returns nothing once something is wrong; the
/// first reason stands.
class Arithmetic {
public:
    Arithmetic(std::string_view text, WorkerCount workers) : m_left(text), m_workers(workers) {}

    std::optional<double> value() {
        const auto result = sum();
        skipBlanks();
        if (result && !m_left.empty()) return wrong("numbers, n_jobs, + - * / // % ** and parentheses");
        return result;
    }
    const std::string& reason() const { return m_reason; }

private:
    std::optional<double> sum() {
        auto left = product();
        while (left) {
            if (takes("+"))
                left = combined(left, product(), [](double a, double b) { return a + b; });
            else if (takes("-"))
                left = combined(left, product(), [](double a, double b) { return a - b; });
            else
                break;
        }
        return left;
    }

    std::optional<double> product() {
        auto left = negation();
        while (left) {
            if (takes("//"))
                left = divided(left, negation(), [](double a, double b) { return std::floor(a / b); });
            else if (takes("/"))
                left = divided(left, negation(), [](double a, double b) { return a / b; });
            else if (takes("%"))  // the sign of the divisor, as in Python
                left = divided(left, negation(), [](double a, double b) { return a - b * std::floor(a / b); });
            else if (!isAt("**") && takes("*"))
                left = combined(left, negation(), [](double a, double b) { return a * b; });
            else
                break;
        }
        return left;
    }

    std::optional<double> negation() {
        if (!takes("-")) return power();
        const auto operand = negation();
        return operand ? limited(-*operand) : std::nullopt;
    }

    /// Binds tighter than a minus on its left and looser than one on its right: -2**-1 is -0.5.
    std::optional<double> power() {
        const auto base = atom();
        if (!base || !takes("**")) return base;
        const auto exponent = negation();
        if (base == 0 && exponent < 0) return wrong("no division by zero");
        return combined(base, exponent, [](double a, double b) { return std::pow(a, b); });
    }

    std::optional<double> atom() {
        if (takes("(")) {
            const auto inner = sum();
            if (inner && !takes(")")) return wrong("every parenthesis closed");
            return inner;
        }
        if (takes("n_jobs")) return limited(m_workers);
        const auto length = m_left.find_first_not_of("0123456789.");
        const auto number = parseWhole<double>(m_left.substr(0, length));
        if (!number) return wrong("numbers, n_jobs, + - * / // % ** and parentheses");
        m_left.remove_prefix(std::min(length, m_left.size()));
        return limited(*number);
    }

    template <class Operation>
    std::optional<double> combined(std::optional<double> left, std::optional<double> right, Operation operation) {
        return left && right ? limited(operation(*left, *right)) : std::nullopt;
    }

    template <class Operation>
    std::optional<double> divided(std::optional<double> left, std::optional<double> right, Operation operation) {
        return right == 0 ? wrong("no division by zero") : combined(left, right, operation);
    }

    std::optional<double> limited(double number) {
        // Also refuses what is no real number, such as the root of a negative one.
        if (std::abs(number) <= LargestNumber) return number;
        return wrong("no intermediate result beyond 1e6");
    }

    std::optional<double> wrong(const char* allowed) {
        if (m_reason.empty()) m_reason = allowed;
        return std::nullopt;
    }

    void skipBlanks() { m_left.remove_prefix(std::min(m_left.find_first_not_of(' '), m_left.size())); }

    bool isAt(std::string_view sign) {
        skipBlanks();
        return m_left.starts_with(sign);
    }

    bool takes(std::string_view sign) {
        if (!isAt(sign)) return false;
        m_left.remove_prefix(sign.size());
        return true;
    }

    std::string_view m_left;
    WorkerCount m_workers;
    std::string m_reason;
};

Error notAllowed(std::string_view text, std::string_view allowed) {
    return {ErrorCode::InvalidInput,
            "in_flight: '" + std::string(text) + "' is not allowed (" + std::string(allowed) + ")"};
}

}  // namespace

Result<std::uint64_t> parseInFlight(std::string_view text, WorkerCount workers) {
    if (text == "all") return NoLimit;
    if (const auto count = parseCount(text, LargestCount)) return *count;
    if (text.empty() || text.size() > LongestText)
        return notAllowed(text, "all, a count from 1 to 1e12, or up to 30 characters such as 2*n_jobs");
    Arithmetic arithmetic(text, workers);
    const auto value = arithmetic.value();
    if (!value) return notAllowed(text, arithmetic.reason());
    if (*value < 1) {
        const std::string with = std::to_string(workers) + (workers == 1 ? " worker" : " workers");
        return notAllowed(text, "results from 1; this is less with " + with);
    }
    return static_cast<std::uint64_t>(*value);
}

}  // namespace breakeven
