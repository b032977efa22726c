#include "core/workloads/loopback_server.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <httplib.h>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <sys/socket.h>

namespace breakeven {

namespace {

/// A thread for each request that is answered at the same time. With a fixed number requests would wait for each other,
/// and that would be measured.
class GrowingPool final : public httplib::TaskQueue {
public:
    void enqueue(std::function<void()> task) override {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        if (m_tasks.size() > m_idle) addThread();
        m_wake.notify_one();
    }

    void shutdown() override {
        {
            const std::lock_guard lock(m_mutex);
            m_ends = true;
        }
        m_wake.notify_all();
        for (auto& thread : m_threads)
            thread.join();
    }

private:
    void addThread() {
        try {
            m_threads.emplace_back([this] { work(); });
        } catch (const std::system_error&) {  // no more threads: the request waits for one of those there are
        }
    }

    void work() {
        std::unique_lock lock(m_mutex);
        while (true) {
            ++m_idle;
            m_wake.wait(lock, [this] { return m_ends || !m_tasks.empty(); });
            --m_idle;
            if (m_tasks.empty()) return;
            const auto task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task();
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::size_t m_idle = 0;
    bool m_ends = false;
    std::vector<std::thread> m_threads;
};

}  // namespace

class LoopbackServer::Listener {
public:
    Result<void> listen(Seconds latency, Pages pages) {
        m_latency = latency;
        m_pages = std::move(pages);
        int socket = -1;
        m_server.new_task_queue = [] { return new GrowingPool; };
        m_server.set_tcp_nodelay(true);
        m_server.set_keep_alive_max_count(1);
        m_server.set_socket_options([&socket](socket_t created) { socket = created; });
        m_server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            answer(request, response);
            return httplib::Server::HandlerResponse::Handled;
        });
        m_port = m_server.bind_to_any_port("127.0.0.1");
        // The library lets five connections wait; the sixth would be tried again after a second.
        constexpr int Waiting = 4096;
        if (m_port < 0 || ::listen(socket, Waiting) != 0)
            return Error{ErrorCode::Internal, "no port of 127.0.0.1 can be listened to"};
        try {
            m_thread = std::thread([this] {
                m_server.listen_after_bind();
                m_ended = true;
            });
        } catch (const std::system_error& problem) {
            return Error{ErrorCode::Internal, std::string("a web server has no thread: ") + problem.what()};
        }
        // Before that, a stop would be overheard.
        while (!m_server.is_running() && !m_ended)
            std::this_thread::yield();
        return {};
    }

    ~Listener() {
        {
            const std::lock_guard lock(m_mutex);
            m_closes = true;
        }
        m_closing.notify_all();
        m_server.stop();
        if (m_thread.joinable()) m_thread.join();
    }

    int port() const { return m_port; }

private:
    void answer(const httplib::Request& request, httplib::Response& response) {
        {
            std::unique_lock lock(m_mutex);
            m_closing.wait_for(lock, m_latency, [this] { return m_closes; });
        }
        auto body = m_pages(request.path);
        response.status = body ? 200 : 404;
        response.set_content(std::move(body).value_or("not found"), "text/html; charset=utf-8");
    }

    httplib::Server m_server;
    Seconds m_latency{0};
    Pages m_pages;
    int m_port = -1;
    std::thread m_thread;
    std::atomic<bool> m_ended = false;
    std::mutex m_mutex;
    std::condition_variable m_closing;
    bool m_closes = false;
};

LoopbackServer::LoopbackServer() : m_listener(std::make_unique<Listener>()) {}
LoopbackServer::~LoopbackServer() = default;

Result<std::unique_ptr<LoopbackServer>> LoopbackServer::start(Seconds latency, Pages pages) {
    std::unique_ptr<LoopbackServer> server(new LoopbackServer);
    BREAKEVEN_CHECK(server->m_listener->listen(latency, std::move(pages)));
    return server;
}

int LoopbackServer::port() const {
    return m_listener->port();
}

}  // namespace breakeven
