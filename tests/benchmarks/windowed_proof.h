/// What the proofs have in common that open windows.
#pragma once

#include "tests/benchmarks/proof.h"

#include <QString>

#include <functional>
#include <string>

namespace breakeven::benchmarks {

/// Windows are drawn where QT_QPA_PLATFORM says or on the user's display; without one, in memory.
void chooseDisplay();

/// runProof with a QApplication, the command line of this build, and settings, history and trust of its own: the user's
/// are left alone. folder: an empty one, gone afterwards.
int runWindowedProof(const std::string& title, int argc, char** argv,
                     const std::function<Result<std::vector<Claim>>(const ProofOptions&, const QString& folder)>& run);

}  // namespace breakeven::benchmarks
