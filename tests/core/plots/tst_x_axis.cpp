#include "core/plots/x_axis.h"
#include "tests/support/sample_results.h"

#include <QTest>

using namespace breakeven;

namespace {

XAxis axisFor(const std::string& word) {
    SampleResults sample;
    sample.setX(word);
    return xAxisOf(sample.results);
}

Trial trialOf(const std::string& backend) {
    SampleResults sample;
    Trial trial = sample.trial(backend, 20'000, 8);
    trial.params = {{"seconds", 0.5}, {"distribution", std::string("linear")}};
    return trial;
}

}  // namespace

class TestXAxis : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void titlesCarryTheUnit_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("quantity");
        const auto row = [](const char* word, const char* name, const char* title, Quantity quantity) {
            QTest::newRow(word) << name << title << static_cast<int>(quantity);
        };
        row("size", "size", "Size (items)", Quantity::Items);
        row("workers", "workers", "Workers (threads or processes)", Quantity::Workers);
        row("chunk", "chunk", "Chunk (items)", Quantity::Chunk);
        row("param:seconds", "seconds", "Parameter seconds (s)", Quantity::Duration);
        row("param:latency", "latency", "Parameter latency (s)", Quantity::Duration);
        row("param:fraction", "serial fraction", "Serial fraction", Quantity::Number);
        row("param:steps", "steps", "Parameter steps", Quantity::Number);
        row("from-a-later-version", "size", "Size (items)", Quantity::Items);
    }
    void titlesCarryTheUnit() {
        QFETCH(QString, name);
        QFETCH(QString, title);
        QFETCH(int, quantity);
        const XAxis x = axisFor(QTest::currentDataTag());
        QCOMPARE(QString::fromStdString(x.name), name);
        QCOMPARE(QString::fromStdString(x.axis.title), title);
        QCOMPARE(static_cast<int>(x.axis.quantity), quantity);
    }

    void aTrialStandsAtItsNumber() {
        Trial trial = trialOf("tbb");
        QCOMPARE(xOf(trial, axisFor("size")), std::optional(20'000.0));
        QCOMPARE(xText(trial, axisFor("size")), std::string("20\u202fk"));
        QCOMPARE(xOf(trial, axisFor("workers")), std::optional(8.0));
        QCOMPARE(xText(trial, axisFor("workers")), std::string("8"));
        QCOMPARE(xOf(trial, axisFor("param:seconds")), std::optional(0.5));
        QCOMPARE(xText(trial, axisFor("param:seconds")), std::string("0.5"));
        trial.chunk = "16384";
        QCOMPARE(xOf(trial, axisFor("chunk")), std::optional(16'384.0));
    }

    void wordsAreNoNumbers() {
        const Trial trial = trialOf("tbb");
        QVERIFY(!xOf(trial, axisFor("chunk")));
        QCOMPARE(xText(trial, axisFor("chunk")), std::string("auto"));
        QVERIFY(!xOf(trial, axisFor("param:distribution")));
        QCOMPARE(xText(trial, axisFor("param:distribution")), std::string("linear"));
    }

    void whatATrialLacksHasNoPlace() {
        const Trial serial = trialOf("serial");
        for (const char* word : {"workers", "chunk", "param:steps"}) {
            QVERIFY2(!xOf(serial, axisFor(word)), word);
            QVERIFY2(xText(serial, axisFor(word)).empty(), word);
        }
        QCOMPARE(xOf(serial, axisFor("param:seconds")), std::optional(0.5));
    }
};

QTEST_GUILESS_MAIN(TestXAxis)
#include "tst_x_axis.moc"
