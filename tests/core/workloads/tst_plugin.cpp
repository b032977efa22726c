// Libraries with the C interface: one that works, and all that can be wrong with one.
#include "core/run/block_list.h"
#include "core/workloads/plugin.h"
#include "tests/core/workloads/bound_list.h"

#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace breakeven;

namespace {

/// A library whose items are a byte and whose members the test replaces.
constexpr const char* Template = R"(#include <breakeven/plugin.h>
static int generate(void* in, uint64_t b, uint64_t e, uint64_t seed, char* message, size_t room) {
    for (uint64_t i = b; i < e; ++i) ((unsigned char*)in)[i] = (unsigned char)(seed + i);
    return 0;
}
static int run(const void* input, void* output, uint64_t begin, uint64_t end, char* message, size_t room) {
    const unsigned char* in = input;
    unsigned char* out = output;
    for (uint64_t i = begin; i < end; ++i) { BODY }
    return 0;
}
const struct breakeven_workload* breakeven_plugin(void) {
    static const struct breakeven_workload workload = {VERSION, "Test", INPUT, OUTPUT, GENERATE, RUN};
    return WORKLOAD;
}
)";

}  // namespace

class TestPlugin : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    /// A fresh library, since one that is loaded stays loaded. Options: "-DNAME=VALUE".
    std::string build(QStringList options, const std::string& source = Template) {
        const QString base = m_folder.filePath(QString("library%1").arg(++m_count));
        writeFile(base + ".c", source);
        const QStringList defaults{"BODY=out[i] = in[i] ^ 1;", "VERSION=1", "INPUT=1",           "OUTPUT=1",
                                   "GENERATE=generate",        "RUN=run",   "WORKLOAD=&workload"};
        for (const QString& each : defaults)
            if (options.filter("-D" + each.section('=', 0, 0) + "=").isEmpty()) options += "-D" + each;
        options += {"-I" + qEnvironmentVariable("BREAKEVEN_TEST_INCLUDE"),
                    "-w",
                    "-shared",
                    "-fPIC",
                    "-o",
                    base + ".so",
                    base + ".c"};
        if (QProcess::execute("cc", options) != 0) qFatal("The library cannot be compiled");
        return (base + ".so").toStdString();
    }

    static ListRecipe recipeOf(const std::string& file, ItemCount size = 10) {
        return {.workload = "plugin", .params = {{"file", file}}, .size = size};
    }

    static std::string errorOf(const ListRecipe& recipe, ErrorCode code = ErrorCode::WorkFailed) {
        const auto list = BlockList::prepare(recipe, Sharing::Private, 1);
        if (list) return "no error";
        return (list.error().code == code ? "" : "another code: ") + list.error().detail;
    }

