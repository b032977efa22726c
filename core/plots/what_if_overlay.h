/// A curve as it would be if one thing were different, beside the curve as it was measured.
#pragma once

#include "core/analysis/what_if.h"
#include "core/plots/plots.h"

#include <string>

namespace breakeven {

struct WhatIfChoice {
    WhatIf question;
    std::string curve;  ///< label of the curve that it is asked of
    bool operator==(const WhatIfChoice&) const = default;
};

/// Adds the moved curve, "if: LABEL", dotted and hollow, and its break-even. Only runtime and speed-up over sizes have
/// a place for it; other plots stay as they are. A question that the run cannot answer becomes the plot's note. Where
/// the selection hides the curve, its name alone is added.
void addWhatIf(Plot& plot, const Results& results, const WhatIfChoice& choice, const Selection& selection = {});

}  // namespace breakeven
