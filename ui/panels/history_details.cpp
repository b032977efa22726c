#include "ui/panels/history_details.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <initializer_list>

namespace breakeven {

namespace {

constexpr int NoteLines = 2;

QStringList tagsIn(const QString& typed) {
    QStringList tags;
    for (const QString& part : typed.split(u','))
        if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag)) tags += tag;
    return tags;
}

QString textOf(const RunEntry& run) {
    QStringList tags;
    for (const std::string& tag : run.tags)
        tags += QString::fromStdString(tag);
    return tags.join(QStringLiteral(", "));
}

}  // namespace

HistoryDetails::HistoryDetails(QWidget* parent)
    : QWidget(parent),
      m_lines(new QGridLayout(this)),
      m_noteLabel(new QLabel(tr("&Note"), this)),
      m_tags(new QLineEdit(this)),
      m_note(new QPlainTextEdit(this)) {
    m_tags->setObjectName(QStringLiteral("historyTags"));
    m_tags->setToolTip(tr("Your own words for runs that belong together, with commas between them"));
    m_note->setObjectName(QStringLiteral("historyNote"));
    m_note->setToolTip(tr("What you want to remember of this run; the search finds its words"));
    m_note->setTabChangesFocus(true);
    m_note->setMinimumHeight(m_note->fontMetrics().lineSpacing() * NoteLines + 14);
    m_note->installEventFilter(this);
    auto* tagsLabel = new QLabel(tr("Ta&gs"), this);
    tagsLabel->setBuddy(m_tags);
    m_noteLabel->setBuddy(m_note);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->addWidget(tagsLabel, 0, 0, Qt::AlignTop);
    m_lines->addWidget(m_tags, 0, 1, Qt::AlignTop);
    for (QLabel* label : {tagsLabel, m_noteLabel})
        label->setFixedHeight(m_tags->sizeHint().height());
    setUpright(false);
    connect(m_tags, &QLineEdit::editingFinished, this, &HistoryDetails::handOver);
}

void HistoryDetails::setUpright(bool upright) {
    if (m_isUpright == upright) return;
    m_isUpright = upright;
    const int row = upright ? 1 : 0;
    const int column = upright ? 0 : 2;
    m_lines->addWidget(m_noteLabel, row, column, Qt::AlignTop);
    m_lines->addWidget(m_note, row, column + 1);
    m_lines->setColumnStretch(1, 2);
    m_lines->setColumnStretch(3, upright ? 0 : 3);
    m_lines->setRowStretch(1, upright ? 1 : 0);
    m_note->setMaximumHeight(upright ? QWIDGETSIZE_MAX : m_note->minimumHeight());
}

void HistoryDetails::setRun(const std::optional<RunEntry>& run, bool isEditable) {
    const std::string runId = run ? run->runId : std::string();
    const bool isSame = runId == m_runId;
    if (!isSame) handOver();
    m_runId = runId;
    for (QWidget* field : std::initializer_list<QWidget*>{m_tags, m_note})
        field->setEnabled(run && isEditable);
    const QString hint = !run ? tr("Choose one run") : QString();
    m_tags->setPlaceholderText(hint);
    m_note->setPlaceholderText(hint);
    const QString tags = run ? textOf(*run) : QString();
    const QString note = run ? QString::fromStdString(run->note) : QString();
    if (!(isSame && m_tags->isModified()) && m_tags->text() != tags) m_tags->setText(tags);
    if (!(isSame && m_note->document()->isModified()) && m_note->toPlainText() != note) m_note->setPlainText(note);
}

void HistoryDetails::handOver() {
    if (m_runId.empty()) return;
    const std::string runId = m_runId;  // what is handed over may show another run
    if (m_tags->isModified()) {
        m_tags->setModified(false);
        Q_EMIT tagsEdited(runId, tagsIn(m_tags->text()));
    }
    if (m_note->document()->isModified()) {
        m_note->document()->setModified(false);
        Q_EMIT noteEdited(runId, m_note->toPlainText());
    }
}

bool HistoryDetails::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_note && event->type() == QEvent::FocusOut) handOver();
    return QWidget::eventFilter(watched, event);
}

void HistoryDetails::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    handOver();
}

}  // namespace breakeven
