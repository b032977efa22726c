#include "ui/panels/experiment_text.h"

#include "core/base/numbers.h"
#include "core/os/memory.h"
#include "ui/language.h"
#include "ui/panels/experiment_panel.h"

#include <QLabel>
#include <QStringList>

#include <algorithm>
#include <map>

namespace breakeven {

namespace {

QString bytesText(ByteCount bytes) {
    return QString::fromStdString(formatBytes(static_cast<double>(bytes)));
}

}  // namespace

QString sizesHint(const std::vector<ItemCount>& sizes) {
    QStringList texts;
    for (std::size_t index = 0; index < sizes.size(); ++index) {
        const bool skipped = sizes.size() > 8 && index >= 3 && index + 1 < sizes.size();
        if (!skipped) texts += QString::fromStdString(formatSize(static_cast<double>(sizes[index])));
        if (skipped && index == 3) texts += QStringLiteral("…");
    }
    const QString list = texts.join(QStringLiteral(", "));
    return sizes.size() == 1 ? ExperimentPanel::tr("1 size: %1").arg(list)
                             : ExperimentPanel::tr("%1 sizes: %2").arg(sizes.size()).arg(list);
}

QString workersHint(const std::vector<WorkerCount>& counts) {
    QStringList texts;
    for (const WorkerCount count : counts)
        texts += QString::number(count);
    return ExperimentPanel::tr("Means %1 here").arg(texts.join(QStringLiteral(", ")));
}

ByteCount largestList(const Plan& plan, const Catalog& catalog) {
    ByteCount largest = 0;
    for (const Trial& trial : plan.trials) {
        for (const WorkloadInfo& info : catalog.workloads) {
            if (info.id != trial.workload) continue;
            const auto bytes = checkedProduct(trial.size, info.inputBytesPerItem + info.outputBytesPerItem);
            largest = std::max(largest, bytes.value_or(UINT64_MAX));
        }
    }
    return largest;
}

QString estimateText(const Plan& plan, ByteCount largest) {
    const QString trials = plan.trials.size() == 1 ? ExperimentPanel::tr("1 trial")
                                                   : ExperimentPanel::tr("%1 trials").arg(plan.trials.size());
    const QStringList parts{trials, ExperimentPanel::tr("at most %1 s").arg(plan.spec.stopping.maxTime.count()),
                            ExperimentPanel::tr("lists up to %1").arg(bytesText(largest))};
    return parts.join(QStringLiteral(" · "));
}

QString memoryError(ByteCount need, ByteCount limit) {
    return ExperimentPanel::tr("sizes: the largest list needs %1 of memory (at most %2, half of what is available)")
        .arg(bytesText(need), bytesText(limit));
}

void explainFields(const QWidget& form) {
    static const std::map<QString, QString> Words = {{QStringLiteral("workloadBox"), QStringLiteral("Workload")},
                                                     {QStringLiteral("sizesEdit"), QStringLiteral("Size")},
                                                     {QStringLiteral("workersEdit"), QStringLiteral("Worker")},
                                                     {QStringLiteral("backendList"), QStringLiteral("Backend")},
                                                     {QStringLiteral("poolChoices"), QStringLiteral("Pool")},
                                                     {QStringLiteral("callChoices"), QStringLiteral("Call")},
                                                     {QStringLiteral("chunkEdit"), QStringLiteral("Chunk")},
                                                     {QStringLiteral("inFlightEdit"), QStringLiteral("In flight")},
                                                     {QStringLiteral("startChoices"), QStringLiteral("Start")},
                                                     {QStringLiteral("precisionBox"), QStringLiteral("Precision")},
                                                     {QStringLiteral("launchesBox"), QStringLiteral("Launch")}};
    for (QLabel* label : form.findChildren<QLabel*>()) {
        const auto word = label->buddy() ? Words.find(label->buddy()->objectName()) : Words.end();
        if (word != Words.end()) label->setToolTip(meaningOf(word->second));
    }
}

}  // namespace breakeven
