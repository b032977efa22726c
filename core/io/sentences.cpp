#include "core/io/sentences.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t MostRemembered = 4096;  ///< texts; numbers change in each repaint of a run
constexpr std::size_t LongestText = 4096;     ///< bytes; longer ones are what a program of the user's printed

bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Those of other alphabets begin with a byte from 0xC3; signs and punctuation do with 0xC2 and 0xE2.
bool isLetter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return isAsciiLetter(c) || (byte >= 0xC3 && byte < 0xE2);
}

bool isGap(std::string_view text, std::size_t place) {
    return text[place] == '%' && place + 1 < text.size() && text[place + 1] >= '1' && text[place + 1] <= '9';
}

int gapAt(std::string_view text, std::size_t place) {
    return text[place + 1] - '0';
}

/// What stands in the gaps between the pieces, from the left; nullopt when the text was not made by them.
std::optional<std::vector<std::string>> foundBetween(const std::vector<std::string>& pieces, std::string_view text) {
    const std::string& last = pieces.back();
    if (text.size() < pieces.front().size() + last.size()) return std::nullopt;
    if (!text.starts_with(pieces.front()) || !text.ends_with(last)) return std::nullopt;
    const std::size_t end = text.size() - last.size();
    std::size_t from = pieces.front().size();
    std::vector<std::string> found;
    for (std::size_t index = 1; index < pieces.size(); ++index) {
        const bool isLast = index + 1 == pieces.size();
        const std::size_t to = isLast ? end : text.find(pieces[index], from + 1);
        if (to <= from || to > end) return std::nullopt;  // also when there is none
        found.emplace_back(text.substr(from, to - from));
        from = to + pieces[index].size();
    }
    return found;
}

constexpr std::array Borders{"\n", " · ", ". ", "; "};

/// Sentences and remarks have borders that a gap does not reach across, unless nothing else explains the text.
bool staysWithinSentence(const std::string& gap) {
    return std::ranges::none_of(Borders, [&](const char* border) { return gap.find(border) != std::string::npos; });
}

constexpr char OtherCase = 'a' - 'A';

/// Core's sentences begin with letters of ASCII.
std::string withOtherCase(std::string_view text) {
    std::string other(text);
    if (isAsciiLetter(other[0])) other[0] = static_cast<char>(other[0] ^ OtherCase);
    return other;
}

/// German ones also with an umlaut, whose two cases differ in the second of its bytes.
void capitalise(std::string& text) {
    const std::size_t place = text.starts_with('\xC3') && text.size() > 1 ? 1 : 0;
    const auto letter = static_cast<unsigned char>(text[place]);
    const bool isSmall =
        place == 0 ? letter >= 'a' && letter <= 'z' : letter >= 0xA0 && letter <= 0xBE && letter != 0xB7;
    if (isSmall) text[place] = static_cast<char>(letter - OtherCase);
}

/// The text up to the mark, which is taken off with it; all that is left when it has none.
std::string_view takeUntil(std::string_view& text, std::string_view mark) {
    const auto end = std::min(text.find(mark), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + mark.size(), text.size()));
    return taken;
}

/// As XML has it: Linguist writes no other references than these.
std::string unescaped(std::string_view xml) {
    constexpr std::array<std::pair<std::string_view, char>, 5> References{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}}};
    std::string text;
    while (!xml.empty()) {
        const auto* const reference =
            std::ranges::find_if(References, [&](const auto& each) { return xml.starts_with(each.first); });
        const bool isPlain = reference == References.end();
        text += isPlain ? xml.front() : reference->second;
        xml.remove_prefix(isPlain ? 1 : reference->first.size());
    }
    return text;
}

}  // namespace

Sentences::Sentences(std::string_view text) {
    takeUntil(text, " language=\"");
    m_language = takeUntil(text, "\"").substr(0, 2);
    while (takeUntil(text, "<source>"), !text.empty()) {
        const std::string source = unescaped(takeUntil(text, "</source>"));
        takeUntil(text, "<translation>");
        std::string translation = unescaped(takeUntil(text, "</translation>"));
        Pattern pattern = patternOf(source, translation);
        if (pattern.gaps.empty())
            m_whole.insert_or_assign(source, std::move(translation));
        else
            m_patterns.push_back(std::move(pattern));
    }
    std::ranges::stable_sort(m_patterns, std::ranges::greater(), &Pattern::letters);
}

