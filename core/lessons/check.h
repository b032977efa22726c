/// LessonCheck: what should be true after the switch, answered from the two runs with their intervals.
#pragma once

#include "core/lessons/quantity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// left < factor * right, left > factor * right, or left in range.
struct LessonComparison {
    enum class Kind { Below, Above, Within };
    std::string text;  ///< as it is written
    LessonQuantity left;
    Kind kind = Kind::Below;
    double factor = 1;                    ///< without right: the number itself
    std::optional<LessonQuantity> right;  ///< absent: compared with a number
    Interval<double> range;               ///< of Within
    bool operator==(const LessonComparison&) const = default;
};

/// All of them hold.
struct LessonCheck {
    std::vector<LessonComparison> comparisons;  ///< never empty
    /// What a machine has to show for a "no" to count, such as that the workers are faster than the loop at all: where
    /// one of them does not hold, a check that does not hold is not resolved.
    std::vector<LessonComparison> premises;
    bool operator==(const LessonCheck&) const = default;
};

/// "QUANTITY < [FACTOR *] QUANTITY-or-NUMBER", ">", or "QUANTITY in A..B"; several joined by "and". Errors:
/// InvalidInput.
Result<LessonCheck> parseCheck(std::string_view text);

enum class CheckOutcome { Holds, DoesNotHold, NotResolved };

struct CheckAnswer {
    struct Part {
        std::string text;  ///< the comparison as it is written
        CheckOutcome outcome = CheckOutcome::NotResolved;
        LessonValue left;
        std::optional<LessonValue> right;  ///< absent: compared with a number
        bool isPremise = false;
    };
    CheckOutcome outcome = CheckOutcome::NotResolved;
    std::vector<Part> parts;  ///< the comparisons, then the premises
    bool isMeasured() const;  ///< all that it compares was measured; else it was not answered, whatever its outcome
};

/// Two values are compared by the 95 % interval of their ratio, independent as two runs are (MOVER, see
/// core/analysis/log_estimate.h): Holds where it is on the right side of the factor as a whole, DoesNotHold where it is
/// on the other. A break-even that is nowhere or everywhere is compared by the range it leaves. Without an interval
/// nothing is resolved. One comparison that does not hold decides, where all premises hold; else one that is not
/// resolved.
/// Errors: those of evaluate.
Result<CheckAnswer> answer(const LessonCheck& check, const LessonRuns& runs);

/// Words of files: holds, does-not-hold, not-resolved.
std::string_view outcomeWord(CheckOutcome outcome);
std::optional<CheckOutcome> outcomeFromWord(std::string_view word);

/// The same for people.
const std::string& outcomeText(CheckOutcome outcome, const LessonWords& words);

}  // namespace breakeven
