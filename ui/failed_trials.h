/// What the window says of trials that failed, of a run of its own as of one that is opened again.
#pragma once

#include <QString>

namespace breakeven {

class Results;

/// "tbb crashed at 1 000 items (signal 11). The other 23 trials are kept." Of several such findings the first, and that
/// there are more; empty where no trial failed.
QString failedTrials(const Results& results);

}  // namespace breakeven
