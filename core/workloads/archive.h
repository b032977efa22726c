/// Slots as bytes, for workers that share no memory. Written and read by cereal, in the byte order of the machine.
#pragma once

#include "core/base/byte_stream.h"

#include <cereal/archives/binary.hpp>
#include <istream>
#include <ostream>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace breakeven {

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
