/// What a panel needs that is scrolled, whose fields come and go, and whose lines wrap.
#pragma once

class QEvent;
class QLayout;
class QWidget;

namespace breakeven {

/// A wheel that scrolls the panel over the box changes it only while it has the focus.
void keepFromWheel(QWidget& box);

/// Tab goes through the fields in the order of the layout, whenever they were made.
void orderTabs(const QLayout& layout);

/// The second press of a double click is not meant for what the first one has put in its place.
void spareSecondPress(QWidget& shown);

/// Keeps a panel as high as its layout is at its width. Scroll areas and windows ask for the least height alone, and
/// that knows nothing of lines that wrap: fields would be crushed. event: one that the panel has just taken.
void keepHeightOfLines(QWidget& panel, const QEvent& event);

}  // namespace breakeven
