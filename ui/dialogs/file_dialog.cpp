#include "ui/dialogs/file_dialog.h"

#include "ui/settings.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

constexpr int MostLetters = 60;  // of a name that is suggested

QStringList suffixesOf(const QString& filter) {
    static const QRegularExpression pattern(QStringLiteral("\\*(\\.[^ )]+)"));
    QStringList suffixes;
    for (const QRegularExpressionMatch& match : pattern.globalMatch(filter))
        suffixes += match.captured(1);
    return suffixes;
}

/// Qt completes only names without any dot: "v1.5" would be left as it is.
QString completed(const QString& path, const FileQuestion& question, const QString& suffix) {
    if (question.purpose != FilePurpose::Save) return path;
    const QStringList known = suffixesOf(question.filters.join(u' '));
    const bool complete = std::any_of(
        known.begin(), known.end(), [&path](const QString& each) { return path.endsWith(each, Qt::CaseInsensitive); });
    return complete ? path : path % u'.' % suffix;
}

/// Words may be anybody's, of a file that was opened: no folder, nothing hidden, no letter that a shell takes.
QString fileNameOf(QString words) {
    static const QRegularExpression others(QStringLiteral("[^\\w.]+"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression ends(QStringLiteral("^[-.]+|[-.]+$"));
    return words.replace(others, QStringLiteral("-")).left(MostLetters).remove(ends);
}

}  // namespace

void askForFile(QWidget& window, const FileQuestion& question, std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(&window, question.title, storedFolder());
    dialog->setObjectName(QLatin1String(question.name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool saving = question.purpose == FilePurpose::Save;
    const bool picksFolder = question.purpose == FilePurpose::Folder;
    dialog->setAcceptMode(saving ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(saving        ? QFileDialog::AnyFile
                        : picksFolder ? QFileDialog::Directory
                                      : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, picksFolder);
    dialog->setNameFilters(question.filters);
    if (saving) {
        const auto setSuffix = [dialog](const QString& filter) {
            dialog->setDefaultSuffix(suffixesOf(filter).value(0).mid(1));
        };
        setSuffix(question.filters.front());
        if (const QString name = fileNameOf(question.suggestion); !name.isEmpty()) dialog->selectFile(name);
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog, setSuffix);
    }
    const auto accept = [&window, dialog, question, chosen = std::move(chosen)](const QString& selected) {
        const QString path = completed(selected, question, dialog->defaultSuffix());
        storeFolderOf(path);
        if (path == selected || !QFileInfo::exists(path)) return chosen(path);
        // The dialog has asked about the name as it was typed only.
        auto* box =
            new QMessageBox(QMessageBox::Question, question.title,
                            QCoreApplication::translate("FileDialog", "%1 exists already. Replace it?").arg(path),
                            QMessageBox::Yes | QMessageBox::No, &window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(box, &QMessageBox::accepted, &window, [chosen, path] { chosen(path); });
        box->open();
    };
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, accept);
    dialog->open();
}

}  // namespace breakeven
