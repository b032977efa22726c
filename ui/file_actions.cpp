#include "ui/file_actions.h"

#include "core/io/formats.h"
#include "ui/actions.h"
#include "ui/dialogs/file_dialog.h"
#include "ui/language.h"
#include "ui/session.h"

#include <QAction>
#include <QWidget>

#include <vector>

namespace breakeven {

namespace {

struct FileAction {
    const char* id;
    FileQuestion question;
    void (Session::*take)(const QString& path);
};

QStringList csvFilters() {
    QStringList filters;
    for (const FormatEntry& format : formats()) {
        if (!format.suffix.ends_with(".csv")) continue;
        filters += QStringLiteral("%1 (*%2)").arg(spoken(format.info.title), QString::fromStdString(format.suffix));
    }
    return filters;
}

std::vector<FileAction> fileActions() {
    return {
        {"openAction",
         {FilePurpose::Open,
          "openDialog",
          Session::tr("Open"),
          {Session::tr("Experiments and results (*.json *.jsonl *.csv *.gz)"), Session::tr("All files (*)")}},
         &Session::open},
        {"saveSpecAction",
         {FilePurpose::Save, "saveSpecDialog", Session::tr("Save experiment"), {Session::tr("Experiment (*.json)")}},
         &Session::saveSpec},
        {"saveRunAction",
         {FilePurpose::Save, "saveRunDialog", Session::tr("Save run"), {Session::tr("Run (*.jsonl)")}},
         &Session::saveResults},
        {"exportCsvAction",
         {FilePurpose::Save, "exportCsvDialog", Session::tr("Export CSV"), csvFilters()},
         &Session::saveResults},
        {"exportReportAction",
         {FilePurpose::Save,
          "exportReportDialog",
          Session::tr("Export report"),
          {Session::tr("Page for any browser (*.html)"), Session::tr("Pages for print (*.pdf)"),
           Session::tr("Markdown (*.md)")}},
         &Session::saveResults},
    };
}

}  // namespace

void connectFileActions(QWidget& window, Session& session) {
    for (const FileAction& entry : fileActions()) {
        QObject::connect(&action(window, entry.id), &QAction::triggered, &window, [&window, &session, entry] {
            FileQuestion question = entry.question;
            question.suggestion = QString::fromStdString(session.spec().name);
            askForFile(window, question, [&session, take = entry.take](const QString& path) { (session.*take)(path); });
        });
    }
}

}  // namespace breakeven
