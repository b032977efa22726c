#include "core/base/parse.h"
#include "core/base/random.h"
#include "core/workloads/http_client.h"
#include "core/workloads/loopback_server.h"
#include "core/workloads/or_throw.h"
#include "core/workloads/slot_workload.h"

#include <deque>
#include <unordered_set>

namespace breakeven {

namespace {

struct Crawled {
    std::uint64_t hash;   ///< of all paths and pages, in the order in which they were visited
    std::uint32_t pages;  ///< that were visited
    std::uint32_t links;  ///< on them, of all kinds
};

std::string siteFolder(std::uint64_t site) {
    return "/site/" + std::to_string(site) + "/";
}

/// A site is a tree of three branches, with links across, back to its start, within the page and to elsewhere.
class Sites {
public:
    Sites(std::uint64_t seed, std::uint64_t pagesPerSite, ByteCount bytes)
        : m_seed(seed), m_pages(pagesPerSite), m_bytes(bytes) {}

    /// Absent for a path that is not one of "/site/NUMBER/NUMBER".
    std::optional<std::string> operator()(const std::string& path) const {
        constexpr std::string_view Start = "/site/";
        if (!path.starts_with(Start)) return std::nullopt;
        const std::string_view numbers = std::string_view(path).substr(Start.size());
        const auto slash = numbers.find('/');
        const auto site = parseWhole<std::uint64_t>(numbers.substr(0, slash));
        if (!site || slash == std::string_view::npos) return std::nullopt;
        const auto page = parseWhole<std::uint64_t>(numbers.substr(slash + 1));
        if (!page || *page >= m_pages) return std::nullopt;
        return html(*site, *page);
    }

private:
    std::string html(std::uint64_t site, std::uint64_t page) const {
        constexpr std::uint64_t Branches = 3;
        const std::string folder = siteFolder(site);
        const std::uint64_t seed = randomBits(randomBits(m_seed, site), page);
        const std::string title = "Page " + std::to_string(page) + " of site " + std::to_string(site);
        std::string text = "<html><head><title>" + title + "</title></head><body>\n<ul>\n";
        const auto link = [&text](const std::string& target) {
            text += "<li><a href=\"" + target + "\">" + target + "</a></li>\n";
        };
        for (std::uint64_t child = Branches * page + 1; child <= Branches * page + Branches; ++child)
            if (child < m_pages) link(folder + std::to_string(child));
        link(folder + std::to_string(randomBelow(seed, 0, m_pages)) + "#part");
        link(folder + "0");
        link("#top");
        link("http://elsewhere.invalid/" + std::to_string(page));
        text += "</ul>\n<p>";
        for (std::uint64_t i = 1; i <= m_bytes; ++i)
            text += static_cast<char>('a' + randomBelow(seed, i, 26));
        return text + "</p></body></html>\n";
    }

    std::uint64_t m_seed;
    std::uint64_t m_pages;
    ByteCount m_bytes;
};

/// What stands in href="…".
std::vector<std::string> linksOf(std::string_view html) {
    constexpr std::string_view Mark = "href=\"";
    std::vector<std::string> links;
    for (auto at = html.find(Mark); at != std::string_view::npos; at = html.find(Mark, at)) {
        at += Mark.size();
        const auto end = html.find('"', at);
        if (end == std::string_view::npos) break;
        links.emplace_back(html.substr(at, end - at));
        at = end;
    }
    return links;
}

class Crawl final : public SlotWorkload<WebPlace, Crawled> {
public:
    Crawl(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size),
          m_latency(std::get<double>(recipe.params.at("latency"))),
          m_pages(static_cast<std::uint64_t>(std::get<double>(recipe.params.at("pages")))),
          m_bytes(static_cast<ByteCount>(std::get<double>(recipe.params.at("bytes")))),
          m_timeout(std::get<double>(recipe.params.at("timeout"))) {}

    /// The server lives as long as the list that it was started for.
    void generate(std::uint64_t seed) override {
        m_server = orThrow("crawl", LoopbackServer::start(m_latency, Sites(seed, m_pages, m_bytes)));
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = {.port = static_cast<std::uint64_t>(m_server->port()), .number = i};
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = crawled(m_input[i]);
    }

private:
    Crawled crawled(const WebPlace& place) const {
        const std::string folder = siteFolder(place.number);
        std::unordered_set<std::string> known = {folder + "0"};
        std::deque<std::string> frontier(known.begin(), known.end());
        Crawled result{};
        for (; !frontier.empty() && result.pages < m_pages; frontier.pop_front()) {
            const std::string& path = frontier.front();
            const auto answer = orThrow("crawl", httpGet(place.port, path, m_timeout));
            if (answer.status != 200)
                throw std::runtime_error("crawl: " + path + ": the server answers with status " +
                                         std::to_string(answer.status));
            ++result.pages;
            result.hash = hashBytes(std::as_bytes(std::span(path)), result.hash);
            result.hash = hashBytes(std::as_bytes(std::span(answer.body)), result.hash);
            for (std::string link : linksOf(answer.body)) {
                ++result.links;
                link.resize(std::min(link.size(), link.find('#')));
                if (link.starts_with(folder) && known.insert(link).second) frontier.push_back(link);
            }
        }
        return result;
    }

    Seconds m_latency;
    std::uint64_t m_pages;
    ByteCount m_bytes;
    Seconds m_timeout;
    std::unique_ptr<LoopbackServer> m_server;  ///< only where the list was made, not in worker processes
};

}  // namespace

WorkloadEntry crawlWorkload() {
    return {.info = {.id = "crawl",
                     .title = "Crawl web sites",
                     .description = "An item is a whole web site. It is read from its first page on by following the "
                                    "links on each page, breadth first, each page of the site once and no other site. "
                                    "The sites are made up, and served by a web server on this machine that waits "
                                    "before it answers.",
                     .teaches = "The next page is known only when the last one was read, so a site takes its time "
                                "whatever the workers; side by side, many sites take little longer than one.",
                     .params = {latencyParam(Seconds(0.01)),
                                {.name = "pages",
                                 .title = "Pages",
                                 .description = "Pages of a site, and the most that are visited of one.",
                                 .unit = "pages",
                                 .kind = ParamKind::Integer,
                                 .minimum = 1,
                                 .maximum = 10'000,
                                 .initial = 10.0},
                                bytesParam("Size of the text on a page, which has links besides.", 1000),
                                timeoutParam()},
                     .inputBytesPerItem = sizeof(WebPlace),
                     .outputBytesPerItem = sizeof(Crawled),
                     .operationsPerItem = 0,
                     .typicalSize = 16},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<Crawl>(recipe, memory);
            }};
}

}  // namespace breakeven
