/// A lesson in short texts, and made-up runs of it. For tests.
#pragma once

#include "core/lessons/lesson.h"
#include "core/lessons/words.h"
#include "tests/support/sample_results.h"

#include <algorithm>
#include <string>
#include <vector>

namespace breakeven {

inline const std::string SampleFile = "01-sample.md";

inline std::string sampleLesson(const std::string& predict = "number break-even(before, backend=tbb)",
                                const std::string& measured = "{measured}") {
    return "---\n"
           "title: A sample\n"
           "chart: runtime\n"
           "predict: " +
           predict +
           "\n"
           "switch: pools=cold\n"
           "check: median(after, backend=tbb, size=largest) < 0.5 * median(before, backend=tbb, size=largest)\n"
           "---\n"
           "# A sample\n"
           "## Question\nWhy?\n"
           "## Your prediction\nGuess.\n"
           "## Run\nIt runs.\n"
           "## What was measured\n" +
           measured +
           "\n"
           "## If it is not resolved here\nToo noisy.\n"
           "## The switch\nCold.\n"
           "## Check\nIs it so?\n### It holds\nYes.\n### It does not hold\nNo.\n"
           "## Next\nGo on.\n";
}

inline ExperimentSpec sampleExperiment() {
    ExperimentSpec spec;
    spec.name = "sample";
    spec.cases.resize(1);
    spec.cases[0].workload = "square";
    spec.cases[0].sizes = "10,1000";
    return spec;
}

/// Words that name themselves.
inline LessonWords sampleWords() {
    LessonWords words;
#define BREAKEVEN_LESSON_WORD(member, key) words.member = key;
#include "core/lessons/words.def"
#undef BREAKEVEN_LESSON_WORD
    words.always = "always from {size}";
    words.nowhere = "nowhere to {size}";
    words.judgedNumber = "{predicted} {measured} {factor} {word}";
    words.judgedPoint = "{place} {factor} {word}";
    words.judgedCurve = "{factor} {word} {nearest} {nearest_factor} {farthest} {farthest_factor}";
    return words;
}

/// Twelve times around the one that is named, a percent apart at most.
inline std::vector<double> around(double seconds) {
    std::vector<double> times;
    for (const double percent : {-1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.0, 0.2, 0.4, 0.6, 0.8, 1.0})
        times.push_back(seconds * (1 + percent / 100));
    return times;
}

/// Serial at 10 ns per item beside tbb at the overhead plus half of that; the slow rounds of one are the fast ones of
/// the other.
inline SampleResults runWithOverhead(double overhead, const std::vector<ItemCount>& sizes = {10, 100, 1000, 10000}) {
    SampleResults sample;
    for (const ItemCount size : sizes) {
        const double serial = 1e-8 * static_cast<double>(size);
        sample.measured("serial", size, around(serial));
        std::vector<double> times = around(overhead + serial / 2);
        std::reverse(times.begin(), times.end());
        sample.measured("tbb", size, times);
    }
    return sample;
}

}  // namespace breakeven
