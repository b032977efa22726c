#include "ui/panels/findings_panel.h"

#include "core/analysis/findings.h"
#include "core/analysis/pitfalls.h"
#include "core/plots/finding_plot.h"
#include "core/plots/plots.h"
#include "ui/language.h"
#include "ui/panels/in_sight.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace breakeven {

namespace {

const QString PlotScheme = QStringLiteral("plot");
const QString PitfallScheme = QStringLiteral("pitfalls");

bool isRecommendation(const Finding& finding) {
    return finding.id == "recommendation";
}

/// "Runtime", to be clicked; empty where no chart shows the finding.
QString linkOf(const Results& results, const Finding& finding) {
    const PlotEntry* entry = findPlot(plotOf(finding));
    if (!entry) return {};
    QString place = QString::fromStdString(entry->info.id);
    if (const auto trial = trialOf(results, finding)) place += u'#' % QString::number(*trial);
    return QStringLiteral(" <a href=\"%1:%2\">%3</a>")
        .arg(PlotScheme, place,
             FindingsPanel::tr("Chart: %1")
                 .arg(spoken(entry->info.title))
                 .replace(u' ', QChar(0xA0))  // a link is not broken
                 .toHtmlEscaped());
}

/// Names of curves are written as they are everywhere, small letters and all: one that begins a sentence is marked as a
/// name.
QString sentenceOf(const Finding& finding) {
    const QString text = spoken(finding.text);
    const auto series = finding.words.find("series");
    const QString name = series == finding.words.end() ? QString() : spoken(series->second);
    if (name.isEmpty() || !text.startsWith(name % u' ')) return text.toHtmlEscaped();
    return QStringLiteral("<b>%1</b>%2").arg(name.toHtmlEscaped(), text.mid(name.size()).toHtmlEscaped());
}

QString paragraph(const Results& results, const Finding& finding) {
    return QStringLiteral("<p style=\"margin-top:10px; margin-bottom:0px; white-space:pre-wrap\">") %
           sentenceOf(finding) % linkOf(results, finding) % QStringLiteral("</p>");
}

QString stateTitle(PitfallState state) {
    switch (state) {
        case PitfallState::Seen:
            return FindingsPanel::tr("Pitfalls seen");
        case PitfallState::NotSeen:
            return FindingsPanel::tr("Looked for, and not seen");
        case PitfallState::Prevented:
            return FindingsPanel::tr("Ruled out by the way of measuring");
        case PitfallState::NotObservable:
            break;
    }
    return FindingsPanel::tr("Not observable here");
}

QString paragraph(const Pitfall& pitfall) {
    QString text = spoken(pitfall.text);
    if (pitfall.state == PitfallState::Seen) text += u' ' % spoken(pitfall.advice);
    return QStringLiteral("<p style=\"margin-top:6px; margin-bottom:0px\"><b>%1.</b> %2</p>")
        .arg(spoken(pitfall.title).toHtmlEscaped(), text.toHtmlEscaped());
}

/// Those of one state under their title; empty when there are none.
QString section(const std::vector<Pitfall>& pitfalls, PitfallState state) {
    QString content;
    for (const Pitfall& pitfall : pitfalls)
        if (pitfall.state == state) content += paragraph(pitfall);
    if (content.isEmpty()) return {};
    return QStringLiteral("<p style=\"margin-top:16px; margin-bottom:0px; font-weight:600\">%1</p>%2")
        .arg(stateTitle(state).toHtmlEscaped(), content);
}

QString pitfallsText(const std::vector<Pitfall>& pitfalls, bool showsAll, const QColor& muted) {
    QString html = section(pitfalls, PitfallState::Seen);
    if (showsAll) {
        for (const PitfallState state : {PitfallState::NotSeen, PitfallState::Prevented, PitfallState::NotObservable})
            html += section(pitfalls, state);
    }
    const auto count = [&](PitfallState state) {
        return QString::number(std::ranges::count(pitfalls, state, &Pitfall::state));
    };
    const QString sum = FindingsPanel::tr("%1 pitfalls: %2 seen, %3 not seen, %4 ruled out, %5 not observable here.")
                            .arg(pitfalls.size())
                            .arg(count(PitfallState::Seen), count(PitfallState::NotSeen),
                                 count(PitfallState::Prevented), count(PitfallState::NotObservable));
    const QString link = showsAll ? FindingsPanel::tr("Show those seen") : FindingsPanel::tr("Show all");
    return html + QStringLiteral("<p style=\"margin-top:10px; color:%1\">%2 <a href=\"%3:\">%4</a></p>")
                      .arg(muted.name(), sum, PitfallScheme, link);
}

/// A cell of a table is the one block that Qt's rich text fills with a colour and keeps a margin in.
QString card(const QString& title, const QString& content, const QColor& fill) {
    return QStringLiteral(
               "<table width=\"100%\" cellpadding=\"8\" cellspacing=\"0\" bgcolor=\"%1\"><tr><td>"
               "<p style=\"margin-top:0px; margin-bottom:0px; font-weight:600\">%2</p>%3</td></tr></table>")
        .arg(fill.name(), title.toHtmlEscaped(), content);
}

}  // namespace

FindingsPanel::FindingsPanel(Session& session, QWidget* parent)
    : QTextBrowser(parent), m_session(session), m_inSight(new InSight(*this, [this] { refresh(); })) {
    setObjectName(QStringLiteral("findingsView"));
    setAccessibleName(tr("Findings"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(10);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == PlotScheme) {
            bool isTrial = false;
            const int trial = link.fragment().toInt(&isTrial);
            Q_EMIT chartRequested(link.path(), isTrial ? std::optional(trial) : std::nullopt);
        }
        if (link.scheme() != PitfallScheme) return;
        m_showsAllPitfalls = !m_showsAllPitfalls;
        m_inSight->changed();
    });
    for (const auto& changed : {&Session::resultsChanged, &Session::stateChanged})
        connect(&m_session, changed, m_inSight, &InSight::changed);
}

void FindingsPanel::refresh() {
    QString advice;
    QString others;
    const Results& results = m_session.results();
    for (const Finding& finding : findings(results))
        (isRecommendation(finding) ? advice : others) += paragraph(results, finding);
    QString html;
    if (!advice.isEmpty()) html = card(tr("What to use"), advice, palette().color(QPalette::AlternateBase));
    html += others;
    if (html.isEmpty()) {
        html = QStringLiteral("<p>%1</p>")
                   .arg(tr("What follows from the numbers is said here as soon as there are some."));
    }
    if (m_session.state() == Session::State::Idle && !results.trials().empty())
        html += pitfallsText(pitfalls(results), m_showsAllPitfalls, mutedColour(isDark(palette())));
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
    m_inSight->changed();
}

}  // namespace breakeven
