#include "ui/first_start.h"

#include "ui/session.h"
#include "ui/settings.h"

namespace breakeven {

void measureAtFirstStart(Session& session) {
    if (!storedFirstStart()) return;
    QObject::connect(
        &session, &Session::catalogChanged, &session,
        [&session] {
            const bool isUntouched = session.results().trials().empty() && session.failure().isEmpty() &&
                                     session.spec().name == Session::DefaultExperiment;
            if (!isUntouched || session.state() != Session::State::Idle || !storedFirstStart()) return;
            storeFirstStart(false);
            session.openExperiment(FirstLook);
            session.run();
        },
        Qt::QueuedConnection);  // the default experiment is opened after the catalogue is told
}

}  // namespace breakeven