private Q_SLOTS:
    void collatzIsByHand() {
        const std::string file = qEnvironmentVariable("BREAKEVEN_TEST_PLUGIN").toStdString();
        QCOMPARE(*listBytes(recipeOf(file, 4)), ByteCount{128});
        QCOMPARE(*listBytes(recipeOf(file, 100)), ByteCount{832 + 448});
        const BoundList list(recipeOf(file, 4));
        list.workload->run(1, 4);
        list.workload->run(0, 1);
        QVERIFY(std::ranges::equal(list.slots<std::uint64_t>(0, 4), std::vector<std::uint64_t>{2, 3, 4, 5}));
        QVERIFY(std::ranges::equal(list.slots<std::uint32_t>(64, 4), std::vector<std::uint32_t>{1, 7, 2, 5}));
    }

    void whatIsNoPluginIsSaid() {
        const std::string missing = path("none.so");
        QCOMPARE(errorOf(recipeOf(missing)), "plugin: '" + missing + "' cannot be read: No such file or directory");
        QCOMPARE(errorOf(recipeOf("")), std::string("plugin: file: '' is not allowed (a shared library)"));
        QCOMPARE(errorOf(recipeOf("/")), std::string("plugin: '/' cannot be read: it is no file"));
        QCOMPARE(errorOf(recipeOf("/dev/zero")), std::string("plugin: '/dev/zero' cannot be read: it is no file"));
        const std::string text = path("text.so");
        writeFile(QString::fromStdString(text),
                  "a text that is long enough to be looked at as a library would be, or so");
        QCOMPARE(errorOf(recipeOf(text)), "plugin: '" + text + "' cannot be loaded: invalid ELF header");
        const std::string bare = build({}, "int nothing;");
        QCOMPARE(errorOf(recipeOf(bare)),
                 "plugin: '" + bare + "' has no function breakeven_plugin (see <breakeven/plugin.h>)");
    }

    void whatAPluginMayNotSayIsSaid_data() {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* option, const char* reason) { QTest::newRow(option) << option << reason; };
        row("-DVERSION=7", "speaks version 7 (this program speaks 1)");
        row("-DVERSION=0", "speaks version 0 (this program speaks 1)");
        row("-DWORKLOAD=NULL", "describes no workload: breakeven_plugin() returns NULL");
        row("-DOUTPUT=0", "has items of 0 bytes of output (allowed are 1 to 1073741824)");
        row("-DOUTPUT=1073741825", "has items of 1073741825 bytes of output (allowed are 1 to 1073741824)");
        row("-DINPUT=-1", "has items of 18446744073709551615 bytes of input (allowed are 0 to 1073741824)");
        row("-DRUN=NULL", "has no function run");
        row("-DGENERATE=NULL", "has no function generate, though its items have an input");
    }
    void whatAPluginMayNotSayIsSaid() {
        QFETCH(QString, option);
        QFETCH(QString, reason);
        const std::string file = build({option});
        QCOMPARE(errorOf(recipeOf(file)), "plugin: '" + file + "' " + reason.toStdString());
    }

    void itsSlotsCountAsMemory() {
        const std::string file = build({"-DINPUT=1073741824", "-DOUTPUT=1073741824"});
        QCOMPARE(
            errorOf(recipeOf(file, ItemCount{1} << 40), ErrorCode::Refused),
            std::string("plugin: a list of 1099511627776 items is larger than any memory (choose a smaller size)"));
        const QString much = QString::fromStdString(errorOf(recipeOf(file, 1'000'000), ErrorCode::Refused));
        QVERIFY2(much.startsWith("plugin: size 1000000 needs 2\u202f150\u202fTB (allowed is half of the "),
                 qPrintable(much));
    }

    void whatItComplainsOfIsSaid() {
        const std::string talking =
            build({"-DBODY=if (i == 2) { strcpy(message, \"no\\nluck\"); return 5; } out[i] = 1;", "-includestring.h"});
        const BoundList list(recipeOf(talking));
        QCOMPARE(failureOf([&] { list.workload->run(0, 10); }), std::string("plugin: Test: no\nluck"));
        const BoundList silent(recipeOf(build({"-DBODY=if (i == 2) return 5; out[i] = 1;"})));
        QCOMPARE(failureOf([&] { silent.workload->run(0, 10); }), std::string("plugin: Test: error 5"));
        const BoundList rude(recipeOf(
            build({"-DBODY=if (i == 2) { memset(message, 'x', room); return 5; } out[i] = 1;", "-includestring.h"})));
        QCOMPARE(failureOf([&] { rude.workload->run(0, 10); }), "plugin: Test: " + std::string(1024, 'x'));
    }

    void anOutputThatIsNotWrittenIsSaid() {
        QCOMPARE(errorOf(recipeOf(build({"-DBODY="}))),
                 std::string("plugin: Test: of the 1 bytes of an item's output 1 were not written"));
        QCOMPARE(errorOf(recipeOf(build({"-DOUTPUT=8", "-DBODY=out[8 * i] = 1; out[8 * i + 4] = 0xFF;"}))),
                 std::string("plugin: Test: of the 8 bytes of an item's output 6 were not written"));
        QCOMPARE(errorOf(recipeOf(build({"-DBODY=out[i] = 0xFF;"}))), std::string("no error"));
        QCOMPARE(errorOf(recipeOf(build({"-DBODY=out[i] = 0;"}))), std::string("no error"));
    }

    void itemsMayDoWithoutInput() {
        const BoundList list(recipeOf(build({"-DINPUT=0", "-DGENERATE=NULL", "-DBODY=out[i] = i;"}), 100));
        list.workload->run(0, 100);
        QCOMPARE(list.slots<std::uint8_t>(0, 100)[99], std::uint8_t{99});
        std::string bytes;
        list.workload->pack(Side::Input, 0, 100, bytes);
        list.workload->unpack(Side::Input, 0, 100, bytes);
        QCOMPARE(bytes, std::string());
    }
};

QTEST_GUILESS_MAIN(TestPlugin)
#include "tst_plugin.moc"
