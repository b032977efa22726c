#include "ui/panels/param_field.h"

#include "core/experiment/spec_check.h"
#include "core/experiment/wording.h"
#include "ui/language.h"
#include "ui/panels/code_editor.h"
#include "ui/panels/field_note.h"
#include "ui/panels/path_edit.h"
#include "ui/panels/scrolled_panel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace breakeven {

namespace {

constexpr int NumberWidth = 90;                    // pixels
constexpr int ChoiceWidth = 170;                   // pixels
const QString SourceGap = QStringLiteral("\n\n");  // between several sources

QString valueText(const ParamValue& value) {
    if (const auto* number = std::get_if<double>(&value)) return QString::fromStdString(numberText(*number));
    return QString::fromStdString(std::get<std::string>(value));
}

QStringList valueTexts(const std::vector<ParamValue>& values) {
    QStringList texts;
    for (const ParamValue& value : values)
        texts += valueText(value);
    return texts;
}

QString rangeText(const ParamInfo& info) {
    if (isText(info.kind)) return {};
    return ParamField::tr("%1 to %2 %3")
        .arg(QString::fromStdString(numberText(info.minimum)), QString::fromStdString(numberText(info.maximum)),
             spoken(info.unit))
        .trimmed();
}

/// A free text may hold commas of its own; only numbers and words of a choice are listed.
bool isFreeText(const ParamInfo& info) {
    return isText(info.kind) && info.choices.empty();
}

/// Values that are not allowed stay texts: the spec says what the field says.
std::vector<ParamValue> typedValues(const ParamInfo& info, const QString& typed) {
    if (info.kind == ParamKind::Code) return {typed.toStdString()};  // an empty one is not the initial one
    if (typed.trimmed().isEmpty()) return {};
    if (isFreeText(info)) return {typed.trimmed().toStdString()};
    std::vector<ParamValue> values;
    for (const QString& part : typed.split(u',')) {
        const std::string text = part.trimmed().toStdString();
        const auto value = checkedParam(info.title, info, text);
        values.push_back(value ? *value : ParamValue(text));
    }
    return values;
}

QString toolTipOf(const ParamInfo& info) {
    const QString description = spoken(info.description);
    const QString range = rangeText(info);
    if (!range.isEmpty()) return description % QStringLiteral(" (") % range % QStringLiteral(")");
    if (info.kind != ParamKind::Command) return description;
    return description % u'\n' %
           ParamField::tr(
               "{size} stands for the size of the list, {workers} for the number of workers, {backend} for "
               "the name of the backend. Quotes keep words with blanks together; no shell reads the line.");
}

/// What is missing, or does not exist; empty when the text can be run.
QString lack(const ParamInfo& info, const QString& text) {
    const bool isEmpty = text.trimmed().isEmpty();
    const QString title = spoken(info.title);
    switch (info.kind) {
        case ParamKind::File:
            if (isEmpty) return ParamField::tr("%1: none is chosen (the path of a file)").arg(title);
            if (!QFileInfo(text).isFile())
                return ParamField::tr("%1: '%2' is not there (the path of a file)").arg(title, text);
            return {};
        case ParamKind::Folder:
            if (!isEmpty && !QFileInfo(text).isDir())
                return ParamField::tr("%1: '%2' is not there (the path of a folder, or none)").arg(title, text);
            return {};
        case ParamKind::Command:
            return isEmpty ? ParamField::tr("%1: nothing is there to run (a program and its arguments)").arg(title)
                           : QString();
        case ParamKind::Code:
            return isEmpty ? ParamField::tr("%1: nothing is there to run (the source of a program)").arg(title)
                           : QString();
        default:
            return {};
    }
}

/// Several values multiply the trials, which a comma meant as a decimal point would do unnoticed.
QString listHint(const ParamInfo& info, const QStringList& texts) {
    if (texts.size() < 2) return {};
    if (isFreeText(info)) return ParamField::tr("%1 values; an edit makes them one").arg(texts.size());
    return ParamField::tr("%1 values: %2").arg(QString::number(texts.size()), texts.join(QStringLiteral(", ")));
}

/// The lines that a compiler's reason names: "…: line 3: MESSAGE; line 5: MESSAGE".
std::map<int, QString> linesOf(const QString& reason) {
    static const QRegularExpression pattern(QStringLiteral("\\bline (\\d+): (.*?)(?=; line \\d+: |$)"),
                                            QRegularExpression::DotMatchesEverythingOption);
    std::map<int, QString> lines;
    for (const QRegularExpressionMatch& match : pattern.globalMatch(reason)) {
        QString& message = lines[match.captured(1).toInt()];
        message += (message.isEmpty() ? "" : "\n") + match.captured(2);
    }
    return lines;
}

/// Why sources could not be run, where a field shows them one below the other.
struct Failures {
    std::map<int, QString> lines;  ///< by the line of the field
    QStringList others;            ///< that name no line
};

/// The reasons belong to the sources, one by one; an empty one belongs to a source that did not fail.
Failures failuresIn(const QStringList& sources, const QStringList& reasons) {
    Failures failures;
    int linesBefore = 0;
    for (qsizetype index = 0; index < std::min(sources.size(), reasons.size()); ++index) {
        const std::map<int, QString> lines = linesOf(reasons[index]);
        for (const auto& [line, message] : lines)
            failures.lines[linesBefore + line] = message;
        const bool isNew = !reasons[index].isEmpty() && !failures.others.contains(spoken(reasons[index]));
        if (lines.empty() && isNew) failures.others += spoken(reasons[index]);
        linesBefore += static_cast<int>(sources[index].count(u'\n') + SourceGap.count(u'\n'));
    }
    return failures;
}

QString failureText(const Failures& failures) {
    QStringList texts;
    for (const auto& [line, message] : failures.lines)
        texts += ParamField::tr("Line %1: %2")
                     .arg(QString::number(line), QString(message).replace(u'\n', QStringLiteral("; ")));
    return (texts + failures.others).join(u'\n');
}

}  // namespace

