#include "ui/panels/headline_panel.h"

#include "core/analysis/at_size.h"
#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/findings.h"
#include "core/analysis/trial_verdict.h"
#include "core/base/numbers.h"
#include "core/experiment/ranges.h"
#include "core/experiment/wording.h"
#include "ui/failed_trials.h"
#include "ui/first_start.h"
#include "ui/grouped_digits.h"
#include "ui/language.h"
#include "ui/panels/field_note.h"
#include "ui/panels/scrolled_panel.h"
#include "ui/panels/wrapped_label.h"
#include "ui/plots/chart_style.h"
#include "ui/session.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

constexpr int BriefLines = 2;  // of the sentence in a low window

/// Without the spaces between thousands.
std::string ungrouped(QString typed) {
    return typed.remove(u' ').remove(QChar(0x202F)).remove(QChar(0xA0)).toStdString();
}

/// 376 samples of 28 trials
QString measuredText(const Results& results) {
    std::size_t samples = 0;
    std::size_t trials = 0;
    for (const TrialResult& result : results.trials()) {
        samples += result.samples.size();
        trials += result.samples.empty() ? 0 : 1;
    }
    const QString taken =
        samples == 1 ? HeadlinePanel::tr("1 sample") : HeadlinePanel::tr("%1 samples").arg(groupedDigits(samples));
    return trials == 1 ? HeadlinePanel::tr("%1 of 1 trial").arg(taken)
                       : HeadlinePanel::tr("%1 of %2 trials").arg(taken, groupedDigits(trials));
}

/// Why a run measured nothing at all; empty when it measured something, or was not to.
QString whyNothing(const Results& results) {
    QString reason;
    for (const TrialResult& result : results.trials()) {
        if (!result.samples.empty() || result.imported) return {};
        if (reason.isEmpty() && result.status != TrialStatus::Interrupted) reason = spoken(result.detail);
    }
    return reason.isEmpty() ? reason : HeadlinePanel::tr("Nothing was measured: %1").arg(reason);
}

/// threads at 10 000 items
QString trialText(const Results& results, const TrialResult& trial) {
    std::vector<Trial> trials;
    std::size_t position = 0;
    for (const TrialResult& result : results.trials()) {
        if (&result == &trial) position = trials.size();
        trials.push_back(result.trial);
    }
    return HeadlinePanel::tr("%1 at %2")
        .arg(spoken(seriesLabels(trials)[position]), spoken(countItems(static_cast<double>(trial.trial.size))));
}

/// "1.3× faster" and its interval, " (1.2–1.4)"; or the other way round, "3.2× slower" and " (2.9–3.6)".
std::pair<QString, QString> fasterOrSlower(const AtSize& answer) {
    const bool faster = answer.speedup >= 1;
    const double ratio = faster ? answer.speedup : 1 / answer.speedup;
    std::optional<Interval<Ratio>> interval = answer.interval;
    if (interval && !faster) interval = Interval<Ratio>{1 / interval->high, 1 / interval->low};
    const QString number = spoken(formatRatio(ratio, interval));
    const qsizetype end = number.indexOf(u'×') + 1;
    const QString word = faster ? HeadlinePanel::tr("faster") : HeadlinePanel::tr("slower");
    return {number.left(end) % QStringLiteral(" ") % word, number.mid(end)};
}

/// Where it pays, or why nobody knows; empty when there is nothing to add.
QString whatFollows(const AtSize& answer) {
    QString text;
    if (answer.verdict == TrialVerdict::Kind::NotResolved && !answer.reason.empty())
        text += HeadlinePanel::tr(", not resolved: %1").arg(spoken(answer.reason));
    if (answer.speedup >= 1 || !answer.breakEven) return text;
    const BreakEven& breakEven = *answer.breakEven;
    if (breakEven.status == BreakEvenStatus::Resolved) {
        const std::string from = formatItems(*breakEven.size) + " (" + formatItems(*breakEven.interval) + ")";
        text += HeadlinePanel::tr(", pays from %1").arg(QString::fromStdString(from));
    } else if (breakEven.status == BreakEvenStatus::NeverInRange) {
        const std::string largest = countSize(static_cast<double>(breakEven.measured.high));
        text += HeadlinePanel::tr(", never pays up to %1").arg(spoken(largest));
    }
    return text;
}

