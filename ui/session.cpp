#include "ui/session.h"

#include "core/analysis/refinement.h"
#include "core/experiment/codec.h"
#include "core/io/formats.h"
#include "core/io/spans_file.h"
#include "core/os/child.h"
#include "core/os/cpus.h"
#include "core/os/files.h"
#include "ui/language.h"
#include "ui/plots/pdf_report.h"
#include "ui/settings.h"

#include <QFileInfo>

#include <algorithm>
#include <system_error>
#include <utility>

#include <signal.h>
#include <sys/prctl.h>

namespace breakeven {

namespace {

constexpr int TickMilliseconds = 100;
constexpr int QuietShare = 10;  // redrawing may take at most one part in ten of the time
constexpr int EscalationMilliseconds = 2000;
constexpr int RefusedStatus = 3;  // exit status of the command line

QString lastLine(const QByteArray& text) {
    const QByteArray trimmed = text.trimmed();
    return QString::fromUtf8(trimmed.mid(trimmed.lastIndexOf('\n') + 1));
}

QString couldNotStart(const QProcess& process) {
    return Session::tr(
               "breakeven-cli: could not be started: %1 (it belongs beside this program; BREAKEVEN_CLI names another)")
        .arg(process.errorString());
}

/// Memory and time refuse with the same status.
bool isTrustRefusal(const QString& complaint) {
    return complaint.startsWith(QStringLiteral("breakeven-cli: ") %
                                QLatin1String(TrustRefusal.data(), TrustRefusal.size()));
}

void interrupt(const QProcess& process) {
    if (process.processId() > 0) ::kill(static_cast<pid_t>(process.processId()), SIGINT);
}

}  // namespace

QString commandLineProgram() {
    const QString chosen = qEnvironmentVariable("BREAKEVEN_CLI");
    if (!chosen.isEmpty()) return chosen;
    return QString::fromStdString((executableFolder() / "breakeven-cli").string());
}

Session::Session(QObject* parent) : QObject(parent) {
    m_cpus.usable = usableCpus().count;
    m_cpus.physical = m_cpus.usable;
    m_tick.setInterval(TickMilliseconds);
    m_escalation.setInterval(EscalationMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &Session::fold);
    connect(&m_escalation, &QTimer::timeout, this, &Session::escalate);
    connect(&m_lister, &QProcess::finished, this, &Session::catalogArrived);
    connect(&m_lister, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) fail(couldNotStart(m_lister));
    });
    connect(&m_process, &QProcess::finished, this, &Session::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        m_tick.stop();
        m_awaiting = false;
        m_state = State::Idle;
        fail(couldNotStart(m_process));
        Q_EMIT stateChanged();
    });
    // A window that crashes must not leave a measurement behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGINT); });
}

Session::~Session() {
    m_lister.disconnect(this);
    m_process.disconnect(this);
    m_lister.kill();
    m_lister.waitForFinished(1000);
    if (m_process.state() == QProcess::NotRunning) return;
    interrupt(m_process);
    if (m_process.waitForFinished(1000)) return;
    m_process.kill();
    m_process.waitForFinished(1000);
}

void Session::loadCatalog() {
    m_lister.start(commandLineProgram(), {QStringLiteral("list"), QStringLiteral("--json")});
}

void Session::catalogArrived() {
    const Result<Catalog> catalog = parseCatalog(m_lister.readAllStandardOutput().toStdString());
    if (!catalog) {
        const QString complaint = lastLine(m_lister.readAllStandardError());
        fail(complaint.isEmpty() ? spoken(catalog.error().detail) : spoken(complaint));
        return;
    }
    m_catalog = *catalog;
    Q_EMIT catalogChanged();
    if (!m_spec.cases.empty()) return;
    const QString failure = m_failure;  // of a file that was to be opened in its place
    openExperiment(DefaultExperiment);
    if (!failure.isEmpty()) fail(failure);
}

void Session::setSpec(const ExperimentSpec& spec) {
    if (spec == m_spec) return;
    m_spec = spec;
    Q_EMIT specChanged();
}

void Session::openExperiment(const std::string& id) {
    const Result<std::filesystem::path> folder = resourcesFolder();
    if (!folder) return fail(folder.error());
    if (openSpec(*folder / "experiments" / (id + ".json"))) m_opened = {};
}

