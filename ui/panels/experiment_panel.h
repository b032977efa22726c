/// ExperimentPanel: the spec as a form. Checks while one types; what is wrong stands under its field.
#pragma once

#include "core/experiment/spec.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace breakeven {

class BackendList;
class ChoiceRow;
class FieldNote;
class ParamForm;
class Session;

class ExperimentPanel : public QWidget {
    Q_OBJECT

public:
    explicit ExperimentPanel(Session& session, QWidget* parent = nullptr);

    bool isValid() const { return m_valid; }
    /// While an experiment runs nothing is: the field that had the focus then gets it back, unless it was moved.
    void setEditable(bool editable);

Q_SIGNALS:
    void validChanged();
    void editing(const ExperimentSpec& next);  ///< a field was changed: next becomes the session's spec

protected:
    bool event(QEvent* event) override;

private:
    void addFields(QVBoxLayout& column);
    void addStopping(QVBoxLayout& column);
    void connectFields();
    void fillChoices();  ///< catalogue → controls
    void showSpec();     ///< spec → controls
    void showTitle();
    void showCase();
    void showParams(const WorkloadInfo* info, const Case& row);  ///< row → what the workload alone decides
    void chooseWorkload();
    void takeOver(const std::function<void(ExperimentSpec&, Case&)>& change);  ///< one control → spec
    void check();
    const Case& shownCase() const;
    void showFailures();
    const WorkloadInfo* infoOf(const std::string& workload) const;  ///< nullptr when it is not known

    Session& m_session;
    QLabel* m_title;
    FieldNote* m_question;
    QComboBox* m_case;
    QComboBox* m_workload;
    FieldNote* m_about;
    ParamForm* m_params;
    QLineEdit* m_sizes;
    FieldNote* m_sizesNote;
    QLineEdit* m_workers;
    FieldNote* m_workersNote;
    BackendList* m_backends;
    FieldNote* m_backendsNote;
    ChoiceRow* m_pools;
    ChoiceRow* m_calls;
    QLineEdit* m_chunks;
    QLineEdit* m_inFlights;
    ChoiceRow* m_starts;
    QDoubleSpinBox* m_maxSeconds;
    QDoubleSpinBox* m_precision;
    QSpinBox* m_launches;
    FieldNote* m_estimate;
    /// What a case said of a workload before another one was picked, to say so again when it is picked again.
    std::map<std::pair<int, std::string>, Case> m_left;
    std::vector<std::string> m_wideBackends;  ///< chosen before a workload that only some can run
    QPointer<QWidget> m_focused;              ///< before the form was disabled
    QPointer<QWidget> m_refuge;               ///< where the focus went then
    bool m_loading = false;                   ///< controls are being filled, not edited
    bool m_valid = false;
};

}  // namespace breakeven
