#include "core/base/random.h"
#include "core/os/files.h"
#include "core/workloads/clean_text.h"
#include "core/workloads/folder_items.h"
#include "core/workloads/or_throw.h"
#include "core/workloads/slot_workload.h"

#include <algorithm>

namespace breakeven {

namespace {

using Document = SourceSlot<4096>;

struct Cleaned {
    std::uint64_t hash;   ///< of the clean text
    std::uint32_t words;  ///< that are left
    std::uint32_t bytes;  ///< of the clean text
};

constexpr std::string_view Vocabulary[] = {"The",
                                           "the",
                                           "and",
                                           "of",
                                           "a",
                                           "with",
                                           "data",
                                           "naïve",
                                           "café",
                                           "cafe\u0301",
                                           "résumé",
                                           "façade",
                                           "Über",
                                           "und",
                                           "der",
                                           "Straße",
                                           "GROẞ",
                                           "größer",
                                           "Äpfel",
                                           "nicht",
                                           "été",
                                           "l’été",
                                           "déjà",
                                           "cœur",
                                           "garçon",
                                           "et",
                                           "que",
                                           "mañana",
                                           "¿Qué?",
                                           "niño",
                                           "año",
                                           "los",
                                           "İstanbul",
                                           "ışık",
                                           "Türkiye",
                                           "ve",
                                           "Ελλάδα",
                                           "ΟΔΥΣΣΕΎΣ",
                                           "καί",
                                           "λόγος",
                                           "Москва",
                                           "ёлка",
                                           "Київ",
                                           "Łódź",
                                           "żółw",
                                           "Tiếng",
                                           "Việt",
                                           "한국어",
                                           "東京",
                                           "ガラス",
                                           "ﬁancée",
                                           "eﬃcient",
                                           "２０２４",
                                           "№",
                                           "1984",
                                           "3.14159",
                                           "x²",
                                           "42%",
                                           "co\u00ADoperate",
                                           "(well)",
                                           "“quoted”",
                                           "e-mail",
                                           "don't"};
constexpr std::string_view Separators[] = {" ", " ", " ", " ", ", ", ". ", "; ", "\n"};

constexpr std::size_t longest(std::span<const std::string_view> texts) {
    return std::ranges::max_element(texts, {}, &std::string_view::size)->size();
}

constexpr double MostWords = 200;
static_assert(MostWords * (longest(Vocabulary) + longest(Separators)) <= sizeof(Document::bytes));

/// Word k is the random number with index 2 k, what follows it the one with index 2 k + 1.
std::string document(std::uint64_t seed, std::uint64_t words) {
    std::string text;
    for (std::uint64_t k = 0; k < words; ++k) {
        text += Vocabulary[randomBelow(seed, 2 * k, std::size(Vocabulary))];
        text += Separators[randomBelow(seed, 2 * k + 1, std::size(Separators))];
    }
    return text;
}

class TextClean final : public SlotWorkload<Document, Cleaned> {
public:
    TextClean(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size),
          m_folder(std::get<std::string>(recipe.params.at("folder"))),
          m_words(static_cast<std::uint64_t>(std::get<double>(recipe.params.at("words")))) {}

    void generate(std::uint64_t seed) override {
        if (!m_folder.empty())
            orThrow("text-clean", putFiles(m_input, orThrow("text-clean", filesOf(m_folder, {}))));
        else
            for (ItemCount i = 0; i < m_input.size(); ++i)
                orThrow("text-clean", m_input[i].put(Origin::Content, document(randomBits(seed, i), m_words)));
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            const CleanText clean = cleaned(m_input[i]);
            m_output[i] = {.hash = hashItems<char>(clean.words),
                           .words = clean.count,
                           .bytes = static_cast<std::uint32_t>(clean.words.size())};
        }
    }

private:
    static CleanText cleaned(const Document& document) {
        constexpr ByteCount LargestFile = 16'000'000;  // a worker's memory is some twenty times this
        if (document.origin == Origin::Content) return cleanText(document.view());
        return cleanText(orThrow("text-clean", readFile(document.view(), LargestFile)));
    }

    std::string m_folder;
    std::uint64_t m_words;
};

}  // namespace

WorkloadEntry textCleanWorkload() {
    return {.info = {.id = "text-clean",
                     .title = "Clean text",
                     .description = "Prepares documents for a search index or a language model: Unicode normalisation, "
                                    "case folding, removal of accents and punctuation, splitting into words, removal "
                                    "of stop words. The documents are made of words of many languages, or read from "
                                    "the files of a folder, again in each call.",
                     .teaches = "A document is worth a hand-over: unlike bare numbers, texts pay from short lists on, "
                                "as long as the work is not cut finer than whole documents.",
                     .params = {folderParam("Folder with documents in UTF-8, each up to 16 MB; item i is file i modulo "
                                            "their number. Empty: documents are made."),
                                {.name = "words",
                                 .title = "Words",
                                 .description = "Length of a made document.",
                                 .unit = "words",
                                 .kind = ParamKind::Integer,
                                 .minimum = 1,
                                 .maximum = MostWords,
                                 .initial = 200.0}},
                     .inputBytesPerItem = sizeof(Document),
                     .outputBytesPerItem = sizeof(Cleaned),
                     .operationsPerItem = 0,
                     .typicalSize = 1000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<TextClean>(recipe, memory);
            }};
}

}  // namespace breakeven
