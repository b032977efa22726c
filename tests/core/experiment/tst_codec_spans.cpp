#include "core/experiment/spans.h"

#include <QtTest>

using namespace breakeven;

namespace {

using std::chrono::nanoseconds;

PassSpans twoWorkers() {
    return {.trial = 3,
            .launch = 0,
            .wall = Seconds(0.25),
            .workers = {{{SpanKind::Transport, nanoseconds(5), nanoseconds(10), 0, 4},
                         {SpanKind::Compute, nanoseconds(15), nanoseconds(100), 0, 4}},
                        {{SpanKind::Compute, nanoseconds(9'000'000'000'000), nanoseconds(0), 4, 1'000'000'000'000}}},
            .caller = {{SpanKind::Combine, nanoseconds(200), nanoseconds(1), 0, 2}},
            .dropped = 7};
}

}  // namespace

class TestCodecSpans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas() {
        const PassSpans pass = twoWorkers();
        const auto again = parseSpans(writeSpans(pass));
        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QCOMPARE(again->trial, 3);
        QCOMPARE(again->launch, 0);
        QCOMPARE(again->wall, Seconds(0.25));
        QCOMPARE(again->dropped, std::uint64_t{7});
        QVERIFY(again->workers == pass.workers);
        QVERIFY(again->caller == pass.caller);
        PassSpans quiet = pass;
        quiet.caller.clear();
        QVERIFY(parseSpans(writeSpans(quiet))->caller.empty());
    }

    void isWrittenAsDocumented() {
        PassSpans pass{.trial = 1, .launch = 0, .wall = Seconds(0.5), .workers = {}, .caller = {}};
        pass.workers = {{{SpanKind::Compute, nanoseconds(5), nanoseconds(10), 2, 3}}};
        QCOMPARE(QString::fromStdString(writeSpans(pass)),
                 QString(R"({"event":"spans","trial":1,"launch":0,"wall_s":0.5,"dropped":0,)"
                         R"("kinds":["compute","transport","combine"],)"
                         R"("workers":[{"begin_ns":[5],"duration_ns":[10],"item":[2],"items":[3],"kind":[0]}]})"));
    }

    /// A later version may record more.
    void unknownKindsAreLeftOut() {
        const auto pass = parseSpans(
            R"({"event":"spans","trial":1,"wall_s":1,"kinds":["steal","compute"],)"
            R"("workers":[{"begin_ns":[1,2],"duration_ns":[1,1],"item":[0,0],"items":[1,1],"kind":[0,1]}]})");
        QVERIFY2(pass, pass ? "" : pass.error().detail.c_str());
        QCOMPARE(pass->workers.at(0).size(), std::size_t{1});
        QVERIFY(pass->workers[0][0].kind == SpanKind::Compute);
        QCOMPARE(pass->workers[0][0].begin, nanoseconds(2));
    }

    void refusesWhatIsNoLine_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("detail");
        const QString head = R"({"event":"spans","trial":1,"wall_s":1,"kinds":["compute"],"workers":)";
        QTest::newRow("no JSON") << "{"
                                 << "spans: not valid JSON";
        QTest::newRow("no object") << "[]"
                                   << "spans.event: not usable";
        QTest::newRow("an event of a run") << R"({"event":"sample"})"
                                           << "spans.event: not usable";
        QTest::newRow("no trial") << R"({"event":"spans"})"
                                  << "spans.trial: missing";
        QTest::newRow("workers") << head + "{}}"
                                 << "spans.workers: not usable";
        QTest::newRow("no columns") << head + "[{}]}"
                                    << "spans.workers: not usable";
        QTest::newRow("short column") << head +
                                             R"([{"begin_ns":[],"duration_ns":[1],"item":[0],"items":[1],"kind":[0]}]})"
                                      << "spans.workers: not usable";
        QTest::newRow("long column")
            << head + R"([{"begin_ns":[1,2],"duration_ns":[1],"item":[0],"items":[1],"kind":[0]}]})"
            << "spans.workers: not usable";
        QTest::newRow("negative") << head +
                                         R"([{"begin_ns":[-1],"duration_ns":[1],"item":[0],"items":[1],"kind":[0]}]})"
                                  << "spans.workers: not usable";
        QTest::newRow("kind") << head + R"([{"begin_ns":[1],"duration_ns":[1],"item":[0],"items":[1],"kind":[1]}]})"
                              << "spans.workers: not usable";
        QTest::newRow("caller") << head + R"([],"caller":3})"
                                << "spans.caller: not usable";
    }
    void refusesWhatIsNoLine() {
        QFETCH(QString, line);
        QFETCH(QString, detail);
        const auto pass = parseSpans(line.toStdString());
        QVERIFY(!pass);
        QCOMPARE(QString::fromStdString(pass.error().detail), detail);
    }
};

QTEST_GUILESS_MAIN(TestCodecSpans)
#include "tst_codec_spans.moc"
