/// What every HTML report carries, compiled into the program from resources/report and the chart library (dygraphs).
#pragma once

#include <string_view>

namespace breakeven {

extern const std::string_view ReportStyle;
extern const std::string_view ReportScript;        ///< the chart library, then our own; holds no "</script"
extern const std::string_view ReportScriptSha256;  ///< of exactly that text, as hexadecimal digits
extern const std::string_view ChartLibraryLicence;

}  // namespace breakeven
