/// FieldNote: the line under a field. A hint in grey, or what is wrong with the field in red.
#pragma once

#include "ui/panels/wrapped_label.h"

namespace breakeven {

class FieldNote : public WrappedLabel {
    Q_OBJECT

public:
    explicit FieldNote(QWidget* parent = nullptr);

    void setHint(const QString& text);
    void setError(const QString& text);
    bool hasError() const { return m_error; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(const QString& text, bool error);
    void recolour();

    bool m_error = false;
};

}  // namespace breakeven
