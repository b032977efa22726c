#include "tests/ui/ui_test.h"
#include "ui/panels/path_edit.h"

#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>

using namespace breakeven;

class TestPathEdit : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
        QDir(folder.path()).mkdir(QStringLiteral("pictures"));
        QFile file(path("mine.py"));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    void whatIsOfItsKindCanBeDropped_data() {
        QTest::addColumn<bool>("picksFolder");
        QTest::addColumn<QString>("dropped");
        QTest::addColumn<bool>("taken");
        QTest::newRow("file") << false << path("mine.py") << true;
        QTest::newRow("folder on a file's field") << false << path("pictures") << false;
        QTest::newRow("folder") << true << path("pictures") << true;
        QTest::newRow("file on a folder's field") << true << path("mine.py") << false;
        QTest::newRow("nothing there") << false << path("gone.py") << false;
    }
    void whatIsOfItsKindCanBeDropped() {
        QFETCH(bool, picksFolder);
        QFETCH(QString, dropped);
        QFETCH(bool, taken);
        PathEdit edit(picksFolder ? PathEdit::Kind::Folder : PathEdit::Kind::File);
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(dropped)});
        dragged.setText(QUrl::fromLocalFile(dropped).toString());  // as file managers do
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(!taken);
        QCoreApplication::sendEvent(&edit, &enter);
        QCOMPARE(enter.isAccepted(), taken);
        QDropEvent drop({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&edit, &drop);
        QCOMPARE(edit.text(), taken ? dropped : QString());
    }

    void aDialogPicks_data() {
        QTest::addColumn<bool>("picksFolder");
        QTest::addColumn<QString>("picked");
        QTest::newRow("file") << false << path("mine.py");
        QTest::newRow("folder") << true << path("pictures");
    }
    void aDialogPicks() {
        QFETCH(bool, picksFolder);
        QFETCH(QString, picked);
        QWidget window;
        auto* edit = new PathEdit(picksFolder ? PathEdit::Kind::Folder : PathEdit::Kind::File, &window);
        edit->pick();
        auto* dialog = window.findChild<QFileDialog*>(QStringLiteral("pathDialog"));
        QVERIFY(dialog);
        QCOMPARE(dialog->fileMode(), picksFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        QVERIFY(name);
        name->setText(picked);
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_COMPARE(edit->text(), picked);
        QCOMPARE(edit->cursorPosition(), picked.size());
    }

    void aFieldThatIsGoneTakesNothing() {
        QWidget window;
        auto* edit = new PathEdit(PathEdit::Kind::File, &window);
        edit->pick();
        auto* dialog = window.findChild<QFileDialog*>(QStringLiteral("pathDialog"));
        QVERIFY(dialog);
        delete edit;
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path("mine.py"));
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY(!window.findChild<QFileDialog*>());
    }
};

QTEST_MAIN(TestPathEdit)
#include "tst_path_edit.moc"
