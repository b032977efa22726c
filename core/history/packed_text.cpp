#include "core/history/packed_text.h"

#include <array>
#include <cstddef>
#include <limits>
#include <new>
#include <zlib.h>

namespace breakeven {

namespace {

constexpr std::size_t MostText = 256'000'000;  ///< bytes, as of a run file; a few packed ones can stand for many

using Buffer = std::array<Bytef, 16'384>;

/// The next part of the input; zlib takes it without changing it and counts in fewer bits than a size.
void give(z_stream& stream, std::string_view& rest) {
    const auto part = rest.substr(0, std::numeric_limits<uInt>::max());
    stream.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(part.data()));
    stream.avail_in = static_cast<uInt>(part.size());
    rest.remove_prefix(part.size());
}

void give(z_stream& stream, Buffer& buffer) {
    stream.next_out = buffer.data();
    stream.avail_out = static_cast<uInt>(buffer.size());
}

std::string_view taken(const z_stream& stream, const Buffer& buffer) {
    return {reinterpret_cast<const char*>(buffer.data()), buffer.size() - stream.avail_out};
}

}  // namespace

void TextPacker::End::operator()(z_stream_s* stream) const {
    deflateEnd(stream);
    delete stream;
}

TextPacker::TextPacker() : m_stream(new z_stream{}) {
    if (deflateInit(m_stream.get(), Z_DEFAULT_COMPRESSION) != Z_OK) throw std::bad_alloc();
}

std::string TextPacker::add(std::string_view text) {
    std::string packed;
    Buffer buffer;
    while (!text.empty()) {
        give(*m_stream, text);
        do {
            give(*m_stream, buffer);
            deflate(m_stream.get(), Z_SYNC_FLUSH);
            packed += taken(*m_stream, buffer);
        } while (m_stream->avail_out == 0);
    }
    return packed;
}

Result<std::string> unpackedText(std::string_view packed) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
    std::string text;
    Buffer buffer;
    while (!packed.empty()) {
        give(stream, packed);
        do {
            give(stream, buffer);
            const int code = inflate(&stream, Z_NO_FLUSH);
            if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END)
                return Error{ErrorCode::Unreadable, "its packed events are damaged"};
            text += taken(stream, buffer);
            if (text.size() > MostText)
                return Error{ErrorCode::Unreadable,
                             "its events are larger than " + std::to_string(MostText) + " bytes"};
            if (code == Z_STREAM_END) return text;
        } while (stream.avail_out == 0);
    }
    return text;
}

}  // namespace breakeven
