/// HeadlinePanel: the answer. One sentence, what is going on below it, and the answer for the reader's own size.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace breakeven {

class FieldNote;
class Session;

class HeadlinePanel : public QWidget {
    Q_OBJECT

public:
    explicit HeadlinePanel(Session& session, QWidget* parent = nullptr);

    QString said() const;  ///< the sentence

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void answerYourSize();
    QString invitation() const;
    QString activity() const;

    Session& m_session;
    QLabel* m_headline;
    FieldNote* m_activity;
    QLineEdit* m_yourSize;
    QLabel* m_answer;
};

}  // namespace breakeven
