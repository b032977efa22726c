#include "core/workloads/clean_text.h"

#include <algorithm>
#include <stdexcept>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace breakeven {

namespace {

using std::operator""sv;

/// As they look when they are clean, in the order of their code units.
constexpr std::u16string_view StopWords[] = {
    u"a"sv,    u"an"sv,  u"and"sv, u"are"sv,  u"as"sv,  u"at"sv,  u"au"sv,   u"be"sv,  u"bir"sv,   u"bu"sv,
    u"but"sv,  u"by"sv,  u"das"sv, u"de"sv,   u"den"sv, u"der"sv, u"des"sv,  u"die"sv, u"du"sv,    u"ein"sv,
    u"eine"sv, u"el"sv,  u"en"sv,  u"est"sv,  u"et"sv,  u"for"sv, u"from"sv, u"fur"sv, u"in"sv,    u"is"sv,
    u"ist"sv,  u"it"sv,  u"la"sv,  u"las"sv,  u"le"sv,  u"les"sv, u"los"sv,  u"mit"sv, u"nicht"sv, u"of"sv,
    u"on"sv,   u"or"sv,  u"por"sv, u"que"sv,  u"the"sv, u"to"sv,  u"un"sv,   u"una"sv, u"und"sv,   u"une"sv,
    u"ve"sv,   u"von"sv, u"was"sv, u"with"sv, u"y"sv,   u"zu"sv,  u"η"sv,    u"και"sv, u"ο"sv,     u"το"sv};
static_assert(std::ranges::is_sorted(StopWords));

bool isStopWord(const icu::UnicodeString& word) {
    const std::u16string_view text(word.getBuffer(), static_cast<std::size_t>(word.length()));
    return std::ranges::binary_search(StopWords, text);
}

void check(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string("text: ICU reports ") + u_errorName(status));
}

icu::UnicodeString normalised(const icu::UnicodeString& text, const icu::Normalizer2* form) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result = form->normalize(text, status);
    check(status);
    return result;
}

const icu::Normalizer2* nfkd() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKDInstance(status);
    check(status);
    return form;
}

const icu::Normalizer2* nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFCInstance(status);
    check(status);
    return form;
}

/// Folding can compose and decompose (ΐ has a folding of three characters), so it stands between two decompositions.
icu::UnicodeString folded(std::string_view utf8) {
    auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    text = normalised(text, nfkd());
    text.foldCase();
    return normalised(text, nfkd());
}

class Words {
public:
    void add(UChar32 letter) { m_word.append(letter); }

    void endWord() {
        if (!m_word.isEmpty() && !isStopWord(m_word)) {
            if (m_count > 0) m_text.append(u' ');
            m_text.append(m_word);
            ++m_count;
        }
        m_word.remove();
    }

    CleanText take() {
        endWord();
        CleanText clean{.words = {}, .count = m_count};
        normalised(m_text, nfc()).toUTF8String(clean.words);
        return clean;
    }

private:
    icu::UnicodeString m_word;
    icu::UnicodeString m_text;
    std::uint32_t m_count = 0;
};

}  // namespace

CleanText cleanText(std::string_view utf8) {
    constexpr std::uint32_t Vanishing = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
    constexpr std::uint32_t OfWords = U_GC_L_MASK | U_GC_N_MASK | U_GC_MC_MASK;

    const icu::UnicodeString text = folded(utf8);
    Words words;
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 character = text.char32At(at);
        const std::uint32_t category = U_GET_GC_MASK(character);
        if ((category & Vanishing) != 0) continue;
        if ((category & OfWords) != 0)
            words.add(character);
        else
            words.endWord();
    }
    return words.take();
}

}  // namespace breakeven
