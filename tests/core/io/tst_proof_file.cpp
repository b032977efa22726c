#include "core/io/proof_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace breakeven;

namespace {

constexpr auto Content = R"({"schema":1,"proof":"Known time","claims":[
  {"name":"10 us","unit":"error","value":0.002,"count":20,"interval":[0.001,0.003],"must":[null,0.01],"aim":[null,0.003],
   "meets":"aim","proven":"aim"},
  {"name":"contrast","unit":"ratio","value":1.2,"count":3}]})";

}  // namespace

class TestProofFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(const QString& name, const QByteArray& content) {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly)) file.write(content);
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void readsClaims() {
        const auto proof = readProof(write("b.json", Content));
        QVERIFY2(proof, proof ? "" : proof.error().detail.c_str());
        QCOMPARE(proof->title, std::string("Known time"));
        QCOMPARE(proof->claims.size(), std::size_t{2});
        const ProofClaim& claim = proof->claims.front();
        QCOMPARE(claim.value, 0.002);
        QCOMPARE(claim.interval->high, 0.003);
        QVERIFY(std::isinf(claim.must->low) && claim.must->low < 0);
        QCOMPARE(claim.must->high, 0.01);
        QCOMPARE(claim.meets, std::string("aim"));
        QVERIFY(!proof->claims.back().must && proof->claims.back().meets.empty());
    }

    void aFolderIsReadByName() {
        write("b.json", Content);
        write("a.json", QByteArray(Content).replace("Known time", "First"));
        write("c.json", "{}");
        write("notes.txt", "none");
        const auto proofs = readProofs(m_folder.path().toStdString());
        QCOMPARE(proofs.size(), std::size_t{2});
        QCOMPARE(proofs.front().title, std::string("First"));
        QVERIFY(readProofs(m_folder.filePath("none").toStdString()).empty());
    }

    void otherFilesAreRefused() {
        for (const char* const content :
             {"", "[]", "{}", R"({"schema":1})", R"({"schema":1,"proof":"x","claims":[{}]})"}) {
            const auto proof = readProof(write("d.json", content));
            QVERIFY2(!proof && proof.error().detail.ends_with("it is not what a proof writes"), content);
        }
        QVERIFY(readProof(write("d.json", R"({"schema":2})")).error().detail.ends_with("(1)"));
    }
};

QTEST_APPLESS_MAIN(TestProofFile)
#include "tst_proof_file.moc"
