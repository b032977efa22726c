/// RowPicture: a chart with rows on screen that belongs to no run alone: nothing in it can be chosen. Its rows are told
/// beside the mouse, and to screen readers.
#pragma once

#include "ui/plots/row_frame.h"

#include <QWidget>

namespace breakeven {

class RowPicture : public QWidget {
    Q_OBJECT

public:
    explicit RowPicture(QWidget* parent = nullptr);

    void setPlot(Plot plot);
    const Plot& plot() const { return m_frame.plot(); }
    const RowFrame& frame() const { return m_frame; }

    // The commands, see chart_commands.h.
    void copyImage();
    void copySeries();
    void savePicture() { Q_EMIT pictureWanted(); }
    bool hasRows() const { return !plot().isEmpty(); }

    QSize sizeHint() const override { return {720, 400}; }
    QSize minimumSizeHint() const override { return {240, 100}; }

Q_SIGNALS:
    void pictureWanted();  ///< of what is shown, in a file

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut(Plot plot);

    RowFrame m_frame;
};

}  // namespace breakeven
