#include "ui/panels/backend_list.h"

#include "core/base/command_line.h"
#include "core/experiment/plan.h"
#include "ui/language.h"
#include "ui/swatch.h"
#include "ui/theme.h"
#include "ui/verbatim.h"

#include <QApplication>
#include <QEvent>
#include <QIcon>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace breakeven {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int FamilyRole = Qt::UserRole + 1;
constexpr int GreyRole = Qt::UserRole + 2;

/// A program of the user's is its own backend.
bool isProgram(const WorkloadInfo& workload) {
    return workload.id == CommandId;
}

bool suits(const BackendInfo& backend, const WorkloadInfo& workload) {
    Trial trial;
    trial.workload = workload.id;
    if (backend.id == baseBackendOf(trial)) return true;
    if (isProgram(workload)) return backend.id == CommandId;
    return workload.family.empty() ? backend.id != CommandId : backend.family == workload.family;
}

/// Why the backend is grey; empty: it is not.
QString obstacle(const BackendInfo& backend, const WorkloadInfo* workload) {
    if (!workload || suits(backend, *workload)) return spoken(backend.missing);
    if (!isProgram(*workload)) return BackendList::tr("It cannot run the workload %1").arg(spoken(workload->title));
    return BackendList::tr("Only a name that the program is told where its command says {backend}");
}

/// Shortens what does not fit, instead of a bar to scroll by.
class NarrowRows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {0, QStyledItemDelegate::sizeHint(option, index).height()};
    }
};

}  // namespace

BackendList::BackendList(QWidget* parent) : QListWidget(parent) {
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new NarrowRows(this));
    setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(this, &QListWidget::itemChanged, this, &BackendList::edited);
}

void BackendList::fill(const std::vector<BackendInfo>& known, const std::vector<std::string>& chosen,
                       const WorkloadInfo* workload) {
    const QSignalBlocker silent(this);
    clear();
    const auto isChosen = [&chosen](const std::string& id) {
        return std::find(chosen.begin(), chosen.end(), id) != chosen.end();
    };
    for (const BackendInfo& info : known) {
        const QString title = spoken(info.title);
        add(info, info.missing.empty() ? title : tr("%1 (missing)").arg(title), obstacle(info, workload));
        const bool isUseless = workload && !suits(info, *workload) && !isProgram(*workload);
        // One that stands in the spec can still be taken out.
        if (isUseless && !isChosen(info.id)) item(count() - 1)->setFlags(Qt::ItemIsSelectable);
    }
    for (const std::string& id : chosen) {
        const bool isKnown =
            std::any_of(known.begin(), known.end(), [&id](const BackendInfo& info) { return info.id == id; });
        if (isKnown) continue;
        BackendInfo unknown;
        unknown.id = unknown.family = id;
        add(unknown, tr("%1 (not in this build)").arg(verbatim(id)), {});
    }
    for (int row = 0; row < count(); ++row) {
        const bool isOn = isChosen(item(row)->data(IdRole).toString().toStdString());
        item(row)->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
    }
    recolour();
}

void BackendList::add(const BackendInfo& info, const QString& title, const QString& reason) {
    auto* item = new QListWidgetItem(title, this);
    item->setData(IdRole, verbatim(info.id));
    item->setData(FamilyRole, verbatim(info.family));
    item->setData(GreyRole, !reason.isEmpty());
    item->setToolTip(title % u'\n' % spoken(info.description) % (reason.isEmpty() ? QString() : u'\n' % reason));
}

void BackendList::recolour() {
    const QSignalBlocker silent(this);
    const bool dark = isDark(QApplication::palette());
    for (int row = 0; row < count(); ++row) {
        item(row)->setIcon(swatchOf(item(row)->data(FamilyRole).toString().toStdString(), dark));
        if (item(row)->data(GreyRole).toBool())
            item(row)->setForeground(QApplication::palette().brush(QPalette::Disabled, QPalette::Text));
    }
}

std::vector<std::string> BackendList::chosen() const {
    std::vector<std::string> ids;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked) ids.push_back(item(row)->data(IdRole).toString().toStdString());
    }
    return ids;
}

void BackendList::changeEvent(QEvent* event) {
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) recolour();
}

QString backendsLack(const std::vector<BackendInfo>& known, const std::vector<std::string>& chosen,
                     const WorkloadInfo* workload) {
    if (chosen.empty()) return BackendList::tr("backends: none is chosen (choose at least one)");
    if (!workload || isProgram(*workload)) return {};
    const bool isAny = std::any_of(chosen.begin(), chosen.end(), [&](const std::string& id) {
        const auto info =
            std::find_if(known.begin(), known.end(), [&id](const BackendInfo& it) { return it.id == id; });
        return info == known.end() || suits(*info, *workload);
    });
    if (isAny) return {};
    return BackendList::tr("backends: none of the chosen ones can run the workload %1 (choose one that can)")
        .arg(spoken(workload->title));
}

std::vector<std::string> firstBackends(const std::vector<BackendInfo>& known, const WorkloadInfo& workload) {
    std::vector<std::string> here;
    std::vector<std::string> all;
    if (workload.family.empty() && !isProgram(workload)) return all;
    for (const BackendInfo& info : known) {
        if (!suits(info, workload)) continue;
        all.push_back(info.id);
        if (info.missing.empty()) here.push_back(info.id);
    }
    return here.empty() ? all : here;
}

}  // namespace breakeven
