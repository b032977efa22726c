/// FindingsPanel: what follows from the numbers, one sentence each.
#pragma once

#include <QTextBrowser>

namespace breakeven {

class Session;

class FindingsPanel : public QTextBrowser {
    Q_OBJECT

public:
    explicit FindingsPanel(Session& session, QWidget* parent = nullptr);

private:
    void refresh();

    Session& m_session;
    QString m_shown;
};

}  // namespace breakeven
