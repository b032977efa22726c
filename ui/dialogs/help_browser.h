/// HelpBrowser: a few short pages: what the window shows, how it measures, what each word means, which files there are.
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace breakeven {

class HelpBrowser : public QDialog {
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget* parent = nullptr);

private:
    void showPage();
    void search();
    void findNext();
    void mark();

    QLineEdit* m_search;
    QListWidget* m_pages;
    QTextBrowser* m_text;
};

}  // namespace breakeven
