/// Reads texts back that were made elsewhere. Core, the command line and run files speak English, and their texts are
/// no more than text: in a file, in the protocol, in the history. This knows the patterns that they are made by, finds
/// the one that a text was made by again, and says the same in another language.
/// For one thread, the window's.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace breakeven {

class Sentences {
public:
    /// From a file of Qt Linguist's (.ts). A source is a whole text, or a pattern with gaps %1 to %9; what is found in
    /// a gap is translated, too. A sentence is given without its full stop. Range: a file that can be read.
    explicit Sentences(const QString& path);

    /// What is known of the text, translated; all else as it is. Of several patterns that fit, the one with the most
    /// letters of its own made the text. Several sentences or parts of a list are known one by one.
    QString translated(const QString& text) const;

    /// True when some pattern or whole text covers all of it.
    bool knows(const QString& text) const;

private:
    struct Pattern {
        QStringList pieces;     ///< of the source, between its gaps; one more than gaps
        QList<int> gaps;        ///< their numbers, in the order of the source
        QString translation;    ///< with the same gaps
        qsizetype letters = 0;  ///< of the pieces
    };
    struct Reading {
        QString text;
        bool isKnown = false;
    };
    enum class Gaps { WithinSentence, Any };

    static Pattern patternOf(const QString& source, const QString& translation);
    Reading read(const QString& text) const;
    Reading readOne(const QString& text, Gaps gaps) const;
    Reading readParts(const QString& text, const QString& separator) const;
    QString filled(const Pattern& pattern, const QStringList& found) const;

    QHash<QString, QString> m_whole;
    QList<Pattern> m_patterns;  ///< most letters first
    mutable QHash<QString, QString> m_translated;
};

}  // namespace breakeven
