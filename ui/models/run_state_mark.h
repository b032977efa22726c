/// How the state of a run reads and looks: a word, its meaning, and a mark of a shape of its own, since a colour alone
/// tells nobody enough.
#pragma once

#include "core/history/run_entry.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace breakeven {

QString stateText(RunState state);     ///< a word or two
QString stateMeaning(RunState state);  ///< one sentence

/// Contrast of at least 4.5:1 on the base of tables.
QColor stateColour(RunState state, bool dark);
QIcon stateMark(RunState state, const QPalette& palette);  ///< seen on a chosen row, too

}  // namespace breakeven
