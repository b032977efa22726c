#include "core/analysis/trial_verdict.h"

#include "core/analysis/claims.h"
#include "core/analysis/curves.h"
#include "core/analysis/percent.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "core/stats/median.h"
#include "core/stats/quantiles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>
#include <utility>

namespace breakeven {

namespace {

constexpr double Level = 0.05;
constexpr std::size_t MostGrowth = 100;  ///< times the rounds so far, beyond which a forecast would be a guess
constexpr double NotableDelay = 0.05;  ///< part of the base's time
