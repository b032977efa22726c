#include "ui/dialogs/machine_trust.h"

#include "core/base/numbers.h"
#include "core/io/proof_file.h"
#include "core/io/self_test_file.h"
#include "core/os/files.h"
#include "ui/language.h"
#include "ui/session.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>

#include <signal.h>
#include <sys/prctl.h>

namespace breakeven {

namespace {

constexpr QSize FirstSize{860, 620};

struct Measure {
    const char* id;  ///< of the proof
    const char* title;
};

/// In the order in which they are shown; any other proof follows by its own name.
constexpr std::array Measures{
    Measure{"accuracy-vs-google-benchmark",
            QT_TRANSLATE_NOOP("breakeven::MachineTrust", "Our medians over Google Benchmark's")},
    Measure{"known-time", QT_TRANSLATE_NOOP("breakeven::MachineTrust", "Measured over true time of a spinning loop")},
    Measure{"aa-differences", QT_TRANSLATE_NOOP("breakeven::MachineTrust", "Equals that came out different")},
    Measure{"coverage", QT_TRANSLATE_NOOP("breakeven::MachineTrust", "Intervals that hold the truth, simulated")},
    Measure{"break-even-coverage",
            QT_TRANSLATE_NOOP("breakeven::MachineTrust", "Break-even intervals that hold the truth, simulated")},
    Measure{"break-even-repeats", QT_TRANSLATE_NOOP("breakeven::MachineTrust", "The same break-even, measured again")},
    Measure{"injected-slowdown", QT_TRANSLATE_NOOP("breakeven::MachineTrust", "A slowdown of 5 %, found within 10 s")},
    Measure{"drift", QT_TRANSLATE_NOOP("breakeven::MachineTrust", "Bias while another program's load grows")},
    Measure{"tbb-after-openmp",
            QT_TRANSLATE_NOOP("breakeven::MachineTrust", "oneTBB right after OpenMP over oneTBB alone")},
    Measure{"window-observer",
            QT_TRANSLATE_NOOP("breakeven::MachineTrust", "Times with the window open over those without")},
    Measure{"measured-share", QT_TRANSLATE_NOOP("breakeven::MachineTrust", "Share of a run's time inside samples")},
};

std::ptrdiff_t placeOf(const Proof& proof) {
    return std::ranges::find(Measures, proof.title, &Measure::id) - Measures.begin();
}

QString titleOf(const Proof& proof) {
    const auto place = static_cast<std::size_t>(placeOf(proof));
    return place < Measures.size() ? MachineTrust::tr(Measures[place].title) : spoken(proof.title);
}

/// Three digits, never e-notation.
QString numberText(double value, const std::string& unit) {
    if (unit == "s") return QString::fromStdString(formatSeconds(Seconds(value)));
    const bool isShare = unit == "share";
    if (isShare) value *= 100;
    const double size = std::fabs(value);
    const int decimals = size >= 100 || value == std::trunc(value) ? 0
                         : size >= 10                              ? 1
                         : size >= 1                               ? 2
                         : size >= 0.1                             ? 3
                                                                   : 4;
    return QString::number(value, 'f', decimals) % (isShare ? QStringLiteral(" %") : QString());
}

QString valueText(const ProofClaim& claim) {
    const QString value = numberText(claim.value, claim.unit);
    if (!claim.interval) return value;
    return QStringLiteral("%1 (%2–%3)")
        .arg(value, numberText(claim.interval->low, claim.unit), numberText(claim.interval->high, claim.unit));
}

QString limitText(const ProofClaim& claim, const std::optional<Interval<double>>& limit) {
    if (!limit) return QStringLiteral("–");
    const QString low = numberText(limit->low, claim.unit);
    const QString high = numberText(limit->high, claim.unit);
    if (std::isinf(limit->low)) return QStringLiteral("≤ %1").arg(high);
    if (std::isinf(limit->high)) return QStringLiteral("≥ %1").arg(low);
    return QStringLiteral("%1–%2").arg(low, high);
}

enum class Met { Contrast, Aim, Must, Missed };

/// What need not be, but misses its aim, is as it must be.
Met metBy(const ProofClaim& claim) {
    if (claim.meets.empty()) return Met::Contrast;
    const bool isWithinMust = claim.meets == "must" || !claim.must;
    if (claim.meets == "aim" || (isWithinMust && !claim.aim)) return Met::Aim;
    return isWithinMust ? Met::Must : Met::Missed;
}

/// That of the claim which meets least.
Met metByAll(const Proof& proof) {
    return metBy(std::ranges::max(proof.claims, {}, metBy));
}

QString metText(Met met) {
    switch (met) {
        case Met::Aim:
            return MachineTrust::tr("as aimed at");
        case Met::Must:
            return MachineTrust::tr("as it must be");
        case Met::Missed:
            return MachineTrust::tr("missed");
        case Met::Contrast:
            break;
    }
    return MachineTrust::tr("for contrast");
}

/// "9 of 10 as aimed at"
QString foundText(const Proof& proof) {
    const auto judged = std::ssize(proof.claims) - std::ranges::count(proof.claims, Met::Contrast, metBy);
    return MachineTrust::tr("%1 of %2 as aimed at").arg(std::ranges::count(proof.claims, Met::Aim, metBy)).arg(judged);
}

QStringList cellsOf(const ProofClaim& claim) {
    return {spoken(claim.name), valueText(claim), limitText(claim, claim.must), limitText(claim, claim.aim),
            metText(metBy(claim))};
}

QLabel* title(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont strong = label->font();
    strong.setBold(true);
    label->setFont(strong);
    return label;
}

}  // namespace

MachineTrust::MachineTrust(QWidget* parent)
    : QDialog(parent),
      m_outcome(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_button(new QPushButton(this)),
      m_sum(new QLabel(this)),
      m_proofs(new QTreeWidget(this)) {
    setObjectName(QStringLiteral("machineTrust"));
    setWindowTitle(tr("How far to trust this machine"));
    resize(FirstSize);
    auto* question =
        new QLabel(tr("The self-test measures trials against themselves. What comes out different then is an "
                      "error, and the width of the intervals says which differences can be seen here."),
                   this);
    question->setWordWrap(true);
    m_outcome->setObjectName(QStringLiteral("selfTestOutcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setObjectName(QStringLiteral("selfTestProgress"));
    m_progress->setRange(0, 0);
    m_progress->hide();
    m_button->setObjectName(QStringLiteral("selfTestButton"));
    m_sum->setObjectName(QStringLiteral("proofsSum"));
    m_proofs->setObjectName(QStringLiteral("proofsTree"));
    m_proofs->setAccessibleName(tr("Proofs"));
    m_proofs->setHeaderLabels({tr("What was measured"), tr("Found (95 %)"), tr("Must"), tr("Aim"), tr("Result")});
    m_proofs->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_proofs->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_proofs->header()->setStretchLastSection(false);
    m_proofs->setUniformRowHeights(true);
    auto* method = new QLabel(tr("What was found where the right answer is known, on the machine that this version was "
                                 "made on. The programs are part of the source, under tests/benchmarks."),
                              this);
    method->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* line = new QHBoxLayout;
    line->addWidget(m_button);
    line->addWidget(m_progress, 1);
    line->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addWidget(title(tr("This machine"), this));
    column->addWidget(question);
    column->addWidget(m_outcome);
    column->addLayout(line);
    column->addSpacing(8);
    column->addWidget(title(tr("The way of measuring"), this));
    column->addWidget(method);
    column->addWidget(m_sum);
    column->addWidget(m_proofs, 1);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_button, &QPushButton::clicked, this, &MachineTrust::start);
    connect(&m_process, &QProcess::finished, this, &MachineTrust::finish);
    connect(&m_process, &QProcess::stateChanged, this, &MachineTrust::runningChanged);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) finish(-1, QProcess::CrashExit);
    });
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGINT); });
    showOutcome();
    refreshButton();
}

