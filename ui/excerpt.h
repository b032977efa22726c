/// Excerpt: the begin and the end of what a program says, however much that is.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace breakeven {

class Excerpt {
public:
    static constexpr qsizetype MostLines = 100;       ///< of the begin, and as many of the end
    static constexpr qsizetype LongestLine = 10'000;  ///< bytes; what a line has beyond is left out

    void add(const QByteArray& bytes);  ///< lines may be cut anywhere
    QStringList lines() const;          ///< UTF-8, trimmed, none empty; how many are left out stands in their place
    QString last() const;               ///< the last of them; empty when nothing was said

private:
    void take(const QByteArray& line);

    QByteArray m_line;  ///< under way
    QList<QByteArray> m_begin;
    QList<QByteArray> m_end;
    qint64 m_leftOut = 0;
};

}  // namespace breakeven
