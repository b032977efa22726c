#include "core/analysis/class_summary.h"
#include "core/experiment/wording.h"
#include "core/stats/robust_scale.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace breakeven {

namespace {

/// A fact that is a number of its own in every run: by how much it must be worse than the peers' to be told.
struct Counted {
    std::string_view id;
    double step;
};

constexpr std::array<Counted, 5> CountedFacts = {
    {{"cpu.throttled", 1}, {"load.average", 0.5}, {"cpu.steal", 1}, {"cpu.pressure", 5}, {"memory.pressure", 5}}};
constexpr double FlagStep = 0.1;  // share of the samples

/// Differ in any two runs, or follow from other facts.
constexpr std::array<std::string_view, 3> Untelling = {"program.hash", "memory.available", "clock.tick"};

/// What most often makes one machine slower than its like; what is not named follows in the order of the facts.
constexpr std::array<std::string_view, 15> LikeliestFirst = {
    "build.debug",  "build.type",   "build.sanitizers", "program.debugger", "cgroup.quota",
    "cpu.usable",   "cpu.affinity", "cpu.governor",     "cpu.turbo",        "cpu.throttled",
    "load.average", "flag",         "cpu.steal",        "cpu.pressure",     "cpu.model"};

/// What is far from what: a number of each run of a curve.
struct Number {
    std::size_t run = 0;
    double log = 0;      ///< of the number; infinite where only a bound is known
    double nearest = 0;  ///< of the bound
    Interval<double> interval;
    double value = 0;
};

std::vector<Number> breakEvensOf(const ClassCurve& curve) {
    std::vector<Number> numbers;
    for (const ClassPlace& place : curve.places) {
        const auto known = knownBreakEven(place);
        if (!known) continue;
        const BreakEven& found = *place.breakEven;
        Number number{place.run, std::log(*known), std::log(*known), {}, *known};
        if (*known == 0) number.nearest = std::log(static_cast<double>(found.measured.low));
        if (std::isinf(*known)) number.nearest = std::log(static_cast<double>(found.measured.high));
        number.interval = {number.nearest, number.nearest};
        if (found.interval && found.status == BreakEvenStatus::Resolved)
            number.interval = {std::log(found.interval->low), std::log(found.interval->high)};
        numbers.push_back(number);
    }
    return numbers;
}

std::vector<Number> speedupsOf(const ClassCurve& curve) {
    std::vector<Number> numbers;
    for (const ClassPlace& place : curve.places) {
        const SizedSpeedup* const found = speedupAt(place, curve.largest);
        if (found == nullptr || !(found->value > 0)) continue;
        const double log = std::log(found->value);
        Number number{place.run, log, log, {log, log}, found->value};
        if (found->interval && found->interval->low > 0)
            number.interval = {std::log(found->interval->low), std::log(found->interval->high)};
        numbers.push_back(number);
    }
    return numbers;
}

/// The number that a text begins with: "0.52 0.40 0.31", "12 since the machine started".
std::optional<double> leadingNumber(const std::optional<std::string>& text) {
    double number = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc{})
        return std::nullopt;
    return number;
}

const Fact* findFact(const std::vector<Fact>& facts, std::string_view id) {
    const auto found = std::ranges::find(facts, id, &Fact::id);
    return found != facts.end() ? &*found : nullptr;
}

const Counted* counted(std::string_view id) {
    const auto found = std::ranges::find(CountedFacts, id, &Counted::id);
    return found != CountedFacts.end() ? &*found : nullptr;
}

std::string percentText(double share) {
    return std::to_string(std::lround(share * 100)) + "\u202f%";
}

/// A number beyond those of the others: far above them, and by at least so much.
bool isBeyond(double own, std::vector<double> all, double step) {
    const auto scale = robustScale(all);
    return scale && scale->score(own) > OutlyingScore && own - scale->median >= step;
}

