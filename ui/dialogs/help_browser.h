/// HelpBrowser: the pages of resources/help, which the README links to, too: a tour, what the window shows, how it
/// measures, what each word means, guides.
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace breakeven {

class HelpText;

class HelpBrowser : public QDialog {
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget* parent = nullptr);

private:
    void showPage();
    void turnTo(const QString& name);
    void search();
    void findNext();
    void mark();

    QLineEdit* m_search;
    QListWidget* m_pages;
    HelpText* m_text;
};

}  // namespace breakeven
