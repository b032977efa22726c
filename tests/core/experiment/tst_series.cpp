#include "core/experiment/plan.h"

#include <QtTest>

using namespace breakeven;

namespace {

Trial trialOf(const char* backend, WorkerCount workers, const char* pool, ItemCount size = 10) {
    Trial trial;
    trial.workload = "square";
    trial.backend = backend;
    trial.size = size;
    trial.workers = workers;
    if (trial.backend == "serial") return trial;
    trial.call = "map";
    trial.chunk = "auto";
    trial.pool = pool;
    return trial;
}

QStringList labelsOf(const std::vector<Trial>& trials) {
    QStringList labels;
    for (const auto& label : seriesLabels(trials))
        labels << QString::fromStdString(label);
    return labels;
}

}  // namespace

class TestSeries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharedPartsAreLeftOut() {
        QCOMPARE(labelsOf({}), QStringList());
        QCOMPARE(labelsOf({trialOf("serial", 1, ""), trialOf("tbb", 2, "cold"), trialOf("tbb", 2, "cold", 100)}),
                 QStringList({"serial", "tbb", "tbb"}));
        QCOMPARE(labelsOf({trialOf("serial", 1, ""), trialOf("tbb", 2, "cold"), trialOf("tbb", 4, "warm")}),
                 QStringList({"serial", "tbb ×2 cold", "tbb ×4 warm"}));
    }

    void paramsAreNamedWhereTheyDiffer() {
        auto slow = trialOf("serial", 1, "");
        slow.params = {{"seconds", 2.0}, {"folder", std::string("here")}};
        auto quick = slow;
        quick.params["seconds"] = 0.5;
        QCOMPARE(labelsOf({slow, quick}), QStringList({"seconds=2 serial", "seconds=0.5 serial"}));
    }

    void labelsAreUniquePerCurve() {
        auto odd = trialOf("tbb", 2, "cold");
        odd.inFlight = "4";
        auto even = trialOf("tbb", 2, "cold in flight 4");
        QCOMPARE(labelsOf({odd, even, odd}),
                 QStringList({"tbb cold in flight 4", "tbb cold in flight 4 (2)", "tbb cold in flight 4"}));
    }

    /// Two sources may begin alike.
    void longTextsAreToldApart() {
        auto one = trialOf("serial", 1, "");
        one.params = {{"source", std::string(1000, 'x') + "1"}};
        auto other = one;
        other.params = {{"source", std::string(1000, 'x') + "2"}};
        QCOMPARE(labelsOf({one, other, one}), QStringList({"serial", "serial (2)", "serial"}));
    }

    void curvesDifferInEverythingButSize() {
        const auto trial = trialOf("tbb", 2, "cold");
        auto other = trial;
        other.size = 99;
        other.id = 7;
        QVERIFY(sameSeries(trial, other));
        for (auto change : std::initializer_list<void (*)(Trial&)>{
                 [](Trial& t) { t.workload = "x"; }, [](Trial& t) { t.params["a"] = 1.0; },
                 [](Trial& t) { t.backend = "x"; }, [](Trial& t) { t.call = "x"; }, [](Trial& t) { t.chunk = "x"; },
                 [](Trial& t) { t.pool = "x"; }, [](Trial& t) { t.start = "x"; }, [](Trial& t) { t.inFlight = "x"; },
                 [](Trial& t) { t.cache = "x"; }, [](Trial& t) { t.workers = 9; }}) {
            auto changed = trial;
            change(changed);
            QVERIFY(!sameSeries(trial, changed));
        }
    }

    void whatIsOnXIsNoPartOfTheLabel() {
        std::vector<Trial> trials{trialOf("serial", 1, ""), trialOf("tbb", 2, "cold"), trialOf("tbb", 4, "cold")};
        trials[2].chunk = "64";
        const auto labels = [&](const char* x) {
            QStringList list;
            for (const auto& label : seriesLabels(trials, x))
                list << QString::fromStdString(label);
            return list;
        };
        QCOMPARE(labels("size"), QStringList({"serial", "tbb ×2 chunk auto", "tbb ×4 chunk 64"}));
        QCOMPARE(labels("workers"), QStringList({"serial", "tbb chunk auto", "tbb chunk 64"}));
        QCOMPARE(labels("chunk"), QStringList({"serial", "tbb ×2", "tbb ×4"}));
        trials[1].params["steps"] = 1.0;
        trials[2].params["steps"] = 2.0;
        QVERIFY(labels("size")[1].startsWith("steps=1 "));
        QCOMPARE(labels("param:steps"), QStringList({"serial", "tbb ×2 chunk auto", "tbb ×4 chunk 64"}));
    }

    void aCacheIsAlwaysTold() {
        std::vector<Trial> trials{trialOf("serial", 1, ""), trialOf("tbb", 2, "cold")};
        trials[1].cache = "folder";
        QCOMPARE(QString::fromStdString(seriesLabels(trials)[0]), QString("serial"));
        QCOMPARE(QString::fromStdString(seriesLabels(trials)[1]), QString("tbb cache folder"));
    }

    void sizesAreNamedWhereNothingElseTellsCurvesApart() {
        std::vector<Trial> trials{trialOf("tbb", 2, "cold", 10), trialOf("tbb", 4, "cold", 10),
                                  trialOf("threads", 2, "cold", 2048)};
        QCOMPARE(QString::fromStdString(seriesLabels(trials, "workers")[2]), QString("threads"));
        trials[2].backend = "tbb";
        QCOMPARE(QString::fromStdString(seriesLabels(trials, "workers")[1]), QString("tbb 10 items"));
        QCOMPARE(QString::fromStdString(seriesLabels(trials, "workers")[2]), QString("tbb 2\u202f048 items"));
    }

    void theBaseIsSerialOnTheSameList() {
        const auto base = trialOf("serial", 1, "");
        QVERIFY(isBaseOf(base, trialOf("tbb", 2, "cold")));
        QVERIFY(!isBaseOf(base, trialOf("tbb", 2, "cold", 11)));
        QVERIFY(!isBaseOf(trialOf("tbb", 1, "cold"), trialOf("tbb", 2, "cold")));
        auto other = trialOf("tbb", 2, "cold");
        other.params["a"] = 1.0;
        QVERIFY(!isBaseOf(base, other));
        other = trialOf("tbb", 2, "cold");
        other.workload = "identity";
        QVERIFY(!isBaseOf(base, other));
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
