/// How far mouse, wheel and keys go, the same in every chart.
#pragma once

namespace breakeven {

constexpr double LeastDrag = 6;      // pixels; less is a click
constexpr double LeastFrame = 16;    // pixels: a frame that is thinner does not zoom in that direction
constexpr double WheelNotch = 120;   // eighths of a degree
constexpr double WheelOctave = 240;  // eighths of a degree that double the scale: two notches of a usual wheel
constexpr double KeyZoom = 0.8;
constexpr double KeyStep = 0.1;  // of what is visible

}  // namespace breakeven
