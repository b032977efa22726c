/// What the program is, its version and its licences.
#pragma once

class QWidget;

namespace breakeven {

void showAboutBox(QWidget& window);

}  // namespace breakeven