/// Of the curve's trials that are not resolved, what the one nearest to it lacks.
std::optional<TrialVerdict::Missing> nearestMissing(const Results& results, const std::string& curve) {
    std::optional<TrialVerdict::Missing> nearest;
    for (const Curve& each : curvesOf(results)) {
        if (each.label != curve) continue;
        for (const TrialVerdict& verdict : trialVerdicts(results)) {
            const bool isOfCurve = std::ranges::any_of(
                each.trials, [&](const TrialResult* result) { return result->trial.id == verdict.trial; });
            if (isOfCurve && verdict.missing && (!nearest || verdict.missing->time < nearest->time))
                nearest = verdict.missing;
        }
    }
    return nearest;
}

/// What it would take to turn "not resolved" into an answer; empty where the headline is one.
QString toResolve(const Results& results, const Finding& headline) {
    if (headline.id != "not-resolved") return {};
    const auto missing = nearestMissing(results, headline.words.at("series"));
    if (!missing) return HeadlinePanel::tr("To resolve this, more than a hundred times the rounds would be needed.");
    const bool isOne = missing->rounds == 1;
    const QString rounds =
        missing->needsLaunches
            ? (isOne ? HeadlinePanel::tr("one more launch") : HeadlinePanel::tr("about %1 more launches"))
            : (isOne ? HeadlinePanel::tr("one more round") : HeadlinePanel::tr("about %1 more rounds"));
    return HeadlinePanel::tr("To resolve the nearest size, %1 would be needed (%2 of measuring at least).")
        .arg(isOne ? rounds : rounds.arg(missing->rounds), QString::fromStdString(formatSeconds(missing->time)));
}

}  // namespace

HeadlinePanel::HeadlinePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_headline(new WrappedLabel(this)),
      m_activity(new FieldNote(this)),
      m_ask(new QWidget(this)),
      m_yourSize(new QLineEdit(m_ask)),
      m_answer(new WrappedLabel(this)),
      m_lines(new QGridLayout(this)) {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.45);
    large.setWeight(QFont::DemiBold);
    m_headline->setObjectName(QStringLiteral("headline"));
    m_headline->setAccessibleName(tr("Headline"));
    m_headline->setFont(large);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_activity->setObjectName(QStringLiteral("activityLabel"));
    m_yourSize->setObjectName(QStringLiteral("yourSizeEdit"));
    m_yourSize->setPlaceholderText(QStringLiteral("50 000"));
    m_yourSize->setMaximumWidth(110);
    m_yourSize->setToolTip(tr("How many items your own lists have: 50 000, 5e4"));
    m_answer->setObjectName(QStringLiteral("yourSizeAnswer"));
    auto* label = new QLabel(tr("&Your size"), m_ask);
    label->setBuddy(m_yourSize);
    auto* ask = new QHBoxLayout(m_ask);
    ask->setContentsMargins(0, 0, 0, 0);
    ask->addWidget(label);
    ask->addWidget(m_yourSize);

    m_lines->setContentsMargins(10, 6, 10, 4);
    m_lines->setVerticalSpacing(2);
    m_lines->setColumnStretch(0, 1);
    m_lines->addWidget(m_headline, 0, 0, 1, 2);
    m_lines->addWidget(m_activity, 1, 0);
    m_lines->addWidget(m_ask, 1, 1, Qt::AlignTop | Qt::AlignRight);
    m_lines->addWidget(m_answer, 2, 0, 1, 2);

    connect(m_yourSize, &QLineEdit::textEdited, this, &HeadlinePanel::answerYourSize);
    connect(m_yourSize, &QLineEdit::editingFinished, this, [this] {
        if (const auto size = typedSize()) m_yourSize->setText(groupedDigits(*size));
    });
    connect(&m_session, &Session::resultsChanged, this, &HeadlinePanel::refresh);
    connect(&m_session, &Session::specChanged, this, &HeadlinePanel::refresh);
    connect(&m_session, &Session::stateChanged, this, &HeadlinePanel::refresh);
    connect(&m_session, &Session::failed, this, &HeadlinePanel::refresh);
    refresh();
}

