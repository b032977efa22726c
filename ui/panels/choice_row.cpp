#include "ui/panels/choice_row.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int BoxesPerLine = 3;

}  // namespace

void ChoiceRow::setChoices(const std::vector<NamedInfo>& choices) {
    qDeleteAll(m_boxes);
    m_boxes.clear();
    delete layout();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    int place = 0;
    for (const NamedInfo& choice : choices) {
        auto* box = new QCheckBox(QString::fromStdString(choice.title), this);
        box->setObjectName(QString::fromStdString(choice.id));
        box->setToolTip(QString::fromStdString(choice.description));
        grid->addWidget(box, place / BoxesPerLine, place % BoxesPerLine);
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
