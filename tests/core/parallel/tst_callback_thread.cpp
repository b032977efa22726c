#include "core/parallel/callback_thread.h"

#include <QtTest>

#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

using namespace breakeven;

class TestCallbackThread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void functionsRunInTheirOrderOnOneThread() {
        std::string calls;
        std::thread::id thread;
        {
            CallbackThread callbacks;
            callbacks.post([&] { thread = std::this_thread::get_id(); });
            callbacks.post([&] { calls += 'a'; });
            callbacks.poster()([&] { calls += callbacks.isOwnThread() ? 'b' : '?'; });
            callbacks.post([&] {
                callbacks.post([&] { calls += 'd'; });
                calls += std::this_thread::get_id() == thread ? 'c' : '?';
            });
        }
        QCOMPARE(calls, std::string("abcd"));
        QVERIFY(thread != std::this_thread::get_id());
    }

    void drainWaitsForAllOfThem() {
        CallbackThread callbacks;
        callbacks.drain();
        int calls = 0;
        callbacks.post([&] { callbacks.post([&] { ++calls; }); });
        callbacks.drain();
        QCOMPARE(calls, 1);
        QVERIFY(!callbacks.isOwnThread());
    }

    void functionsAreDestroyedThere() {
        struct Parting {
            ~Parting() { thread.set_value(std::this_thread::get_id()); }
            std::promise<std::thread::id> thread;
        };
        CallbackThread callbacks;
        auto parting = std::make_shared<Parting>();
        auto thread = parting->thread.get_future();
        std::promise<void> mayGo;
        callbacks.post([&] { mayGo.get_future().wait(); });
        callbacks.post([last = std::move(parting)] {});
        mayGo.set_value();
        QVERIFY(thread.get() != std::this_thread::get_id());
    }

    void aFunctionMayEndTheThread() {
        auto callbacks = std::make_shared<CallbackThread>();
        std::promise<void> mayGo;
        std::promise<std::string> all;
        std::string calls;
        CallbackThread& thread = *callbacks;
        thread.post([&] { mayGo.get_future().wait(); });
        thread.post([&calls, last = std::exchange(callbacks, nullptr)]() mutable {
            last.reset();
            calls += 'a';
        });
        thread.post([&] { all.set_value(calls + 'b'); });
        mayGo.set_value();
        QCOMPARE(all.get_future().get(), std::string("ab"));
    }

    void aPosterOutlivesTheThread() {
        auto callbacks = std::make_unique<CallbackThread>();
        const auto post = callbacks->poster();
        callbacks->start();
        callbacks.reset();
        std::thread::id thread;
        post([&] { thread = std::this_thread::get_id(); });
        QCOMPARE(thread, std::this_thread::get_id());
    }
};

QTEST_GUILESS_MAIN(TestCallbackThread)
#include "tst_callback_thread.moc"
