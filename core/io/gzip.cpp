#include "core/io/gzip.h"

#include "core/os/files.h"

#include <array>
#include <memory>
#include <new>
#include <string_view>
#include <zlib.h>

namespace breakeven {

namespace {

constexpr std::string_view Magic = "\x1F\x8B";

Error unreadable(const std::filesystem::path& path, const std::string& why) {
    return {ErrorCode::Unreadable, path.string() + ": cannot be read: " + why};
}

Result<std::string> unpacked(std::string& packed, const std::filesystem::path& path, ByteCount limit) {
    constexpr int GzipAlone = MAX_WBITS + 16;
    z_stream stream{};
    if (inflateInit2(&stream, GzipAlone) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string text;
    std::array<Bytef, 65'536> buffer;
    int code = Z_OK;
    while (code == Z_OK) {
        stream.next_out = buffer.data();
        stream.avail_out = static_cast<uInt>(buffer.size());
        code = inflate(&stream, Z_NO_FLUSH);
        text.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - stream.avail_out);
        if (text.size() > limit)
            return unreadable(path, "unpacked, it is larger than " + std::to_string(limit) + " bytes");
        const bool isFollowed = code == Z_STREAM_END && stream.avail_in > 0;  // packed files may be joined
        if (isFollowed) code = inflateReset(&stream);
    }
    if (code == Z_BUF_ERROR) return unreadable(path, "it is packed by gzip, and its end is missing");
    if (code != Z_STREAM_END) return unreadable(path, "it is packed by gzip, and damaged");
    return text;
}

}  // namespace

Result<std::string> readUnpacked(const std::filesystem::path& path, ByteCount limit) {
    Result<std::string> content = readFile(path, limit);
    const bool isPacked = content && content->starts_with(Magic);
    return isPacked ? unpacked(*content, path, limit) : content;
}

std::filesystem::path unpackedName(const std::filesystem::path& path) {
    return path.extension() == ".gz" ? std::filesystem::path(path).replace_extension() : path;
}

}  // namespace breakeven
