#include "core/base/parse.h"
#include "core/base/random.h"
#include "core/workloads/http_client.h"
#include "core/workloads/loopback_server.h"
#include "core/workloads/or_throw.h"
#include "core/workloads/slot_workload.h"

namespace breakeven {

namespace {

struct Fetched {
    std::uint64_t hash;  ///< of the body
    std::uint32_t status;
    std::uint32_t bytes;  ///< of the body
};

constexpr std::string_view Folder = "/item/";

/// "item 17: " and letters, cut to the size.
std::string record(std::uint64_t seed, std::string_view number, ByteCount bytes) {
    std::string text = "item " + std::string(number) + ": ";
    text.reserve(bytes + text.size());
    const std::uint64_t start = parseWhole<std::uint64_t>(number).value_or(0) * bytes;
    while (text.size() < bytes) {
        std::uint64_t random = randomBits(seed, start + text.size());
        for (std::size_t i = 0; i < sizeof random; ++i, random >>= 8)
            text += static_cast<char>('a' + (random & 15));
    }
    text.resize(bytes);
    return text;
}

class HttpGet final : public SlotWorkload<WebPlace, Fetched> {
public:
    HttpGet(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size),
          m_latency(std::get<double>(recipe.params.at("latency"))),
          m_bytes(static_cast<ByteCount>(std::get<double>(recipe.params.at("bytes")))),
          m_timeout(std::get<double>(recipe.params.at("timeout"))) {}

    /// The server lives as long as the list that it was started for.
    void generate(std::uint64_t seed) override {
        const auto pages = [seed, bytes = m_bytes](const std::string& path) -> std::optional<std::string> {
            if (!path.starts_with(Folder)) return std::nullopt;
            return record(seed, std::string_view(path).substr(Folder.size()), bytes);
        };
        m_server = orThrow("http-get", LoopbackServer::start(m_latency, pages));
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = {.port = static_cast<std::uint64_t>(m_server->port()), .number = i};
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            const auto [port, number] = m_input[i];
            const auto answer =
                orThrow("http-get", httpGet(port, std::string(Folder) + std::to_string(number), m_timeout));
            m_output[i] = {.hash = hashItems<char>(answer.body),
                           .status = static_cast<std::uint32_t>(answer.status),
                           .bytes = static_cast<std::uint32_t>(answer.body.size())};
        }
    }

private:
    Seconds m_latency;
    ByteCount m_bytes;
    Seconds m_timeout;
    std::unique_ptr<LoopbackServer> m_server;  ///< only where the list was made, not in worker processes
};

}  // namespace

WorkloadEntry httpGetWorkload() {
    return {.info = {.id = "http-get",
                     .title = "Calls of a web API",
                     .description = "Asks a web server for one record per item, each over a connection of its own. The "
                                    "server runs on this machine, in the measured program, and waits before it "
                                    "answers, as one far away would; what it computes is little, but it computes on "
                                    "the same cores.",
                     .teaches = "An item that waits for an answer needs no core, so many more workers than cores pay, "
                                "until the work per call fills the cores.",
                     .params = {latencyParam(Seconds(0.05)), bytesParam("Size of a record.", 1000), timeoutParam()},
                     .inputBytesPerItem = sizeof(WebPlace),
                     .outputBytesPerItem = sizeof(Fetched),
                     .operationsPerItem = 0,
                     .typicalSize = 20},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<HttpGet>(recipe, memory);
            }};
}

}  // namespace breakeven
