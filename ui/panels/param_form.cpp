#include "ui/panels/param_form.h"

#include "core/experiment/spec_check.h"
#include "core/experiment/wording.h"
#include "ui/panels/field_note.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

QString valueText(const ParamValue& value) {
    if (const auto* number = std::get_if<double>(&value)) return QString::fromStdString(numberText(*number));
    return QString::fromStdString(std::get<std::string>(value));
}

QString rangeText(const ParamInfo& info) {
    if (info.kind == ParamKind::Text) return {};
    return ParamForm::tr("%1 to %2 %3")
        .arg(QString::fromStdString(numberText(info.minimum)), QString::fromStdString(numberText(info.maximum)),
             QString::fromStdString(info.unit))
        .trimmed();
}

/// Several values multiply the trials, which a comma meant as a decimal point would do unnoticed.
QString valuesHint(const std::vector<ParamValue>& values) {
    if (values.size() < 2) return {};
    QStringList texts;
    for (const ParamValue& value : values)
        texts += valueText(value);
    return ParamForm::tr("%1 values: %2").arg(QString::number(values.size()), texts.join(QStringLiteral(", ")));
}

/// A text may hold commas of its own; only numbers are listed.
QStringList parts(const ParamInfo& info, const QString& typed) {
    const QString text = typed.trimmed();
    if (text.isEmpty()) return {};
    return info.kind == ParamKind::Text ? QStringList{text} : text.split(u',');
}

}  // namespace

void ParamForm::setParams(const std::vector<ParamInfo>& params) {
    m_editors.clear();
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (const ParamInfo& info : params) {
        const QString title = QString::fromStdString(info.title);
        auto* label = new QLabel(title, this);
        auto* edit = new QLineEdit(this);
        auto* note = new FieldNote(this);
        auto* line = new QHBoxLayout;
        line->addWidget(label, 1);
        line->addWidget(edit);
        if (!info.unit.empty()) line->addWidget(new QLabel(QString::fromStdString(info.unit), this));
        edit->setMaximumWidth(info.kind == ParamKind::Text ? 170 : 90);
        edit->setObjectName(QStringLiteral("param:") % QString::fromStdString(info.name));
        edit->setPlaceholderText(valueText(info.initial));
        edit->setAccessibleName(title);
        const QString range = rangeText(info);
        const QString description = QString::fromStdString(info.description);
        edit->setToolTip(range.isEmpty() ? description
                                         : description % QStringLiteral(" (") % range % QStringLiteral(")"));
        label->setBuddy(edit);
        label->setToolTip(edit->toolTip());
        note->setHint({});
        column->addLayout(line);
        column->addWidget(note);
        connect(edit, &QLineEdit::textEdited, this, &ParamForm::edited);
        m_editors.push_back({info, edit, note});
    }
    setVisible(!params.empty());
}

void ParamForm::setValues(const std::map<std::string, std::vector<ParamValue>>& values) {
    for (const Editor& editor : m_editors) {
        QStringList texts;
        const auto found = values.find(editor.info.name);
        if (found != values.end()) {
            for (const ParamValue& value : found->second)
                texts += valueText(value);
        }
        editor.edit->setText(texts.join(QStringLiteral(", ")));
        editor.note->setHint(found == values.end() ? QString() : valuesHint(found->second));
    }
}

std::map<std::string, std::vector<ParamValue>> ParamForm::values() {
    std::map<std::string, std::vector<ParamValue>> values;
    for (const Editor& editor : m_editors) {
        std::vector<ParamValue> listed;
        QString wrong;
        for (const QString& part : parts(editor.info, editor.edit->text())) {
            const auto value = checkedParam(editor.info.title, editor.info, part.trimmed().toStdString());
            if (value) {
                listed.push_back(*value);
            } else {
                wrong = QString::fromStdString(value.error().detail);
            }
        }
        wrong.isEmpty() ? editor.note->setHint(valuesHint(listed)) : editor.note->setError(wrong);
        if (!listed.empty()) values[editor.info.name] = std::move(listed);
    }
    return values;
}

bool ParamForm::hasError() const {
    return std::any_of(m_editors.begin(), m_editors.end(),
                       [](const Editor& editor) { return editor.note->hasError(); });
}

}  // namespace breakeven
