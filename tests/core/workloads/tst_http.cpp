// The workloads that fetch, against their own server and against bad ones.
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "core/os/clock.h"
#include "core/os/descriptor.h"
#include "core/workloads/hash.h"
#include "core/workloads/http_client.h"
#include "core/workloads/loopback_server.h"
#include "tests/core/workloads/bound_list.h"

#include <QtTest>

#include <arpa/inet.h>
#include <atomic>
#include <map>
#include <mutex>
#include <netinet/in.h>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <sys/socket.h>

using namespace breakeven;

namespace {

struct Fetched {
    std::uint64_t hash;
    std::uint32_t status;
    std::uint32_t bytes;
};

struct Crawled {
    std::uint64_t hash;
    std::uint32_t pages;
    std::uint32_t links;
};

constexpr Seconds Long{30};

ListRecipe recipeOf(const std::string& workload, ItemCount size, Params params) {
    params.try_emplace("latency", 0.0);
    return {.workload = workload, .params = std::move(params), .size = size};
}

/// Closes: says its greeting on each connection and closes it. Floods: goes on to send. Hangs: never takes a
/// connection, so that a client waits for ever.
enum class Manner { Closes, Floods, Hangs };

class BadServer {
public:
    explicit BadServer(Manner manner, std::string greeting = "")
        : m_manner(manner), m_greeting(std::move(greeting)), m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const place = reinterpret_cast<sockaddr*>(&address);
        ::bind(m_socket.get(), place, size);
        ::listen(m_socket.get(), 16);
        ::getsockname(m_socket.get(), place, &size);
        m_port = ntohs(address.sin_port);
        if (manner != Manner::Hangs) m_thread = std::thread([this] { answerAll(); });
    }
    ~BadServer() {
        ::shutdown(m_socket.get(), SHUT_RDWR);
        if (m_thread.joinable()) m_thread.join();
    }
    BadServer(const BadServer&) = delete;
    BadServer& operator=(const BadServer&) = delete;

    std::uint64_t port() const { return m_port; }

private:
    void answerAll() const {
        while (true) {
            const Descriptor client(::accept(m_socket.get(), nullptr, nullptr));
            if (!client) return;
            std::string request(4096, '\0');
            if (::recv(client.get(), request.data(), request.size(), 0) <= 0) continue;
            const auto say = [&client](const std::string& text) {
                return ::send(client.get(), text.data(), text.size(), MSG_NOSIGNAL) > 0;
            };
            say(m_greeting);
            const std::string more(100'000, 'x');
            while (m_manner == Manner::Floods && say(more)) {
            }
        }
    }

    Manner m_manner;
    std::string m_greeting;
    Descriptor m_socket;
    std::uint64_t m_port = 0;
    std::thread m_thread;
};

std::string urlOf(std::uint64_t port, const std::string& path) {
    return "http://127.0.0.1:" + std::to_string(port) + path;
}

/// A port that nobody listens to.
std::uint64_t closedPort() {
    return BadServer(Manner::Hangs).port();
}

std::string errorOf(std::uint64_t port, Seconds timeout) {
    const auto answer = httpGet(port, "/x", timeout);
    return answer ? "no error" : answer.error().detail;
}

/// A site by hand; remembers what was asked for.
class Site {
public:
    std::optional<std::string> page(const std::string& path) {
        const std::lock_guard lock(m_mutex);
        m_asked.push_back(path);
        const auto found = m_pages.find(path);
        return found == m_pages.end() ? std::nullopt : std::optional(found->second);
    }

    std::vector<std::string> asked() {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }

    static std::string link(const std::string& target) { return "<a href=\"" + target + "\">there</a>"; }

    std::map<std::string, std::string> m_pages;

private:
    std::mutex m_mutex;
    std::vector<std::string> m_asked;
};

}  // namespace

