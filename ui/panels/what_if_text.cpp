#include "ui/panels/what_if_text.h"

#include "core/analysis/overhead_model.h"
#include "core/base/numbers.h"
#include "ui/language.h"
#include "ui/panels/what_if_panel.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

QString itemsText(double items) {
    return WhatIfPanel::tr("%1 items").arg(QString::fromStdString(formatItems(items)));
}

QString sizeText(const Payoff& payoff) {
    const QString size = itemsText(*payoff.size);
    if (payoff.isLatest) return WhatIfPanel::tr("%1 at the latest").arg(size);
    const auto& interval = payoff.interval;
    if (!interval || interval->low <= 0 || !std::isfinite(interval->high))
        return WhatIfPanel::tr("%1 (bounds not resolved)").arg(size);
    return size % QStringLiteral(" (%1)").arg(QString::fromStdString(formatItems(*interval)));
}

bool paysEverywhere(const Payoff& payoff) {
    return payoff.size && *payoff.size <= 0;
}

/// Both of the same kind are one sentence, so that a translation can order it as it likes.
QString payoffSentence(const WhatIfCurve& curve) {
    const QString label = spoken(curve.label);
    const Payoff& before = curve.before;
    const Payoff& after = curve.after;
    if (!after.size) {
        return (before.size ? WhatIfPanel::tr("%1 would no longer pay at its largest list.")
                            : WhatIfPanel::tr("%1 would still not pay at its largest list."))
            .arg(label);
    }
    if (paysEverywhere(after)) {
        return (paysEverywhere(before) ? WhatIfPanel::tr("%1 pays at every size, as measured.")
                                       : WhatIfPanel::tr("%1 would pay at every size measured."))
            .arg(label);
    }
    if (!before.size) {
        return WhatIfPanel::tr("%1 would pay from %2; as measured it does not.").arg(label, sizeText(after));
    }
    if (paysEverywhere(before)) {
        return WhatIfPanel::tr("%1 would pay from %2 only, instead of at every size.").arg(label, sizeText(after));
    }
    return WhatIfPanel::tr("%1 would pay from %2 instead of %3.").arg(label, sizeText(after), sizeText(before));
}

QString ratioText(const Speedup& speedup) {
    return QString::fromStdString(formatRatio(speedup.value, speedup.interval));
}

/// The model of the curve's largest list; nullptr when it has none.
const OverheadModel* modelOf(const std::vector<OverheadModel>& models, const WhatIfCurve& curve) {
    const auto found = std::ranges::find_if(models, [&](const OverheadModel& model) {
        return model.label == curve.label && model.trial.size == curve.points.back().size && model.refusal.empty();
    });
    return found == models.end() ? nullptr : &*found;
}

QString partsText(const OverheadModel& model) {
    QStringList parts;
    const auto add = [&parts](const QString& text, const TimePart& part) {
        if (part.value > Seconds(0)) parts += text.arg(QString::fromStdString(formatSeconds(part.value)));
    };
    add(WhatIfPanel::tr("start of the pool %1"), model.start);
    add(WhatIfPanel::tr("waking %1"), model.wake);
    add(WhatIfPanel::tr("further chunks %1"), model.dispatch);
    add(WhatIfPanel::tr("copying %1"), model.transport);
    add(WhatIfPanel::tr("divided work %1"), model.work);
    return parts.join(QStringLiteral(", "));
}

}  // namespace

QString whatIfAnswer(const WhatIfCurve& curve) {
    const WhatIfPoint& last = curve.points.back();
    return payoffSentence(curve) % u' ' %
           WhatIfPanel::tr("At %1: %2 instead of %3.")
               .arg(itemsText(static_cast<double>(last.size)), ratioText(last.after), ratioText(last.before));
}

QString whatIfBasis(const Results& results, const WhatIfCurve& curve, const WhatIf& question) {
    QStringList lines{
        WhatIfPanel::tr("Estimated, not measured: the measured times, less what these parts would save.")};
    const std::vector<OverheadModel> models = overheadModels(results);
    const bool isOfBalanceAlone = question == WhatIf{.perfectBalance = true};
    if (const OverheadModel* model = modelOf(models, curve); model && !isOfBalanceAlone) {
        lines += WhatIfPanel::tr("Measured in this run, at %1: %2.")
                     .arg(itemsText(static_cast<double>(model->trial.size)), partsText(*model));
    }
    if (question.perfectBalance) lines += WhatIfPanel::tr("How long each worker computed was recorded in this run.");
    if (curve.isExtrapolated) {
        lines += WhatIfPanel::tr(
            "Extrapolated: more workers than were measured, as if memory and clock kept up with all of them.");
    }
    return lines.join(u'\n');
}

}  // namespace breakeven
