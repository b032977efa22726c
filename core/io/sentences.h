/// Reads texts back that were made elsewhere. Core, the command line and run files speak English, and their texts are
/// no more than text: in a file, in the protocol, in the history. This knows the patterns that they are made by, finds
/// the one that a text was made by again, and says the same in another language.
/// An object belongs to one thread at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace breakeven {

class Sentences {
public:
    /// English: says everything as it is.
    Sentences() = default;

    /// text: of a file of Qt Linguist's (.ts), UTF-8. A source is a whole text, or a pattern with gaps %1 to %9; what
    /// is found in a gap is translated, too. A sentence is given without its full stop.
    explicit Sentences(std::string_view text);

    /// Two letters, as in <html lang>.
    const std::string& language() const { return m_language; }

    /// What is known of the text, translated; all else as it is. Of several patterns that fit, the one with the most
    /// letters of its own made the text. Several sentences or parts of a list are known one by one.
    std::string translated(std::string_view text) const;

    /// True when some pattern or whole text covers all of it.
    bool knows(std::string_view text) const;

private:
    struct Pattern {
        std::vector<std::string> pieces;  ///< of the source, between its gaps; one more than gaps
        std::vector<int> gaps;            ///< their numbers, in the order of the source
        std::string translation;          ///< with the same gaps
        std::size_t letters = 0;          ///< of the pieces
    };
    struct Reading {
        std::string text;
        bool isKnown = false;
    };
    enum class Gaps { WithinSentence, Any };

    static Pattern patternOf(std::string_view source, std::string translation);
    Reading read(std::string_view text) const;
    Reading readOne(std::string_view text, Gaps gaps) const;
    Reading readParts(std::string_view text, std::string_view separator) const;
    std::string filled(const Pattern& pattern, const std::vector<std::string>& found) const;

    std::string m_language = "en";
    std::unordered_map<std::string, std::string> m_whole;
    std::vector<Pattern> m_patterns;  ///< most letters first
    mutable std::unordered_map<std::string, std::string> m_translated;
};

/// For whoever is not told a language.
const Sentences& english();

}  // namespace breakeven