void MachineTrust::showEvent(QShowEvent* event) {
    if (m_proofs->topLevelItemCount() == 0) showProofs();
    QDialog::showEvent(event);
}

MachineTrust::~MachineTrust() {
    m_process.disconnect(this);
    if (!isRunning()) return;
    m_process.terminate();
    if (!m_process.waitForFinished(2000)) m_process.kill();
    m_process.waitForFinished(2000);
}

void MachineTrust::setBusy(bool busy) {
    m_busy = busy;
    refreshButton();
}

void MachineTrust::refreshButton() {
    const bool running = isRunning();
    m_button->setText(running ? tr("&Stop") : tr("&Run the self-test (about a minute)"));
    m_button->setEnabled(running || !m_busy);
    m_button->setToolTip(m_busy && !running ? tr("After the experiment that runs now") : QString());
    m_progress->setVisible(running);
}

void MachineTrust::start() {
    if (isRunning()) {
        ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
        return;
    }
    m_outcome->setText(tr("Measuring equals against each other. Leave the machine alone meanwhile."));
    m_process.start(commandLineProgram(), {QStringLiteral("doctor"), QStringLiteral("--self-test")});
    refreshButton();
}

void MachineTrust::finish(int exitCode, QProcess::ExitStatus how) {
    constexpr int Done = 1;  // and equals came out different
    if (how == QProcess::NormalExit && exitCode <= Done) {
        showOutcome();
    } else {
        const QString reason = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
        m_outcome->setText(reason.isEmpty() ? tr("The self-test could not be run: %1").arg(m_process.errorString())
                                            : spoken(reason.section(u'\n', -1)));
    }
    refreshButton();
}

void MachineTrust::showOutcome() {
    const auto test = readSelfTest(selfTestFile());
    if (!test) {
        m_outcome->setText(tr("It has not been run on this machine yet."));
        return;
    }
    const SelfTest& outcome = test->outcome;
    const QString meaning = outcome.passes()
                                ? tr("Verdicts can be trusted as they are given.")
                                : tr("That is more than chance explains: close what else runs, and repeat.");
    m_outcome->setText(
        tr("%1: %2. %3\nMeasured on: %4")
            .arg(QString::fromStdString(test->date), spoken(selfTestText(outcome)), meaning, spoken(test->machine)));
}

void MachineTrust::showProofs() {
    const auto resources = resourcesFolder();
    if (!resources) return;
    std::vector<Proof> proofs = readProofs(*resources / "proofs");
    std::ranges::stable_sort(proofs, {}, placeOf);
    std::erase_if(proofs, [](const Proof& proof) { return proof.claims.empty(); });
    for (const Proof& proof : proofs) {
        const Met met = metByAll(proof);
        auto* item = new QTreeWidgetItem(m_proofs, {titleOf(proof), foundText(proof), {}, {}, metText(met)});
        item->setToolTip(0, item->text(0));
        QFont strong = font();
        strong.setBold(met == Met::Missed);
        item->setFont(4, strong);
        for (const ProofClaim& claim : proof.claims) {
            auto* part = new QTreeWidgetItem(item, cellsOf(claim));
            part->setToolTip(0, part->text(0));
        }
    }
    const auto count = [&](Met met) { return std::ranges::count(proofs, met, metByAll); };
    m_sum->setText(tr("%1 measures: %2 as aimed at, %3 as they must be, %4 missed.")
                       .arg(proofs.size())
                       .arg(count(Met::Aim))
                       .arg(count(Met::Must))
                       .arg(count(Met::Missed)));
}

}  // namespace breakeven
