/// The measured child's loop: block requests in on one descriptor, events out on another, one write per round, outside
/// every sample.
#pragma once

namespace breakeven {

/// Until end of file on inFd. Returns the exit status of the process: 0, or 4 when the parent cannot be reached.
int runRequests(int inFd, int outFd);

}  // namespace breakeven
