#include "core/workloads/folder_items.h"
#include "core/workloads/hash.h"
#include "core/workloads/image.h"
#include "tests/core/workloads/bound_list.h"

#include <QtTest>

#include <algorithm>
#include <set>
#include <string>

using namespace breakeven;

namespace {

using Photo = SourceSlot<65536>;

struct Resized {
    std::uint64_t hash;
    std::uint64_t bytes;
    std::uint32_t width;
    std::uint32_t height;
};

/// 2 × 1 pixels, red and green; written by another program.
const QByteArray RedGreenPng = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DA8J8BAAf/Af8Bf4mnAAAAAElFTkSuQmCC");

Image plainImage(std::uint32_t width, std::uint32_t height, unsigned char level) {
    return {width, height, std::vector<unsigned char>(std::size_t{3} * width * height, level)};
}

std::string jpegOf(const Image& image) {
    return *encodeJpeg(image, 90);
}

std::string bigEndian(std::uint32_t number, int bytes) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        text += static_cast<char>(number >> shift);
    return text;
}

/// Tells of another size than it has.
std::string jpegWithHeader(std::uint32_t width, std::uint32_t height) {
    std::string bytes = jpegOf(plainImage(8, 8, 50));
    const auto frame = bytes.find("\xFF\xC0");
    return bytes.replace(frame + 5, 4, bigEndian(height, 2) + bigEndian(width, 2));
}

std::uint32_t crcOf(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

std::string pngWithHeader(std::uint32_t width, std::uint32_t height) {
    std::string bytes = RedGreenPng.toStdString();
    bytes.replace(16, 8, bigEndian(width, 4) + bigEndian(height, 4));
    return bytes.replace(29, 4, bigEndian(crcOf(std::string_view(bytes).substr(12, 17)), 4));
}

std::string decodingErrorOf(const std::string& bytes) {
    const auto image = decodeImage(bytes);
    return image ? "no error" : image.error().detail;
}

ListRecipe recipeOf(const std::string& folder, ItemCount size, Params params = {}) {
    params["folder"] = folder;
    return {.workload = "image-resize", .params = std::move(params), .size = size};
}

}  // namespace