ParamField::ParamField(const ParamInfo& info, QWidget* parent)
    : QWidget(parent), m_info(info), m_note(new FieldNote(this)) {
    auto* label = new QLabel(spoken(info.title), this);
    QWidget* editor = makeEditor();
    QWidget* field = m_code ? static_cast<QWidget*>(m_code) : m_box ? static_cast<QWidget*>(m_box) : m_edit;
    field->setObjectName(QStringLiteral("param:") % QString::fromStdString(info.name));
    field->setAccessibleName(label->text());
    field->setToolTip(toolTipOf(info));
    label->setBuddy(field);
    label->setToolTip(field->toolTip());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    if (isFreeText(info)) {
        column->addWidget(label);
        column->addWidget(editor);
    } else {
        auto* line = new QHBoxLayout;
        line->addWidget(label, 1);
        line->addWidget(editor, m_box ? 2 : 0);
        if (!info.unit.empty()) line->addWidget(new QLabel(spoken(info.unit), this));
        column->addLayout(line);
    }
    column->addWidget(m_note);
    setValues({});
    const auto takeEdit = [this] {
        m_failures.clear();
        judge();
        Q_EMIT edited();
    };
    m_code ? connect(m_code, &CodeEditor::edited, this, takeEdit)
           : connect(m_edit, &QLineEdit::textChanged, this, takeEdit);
}

QWidget* ParamField::makeEditor() {
    if (m_info.kind == ParamKind::Code) return m_code = new CodeEditor(this);
    if (m_info.kind == ParamKind::File || m_info.kind == ParamKind::Folder) return makePath();
    if (!m_info.choices.empty()) return makeChoice();
    m_edit = new QLineEdit(this);
    const bool isCommand = m_info.kind == ParamKind::Command;
    m_edit->setPlaceholderText(isCommand ? tr("program {size} {workers}") : valueText(m_info.initial));
    if (!isText(m_info.kind)) m_edit->setMaximumWidth(NumberWidth);
    return m_edit;
}

QWidget* ParamField::makeChoice() {
    m_box = new QComboBox(this);
    keepFromWheel(*m_box);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    for (const std::string& choice : m_info.choices)
        m_box->addItem(QString::fromStdString(choice));
    m_box->setCurrentIndex(-1);
    m_box->setMaximumWidth(ChoiceWidth);
    m_edit = m_box->lineEdit();
    m_edit->setPlaceholderText(valueText(m_info.initial));
    return m_box;
}

QWidget* ParamField::makePath() {
    const bool isFile = m_info.kind == ParamKind::File;
    auto* path = new PathEdit(isFile ? PathEdit::Kind::File : PathEdit::Kind::Folder, this);
    m_edit = path;
    m_edit->setPlaceholderText(isFile ? tr("Drop a file here, or choose one")
                                      : tr("Drop a folder here, or choose one"));
    auto* button = new QToolButton(this);
    button->setText(QStringLiteral("…"));
    button->setToolTip(isFile ? tr("Choose a file") : tr("Choose a folder"));
    button->setAccessibleName(button->toolTip());
    button->setObjectName(QStringLiteral("pick:") % QString::fromStdString(m_info.name));
    connect(button, &QToolButton::clicked, path, &PathEdit::pick);
    auto* both = new QWidget(this);
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    line->addWidget(path, 1);
    line->addWidget(button);
    return both;
}

QString ParamField::text() const {
    return m_code ? m_code->text() : m_edit->text();
}

void ParamField::setText(const QString& text) {
    if (m_code) return m_code->setText(text);
    const QSignalBlocker silent(m_edit);
    if (m_box) m_box->setCurrentIndex(m_box->findText(text));
    m_edit->setText(text);
    const bool isPath = m_info.kind == ParamKind::File || m_info.kind == ParamKind::Folder;
    m_edit->setCursorPosition(isPath ? static_cast<int>(text.size()) : 0);  // a path tells most by its end
}

void ParamField::setValues(const std::vector<ParamValue>& values) {
    m_given = m_code && values.empty() ? std::vector{m_info.initial} : values;
    m_failures.clear();
    setText(valueTexts(m_given).join(m_code ? SourceGap : QStringLiteral(", ")));
    m_givenText = text();
    judge();
}

std::vector<ParamValue> ParamField::values() const {
    return text() == m_givenText ? m_given : typedValues(m_info, text());
}

QString ParamField::problem() const {
    const std::vector<ParamValue> values = this->values();
    for (const ParamValue& value : values) {
        const auto checked = checkedParam(m_info.title, m_info, value);
        if (!checked) return spoken(checked.error().detail);
        if (QString missing = lack(m_info, valueText(value)); !missing.isEmpty()) return missing;
    }
    return values.empty() ? lack(m_info, valueText(m_info.initial)) : QString();
}

bool ParamField::hasError() const {
    return !problem().isEmpty();
}

void ParamField::showFailures(const QStringList& reasons) {
    if (reasons == m_failures) return;
    m_failures = reasons;
    judge();
}

void ParamField::judge() {
    const QStringList texts = valueTexts(values());
    const Failures failures = failuresIn(texts, m_failures);
    if (m_code) m_code->setMarks(failures.lines);
    if (const QString wrong = problem(); !wrong.isEmpty()) return m_note->setError(wrong);
    if (const QString failed = failureText(failures); !failed.isEmpty()) return m_note->setError(failed);
    m_note->setHint(listHint(m_info, texts));
}

}  // namespace breakeven
