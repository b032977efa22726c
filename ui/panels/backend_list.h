/// BackendList: check boxes for the backends, each in its colour. What this machine lacks, and what cannot run the
/// workload, is grey and says why.
#pragma once

#include "core/base/catalog.h"

#include <QListWidget>

#include <string>
#include <vector>

namespace breakeven {

class BackendList : public QListWidget {
    Q_OBJECT

public:
    explicit BackendList(QWidget* parent = nullptr);

    /// Silent. workload: nullptr when it is not known, which any backend may be able to run.
    void fill(const std::vector<BackendInfo>& known, const std::vector<std::string>& chosen,
              const WorkloadInfo* workload);
    std::vector<std::string> chosen() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(const BackendInfo& info, const QString& title,
             const QString& reason);  ///< why it is grey; empty: it is not
    void recolour();
};

/// Why the workload cannot be measured with the chosen ones; empty: it can. workload: nullptr when it is not known.
QString backendsLack(const std::vector<BackendInfo>& known, const std::vector<std::string>& chosen,
                     const WorkloadInfo* workload);

/// What to choose first for a workload that only some can run: all of them that this machine has, or simply all of
/// them. Empty for other workloads.
std::vector<std::string> firstBackends(const std::vector<BackendInfo>& known, const WorkloadInfo& workload);

}  // namespace breakeven
