/// WrappedLabel: plain text over as many lines as it takes. A word that is longer than a line, such as a name without
/// spaces, is cut: it does not make its panel, and with it the window, as wide as itself.
#pragma once

#include <QLabel>

namespace breakeven {

class WrappedLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;
};

}  // namespace breakeven
