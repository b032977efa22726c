#include "tests/ui/ui_test.h"
#include "ui/excerpt.h"

using namespace breakeven;

class TestExcerpt : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void fewLinesAreKeptAsTheyAre() {
        Excerpt said;
        QCOMPARE(said.last(), QString());
        for (const char* part : {"on", "e\n\n  two \nthr", "ee"})
            said.add(part);
        QCOMPARE(said.lines(), (QStringList{"one", "two", "three"}));
        QCOMPARE(said.last(), QStringLiteral("three"));
    }

    void ofManyTheBeginAndTheEndAreKept() {
        Excerpt said;
        for (int line = 1; line <= 100'000; ++line)
            said.add("line " + QByteArray::number(line) + '\n');
        const QStringList lines = said.lines();
        QCOMPARE(lines.size(), 2 * Excerpt::MostLines + 1);
        QCOMPARE(lines.front(), QStringLiteral("line 1"));
        QCOMPARE(lines[Excerpt::MostLines], QStringLiteral("… %1 lines more …").arg(100'000 - 2 * Excerpt::MostLines));
        QCOMPARE(lines[Excerpt::MostLines + 1], QStringLiteral("line %1").arg(100'001 - Excerpt::MostLines));
        QCOMPARE(said.last(), QStringLiteral("line 100000"));
    }

    void aLineWithoutAnEndIsCut() {
        Excerpt said;
        for (int part = 0; part < 100; ++part)
            said.add(QByteArray(1'000'000, 'x'));
        QCOMPARE(said.last().size(), Excerpt::LongestLine);
        said.add("\nend\n");
        QCOMPARE(said.lines().size(), 2);
        QCOMPARE(said.lines().front().size(), Excerpt::LongestLine);
    }
};

QTEST_MAIN(TestExcerpt)
#include "tst_excerpt.moc"