bool Session::openShipped(const ExperimentSpec& spec) {
    if (m_state != State::Idle) {
        fail(tr("%1: not opened while an experiment runs").arg(QString::fromStdString(spec.name)));
        return false;
    }
    clearResults();
    adoptSpec(spec);
    m_opened = {};
    Q_EMIT resultsChanged();
    return true;
}

bool Session::openSpec(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    if (m_state != State::Idle) {
        fail(tr("%1: not opened while an experiment runs").arg(QString::fromStdString(name)));
        return false;
    }
    const Result<std::string> text = readFile(file);
    const Result<ExperimentSpec> spec = text ? parseSpec(*text) : text.error();
    if (!spec) {
        fail(text ? Error{spec.error().code, name + ": " + spec.error().detail} : text.error());
        return false;
    }
    clearResults();
    adoptSpec(*spec);
    Q_EMIT resultsChanged();
    return true;
}

/// Told even where the spec equals the one before: whose its programs are is another matter.
void Session::adoptSpec(const ExperimentSpec& spec) {
    m_opened = OpenedPrograms(spec);
    m_spec = spec;
    Q_EMIT specChanged();
}

void Session::open(const QString& path) {
    const auto content = readFile(path.toStdString());
    const bool isSpec = path.endsWith(QStringLiteral(".json")) && !(content && formatOf(*content));
    if (isSpec) {
        openSpec(path.toStdString());
    } else {
        showRun(readResults(path.toStdString()), QFileInfo(path).fileName(),
                std::filesystem::path(path.toStdString()).parent_path());
    }
    if (m_failure.isEmpty()) Q_EMIT opened(path);
}

void Session::showRun(const Result<LoadedRun>& run, const QString& name, const std::filesystem::path& folder) {
    if (m_state != State::Idle) return fail(tr("%1: not opened while an experiment runs").arg(name));
    if (!run) return fail(run.error());
    clearResults();
    m_file = name;
    m_folder = folder;
    adopt(run->events);
    Q_EMIT logged(tr("Opened %1").arg(m_file));
    for (const std::string& warning : run->warnings)
        Q_EMIT logged(spoken(warning));
    if (!m_results.run().spec.cases.empty()) adoptSpec(m_results.run().spec);
    Q_EMIT resultsChanged();
}

void Session::saveSpec(const QString& path) {
    report(saveFile(path.toStdString(), writeSpec(m_spec)), tr("Experiment saved to %1").arg(path));
}

void Session::saveResults(const QString& path) {
    const bool isPdf = QFileInfo(path).suffix().toLower() == u"pdf";
    report(isPdf ? savePdfReport(m_results, path) : save(path.toStdString()), tr("Results saved to %1").arg(path));
}

Result<void> Session::save(const std::filesystem::path& path) const {
    std::vector<Event> events = m_events;
    if (path.extension() == ".jsonl" && !m_results.spansFile().empty()) {
        const std::filesystem::path from = m_folder / m_results.spansFile();
        const std::filesystem::path to = spansFileOf(path);
        std::error_code failure;
        const bool isThere =
            std::filesystem::equivalent(from, to, failure) ||
            std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, failure);
        for (Event& event : events) {
            if (auto* const trace = std::get_if<TraceWritten>(&event); trace != nullptr && isThere)
                trace->file = to.filename().string();
        }
    }
    return writeResults(events, path, m_folder);
}

Result<RunTimeline> Session::timeline() const {
    if (m_state != State::Idle)
        return Error{ErrorCode::Unreadable, tr("it is read when the run has ended").toStdString()};
    return readTimeline(m_results, m_folder);
}

