/// ParamField: one parameter of a workload: its title, an editor that suits its kind, and what is wrong below. Numbers
/// and words of a choice may be several, separated by commas. What is wrong stays as it was typed.
#pragma once

#include "core/base/catalog.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;

namespace breakeven {

class CodeEditor;
class FieldNote;

class ParamField : public QWidget {
    Q_OBJECT

public:
    explicit ParamField(const ParamInfo& info, QWidget* parent = nullptr);

    const ParamInfo& info() const { return m_info; }
    void setValues(const std::vector<ParamValue>& values);  ///< silent; none: the initial value holds
    /// What was typed, or what was set as long as nobody has typed; none: the initial value holds. Source is always
    /// said.
    std::vector<ParamValue> values() const;
    bool hasError() const;  ///< what the field says cannot be run

    /// Why what the field says failed when it was run, a reason for each of the values: source is marked at the lines
    /// that it names. Empty: that one did not. The next edit clears them.
    void showFailures(const QStringList& reasons);

Q_SIGNALS:
    void edited();

private:
    QWidget* makeEditor();  ///< object name: "param:NAME"
    QWidget* makeChoice();
    QWidget* makePath();
    QString text() const;
    void setText(const QString& text);
    QString problem() const;
    void judge();

    ParamInfo m_info;
    QComboBox* m_box = nullptr;  ///< around the edit when there are choices
    QLineEdit* m_edit = nullptr;
    CodeEditor* m_code = nullptr;  ///< instead of the edit for source
    FieldNote* m_note;
    std::vector<ParamValue> m_given;
    QString m_givenText;  ///< how the field shows them
    QStringList m_failures;
};

}  // namespace breakeven
