#include "ui/dialogs/trust_box.h"

#include "core/base/command_line.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace breakeven {

namespace {

constexpr qint64 LongestProgram = 1'000'000;  // bytes that are shown of a file
constexpr qint64 MostShown = 4'000'000;       // bytes that are shown of all files
constexpr qsizetype LongestLine = 1000;       // letters
constexpr QSize FirstSize{720, 520};

QString say(const char* text) {
    return QCoreApplication::translate("TrustBox", text);
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

QString contentOf(const QString& path, qint64 most) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return say(QT_TRANSLATE_NOOP("TrustBox", "(cannot be read)"));
    const QByteArray content = file.read(std::min(LongestProgram, most));
    if (content.contains('\0'))
        return say(QT_TRANSLATE_NOOP("TrustBox", "(a binary file of %1 bytes)")).arg(file.size());
    const QString text = QString::fromUtf8(content);
    if (file.atEnd()) return text;
    return text % u'\n' %
           say(QT_TRANSLATE_NOOP("TrustBox", "(the first %1 of %2 bytes)")).arg(content.size()).arg(file.size());
}

/// The files that a text names and whose content is executed.
QStringList filesOf(const ParamInfo& param, const std::string& text, const Trial& trial) {
    const QString path = QString::fromStdString(text);
    QStringList files;
    if (param.kind == ParamKind::File) files += path;
    if (param.kind == ParamKind::Folder && !path.isEmpty()) {
        for (const QFileInfo& info : QDir(path).entryInfoList(QDir::Files, QDir::Name))
            files += info.filePath();
    }
    if (param.kind == ParamKind::Command) {
        const auto words = splitCommand(text);
        const CommandValues values{.size = trial.size, .workers = trial.workers, .backend = trial.backend};
        for (const std::string& word : filledIn(words ? *words : std::vector<std::string>(), values)) {
            const QString name = QString::fromStdString(word);
            if (QFileInfo(name).isFile()) files += name;
        }
    }
    return files;
}

/// What the trials would execute: the texts of each workload and set of parameters, then the files.
QString shownPrograms(const Plan& plan, const Catalog& catalog) {
    QStringList lines;
    QStringList files;
    std::set<std::pair<std::string, Params>> seen;
    for (const Trial& trial : plan.trials) {
        const auto workload = std::find_if(catalog.workloads.begin(), catalog.workloads.end(),
                                           [&](const WorkloadInfo& info) { return info.id == trial.workload; });
        if (workload == catalog.workloads.end() || !workload->runsPrograms) continue;
        const bool isNew = seen.emplace(trial.workload, trial.params).second;
        if (isNew) lines += QString::fromStdString(workload->title);
        for (const ParamInfo& param : workload->params) {
            const auto* text = std::get_if<std::string>(&trial.params.at(param.name));
            if (text == nullptr) continue;
            files += filesOf(param, *text, trial);
            if (!isNew) continue;
            const QString title = QString::fromStdString(param.title);
            const bool isLong = param.kind == ParamKind::Code;
            lines += title % (isLong ? QStringLiteral(":\n\n") : QStringLiteral(": ")) % QString::fromStdString(*text);
        }
        if (isNew) lines += QString();
    }
    files.removeDuplicates();
    qint64 room = MostShown;
    for (const QString& file : files) {
        const QString content = contentOf(file, room);
        lines += QStringLiteral("--- ") % file % u'\n' % content % u'\n';
        room = std::max(qint64(0), room - content.size());
    }
    return lines.join(u'\n').trimmed();
}

}  // namespace

void askForTrust(QWidget& window, const Plan& plan, const Catalog& catalog, std::function<void()> yes) {
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
    auto* programs = new QPlainTextEdit(folded(shownPrograms(plan, catalog)), box);
    programs->setObjectName(QStringLiteral("trustText"));
    programs->setAccessibleName(say(QT_TRANSLATE_NOOP("TrustBox", "What would run")));
    programs->setReadOnly(true);
    programs->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* buttons = new QDialogButtonBox(box);
    buttons->addButton(say(QT_TRANSLATE_NOOP("TrustBox", "&Run")), QDialogButtonBox::AcceptRole)
        ->setObjectName(QStringLiteral("trustYes"));
    QPushButton* no =
        buttons->addButton(say(QT_TRANSLATE_NOOP("TrustBox", "&Do not run")), QDialogButtonBox::RejectRole);
    no->setObjectName(QStringLiteral("trustNo"));
    no->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::accepted, box, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    QObject::connect(box, &QDialog::accepted, &window, std::move(yes));
    auto* column = new QVBoxLayout(box);
    column->addWidget(question);
    column->addWidget(programs, 1);
    column->addWidget(buttons);
    box->resize(FirstSize);
    box->open();
}

}  // namespace breakeven
