/// ParamForm: editors for the parameters of one workload. Each takes one value or several, separated by commas; words
/// of a fixed choice can be picked as well. What is wrong stays as it was typed.
#pragma once

#include "core/base/catalog.h"
#include "core/experiment/spec.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QLineEdit;

namespace breakeven {

class FieldNote;

class ParamForm : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setParams(const std::vector<ParamInfo>& params);
    void setValues(const std::map<std::string, std::vector<ParamValue>>& values);  ///< silent

    /// What was typed; fields left empty are absent and take their initial value. Shows what is wrong under its field.
    std::map<std::string, std::vector<ParamValue>> values();
    bool hasError() const;

Q_SIGNALS:
    void edited();

private:
    struct Editor {
        ParamInfo info;
        QComboBox* box = nullptr;  ///< around the edit when there are choices
        QLineEdit* edit = nullptr;
        FieldNote* note = nullptr;

        QWidget* field() const;  ///< object name: "param:NAME"
    };

    Editor makeEditor(const ParamInfo& info);
    static void judge(const Editor& editor, const std::vector<ParamValue>& values);  ///< in its note

    std::vector<Editor> m_editors;
};

}  // namespace breakeven