class TestHttp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theServerAnswers() {
        const auto server =
            LoopbackServer::start(Seconds(0), [](const std::string& path) -> std::optional<std::string> {
                if (path == "/none") return std::nullopt;
                return "you asked for " + path;
            });
        QVERIFY(server);
        const auto port = static_cast<std::uint64_t>((*server)->port());
        const auto answer = httpGet(port, "/a/b", Long);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, std::string("you asked for /a/b"));
        QCOMPARE(httpGet(port, "/none", Long)->status, 404);
    }

    /// Forty clients that are all answered only when all have asked: neither a fixed number of threads nor a short
    /// queue of connections holds them up.
    void allRequestsAreAnsweredAtTheSameTime() {
        constexpr int Clients = 40;
        std::atomic<int> present = 0;
        std::atomic<bool> isOver = false;
        const auto server = LoopbackServer::start(Seconds(0), [&](const std::string&) {
            ++present;
            while (present < Clients && !isOver)
                std::this_thread::yield();
            return std::string("all are here");
        });
        std::vector<std::jthread> clients;
        std::atomic<int> answered = 0;
        for (int i = 0; i < Clients; ++i)
            clients.emplace_back([&] {
                if (httpGet(static_cast<std::uint64_t>((*server)->port()), "/x", Long)) ++answered;
            });
        clients.clear();
        isOver = true;
        QCOMPARE(answered.load(), Clients);
    }

    void theServerWaitsForItsLatency() {
        const auto server = LoopbackServer::start(Seconds(0.03), [](const std::string&) { return std::string(); });
        const auto begin = Clock::now();
        QVERIFY(httpGet(static_cast<std::uint64_t>((*server)->port()), "/x", Long));
        QVERIFY(Clock::now() - begin >= Seconds(0.03));
    }

    /// The answer is due in ten minutes.
    void theServerEndsWhileARequestWaits() {
        auto server = *LoopbackServer::start(Seconds(600), [](const std::string&) { return std::string("late"); });
        const auto port = static_cast<std::uint64_t>(server->port());
        std::string body;
        {
            const std::jthread client([&] {
                if (const auto answer = httpGet(port, "/x", Seconds(500))) body = answer->body;
            });
            QVERIFY(!httpGet(port, "/x", Seconds(0.05)));  // by then the other request is there, too
            server.reset();
        }
        QVERIFY(body.empty() || body == "late");
    }

    void badServersHaveTheirReason() {
        const auto closed = closedPort();
        QCOMPARE(errorOf(closed, Long), urlOf(closed, "/x") + ": nobody listens there");

        const BadServer silent(Manner::Hangs);
        QCOMPARE(errorOf(silent.port(), Seconds(0.05)), urlOf(silent.port(), "/x") + ": no answer within 50.0\u202fms");

        for (const char* greeting :
             {"", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
              "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\nhalf"}) {
            const BadServer early(Manner::Closes, greeting);
            QCOMPARE(errorOf(early.port(), Long),
                     urlOf(early.port(), "/x") + ": the server closed the connection before its answer was complete");
        }
    }

    void anEndlessAnswerIsGivenUp() {
        const BadServer flood(Manner::Floods, "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n");
        QCOMPARE(errorOf(flood.port(), Long), urlOf(flood.port(), "/x") + ": the answer is larger than 100\u202fMB");
        QCOMPARE(errorOf(flood.port(), Seconds(0.005)),
                 urlOf(flood.port(), "/x") + ": the answer is not complete within 5.00\u202fms");
    }

    void itemsAreFetched() {
        const BoundList list(recipeOf("http-get", 20, {{"bytes", 500.0}}));
        list.workload->run(0, 20);
        std::set<std::uint64_t> hashes;
        for (const Fetched& fetched : list.output<Fetched>()) {
            QCOMPARE(fetched.status, 200U);
            QCOMPARE(fetched.bytes, 500U);
            hashes.insert(fetched.hash);
        }
        QCOMPARE(hashes.size(), std::size_t{20});
        const auto answer = httpGet(list.input<WebPlace>()[7].port, "/item/7", Long);
        QVERIFY(answer->body.starts_with("item 7: "));
        QCOMPARE(hashItems<char>(answer->body), list.output<Fetched>()[7].hash);

        const BoundList again(recipeOf("http-get", 20, {{"bytes", 500.0}}));
        again.workload->run(0, 20);
        QVERIFY(sameDigest(list.workload->digest(), again.workload->digest(), 0));  // whatever the port
        again.workload->generate(2);
        again.workload->run(0, 20);
        QVERIFY(!sameDigest(list.workload->digest(), again.workload->digest(), 0));
    }

    void oneBadItemFailsTheCallWithItsReason_data() {
        QTest::addColumn<QString>("workload");
        QTest::addColumn<QString>("backend");
        for (const char* workload : {"http-get", "crawl"})
            for (const char* backend : {"serial", "threads", "processes", "processes-pipe"})
                QTest::addRow("%s on %s", workload, backend) << QString(workload) << QString(backend);
    }
    void oneBadItemFailsTheCallWithItsReason() {
        QFETCH(QString, workload);
        QFETCH(QString, backend);
        const BoundList list(recipeOf(workload.toStdString(), 5, {{"timeout", 20.0}}));
        const BadServer early(Manner::Closes, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        list.input<WebPlace>()[3].port = early.port();
        const auto pool = findBackend(backend.toStdString())->start({.workers = backend == "serial" ? 1 : 2});
        QVERIFY(pool);
        const auto done = (*pool)->map({.kernel = *list.workload, .size = 5, .chunk = {}, .shared = &list.shared});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::WorkFailed);
        const std::string path = workload == "crawl" ? "/site/3/0" : "/item/3";
        const std::string reason = workload.toStdString() + ": " + urlOf(early.port(), path) +
                                   ": the server closed the connection before its answer was complete";
        QVERIFY2(done.error().detail.find(reason) != std::string::npos, done.error().detail.c_str());
    }

    void aServerThatHangsFailsTheItem() {
        const BoundList list(recipeOf("http-get", 1, {{"timeout", 0.05}}));
        const BadServer silent(Manner::Hangs);
        list.input<WebPlace>()[0].port = silent.port();
        QCOMPARE(failureOf([&] { list.workload->run(0, 1); }),
                 "http-get: " + urlOf(silent.port(), "/item/0") + ": no answer within 50.0\u202fms");
    }

    /// 0 leads to 1, 2; 1 to 3, 4; with links back, across, twice, to a part of a page, and to another site.
    void crawlFollowsLinksBreadthFirstEachPageOnce() {
        Site site;
        const auto at = [](const char* page) { return std::string("/site/0/") + page; };
        site.m_pages = {{at("0"), Site::link(at("1")) + Site::link(at("1")) + Site::link(at("2#part"))},
                        {at("1"), Site::link(at("0")) + Site::link(at("3")) + Site::link(at("4")) + Site::link("#top")},
                        {at("2"), Site::link(at("4")) + Site::link("/site/01/0") + Site::link("http://far.invalid/")},
                        {at("3"), Site::link(at("2")) + "<a href=\"/site/0/9"},
                        {at("4"), ""}};
        const auto server = LoopbackServer::start(Seconds(0), [&](const std::string& path) { return site.page(path); });
        const BoundList list(recipeOf("crawl", 1, {{"pages", 10.0}}));
        list.input<WebPlace>()[0].port = static_cast<std::uint64_t>((*server)->port());
        list.workload->run(0, 1);
        QCOMPARE(site.asked(), (std::vector<std::string>{at("0"), at("1"), at("2"), at("3"), at("4")}));
        QCOMPARE(list.output<Crawled>()[0].pages, 5U);
        QCOMPARE(list.output<Crawled>()[0].links, 11U);
        std::uint64_t hash = 0;
        for (const auto& [path, page] : site.m_pages)
            hash = hashBytes(std::as_bytes(std::span(page)), hashBytes(std::as_bytes(std::span(path)), hash));
        QCOMPARE(list.output<Crawled>()[0].hash, hash);

        const BoundList few(recipeOf("crawl", 1, {{"pages", 2.0}}));
        few.input<WebPlace>()[0].port = static_cast<std::uint64_t>((*server)->port());
        few.workload->run(0, 1);
        QCOMPARE(few.output<Crawled>()[0].pages, 2U);
    }

    void crawlFindsAllPagesOfItsSites() {
        for (const double pages : {1.0, 2.0, 10.0, 41.0}) {
            const BoundList list(recipeOf("crawl", 3, {{"pages", pages}, {"bytes", 20.0}}));
            list.workload->run(0, 3);
            std::set<std::uint64_t> hashes;
            for (const Crawled& crawled : list.output<Crawled>()) {
                QCOMPARE(crawled.pages, static_cast<std::uint32_t>(pages));
                QCOMPARE(crawled.links,
                         static_cast<std::uint32_t>(5 * pages - 1));  // four each, and one for each child
                hashes.insert(crawled.hash);
            }
            QCOMPARE(hashes.size(), std::size_t{3});
        }
    }

    void aPageThatIsMissingFailsTheItem() {
        const auto server = LoopbackServer::start(
            Seconds(0), [](const std::string&) -> std::optional<std::string> { return std::nullopt; });
        const BoundList list(recipeOf("crawl", 1, {}));
        list.input<WebPlace>()[0].port = static_cast<std::uint64_t>((*server)->port());
        QCOMPARE(failureOf([&] { list.workload->run(0, 1); }),
                 std::string("crawl: /site/0/0: the server answers with status 404"));
    }
};

int main(int argc, char** argv) {
    if (!startZygote(kernelFromRecipe)) return 1;
    QCoreApplication application(argc, argv);
    TestHttp test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_http.moc"
