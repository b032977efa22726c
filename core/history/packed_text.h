/// Text that grows, packed piece by piece by zlib: each piece ends where it can be read, and the pieces in their order,
/// joined, are one stream that loads also when its end is missing.
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>

struct z_stream_s;

namespace breakeven {

class TextPacker {
public:
    TextPacker();

    /// The bytes that follow those handed out before. Range: text is not empty.
    std::string add(std::string_view text);

private:
    struct End {
        void operator()(z_stream_s* stream) const;
    };
    std::unique_ptr<z_stream_s, End> m_stream;
};

/// The text of the pieces, joined. Errors: Unreadable when they are damaged, or hold more than 256 MB.
Result<std::string> unpackedText(std::string_view packed);

}  // namespace breakeven
