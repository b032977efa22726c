#include "core/experiment/samples.h"

#include <QtTest>

#include <string>

using namespace breakeven;

namespace {

Sample sampleOf(double seconds) {
    Sample sample;
    sample.seconds = Seconds(seconds);
    return sample;
}

Samples samplesOf(std::initializer_list<double> times) {
    Samples samples;
    for (const double time : times)
        samples.push_back(sampleOf(time));
    return samples;
}

struct Sum {
    double seconds = 0;
};

/// How often it was worked out is counted.
double sumOf(const Samples& samples, int& count) {
    return samples
        .recall<Sum>([&] {
            ++count;
            Sum sum;
            for (const Sample& sample : samples)
                sum.seconds += sample.seconds.count();
            return sum;
        })
        ->seconds;
}

}  // namespace

class TestSamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCopySharesUntilOneOfBothGrows() {
        Samples samples = samplesOf({1, 2});
        const Samples before = samples;
        QCOMPARE(&before.front(), &samples.front());
        samples.push_back(sampleOf(3));
        QCOMPARE(before.size(), std::size_t(2));
        QCOMPARE(samples.size(), std::size_t(3));
        QCOMPARE(samples.back().seconds, Seconds(3));
        QCOMPARE(samples.at(0).seconds, before[0].seconds);
    }

    void whatIsKnownIsNotWorkedOutAgain() {
        int count = 0;
        Samples samples = samplesOf({1, 2});
        QCOMPARE(sumOf(samples, count), 3.0);
        const Samples copy = samples;
        QCOMPARE(sumOf(samples, count), 3.0);
        QCOMPARE(sumOf(copy, count), 3.0);
        QCOMPARE(count, 1);
    }

    void whatACopyFindsIsKnownToBoth() {
        int count = 0;
        const Samples samples = samplesOf({1, 2});
        const Samples copy = samples;
        QCOMPARE(sumOf(copy, count), 3.0);
        QCOMPARE(sumOf(samples, count), 3.0);
        QCOMPARE(count, 1);
    }

    void anotherSampleIsNotForgotten() {
        int count = 0;
        Samples samples = samplesOf({1, 2});
        const Samples before = samples;
        QCOMPARE(sumOf(samples, count), 3.0);
        samples.push_back(sampleOf(4));
        QCOMPARE(sumOf(samples, count), 7.0);
        QCOMPARE(sumOf(before, count), 3.0);
        QCOMPARE(count, 2);
    }

    void theOthersCount() {
        int count = 0;
        const Samples samples = samplesOf({1, 2});
        Samples others = samplesOf({1});
        const auto larger = [&] {
            return samples
                .recall<std::size_t>(others,
                                     [&] {
                                         ++count;
                                         return std::max(samples.size(), others.size());
                                     })
                .
                operator*();
        };
        QCOMPARE(larger(), std::size_t(2));
        QCOMPARE(larger(), std::size_t(2));
        QCOMPARE(count, 1);
        for (const double time : {2.0, 3.0})
            others.push_back(sampleOf(time));
        QCOMPARE(larger(), std::size_t(3));
        QCOMPARE(count, 2);
    }

    void ofTwoThatGrewApartEachHasItsOwn() {
        const Samples samples = samplesOf({1});
        Samples one = samplesOf({1});
        Samples other = one;
        one.push_back(sampleOf(2));
        other.push_back(sampleOf(5));
        const auto last = [&](const Samples& others) {
            return *samples.recall<double>(others, [&] { return others.back().seconds.count(); });
        };
        QCOMPARE(last(one), 2.0);
        QCOMPARE(last(other), 5.0);
        QCOMPARE(last(one), 2.0);
    }

    void nothingIsKeptOfNone() {
        const Samples none;
        const Samples some = samplesOf({1});
        int next = 0;
        const auto ask = [&](const Samples& of, const Samples& others) {
            return *of.recall<int>(others, [&] { return ++next; });
        };
        QCOMPARE(ask(none, some), 1);
        QCOMPARE(ask(none, some), 2);
        QCOMPARE(ask(some, none), 3);
        QCOMPARE(ask(some, none), 4);
    }

    void makingMayAskTheSame() {
        int count = 0;
        const Samples samples = samplesOf({1, 2});
        const auto text = samples.recall<std::string>([&] { return std::to_string(sumOf(samples, count)); });
        QVERIFY(text->starts_with("3.0"));
        QCOMPARE(sumOf(samples, count), 3.0);
        QCOMPARE(count, 1);
    }
};

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
