#include "ui/panels/field_note.h"

#include "ui/theme.h"

#include <QApplication>
#include <QEvent>

namespace breakeven {

FieldNote::FieldNote(QWidget* parent) : WrappedLabel(parent) {
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    recolour();
}

void FieldNote::setHint(const QString& text) {
    show(text, false);
}

void FieldNote::setError(const QString& text) {
    show(text, true);
}

void FieldNote::show(const QString& text, bool error) {
    m_error = error;
    setText(text);
    setVisible(!text.isEmpty());
    recolour();
}

void FieldNote::recolour() {
    const bool dark = isDark(QApplication::palette());
    const QColor colour = m_error ? errorColour(dark) : mutedColour(dark);
    if (palette().color(QPalette::WindowText) == colour) return;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, colour);
    setPalette(own);
}

void FieldNote::changeEvent(QEvent* event) {
    WrappedLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) recolour();
}

}  // namespace breakeven