void Session::run() {
    if (m_state != State::Idle) return;
    const Result<Plan> plan = makePlan(m_spec, m_catalog, m_cpus);
    if (!plan) return fail(plan.error());
    m_failure.clear();
    m_lastTrial.reset();
    m_awaiting = true;
    m_plan = *plan;
    m_state = State::Running;
    m_elapsed.start();
    m_tick.start(TickMilliseconds);
    QStringList arguments{QStringLiteral("run"), QStringLiteral("-"),          QStringLiteral("--events"),
                          QStringLiteral("-"),   QStringLiteral("--progress"), QStringLiteral("never")};
    if (m_spans.isValid()) arguments += {QStringLiteral("--spans"), m_spans.filePath(QStringLiteral("run.spans"))};
    if (const QString history = storedHistoryFile(); !history.isEmpty())
        arguments += {QStringLiteral("--history"), history};
    if (!rememberOwnPrograms()) arguments += QStringLiteral("--trust");
    m_process.start(commandLineProgram(), arguments);
    m_process.write(QByteArray::fromStdString(writeSpec(m_spec)));
    m_process.closeWriteChannel();
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
            news.push_back(*std::move(event));
        } else {
            Q_EMIT logged(spoken(QString::fromUtf8(line)));
        }
    }
    if (news.empty()) return;
    QElapsedTimer cost;
    cost.start();
    if (std::exchange(m_awaiting, false)) clearResults();
    adopt(news);
    if (m_plan) adoptRefinements(*m_plan, m_results);
    Q_EMIT resultsChanged();
    m_tick.setInterval(std::max(TickMilliseconds, QuietShare * static_cast<int>(cost.elapsed())));
}

void Session::adopt(const std::vector<Event>& events) {
    for (const Event& event : events) {
        m_results.apply(event);
        m_events.push_back(event);
        if (const auto* sample = std::get_if<Sample>(&event)) m_lastTrial = sample->trial;
        if (const auto* note = std::get_if<Note>(&event); note && !note->text.empty()) {
            Q_EMIT logged(spoken(note->text));
        }
        if (const auto* trial = std::get_if<TrialFailed>(&event)) Q_EMIT logged(spoken(trial->detail));
    }
}

void Session::finish(int exitCode, QProcess::ExitStatus how) {
    m_tick.stop();
    m_escalation.stop();
    fold();
    const bool stopped = m_state == State::Stopping;
    m_state = State::Idle;
    const QByteArray complaints = m_process.readAllStandardError().trimmed();
    const QString complaint = lastLine(complaints);
    const bool isRefused = !stopped && exitCode == RefusedStatus && isTrustRefusal(complaint);
    for (const QByteArray& line : complaints.split('\n')) {
        if (!line.isEmpty() && !isRefused) Q_EMIT logged(spoken(QString::fromUtf8(line)));
    }
    const bool complete = !std::exchange(m_awaiting, false) && m_results.finished();
    if (!isRefused) Q_EMIT logged(stopped ? tr("Stopped") : complete ? tr("Finished") : tr("Ended early"));
    if (!stopped && how == QProcess::CrashExit) {
        fail(tr("breakeven-cli: ended by a signal; what was measured is kept"));
    } else if (isRefused) {
        fail(tr("Not run: you have not said yes to its program"));
    } else if (!stopped && exitCode != 0 && !complaint.isEmpty()) {
        fail(spoken(complaint));
    }
    Q_EMIT stateChanged();
    Q_EMIT resultsChanged();
    if (isRefused) askForTrust();
}

void Session::askForTrust() {
    Result<Programs> programs = programsOf(*m_plan, m_catalog);
    if (!programs) return fail(programs.error());
    std::erase_if(*programs, isTrusted);
    if (!programs->empty()) Q_EMIT trustNeeded(*programs);
}

void Session::clearResults() {
    m_failure.clear();
    m_events.clear();
    m_file.clear();
    m_folder.clear();
    m_results = Results();
    m_lastTrial.reset();
}

const TrialResult* Session::newest() const {
    return m_lastTrial ? m_results.find(*m_lastTrial) : nullptr;
}

Progress Session::progress() const {
    if (!m_plan || m_awaiting) return {};
    return progressOf(*m_plan, m_results, Seconds(static_cast<double>(m_elapsed.elapsed()) / 1000));
}

void Session::fail(const QString& line) {
    m_failure = line;
    Q_EMIT failed(line);
}

void Session::fail(const Error& error) {
    fail(spoken(error.detail));
}

void Session::report(const Result<void>& result, const QString& success) {
    if (!result) return fail(result.error());
    m_failure.clear();
    Q_EMIT logged(success);
    Q_EMIT stateChanged();
}

}  // namespace breakeven
