/// Numbers stay in one piece where a text is wrapped.
#pragma once

#include <QString>

#include <string>

namespace breakeven {

/// The text with its thin spaces made narrow no-break spaces.
inline QString unbroken(QString text) {
    return text.replace(QChar(0x2009), QChar(0x202F));
}
inline QString unbroken(const std::string& text) {
    return unbroken(QString::fromStdString(text));
}

}  // namespace breakeven
