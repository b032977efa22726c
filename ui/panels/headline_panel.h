/// HeadlinePanel: the answer. One sentence, what is going on below it, and the answer for the reader's own size. Where
/// other runs are in front, it says their sentence alone.
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

    QString said() const;                    ///< the sentence
    void setOther(const QString& sentence);  ///< of other runs that are in front; empty: the session's own again

Q_SIGNALS:
    void changed();

protected:
    bool event(QEvent* event) override;

private:
    void refresh();
    void answerYourSize();
    QString invitation() const;
    QString activity() const;

    Session& m_session;
    QLabel* m_headline;
    FieldNote* m_activity;
    QWidget* m_ask;  ///< for the reader's own size
    QLineEdit* m_yourSize;
    QLabel* m_answer;
    QString m_other;
};

}  // namespace breakeven
