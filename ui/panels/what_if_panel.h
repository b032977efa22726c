/// WhatIfPanel: sliders that ask what a measured curve would be if one thing were different. The answer is an estimate
/// from the run's own references, and says so.
#pragma once

#include "core/plots/what_if_overlay.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;

namespace breakeven {

class FieldNote;
class Session;

class WhatIfPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit WhatIfPanel(Session& session, QWidget* parent = nullptr);

    /// Absent while everything is as measured, and while an experiment runs.
    std::optional<WhatIfChoice> choice() const;

Q_SIGNALS:
    void asked(const std::optional<WhatIfChoice>& choice);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QSlider* addSlider(QGridLayout& grid, const char* name, const QString& label, const QString& tip, QLabel*& value);
    void resultsChanged();
    void refresh();
    void fillCurves(const std::vector<WhatIfCurve>& curves);
    void fitRanges();
    void reset();
    void ask();
    void answer();
    WhatIf question() const;

    Session& m_session;
    QComboBox* m_curve;
    QSlider* m_dispatch;
    QLabel* m_dispatchValue;
    QSlider* m_workers;
    QLabel* m_workersValue;
    QSlider* m_chunk;
    QLabel* m_chunkValue;
    QCheckBox* m_balance;
    QCheckBox* m_start;
    QPushButton* m_reset;
    QLabel* m_answer;
    FieldNote* m_basis;
    std::vector<ItemCount> m_chunks;  ///< behind the slider's places from 1 on; 0 is as measured
    bool m_stale = true;
};

}  // namespace breakeven
