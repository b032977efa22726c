#include "ui/panels/param_form.h"

#include "core/experiment/spec_check.h"
#include "core/experiment/wording.h"
#include "ui/panels/field_note.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
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

/// A free text may hold commas of its own; only numbers and words of a choice are listed.
QStringList parts(const ParamInfo& info, const QString& typed) {
    const QString text = typed.trimmed();
    if (text.isEmpty()) return {};
    const bool isFree = info.kind == ParamKind::Text && info.choices.empty();
    return isFree ? QStringList{text} : text.split(u',');
}

/// Values that are not allowed stay texts: the spec says what the field says.
std::vector<ParamValue> typedValues(const ParamInfo& info, const QString& typed) {
    std::vector<ParamValue> values;
    for (const QString& part : parts(info, typed)) {
        const std::string text = part.trimmed().toStdString();
        const auto value = checkedParam(info.title, info, text);
        values.push_back(value ? *value : ParamValue(text));
    }
    return values;
}

}  // namespace

QWidget* ParamForm::Editor::field() const {
    return box ? static_cast<QWidget*>(box) : edit;
}

ParamForm::Editor ParamForm::makeEditor(const ParamInfo& info) {
    Editor editor;
    editor.info = info;
    if (info.choices.empty()) {
        editor.edit = new QLineEdit(this);
    } else {
        editor.box = new QComboBox(this);
        editor.box->setEditable(true);
        editor.box->setInsertPolicy(QComboBox::NoInsert);
        for (const std::string& choice : info.choices)
            editor.box->addItem(QString::fromStdString(choice));
        editor.box->setCurrentIndex(-1);
        editor.edit = editor.box->lineEdit();
    }
    editor.edit->setPlaceholderText(valueText(info.initial));
    editor.note = new FieldNote(this);
    editor.note->setHint({});
    connect(editor.edit, &QLineEdit::textChanged, this, &ParamForm::edited);
    return editor;
}

void ParamForm::setParams(const std::vector<ParamInfo>& params) {
    m_editors.clear();
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (const ParamInfo& info : params) {
        const QString title = QString::fromStdString(info.title);
        const Editor editor = makeEditor(info);
        QWidget* field = editor.field();
        auto* label = new QLabel(title, this);
        auto* line = new QHBoxLayout;
        line->addWidget(label, 1);
        line->addWidget(field, info.kind == ParamKind::Text ? 2 : 0);
        if (!info.unit.empty()) line->addWidget(new QLabel(QString::fromStdString(info.unit), this));
        field->setMaximumWidth(info.kind == ParamKind::Text ? 170 : 90);
        field->setObjectName(QStringLiteral("param:") % QString::fromStdString(info.name));
        field->setAccessibleName(title);
        const QString range = rangeText(info);
        const QString description = QString::fromStdString(info.description);
        field->setToolTip(range.isEmpty() ? description
                                          : description % QStringLiteral(" (") % range % QStringLiteral(")"));
        label->setBuddy(field);
        label->setToolTip(field->toolTip());
        column->addLayout(line);
        column->addWidget(editor.note);
        m_editors.push_back(editor);
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
        const QString text = texts.join(QStringLiteral(", "));
        const QSignalBlocker silent(editor.edit);
        if (editor.box) editor.box->setCurrentIndex(editor.box->findText(text));
        editor.edit->setText(text);
        editor.edit->setCursorPosition(0);  // a long list shows its beginning
        judge(editor, found == values.end() ? std::vector<ParamValue>() : found->second);
    }
}

void ParamForm::judge(const Editor& editor, const std::vector<ParamValue>& values) {
    editor.note->setHint(valuesHint(values));
    for (const ParamValue& value : values) {
        const auto checked = checkedParam(editor.info.title, editor.info, value);
        if (!checked) return editor.note->setError(QString::fromStdString(checked.error().detail));
    }
}

std::map<std::string, std::vector<ParamValue>> ParamForm::values() {
    std::map<std::string, std::vector<ParamValue>> values;
    for (const Editor& editor : m_editors) {
        std::vector<ParamValue> listed = typedValues(editor.info, editor.edit->text());
        judge(editor, listed);
        if (!listed.empty()) values[editor.info.name] = std::move(listed);
    }
    return values;
}

bool ParamForm::hasError() const {
    return std::any_of(m_editors.begin(), m_editors.end(),
                       [](const Editor& editor) { return editor.note->hasError(); });
}

}  // namespace breakeven
