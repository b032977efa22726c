/// What is the same in every language: names that people gave, ids, paths, and what was said in the window's already.
#pragma once

#include <QString>

#include <string>

namespace breakeven {

/// See spoken() (language.h) for what core says.
inline QString verbatim(const std::string& text) {
    return QString::fromStdString(text);
}

}  // namespace breakeven
