/// HistoryDetails: the tags and the note of the run that is chosen in the history. What was typed is handed over when
/// its field is left.
#pragma once

#include "core/history/run_entry.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <string>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace breakeven {

class HistoryDetails : public QWidget {
    Q_OBJECT

public:
    explicit HistoryDetails(QWidget* parent = nullptr);

    /// Absent: none is chosen, or several. A field that is being typed in is left alone as long as the run is the same.
    void setRun(const std::optional<RunEntry>& run, bool isEditable);
    void setUpright(bool upright);  ///< the note below the tags instead of beside them
    void handOver();                ///< what was typed and not yet handed over

Q_SIGNALS:
    void tagsEdited(const std::string& runId, const QStringList& tags);
    void noteEdited(const std::string& runId, const QString& note);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    std::string m_runId;
    std::optional<bool> m_isUpright;
    QGridLayout* m_lines;
    QLabel* m_noteLabel;
    QLineEdit* m_tags;
    QPlainTextEdit* m_note;
};

}  // namespace breakeven