QString HeadlinePanel::invitation() const {
    const ExperimentSpec& spec = m_session.spec();
    const std::string& title = spec.title.empty() ? spec.name : spec.title;
    if (title.empty() || spec.name == Session::DefaultExperiment)
        return tr("Pick an experiment, or press Run for overhead versus size");
    return tr("Press Run to measure: %1").arg(spoken(title));
}

QString HeadlinePanel::activity() const {
    const Results& results = m_session.results();
    switch (m_session.state()) {
        case Session::State::Stopping:
            return tr("Stopping; what was measured is kept");
        case Session::State::Running: {
            const TrialResult* newest = m_session.newest();
            return newest ? tr("Measuring %1").arg(trialText(results, *newest)) : tr("Starting");
        }
        case Session::State::Idle:
            break;
    }
    const bool sampled = std::any_of(results.trials().begin(), results.trials().end(),
                                     [](const TrialResult& result) { return !result.samples.empty(); });
    if (!sampled && !m_session.file().isEmpty()) return tr("Opened %1").arg(m_session.file());
    const QString kept = measuredText(results);
    if (!results.finished()) return sampled ? tr("Interrupted: %1 are kept").arg(kept) : QString();
    const QString reason = QString::fromStdString(results.finished()->reason);
    const QString elapsed = QString::fromStdString(formatSeconds(results.finished()->elapsed));
    const bool isWhole = reason == u"completed" || reason == u"budget";
    if (isWhole && results.run().runId == m_firstLook && m_session.file().isEmpty()) {
        return tr("This is overhead versus size, measured just now on this machine in %1. Pick another experiment, or "
                  "change this one and press Run. The lessons (Ctrl+L) explain what such curves say.")
            .arg(elapsed);
    }
    const bool isTimed = results.finished()->elapsed > Seconds(0);  // another program's file does not tell how long
    if (reason == u"completed")
        return isTimed ? tr("Complete: %1 in %2").arg(kept, elapsed) : tr("Complete: %1").arg(kept);
    if (reason == u"budget") return tr("The time limit was reached after %2: %1").arg(kept, elapsed);
    if (reason == u"interrupted") return tr("Stopped after %2: %1 are kept").arg(kept, elapsed);
    return tr("Failed after %2: %1 are kept").arg(kept, elapsed);
}

void HeadlinePanel::setOther(const QString& sentence) {
    if (std::exchange(m_other, sentence) != sentence) refresh();
}

void HeadlinePanel::refresh() {
    m_ask->setVisible(m_other.isEmpty());
    if (!m_other.isEmpty()) {
        m_said = m_other;
        m_told.clear();
        m_answers.fill({});
        say();
        return Q_EMIT changed();
    }
    const Results& results = m_session.results();
    if (m_firstLook.empty() && results.run().spec.name == FirstLook) m_firstLook = results.run().runId;
    const bool running = m_session.state() != Session::State::Idle;
    const QString& failure = m_session.failure();
    QString open;
    if (!results.trials().empty()) {
        const Finding said = headline(results);
        m_said = spoken(said.text);
        if (!running) open = toResolve(results, said);
    } else if (running) {
        m_said = tr("Measuring the first sizes");
    } else {
        m_said = invitation();
    }
    QString lack = running || !failure.isEmpty() ? failure : whyNothing(results);
    if (lack.isEmpty() && !running) lack = failedTrials(results);
    QStringList told{activity(), open};
    told.removeAll(QString());
    m_isLack = !lack.isEmpty();
    m_told = m_isLack ? lack : told.join(u'\n');
    answerYourSize();
    Q_EMIT changed();
}

void HeadlinePanel::setBrief(bool brief) {
    if (std::exchange(m_isBrief, brief) == brief) return;
    brief ? m_lines->addWidget(m_answer, 1, 0) : m_lines->addWidget(m_answer, 2, 0, 1, 2);
    say();
}

