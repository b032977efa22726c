#include "core/plots/palette.h"
#include "tests/support/sample_results.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/verdict_delegate.h"

#include <QImage>
#include <QPainter>
#include <QStyleOptionViewItem>

#include <cstdint>
#include <vector>

using namespace breakeven;

namespace {

constexpr auto Chips = {ResultsModel::Faster, ResultsModel::Same, ResultsModel::NotResolved, ResultsModel::Slower,
                        ResultsModel::Failed};

Rgb rgb(const QColor& colour) {
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

}  // namespace

class TestVerdictDelegate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void wordsCanBeReadOnTheirChips() {
        for (const bool dark : {false, true}) {
            for (const ResultsModel::Chip chip : Chips) {
                const ChipColours colours = chipColours(chip, dark);
                QVERIFY2(contrast(rgb(colours.ink), rgb(colours.fill)) >= 4.5, qPrintable(colours.ink.name()));
            }
        }
    }

    void noTwoChipsLookAlikeWithoutColour() {
        std::vector<QImage> pictures;
        for (const ResultsModel::Chip chip : Chips)
            pictures.push_back(shapeOf(chip));
        for (std::size_t one = 0; one < pictures.size(); ++one) {
            for (std::size_t other = 0; other < one; ++other)
                QVERIFY(differences(pictures[one], pictures[other]) > 8);  // of about 60 pixels
        }
    }

    void theChipFitsItsSizeHint() {
        const Row row(ResultsModel::NotResolved);
        const VerdictDelegate delegate;
        QStyleOptionViewItem option;
        option.palette = QPalette(Qt::white);
        const QSize wanted = delegate.sizeHint(option, row.cell());
        QVERIFY(wanted.width() > option.fontMetrics.horizontalAdvance(Row::brief()));
        const QImage image = painted(delegate, row.cell(), wanted);
        const QColor paper = image.pixelColor(0, 0);
        QVERIFY(image != painted(delegate, row.empty(), wanted));
        for (int y = 0; y < image.height(); ++y) {
            QCOMPARE(image.pixelColor(0, y), paper);
            QCOMPARE(image.pixelColor(image.width() - 1, y), paper);
        }
    }

    void aChipSaysAllWhereItHasRoom() {
        const Row row(ResultsModel::NotResolved);
        const Row brief(ResultsModel::NotResolved, Row::brief());
        const VerdictDelegate delegate;
        const QStyleOptionViewItem option;
        const int whole = VerdictDelegate::wholeWidth(option.fontMetrics, row.cell());
        QVERIFY(whole > delegate.sizeHint(option, row.cell()).width());
        for (const int width : {whole - 1, whole}) {
            const QSize size(width, 24);
            const bool isBrief = painted(delegate, row.cell(), size) == painted(delegate, brief.cell(), size);
            QCOMPARE(isBrief, width < whole);
        }
    }

private:
    /// A model with one cell that says this, and one that says nothing.
    class Row : public QAbstractTableModel {
    public:
        explicit Row(ResultsModel::Chip chip, const QString& whole = QStringLiteral("the word and its reason"))
            : m_chip(chip), m_whole(whole) {}
        static QString brief() { return QStringLiteral("the word"); }
        int rowCount(const QModelIndex& = {}) const override { return 1; }
        int columnCount(const QModelIndex& = {}) const override { return 2; }
        QVariant data(const QModelIndex& index, int role) const override {
            if (index.column() == 1) return {};
            if (role == ResultsModel::ChipRole) return m_chip;
            if (role == ResultsModel::BriefRole) return brief();
            return role == Qt::DisplayRole ? QVariant(m_whole) : QVariant();
        }
        QModelIndex cell() const { return index(0, 0); }
        QModelIndex empty() const { return index(0, 1); }

    private:
        ResultsModel::Chip m_chip;
        QString m_whole;
    };

    static QImage painted(const VerdictDelegate& delegate, const QModelIndex& index, QSize size) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = QRect({0, 0}, size);
        option.palette = QPalette(Qt::white);
        delegate.paint(&painter, option, index);
        return image;
    }

    /// The chip's shape alone: black where there is ink. All chips bear the same word, so it has the same place.
    static QImage shapeOf(ResultsModel::Chip chip) {
        const Row row(chip);
        const VerdictDelegate delegate;
        const QStyleOptionViewItem option;
        QImage image = painted(delegate, row.cell(), {140, 24});
        const Rgb fill = rgb(chipColours(chip, false).fill);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const bool isInk = contrast(rgb(image.pixelColor(x, y)), fill) > 2.5;
                image.setPixelColor(x, y, isInk ? Qt::black : Qt::white);
            }
        }
        const int word = option.fontMetrics.horizontalAdvance(Row::brief());
        const int side = option.fontMetrics.ascent();
        return image.copy((140 - word - side) / 2 - 5, 12 - side / 2, side, side);
    }

    static int differences(const QImage& one, const QImage& other) {
        int count = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x)
                count += one.pixelColor(x, y) != other.pixelColor(x, y);
        }
        return count;
    }
};

QTEST_MAIN(TestVerdictDelegate)
#include "tst_verdict_delegate.moc"
