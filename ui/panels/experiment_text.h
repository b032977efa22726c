/// What stands under the fields of the experiment panel.
#pragma once

#include "core/experiment/plan.h"

#include <QString>

#include <vector>

class QWidget;

namespace breakeven {

QString sizesHint(const std::vector<ItemCount>& sizes);       ///< "2 sizes: 10, 100"
QString workersHint(const std::vector<WorkerCount>& counts);  ///< "Means 1, 2 here"

/// The largest list that the plan holds in memory at once.
ByteCount largestList(const Plan& plan, const Catalog& catalog);
QString estimateText(const Plan& plan, ByteCount largest);  ///< "12 trials · at most 60 s · lists up to 1.60 GB"
QString memoryError(ByteCount need, ByteCount limit);

/// Gives each label of the form the meaning of its word as a tooltip.
void explainFields(const QWidget& form);

}  // namespace breakeven
