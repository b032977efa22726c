#include "core/os/memory.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <limits>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

namespace {

constexpr ByteCount Most = std::numeric_limits<ByteCount>::max();

bool isZero(const MemoryBlock& block) {
    return std::all_of(block.bytes().begin(), block.bytes().end(), [](std::byte b) { return b == std::byte{0}; });
}

/// Runs the function in a forked child; true when it returned true there.
template <class Function>
bool inChild(Function function) {
    const pid_t pid = fork();
    if (pid == 0) _exit(function() ? 0 : 1);
    int status = -1;
    waitpid(pid, &status, 0);
    return status == 0;
}

}  // namespace

class TestMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsAndSumsAreAbsentOnOverflow() {
        QCOMPARE(checkedProduct(1'000'000, 8).value(), ByteCount{8'000'000});
        QCOMPARE(checkedProduct(Most, 1).value(), Most);
        QCOMPARE(checkedProduct(0, Most).value(), ByteCount{0});
        QVERIFY(!checkedProduct(Most / 2 + 1, 2));
        QCOMPARE(checkedSum(Most - 1, 1).value(), Most);
        QVERIFY(!checkedSum(Most, 1));
    }

    /// The superuser may start as many as there can be.
    void aLargeBlockNeedsNoThreads() {
        QVERIFY(inChild([] {
            const rlimit one{1, 1};
            if ((geteuid() == 0 && setuid(65534) != 0) || setrlimit(RLIMIT_NPROC, &one) != 0) return false;
            const auto block = MemoryBlock::create(100'000'000, Sharing::Shared);
            return block && isZero(*block);
        }));
    }

    void availableMemoryIsPlausible() {
        const AvailableMemory memory = availableMemory();
        QVERIFY(memory.bytes > 1'000'000);
        QVERIFY(memory.reason == "MemAvailable" || memory.reason == "cgroup limit");
    }

    /// Where /proc is not mounted, the kernel is asked without it.
    void systemMemoryIsKnownWithoutProc() {
        const AvailableMemory told = systemMemory("MemTotal: 9 kB\nMemAvailable:    123 kB\n");
        QCOMPARE(told.bytes, ByteCount{123 * 1024});
        QCOMPARE(told.reason, std::string("MemAvailable"));
        struct sysinfo now {};
        QCOMPARE(sysinfo(&now), 0);
        for (const char* text : {"", "MemTotal: 9 kB\n"}) {
            const AvailableMemory asked = systemMemory(text);
            QVERIFY(asked.bytes > 1'000'000);
            QVERIFY(asked.bytes <= now.totalram * now.mem_unit);
            QCOMPARE(asked.reason, std::string("sysinfo without /proc"));
        }
    }

    void cgroupLeavesTheLimitMinusWhatCannotBeGivenBack() {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        const auto write = [&root](const std::string& path, const std::string& text) {
            std::filesystem::create_directories((root / path).parent_path());
            std::ofstream(root / path) << text;
        };
        QVERIFY(!cgroupMemoryLeft("0::/a\n", root));
        write("a/memory.max", "max\n");
        write("a/memory.current", "900\n");
        QVERIFY(!cgroupMemoryLeft("0::/a\n", root));
        write("memory.max", "5000\n");
        write("memory.current", "2000\n");
        QCOMPARE(cgroupMemoryLeft("0::/a\n", root).value(), ByteCount{3000});
        write("memory.stat", "anon 10\ninactive_file 500\n");
        QCOMPARE(cgroupMemoryLeft("0::/a\n", root).value(), ByteCount{3500});
        write("a/memory.max", "800\n");
        QCOMPARE(cgroupMemoryLeft("0::/a\n", root).value(), ByteCount{0});

        write("memory/j/memory.limit_in_bytes", "700\n");
        write("memory/j/memory.usage_in_bytes", "600\n");
        write("memory/j/memory.stat", "inactive_file 1\ntotal_inactive_file 50\n");
        QCOMPARE(cgroupMemoryLeft("4:memory:/j\n", root).value(), ByteCount{150});
    }

    void blocksAreZeroedAlignedAndWritable() {
        for (const Sharing sharing : {Sharing::Private, Sharing::Shared}) {
            auto block = MemoryBlock::create(3'000'001, sharing);
            QVERIFY(block.has_value());
            QCOMPARE(block->bytes().size(), std::size_t{3'000'001});
            QCOMPARE(reinterpret_cast<std::uintptr_t>(block->bytes().data()) % 4096, std::uintptr_t{0});
            QVERIFY(isZero(*block));
            block->bytes().back() = std::byte{1};
            QVERIFY(!isZero(*block));
            QCOMPARE(block->fd() >= 0, sharing == Sharing::Shared);
        }
    }

    void anEmptyBlockIsABlock() {
        QVERIFY(MemoryBlock::create(0, Sharing::Private)->bytes().empty());
        QVERIFY(MemoryBlock::create(0, Sharing::Shared)->bytes().empty());
    }

    void movesLeaveNothingBehind() {
        auto first = MemoryBlock::create(100, Sharing::Shared);
        const std::byte* data = first->bytes().data();
        MemoryBlock second = std::move(*first);
        QVERIFY(first->bytes().empty());
        QCOMPARE(first->fd(), -1);
        const int oldFd = second.fd();
        second = *MemoryBlock::create(5, Sharing::Private);
        QVERIFY(second.bytes().data() != data);
        QCOMPARE(fcntl(oldFd, F_GETFD), -1);
    }

    void aChildSharesOnlyASharedBlock() {
        auto shared = MemoryBlock::create(10'000, Sharing::Shared);
        auto own = MemoryBlock::create(10'000, Sharing::Private);
        QVERIFY(inChild([&] {
            own->bytes()[5] = std::byte{9};
            shared->bytes()[9'999] = std::byte{7};
            return true;
        }));
        QVERIFY(shared->bytes()[9'999] == std::byte{7});
        QVERIFY(own->bytes()[5] == std::byte{0});
    }

    void aDescriptorCanBeMappedElsewhere() {
        auto block = MemoryBlock::create(10'000, Sharing::Shared);
        QVERIFY(inChild([&] {
            auto mapped = MemoryBlock::map(block->fd(), 10'000);
            if (!mapped || mapped->bytes().data() == block->bytes().data()) return false;
            mapped->bytes()[1] = std::byte{3};
            return true;
        }));
        QVERIFY(block->bytes()[1] == std::byte{3});
        { const auto again = MemoryBlock::map(block->fd(), 10); }
        QVERIFY(fcntl(block->fd(), F_GETFD) >= 0);  // mapping does not take it over
    }

    void whatCouldFaultLaterIsRefusedWhenMapped() {
        auto block = MemoryBlock::create(4'096, Sharing::Shared);
        QVERIFY(!MemoryBlock::map(block->fd(), 8'192));
        QVERIFY(!MemoryBlock::map(-1, 1));
        const int unsealed = memfd_create("test", MFD_CLOEXEC | MFD_ALLOW_SEALING);
        QCOMPARE(ftruncate(unsealed, 4'096), 0);
        QVERIFY(!MemoryBlock::map(unsealed, 4'096));
        ::close(unsealed);
    }

    void aSharedBlockKeepsItsSizeAndStaysInTheProcess() {
        auto block = MemoryBlock::create(4'096, Sharing::Shared);
        QCOMPARE(ftruncate(block->fd(), 0), -1);
        QCOMPARE(ftruncate(block->fd(), 8'192), -1);
        QVERIFY((fcntl(block->fd(), F_GETFD) & FD_CLOEXEC) != 0);
    }

    void absurdSizesAreErrors() {
        // A net for the machine, should the check ever be lost: asked for such a block, the kernel gives out all it
        // has.
        constexpr rlim_t Net = 1 << 20;
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit net{Net, before.rlim_max};
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &net), 0);
        std::vector<Error> errors;
        for (const Sharing sharing : {Sharing::Private, Sharing::Shared}) {
            for (const std::size_t bytes : {std::size_t{1} << 46, std::numeric_limits<std::size_t>::max()}) {
                if (const auto block = MemoryBlock::create(bytes, sharing); !block) errors.push_back(block.error());
            }
        }
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);

        QCOMPARE(errors.size(), std::size_t{4});
        for (const Error& error : errors) {
            QVERIFY(error.code == ErrorCode::Internal);
            QVERIFY2(error.detail.find(" could not be had: only ") != std::string::npos, error.detail.c_str());
        }
        QVERIFY(errors.front().detail.starts_with("memory: 70.4\u202fTB could not be had: "));
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
