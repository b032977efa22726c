/// What the charts of a run put on x: the size of the list, or what else its spec names.
#pragma once

#include "core/experiment/results.h"
#include "core/plots/plot.h"

#include <optional>
#include <string>

namespace breakeven {

struct XAxis {
    std::string word;  ///< as in ExperimentSpec::x; "size" where that holds nothing known
    std::string name;  ///< after "versus": size, workers, chunk, or what the parameter is called
    Axis axis;         ///< title and quantity; scale and range depend on what is drawn
};

/// word: of ExperimentSpec::x.
XAxis xAxisOf(const std::string& word);
XAxis xAxisOf(const Results& results);  ///< what the run varies

/// Where the trial stands on the axis. Absent where it has no number: the serial loop has neither workers nor chunks, a
/// chunk may be "auto", a parameter a text.
std::optional<double> xOf(const Trial& trial, const XAxis& x);

/// The same in words, for trials that have no number too: "10 k", "4", "auto"; empty where the trial has nothing.
std::string xText(const Trial& trial, const XAxis& x);

}  // namespace breakeven
