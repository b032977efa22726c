#include "core/base/random.h"
#include "core/os/files.h"
#include "core/workloads/folder_items.h"
#include "core/workloads/image.h"
#include "core/workloads/or_throw.h"
#include "core/workloads/slot_workload.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace breakeven {

namespace {

using Photo = SourceSlot<65536>;

struct Resized {
    std::uint64_t hash;   ///< of the encoded picture
    std::uint64_t bytes;  ///< of it
    std::uint32_t width;
    std::uint32_t height;
};

std::uint32_t wholeNumber(const Params& params, const char* name) {
    return static_cast<std::uint32_t>(std::get<double>(params.at(name)));
}

constexpr std::size_t Channels = 3;

/// One wave per channel over the length of a side: the values of the channels at each place.
std::vector<double> waves(std::uint64_t seed, std::uint32_t length) {
    constexpr double Height = 60;  // of 256 levels
    constexpr double MostPeriods = 3;
    std::vector<double> values;
    for (std::uint32_t place = 0; place < length; ++place)
        for (std::uint64_t channel = 0; channel < Channels; ++channel) {
            const double periods = MostPeriods * randomUnit(seed, 2 * channel) * place / length;
            values.push_back(Height * std::sin(2 * std::numbers::pi * (periods + randomUnit(seed, 2 * channel + 1))));
        }
    return values;
}

/// Soft waves of colour with the grain of a sensor: it compresses about as a photo does.
Image photo(std::uint64_t seed, std::uint32_t width) {
    constexpr int Grain = 8;  // of 256 levels
    constexpr double Middle = 124;
    Image image{width, std::max(1U, width * 3 / 4), {}};
    image.pixels.reserve(Channels * image.width * image.height);
    const auto across = waves(randomBits(seed, 0), image.width);
    const auto down = waves(randomBits(seed, 1), image.height);
    const std::uint64_t grainSeed = randomBits(seed, 2);
    for (std::size_t row = 0; row < down.size(); row += Channels)
        for (std::size_t i = 0; i < across.size(); ++i) {
            const auto grain = static_cast<double>(randomBelow(grainSeed, image.pixels.size(), Grain));
            const double level = Middle + across[i] + down[row + i % Channels] + grain;
            image.pixels.push_back(static_cast<unsigned char>(level));
        }
    return image;
}

class ImageResize final : public SlotWorkload<Photo, Resized> {
public:
    ImageResize(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size),
          m_folder(std::get<std::string>(recipe.params.at("folder"))),
          m_source(wholeNumber(recipe.params, "source")),
          m_width(wholeNumber(recipe.params, "width")),
          m_height(wholeNumber(recipe.params, "height")),
          m_quality(static_cast<int>(wholeNumber(recipe.params, "quality"))) {}

    void generate(std::uint64_t seed) override {
        constexpr std::string_view Suffixes[] = {".jpg", ".jpeg", ".png"};
        if (m_folder.empty())
            takePhotos(seed);
        else
            orThrow("image-resize", putFiles(m_input, orThrow("image-resize", filesOf(m_folder, Suffixes))));
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = resized(m_input[i]);
    }

private:
    /// A few photos, again and again: making a picture takes longer than resizing it.
    void takePhotos(std::uint64_t seed) {
        constexpr ItemCount Different = 16;
        constexpr int Quality = 85;
        for (ItemCount i = 0; i < m_input.size(); ++i) {
            if (i >= Different) {
                m_input[i] = m_input[i % Different];
                continue;
            }
            const auto encoded = encodeJpeg(photo(randomBits(seed, i), m_source), Quality);
            orThrow("image-resize", m_input[i].put(Origin::Content, orThrow("image-resize", encoded)));
        }
    }

    Resized resized(const Photo& photo) const {
        if (photo.origin == Origin::Content) return orThrow("image-resize", resizedBytes(photo.view()));
        constexpr ByteCount LargestFile = 100'000'000;
        const std::string path(photo.view());
        const std::string bytes = orThrow("image-resize", readFile(path, LargestFile));
        return orThrow("image-resize: " + path, resizedBytes(bytes));
    }

    Result<Resized> resizedBytes(std::string_view bytes) const {
        BREAKEVEN_TRY(const Image original, decodeImage(bytes));
        BREAKEVEN_TRY(const Image image, fitted(original, m_width, m_height));
        BREAKEVEN_TRY(const std::string encoded, encodeJpeg(image, m_quality));
        return Resized{
            .hash = hashItems<char>(encoded), .bytes = encoded.size(), .width = image.width, .height = image.height};
    }

    std::string m_folder;
    std::uint32_t m_source;
    std::uint32_t m_width;
    std::uint32_t m_height;
    int m_quality;
};

ParamInfo pixels(std::string name, std::string title, std::string description, double maximum, double initial) {
    return {.name = std::move(name),
            .title = std::move(title),
            .description = std::move(description),
            .unit = "px",
            .kind = ParamKind::Integer,
            .minimum = 1,
            .maximum = maximum,
            .initial = initial};
}

}  // namespace

WorkloadEntry imageResizeWorkload() {
    return {
        .info = {.id = "image-resize",
                 .title = "Resize pictures",
                 .description = "Decodes a JPEG or PNG picture, makes it fit into a box and encodes it as JPEG, as "
                                "a gallery makes its previews. Pictures are made, sixteen different ones again and "
                                "again, or read from a folder, again in each call. Nothing is saved.",
                 .teaches = "Large independent items are what parallel is best at: even two pictures pay, and the "
                            "speed-up comes close to the number of cores.",
                 .params = {folderParam("Folder with pictures (.jpg, .jpeg, .png), each up to 100 MB and 50 million "
                                        "pixels; item i is file i modulo their number. Empty: pictures are made."),
                            pixels("source", "Made width", "Width of a made picture; its height is three quarters.",
                                   480, 320),
                            pixels("width", "Width", "Width of the box that the result fits into.", 4096, 128),
                            pixels("height", "Height", "Height of the box that the result fits into.", 4096, 128),
                            {.name = "quality",
                             .title = "Quality",
                             .description = "JPEG quality of the result.",
                             .unit = "",
                             .kind = ParamKind::Integer,
                             .minimum = 1,
                             .maximum = 100,
                             .initial = 80.0}},
                 .inputBytesPerItem = sizeof(Photo),
                 .outputBytesPerItem = sizeof(Resized),
                 .operationsPerItem = 0,
                 .typicalSize = 64},
        .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
            return std::make_unique<ImageResize>(recipe, memory);
        }};
}

}  // namespace breakeven
