/// NoticeBar: one line that offers one thing to do, without asking for attention: nothing stops for it.
#pragma once

#include <QFrame>

class QLabel;

namespace breakeven {

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    /// Hidden at first. Object names: name, and name + "Text", "Accept", "Dismiss".
    NoticeBar(const QString& name, const QString& action, QWidget* parent = nullptr);

    void say(const QString& line);  ///< shows itself

Q_SIGNALS:
    void accepted();   ///< the bar is hidden then
    void dismissed();  ///< likewise

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();

    QLabel* m_text;
};

}  // namespace breakeven
