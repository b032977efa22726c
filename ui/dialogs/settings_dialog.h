/// SettingsDialog: what the window is to remember and do. Stored when it is accepted and everything can be used.
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace breakeven {

class FieldNote;
class PathEdit;

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void stored();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void load();
    void checkHistory();

    QComboBox* m_theme;
    QComboBox* m_language;
    FieldNote* m_languageNote;
    PathEdit* m_history;
    FieldNote* m_historyNote;
    QCheckBox* m_notices;
    QCheckBox* m_firstStart;
};

/// Why a path cannot be the history's, one line; empty when it can. An empty path means the default file.
QString historyFileLack(const QString& path);

}  // namespace breakeven
