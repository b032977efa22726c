#include "ui/panels/param_form.h"

#include "core/experiment/results.h"
#include "ui/panels/param_field.h"

#include <QVBoxLayout>

#include <algorithm>

namespace breakeven {

void ParamForm::setParams(const std::vector<ParamInfo>& params) {
    m_fields.clear();
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete layout();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(5);
    for (const ParamInfo& info : params) {
        auto* field = new ParamField(info, this);
        connect(field, &ParamField::edited, this, &ParamForm::edited);
        column->addWidget(field);
        m_fields.push_back(field);
    }
    setVisible(!params.empty());
}

void ParamForm::setValues(const std::map<std::string, std::vector<ParamValue>>& values) {
    for (ParamField* field : m_fields) {
        const auto found = values.find(field->info().name);
        field->setValues(found == values.end() ? std::vector<ParamValue>() : found->second);
    }
}

std::map<std::string, std::vector<ParamValue>> ParamForm::values() const {
    std::map<std::string, std::vector<ParamValue>> values;
    for (const ParamField* field : m_fields) {
        if (auto listed = field->values(); !listed.empty()) values[field->info().name] = std::move(listed);
    }
    return values;
}

bool ParamForm::hasError() const {
    return std::any_of(m_fields.begin(), m_fields.end(), [](const ParamField* field) { return field->hasError(); });
}

void ParamForm::showFailures(const Results& results, const std::string& workload) {
    for (ParamField* field : m_fields) {
        if (field->info().kind != ParamKind::Code) continue;
        const std::vector<ParamValue> values = field->values();
        const ParamValue shown = values.empty() ? field->info().initial : values.front();
        const auto failed =
            std::find_if(results.trials().begin(), results.trials().end(), [&](const TrialResult& result) {
                const auto ran = result.trial.params.find(field->info().name);
                return !result.detail.empty() && result.trial.workload == workload &&
                       ran != result.trial.params.end() && ran->second == shown;
            });
        field->showFailure(failed == results.trials().end() ? QString() : QString::fromStdString(failed->detail));
    }
}

}  // namespace breakeven
