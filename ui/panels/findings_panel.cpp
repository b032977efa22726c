#include "ui/panels/findings_panel.h"

#include "core/analysis/findings.h"
#include "core/plots/finding_plot.h"
#include "core/plots/plots.h"
#include "ui/language.h"
#include "ui/session.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace breakeven {

namespace {

const QString PlotScheme = QStringLiteral("plot");

bool isRecommendation(const Finding& finding) {
    return finding.id == "recommendation";
}

/// "Runtime", to be clicked; empty where no chart shows the finding.
QString linkOf(const Finding& finding) {
    const PlotEntry* entry = findPlot(plotOf(finding));
    if (!entry) return {};
    return QStringLiteral(" <a href=\"%1:%2\">%3</a>")
        .arg(PlotScheme, QString::fromStdString(entry->info.id),
             FindingsPanel::tr("Chart: %1")
                 .arg(spoken(entry->info.title))
                 .replace(u' ', QChar(0xA0))  // a link is not broken
                 .toHtmlEscaped());
}

QString paragraph(const Finding& finding) {
    return QStringLiteral("<p style=\"margin-top:10px; margin-bottom:0px; white-space:pre-wrap\">%1%2</p>")
        .arg(spoken(finding.text).toHtmlEscaped(), linkOf(finding));
}

/// A cell of a table is the one block that Qt's rich text fills with a colour and keeps a margin in.
QString card(const QString& title, const QString& content, const QColor& fill) {
    return QStringLiteral(
               "<table width=\"100%\" cellpadding=\"8\" cellspacing=\"0\" bgcolor=\"%1\"><tr><td>"
               "<p style=\"margin-top:0px; margin-bottom:0px; font-weight:600\">%2</p>%3</td></tr></table>")
        .arg(fill.name(), title.toHtmlEscaped(), content);
}

}  // namespace

FindingsPanel::FindingsPanel(Session& session, QWidget* parent) : QTextBrowser(parent), m_session(session) {
    setObjectName(QStringLiteral("findingsView"));
    setAccessibleName(tr("Findings"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(10);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == PlotScheme) Q_EMIT chartRequested(link.path());
    });
    connect(&m_session, &Session::resultsChanged, this, &FindingsPanel::refresh);
    refresh();
}

void FindingsPanel::refresh() {
    QString advice;
    QString others;
    for (const Finding& finding : findings(m_session.results()))
        (isRecommendation(finding) ? advice : others) += paragraph(finding);
    QString html;
    if (!advice.isEmpty()) html = card(tr("What to use"), advice, palette().color(QPalette::AlternateBase));
    html += others;
    if (html.isEmpty()) {
        html = QStringLiteral("<p>%1</p>")
                   .arg(tr("What follows from the numbers is said here as soon as there are some."));
    }
    if (html == m_shown) return;
    m_shown = html;
    const int place = verticalScrollBar()->value();  // who reads on while the run goes on stays where he is
    setHtml(html);
    verticalScrollBar()->setValue(std::min(place, verticalScrollBar()->maximum()));
}

void FindingsPanel::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    m_shown.clear();  // links have the colour that they were set in
    refresh();
}

}  // namespace breakeven
