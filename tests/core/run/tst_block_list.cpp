#include "core/os/memory.h"
#include "core/run/block_list.h"

#include <QtTest>

#include <optional>

using namespace breakeven;

namespace {

ListRecipe recipeOf(const std::string& workload, ItemCount size) {
    return {.workload = workload, .params = {}, .size = size};
}

std::string errorOf(const ListRecipe& recipe, ErrorCode expected) {
    const auto list = BlockList::prepare(recipe, Sharing::Private, 1);
    if (list) return "no error";
    return (list.error().code == expected ? "" : "another code: ") + list.error().detail;
}

Digest digestOf(const ListRecipe& recipe, std::uint64_t seed) {
    const auto list = BlockList::prepare(recipe, Sharing::Private, seed);
    list->workload().run(0, recipe.size);
    return list->workload().digest();
}

}  // namespace

class TestBlockList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOutputIsRightWhenItEqualsSerials() {
        const auto list = BlockList::prepare(recipeOf("square", 10), Sharing::Private, 1);
        QVERIFY(list);
        Workload& workload = list->workload();
        workload.run(0, 10);
        auto known = *BlockList::prepare(list->recipe(), Sharing::Private, 1);
        QVERIFY(!known.hasExpected());
        QCOMPARE(known.outputIsRight(), std::optional<bool>());
        known.expect(workload.digest());
        QVERIFY(known.hasExpected());
        QCOMPARE(known.outputIsRight(), std::optional(false));
        known.workload().run(0, 9);
        QCOMPARE(known.outputIsRight(), std::optional(false));
        known.workload().run(9, 10);
        QCOMPARE(known.outputIsRight(), std::optional(true));
    }

    void theSeedMakesTheList() {
        const auto recipe = recipeOf("rows-in-range", 1000);
        QVERIFY(sameDigest(digestOf(recipe, 1), digestOf(recipe, 1), 0));
        QVERIFY(!sameDigest(digestOf(recipe, 1), digestOf(recipe, 2), 0));
    }

    void aListOfOneItemIsAList() {
        const auto list = BlockList::prepare(recipeOf("square", 1), Sharing::Shared, 1);
        QVERIFY(list);
        QCOMPARE(list->recipe().size, ItemCount{1});
    }

    /// Workers that get their items serialised need the recipe alone.
    void aPrivateListHasNoMemoryToShare() {
        const auto recipe = recipeOf("square", 10);
        const auto list = BlockList::prepare(recipe, Sharing::Private, 1);
        QCOMPARE(list->shared().memoryFd, -1);
        QCOMPARE(list->shared().recipe, writeRecipe(recipe));
    }

    /// A worker process has the recipe and the descriptor only, and must find the same input behind them.
    void aSharedListCanBeBoundAgain() {
        auto recipe = recipeOf("rows-in-range", 1000);
        recipe.params = {{"minimum", 2.0}, {"maximum", 5.0}};
        auto list = *BlockList::prepare(recipe, Sharing::Shared, 7);
        const SharedKernel& shared = list.shared();
        const auto memory = MemoryBlock::map(shared.memoryFd, shared.bytes);
        QVERIFY(memory);
        const auto kernel = kernelFromRecipe(shared.recipe, memory->bytes());
        QVERIFY(kernel);
        list.expect(digestOf(recipe, 7));
        QCOMPARE(list.outputIsRight(), std::optional(false));
        (*kernel)->run(0, 1000);
        QCOMPARE(list.outputIsRight(), std::optional(true));
    }

    void unknownWorkloadsAndParametersAreErrors() {
        QCOMPARE(errorOf(recipeOf("abacus", 1), ErrorCode::InvalidInput),
                 std::string("workload: 'abacus' is not known to this version"));
        auto recipe = recipeOf("rows-in-range", 1);
        recipe.params = {{"minimum", 10.0}};
        QCOMPARE(errorOf(recipe, ErrorCode::InvalidInput),
                 std::string("rows-in-range: minimum: 10 is not allowed (a whole number from 0 to 9)"));
        recipe.params = {{"least", 1.0}};
        QCOMPARE(errorOf(recipe, ErrorCode::InvalidInput), std::string("rows-in-range: there is no parameter 'least'"));
    }

    void aListBeyondHalfOfTheMemoryIsRefused() {
        const QString error =
            QString::fromStdString(errorOf(recipeOf("square", 1'000'000'000'000), ErrorCode::Refused));
        const QRegularExpression expected(
            "^square: size 1000000000000 needs 16\\.0\u202fTB \\(allowed is half of the \\d[\\d.]*\u202f[kMGT]?B that "
            "(MemAvailable|cgroup limit) leaves\\)$");
        QVERIFY2(expected.match(error).hasMatch(), qPrintable(error));
    }

    void anInputThatCannotBeHadIsAnError() {
        auto recipe = recipeOf("text-clean", 3);
        recipe.params = {{"folder", "/nowhere/at all"}};
        QCOMPARE(errorOf(recipe, ErrorCode::WorkFailed),
                 std::string("text-clean: folder: '/nowhere/at all' cannot be read: No such file or directory"));
    }

    void aListBeyondAllNumbersIsRefused() {
        const auto error = errorOf(recipeOf("square", ~ItemCount{0}), ErrorCode::Refused);
        QVERIFY2(error.starts_with("square: a list of 18446744073709551615 items is larger"), error.c_str());
    }
};

QTEST_GUILESS_MAIN(TestBlockList)
#include "tst_block_list.moc"
