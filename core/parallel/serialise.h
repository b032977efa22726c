/// Values as bytes, for another process on this machine or for the disk cache. Not a format for exchange: plain data is
/// written as it lies in memory.
#pragma once

#include "core/base/byte_stream.h"
#include "core/parallel/travel.h"

#include <cstddef>
#include <cstring>
#include <istream>
#include <new>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace breakeven {

/// Appends the value to `bytes`.
template <CanTravel T>
void serialise(const T& value, std::string& bytes) {
    if constexpr (PlainData<T>) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
    } else if constexpr (PlainVector<T>) {
        serialise<std::size_t>(value.size(), bytes);
        bytes.append(reinterpret_cast<const char*>(value.data()), value.size() * sizeof(typename T::value_type));
    } else {
        serialise<std::size_t>(0, bytes);
        const std::size_t begin = bytes.size();
        StringSink sink(bytes);
        std::ostream stream(&sink);
        cereal::BinaryOutputArchive archive(stream);
        archive(value);
        const std::size_t size = bytes.size() - begin;
        std::memcpy(bytes.data() + begin - sizeof size, &size, sizeof size);
    }
}

/// Takes one value off the front of `bytes`. Throws std::exception on bytes that serialise cannot have written.
template <CanTravel T>
T deserialise(std::string_view& bytes) {
    const auto take = [&](std::size_t count) {
        if (bytes.size() < count) throw std::runtime_error("data: it ends too early");
        const std::string_view taken = bytes.substr(0, count);
        bytes.remove_prefix(count);
        return taken;
    };
    if constexpr (PlainData<T>) {
        alignas(T) std::byte storage[sizeof(T)];
        std::memcpy(storage, take(sizeof(T)).data(), sizeof(T));
        return *std::launder(reinterpret_cast<T*>(storage));
    } else if constexpr (PlainVector<T>) {
        const auto size = deserialise<std::size_t>(bytes);
        if (size > bytes.size() / sizeof(typename T::value_type)) throw std::runtime_error("data: it ends too early");
        const std::string_view elements = take(size * sizeof(typename T::value_type));
        T value(size);
        if (size > 0) std::memcpy(value.data(), elements.data(), elements.size());
        return value;
    } else {
        ByteSource source(take(deserialise<std::size_t>(bytes)));
        std::istream stream(&source);
        T value{};
        cereal::BinaryInputArchive archive(stream);
        archive(value);
        if (!source.isEmpty()) throw std::runtime_error("data: it has bytes to spare");
        return value;
    }
}

}  // namespace breakeven
