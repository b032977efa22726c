#include "ui/excerpt.h"

#include <QCoreApplication>

#include <algorithm>

namespace breakeven {

void Excerpt::add(const QByteArray& bytes) {
    qsizetype from = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
        m_line += bytes.mid(from, std::min(end - from, LongestLine));
        take(m_line);
        m_line.clear();
        from = end + 1;
    }
    m_line += bytes.mid(from, LongestLine);
    m_line.truncate(LongestLine);
}

void Excerpt::take(const QByteArray& line) {
    const QByteArray text = line.left(LongestLine).trimmed();
    if (text.isEmpty()) return;
    if (m_begin.size() < MostLines) {
        m_begin += text;
        return;
    }
    m_end += text;
    if (m_end.size() <= MostLines) return;
    m_end.removeFirst();
    ++m_leftOut;
}

QStringList Excerpt::lines() const {
    QStringList all;
    for (const QByteArray& line : m_begin)
        all += QString::fromUtf8(line);
    if (m_leftOut > 0) all += QCoreApplication::translate("Excerpt", "… %1 lines more …").arg(m_leftOut);
    for (const QByteArray& line : m_end)
        all += QString::fromUtf8(line);
    if (const QByteArray rest = m_line.trimmed(); !rest.isEmpty()) all += QString::fromUtf8(rest);
    return all;
}

QString Excerpt::last() const {
    const QStringList all = lines();
    return all.isEmpty() ? QString() : all.back();
}

}  // namespace breakeven
