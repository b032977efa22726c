/// CppHighlighter: colours C++ while it is typed. Tells words apart, not meanings.
#pragma once

#include <QSyntaxHighlighter>

namespace breakeven {

class CppHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& line) override;
};

}  // namespace breakeven
