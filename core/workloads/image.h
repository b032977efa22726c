/// Pictures: JPEG and PNG in, resizing, JPEG out. All functions may be called from several threads.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct Image {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<unsigned char> pixels;  ///< rows from the top, red, green and blue of each pixel
};

/// Larger pictures are not decoded, so that a small file cannot ask for all memory.
inline constexpr std::uint64_t MostPixels = 50'000'000;
inline constexpr std::uint32_t LongestSide = 32'768;

/// Transparent parts become white. Errors: Unreadable for what is no JPEG or PNG or is damaged anywhere; Refused when
/// the header tells of more than MostPixels or LongestSide.
Result<Image> decodeImage(std::string_view bytes);

/// As large as fits into the box, in the proportions of the original, at least one pixel and never enlarged.
/// Errors: Internal when there is no memory.
Result<Image> fitted(const Image& image, std::uint32_t width, std::uint32_t height);

/// quality: 1 to 100. Errors: Internal.
Result<std::string> encodeJpeg(const Image& image, int quality);

}  // namespace breakeven
