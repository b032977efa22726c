/// LessonQuantity: a number that a lesson reads off its two runs, such as "break-even(after, backend=tbb)".
#pragma once

#include "core/base/result.h"
#include "core/experiment/results.h"
#include "core/lessons/trial_filter.h"
#include "core/lessons/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// The experiment as it is shipped, and with the lesson's switch on.
enum class LessonRun { Before, After };

/// What is known so far; nullptr: not measured yet.
struct LessonRuns {
    const Results* before = nullptr;
    const Results* after = nullptr;
    const Results* of(LessonRun run) const { return run == LessonRun::Before ? before : after; }
};

enum class LessonUnit { Time, Size, Factor, Rate, Memory };  ///< seconds, items, dimensionless, items per second, bytes

struct LessonQuantity {
    enum class Kind {
        Median,       ///< time of the list
        TimePerItem,  ///< that over its items
        Throughput,   ///< items per second
        Speedup,      ///< vs serial
        Efficiency,   ///< speed-up per worker
        BreakEven,
        FirstResult,  ///< time until the first item's result
        Startup,      ///< making the pool, of cold pools
        CpuTime,      ///< of all workers
        PeakMemory
    };
    Kind kind = Kind::Median;
    LessonRun run = LessonRun::Before;
    std::vector<TrialFilter> filters;
    bool operator==(const LessonQuantity&) const = default;
};

/// NAME(before|after, FILTERS). Errors: InvalidInput naming the part, its value and what is allowed.
Result<LessonQuantity> parseQuantity(std::string_view text);

/// As parseQuantity reads it.
std::string quantityText(const LessonQuantity& quantity);

LessonUnit unitOf(const LessonQuantity& quantity);

struct LessonValue {
    enum class Kind {
        Known,
        Always,       ///< a break-even below the smallest size measured, which is the interval's high end
        Nowhere,      ///< a break-even above the largest size measured, which is the interval's low end
        NotResolved,  ///< a break-even that the run leaves open
        NotMeasured   ///< the run is not there, or the trial was not reached or failed
    };
    Kind kind = Kind::NotMeasured;
    LessonUnit unit = LessonUnit::Time;
    double value = 0;  ///< in seconds, items, bytes, …; 0 unless Known
    std::optional<Interval<double>> interval =
        {};  ///< 95 %; an open end is 0 or infinity; absent: n too small, not known
    bool isKnown() const { return kind == Kind::Known; }
};

/// Errors: InvalidInput when the filters leave several trials or curves, naming how many and by what they differ, or
/// none that the run has.
Result<LessonValue> evaluate(const LessonQuantity& quantity, const LessonRuns& runs);

/// a / b of independent values; Known where both are. Range: values > 0.
LessonValue ratioOf(const LessonValue& a, const LessonValue& b);

std::string numberText(double value, LessonUnit unit);  ///< in the number style of core/base/numbers.h: "12.3 ms"
/// With its interval, "12.3 ms (12.1–12.6)", or what stands for it in the lesson's language.
std::string valueText(const LessonValue& value, const LessonWords& words);

/// A number that somebody types: "3000", "3 000", "1e4", "30k", "0.5 ms", "2.5x", "2,5", "40 %", "1.2 GB". A bare
/// number is in items, seconds, bytes or a factor; "1,500" is refused, since it has two meanings. Range: 1 ns to 1e6 s,
/// factors of 1e-6 to 1e6, 1 to 1e15 bytes, 1 to 1e12 items. Errors: InvalidInput naming the value and what is allowed.
Result<double> parseNumber(std::string_view text, LessonUnit unit);

}  // namespace breakeven
