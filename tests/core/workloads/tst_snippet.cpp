// Sources that are compiled while the program runs: what they may look like, what is said of those that do not compile,
// and what is kept.
#include "core/base/random.h"
#include "core/run/block_list.h"
#include "core/workloads/compiler.h"
#include "core/workloads/snippet_library.h"
#include "tests/core/workloads/bound_list.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <sys/stat.h>

using namespace breakeven;
namespace fs = std::filesystem;

namespace {

/// The input of the first item, which is computed before anything is measured.
const std::string First = QByteArray::number(randomUnit(1, 0), 'g', 17).toStdString();

}  // namespace

class TestSnippet : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    fs::path path(const char* name) const { return m_folder->filePath(name).toStdString(); }
    fs::path kept() const { return path("breakeven/snippets"); }
    static auto entries(const fs::path& folder) {
        return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
    }

    static ListRecipe recipeOf(const std::string& source, ItemCount size = 100) {
        return {.workload = "snippet", .params = {{"source", source}}, .size = size};
    }

    static std::string errorOf(const std::string& source, ErrorCode code = ErrorCode::WorkFailed) {
        const auto list = BlockList::prepare(recipeOf(source), Sharing::Private, 1);
        if (list) return "no error";
        return (list.error().code == code ? "" : "another code: ") + list.error().detail;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CACHE_HOME", m_folder->path().toUtf8());
        qunsetenv("BREAKEVEN_CXX");
    }

    void everyFormIsCalled_data() {
        QTest::addColumn<QString>("source");
        QTest::newRow("function") << "double f(double x) { return 2 * x; }";
        QTest::newRow("template") << "template <class T>\nT f(T x) { return x + x; }";
        QTest::newRow("lambda") << "auto f = [](double x) { return 2 * x; };";
        QTest::newRow("spans") << "void f(std::span<const double> in, std::span<double> out) {\n"
                                  "  for (std::size_t i = 0; i < in.size(); ++i) out[i] = in[i] + in[i];\n}";
        QTest::newRow("span template") << "template <class T>\nvoid f(std::span<const T> in, std::span<T> out) {\n"
                                          "  for (std::size_t i = 0; i < in.size(); ++i) out[i] = T(2) * in[i];\n}";
        QTest::newRow("no last newline, a comment") << "double f(double x) { return 2 * x; } // done";
    }
    void everyFormIsCalled() {
        QFETCH(QString, source);
        const BoundList list(recipeOf(source.toStdString()));
        list.workload->run(40, 100);
        list.workload->run(0, 40);
        for (ItemCount i = 0; i < 100; ++i) {
            QVERIFY(list.input<double>()[i] == randomUnit(1, i));
            QVERIFY(list.output<double>()[i] == 2 * randomUnit(1, i));
        }
    }

    void theUsersLinesAreNamed_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* source, const char* reason) {
            QTest::newRow(name) << source << QString("snippet: ") + reason;
        };
        row("one", "double f(double x) {\n  return x\n}", "line 2: expected ';' before '}' token");
        row("two", "double f(double x) {\n  return y;\n}\nint g() { return z; }",
            "line 2: 'y' was not declared in this scope; line 4: 'z' was not declared in this scope");
        row("six", "int a = q;\nint b = q;\nint c = q;\nint d = q;\nint e = q;\nint g = q;",
            "line 1: 'q' was not declared in this scope; line 2: 'q' was not declared in this scope; line 3: 'q' was "
            "not "
            "declared in this scope; line 4: 'q' was not declared in this scope; line 5: 'q' was not declared in this "
            "scope");
        row("no header", "#include <cmath>\n#include \"none.h\"", "line 2: none.h: No such file or directory");
        row("no end", "double f(double x) {\n  return x;\n", "line 1: expected '}' at end of input");
        row("no library", "double g(double);\ndouble f(double x) { return g(x); }",
            "undefined reference to `g(double)'");
        row("within a header", "#include <vector>\nstruct S { S() = delete; };\nstd::vector<S> all(3);\n",
            "line 3: no matching function for call to 'construct_at(S*&)'; line 3: use of deleted function 'S::S()'");
        const char* const neither =
            "the source defines neither double f(double) nor void f(std::span<const double>, std::span<double>)";
        row("nothing", "", neither);
        row("another name", "double g(double x) { return x; }", neither);
        row("another type", "float f(float x) { return x; }", neither);
    }
    void theUsersLinesAreNamed() {
        QFETCH(QString, source);
        QFETCH(QString, reason);
        QCOMPARE(errorOf(source.toStdString()), reason.toStdString());
        QCOMPARE(entries(kept()), 0);
    }

    void clangIsUnderstoodToo() {
        QCOMPARE(complaintsOf("snippet:1:30: error: expected ';' after return statement\n"
                              "double f(double x) { return x\n                             ^\n"
                              "breakeven:1:21: error: expected '}'\n"
                              "snippet:1:20: note: to match this '{'\n2 errors generated.\n"),
                 std::string("line 1: expected ';' after return statement; line 1: expected '}'"));
    }

    void aSourceWithoutEndIsGivenUp() {
        const std::string reason = errorOf("#include \"/dev/zero\"\ndouble f(double x) { return x; }");
        QVERIFY2(reason.starts_with("snippet: the compiler needs more than "), reason.c_str());
    }

    void whatItThrowsIsSaid() {
        const auto failureWith = [](const std::string& thrown) {
            const BoundList list(recipeOf("#include <stdexcept>\ndouble f(double x) {\n  if (x != " + First +
                                          ") throw " + thrown + ";\n  return 1;\n}"));
            return failureOf([&] { list.workload->run(0, 2); });
        };
        QCOMPARE(failureWith("std::runtime_error(\"no luck\")"), std::string("snippet: no luck"));
        QCOMPARE(failureWith("5"), std::string("snippet: an exception that is not a std::exception"));
    }

    void anOutputThatIsNotWrittenIsSaid() {
        QCOMPARE(errorOf("void f(std::span<const double>, std::span<double>) {}"),
                 std::string("snippet: of the 8 bytes of an item's output 8 were not written"));
    }

    void aLibraryIsMadeOnce() {
        const std::string source = "double f(double x) { return x; }";
        const auto library = snippetLibrary(source);
        QVERIFY(library);
        const auto made = fs::last_write_time(*library);
        QCOMPARE(*snippetLibrary(source), *library);
        QVERIFY(fs::last_write_time(*library) == made);
        QCOMPARE(entries(kept()), 1);
        struct stat info {};
        QCOMPARE(stat(kept().c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t{0700});
    }

    /// What lies there under the right name and is something else is not loaded.
    void whatIsNotTheSameIsMadeAgain() {
        const std::string source = "double f(double x) { return x; }";
        const fs::path folder = fs::path(*snippetLibrary(source)).parent_path();
        for (const char* file : {"source.cpp", "made-with"}) {
            writeFile(QString::fromStdString(folder / file), "something else");
            writeFile(QString::fromStdString(folder / "library.so"), "something else");
            QCOMPARE(fs::path(*snippetLibrary(source)).parent_path(), folder);
            QVERIFY(fs::file_size(folder / "library.so") > 1000);
        }
        QCOMPARE(entries(kept()), 1);
    }

    void aChangedHeaderIsCompiledAgain() {
        const fs::path header = path("my own.h");
        writeFile(QString::fromStdString(header), "inline double f(double x) { return x; }");
        const fs::path library = *snippetLibrary("#include \"" + header.string() + "\"");
        const auto made = fs::last_write_time(library);
        QCOMPARE(fs::path(*snippetLibrary("#include \"" + header.string() + "\"")), library);
        QVERIFY(fs::last_write_time(library) == made);
        fs::last_write_time(header, made + std::chrono::seconds(1));
        QCOMPARE(fs::path(*snippetLibrary("#include \"" + header.string() + "\"")), library);
        QVERIFY(fs::last_write_time(library) != made);
    }

    void rulesAreRead() {
        QCOMPARE(filesUsed("library.so: a.cpp \\\n /b/c\\ d.h e.h\n"),
                 (std::vector<fs::path>{"a.cpp", "/b/c d.h", "e.h"}));
        QVERIFY(filesUsed("").empty());
    }

    void aDamagedLibraryIsMadeAgain() {
        const std::string source = "double f(double x) { return x; }";
        const fs::path library = *snippetLibrary(source);
        writeFile(QString::fromStdString(library), "damaged");
        QCOMPARE(errorOf(source), "snippet: '" + library.string() + "' cannot be loaded: file too short");
        QCOMPARE(errorOf(source), std::string("no error"));
    }

    void aFolderThatOthersCanWriteToIsNotUsed() {
        fs::create_directories(kept());
        fs::permissions(kept(), fs::perms::all);
        qputenv("TMPDIR", m_folder->path().toUtf8());
        const auto library = snippetLibrary("double f(double x) { return x; }");
        qputenv("TMPDIR", m_folder->filePath("none").toUtf8());
        QCOMPARE(errorOf("double f(double x) { return x; }", ErrorCode::Unwritable),
                 "snippet: a folder is needed that only you can write to (tried: " + kept().string() + ")");
        qunsetenv("TMPDIR");
        QVERIFY(library);
        QVERIFY2(library->starts_with(path("breakeven-snippets-").string()), library->c_str());
        QCOMPARE(entries(kept()), 0);
    }

    void whatWasLeftBehindGoes() {
        fs::create_directories(kept() / ".new-old");
        fs::create_directories(kept() / ".new-young");
        fs::permissions(kept(), fs::perms::owner_all);
        fs::last_write_time(kept() / ".new-old", fs::file_time_type::clock::now() - std::chrono::hours(2));
        QVERIFY(snippetLibrary("double f(double x) { return x; }"));
        QVERIFY(!fs::exists(kept() / ".new-old"));
        QVERIFY(fs::exists(kept() / ".new-young"));
    }

    void anotherCompilerCompilesAgain() {
        const std::string source = "double f(double x) { return x; }";
        const std::string library = *snippetLibrary(source);
        writeFile(m_folder->filePath("c++"), "#!/bin/sh\nexec /usr/bin/c++ \"$@\"\n");
        fs::permissions(path("c++"), fs::perms::owner_all);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", m_folder->path().toUtf8() + ':' + before);
        const auto again = snippetLibrary(source);
        qputenv("PATH", before);
        QVERIFY(again && *again != library);
        QCOMPARE(*snippetLibrary(source), library);
    }

    void withoutACompilerItIsSaidWhatBringsOne() {
        qputenv("BREAKEVEN_CXX", "/nonexistent/c++");
        QVERIFY(!findCompiler());
        QCOMPARE(errorOf("double f(double x) { return x; }", ErrorCode::Refused),
                 std::string("snippet: no C++ compiler is found (package g++ brings it; BREAKEVEN_CXX names "
                             "'/nonexistent/c++')"));
        QCOMPARE(entries(kept()), 0);
        qunsetenv("BREAKEVEN_CXX");
        QVERIFY(findCompiler());
    }
};

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
