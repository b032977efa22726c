#include "ui/panels/choice_row.h"

#include "ui/language.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>
#include <cstddef>

namespace breakeven {

namespace {

/// Three short titles fit into a dock; among many there are long ones.
int boxesPerLine(std::size_t choices) {
    return choices <= 3 ? 3 : 2;
}

}  // namespace

void ChoiceRow::setChoices(const std::vector<NamedInfo>& choices) {
    qDeleteAll(m_boxes);
    m_boxes.clear();
    delete layout();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    const int perLine = boxesPerLine(choices.size());
    int place = 0;
    for (const NamedInfo& choice : choices) {
        auto* box = new QCheckBox(spoken(choice.title), this);
        box->setObjectName(QString::fromStdString(choice.id));
        box->setToolTip(spoken(choice.description));
        grid->addWidget(box, place / perLine, place % perLine);
        box->show();  // the layout would do so later: until then the row would claim to need no room
        ++place;
        connect(box, &QCheckBox::clicked, this, [this, box] {
            if (chosen().empty()) box->setChecked(true);
            Q_EMIT edited();
        });
        m_boxes.push_back(box);
    }
}

void ChoiceRow::setChosen(const std::vector<std::string>& ids) {
    for (QCheckBox* box : m_boxes) {
        box->setChecked(std::find(ids.begin(), ids.end(), box->objectName().toStdString()) != ids.end());
    }
}

std::vector<std::string> ChoiceRow::chosen() const {
    std::vector<std::string> ids;
    for (const QCheckBox* box : m_boxes) {
        if (box->isChecked()) ids.push_back(box->objectName().toStdString());
    }
    return ids;
}

}  // namespace breakeven
