/// ParamForm: editors for the parameters of one workload. Each takes one value or several, separated by commas.
#pragma once

#include "core/base/catalog.h"
#include "core/experiment/spec.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

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
        QLineEdit* edit = nullptr;  ///< object name: "param:NAME"
        FieldNote* note = nullptr;
    };

    std::vector<Editor> m_editors;
};

}  // namespace breakeven
