/// How the events of reference.h are written. Private to the codec.
#pragma once

#include "core/experiment/json_fields.h"
#include "core/experiment/reference.h"

namespace breakeven {

OrderedJson jsonOf(const TrialProfiled& event);
OrderedJson jsonOf(const PoolReference& event);
OrderedJson jsonOf(const LaunchReference& event);

void takeFields(Fields& fields, TrialProfiled& event);
void takeFields(Fields& fields, PoolReference& event);
void takeFields(Fields& fields, LaunchReference& event);

}  // namespace breakeven
