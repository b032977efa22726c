#include "core/plots/palette.h"

#include <QTest>

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
