#include "ui/dialogs/trust_box.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace breakeven {

namespace {

constexpr qsizetype LongestLine = 1000;  // letters
constexpr QSize FirstSize{720, 520};

QString say(const char* words) {
    return QCoreApplication::translate("TrustBox", words);
}

/// A line of a million letters would take half a minute to lay out.
QString folded(const QString& text) {
    QString lines;
    qsizetype length = 0;
    for (const QChar letter : text) {
        if (letter == u'\n') length = 0;
        if (++length > LongestLine) {
            lines += u'\n';
            length = 1;
        }
        lines += letter;
    }
    return lines;
}

}  // namespace

void askForTrust(QWidget& window, const Programs& programs, std::function<void()> yes, std::function<void()> no) {
    auto* box = new QDialog(&window);
    box->setObjectName(QStringLiteral("trustBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(say(QT_TRANSLATE_NOOP("TrustBox", "Run this program?")));
    auto* question =
        new QLabel(say(QT_TRANSLATE_NOOP("TrustBox",
                                         "This experiment came from a file and runs programs of its own, which can do "
                                         "whatever you can do. Run them if you trust their author.")),
                   box);
    question->setWordWrap(true);
    auto* text = new QPlainTextEdit(folded(QString::fromStdString(shown(programs)).trimmed()), box);
    text->setObjectName(QStringLiteral("trustText"));
    text->setAccessibleName(say(QT_TRANSLATE_NOOP("TrustBox", "What would run")));
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* buttons = new QDialogButtonBox(box);
    buttons->addButton(say(QT_TRANSLATE_NOOP("TrustBox", "&Run")), QDialogButtonBox::AcceptRole)
        ->setObjectName(QStringLiteral("trustYes"));
    QPushButton* stay =
        buttons->addButton(say(QT_TRANSLATE_NOOP("TrustBox", "&Do not run")), QDialogButtonBox::RejectRole);
    stay->setObjectName(QStringLiteral("trustNo"));
    stay->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, box, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    QObject::connect(box, &QDialog::accepted, &window, std::move(yes));
    QObject::connect(box, &QDialog::rejected, &window, std::move(no));
    auto* column = new QVBoxLayout(box);
    column->addWidget(question);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    box->resize(FirstSize);
    box->open();
}

}  // namespace breakeven
