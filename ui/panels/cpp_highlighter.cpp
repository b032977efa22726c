#include "ui/panels/cpp_highlighter.h"

#include "ui/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSet>

namespace breakeven {

namespace {

constexpr int OutsideComment = 0;
constexpr int InsideComment = 1;

bool isKeyword(const QString& word) {
    static const QSet<QString> words = [] {
        const QString list = QStringLiteral(
            "alignas alignof auto bool break case catch char class concept const consteval constexpr constinit "
            "continue "
            "decltype default delete do double else enum explicit extern false float for friend goto if inline int "
            "long "
            "mutable namespace new noexcept nullptr operator private protected public requires return short signed "
            "sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef "
            "typename union unsigned using virtual void volatile while");
        const QStringList parts = list.split(u' ');
        return QSet<QString>(parts.begin(), parts.end());
    }();
    return words.contains(word);
}

}  // namespace

void CppHighlighter::highlightBlock(const QString& line) {
    static const QRegularExpression token(
        QStringLiteral("(?<comment>//.*|/\\*.*?(?:\\*/|$))"
                       "|(?<text>\"(?:\\\\.|[^\"\\\\])*+\"?|'(?:\\\\.|[^'\\\\])*+'?)"
                       "|(?<directive>^\\s*#\\s*\\w+)"
                       "|(?<number>\\b\\d[\\w.']*)"
                       "|(?<word>\\b[A-Za-z_]\\w*)"));
    const CodeColours colours = codeColours(isDark(QApplication::palette()));
    int from = 0;
    if (previousBlockState() == InsideComment) {
        const auto end = static_cast<int>(line.indexOf(QStringLiteral("*/")));
        from = end < 0 ? static_cast<int>(line.size()) : end + 2;
        setFormat(0, from, colours.comment);
        if (end < 0) return setCurrentBlockState(InsideComment);
    }
    setCurrentBlockState(OutsideComment);
    auto found = token.globalMatch(line, from);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const auto paint = [&](const char* group, const QColor& colour) {
            const QLatin1String name(group);
            const int length = static_cast<int>(match.capturedLength(name));
            if (length > 0) setFormat(static_cast<int>(match.capturedStart(name)), length, colour);
        };
        paint("comment", colours.comment);
        paint("text", colours.text);
        paint("directive", colours.keyword);
        paint("number", colours.number);
        if (isKeyword(match.captured(QStringLiteral("word")))) paint("word", colours.keyword);
        const QString comment = match.captured(QStringLiteral("comment"));
        const bool isOpen = comment.size() < 4 || !comment.endsWith(QStringLiteral("*/"));
        if (comment.startsWith(QStringLiteral("/*")) && isOpen) setCurrentBlockState(InsideComment);
    }
}

}  // namespace breakeven
