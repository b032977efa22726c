#include "core/workloads/plugin_list.h"

#include "core/workloads/archive.h"
#include "core/workloads/hash.h"
#include "core/workloads/slots.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <dlfcn.h>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

namespace fs = std::filesystem;

Error unusable(const std::string& file, const std::string& why) {
    return {ErrorCode::WorkFailed, '\'' + file + "' " + why};
}

/// What the loader says begins with the path that it was given.
std::string loaderError(const std::string& path) {
    const char* text = dlerror();
    std::string error = text == nullptr ? "no reason is known" : text;
    if (error.starts_with(path + ": ")) error.erase(0, path.size() + 2);
    return error;
}

Result<void> checkSlot(const std::string& file, const char* side, std::uint64_t bytes, std::uint64_t fewest) {
    constexpr std::uint64_t Most = BREAKEVEN_PLUGIN_LARGEST_SLOT;
    if (bytes >= fewest && bytes <= Most) return {};
    return unusable(file, "has items of " + std::to_string(bytes) + " bytes of " + side + " (allowed are " +
                              std::to_string(fewest) + " to " + std::to_string(Most) + ")");
}

Result<void> check(const std::string& file, const breakeven_workload* workload) {
    if (workload == nullptr) return unusable(file, "describes no workload: breakeven_plugin() returns NULL");
    if (workload->version != BREAKEVEN_PLUGIN_VERSION)
        return unusable(file, "speaks version " + std::to_string(workload->version) + " (this program speaks " +
                                  std::to_string(BREAKEVEN_PLUGIN_VERSION) + ")");
    BREAKEVEN_CHECK(checkSlot(file, "input", workload->input_bytes, 0));
    BREAKEVEN_CHECK(checkSlot(file, "output", workload->output_bytes, 1));
    if (workload->run == nullptr) return unusable(file, "has no function run");
    if (workload->generate == nullptr && workload->input_bytes > 0)
        return unusable(file, "has no function generate, though its items have an input");
    return {};
}

Result<const breakeven_workload*> open(const std::string& file) {
    if (file.empty()) return Error{ErrorCode::WorkFailed, "file: '' is not allowed (a shared library)"};
    std::error_code error;
    const auto status = fs::status(file, error);
    if (!fs::exists(status))
        return unusable(file,
                        "cannot be read: " +
                            (error ? error : std::make_error_code(std::errc::no_such_file_or_directory)).message());
    // The loader would wait for a pipe.
    if (!fs::is_regular_file(status)) return unusable(file, "cannot be read: it is no file");
    const std::string path = fs::absolute(file).string();  // a bare name would be looked up among the system's
    void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return unusable(file, "cannot be loaded: " + loaderError(path));
    void* const symbol = dlsym(library, "breakeven_plugin");
    if (symbol == nullptr) return unusable(file, "has no function breakeven_plugin (see <breakeven/plugin.h>)");
    const auto* const workload = reinterpret_cast<decltype(&breakeven_plugin)>(symbol)();
    BREAKEVEN_CHECK(check(file, workload));
    return workload;
}

class PluginList final : public Workload {
public:
    PluginList(const breakeven_workload& library, std::string name, ItemCount size, std::span<std::byte> memory)
        : m_library(library),
          m_name(std::move(name)),
          m_size(size),
          m_input(takeSlots<std::byte>(memory, size * library.input_bytes)),
          m_output(takeSlots<std::byte>(memory, size * library.output_bytes)) {}

    void generate(std::uint64_t seed) override {
        if (m_library.generate != nullptr)
            call([&](char* message, std::size_t bytes) {
                return m_library.generate(m_input.data(), 0, m_size, seed, message, bytes);
            });
        checkThatAnItemIsWritten();
        clearOutput();
    }

    void clearOutput() override { clearSlots(m_output); }
    Digest digest() const override { return {.hash = hashOutput(m_output)}; }

    void run(ItemCount begin, ItemCount end) override {
        call([&](char* message, std::size_t bytes) {
            return m_library.run(m_input.data(), m_output.data(), begin, end, message, bytes);
        });
    }

    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        packSlots(slots(side, begin, end), bytes);
    }

    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        unpackSlots(bytes, slots(side, begin, end));
    }

private:
    std::span<std::byte> slots(Side side, ItemCount begin, ItemCount end) const {
        const auto whole = side == Side::Input ? m_input : m_output;
        const ByteCount each = side == Side::Input ? m_library.input_bytes : m_library.output_bytes;
        return whole.subspan(begin * each, (end - begin) * each);
    }

    /// Throws what the library complains of.
    template <class Function>
    void call(const Function& function) const {
        std::array<char, 1024> message{};
        const int status = function(message.data(), message.size());
        if (status == 0) return;
        const std::string text(message.data(), strnlen(message.data(), message.size()));
        throw std::runtime_error(m_name + ": " + (text.empty() ? "error " + std::to_string(status) : text));
    }

    /// An output that nobody writes is the same everywhere, so no comparison would find it. Only bytes that still look
    /// untouched after one item make it run again, over another background.
    void checkThatAnItemIsWritten() {
        const auto item = m_output.first(m_library.output_bytes);
        std::vector<std::size_t> suspects;
        clearSlots(item);
        run(0, 1);
        for (std::size_t i = 0; i < item.size(); ++i)
            if (item[i] == std::byte{0xFF}) suspects.push_back(i);
        if (suspects.empty()) return;
        std::memset(item.data(), 0, item.size());
        run(0, 1);
        const auto unwritten = std::ranges::count_if(suspects, [&](std::size_t i) { return item[i] == std::byte{0}; });
        if (unwritten > 0)
            throw std::runtime_error(m_name + ": of the " + std::to_string(item.size()) +
                                     " bytes of an item's output " + std::to_string(unwritten) + " were not written");
    }

    const breakeven_workload& m_library;
    std::string m_name;
    ItemCount m_size;
    std::span<std::byte> m_input;
    std::span<std::byte> m_output;
};

}  // namespace

Result<const breakeven_workload*> loadPlugin(const std::string& file) {
    static std::map<std::string, const breakeven_workload*> loaded;
    const auto known = loaded.find(file);
    if (known != loaded.end()) return known->second;
    BREAKEVEN_TRY(const auto* const workload, open(file));
    return loaded[file] = workload;
}

std::unique_ptr<Workload> makePluginList(const breakeven_workload& library, std::string name, ItemCount size,
                                         std::span<std::byte> memory) {
    return std::make_unique<PluginList>(library, std::move(name), size, memory);
}

}  // namespace breakeven
