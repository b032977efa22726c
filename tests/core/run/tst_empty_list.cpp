#include "core/engine/make_pool.h"
#include "core/engine/processes/zygote.h"
#include "core/run/cached_list.h"
#include "core/run/empty_list.h"

#include <QtTest>

#include <array>
#include <memory>
#include <string>

using namespace breakeven;

class TestEmptyList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyBackendCanCallIt_data() {
        QTest::addColumn<QString>("backend");
        for (const Backend& backend : backends())
            QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }
    void everyBackendCanCallIt() {
        QFETCH(QString, backend);
        const Backend* const entry = findBackend(backend.toStdString());
        const auto sharing = entry->info.needsSharedMemory ? Sharing::Shared : Sharing::Private;
        const WorkerCount workers = entry->info.usesWorkers ? 2 : 1;
        auto pool = makePool(*entry, {.workers = workers});
        QVERIFY(pool);
        for (const EmptyListShape& shape : {EmptyListShape{}, EmptyListShape{2, 0, 0}, EmptyListShape{100, 8, 0},
                                            EmptyListShape{100, 0, 8}, EmptyListShape{3, 100'000, 50'000}}) {
            const auto list = EmptyList::create(shape, sharing);
            QVERIFY(list);
            const ListCall call = list->call(workers);
            QCOMPARE(call.job.size, shape.items);
            for (int i = 0; i < 2; ++i) {
                const auto report = executeCall(**pool, call.job, call.options);
                QVERIFY2(report, report ? "" : report.error().detail.c_str());
            }
        }
    }

    void itsKernelTravelsByItsRecipe() {
        const auto list = EmptyList::create({10, 3, 5}, Sharing::Private);
        QVERIFY(list);
        const ListCall call = list->call(2);
        QVERIFY(isEmptyListRecipe(call.job.shared->recipe));
        QCOMPARE(call.job.shared->bytes, std::size_t{80});
        std::array<std::byte, 80> memory{};
        auto kernel = listKernel(call.job.shared->recipe, memory);
        QVERIFY(kernel);

        std::string input;
        call.job.kernel.pack(Side::Input, 2, 4, input);
        QCOMPARE(input.size(), std::size_t{6});
        (*kernel)->unpack(Side::Input, 2, 4, input);
        QVERIFY(memory[6] != std::byte{} && memory[11] != std::byte{});
        QVERIFY(memory[5] == std::byte{} && memory[12] == std::byte{});
        std::string output;
        (*kernel)->pack(Side::Output, 9, 10, output);
        QCOMPARE(output.size(), std::size_t{5});
        (*kernel)->unpack(Side::Output, 0, 1, "abcde");  // behind the 30 bytes of all inputs
        QVERIFY(memory[30] == std::byte{'a'} && memory[34] == std::byte{'e'} && memory[0] == std::byte{});
        QVERIFY_EXCEPTION_THROWN((*kernel)->unpack(Side::Output, 9, 10, "1234"), std::runtime_error);
    }

    void otherRecipesAreErrors_data() {
        QTest::addColumn<QString>("recipe");
        for (const char* recipe : {"", "empty-list ", "empty-list 1 2", "empty-list 1 x 2", "empty-list -1 1 1",
                                   "empty-list 11 5 5", "empty-list 18446744073709551615 2 0"})
            QTest::newRow(recipe) << recipe;
    }
    void otherRecipesAreErrors() {
        QFETCH(QString, recipe);
        std::array<std::byte, 100> memory{};
        const auto kernel = emptyListKernel(recipe.toStdString(), memory);
        QVERIFY(!kernel);
        QCOMPARE(kernel.error().code, ErrorCode::InvalidInput);
    }

    void refusesMoreThanCanBeAddressed() {
        const auto list = EmptyList::create({ItemCount{1} << 60, 100, 0}, Sharing::Private);
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::Refused);
    }
};

int main(int argc, char** argv) {
    if (!startZygote(listKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestEmptyList test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_empty_list.moc"
