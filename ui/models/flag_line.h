/// A flag of samples, as a table's tip says it.
#pragma once

#include "core/analysis/flag_meaning.h"
#include "ui/language.h"

#include <QString>

#include <string>

namespace breakeven {

/// "steal: Other guests …"; of a flag that nobody knows here, the flag alone.
inline QString flagLine(const std::string& flag) {
    const QString meaning = spoken(flagMeaning(flag));
    return meaning.isEmpty() ? spoken(flag) : QStringLiteral("%1: %2").arg(spoken(flag), meaning);
}

}  // namespace breakeven
