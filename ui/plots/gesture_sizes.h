/// How far mouse, wheel and keys go, the same in every chart and in the timeline.
#pragma once

namespace breakeven {

inline constexpr double LeastDrag = 6;      // pixels; less is a click
inline constexpr double LeastFrame = 16;    // pixels: a frame that is thinner does not zoom in that direction
inline constexpr double WheelNotch = 120;   // eighths of a degree
inline constexpr double WheelOctave = 240;  // eighths of a degree that double the scale: two notches of a usual wheel
inline constexpr double KeyZoom = 0.8;      // what is visible becomes so much of itself
inline constexpr double KeyStep = 0.1;      // of what is visible

}  // namespace breakeven
