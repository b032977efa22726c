/// Text as search indexes and language models want it: one form for each word, and no word that says nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace breakeven {

struct CleanText {
    std::string words;        ///< UTF-8, one blank between two words
    std::uint32_t count = 0;  ///< of words
};

/// Compatibility decomposition (NFKD, UAX #15), full case folding, removal of marks, and words: runs of letters and
/// digits. Everything else parts words, except format characters such as the soft hyphen, which vanish. Frequent words
/// of English, German, French, Spanish, Greek and Turkish are dropped; what is left is composed again (NFC). Bytes that
/// are not UTF-8 become U+FFFD, which parts words. Marks are removed in every script, so that a few languages lose
/// vowels. utf8: less than 100 MB. Throws std::runtime_error when ICU lacks its data. May be called from several
/// threads.
CleanText cleanText(std::string_view utf8);

}  // namespace breakeven
