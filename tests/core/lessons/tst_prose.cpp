#include "core/lessons/prose.h"
#include "tests/core/lessons/sample_lesson.h"

#include <QTest>

using namespace breakeven;

namespace {

Lesson lessonOf(const std::string& predict, const std::string& measured) {
    const auto lesson = parseLesson(sampleLesson(predict, measured), SampleFile, sampleExperiment());
    if (!lesson) qFatal("%s", lesson.error().detail.c_str());
    return *lesson;
}

std::string shown(const std::string& measured, const LessonFacts& facts,
                  const std::string& predict = "number median(before, backend=tbb, size=100)") {
    const Lesson lesson = lessonOf(predict, measured);
    return filled(lesson.section(LessonPart::Measured).text, lesson, facts, sampleWords());
}

}  // namespace

class TestProse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quantitiesAreFilledIn() {
        const SampleResults before = runWithOverhead(2e-6);
        const SampleResults after = runWithOverhead(1.2e-5);
        LessonFacts facts{{&before.results, &after.results}, {.number = 5e-6}, 0};
        const std::string took = shown("It took {median(before, backend=serial, size=100)}.", facts);
        QVERIFY2(took.starts_with("It took 1.00\u202fµs (") && took.ends_with(")."), took.c_str());
        QVERIFY(shown("{predicted} of {measured}", facts).starts_with("5.00\u202fµs of 2.50\u202fµs ("));
        QVERIFY2(shown("{predicted/measured}", facts).starts_with("2.00× ("),
                 shown("{predicted/measured}", facts).c_str());
        QVERIFY(shown("{measured / predicted}", facts).starts_with("0.50× ("));
        QVERIFY(shown("{median(after, backend=tbb, size=100) /\nmedian(before, backend=tbb, size=100)}", facts)
                    .starts_with("5.00× ("));
        QCOMPARE(shown("{judgement}", facts), std::string("5.00\u202fµs 2.50\u202fµs 2.00× off"));
        QCOMPARE(shown("{cpus} on {machine}", facts), std::string("2 on 2 CPUs"));
    }

    void whatIsNotKnownSaysSo() {
        LessonFacts facts;
        facts.usableCpus = 7;
        QCOMPARE(shown("{cpus}, {predicted}, {judgement}", facts), std::string("7, not_predicted, not_judged"));
        facts.predicted.number = 1;
        QCOMPARE(shown("{judgement}", facts), std::string("not_comparable"));
    }

    /// No sentence with a hole in it: the paragraphs give way, all of them to one sentence at the end.
    void whatWasNotMeasuredTakesItsParagraphAlong() {
        const SampleResults before = runWithOverhead(2e-6);
        const LessonFacts facts{{&before.results, nullptr}, {}, 0};
        const std::string one = "It took {median(before, backend=serial, size=100)}.";
        QCOMPARE(shown("Why.\n\nIt is {measured}\nso far, {speedup(after, backend=tbb, size=10)} then.\n\n"
                       "{median(after, backend=tbb, size=10) / median(before, backend=tbb, size=10)}\n\nThen.",
                       facts),
                 std::string("Why.\n\nThen.\n\nwithout_numbers"));
        QVERIFY(shown(one, facts).starts_with("It took 1.00"));
        QCOMPARE(shown(one, LessonFacts{}), std::string("nothing_measured"));
        QCOMPARE(shown("On {machine}.", LessonFacts{}), std::string("nothing_measured"));
    }

    void aCurveOfOnePointHasNoNearestAndFarthest() {
        const SampleResults before = runWithOverhead(2e-6);
        LessonFacts facts{{&before.results, nullptr}, {}, 0};
        facts.predicted.curve = {{100, 5e-6}};
        QCOMPARE(shown("{judgement}", facts, "curve tbb"), std::string("100 2.00× off"));
    }

    void aCurveIsJudgedInASentence() {
        const SampleResults before = runWithOverhead(2e-6);
        LessonFacts facts{{&before.results, nullptr}, {}, 0};
        facts.predicted.curve = {{10, 4.1e-6}, {100, 1e-5}};
        QCOMPARE(shown("{judgement}", facts, "curve tbb"), std::string("3.00× off 10 2.00× 100 4.00×"));
    }

    void codeKeepsItsBraces() {
        LessonFacts facts;
        facts.usableCpus = 4;
        QCOMPARE(shown("`{x}` {cpus} `` `{y}` ``\n```\nint main() { return {}; }\n```\n{cpus}", facts),
                 std::string("`{x}` 4 `` `{y}` ``\n```\nint main() { return {}; }\n```\n4"));
    }

    void faultsAreFoundWhenALessonIsRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("unknown") << "{speed}"
                                 << "braces: 'speed' is not allowed (a quantity, judgement";
        QTest::newRow("a quantity's fault") << "{median(now)}"
                                            << "median: 'now' is not allowed (before or after)";
        QTest::newRow("one side") << "{median(before)"
                                  << "braces: '{median(before)' is not allowed";
        QTest::newRow("two units") << "{median(before) / speedup(before)}"
                                   << "two quantities of one unit";
        QTest::newRow("a second side") << "{median(before) / twice}"
                                       << "'twice' is not allowed";
    }

    void faultsAreFoundWhenALessonIsRead() {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        const auto lesson = parseLesson(sampleLesson("curve tbb", text.toStdString()), SampleFile, sampleExperiment());
        QVERIFY(!lesson);
        const QString detail = QString::fromStdString(lesson.error().detail);
        QVERIFY2(detail.startsWith("01-sample.md: What was measured: "), qPrintable(detail));
        QVERIFY2(detail.contains(fault), qPrintable(detail));
    }

    void aCurveHasNoNumberToFillIn() {
        const auto lesson = parseLesson(sampleLesson("curve tbb", "{predicted}"), SampleFile, sampleExperiment());
        QVERIFY(!lesson);
        QVERIFY(lesson.error().detail.find("braces: 'predicted' is not allowed") != std::string::npos);
    }

    void aMachineIsNamedByItsRun() {
        SampleResults sample(64);
        QCOMPARE(machineLabel(sample.results), std::string("64 CPUs"));
        sample.run().environment.facts = {{"cpu.model", "CPU", "Some Processor 9"}};
        sample.updateRun();
        QCOMPARE(machineLabel(sample.results), std::string("Some Processor 9, 64 CPUs"));
    }
};

QTEST_GUILESS_MAIN(TestProse)
#include "tst_prose.moc"
