/// ChoiceRow: a few named things, any number of which can be chosen. At least one always is.
#pragma once

#include "core/base/catalog.h"

#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;

namespace breakeven {

class ChoiceRow : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setChoices(const std::vector<NamedInfo>& choices);
    void setChosen(const std::vector<std::string>& ids);  ///< silent
    std::vector<std::string> chosen() const;

Q_SIGNALS:
    void edited();

private:
    std::vector<QCheckBox*> m_boxes;  ///< object name: the choice's id
};

}  // namespace breakeven
