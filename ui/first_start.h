/// The first start: something small is measured by itself, so that the window begins with an answer.
#pragma once

namespace breakeven {

class Session;

/// Overhead versus size in a few seconds; a shipped experiment.
inline constexpr const char* FirstLook = "first-look";

/// Runs it as soon as the catalogue has come, unless something else was opened by then. Once: later starts measure
/// nothing by themselves. Nothing when this is not the first start (storedFirstStart).
void measureAtFirstStart(Session& session);

}  // namespace breakeven