class TestImageResize : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pngIsDecodedExactly() {
        const auto image = decodeImage(RedGreenPng.toStdString());
        QVERIFY2(image, image ? "" : image.error().detail.c_str());
        QCOMPARE(image->width, 2U);
        QCOMPARE(image->height, 1U);
        QCOMPARE(image->pixels, (std::vector<unsigned char>{255, 0, 0, 0, 255, 0}));
    }

    void jpegComesBackNearly() {
        auto original = plainImage(40, 32, 200);  // halves of whole blocks
        for (std::size_t i = 0; i < original.pixels.size() / 2; ++i)
            original.pixels[i] = static_cast<unsigned char>(60 + 40 * (i % 3));
        const auto image = decodeImage(jpegOf(original));
        QVERIFY(image);
        QCOMPARE(image->width, 40U);
        QCOMPARE(image->height, 32U);
        for (std::size_t row = 0; row < 32; ++row) {
            if (row == 15 || row == 16) continue;  // colours are stored at half the resolution, and mix at the edge
            for (std::size_t i = row * 120; i < (row + 1) * 120; ++i)
                QVERIFY(std::abs(image->pixels[i] - original.pixels[i]) <= 2);
        }
    }

    void resultsFitIntoTheBox_data() {
        QTest::addColumn<QSize>("original");
        QTest::addColumn<QSize>("box");
        QTest::addColumn<QSize>("result");
        QTest::newRow("wide") << QSize(320, 240) << QSize(160, 160) << QSize(160, 120);
        QTest::newRow("high") << QSize(240, 320) << QSize(160, 160) << QSize(120, 160);
        QTest::newRow("wide box") << QSize(320, 240) << QSize(1000, 24) << QSize(32, 24);
        QTest::newRow("same") << QSize(32, 24) << QSize(32, 24) << QSize(32, 24);
        QTest::newRow("never enlarged") << QSize(32, 24) << QSize(320, 240) << QSize(32, 24);
        QTest::newRow("never nothing") << QSize(1000, 2) << QSize(10, 10) << QSize(10, 1);
        QTest::newRow("one pixel") << QSize(320, 240) << QSize(1, 1) << QSize(1, 1);
    }
    void resultsFitIntoTheBox() {
        QFETCH(QSize, original);
        QFETCH(QSize, box);
        QFETCH(QSize, result);
        const auto count = [](int side) { return static_cast<std::uint32_t>(side); };
        const auto image = fitted(plainImage(count(original.width()), count(original.height()), 77), count(box.width()),
                                  count(box.height()));
        QVERIFY(image);
        QCOMPARE(QSize(static_cast<int>(image->width), static_cast<int>(image->height)), result);
        QVERIFY(std::ranges::all_of(image->pixels, [](unsigned char level) { return level == 77; }));
    }

    /// Black and white columns become grey.
    void resizingMeansMixing() {
        auto stripes = plainImage(64, 64, 0);
        for (std::size_t i = 0; i < stripes.pixels.size(); i += 6)
            std::fill_n(stripes.pixels.begin() + static_cast<std::ptrdiff_t>(i), 3, static_cast<unsigned char>(255));
        const auto image = fitted(stripes, 8, 8);
        for (const auto level : image->pixels)
            QVERIFY(level > 90 && level < 165);
    }

    void damageIsNoticed() {
        const std::string jpeg = jpegOf(plainImage(64, 64, 99));
        const std::string png = RedGreenPng.toStdString();
        for (const std::string& bytes : {std::string(), std::string("GIF89a"), jpeg.substr(0, 2), jpeg.substr(0, 100),
                                         jpeg.substr(0, jpeg.size() / 2 + 200), jpeg.substr(0, jpeg.size() - 20),
                                         png.substr(0, 20), png.substr(0, png.size() - 30)}) {
            const std::string error = decodingErrorOf(bytes);
            QVERIFY2(error.starts_with("the picture cannot be decoded: "), error.c_str());
            QVERIFY(error.size() > 35);
        }
        std::string flipped = png;
        flipped[44] = static_cast<char>(flipped[44] ^ 1);  // within the pixels
        QVERIFY(decodingErrorOf(flipped).starts_with("the picture cannot be decoded: "));
        QVERIFY(decodingErrorOf(jpegWithHeader(64, 64)).starts_with("the picture cannot be decoded: "));
    }

    /// Before any memory is asked for: the limit is on what the header tells.
    void hugePicturesAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("size");
        QTest::newRow("JPEG") << QByteArray::fromStdString(jpegWithHeader(32'000, 32'000))
                              << QByteArray("32000 × 32000");
        QTest::newRow("long JPEG") << QByteArray::fromStdString(jpegWithHeader(65'500, 8)) << QByteArray("65500 × 8");
        QTest::newRow("PNG") << QByteArray::fromStdString(pngWithHeader(30'000, 30'000)) << QByteArray("30000 × 30000");
        QTest::newRow("long PNG") << QByteArray::fromStdString(pngWithHeader(1, 900'000)) << QByteArray("1 × 900000");
    }
    void hugePicturesAreRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, size);
        const auto image = decodeImage(bytes.toStdString());
        QVERIFY(!image);
        QCOMPARE(image.error().detail,
                 "the picture has " + size.toStdString() + " pixels (at most 32768 on a side and 50000000 in all)");
        QCOMPARE(image.error().code, ErrorCode::Refused);
    }

    void itemsAreTheirPhotos() {
        const BoundList list(recipeOf("", 3, {{"width", 32.0}, {"height", 100.0}, {"quality", 70.0}}));
        list.workload->run(0, 3);
        std::set<std::uint64_t> hashes;
        for (ItemCount i = 0; i < 3; ++i) {
            const auto image = fitted(*decodeImage(list.input<Photo>()[i].view()), 32, 100);
            const std::string encoded = *encodeJpeg(*image, 70);
            const Resized output = list.output<Resized>()[i];
            QCOMPARE(output.hash, hashItems<char>(encoded));
            QCOMPARE(output.bytes, std::uint64_t{encoded.size()});
            QCOMPARE(output.width, 32U);
            QCOMPARE(output.height, 24U);
            hashes.insert(output.hash);
        }
        QCOMPARE(hashes.size(), std::size_t{3});
    }

    void photosOfEverySizeFitIntoTheirSlots() {
        for (const double source : {1.0, 2.0, 33.0, 480.0}) {
            const BoundList list(recipeOf("", 17, {{"source", source}}));
            const auto photos = list.input<Photo>();
            for (const Photo& photo : photos)
                QCOMPARE(decodeImage(photo.view())->width, static_cast<std::uint32_t>(source));
            QVERIFY(photos[16].view() == photos[0].view());
        }
    }

    void picturesAreReadFromAFolder() {
        const QTemporaryDir folder;
        writeFile(folder.filePath("b.JPG"), jpegOf(plainImage(64, 32, 10)));
        writeFile(folder.filePath("a.png"), RedGreenPng.toStdString());
        writeFile(folder.filePath("notes.txt"), "no picture");
        const BoundList list(recipeOf(folder.path().toStdString(), 3, {{"width", 16.0}}));
        list.workload->run(0, 3);
        const auto output = list.output<Resized>();
        QCOMPARE(output[0].width, 2U);
        QCOMPARE(output[1].width, 16U);
        QCOMPARE(output[1].height, 8U);
        QCOMPARE(output[2].hash, output[0].hash);
    }

    void failuresNameTheFile() {
        const QTemporaryDir folder;
        const std::string place = folder.path().toStdString();
        writeFile(folder.filePath("notes.txt"), "no picture");
        QCOMPARE(failureOf([&] { BoundList list(recipeOf(place, 1)); }),
                 "image-resize: folder: '" + place + "' has no file to take items from (.jpg, .jpeg, .png)");

        const QString path = folder.filePath("a.jpg");
        writeFile(path, jpegOf(plainImage(64, 64, 10)).substr(0, 300));
        const BoundList list(recipeOf(place, 1));
        const auto failure = [&] { return failureOf([&] { list.workload->run(0, 1); }); };
        const std::string start = "image-resize: " + path.toStdString() + ": ";
        QVERIFY2(failure().starts_with(start + "the picture cannot be decoded: "), failure().c_str());
        writeFile(path, pngWithHeader(30'000, 30'000));
        QVERIFY2(failure().starts_with(start + "the picture has 30000 × 30000 pixels"), failure().c_str());
        QVERIFY(QFile::remove(path));
        QVERIFY2(failure().starts_with(start), failure().c_str());
    }
};

QTEST_GUILESS_MAIN(TestImageResize)
#include "tst_image_resize.moc"
