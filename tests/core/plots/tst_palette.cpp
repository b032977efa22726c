#include "core/plots/palette.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using namespace breakeven;

namespace {

const std::array<std::string, 15> Families = {"serial",  "tbb",         "openmp",      "threads",     "async",
                                              "stdpar",  "processes",   "mpi",         "auto",        "python",
                                              "command", partFamily(0), partFamily(1), partFamily(2), partFamily(3)};

double distance(Rgb a, Rgb b) {
    return std::hypot(a.red - b.red, a.green - b.green, a.blue - b.blue);
}

/// As seen without the cones for red or for green. Source: Machado, Oliveira and Fernandes, "A Physiologically-based
/// Model for Simulation of Color Vision Deficiency", IEEE TVCG 15, 2009, table 1, severity 1.
using Sight = std::array<std::array<double, 3>, 3>;
constexpr Sight Usual{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Sight WithoutRed{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Sight WithoutGreen{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

Rgb seen(Rgb colour, const Sight& sight) {
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    const auto channel = [&](const std::array<double, 3>& share) {
        const double light =
            std::clamp(share[0] * linear(colour.red / 255.0) + share[1] * linear(colour.green / 255.0) +
                           share[2] * linear(colour.blue / 255.0),
                       0.0, 1.0);
        const double value = light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
        return static_cast<std::uint8_t>(std::lround(255 * value));
    };
    return {channel(sight[0]), channel(sight[1]), channel(sight[2])};
}

}  // namespace

class TestPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contrastIsTheStandardsOwn() {
        QCOMPARE(contrast({0, 0, 0}, {255, 255, 255}), 21.0);
        QCOMPARE(contrast({255, 255, 255}, {0, 0, 0}), 21.0);
        QCOMPARE(contrast({7, 7, 7}, {7, 7, 7}), 1.0);
        QVERIFY(std::abs(contrast({0x76, 0x76, 0x76}, {255, 255, 255}) - 4.54) < 0.01);
    }

    void textAndLinesAreLegible() {
        for (const bool dark : {false, true}) {
            QVERIFY(contrast(paper(dark).text, paper(dark).background) >= 4.5);
            for (const std::string& family : Families) {
                const double reached = contrast(familyColour(family, dark), paper(dark).background);
                QVERIFY2(reached >= 3, qPrintable(QString::fromStdString(family) + QString::number(reached)));
            }
        }
    }

    void daylightAsksForMore() {
        const Paper colours = paper(Ground::Daylight);
        QVERIFY(contrast(colours.text, colours.background) >= 7);
        QVERIFY(contrast(colours.muted, colours.background) >= 7);
        for (const std::string& family : Families) {
            const double reached = contrast(familyColour(family, Ground::Daylight), colours.background);
            QVERIFY2(reached >= 4.5, qPrintable(QString::fromStdString(family) + QString::number(reached)));
        }
    }

    void familiesAreDistinct() {
        for (const Ground ground : {Ground::Light, Ground::Dark, Ground::Daylight}) {
            for (std::size_t i = 0; i < Families.size(); ++i) {
                for (std::size_t k = i + 1; k < Families.size(); ++k) {
                    const double apart = distance(familyColour(Families[i], ground), familyColour(Families[k], ground));
                    QVERIFY2(apart >= 35, qPrintable(QString::fromStdString(Families[i]) + " " +
                                                     QString::fromStdString(Families[k])));
                }
            }
        }
    }

    void whatColourBlindEyesConfuseHasAnotherSign() {
        QVERIFY(distance(seen({255, 0, 0}, WithoutRed), seen({110, 98, 0}, WithoutRed)) <
                25);                                       // that it sees as they do
        const std::size_t backends = Families.size() - 4;  // the parts are no backend's
        for (std::size_t i = 0; i < backends; ++i) {
            for (std::size_t k = i + 1; k < backends; ++k) {
                const bool differs = familySign(Families[i]) != familySign(Families[k]) || Families[k] == "python";
                for (const Ground ground : {Ground::Light, Ground::Dark, Ground::Daylight}) {
                    for (const Sight& sight : {Usual, WithoutRed, WithoutGreen}) {
                        const double apart = distance(seen(familyColour(Families[i], ground), sight),
                                                      seen(familyColour(Families[k], ground), sight));
                        QVERIFY2(differs || apart >= 80,
                                 qPrintable(QString::fromStdString(Families[i] + " " + Families[k])));
                    }
                }
            }
        }
    }

    void theFirstPartHasTheToneOfWhatIsUnknown() {
        QCOMPARE(familyColour(partFamily(0), false), familyColour("some-plugin", false));
    }

    void keepsTheNamedTone() {
        QCOMPARE(familyColour("tbb", false), (Rgb{0x00, 0x72, 0xB2}));
        QCOMPARE(familyColour("processes", false), (Rgb{0xD5, 0x5E, 0x00}));
    }

    void variantsBelongToTheirFamily() {
        QCOMPARE(familyOf("tbb-static"), std::string_view("tbb"));
        QCOMPARE(familyOf("python-joblib-threads"), std::string_view("python"));
        QCOMPARE(familyOf("serial"), std::string_view("serial"));
    }
};

QTEST_GUILESS_MAIN(TestPalette)
#include "tst_palette.moc"
