/// Numbers stay in one piece where a text is wrapped.
#pragma once

#include <QString>

#include <string>

namespace breakeven {

/// The text with its thin spaces made narrow no-break spaces.
inline QString unbroken(const std::string& text) {
    return QString::fromStdString(text).replace(QChar(0x2009), QChar(0x202F));
}

}  // namespace breakeven
