/// Asks before programs run that an experiment from somebody else brings or names.
#pragma once

#include "core/io/programs.h"

#include <functional>

class QWidget;

namespace breakeven {

/// Shows what would run, files with their content; calls what the user says. No is the default.
void askForTrust(QWidget& window, const Programs& programs, std::function<void()> yes, std::function<void()> no);

}  // namespace breakeven
