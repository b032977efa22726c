/// MachineTrust: how far to trust this machine. The self-test, and what was proven of the way of measuring.
#pragma once

#include <QDialog>
#include <QProcess>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace breakeven {

class MachineTrust : public QDialog {
    Q_OBJECT

public:
    explicit MachineTrust(QWidget* parent = nullptr);
    ~MachineTrust() override;  ///< ends a self-test that runs

    /// While an experiment runs, a self-test would spoil both.
    void setBusy(bool busy);
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    void runningChanged();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void start();
    void finish(int exitCode, QProcess::ExitStatus how);
    void showOutcome();
    void showProofs();
    void refreshButton();

    QLabel* m_outcome;
    QProgressBar* m_progress;
    QPushButton* m_button;
    QLabel* m_sum;
    QTreeWidget* m_proofs;
    QProcess m_process;
    bool m_busy = false;
};

}  // namespace breakeven
