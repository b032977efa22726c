#include "ui/panels/findings_panel.h"

#include "core/analysis/findings.h"
#include "ui/panels/unbroken.h"
#include "ui/session.h"

namespace breakeven {

FindingsPanel::FindingsPanel(Session& session, QWidget* parent) : QTextBrowser(parent), m_session(session) {
    setObjectName(QStringLiteral("findingsView"));
    setAccessibleName(tr("Findings"));
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(10);
    connect(&m_session, &Session::resultsChanged, this, &FindingsPanel::refresh);
    refresh();
}

void FindingsPanel::refresh() {
    QString html;
    for (const Finding& finding : findings(m_session.results())) {
        html += QStringLiteral("<p style=\"margin-bottom:10px; white-space:pre-wrap\">%1</p>")
                    .arg(unbroken(finding.text).toHtmlEscaped());
    }
    if (html.isEmpty()) {
        html = QStringLiteral("<p>%1</p>")
                   .arg(tr("What follows from the numbers is said here as soon as there are some."));
    }
    if (html == m_shown) return;
    m_shown = html;
    setHtml(html);
}

}  // namespace breakeven
