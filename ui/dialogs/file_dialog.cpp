#include "ui/dialogs/file_dialog.h"

#include "ui/settings.h"

#include <QFileDialog>

#include <utility>

namespace breakeven {

void askForFile(QWidget& window, const FileQuestion& question, std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(&window, question.title, storedFolder());
    dialog->setObjectName(QLatin1String(question.name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool opening = question.purpose == FilePurpose::Open;
    dialog->setAcceptMode(opening ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
    dialog->setFileMode(opening ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setNameFilters(question.filters);
    if (!opening) {
        const auto setSuffix = [dialog](const QString& filter) {
            dialog->setDefaultSuffix(filter.section(QStringLiteral("(*."), 1).section(u')', 0, 0));
        };
        setSuffix(question.filters.front());
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog, setSuffix);
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, [chosen = std::move(chosen)](const QString& path) {
        storeFolderOf(path);
        chosen(path);
    });
    dialog->open();
}

}  // namespace breakeven
