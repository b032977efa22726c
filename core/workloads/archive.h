/// Slots as bytes, for workers that share no memory. Written and read by cereal, in the byte order of the machine.
#pragma once

#include <cereal/archives/binary.hpp>
#include <istream>
#include <ostream>
#include <span>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <string_view>
#include <type_traits>

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

template <class Archive, class T>
void archiveSlots(Archive& archive, std::span<T> slots) {
    if constexpr (std::is_trivially_copyable_v<T>)
        archive(cereal::binary_data(slots.data(), slots.size_bytes()));
    else
        for (T& slot : slots)
            archive(slot);
}

template <class T>
void packSlots(std::span<T> slots, std::string& bytes) {
    StringSink sink(bytes);
    std::ostream stream(&sink);
    cereal::BinaryOutputArchive archive(stream);
    archiveSlots(archive, slots);
}

/// Throws std::runtime_error when the bytes are too few or too many.
template <class T>
void unpackSlots(std::string_view bytes, std::span<T> slots) {
    ByteSource source(bytes);
    std::istream stream(&source);
    cereal::BinaryInputArchive archive(stream);
    archiveSlots(archive, slots);
    if (!source.isEmpty()) throw std::runtime_error("backend: serialised items have bytes to spare");
}

}  // namespace breakeven
