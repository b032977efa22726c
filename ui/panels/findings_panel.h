/// FindingsPanel: what follows from the numbers. What to use comes first, then one sentence each, with a link to the
/// chart that shows it; once the run is over, the pitfalls that were seen, with what to do, and on demand all that were
/// looked for.
#pragma once

#include <QTextBrowser>

#include <optional>

namespace breakeven {

class InSight;
class Session;

class FindingsPanel : public QTextBrowser {
    Q_OBJECT

public:
    explicit FindingsPanel(Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void chartRequested(const QString& plotId, std::optional<int> trialId);  ///< an id of plots(), and of what it shows

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Session& m_session;
    InSight* m_inSight;
    bool m_showsAllPitfalls = false;
    QString m_shown;
};

}  // namespace breakeven
