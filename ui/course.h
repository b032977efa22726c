/// Course: the lessons in their order, the one that is open, and what its learner has said and measured. The lesson
/// panel, the lesson's chart and the presenter show it. It measures with the session, as any run.
#pragma once

#include "core/lessons/check.h"
#include "core/lessons/lesson.h"
#include "core/lessons/progress.h"
#include "core/lessons/prose.h"
#include "ui/session.h"

#include <QObject>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// A run of a bigger machine that comes with a lesson.
struct ReferenceRun {
    Results results;
    QString machine;  ///< as its first line names it
};

class Course : public QObject {
    Q_OBJECT

public:
    enum class RunState { None, Running, Whole, Stopped, Failed };

    /// The session must outlive it.
    explicit Course(Session& session, QObject* parent = nullptr);

    /// Reads the lessons in the window's language, and the progress. Later calls do nothing.
    void load();
    const QString& problem() const { return m_problem; }  ///< why there are no lessons, or why progress is not kept
    const std::vector<Lesson>& lessons() const { return m_lessons; }
    const LessonWords& words() const { return m_words; }
    const LessonRecord* record(const Lesson& lesson) const;  ///< nullptr: not begun

    const Lesson* lesson() const;  ///< that is open; nullptr: none
    std::size_t place() const { return m_place; }
    /// Its experiment becomes the session's. False while something is measured, which the session tells.
    /// Range: place < lessons().size().
    bool open(std::size_t place);
    bool isShown()
        const;          ///< the session is at it: its results are of one of its runs, or its experiment waits for one
    bool step(int by);  ///< to the lesson after or before; the first one where none is open; false at either end
    void close();

    // Of the open lesson.
    const LearnerPrediction& predicted() const;
    void predict(const LearnerPrediction& said);
    bool isSwitched() const { return now().isSwitched; }
    void measure(LessonRun run);
    void stop() { m_session.stop(); }
    RunState state(LessonRun run) const;
    bool isMeasuring() const;
    QString trouble(LessonRun run) const;                         ///< why it was stopped or failed; one line
    const Results* results(LessonRun run) const;                  ///< as far as they have come; nullptr: none
    const std::optional<ReferenceRun>& reference(LessonRun run);  ///< read when it is first asked for
    LessonFacts facts() const;
    QString filled(const std::string& markdown) const;  ///< with the learner's numbers
    /// Absent until both runs are there. Is kept as the lesson's outcome where it was measured.
    std::optional<CheckAnswer> answer();
    std::optional<CheckAnswer> referenceAnswer();  ///< of the runs that come with the lesson; absent: not both
    void keep();                                   ///< what was predicted, in the file of the progress

Q_SIGNALS:
    void opened();   ///< another lesson, or none
    void changed();  ///< what was said or measured
    void progressChanged();

private:
    struct Run {
        RunState state = RunState::None;
        Results results;
        QString trouble;
        bool isReferenceRead = false;
        std::optional<ReferenceRun> reference;
    };
    struct Learner {
        LearnerPrediction predicted;
        std::array<Run, 2> runs;
        bool isSwitched = false;
    };

    const Learner& now() const;
    Run& run(LessonRun which) { return m_learners[lesson()->id].runs[static_cast<std::size_t>(which)]; }
    const Run& run(LessonRun which) const { return now().runs[static_cast<std::size_t>(which)]; }
    bool hasBegun() const { return m_session.results().run().runId != m_earlier; }
    void followSession();
    void end();
    void keepRecord(const LessonRecord& record);

    Session& m_session;
    bool m_isLoaded = false;
    QString m_problem;
    std::vector<Lesson> m_lessons;
    LessonWords m_words;
    LessonProgress m_progress;
    std::map<std::string, Learner, std::less<>> m_learners;  ///< by lesson; of this window's life
    std::size_t m_place = 0;
    bool m_isOpen = false;
    std::optional<LessonRun> m_running;
    std::string m_earlier;  ///< the run that the session shows until the running one has said something
};

}  // namespace breakeven
