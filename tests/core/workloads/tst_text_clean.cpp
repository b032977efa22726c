#include "core/workloads/clean_text.h"
#include "core/workloads/folder_items.h"
#include "core/workloads/hash.h"
#include "tests/core/workloads/bound_list.h"

#include <QtTest>

#include <filesystem>
#include <set>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>

using namespace breakeven;

namespace {

using Document = SourceSlot<4096>;

struct Cleaned {
    std::uint64_t hash;
    std::uint32_t words;
    std::uint32_t bytes;
};

ListRecipe recipeOf(const std::string& folder, ItemCount size, double words = 200) {
    return {.workload = "text-clean", .params = {{"folder", folder}, {"words", words}}, .size = size};
}

std::uint64_t hashOf(const std::string& text) {
    return hashItems<char>(text);
}

}  // namespace

class TestTextClean : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesWordsOneForm_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const char* text, const char* words) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(words);
        };
        row("nothing", "", "");
        row("case folding", "Straße STRASSE GROẞ", "strasse strasse gross");
        row("accents", "café Über résumé żółw", "cafe uber resume zołw");
        row("combining marks", "cafe\u0301 e\u0302\u0301\u0323", "cafe e");
        row("Greek", "Ελλάδα ΟΔΥΣΣΕΎΣ Ὀδυσσεύς", "ελλαδα οδυσσευσ οδυσσευσ");
        row("Turkish", "İstanbul", "istanbul");
        row("ligatures", "ﬁancée eﬃcient ĳs", "fiancee efficient ijs");
        row("compatibility", "２０２４ x² ①", "2024 x2 1");
        row("Cyrillic", "ЁЛКА Київ", "елка киів");
        row("Hangul is composed again", "한국어", "한국어");
        row("punctuation", "“Well”, he(r): 3.14-x!", "well he r 3 14 x");
        row("emoji", "I ❤️ C++ 👩‍💻!", "i c");
        row("soft hyphen", "co\u00ADoperate", "cooperate");
        row("stop words", "The cat and the dog: l’été à Paris, DER Über-Hund", "cat dog l ete paris uber hund");
        row("stop words are whole words", "theory android", "theory android");
        row("not UTF-8",
            "ab\xFF\xFE"
            "cd \xC3",
            "ab cd");
        row("surrogate",
            "ab\xED\xA0\x80"
            "cd",
            "ab cd");
    }
    void givesWordsOneForm() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        const auto clean = cleanText(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(clean.words), words);
        const auto blanks = words.count(' ');
        QCOMPARE(clean.count, static_cast<std::uint32_t>(words.isEmpty() ? 0 : blanks + 1));
    }

    void aZeroByteIsNoEnd() { QCOMPARE(cleanText(std::string_view("ab\0cd", 5)).words, std::string("ab cd")); }

    void itemsAreTheirDocuments() {
        const BoundList list(recipeOf("", 3));
        list.workload->run(0, 3);
        for (ItemCount i = 0; i < 3; ++i) {
            const auto clean = cleanText(list.input<Document>()[i].view());
            QVERIFY(clean.count > 100);
            QCOMPARE(list.output<Cleaned>()[i].hash, hashOf(clean.words));
            QCOMPARE(list.output<Cleaned>()[i].words, clean.count);
            QCOMPARE(list.output<Cleaned>()[i].bytes, static_cast<std::uint32_t>(clean.words.size()));
        }
    }

    void documentsDifferAndHaveTheirLength() {
        const BoundList list(recipeOf("", 50, 1));
        std::set<std::string> texts;
        for (const Document& document : list.input<Document>()) {
            QVERIFY(document.origin == Origin::Content && document.length > 1);
            texts.emplace(document.view());
        }
        QVERIFY(texts.size() > 20);
        const BoundList longest(recipeOf("", 20, 200));
        for (const Document& document : longest.input<Document>())
            QVERIFY(document.length > 1000);
    }

    void documentsAreReadFromAFolder() {
        const QTemporaryDir folder;
        writeFile(folder.filePath("b.txt"), "Zwei Straßen");
        writeFile(folder.filePath("a.txt"), "One café");
        writeFile(folder.filePath(".hidden"), "hidden");
        QVERIFY(QDir(folder.path()).mkdir("c"));
        const BoundList list(recipeOf(folder.path().toStdString(), 3));
        list.workload->run(0, 3);
        const auto output = list.output<Cleaned>();
        QCOMPARE(output[0].hash, hashOf("one cafe"));
        QCOMPARE(output[1].hash, hashOf("zwei strassen"));
        QCOMPARE(output[2].hash, output[0].hash);

        writeFile(folder.filePath("b.txt"), "Drei");
        list.workload->run(1, 2);
        QCOMPARE(output[1].hash, hashOf("drei"));
    }

    /// A result in the disk cache is found by the item's input.
    void aChangedFileIsAnotherInput() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.txt");
        writeFile(path, "one");
        const BoundList list(recipeOf(folder.path().toStdString(), 1));
        const auto before = list.input<Document>()[0].changed;
        const timespec later[2] = {{0, UTIME_OMIT}, {2'000'000'000, 0}};
        QCOMPARE(utimensat(AT_FDCWD, path.toUtf8().constData(), later, 0), 0);
        list.workload->generate(1);
        QVERIFY(list.input<Document>()[0].changed != before);
    }

    void aFolderWithoutDocumentsIsAFailure() {
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        QVERIFY(QDir(folder.path()).mkdir("c"));
        QCOMPARE(failureOf([&] { BoundList list(recipeOf(path, 3)); }),
                 "text-clean: folder: '" + path + "' has no file to take items from (a regular file)");
        QCOMPARE(failureOf([&] { BoundList list(recipeOf(path + "/d", 3)); }),
                 "text-clean: folder: '" + path + "/d' cannot be read: No such file or directory");
    }

    void aFileThatIsGoneOrTooLargeIsAFailure() {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("a.txt").toStdString();
        writeFile(folder.filePath("a.txt"), "one");
        const BoundList list(recipeOf(folder.path().toStdString(), 1));
        std::filesystem::resize_file(path, 16'000'001);
        QCOMPARE(failureOf([&] { list.workload->run(0, 1); }),
                 "text-clean: " + path + ": cannot be read: it is larger than 16000000 bytes");
        std::filesystem::remove(path);
        const std::string failure = failureOf([&] { list.workload->run(0, 1); });
        QVERIFY2(failure.starts_with("text-clean: " + path + ": "), failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestTextClean)
#include "tst_text_clean.moc"
