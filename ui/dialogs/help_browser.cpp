#include "ui/dialogs/help_browser.h"

#include "ui/dialogs/help_text.h"
#include "ui/language.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QVBoxLayout>

namespace breakeven {

namespace {

constexpr QSize FirstSize{960, 720};
constexpr int PagesWidth = 200;  // pixels
// Files in resources/help, in the order of reading.
constexpr auto Pages = {"tour",     "window",   "measuring", "answers",   "words",    "experiments", "backends",
                        "own_work", "terminal", "files",     "platforms", "teaching", "cpp",         "extending"};
constexpr int TextRole = Qt::UserRole;
constexpr int NameRole = Qt::UserRole + 1;

QString titleOf(const QString& page) {
    return page.section(u'\n', 0, 0).remove(u'#').trimmed();
}

}  // namespace

HelpBrowser::HelpBrowser(QWidget* parent)
    : QDialog(parent), m_search(new QLineEdit(this)), m_pages(new QListWidget(this)), m_text(new HelpText(this)) {
    setObjectName(QStringLiteral("helpBrowser"));
    setWindowTitle(tr("Help"));
    resize(FirstSize);
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setAccessibleName(tr("Find in the help"));
    m_search->setPlaceholderText(tr("Find"));
    m_search->setToolTip(tr("Shows the pages that have it; Enter goes on to the next place"));
    m_search->setClearButtonEnabled(true);
    m_pages->setObjectName(QStringLiteral("helpPages"));
    m_pages->setAccessibleName(tr("Pages"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Page"));
    for (const char* name : Pages) {
        const QString page = helpPage(QLatin1String(name));
        auto* item = new QListWidgetItem(titleOf(page), m_pages);
        item->setData(TextRole, page);
        item->setData(NameRole, QLatin1String(name));
    }
    auto* left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_pages, 1);
    m_search->setFixedWidth(PagesWidth);
    m_pages->setFixedWidth(PagesWidth);
    auto* row = new QHBoxLayout(this);
    row->addLayout(left);
    row->addWidget(m_text, 1);

    connect(m_pages, &QListWidget::currentRowChanged, this, &HelpBrowser::showPage);
    connect(m_search, &QLineEdit::textChanged, this, &HelpBrowser::search);
    connect(m_search, &QLineEdit::returnPressed, this, &HelpBrowser::findNext);
    connect(m_text, &HelpText::pageWanted, this, &HelpBrowser::turnTo);
    m_pages->setCurrentRow(0);
}

void HelpBrowser::turnTo(const QString& name) {
    for (int place = 0; place < m_pages->count(); ++place) {
        if (m_pages->item(place)->data(NameRole).toString() != name) continue;
        m_search->clear();  // the page may be one of those that it hides
        m_pages->setCurrentRow(place);
    }
}

void HelpBrowser::showPage() {
    const QListWidgetItem* page = m_pages->currentItem();
    page ? m_text->showPage(page->data(NameRole).toString()) : m_text->clear();
    mark();
}

void HelpBrowser::search() {
    const QString wanted = m_search->text().trimmed();
    int first = -1;
    for (int place = 0; place < m_pages->count(); ++place) {
        QListWidgetItem& page = *m_pages->item(place);
        const bool has = page.data(TextRole).toString().contains(wanted, Qt::CaseInsensitive);
        page.setHidden(!has);
        if (has && first < 0) first = place;
    }
    const bool isShown = m_pages->currentItem() && !m_pages->currentItem()->isHidden();
    if (!isShown) m_pages->setCurrentRow(first);
    mark();
    m_text->moveCursor(QTextCursor::Start);
    if (!wanted.isEmpty()) m_text->find(wanted);
}

void HelpBrowser::findNext() {
    const QString wanted = m_search->text().trimmed();
    if (wanted.isEmpty() || m_text->find(wanted)) return;
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(wanted);
}

void HelpBrowser::mark() {
    const QString wanted = m_search->text().trimmed();
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(isDark(palette()) ? QColor(0x5A, 0x4A, 0x12) : QColor(0xFF, 0xEB, 0xA8));
    QTextCursor place(m_text->document());
    while (!wanted.isEmpty()) {
        place = m_text->document()->find(wanted, place);
        if (place.isNull()) break;
        marks += QTextEdit::ExtraSelection{place, format};
    }
    m_text->setExtraSelections(marks);
}

}  // namespace breakeven
