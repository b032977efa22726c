#include "core/workloads/image.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <png.h>
#include <stb/stb_image_resize.h>
#include <turbojpeg.h>

namespace breakeven {

namespace {

constexpr int Channels = 3;

struct EndTurboJpeg {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using TurboJpeg = std::unique_ptr<void, EndTurboJpeg>;

struct FreePng {
    void operator()(png_image* image) const { png_image_free(image); }
};

Error damaged(const std::string& why) {
    return {ErrorCode::Unreadable, "the picture cannot be decoded: " + why};
}

/// An image of that size, not yet filled.
Result<Image> emptyImage(std::uint64_t width, std::uint64_t height) {
    if (width < 1 || height < 1) return damaged("it has no pixels");
    if (width > LongestSide || height > LongestSide || width * height > MostPixels)
        return Error{ErrorCode::Refused, "the picture has " + std::to_string(width) + " × " + std::to_string(height) +
                                             " pixels (at most " + std::to_string(LongestSide) + " on a side and " +
                                             std::to_string(MostPixels) + " in all)"};
    return Image{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height),
                 std::vector<unsigned char>(width * height * Channels)};
}

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Result<Image> decodeJpeg(std::string_view bytes) {
    const TurboJpeg decoder(tjInitDecompress());
    if (!decoder) return Error{ErrorCode::Internal, tjGetErrorStr2(nullptr)};
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
    if (tjDecompressHeader3(decoder.get(), bytesOf(bytes), bytes.size(), &width, &height, &subsampling, &colours) != 0)
        return damaged(tjGetErrorStr2(decoder.get()));
    BREAKEVEN_TRY(Image image, emptyImage(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height)));
    // A missing end is only a warning to the library, and so is a progressive picture of endless scans.
    constexpr int Strict = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;
    if (tjDecompress2(decoder.get(), bytesOf(bytes), bytes.size(), image.pixels.data(), width, width * Channels, height,
                      TJPF_RGB, Strict) != 0)
        return damaged(tjGetErrorStr2(decoder.get()));
    return image;
}

Result<Image> decodePng(std::string_view bytes) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, FreePng> free(&png);
    if (png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()) == 0) return damaged(png.message);
    BREAKEVEN_TRY(Image image, emptyImage(png.width, png.height));
    png.format = PNG_FORMAT_RGB;
    constexpr png_color White{255, 255, 255};
    if (png_image_finish_read(&png, &White, image.pixels.data(), 0, nullptr) == 0) return damaged(png.message);
    return image;
}

}  // namespace

Result<Image> decodeImage(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8")) return decodeJpeg(bytes);
    if (bytes.starts_with("\x89PNG")) return decodePng(bytes);
    return damaged("it is neither JPEG nor PNG");
}

Result<Image> fitted(const Image& image, std::uint32_t width, std::uint32_t height) {
    const double scale =
        std::min({1.0, static_cast<double>(width) / image.width, static_cast<double>(height) / image.height});
    const auto scaled = [scale](std::uint32_t side) { return std::max(1L, std::lround(scale * side)); };
    BREAKEVEN_TRY(Image result, emptyImage(static_cast<std::uint64_t>(scaled(image.width)),
                                           static_cast<std::uint64_t>(scaled(image.height))));
    const auto side = [](std::uint32_t pixels) { return static_cast<int>(pixels); };
    if (stbir_resize_uint8(image.pixels.data(), side(image.width), side(image.height), 0, result.pixels.data(),
                           side(result.width), side(result.height), 0, Channels) == 0)
        return Error{ErrorCode::Internal, "there is no memory to resize the picture"};
    return result;
}

Result<std::string> encodeJpeg(const Image& image, int quality) {
    const TurboJpeg encoder(tjInitCompress());
    if (!encoder) return Error{ErrorCode::Internal, tjGetErrorStr2(nullptr)};
    const int width = static_cast<int>(image.width);
    const int height = static_cast<int>(image.height);
    std::string bytes(tjBufSize(width, height, TJSAMP_420), '\0');
    auto* place = reinterpret_cast<unsigned char*>(bytes.data());
    unsigned long size = bytes.size();
    if (tjCompress2(encoder.get(), image.pixels.data(), width, 0, height, TJPF_RGB, &place, &size, TJSAMP_420, quality,
                    TJFLAG_NOREALLOC) != 0)
        return Error{ErrorCode::Internal, tjGetErrorStr2(encoder.get())};
    bytes.resize(size);
    return bytes;
}

}  // namespace breakeven
