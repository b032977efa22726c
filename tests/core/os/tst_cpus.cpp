#include "core/os/cgroup.h"
#include "core/os/cpus.h"
#include "tests/support/one_cpu.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <fstream>

using namespace breakeven;
namespace fs = std::filesystem;

class TestCpus : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::string root() const { return m_folder->path().toStdString(); }
    void write(const std::string& path, const std::string& text) const {
        const fs::path full = fs::path(root()) / path;
        fs::create_directories(full.parent_path());
        std::ofstream(full) << text;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void v2TakesTheSmallestQuotaAlongThePath() {
        write("a/cpu.max", "150000 100000\n");
        write("a/b/cpu.max", "400000 100000\n");
        QCOMPARE(cgroupQuota("0::/a/b\n", root()).value(), 1.5);
        write("a/b/cpu.max", "50000 100000\n");
        QCOMPARE(cgroupQuota("0::/a/b\n", root()).value(), 0.5);
    }

    void v2ReadsTheMountPointItself() {
        write("cpu.max", "200000 100000\n");
        QCOMPARE(cgroupQuota("0::/\n", root()).value(), 2.0);
        // Inside a container the path may be the host's and not exist here.
        QCOMPARE(cgroupQuota("0::/docker/0123abcd\n", root()).value(), 2.0);
    }

    void aGroupOutsideTheMountPointLeavesTheMountPoint() {
        write("cpu.max", "100000 100000\n");
        write("mount/cpu.max", "200000 100000\n");
        QCOMPARE(cgroupQuota("0::/../..\n", root() + "/mount").value(), 2.0);
        QCOMPARE(cgroupQuota("0::/..\n", root() + "/mount").value(), 2.0);
    }

    void otherGroupsDoNotCount() {
        write("a/cpu.max", "max 100000\n");
        write("c/cpu.max", "100000 100000\n");
        QVERIFY(!cgroupQuota("0::/a\n", root()));
    }

    void v1ReadsQuotaAndPeriodOfItsController() {
        write("cpu,cpuacct/job/cpu.cfs_quota_us", "300000\n");
        write("cpu,cpuacct/job/cpu.cfs_period_us", "200000\n");
        QCOMPARE(cgroupQuota("5:memory:/job\n3:cpu,cpuacct:/job\n", root()).value(), 1.5);
    }

    void v1FindsTheControllerUnderItsShortName() {
        write("cpu/cpu.cfs_quota_us", "70000\n");
        write("cpu/cpu.cfs_period_us", "100000\n");
        QCOMPARE(cgroupQuota("3:cpu,cpuacct:/job\n", root()).value(), 0.7);
    }

    void v1WithoutALimitHasNone() {
        write("cpu/cpu.cfs_quota_us", "-1\n");
        write("cpu/cpu.cfs_period_us", "100000\n");
        QVERIFY(!cgroupQuota("1:cpu:/\n", root()));
    }

    void groupsThatAreNotMountedAreNotNone() {
        QVERIFY(!showsCgroups("0::/job\n", root(), "cpu"));
        QVERIFY(showsCgroups("", root(), "cpu"));  // a kernel without groups has no quotas
        write("cgroup.procs", "1\n");
        QVERIFY(showsCgroups("0::/job\n", root(), "cpu"));
        QVERIFY(!showsCgroups("3:cpu,cpuacct:/job\n", root(), "cpu"));
        write("cpu/cgroup.procs", "1\n");
        QVERIFY(showsCgroups("3:cpu,cpuacct:/job\n", root(), "cpu"));
    }

    void hybridMachinesAreReadThroughBoth() {
        write("cpu/cpu.cfs_quota_us", "300000\n");
        write("cpu/cpu.cfs_period_us", "100000\n");
        write("unified/s/cpu.max", "250000 100000\n");
        QCOMPARE(cgroupQuota("1:cpu:/\n0::/s\n", root()).value(), 2.5);
        QCOMPARE(cgroupQuota("1:cpu:/\n0::/\n", root()).value(), 3.0);
    }

    void unusableTextsAreNoQuota_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "max 100000", "max", "abc def", "100000", "100000 0", "-5 100000", "0 100000"})
            QTest::newRow(text) << text;
    }
    void unusableTextsAreNoQuota() {
        QFETCH(const QString, text);
        write("cpu.max", text.toStdString());
        QVERIFY(!cgroupQuota("0::/\n", root()));
    }

    void unusableCgroupTextsAreNoQuota() {
        write("cpu.max", "100000 100000\n");
        for (const char* text : {"", "\n", "nonsense", "1:cpu", ":", "::", "4:cpuset:/x\n"})
            QVERIFY2(!cgroupQuota(text, root()), text);
        QVERIFY(!cgroupQuota("0::/\n", root() + "/missing"));
    }

    void ownGroupComesFirstAndTheMountPointLast() {
        const auto folders = cgroupFolders("2:cpu:/a/b\n", "/r", "cpu");
        QCOMPARE(folders.size(), std::size_t{3});
        QCOMPARE(folders.front().string(), std::string("/r/cpu/a/b"));
        QCOMPARE(folders.back().string(), std::string("/r/cpu"));
    }

    void affinityMaskLimitsTheCpus() {
        int before = 0;
        {
            const OneCpu pinned;
            QVERIFY(pinned.holds());
            const UsableCpus limited = usableCpus();
            QCOMPARE(limited.affinity, 1);
            QCOMPARE(limited.count, 1);
            if (limited.online > 1) QCOMPARE(limited.reason, std::string("affinity mask"));
            before = pinned.cpusBefore();
        }
        QCOMPARE(usableCpus().affinity, before);
    }
};

QTEST_GUILESS_MAIN(TestCpus)
#include "tst_cpus.moc"
