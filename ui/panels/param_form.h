/// ParamForm: the parameters of one workload, one field each.
#pragma once

#include "core/base/catalog.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

namespace breakeven {

class ParamField;
class Results;

class ParamForm : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setParams(const std::vector<ParamInfo>& params);
    void setValues(const std::map<std::string, std::vector<ParamValue>>& values);  ///< silent

    /// What was typed; parameters left empty are absent and take their initial value.
    std::map<std::string, std::vector<ParamValue>> values() const;
    bool hasError() const;

    /// Why the sources that the fields show could not be run, where the results say so of this workload.
    void showFailures(const Results& results, const std::string& workload);

Q_SIGNALS:
    void edited();

private:
    std::vector<ParamField*> m_fields;
};

}  // namespace breakeven
