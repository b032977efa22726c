#include "ui/panels/wrapped_label.h"

#include <algorithm>

namespace breakeven {

WrappedLabel::WrappedLabel(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

QSize WrappedLabel::minimumSizeHint() const {
    constexpr int Letters = 20;
    const QSize hint = QLabel::minimumSizeHint();
    return {std::min(hint.width(), Letters * fontMetrics().averageCharWidth()), hint.height()};
}

}  // namespace breakeven
