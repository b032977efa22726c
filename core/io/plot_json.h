/// A chart with curves as the script of the HTML report reads it.
#pragma once

#include "core/io/sentences.h"
#include "core/plots/plot.h"

#include <nlohmann/json.hpp>

namespace breakeven {

/// {"id":…,"x":axis,"y":axis,"series":[…],"guides":[…],"bounds":[…],"markers":[…],"positions":[[x,"31 000 items"],…]}.
/// A point is [x, y, low, high, "1.24 ms (1.20–1.28)"], its ends null without an interval; a colour is ["#light",
/// "#dark"]. Labels are as seen: characters without a width are named.
nlohmann::ordered_json plotJson(const Plot& plot, const Sentences& sentences = english());

}  // namespace breakeven
