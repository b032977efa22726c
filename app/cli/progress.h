/// Progress of a run on standard error, in the manner of tqdm: one line that is redrawn, or on a pipe a line now and
/// then. Only completed work counts.
#pragma once

#include "core/analysis/next_block.h"
#include "core/base/result.h"
#include "core/experiment/plan.h"
#include "core/experiment/results.h"
#include "core/os/clock.h"

#include <functional>
#include <optional>
#include <string>

namespace breakeven {

enum class ProgressMode { Auto, Always, Never };

/// "auto": a bar on a terminal, lines on a pipe; "always": a bar on both; "never". Errors: InvalidInput.
Result<ProgressMode> parseProgressMode(const std::string& text);

/// What a line of progress shows.
struct ProgressState {
    std::string label;
    Progress progress;
    std::size_t trialsDone = 0;  ///< have their least samples, or any once the run has ended, or have failed
    std::size_t trials = 0;
    std::string leftOut;  ///< ", 2 refused, 1 skipped"; empty when none is
    Seconds elapsed{0};
    std::string current;  ///< what was measured last
};

ProgressState progressState(const Plan& plan, const Results& results, Seconds elapsed);

/// "square:  34%|███▍      | 12/36 trials [00:12<00:24, 118 samples/s] square tbb 1 M", at most `columns` wide.
std::string progressBar(const ProgressState& state, std::size_t columns);

/// Columns of the terminal that standard error is, as wide as it is now; nothing when it is a pipe or a file.
std::optional<std::size_t> terminalColumns();

class ProgressLine {
public:
    /// columns: asked whenever the line is drawn, since a terminal may be resized.
    explicit ProgressLine(ProgressMode mode, std::function<std::optional<std::size_t>()> columns = terminalColumns);

    /// At most ten times a second on a terminal, every five seconds on a pipe; calls between cost a look at the clock.
    void update(const Plan& plan, const Results& results, Seconds elapsed);

    /// The last state: on a terminal the line is cleared, on a pipe it is written.
    void finish(const Plan& plan, const Results& results, Seconds elapsed);

private:
    std::function<std::optional<std::size_t>()> m_columns;
    bool m_shown = true;
    bool m_terminal = false;
    bool m_bar = false;
    Clock::time_point m_next = Clock::now();
};

}  // namespace breakeven
