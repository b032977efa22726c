/// What a JSON text is about, told by its first keys: many programs write their results as .json.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace breakeven {

using JsonOutline = std::set<std::string, std::less<>>;

/// The keys of the outermost object as "KEY", and those of the first object in a list of it as "LIST[].KEY", up to the
/// end of that object. A text that is cut or wrong has the keys before that place.
JsonOutline jsonOutline(std::string_view text);

}  // namespace breakeven
