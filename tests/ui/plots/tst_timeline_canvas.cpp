#include "tests/ui/plots/every_span_drawn.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/timeline_canvas.h"
#include "ui/theme.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QToolTip>
#include <QWheelEvent>

using namespace breakeven;
using std::chrono::nanoseconds;

namespace {

/// Ten chunks of 60 µs, every 100 µs.
PassSpans tenChunks() {
    PassSpans pass;
    pass.wall = Seconds(1e-3);
    pass.workers.resize(1);
    for (int i = 0; i < 10; ++i)
        pass.workers[0].push_back(
            {SpanKind::Compute, nanoseconds(i * 100'000), nanoseconds(60'000), static_cast<ItemCount>(i * 5), 5});
    return pass;
}

nanoseconds widthOf(TimeRange range) {
    return range.high - range.low;
}

bool isNear(nanoseconds a, nanoseconds b, nanoseconds most) {
    return a - b <= most && b - a <= most;
}

bool wheel(TimelineCanvas& canvas, QPoint place, QPoint turned) {
    QWheelEvent event(place, canvas.viewport()->mapToGlobal(place), QPoint(), turned, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas.viewport(), &event);
    return event.isAccepted();
}

void drag(TimelineCanvas& canvas, QPoint from, QPoint to, Qt::KeyboardModifiers keys = Qt::NoModifier) {
    const auto send = [&](QEvent::Type type, QPoint place, Qt::MouseButton button, Qt::MouseButtons held) {
        QMouseEvent event(type, place, canvas.viewport()->mapToGlobal(place), button, held, keys);
        QCoreApplication::sendEvent(canvas.viewport(), &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
}

}  // namespace

class TestTimelineCanvas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        applyTheme(Theme::Light);
        m_canvas = std::make_unique<TimelineCanvas>();
        m_canvas->resize(800, 400);
        m_canvas->setTimeline(makeTimeline(tenChunks()), "tbb");
        m_canvas->show();
    }
    void cleanup() { m_canvas.reset(); }