/// Tells what is different about one run among its peers.
class Explanation {
public:
    /// peers: with the run itself; ordinary: those that are no outliers.
    Explanation(const ClassSummary& summary, const std::vector<std::size_t>& peers, const std::set<std::size_t>& far,
                std::size_t run)
        : m_summary(summary), m_run(summary.runs[run]), m_far(far) {
        for (const std::size_t peer : peers)
            if (summary.runs[peer].tellsEnvironment()) m_peers.push_back(peer);
        for (const std::size_t peer : m_peers)
            m_facts.push_back(comparableFacts(summary.runs[peer].run));
    }

    std::vector<TellingFact> facts() const {
        std::vector<TellingFact> telling;
        if (!m_run.tellsEnvironment() || m_peers.size() < 2) return telling;
        const std::vector<Fact> own = comparableFacts(m_run.run);
        const std::vector<Fact> most = majority();
        for (FactDifference& fact : environmentDifferences(most, own)) {
            if (findFact(most, fact.id) == nullptr) continue;
            const std::size_t shared = count([&](std::size_t i) { return valueOf(i, fact.id) == fact.a; });
            const std::size_t alike =
                count([&](std::size_t i) { return valueOf(i, fact.id) == fact.b && isOrdinary(i); });
            telling.push_back({std::move(fact), shared, alike});
        }
        for (const Fact& fact : own)
            if (const Counted* each = counted(fact.id)) addNumber(telling, fact, each->step);
        for (const auto& [flag, share] : m_run.flagShares)
            addFlag(telling, flag, share);
        std::ranges::stable_sort(telling, {}, [](const TellingFact& each) { return rankOf(each.fact.id); });
        return telling;
    }

private:
    static std::size_t rankOf(std::string_view id) {
        const std::string_view kind = id.starts_with("flag.") ? "flag" : id;
        return static_cast<std::size_t>(std::ranges::find(LikeliestFirst, kind) - LikeliestFirst.begin());
    }

    std::size_t count(const std::function<bool(std::size_t)>& matches) const {
        std::size_t found = 0;
        for (std::size_t i = 0; i < m_peers.size(); ++i)
            found += matches(i) ? 1 : 0;
        return found;
    }
    bool isOrdinary(std::size_t i) const { return !m_far.contains(m_peers[i]); }
    std::optional<std::string> valueOf(std::size_t i, std::string_view id) const {
        const Fact* const fact = findFact(m_facts[i], id);
        return fact != nullptr ? fact->value : std::nullopt;
    }

    /// Facts of which more than half of the peers have the same.
    std::vector<Fact> majority() const {
        std::vector<Fact> common;
        for (const std::vector<Fact>& facts : m_facts) {
            for (const Fact& fact : facts) {
                const bool isTelling = std::ranges::count(Untelling, fact.id) == 0 && counted(fact.id) == nullptr;
                if (!isTelling || findFact(common, fact.id) != nullptr) continue;
                const std::size_t shared = count([&](std::size_t i) { return valueOf(i, fact.id) == fact.value; });
                if (2 * shared > m_peers.size()) common.push_back(fact);
            }
        }
        return common;
    }

    void addNumber(std::vector<TellingFact>& telling, const Fact& fact, double step) const {
        const auto own = leadingNumber(fact.value);
        if (!own) return;
        std::vector<double> all;
        for (std::size_t i = 0; i < m_peers.size(); ++i)
            if (const auto number = leadingNumber(valueOf(i, fact.id))) all.push_back(*number);
        if (!isBeyond(*own, all, step)) return;
        const double middle = robustScale(all)->median;
        const auto text = [](double number) { return numberText(std::round(number * 100) / 100); };
        telling.push_back({{fact.id, fact.title, text(middle), fact.value}, 0, 0});
    }

    void addFlag(std::vector<TellingFact>& telling, const std::string& flag, double own) const {
        std::vector<double> all;
        for (const std::size_t peer : m_peers) {
            const auto& shares = m_summary.runs[peer].flagShares;
            const auto found = shares.find(flag);
            all.push_back(found != shares.end() ? found->second : 0);
        }
        if (!isBeyond(own, all, FlagStep)) return;
        telling.push_back(
            {{"flag." + flag, "Samples flagged " + flag, percentText(robustScale(all)->median), percentText(own)},
             0,
             0});
    }

