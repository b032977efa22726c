/// Session: what the window shows, and the measuring child. The one QObject over core: views read it and redraw on
/// resultsChanged, which it emits at most ten times a second, and less often when redrawing is dear. While an
/// experiment runs, its results are analysed in a thread of their own before they are shown: views ask what they like
/// of them. The child waits between two blocks until that is done and painted.
#pragma once

#include "core/analysis/next_block.h"
#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/event.h"
#include "core/experiment/results.h"
#include "core/io/programs.h"
#include "core/io/run_file.h"
#include "core/io/run_timeline.h"
#include "core/os/temporary_folder.h"
#include "ui/analyst.h"
#include "ui/excerpt.h"
#include "ui/opened_programs.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// breakeven-cli beside this program, or what BREAKEVEN_CLI names.
QString commandLineProgram();

class Session : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Running, Stopping };
    static constexpr const char* DefaultExperiment = "overhead-vs-size";

    explicit Session(QObject* parent = nullptr);
    ~Session() override;  ///< ends the child; what it measured is lost unless it was saved

    const Catalog& catalog() const { return m_catalog; }
    CpuCounts cpus() const { return m_cpus; }
    const ExperimentSpec& spec() const { return m_spec; }
    const Results& results() const { return m_results; }
    State state() const { return m_state; }
    const QString& failure() const { return m_failure; }  ///< one line; empty when the last action succeeded
    const QString& file() const { return m_file; }  ///< name of what the results were read from; empty when measured
    /// What the workers did when. Errors: those of readTimeline; Unreadable while an experiment runs.
    Result<RunTimeline> timeline() const;
    /// Of the run that the results are of, while it goes on; else none.
    std::vector<Trial> planned() const {
        return m_plan && m_state != State::Idle && !m_awaiting ? m_plan->trials : std::vector<Trial>();
    }
    const TrialResult* newest() const;  ///< the trial last sampled; nullptr before the first
    Progress progress() const;

    void keepAbandoned();  ///< timelines of runs that were cut off with their windows; else the next run removes them

    /// Asks breakeven-cli for what can be chosen, then loads the default experiment if nothing else is open.
    void loadCatalog();

    void setSpec(const ExperimentSpec& spec);
    void openExperiment(const std::string& id);
    bool openShipped(const ExperimentSpec& spec);  ///< one that comes with the program; false when it failed
    void open(const QString& path);                ///< a spec (.json) or results in any format
    /// Results that were read, or why they were not. name: as of file(). folder: where what they name lies.
    void showRun(const Result<LoadedRun>& run, const QString& name, const std::filesystem::path& folder);
    void saveSpec(const QString& path);
    void saveResults(const QString& path);  ///< format by suffix; a run with its timeline beside it
    /// The command line compares programs with those that this user has said yes to. What is the user's own
    /// (OpenedPrograms) is remembered as such beforehand; for anything else, trustNeeded asks.
    void run();
    void agree(const Programs& programs);  ///< the user has seen these and says yes; run() again
    void decline();                        ///< the user has seen them and says no
    /// Tells how an action on the results went: the error, or its success, which ends an earlier error.
    void report(const Result<void>& result, const QString& success);
    void stop();  ///< interrupts, after 2 s terminates, after 4 s kills; keeps what was measured

Q_SIGNALS:
    void catalogChanged();
    void specChanged();
    void opened(const QString& path);  ///< what open() was given could be read
    void resultsChanged();
    void stateChanged();
    void failed(const QString& line);
    void trustNeeded(const Programs& programs);  ///< the run was refused, since these lack the user's yes
    void logged(const QString& line);

private:
    /// How the child ended.
    struct Ending {
        int exitCode = 0;
        QProcess::ExitStatus how = QProcess::NormalExit;
    };

    static void interrupt(const QProcess& process);
    bool openSpec(const std::filesystem::path& file);  ///< false when it failed
    void adoptSpec(const ExperimentSpec& spec);        ///< from a file
    Result<void> save(const std::filesystem::path& path) const;
    void catalogArrived();
    void fold();
    void look();
    void goOn();
    void show(const Results& results);
    bool rememberOwnPrograms();
    void finish(int exitCode, QProcess::ExitStatus how);
    void conclude();
    void askForTrust();
    void escalate();
    void fail(const QString& line);
    void fail(const Error& error);
    void clearResults();
    void adopt(const std::vector<Event>& events);

    Catalog m_catalog;
    CpuCounts m_cpus;
    ExperimentSpec m_spec;
    OpenedPrograms m_opened;     ///< by the file that was opened last; nobody's when it was a shipped one
    std::optional<Plan> m_plan;  ///< of the running experiment
    std::vector<Event> m_events;
    Results m_folded;   ///< all that has arrived
    Results m_results;  ///< the same some time ago, analysed: what is shown
    State m_state = State::Idle;
    bool m_awaiting = false;         ///< the child has said nothing yet: results are still those of before
    bool m_hasNews = false;          ///< that nobody has looked at yet
    bool m_isHeld = false;           ///< the child has ended a block and waits until we have looked at it
    int m_pause = 0;                 ///< ms from one look to the next
    std::optional<Ending> m_ending;  ///< the child has ended; its last results are looked at before that is told
    bool m_terminated = false;       ///< the interrupt was not enough
    QString m_failure;
    QString m_file;
    std::vector<TemporaryFolder> m_abandoned;
    std::optional<TemporaryFolder> m_spans;  ///< of the run that was measured last
    std::filesystem::path m_folder;          ///< where the results were read from
    std::optional<int> m_lastTrial;          ///< of the newest sample
    QProcess m_lister;
    QProcess m_process;
    Excerpt m_said;  ///< by the process, on its standard error
    QTimer m_tick;
    QTimer m_escalation;
    QElapsedTimer m_elapsed;
    QElapsedTimer m_look;  ///< since the analyst began
    Analyst m_analyst;
};

}  // namespace breakeven
