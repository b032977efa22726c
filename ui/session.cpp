#include "ui/session.h"

#include "core/experiment/codec.h"
#include "core/io/formats.h"
#include "core/io/gzip.h"
#include "core/io/spans_file.h"
#include "core/os/child.h"
#include "core/os/cpus.h"
#include "core/os/files.h"
#include "ui/language.h"
#include "ui/plots/pdf_report.h"
#include "ui/settings.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <system_error>
#include <utility>

#include <signal.h>
#include <sys/prctl.h>

namespace breakeven {

namespace {

constexpr int EscalationMilliseconds = 2000;

QString couldNotStart(const QProcess& process) {
    return Session::tr(
               "breakeven-cli: could not be started: %1 (it belongs beside this program; BREAKEVEN_CLI names another)")
        .arg(process.errorString());
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
    m_escalation.setInterval(EscalationMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &Session::fold);
    connect(&m_escalation, &QTimer::timeout, this, &Session::escalate);
    connect(&m_lister, &QProcess::finished, this, &Session::catalogArrived);
    connect(&m_lister, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) fail(couldNotStart(m_lister));
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Session::fold);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_said.add(m_process.readAllStandardError()); });
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
        Excerpt said;
        said.add(m_lister.readAllStandardError());
        const QString complaint = said.last();
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
    m_results = m_folded;
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
    const Result<std::string> text = readUnpacked(file);
    const Result<ExperimentSpec> spec = text ? parseSpec(*text) : text.error();
    if (!spec) {
        fail(text ? Error{spec.error().code, name + ": " + spec.error().detail} : text.error());
        return false;
    }
    clearResults();
    m_results = m_folded;
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
    const auto content = readUnpacked(path.toStdString());
    const bool isJson = path.endsWith(QStringLiteral(".json")) || path.endsWith(QStringLiteral(".json.gz"));
    const bool isSpec = isJson && !(content && formatOf(*content));
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
    m_results = m_folded;
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
    return writeResults(events, path, {.folder = m_folder, .sentences = windowSentences()});
}

Result<RunTimeline> Session::timeline() const {
    if (m_state != State::Idle)
        return Error{ErrorCode::Unreadable, tr("it is read when the run has ended").toStdString()};
    return readTimeline(m_results, m_folder);
}

void Session::adopt(const std::vector<Event>& events) {
    for (const Event& event : events) {
        m_folded.apply(event);
        m_events.push_back(event);
        if (const auto* sample = std::get_if<Sample>(&event)) m_lastTrial = sample->trial;
    }
}

void Session::clearResults() {
    m_failure.clear();
    m_events.clear();
    m_file.clear();
    m_folder.clear();
    m_folded = Results();
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
