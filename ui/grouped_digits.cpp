#include "ui/grouped_digits.h"

namespace breakeven {

QString groupedDigits(std::uint64_t count) {
    QString digits = QString::number(count);
    for (qsizetype place = digits.size() - 3; place > 0; place -= 3)
        digits.insert(place, QChar(0x202F));
    return digits;
}

}  // namespace breakeven
