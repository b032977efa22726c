#include "ui/dialogs/shortcut_sheet.h"

#include "ui/plots/chart_commands.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QShowEvent>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace breakeven {

namespace {

constexpr QSize FirstSize{560, 640};

/// As it reads outside a menu: without mnemonic and dots.
QString plain(QString text) {
    const qsizetype tab = text.indexOf(u'\t');
    if (tab >= 0) text.truncate(tab);
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01")).remove(u'&').replace(u'\x01', u'&');
    if (text.endsWith(u'…')) text.chop(1);
    return text;
}

QString keysText(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& each : keys) {
        const QString text = each.toString(QKeySequence::NativeText);
        if (!text.isEmpty() && !texts.contains(text)) texts += text;
    }
    return texts.join(QStringLiteral("   "));
}

void addRow(QTreeWidgetItem& group, const QString& what, const QString& keys, const QString& tip) {
    if (keys.isEmpty()) return;
    auto* row = new QTreeWidgetItem(&group, {what, keys});
    row->setToolTip(0, tip);
}

/// What the panel that has the action is called; empty when nothing tells.
QString placeOf(const QAction& action) {
    for (const QObject* each = action.parent(); each; each = each->parent()) {
        const auto* widget = qobject_cast<const QWidget*>(each);
        if (widget && !widget->isWindow() && !widget->accessibleName().isEmpty()) return widget->accessibleName();
    }
    return {};
}

}  // namespace

ShortcutSheet::ShortcutSheet(QMainWindow& window)
    : QDialog(&window), m_window(window), m_search(new QLineEdit(this)), m_keys(new QTreeWidget(this)) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keys"));
    resize(FirstSize);
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setAccessibleName(tr("Find a key"));
    m_search->setPlaceholderText(tr("Find: zoom, export, Ctrl+R"));
    m_search->setClearButtonEnabled(true);
    m_keys->setObjectName(QStringLiteral("shortcutTree"));
    m_keys->setAccessibleName(tr("Keys"));
    m_keys->setHeaderLabels({tr("What"), tr("Keys")});
    m_keys->setRootIsDecorated(false);
    m_keys->setUniformRowHeights(true);
    m_keys->setTabKeyNavigation(false);
    m_keys->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_keys, 1);
    column->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ShortcutSheet::showEvent(QShowEvent* event) {
    if (!event->spontaneous()) {
        fill();
        m_search->clear();
        m_search->setFocus();
    }
    QDialog::showEvent(event);
}

void ShortcutSheet::fill() {
    m_keys->clear();
    m_told.clear();
    for (const QAction* entry : m_window.menuBar()->actions()) {
        if (entry->menu()) addMenu(groupOf(plain(entry->text())), *entry->menu());
    }
    addCharts();
    addTimeline();
    addPanels();
    for (int place = m_keys->topLevelItemCount() - 1; place >= 0; --place) {
        if (m_keys->topLevelItem(place)->childCount() == 0) delete m_keys->takeTopLevelItem(place);
    }
    m_keys->expandAll();
    m_keys->resizeColumnToContents(0);
}

void ShortcutSheet::addMenu(QTreeWidgetItem& group, const QMenu& menu) {
    for (const QAction* entry : menu.actions()) {
        if (entry->menu()) {
            addMenu(group, *entry->menu());
        } else {
            addAction(group, *entry);
        }
    }
}

void ShortcutSheet::addAction(QTreeWidgetItem& group, const QAction& action) {
    if (m_told.contains(&action)) return;
    m_told.insert(&action);
    addRow(group, plain(action.text()), keysText(action.shortcuts()), action.statusTip());
}

void ShortcutSheet::addCharts() {
    QTreeWidgetItem& group = groupOf(tr("In a chart"));
    for (const ChartCommand& command : chartCommands()) {
        QList<QKeySequence> keys;
        for (const QKeyCombination& key : command.keys) {
            if (key.key() != Qt::Key_unknown) keys += QKeySequence(key);
        }
        addRow(group, plain(QCoreApplication::translate("ChartCommands", command.text)), keysText(keys), {});
    }
    addRow(group, tr("Cross-hair, or the chosen cell"), keysText({Qt::Key_Left, Qt::Key_Right}), {});
    addRow(group, tr("Series, or the chosen row"), keysText({Qt::Key_Up, Qt::Key_Down}), {});
    addRow(group, tr("Move what is visible"), keysText({Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right}), {});
}

void ShortcutSheet::addTimeline() {
    QTreeWidgetItem& group = groupOf(tr("In the timeline"));
    addRow(group, tr("Zoom"), keysText({Qt::Key_Plus, Qt::Key_Minus}), {});
    addRow(group, tr("Move"), keysText({Qt::Key_Left, Qt::Key_Right}), {});
    addRow(group, tr("Show all of it"), keysText({Qt::Key_Home}), {});
    addRow(group, tr("Totals of what is visible"), keysText({Qt::Key_Return}), {});
    addRow(group, tr("Totals of all of it"), keysText({Qt::Key_Escape}), {});
    addRow(group, tr("What is in the middle"), keysText({Qt::Key_Space}), {});
}

void ShortcutSheet::addPanels() {
    for (const QAction* action : m_window.findChildren<QAction*>()) {
        const QString place = action->shortcuts().isEmpty() ? QString() : placeOf(*action);
        if (!place.isEmpty()) addAction(groupOf(place), *action);
    }
}

QTreeWidgetItem& ShortcutSheet::groupOf(const QString& title) {
    for (int place = 0; place < m_keys->topLevelItemCount(); ++place) {
        if (m_keys->topLevelItem(place)->text(0) == title) return *m_keys->topLevelItem(place);
    }
    auto* group = new QTreeWidgetItem(m_keys, {title});
    group->setFlags(Qt::ItemIsEnabled);
    group->setFirstColumnSpanned(true);
    QFont strong = font();
    strong.setBold(true);
    group->setFont(0, strong);
    return *group;
}

void ShortcutSheet::filter() {
    const QString wanted = m_search->text().trimmed();
    for (int place = 0; place < m_keys->topLevelItemCount(); ++place) {
        QTreeWidgetItem& group = *m_keys->topLevelItem(place);
        bool hasSome = false;
        for (int row = 0; row < group.childCount(); ++row) {
            QTreeWidgetItem& entry = *group.child(row);
            const bool fits = entry.text(0).contains(wanted, Qt::CaseInsensitive) ||
                              entry.text(1).contains(wanted, Qt::CaseInsensitive);
            entry.setHidden(!fits);
            hasSome = hasSome || fits;
        }
        group.setHidden(!hasSome);
    }
}

}  // namespace breakeven
