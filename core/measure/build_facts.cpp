#include "core/measure/build_facts.h"

#include "core/base/version.h"
#include "core/base/xxhash.h"
#include "core/os/files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <gnu/libc-version.h>
#include <link.h>
#include <string_view>

namespace breakeven {
namespace {

using Text = std::optional<std::string>;

Text compiler() {
#if defined(__clang__)
    return "Clang " __clang_version__;
#elif defined(__GNUC__)
    return "GCC " __VERSION__;
#else
    return std::nullopt;
#endif
}

std::string buildType() {
#ifdef NDEBUG
    return BREAKEVEN_BUILD_TYPE;
#else
    return BREAKEVEN_BUILD_TYPE ", assertions on";
#endif
}

/// "libtbb.so.12.8" for a loaded /usr/lib/…/libtbb.so.12, which is a link to it.
int addLibrary(dl_phdr_info* library, std::size_t, void* names) {
    std::error_code unreadable;
    const auto file = std::filesystem::canonical(library->dlpi_name, unreadable);
    if (unreadable) return 0;  // the program itself and the kernel's page have no name
    static_cast<std::vector<std::string>*>(names)->push_back(file.filename().string());
    return 0;
}

/// The loaded libraries that work or schedule, by the versions in their files' names.
Text libraries() {
    constexpr std::array<std::string_view, 8> Told{"libtbb",   "libgomp", "libstdc++",    "libhwloc",
                                                   "libicuuc", "libpng",  "libturbojpeg", "libcpp-httplib"};
    std::vector<std::string> loaded;
    dl_iterate_phdr(&addLibrary, &loaded);
    std::string text = std::string("glibc ") + gnu_get_libc_version();
    for (const std::string_view name : Told) {
        const auto own = std::ranges::find_if(
            loaded, [&](const std::string& file) { return file.starts_with(std::string(name) + ".so."); });
        if (own == loaded.end()) continue;
        text += ", " + std::string(name.substr(3)) + ' ' + own->substr(name.size() + 4);
    }
    return text;
}

Text hashOf(const std::filesystem::path& program) {
    const auto content = readFile(program);
    if (!content) return std::nullopt;
    const XXH128_hash_t hash = XXH3_128bits(content->data(), content->size());
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, hash);
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes.digest) {
        text += Digits[byte >> 4U];
        text += Digits[byte & 15U];
    }
    return text;
}

Text debugger() {
    const auto traced = isTraced();
    if (!traced) return std::nullopt;
    return *traced ? "attached" : "none";
}

}  // namespace

std::string sanitizers() {
    constexpr std::string_view Flags = BREAKEVEN_BUILD_FLAGS;
    constexpr std::string_view Option = "-fsanitize=";
    const std::size_t at = Flags.find(Option);
    if (at == Flags.npos) return {};
    const std::string_view list = Flags.substr(at + Option.size());
    return std::string(list.substr(0, list.find(' ')));
}

std::optional<bool> isTraced() {
    constexpr std::string_view Field = "\nTracerPid:";
    const auto status = readFile("/proc/self/status");
    const std::size_t at = status ? status->find(Field) : std::string::npos;
    if (at == std::string::npos) return std::nullopt;
    const std::size_t digits = status->find_first_of("0123456789", at);
    return digits != std::string::npos && (*status)[digits] != '0';
}

std::vector<Fact> buildFacts(const std::filesystem::path& program) {
    const std::string own = sanitizers();
    return {{"compiler", "Compiler", compiler()},
            {"build.type", "Build", buildType()},
            {"build.flags", "Compiler flags", BREAKEVEN_BUILD_FLAGS},
            {"build.sanitizers", "Sanitizers", own.empty() ? "none" : own},
            {"program.libraries", "Libraries", libraries()},
            {"program.hash", "Hash of the measured program", hashOf(program)},
            {"program.debugger", "Debugger", debugger()},
            {"program.version", "Breakeven", Version}};
}

}  // namespace breakeven
