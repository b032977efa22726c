#include "ui/dialogs/settings_dialog.h"

#include "core/history/history_file.h"
#include "ui/panels/field_note.h"
#include "ui/panels/path_edit.h"
#include "ui/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int LeastWidth = 520;  // pixels
const QByteArray SqliteHead = "SQLite format 3";

/// The folder that is there, of those above the path.
QFileInfo nearestFolder(const QString& path) {
    QFileInfo above(QFileInfo(path).path());
    while (!above.exists() && above.filePath() != above.path())
        above.setFile(above.path());
    return above;
}

QLabel* label(const QString& text, QWidget* field) {
    auto* made = new QLabel(text);
    made->setBuddy(field);
    field->setAccessibleName(QString(text).remove(u'&'));
    return made;
}

QString refused(const QString& path, const QString& why) {
    return SettingsDialog::tr("History: %1 %2").arg(path, why);
}

}  // namespace

QString historyFileLack(const QString& path) {
    if (path.isEmpty()) return {};
    const QFileInfo file(path);
    if (file.isRelative()) return refused(path, SettingsDialog::tr("is not a full path, which begins with /"));
    if (file.isDir()) return refused(path, SettingsDialog::tr("is a folder; name a file in it"));
    const QFileInfo folder = nearestFolder(path);
    if (!folder.isDir())
        return refused(path, SettingsDialog::tr("lies below %1, which is a file").arg(folder.filePath()));
    if (!file.exists()) {
        return folder.isWritable()
                   ? QString()
                   : refused(path, SettingsDialog::tr("cannot be made: %1 is read-only").arg(folder.filePath()));
    }
    QFile content(path);
    if (!content.open(QIODevice::ReadOnly)) return refused(path, SettingsDialog::tr("cannot be read"));
    const bool isDatabase = content.size() == 0 || content.read(SqliteHead.size()) == SqliteHead;
    if (!isDatabase) return refused(path, SettingsDialog::tr("is another kind of file"));
    return file.isWritable() ? QString() : refused(path, SettingsDialog::tr("is read-only"));
}

SettingsDialog::SettingsDialog(QWidget* parent)
    : QDialog(parent),
      m_theme(new QComboBox(this)),
      m_language(new QComboBox(this)),
      m_languageNote(new FieldNote(this)),
      m_history(new PathEdit(PathEdit::Kind::File, this)),
      m_historyNote(new FieldNote(this)),
      m_notices(new QCheckBox(tr("Tell when a lo&ng run ends while I look elsewhere"), this)),
      m_firstStart(new QCheckBox(tr("&Measure something small by itself at the next start"), this)) {
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setMinimumWidth(LeastWidth);
    m_theme->setObjectName(QStringLiteral("themeBox"));
    m_theme->addItem(tr("As the system"), themeWord(Theme::System));
    m_theme->addItem(tr("Light"), themeWord(Theme::Light));
    m_theme->addItem(tr("Dark"), themeWord(Theme::Dark));
    m_language->setObjectName(QStringLiteral("languageBox"));
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_languageNote->setObjectName(QStringLiteral("languageNote"));
    m_history->setObjectName(QStringLiteral("historyFileEdit"));
    m_history->setClearButtonEnabled(true);
    m_history->setPlaceholderText(QString::fromStdString(defaultHistoryFile().string()));
    m_history->setToolTip(tr("The file that every run is remembered in; empty: the one that is shown in grey"));
    m_historyNote->setObjectName(QStringLiteral("historyFileNote"));
    for (FieldNote* note : {m_languageNote, m_historyNote})
        note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);  // over the width of the form
    auto* pick = new QPushButton(tr("Choo&se…"), this);
    pick->setObjectName(QStringLiteral("historyFileButton"));
    pick->setToolTip(tr("Choose a history that is already there"));
    m_notices->setObjectName(QStringLiteral("noticesBox"));
    m_notices->setToolTip(tr("A run is long when it takes more than ten seconds"));
    m_firstStart->setObjectName(QStringLiteral("firstStartBox"));
    m_firstStart->setToolTip(tr("Overhead versus size in a few seconds, as at the very first start"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);

    auto* path = new QHBoxLayout;
    path->addWidget(m_history, 1);
    path->addWidget(pick);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(label(tr("&Theme"), m_theme), m_theme);
    form->addRow(label(tr("&Language"), m_language), m_language);
    form->addRow(QString(), m_languageNote);
    form->addRow(label(tr("&History"), m_history), path);
    form->addRow(QString(), m_historyNote);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_notices);
    column->addWidget(m_firstStart);
    column->addStretch();
    column->addWidget(buttons);

    connect(pick, &QPushButton::clicked, m_history, &PathEdit::pick);
    connect(m_history, &QLineEdit::textChanged, this, &SettingsDialog::checkHistory);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        const bool differs = m_language->currentData().toString() != storedLanguage();
        m_languageNote->setHint(differs ? tr("From the next start on.") : QString());
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    load();
}

void SettingsDialog::load() {
    m_theme->setCurrentIndex(m_theme->findData(themeWord(storedTheme())));
    m_language->setCurrentIndex(std::max(0, m_language->findData(storedLanguage())));
    m_languageNote->setHint({});
    m_history->setPath(storedHistoryFile());
    m_notices->setChecked(storedNotices());
    m_firstStart->setChecked(storedFirstStart());
    checkHistory();
}

void SettingsDialog::showEvent(QShowEvent* event) {
    if (!event->spontaneous()) load();
    QDialog::showEvent(event);
}

void SettingsDialog::checkHistory() {
    m_historyNote->setError(historyFileLack(m_history->text().trimmed()));
}

void SettingsDialog::accept() {
    if (!historyFileLack(m_history->text().trimmed()).isEmpty()) {
        m_history->setFocus();
        return;
    }
    storeTheme(themeFromWord(m_theme->currentData().toString()).value_or(Theme::System));
    storeLanguage(m_language->currentData().toString());
    storeHistoryFile(m_history->text().trimmed());
    storeNotices(m_notices->isChecked());
    storeFirstStart(m_firstStart->isChecked());
    Q_EMIT stored();
    QDialog::accept();
}

}  // namespace breakeven
