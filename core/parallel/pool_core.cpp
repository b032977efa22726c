#include "core/parallel/pool_core.h"

#include "core/parallel/job_depth.h"
#include "core/parallel/thunk.h"

#include <cstring>

namespace breakeven {

namespace {

class InitializerKernel final : public Kernel {
public:
    explicit InitializerKernel(void (*initializer)()) : m_initializer(initializer) {}
    void run(ItemCount, ItemCount) override { m_initializer(); }
    void pack(Side, ItemCount, ItemCount, std::string&) const override {}
    void unpack(Side, ItemCount, ItemCount, std::string_view) override {}

private:
    void (*m_initializer)();
};

Result<std::unique_ptr<Kernel>> makeInitializer(std::string_view payload, std::span<std::byte>) {
    std::ptrdiff_t place = 0;
    std::memcpy(&place, payload.data(), sizeof place);
    return std::unique_ptr<Kernel>(std::make_unique<InitializerKernel>(functionAt(place)));
}

/// Empty where no process needs it.
std::string initializerRecipe(const std::string& backend, void (*initializer)()) {
    const Backend* const found = findBackend(backend);
    if (found == nullptr || found->info.isLocal()) return {};
    const std::ptrdiff_t place = valueOrThrow(placeOf(initializer));
    return valueOrThrow(
        writeThunk(makeInitializer, std::string_view(reinterpret_cast<const char*>(&place), sizeof place)));
}

}  // namespace

PoolCore::PoolCore(const PoolSettings& settings)
    : m_backend(settings.backend.id()),
      m_options{.workers = resolvedWorkers(settings.workers),
                .start = checkedStart(settings.start),
                .recycleAfter = settings.recycleAfter},
      m_deadline(checked({.itemDeadline = settings.deadline}).itemDeadline),
      m_seed(settings.seed) {
    if (settings.initializer != nullptr) {
        m_options.initializer = settings.initializer;
        m_options.initializerRecipe = initializerRecipe(m_backend, settings.initializer);
    }
    start();
}

PoolCore::PoolCore(const ThreadPoolSettings& settings)
    : m_backend(settings.backend.id()),
      m_options{.workers = resolvedWorkers(settings.workers), .initializer = settings.initializer},
      m_deadline(checked({.itemDeadline = settings.deadline}).itemDeadline),
      m_seed(settings.seed) {
    start();
}

PoolCore::~PoolCore() {
    terminate();
    if (!m_callbacks->isOwnThread() && !InsideJob::isTrue()) m_callbacks->drain();
}

void PoolCore::start() {
    m_workforce = Workforce::start(m_backend, m_options, m_callbacks);
    m_status = Status::Open;
}

std::shared_ptr<Workforce> PoolCore::workforce() {
    const std::lock_guard lock(m_mutex);
    if (m_status != Status::Open)
        throw ParallelError({ErrorCode::InvalidInput, "pool: it is closed and takes no more work (restart it first)"});
    if (!m_workforce) start();
    return m_workforce;
}

std::shared_ptr<Workforce> PoolCore::workforceFromHere() {
    auto all = workforce();
    return InsideJob::isTrue() && all->isLocal() ? nullptr : all;
}

CallSettings PoolCore::settings(const ChunkOption& chunk) const {
    return {.workers = m_options.workers,
            .backend = m_backend,
            .start = m_options.start,
            .chunk = chunk.policy(),
            .rules = {.itemDeadline = m_deadline},
            .stop = {},
            .random = {.seed = m_seed}};
}

CallSettings PoolCore::settingsOfOne() {
    auto one = settings(1);
    one.random.firstItem = m_single.fetch_add(1, std::memory_order_relaxed);
    return one;
}

std::shared_ptr<Workforce> PoolCore::release(Status status) {
    const std::lock_guard lock(m_mutex);
    m_status = status;
    return std::exchange(m_workforce, nullptr);
}

void PoolCore::close() {
    const std::lock_guard lock(m_mutex);
    m_status = Status::Closed;
}

void PoolCore::join() {
    {
        const std::lock_guard lock(m_mutex);
        if (m_status == Status::Open)
            throw ParallelError({ErrorCode::InvalidInput, "join: the pool is open (close or terminate it first)"});
    }
    finish("join", Status::Closed);
}

void PoolCore::terminate() {
    const auto workforce = release(Status::Closed);
    if (!workforce) return;
    workforce->terminate();
    if (!workforce->isCallerInside()) workforce->drain();
}

void PoolCore::restart() {
    finish("restart", Status::Closed);
    const std::lock_guard lock(m_mutex);
    start();
}

void PoolCore::clear() {
    finish("clear", Status::Open);
}

/// Waits for all that was asked for, then ends the workers.
void PoolCore::finish(const char* call, Status status) {
    const auto isCallerInside = [this] {
        if (m_callbacks->isOwnThread()) return true;
        const std::lock_guard lock(m_mutex);
        return m_workforce && m_workforce->isCallerInside();
    };
    if (isCallerInside())
        throw ParallelError({ErrorCode::InvalidInput,
                             call + std::string(": a callback or an item cannot wait for the end of its own pool")});
    if (const auto workforce = release(status)) workforce->drain();
}

}  // namespace breakeven