    void thePictureIsWhatEverySpanComesTo() {
        PassSpans pass = randomPass({.seed = 4, .workers = 5, .spansPerLane = 4'000, .meanNs = 3'000});
        for (const std::uint64_t dropped : {std::uint64_t(0), std::uint64_t(9)}) {
            pass.dropped = dropped;
            m_canvas->setTimeline(makeTimeline(pass), "openmp");
            for (std::uint64_t zoom = 0; zoom < 14; ++zoom) {
                const QImage shown = m_canvas->grab().toImage().copy(m_canvas->lanesRect());
                QCOMPARE(shown.convertToFormat(QImage::Format_RGB32), everySpanDrawn(*m_canvas, "openmp"));
                m_canvas->zoom(2.1, m_canvas->timeAt(m_canvas->lanesRect().left() +
                                                     randomUnit(5, zoom) * m_canvas->lanesRect().width()));
            }
            QVERIFY(widthOf(m_canvas->visibleRange()) * 1'000 < m_canvas->timeline()->length);
        }
    }

    void theWheelKeepsTheMomentUnderIt() {
        const QPoint place(m_canvas->lanesRect().left() + 200, m_canvas->lanesRect().center().y());
        const nanoseconds before = m_canvas->timeAt(place.x());
        QVERIFY(wheel(*m_canvas, place, {0, 120}));
        QVERIFY(widthOf(m_canvas->visibleRange()) < nanoseconds(720'000));
        QVERIFY(isNear(m_canvas->timeAt(place.x()), before, nanoseconds(2)));
        QVERIFY(wheel(*m_canvas, place, {0, -120}));
        QVERIFY(isNear(widthOf(m_canvas->visibleRange()), nanoseconds(1'000'000), nanoseconds(2)));
    }

    void zoomEndsAtTheClocksStepAndAtTheWholePass() {
        for (int i = 0; i < 60; ++i)
            m_canvas->zoom(2, nanoseconds(500'000));
        QCOMPARE(widthOf(m_canvas->visibleRange()).count(),
                 qRound(m_canvas->lanesRect().width() * m_canvas->devicePixelRatioF()));
        for (int i = 0; i < 60; ++i)
            m_canvas->zoom(0.5, nanoseconds(500'000));
        QVERIFY(m_canvas->showsAll());
        QCOMPARE(m_canvas->visibleRange(), (TimeRange{nanoseconds(0), nanoseconds(1'000'000)}));
    }

    void draggingMovesWithinThePass() {
        m_canvas->showRange({nanoseconds(400'000), nanoseconds(600'000)});
        const QPoint from = m_canvas->lanesRect().center();
        const nanoseconds held = m_canvas->timeAt(from.x());
        drag(*m_canvas, from, from + QPoint(50, 0));
        QVERIFY(isNear(m_canvas->timeAt(from.x() + 50), held, nanoseconds(2)));
        QVERIFY(!m_canvas->selection());
        for (int i = 0; i < 20; ++i)
            drag(*m_canvas, from, from + QPoint(300, 0));
        QCOMPARE(m_canvas->visibleRange(), (TimeRange{nanoseconds(0), nanoseconds(200'000)}));
    }

    void shiftAndDraggingSelects() {
        QSignalSpy told(m_canvas.get(), &TimelineCanvas::totalsRangeChanged);
        const QRect lanes = m_canvas->lanesRect();
        const QPoint from(lanes.left() + lanes.width() / 2, lanes.center().y());
        drag(*m_canvas, from, {lanes.left() + lanes.width() / 4, from.y()}, Qt::ShiftModifier);
        QVERIFY(m_canvas->selection());
        QVERIFY(isNear(m_canvas->selection()->low, nanoseconds(250'000), nanoseconds(2'000)));
        QVERIFY(isNear(m_canvas->selection()->high, nanoseconds(500'000), nanoseconds(2'000)));
        QCOMPARE(m_canvas->totalsRange(), *m_canvas->selection());
        QVERIFY(m_canvas->showsAll());
        QVERIFY(told.count() >= 1);
        drag(*m_canvas, from, {lanes.right() + 200, from.y()}, Qt::ShiftModifier);
        QCOMPARE(m_canvas->selection()->high, nanoseconds(1'000'000));
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, Qt::ShiftModifier, from);
        QVERIFY(!m_canvas->selection());
    }

    void aDoubleClickShowsAll() {
        m_canvas->showRange({nanoseconds(400'000), nanoseconds(600'000)});
        QVERIFY(!m_canvas->showsAll());
        QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, Qt::NoModifier, m_canvas->lanesRect().center());
        QVERIFY(m_canvas->showsAll());
    }

    void theKeyboardDoesIt() {
        const auto press = [this](Qt::Key key) { QTest::keyClick(m_canvas.get(), key); };
        press(Qt::Key_Plus);
        const TimeRange closer = m_canvas->visibleRange();
        QVERIFY(isNear(widthOf(closer), nanoseconds(800'000), nanoseconds(2)));
        press(Qt::Key_Right);
        QVERIFY(isNear(m_canvas->visibleRange().low - closer.low, nanoseconds(80'000), nanoseconds(2)));
        press(Qt::Key_Left);
        QVERIFY(isNear(m_canvas->visibleRange().low, closer.low, nanoseconds(2)));
        press(Qt::Key_Return);
        QCOMPARE(m_canvas->selection(), std::optional(m_canvas->visibleRange()));
        press(Qt::Key_Escape);
        QVERIFY(!m_canvas->selection());
        press(Qt::Key_Minus);
        press(Qt::Key_Home);
        QVERIFY(m_canvas->showsAll());
    }

    void hoveringNamesWhatLiesThere() {
        const int y = m_canvas->laneRect(0).center().y();
        const auto textAt = [&](int ns) { return m_canvas->textAt({qRound(m_canvas->xOf(nanoseconds(ns))), y}); };
        QVERIFY2(textAt(330'000).startsWith(QStringLiteral("worker 1: compute, items 15–19\nbegins at 300\u202fµs")),
                 qPrintable(textAt(330'000)));
        QVERIFY2(textAt(380'000).startsWith(QStringLiteral("worker 1: waiting\nfrom 360\u202fµs")),
                 qPrintable(textAt(380'000)));
        QCOMPARE(m_canvas->textAt({2, y}), QString());
    }

    void theKeyboardHoversInTheMiddle() {
        PassSpans pass = tenChunks();
        pass.workers.emplace_back();
        m_canvas->setTimeline(makeTimeline(pass), "tbb");
        m_canvas->showRange({nanoseconds(300'000), nanoseconds(360'000)});
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
        QTest::keyClick(m_canvas.get(), Qt::Key_Space);
        const QString text = QToolTip::text();
        QVERIFY2(text.contains(QStringLiteral("worker 1: compute, items 15–19")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("worker 2: waiting")), qPrintable(text));
        m_canvas->showRange({nanoseconds(360'000), nanoseconds(400'000)});
        QTRY_VERIFY(!QToolTip::isVisible());
        QVERIFY(m_canvas->textAtMiddle().contains(QStringLiteral("worker 1: waiting")));
    }

    void lanesFillAHighCanvas() {
        m_canvas->resize(800, 1'800);
        const int lanes = static_cast<int>(m_canvas->timeline()->lanes.size());
        QVERIFY(m_canvas->lanesRect().height() > std::min(lanes, 3) * 1'800 / 3 - 100);
    }

    void lanesThatDoNotFitScroll() {
        QCOMPARE(m_canvas->verticalScrollBar()->maximum(), 0);
        m_canvas->setTimeline(makeTimeline(randomPass({.workers = 64, .spansPerLane = 10})), "tbb");
        QTRY_VERIFY(m_canvas->verticalScrollBar()->isVisible());
        const QRect last = m_canvas->laneRect(64);
        QVERIFY(!m_canvas->lanesRect().intersects(last));
        const TimeRange before = m_canvas->visibleRange();
        QVERIFY(wheel(*m_canvas, {5, m_canvas->lanesRect().center().y()}, {0, -120}));  // over the names
        QVERIFY(m_canvas->verticalScrollBar()->value() > 0);
        QCOMPARE(m_canvas->visibleRange(), before);
        m_canvas->verticalScrollBar()->setValue(m_canvas->verticalScrollBar()->maximum());
        QVERIFY(m_canvas->lanesRect().contains(m_canvas->laneRect(64)));
        const QImage shown = m_canvas->grab().toImage().copy(m_canvas->lanesRect());
        QCOMPARE(shown.convertToFormat(QImage::Format_RGB32), everySpanDrawn(*m_canvas, "tbb"));
    }

    void thePaperFollowsTheTheme() {
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            applyTheme(theme);
            QCoreApplication::processEvents();
            const bool dark = theme == Theme::Dark;
            const QImage shown = m_canvas->grab().toImage();
            QCOMPARE(shown.pixelColor(1, 1), toColour(paper(dark).background));
            const QPoint chunk(qRound(m_canvas->xOf(nanoseconds(305'000))), m_canvas->laneRect(0).top() + 3);
            QCOMPARE(shown.pixelColor(chunk), seriesColour("tbb", dark));
        }
    }

    void withoutATimelineItSaysWhy() {
        m_canvas->setNothing(QStringLiteral("Nothing was recorded"));
        QVERIFY(!m_canvas->timeline());
        QCOMPARE(m_canvas->accessibleDescription(), QStringLiteral("Nothing was recorded"));
        const QImage shown = m_canvas->grab().toImage();
        int inked = 0;
        for (int x = 0; x < shown.width(); ++x)
            for (int y = shown.height() / 2 - 10; y < shown.height() / 2 + 10; ++y)
                inked += shown.pixelColor(x, y) != toColour(paper(false).background);
        QVERIFY(inked > 100);
        for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Return, Qt::Key_Home})
            QTest::keyClick(m_canvas.get(), key);
        wheel(*m_canvas, shown.rect().center(), {0, 120});
        drag(*m_canvas, {100, 100}, {300, 100}, Qt::ShiftModifier);
        QVERIFY(!m_canvas->selection());
        QCOMPARE(m_canvas->textAt(shown.rect().center()), QString());
    }

    void aPassShorterThanThePictureIsWideIsShown() {
        m_canvas->setTimeline(makeTimeline({.wall = Seconds(20e-9),
                                            .workers = {{{SpanKind::Compute, nanoseconds(0), nanoseconds(20), 0, 1}}},
                                            .caller = {}}),
                              "tbb");
        QVERIFY(m_canvas->showsAll());
        const QImage shown = m_canvas->grab().toImage();
        QCOMPARE(shown.pixelColor(m_canvas->lanesRect().left() + 10, m_canvas->laneRect(0).top() + 2),
                 seriesColour("tbb", false));
        QVERIFY(m_canvas->textAt({m_canvas->lanesRect().left() + 100, m_canvas->laneRect(0).center().y()})
                    .contains(QStringLiteral("over")));
    }

private:
    std::unique_ptr<TimelineCanvas> m_canvas;
};

QTEST_MAIN(TestTimelineCanvas)
#include "tst_timeline_canvas.moc"
