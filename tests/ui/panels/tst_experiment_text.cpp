#include "tests/ui/ui_test.h"
#include "ui/panels/experiment_text.h"

#include <QLabel>

#include <limits>

using namespace breakeven;

namespace {

Plan planOf(const std::vector<ItemCount>& sizes) {
    Plan plan;
    plan.spec.stopping.maxTime = Seconds(60);
    for (const ItemCount size : sizes) {
        Trial trial;
        trial.workload = "square";
        trial.size = size;
        plan.trials.push_back(trial);
    }
    return plan;
}

Catalog squareOf(ByteCount input, ByteCount output) {
    Catalog catalog;
    WorkloadInfo& square = catalog.workloads.emplace_back();
    square.id = "square";
    square.inputBytesPerItem = input;
    square.outputBytesPerItem = output;
    return catalog;
}

}  // namespace

class TestExperimentText : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyFieldOfTheFormIsExplained() {
        QWidget form;
        QList<QLabel*> labels;
        for (const char* name : {"workloadBox", "sizesEdit", "workersEdit", "backendList", "poolChoices", "callChoices",
                                 "chunkEdit", "inFlightEdit", "startChoices", "precisionBox", "launchesBox"}) {
            auto* field = new QWidget(&form);
            field->setObjectName(QLatin1String(name));
            labels += new QLabel(&form);
            labels.back()->setBuddy(field);
        }
        auto* other = new QLabel(&form);
        explainFields(form);
        for (const QLabel* label : labels)
            QVERIFY2(!label->toolTip().isEmpty(), qPrintable(label->buddy()->objectName()));
        QVERIFY(other->toolTip().isEmpty());
    }

    void sizesAreCountedAndNamed() {
        QCOMPARE(sizesHint({10}), QStringLiteral("1 size: 10"));
        QCOMPARE(sizesHint({10, 1'000, 1'000'000}), QStringLiteral("3 sizes: 10, 1\u202fk, 1\u202fM"));
        QCOMPARE(sizesHint({1, 2, 3, 4, 5, 6, 7, 8}), QStringLiteral("8 sizes: 1, 2, 3, 4, 5, 6, 7, 8"));
        QCOMPARE(sizesHint({1, 2, 3, 4, 5, 6, 7, 8, 9}), QStringLiteral("9 sizes: 1, 2, 3, …, 9"));
    }

    void workersAreNamed() {
        QCOMPARE(workersHint({4}), QStringLiteral("Means 4 here"));
        QCOMPARE(workersHint({1, 2, 8}), QStringLiteral("Means 1, 2, 8 here"));
    }

    void theLargestListDecides() {
        QCOMPARE(largestList(planOf({10, 1'000, 100}), squareOf(8, 8)), ByteCount(16'000));
        QCOMPARE(largestList(planOf({10}), Catalog()), ByteCount(0));
    }

    void listsBeyondAllMemoryDoNotWrapAround() {
        const ItemCount size = std::numeric_limits<ItemCount>::max() / 4;
        QCOMPARE(largestList(planOf({size}), squareOf(8, 8)), std::numeric_limits<ByteCount>::max());
    }

    void estimatesAreSums() {
        QCOMPARE(estimateText(planOf({10, 100}), 1'600'000'000),
                 QStringLiteral("2 trials · at most 60 s · lists up to 1.60\u202fGB"));
        QVERIFY(estimateText(planOf({10}), 160).startsWith(QStringLiteral("1 trial · ")));
    }

    void whatDoesNotFitIsToldWithItsLimit() {
        QCOMPARE(memoryError(16'000'000'000, 4'000'000'000),
                 QStringLiteral("sizes: the largest list needs 16.0\u202fGB of memory (at most 4.00\u202fGB, half of "
                                "what is available)"));
    }
};

QTEST_MAIN(TestExperimentText)
#include "tst_experiment_text.moc"
