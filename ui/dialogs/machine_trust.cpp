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
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

#include <signal.h>
#include <sys/prctl.h>

namespace breakeven {

namespace {

constexpr QSize FirstSize{860, 620};

/// Three digits, never e-notation.
QString numberText(double value) {
    const double size = std::fabs(value);
    const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
    return QString::number(value, 'f', decimals);
}

QString valueText(const ProofClaim& claim) {
    const QString value = numberText(claim.value);
    if (!claim.interval) return value;
    return QStringLiteral("%1 (%2–%3)").arg(value, numberText(claim.interval->low), numberText(claim.interval->high));
}

QString limitText(const std::optional<Interval<double>>& limit) {
    if (!limit) return QStringLiteral("–");
    if (std::isinf(limit->low)) return QStringLiteral("≤ %1").arg(numberText(limit->high));
    if (std::isinf(limit->high)) return QStringLiteral("≥ %1").arg(numberText(limit->low));
    return QStringLiteral("%1–%2").arg(numberText(limit->low), numberText(limit->high));
}

QString meetsText(const std::string& meets) {
    if (meets == "aim") return MachineTrust::tr("as aimed at");
    if (meets == "must") return MachineTrust::tr("as it must be");
    if (meets == "neither") return MachineTrust::tr("missed");
    return MachineTrust::tr("for contrast");
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
      m_proofs(new QTableWidget(0, 5, this)) {
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
    m_proofs->setObjectName(QStringLiteral("proofsTable"));
    m_proofs->setAccessibleName(tr("Proofs"));
    m_proofs->setHorizontalHeaderLabels(
        {tr("What was measured"), tr("Found (95 %)"), tr("Must"), tr("Aim"), tr("Result")});
    m_proofs->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_proofs->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_proofs->verticalHeader()->hide();
    m_proofs->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_proofs->setSelectionMode(QAbstractItemView::NoSelection);
    m_proofs->setTabKeyNavigation(false);
    m_proofs->setShowGrid(false);
    m_proofs->setWordWrap(true);
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
    if (m_proofs->rowCount() == 0) showProofs();
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
        tr("%1: %2. %3").arg(QString::fromStdString(test->date), spoken(selfTestText(outcome)), meaning));
    m_outcome->setToolTip(tr("Measured on: %1").arg(spoken(test->machine)));
}

void MachineTrust::showProofs() {
    const auto resources = resourcesFolder();
    if (!resources) return;
    for (const Proof& proof : readProofs(*resources / "proofs")) {
        for (const ProofClaim& claim : proof.claims) {
            const int row = m_proofs->rowCount();
            m_proofs->insertRow(row);
            const QString name = spoken(proof.title + ": " + claim.name);
            const QStringList cells{name, valueText(claim), limitText(claim.must), limitText(claim.aim),
                                    meetsText(claim.meets)};
            for (int column = 0; column < cells.size(); ++column) {
                auto* cell = new QTableWidgetItem(cells[column]);
                cell->setToolTip(cells[column]);
                m_proofs->setItem(row, column, cell);
            }
        }
    }
    m_proofs->resizeRowsToContents();
}

}  // namespace breakeven