    const ClassSummary& m_summary;
    const ClassRun& m_run;
    const std::set<std::size_t>& m_far;
    std::vector<std::size_t> m_peers;
    std::vector<std::vector<Fact>> m_facts;  ///< of each peer
};

/// The runs that a run is compared with: those on its machine, or all.
struct Peers {
    std::optional<std::size_t> machine;
    std::vector<Number> numbers;
};

std::vector<Peers> peersOf(const ClassSummary& summary, const std::vector<Number>& numbers) {
    std::vector<Peers> all{{std::nullopt, numbers}};
    for (std::size_t machine = 0; machine < summary.machines.size(); ++machine) {
        const ClassMachine& each = summary.machines[machine];
        if (each.usableCpus == 0) continue;  // it is not known whether they are on one
        Peers own{machine, {}};
        std::ranges::copy_if(numbers, std::back_inserter(own.numbers),
                             [&](const Number& number) { return std::ranges::count(each.runs, number.run) > 0; });
        if (own.numbers.size() >= FewestPeers) all.push_back(std::move(own));
    }
    return all;
}

/// Those of a machine of their own are not compared with the class.
bool isComparedWith(const Peers& peers, const std::vector<Peers>& all, const Number& number) {
    if (peers.machine) return true;
    return std::ranges::none_of(all, [&](const Peers& each) {
        return each.machine && std::ranges::count(each.numbers, number.run, &Number::run) > 0;
    });
}

void findFar(const ClassSummary& summary, std::size_t curve, ClassMeasure measure, const std::vector<Number>& numbers,
             std::vector<ClassOutlier>& found) {
    const std::vector<Peers> all = peersOf(summary, numbers);
    for (const Peers& peers : all) {
        if (peers.numbers.size() < FewestPeers) continue;
        std::vector<double> logs;
        for (const Number& number : peers.numbers)
            logs.push_back(number.log);
        const auto scale = robustScale(logs);
        if (!scale) continue;
        for (const Number& number : peers.numbers) {
            const bool holdsMedian = number.interval.low <= scale->median && scale->median <= number.interval.high;
            const double score = scale->score(number.nearest);
            const bool isNear = std::fabs(number.nearest - scale->median) < std::log(LeastFactor);
            if (std::fabs(score) <= OutlyingScore || isNear || holdsMedian || !isComparedWith(peers, all, number))
                continue;
            found.push_back({number.run,
                             curve,
                             measure,
                             number.value,
                             std::exp(scale->median),
                             score,
                             peers.machine,
                             peers.numbers.size(),
                             summary.runs[number.run].tellsEnvironment(),
                             {}});
        }
    }
}

std::vector<std::size_t> allRuns(const ClassSummary& summary) {
    std::vector<std::size_t> runs(summary.runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i)
        runs[i] = i;
    return runs;
}

}  // namespace

std::vector<ClassOutlier> classOutliers(const ClassSummary& summary) {
    std::vector<ClassOutlier> found;
    for (std::size_t curve = 0; curve < summary.curves.size(); ++curve) {
        findFar(summary, curve, ClassMeasure::BreakEven, breakEvensOf(summary.curves[curve]), found);
        findFar(summary, curve, ClassMeasure::Speedup, speedupsOf(summary.curves[curve]), found);
    }
    std::set<std::size_t> far;
    for (const ClassOutlier& outlier : found)
        far.insert(outlier.run);
    std::map<std::pair<std::size_t, std::optional<std::size_t>>, std::vector<TellingFact>> told;  // by run and peers
    for (ClassOutlier& outlier : found) {
        const auto [known, isNew] = told.try_emplace({outlier.run, outlier.machine});
        if (isNew) {
            const auto peers = outlier.machine ? summary.machines[*outlier.machine].runs : allRuns(summary);
            known->second = Explanation(summary, peers, far, outlier.run).facts();
        }
        outlier.facts = known->second;
    }
    std::ranges::stable_sort(found, {}, [](const ClassOutlier& each) { return std::pair(each.run, each.curve); });
    return found;
}

}  // namespace breakeven
