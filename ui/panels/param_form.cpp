#include "ui/panels/param_form.h"

#include "core/experiment/results.h"
#include "ui/panels/param_field.h"

#include <QVBoxLayout>

#include <algorithm>

namespace breakeven {

namespace {

/// What was not measured for other reasons, such as the time limit or a stop, says nothing against the source.
bool isOfSource(const TrialResult& result) {
    switch (result.status) {
        case TrialStatus::Failed:
        case TrialStatus::Crashed:
        case TrialStatus::TimedOut:
            return true;
        case TrialStatus::Refused:  // by the workload, as without a compiler; a backend may lack what it would need
            return result.detail.starts_with(result.trial.workload + ": ");
        default:
            return false;
    }
}

/// Why the workload with this source failed; empty when it did not.
QString reasonOf(const Results& results, const std::string& workload, const std::string& param,
                 const ParamValue& source) {
    for (const TrialResult& result : results.trials()) {
        if (result.trial.workload != workload || !isOfSource(result)) continue;
        const auto ran = result.trial.params.find(param);
        if (ran != result.trial.params.end() && ran->second == source) return QString::fromStdString(result.detail);
    }
    return {};
}

}  // namespace

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
        QStringList reasons;
        for (const ParamValue& source : field->values())
            reasons += reasonOf(results, workload, field->info().name, source);
        field->showFailures(reasons);
    }
}

}  // namespace breakeven