Sentences::Pattern Sentences::patternOf(std::string_view source, std::string translation) {
    Pattern pattern;
    pattern.translation = std::move(translation);
    std::string piece;
    for (std::size_t place = 0; place < source.size(); ++place) {
        if (!isGap(source, place)) {
            piece += source[place];
            continue;
        }
        pattern.pieces.push_back(std::exchange(piece, {}));
        pattern.gaps.push_back(gapAt(source, place++));
    }
    pattern.pieces.push_back(piece);
    for (const std::string& own : pattern.pieces)
        pattern.letters += static_cast<std::size_t>(std::ranges::count_if(own, isLetter));
    return pattern;
}

std::string Sentences::translated(std::string_view text) const {
    const bool isEnglish = m_whole.empty() && m_patterns.empty();
    std::string asked(text);
    if (isEnglish || text.empty() || text.size() > LongestText) return asked;
    const auto known = m_translated.find(asked);
    if (known != m_translated.end()) return known->second;
    if (m_translated.size() >= MostRemembered) m_translated.clear();
    std::string translation = read(text).text;
    return m_translated.emplace(std::move(asked), std::move(translation)).first->second;
}

bool Sentences::knows(std::string_view text) const {
    return readOne(text, Gaps::Any).isKnown;
}

Sentences::Reading Sentences::read(std::string_view text) const {
    Reading reading = readOne(text, Gaps::WithinSentence);
    for (const char* separator : Borders)
        if (!reading.isKnown) reading = readParts(text, separator);
    if (!reading.isKnown) reading = readOne(text, Gaps::Any);
    for (const char* separator : {", ", ": "})
        if (!reading.isKnown) reading = readParts(text, separator);
    return reading;
}

/// With the freedom that core takes: a full stop behind, a first letter that fits where the sentence stands.
Sentences::Reading Sentences::readOne(std::string_view text, Gaps gaps) const {
    struct Form {
        std::string text;
        std::string end = {};
        bool hasOtherCase = false;
    };
    if (text.empty()) return {};
    std::vector<Form> forms;
    if (text.size() > 1 && text.ends_with('.')) forms.push_back({std::string(text.substr(0, text.size() - 1)), "."});
    forms.push_back({std::string(text)});
    if (text.find(' ') != std::string_view::npos) {
        for (const Form& form : std::vector<Form>(forms))
            forms.push_back({withOtherCase(form.text), form.end, true});
    }
    const auto reading = [&](const Form& form, std::string translation) {
        if (form.hasOtherCase && text[0] >= 'A' && text[0] <= 'Z') capitalise(translation);
        return Reading{translation + form.end, true};
    };
    for (const Form& form : forms) {
        const auto whole = m_whole.find(form.text);
        if (whole != m_whole.end()) return reading(form, whole->second);
    }
    for (const Pattern& pattern : m_patterns) {
        for (const Form& form : forms) {
            const auto found = foundBetween(pattern.pieces, form.text);
            if (!found) continue;
            if (gaps == Gaps::Any || std::ranges::all_of(*found, staysWithinSentence))
                return reading(form, filled(pattern, *found));
        }
    }
    return {std::string(text), false};
}

Sentences::Reading Sentences::readParts(std::string_view text, std::string_view separator) const {
    if (text.find(separator) == std::string_view::npos) return {std::string(text), false};
    Reading whole;
    while (true) {
        const auto end = text.find(separator);
        const std::string_view part = text.substr(0, end);
        const Reading reading = part.empty() ? Reading() : read(part);
        whole.isKnown = whole.isKnown || reading.isKnown;
        whole.text += reading.text;
        if (end == std::string_view::npos) return whole;
        whole.text += separator;
        text.remove_prefix(end + separator.size());
    }
}

std::string Sentences::filled(const Pattern& pattern, const std::vector<std::string>& found) const {
    const std::string& translation = pattern.translation;
    std::string text;
    for (std::size_t place = 0; place < translation.size(); ++place) {
        if (!isGap(translation, place)) {
            text += translation[place];
            continue;
        }
        const auto gap = std::ranges::find(pattern.gaps, gapAt(translation, place++));
        if (gap != pattern.gaps.end()) text += read(found[static_cast<std::size_t>(gap - pattern.gaps.begin())]).text;
    }
    return text;
}

const Sentences& english() {
    static const Sentences none;
    return none;
}

}  // namespace breakeven
