/// What Session does with the measuring child: starts it, folds what it says, has that looked at, and ends it.
#include "core/analysis/refinement.h"
#include "core/experiment/codec.h"
#include "ui/failed_trials.h"
#include "ui/language.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QDir>

#include <algorithm>
#include <utility>

#include <signal.h>

namespace breakeven {

namespace {

constexpr int TickMilliseconds = 100;
constexpr int LongBlockMilliseconds = 1000;  // a block that takes longer is looked at before its end
constexpr int QuietShare = 10;               // analysing and redrawing may take at most one part in ten of the time
constexpr int FailedTrialsStatus = 1;        // exit statuses of the command line
constexpr int RefusedStatus = 3;
constexpr const char* SpansFolder = "breakeven-window-";

/// Memory and time refuse with the same status.
bool isTrustRefusal(const QString& complaint) {
    return complaint.startsWith(QStringLiteral("breakeven-cli: ") %
                                QLatin1String(TrustRefusal.data(), TrustRefusal.size()));
}

/// Why the history lacks the run, or a part of it; empty when it has it.
QString unremembered(const QStringList& said) {
    const QStringList lines = said.filter(QStringLiteral("; this run is not remembered"));
    const QString prefix = QStringLiteral("breakeven-cli: ");
    if (lines.isEmpty()) return {};
    return lines.back().startsWith(prefix) ? lines.back().mid(prefix.size()) : lines.back();
}

}  // namespace

void Session::interrupt(const QProcess& process) {
    if (process.processId() > 0) ::kill(static_cast<pid_t>(process.processId()), SIGINT);
}

void Session::keepAbandoned() {
    m_abandoned = TemporaryFolder::takeAbandoned(QDir::tempPath().toStdString(), SpansFolder);
}

void Session::run() {
    if (m_state != State::Idle) return;
    const Result<Plan> plan = makePlan(m_spec, m_catalog, m_cpus);
    if (!plan) return fail(plan.error());
    m_failure.clear();
    m_lastTrial.reset();
    m_awaiting = true;
    m_ending.reset();
    m_plan = *plan;
    m_state = State::Running;
    m_isHeld = false;
    m_pause = 0;
    m_elapsed.start();
    m_look.start();
    m_tick.start(TickMilliseconds);
    QStringList arguments{QStringLiteral("run"),    QStringLiteral("-"),          QStringLiteral("--events"),
                          QStringLiteral("-"),      QStringLiteral("--progress"), QStringLiteral("never"),
                          QStringLiteral("--paced")};
    if (!m_spans) {
        if (auto made = TemporaryFolder::make(QDir::tempPath().toStdString(), SpansFolder))
            m_spans.emplace(std::move(*made));
    }
    if (m_spans)
        arguments += {QStringLiteral("--spans"), QString::fromStdString((m_spans->path() / "run.spans").string())};
    if (const QString history = storedHistoryFile(); !history.isEmpty())
        arguments += {QStringLiteral("--history"), history};
    if (!rememberOwnPrograms()) arguments += QStringLiteral("--trust");
    m_said = {};
    m_process.start(commandLineProgram(), arguments);
    m_process.write(QByteArray::fromStdString(writeSpec(m_spec) + '\n'));
    Q_EMIT logged(tr("Started: %1").arg(QString::fromStdString(m_spec.name)));
    Q_EMIT stateChanged();
    Q_EMIT resultsChanged();
}

/// False when the command line has to take our word: where no state can be written, a yes holds for this run all the
/// same, but only when there is one for every program.
bool Session::rememberOwnPrograms() {
    bool areKept = true;
    bool areAllowed = true;
    // What cannot be read is for the command line to say.
    for (const Program& program : programsOf(*m_plan, m_catalog).value_or({})) {
        if (m_opened.isOwn(program)) {
            areKept = trust(program).has_value() && areKept;
        } else {
            areAllowed = isTrusted(program) && areAllowed;
        }
    }
    return areKept || !areAllowed;
}

void Session::agree(const Programs& programs) {
    m_opened.agree(programs);
    run();
}

void Session::stop() {
    if (m_state != State::Running) return;
    m_state = State::Stopping;
    m_terminated = false;
    interrupt(m_process);
    m_escalation.start();
    Q_EMIT stateChanged();
}

void Session::escalate() {
    if (m_terminated) {
        m_process.kill();
    } else {
        m_process.terminate();
    }
    m_terminated = true;
}

void Session::fold() {
    std::vector<Event> news;
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        if (line.isEmpty()) continue;
        Result<Event> event = parseEvent(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
        if (event) {
            m_isHeld = m_isHeld || std::holds_alternative<BlockFinished>(*event);
            news.push_back(*std::move(event));
        } else {
            Q_EMIT logged(spoken(QString::fromUtf8(line)));
        }
    }
    if (!news.empty()) {
        if (std::exchange(m_awaiting, false)) clearResults();
        adopt(news);
        if (m_plan) adoptRefinements(*m_plan, m_folded);
        m_hasNews = true;
    }
    look();
}

/// Between blocks, while the child waits, unless that was done a moment ago; within one only if it takes long.
void Session::look() {
    if (m_analyst.isBusy()) return;
    const int pause = m_isHeld ? m_pause : std::max(m_pause, LongBlockMilliseconds);
    if (!m_hasNews || (!m_ending && !m_look.hasExpired(pause))) return goOn();
    m_hasNews = false;
    m_look.start();
    m_analyst.look(m_folded, m_ending.has_value(), [this](const Results& results) { show(results); });
}

void Session::show(const Results& results) {
    m_results = results;
    if (m_ending) return m_hasNews ? look() : conclude();
    Q_EMIT resultsChanged();
    QTimer::singleShot(0, this, [this] {  // what that changed is painted by then
        m_pause = std::max(TickMilliseconds, QuietShare * static_cast<int>(m_look.elapsed()));
        goOn();
    });
}

/// The child may measure the next block.
void Session::goOn() {
    if (std::exchange(m_isHeld, false) && m_process.state() == QProcess::Running) m_process.write("\n");
}

void Session::finish(int exitCode, QProcess::ExitStatus how) {
    m_tick.stop();
    m_ending = {exitCode, how};
    fold();
    m_hasNews = !m_awaiting;  // what is asked of a run that is over has not been looked at
    m_hasNews ? look() : conclude();
}

void Session::conclude() {
    const auto [exitCode, how] = *m_ending;
    m_escalation.stop();
    const bool stopped = m_state == State::Stopping;
    m_state = State::Idle;
    m_said.add(m_process.readAllStandardError());
    const QString complaint = m_said.last();
    const bool isRefused = !stopped && exitCode == RefusedStatus && isTrustRefusal(complaint);
    if (!isRefused)
        for (const QString& line : m_said.lines())
            Q_EMIT logged(spoken(line));
    const bool complete = !std::exchange(m_awaiting, false) && m_results.finished();
    if (!isRefused) Q_EMIT logged(stopped ? tr("Stopped") : complete ? tr("Finished") : tr("Ended early"));
    if (!stopped && how == QProcess::CrashExit) {
        fail(tr("breakeven-cli: ended by a signal; what was measured is kept"));
    } else if (!isRefused && !stopped && exitCode != 0 && !complaint.isEmpty()) {
        const QString lost = complete && exitCode == FailedTrialsStatus ? failedTrials(m_results) : QString();
        fail(lost.isEmpty() ? spoken(complaint) : lost);
    } else if (const QString lack = unremembered(m_said.lines()); !isRefused && !lack.isEmpty()) {
        fail(tr("%1. Save the run before you close the window.").arg(spoken(lack)));
    }
    Q_EMIT stateChanged();
    Q_EMIT resultsChanged();
    if (isRefused) askForTrust();
}

void Session::askForTrust() {
    Result<Programs> programs = programsOf(*m_plan, m_catalog);
    if (!programs) return fail(programs.error());
    std::erase_if(*programs, isTrusted);
    programs->empty() ? decline() : Q_EMIT trustNeeded(*programs);
}

void Session::decline() {
    fail(tr("Not run: you have not said yes to its program"));
}

}  // namespace breakeven
