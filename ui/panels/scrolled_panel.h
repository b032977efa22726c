/// What a panel needs that is scrolled and whose fields come and go.
#pragma once

class QLayout;
class QWidget;

namespace breakeven {

/// A wheel that scrolls the panel over the box changes it only while it has the focus.
void keepFromWheel(QWidget& box);

/// Tab goes through the fields in the order of the layout, whenever they were made.
void orderTabs(const QLayout& layout);

}  // namespace breakeven
