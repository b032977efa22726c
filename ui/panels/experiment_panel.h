/// ExperimentPanel: the spec as a form. Checks while one types; what is wrong stands under its field.
#pragma once

#include "core/experiment/spec.h"

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;
class QVBoxLayout;

namespace breakeven {

class ChoiceRow;
class FieldNote;
class ParamForm;
class Session;

class ExperimentPanel : public QWidget {
    Q_OBJECT

public:
    explicit ExperimentPanel(Session& session, QWidget* parent = nullptr);

    bool isValid() const { return m_valid; }

Q_SIGNALS:
    void validChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void addFields(QVBoxLayout& column);
    void addStopping(QVBoxLayout& column);
    void connectFields();
    void fillChoices();  ///< catalogue → controls
    void showSpec();     ///< spec → controls
    void showCase();
    void fillBackends(const Case& row);
    void chooseWorkload();
    void takeOver(const std::function<void(ExperimentSpec&, Case&)>& change);  ///< one control → spec
    std::vector<std::string> chosenBackends() const;
    void check();
    const WorkloadInfo* workload() const;

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
    QListWidget* m_backends;
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
    bool m_loading = false;  ///< controls are being filled, not edited
    bool m_valid = false;
};

}  // namespace breakeven
