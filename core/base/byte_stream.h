/// Stream buffers over bytes that stay where they are, for archives that want a stream.
#pragma once

#include <cstddef>
#include <streambuf>
#include <string>
#include <string_view>

namespace breakeven {

/// Appends to a string.
class StringSink final : public std::streambuf {
public:
    explicit StringSink(std::string& bytes) : m_bytes(bytes) {}

protected:
    std::streamsize xsputn(const char* text, std::streamsize count) override {
        m_bytes.append(text, static_cast<std::size_t>(count));
        return count;
    }
    int_type overflow(int_type byte) override {
        m_bytes.push_back(traits_type::to_char_type(byte));
        return byte;
    }

private:
    std::string& m_bytes;
};

/// Reads from bytes that are not copied.
class ByteSource final : public std::streambuf {
public:
    explicit ByteSource(std::string_view bytes) {
        char* begin = const_cast<char*>(bytes.data());  // a get area is never written to
        setg(begin, begin, begin + bytes.size());
    }
    bool isEmpty() const { return gptr() == egptr(); }
};

}  // namespace breakeven