void HeadlinePanel::say() {
    const int room = width() - m_lines->contentsMargins().left() - m_lines->contentsMargins().right();
    const int beside = room - m_ask->sizeHint().width() - std::max(0, m_lines->horizontalSpacing());
    const auto lineOf = [](const QLabel& label) { return QFontMetricsF(label.font()).lineSpacing() + 1; };
    const auto fitted = [this](QLabel& label, const QString& text, const QSizeF& place) {
        const QString shown = m_isBrief ? shortened(text, place, QFontMetricsF(label.font())) : text;
        label.setToolTip(shown == text ? QString() : text);
        return shown;
    };
    const double low = BriefLines * lineOf(*m_headline) + m_ask->sizeHint().height();
    const QSizeF whole(beside, low + m_lines->verticalSpacing());
    QString answer;
    for (const QString& text : m_answers) {
        answer = m_isBrief ? shortened(text, whole, QFontMetricsF(m_answer->font())) : text;
        if (answer == text) break;
    }
    m_answer->setToolTip(answer == m_answers.front() ? QString() : m_answers.front());
    m_answer->setText(answer);
    m_answer->setVisible(!answer.isEmpty());

    const double taken = std::max(m_answer->heightForWidth(beside), m_ask->sizeHint().height());
    const bool isCovered = m_isBrief && low - taken < lineOf(*m_headline);
    m_headline->setVisible(!isCovered);
    m_headline->setText(isCovered ? m_said : fitted(*m_headline, m_said, QSizeF(room, low - taken)));
    if (isCovered) m_answer->setToolTip(m_answers.front() % u'\n' % m_said);

    const QString told = m_isBrief && !answer.isEmpty() ? QString() : m_told;  // whose place it takes
    const QString line = fitted(*m_activity, told, QSizeF(beside, lineOf(*m_activity)));
    m_isLack ? m_activity->setError(line) : m_activity->setHint(line);
}

bool HeadlinePanel::event(QEvent* event) {
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::Resize && m_isBrief) say();
    keepHeightOfLines(*this, *event);
    return isTaken;
}

void HeadlinePanel::answerYourSize() {
    findAnswer();
    say();
}

std::optional<ItemCount> HeadlinePanel::typedSize() const {
    return parseSize(ungrouped(m_yourSize->text()));
}

void HeadlinePanel::findAnswer() {
    const auto tell = [this](const QString& text) { m_answers.fill(text); };
    const std::string typed = ungrouped(m_yourSize->text());
    if (typed.empty()) return tell({});
    const auto size = typedSize();
    if (!size) {
        const Error error = notAllowed("your size", inQuotes(typed), "one whole number from 1 to 1e12");
        return tell(spoken(error.detail));
    }
    const std::vector<AtSize> answers = atSize(m_session.results(), *size);
    if (answers.empty()) return tell(tr("Answered as soon as serial and parallel are measured"));
    std::vector<Trial> series;
    for (const AtSize& answer : answers)
        series.push_back(answer.series);
    const std::vector<std::string> labels = seriesLabels(series);
    std::array<QStringList, AnswerLengths> parts;
    for (std::size_t index = 0; index < answers.size(); ++index) {
        const AtSize& answer = answers[index];
        const QString label = spoken(labels[index]);
        const QString name = label.isEmpty() ? label : label % QStringLiteral(": ");
        const auto [ratio, interval] = fasterOrSlower(answer);
        parts[0] += name % ratio % interval % whatFollows(answer);
        parts[1] += name % ratio % interval;
        parts[2] += name % (answer.interval ? QString() : QStringLiteral("≈ ")) % ratio;
    }
    const bool outside =
        std::any_of(answers.begin(), answers.end(), [](const AtSize& answer) { return answer.outside; });
    const QString note = outside ? tr(" (not measured there; the nearest size stands in)") : QString();
    for (std::size_t length = 0; length < AnswerLengths; ++length)
        m_answers[length] = parts[length].join(QStringLiteral(" · ")) % note;
}

}  // namespace breakeven
