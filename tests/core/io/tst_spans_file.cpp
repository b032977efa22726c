#include "core/io/spans_file.h"

#include <QtTest>

#include <algorithm>
#include <memory>

using namespace breakeven;

namespace {

PassSpans passOf(int trial) {
    PassSpans pass{.trial = trial, .launch = 0, .wall = Seconds(0.5), .workers = {}, .caller = {}};
    pass.workers = {{{SpanKind::Compute, std::chrono::nanoseconds(5), std::chrono::nanoseconds(10), 0, ItemCount{10}}}};
    return pass;
}

std::string threePasses() {
    std::string text;
    for (const int trial : {1, 2, 3})
        text += writeSpans(passOf(trial)) + '\n';
    return text;
}

}  // namespace

class TestSpansFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void liesBesideTheRun() {
        QCOMPARE(spansFileOf("/a/b.jsonl").string(), std::string("/a/b.spans"));
        QCOMPARE(spansFileOf("run").string(), std::string("run.spans"));
    }

    void wholeFilesAreReadWithoutAWord() {
        const auto loaded = readSpans(saved(threePasses()));
        QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
        QCOMPARE(loaded->passes.size(), std::size_t{3});
        QCOMPARE(loaded->passes[2].trial, 3);
        QVERIFY(loaded->passes[2].workers == passOf(3).workers);
        QVERIFY(loaded->warnings.empty());
    }

    /// Whole lines are kept, and one warning says that the last one is not whole.
    void aCutAnywhereKeepsWholeLines() {
        const std::string text = threePasses();
        for (std::size_t length = 0; length <= text.size(); ++length) {
            const std::string part = text.substr(0, length);
            const auto lines = static_cast<std::size_t>(std::ranges::count(part, '\n'));
            // A line that only lacks its end is whole.
            const bool lacksItsEnd = length < text.size() && text[length] == '\n';
            const bool isWhole = part.empty() || part.back() == '\n' || lacksItsEnd;
            const auto loaded = readSpans(saved(part));
            QVERIFY(loaded);
            QCOMPARE(loaded->passes.size(), lines + (lacksItsEnd ? 1 : 0));
            QCOMPARE(loaded->warnings.size(), std::size_t{isWhole ? 0U : 1U});
            if (!isWhole)
                QCOMPARE(loaded->warnings[0], "run.spans: the last line is cut; " + std::to_string(lines) +
                                                  (lines == 1 ? " pass kept" : " passes kept"));
        }
    }

    void aDamagedLineIsSkipped() {
        std::string text = threePasses();
        text[text.find('\n') + 1] = '?';
        const auto loaded = readSpans(saved(text));
        QVERIFY(loaded);
        QCOMPARE(loaded->passes.size(), std::size_t{2});
        QCOMPARE(loaded->passes[1].trial, 3);
        QCOMPARE(loaded->warnings, std::vector<std::string>{"run.spans: line 2 is skipped: spans: not valid JSON"});
    }

    void aMissingFileIsSaidInOneLine() {
        const std::string file = m_folder->filePath("gone.spans").toStdString();
        const auto loaded = readSpans(file);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Unreadable);
        QCOMPARE(loaded.error().detail,
                 file +
                     ": the run's timeline is not there (it belongs beside the run; a run that is moved takes it "
                     "along)");
    }

private:
    std::string saved(const std::string& text) const {
        const std::string file = m_folder->filePath("run.spans").toStdString();
        QFile out(QString::fromStdString(file));
        if (out.open(QIODevice::WriteOnly)) out.write(text.data(), static_cast<qint64>(text.size()));
        return file;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSpansFile)
#include "tst_spans_file.moc"
