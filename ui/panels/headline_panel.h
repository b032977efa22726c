/// HeadlinePanel: the answer. One sentence, what is going on below it, and the answer for the reader's own size. Where
/// other runs are in front, it says their sentence alone.
#pragma once

#include "core/base/units.h"

#include <QWidget>

#include <array>
#include <cstddef>
#include <optional>
#include <string>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace breakeven {

class FieldNote;
class Session;

class HeadlinePanel : public QWidget {
    Q_OBJECT

public:
    explicit HeadlinePanel(Session& session, QWidget* parent = nullptr);

    const QString& said() const { return m_said; }  ///< the sentence
    void setOther(const QString& sentence);         ///< of other runs that are in front; empty: the session's own again
    /// In a low window it stays as high as two lines of the sentence and one of what is going on, whose tips have all
    /// of it. The answer takes the place of both as far as it needs it, and tells of many curves the ratios alone, at
    /// worst without their intervals.
    void setBrief(bool brief);

Q_SIGNALS:
    void changed();

protected:
    bool event(QEvent* event) override;

private:
    static constexpr std::size_t AnswerLengths = 3;

    void refresh();
    void say();  ///< what is to be said, as far as there is room
    void answerYourSize();
    void findAnswer();
    std::optional<ItemCount> typedSize() const;
    QString invitation() const;
    QString activity() const;

    Session& m_session;
    QLabel* m_headline;
    FieldNote* m_activity;
    QWidget* m_ask;  ///< for the reader's own size
    QLineEdit* m_yourSize;
    QLabel* m_answer;
    QGridLayout* m_lines;
    QString m_said;
    QString m_told;  ///< what is going on, or what went wrong
    bool m_isLack = false;
    /// Longest first: with what follows, the ratios alone, these without intervals; empty while no size is asked for.
    std::array<QString, AnswerLengths> m_answers;
    QString m_other;
    bool m_isBrief = false;
    std::string m_firstLook;  ///< the window's first run, by its id; later ones of that experiment are the user's
};

}  // namespace breakeven
