#include "app/cli/event_stream.h"
#include "core/experiment/codec.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace breakeven;

namespace {

struct Pipe {
    Pipe() {
        if (::pipe2(ends, O_CLOEXEC) != 0) qFatal("no pipe");
    }
    ~Pipe() {
        closeReader();
        closeWriter();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    int reader() const { return ends[0]; }
    int writer() const { return ends[1]; }
    void closeReader() { close(ends[0]); }
    void closeWriter() { close(ends[1]); }

private:
    static void close(int& end) {
        if (end >= 0) ::close(end);
        end = -1;
    }

    int ends[2] = {-1, -1};
};

bool isFull(int fd) {
    pollfd writer{fd, POLLOUT, 0};
    return ::poll(&writer, 1, 0) == 0;
}

bool hasText(int fd) {
    pollfd reader{fd, POLLIN, 0};
    return ::poll(&reader, 1, 0) > 0 && (reader.revents & POLLIN) != 0;
}

/// ms; a little less than what a reader is waited for
constexpr qint64 LongWait = 900;

/// Until the end of the writer, in pieces as small as a slow terminal takes.
std::string readSlowly(int fd) {
    std::string text;
    char part[100];
    for (ssize_t size = 0; (size = ::read(fd, part, sizeof part)) > 0;)
        text.append(part, static_cast<std::size_t>(size));
    return text;
}

std::vector<Event> notes(int count) {
    std::vector<Event> events;
    for (int i = 0; i < count; ++i)
        events.emplace_back(Note{"note " + std::to_string(i)});
    return events;
}

std::string linesOf(const std::vector<Event>& events) {
    std::string text;
    for (const Event& event : events)
        text += writeEvent(event) + '\n';
    return text;
}

}  // namespace

class TestEventStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void oneLinePerEvent() {
        Pipe out;
        Pipe stop;
        const auto events = notes(3);
        QVERIFY(streamEvents(events, out.writer(), stop.reader()));
        out.closeWriter();
        QCOMPARE(readSlowly(out.reader()), linesOf(events));
    }

    void aSlowReaderGetsEverything_data() {
        QTest::addColumn<bool>("stopped");
        QTest::newRow("in a run") << false;
        QTest::newRow("after a stop") << true;
    }

    void aSlowReaderGetsEverything() {
        QFETCH(const bool, stopped);
        Pipe out;
        Pipe stop;
        if (stopped) stop.closeWriter();    // readable for good
        const auto events = notes(20'000);  // several times what a pipe holds
        std::string text;
        std::thread reader([&] { text = readSlowly(out.reader()); });
        const bool streamed = streamEvents(events, out.writer(), stop.reader()).has_value();
        out.closeWriter();
        reader.join();
        QVERIFY(streamed);
        QVERIFY(text == linesOf(events));
    }

    void aReaderThatIsGoneIsAnInterruption() {
        Pipe out;
        Pipe stop;
        out.closeReader();
        const Result<void> streamed = streamEvents(notes(1), out.writer(), stop.reader());
        QVERIFY(!streamed);
        QCOMPARE(streamed.error().code, ErrorCode::Interrupted);
        QCOMPARE(streamed.error().detail, std::string("standard output: its reader is gone"));
    }

    void aPipeShowsWhetherItHasAReader() {
        Pipe out;
        QVERIFY(!isReaderGone(out.writer()));
        while (::write(out.writer(), "full", 4) > 0 && !isFull(out.writer()))
            continue;
        QVERIFY(!isReaderGone(out.writer()));
        out.closeReader();
        QVERIFY(isReaderGone(out.writer()));
        const int file = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        QVERIFY(!isReaderGone(file));
        ::close(file);
    }

    void aStopEndsTheWaitForAReader() {
        Pipe out;
        Pipe stop;
        stop.closeWriter();  // readable for good
        const Result<void> streamed = streamEvents(notes(20'000), out.writer(), stop.reader());
        QVERIFY(!streamed);
        QCOMPARE(streamed.error().code, ErrorCode::Interrupted);
        QVERIFY(streamed.error().detail.find("nobody read it") != std::string::npos);
    }

    void aReaderIsWaitedForOncePerBlock() {
        Pipe answers;
        Pipe stop;
        Pace pace(answers.reader(), stop.reader());
        QCOMPARE(::write(answers.writer(), "\n", 1), ssize_t(1));
        pace.await();
        QVERIFY(!hasText(answers.reader()));
        QElapsedTimer clock;
        clock.start();
        pace.await();  // nobody answers
        QVERIFY2(clock.elapsed() >= LongWait, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(::write(answers.writer(), "\n", 1), ssize_t(1));  // too late for the block before
        clock.start();
        pace.await();
        QVERIFY2(clock.elapsed() >= LongWait, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(::write(answers.writer(), "\n\n", 2), ssize_t(2));
        pace.await();
        QVERIFY(!hasText(answers.reader()));
    }

    void aStopEndsTheWaitForAnAnswer() {
        Pipe answers;
        Pipe stop;
        stop.closeWriter();  // readable for good
        Pace pace(answers.reader(), stop.reader());
        QCOMPARE(::write(answers.writer(), "\n", 1), ssize_t(1));
        pace.await();
        QVERIFY(hasText(answers.reader()));
    }

    void nobodyIsWaitedForWhoIsGone() {
        Pipe answers;
        Pipe stop;
        answers.closeWriter();
        Pace pace(answers.reader(), stop.reader());
        QElapsedTimer clock;
        clock.start();
        for (int block = 0; block < 1000; ++block)
            pace.await();
        QVERIFY(clock.elapsed() < 1000 * LongWait);
    }

    void aFullDiskIsNoInterruption() {
        Pipe stop;
        const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
        QVERIFY(full >= 0);
        const Result<void> streamed = streamEvents(notes(1), full, stop.reader());
        ::close(full);
        QVERIFY(!streamed);
        QCOMPARE(streamed.error().code, ErrorCode::Internal);
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_event_stream.moc"
