/// HelpText: shows a page of the help with its pictures and follows the links between pages.
#pragma once

#include <QTextBrowser>
#include <QUrl>

namespace breakeven {

class HelpText : public QTextBrowser {
    Q_OBJECT

public:
    explicit HelpText(QWidget* parent = nullptr);

    /// The name of a file in resources/help/en, without its suffix; in the window's language where it has the page.
    void showPage(const QString& name);

Q_SIGNALS:
    void pageWanted(const QString& name);  ///< a link to another page was clicked

protected:
    QVariant loadResource(int type, const QUrl& name) override;

private:
    void follow(const QUrl& link);

    QUrl m_page;
};

}  // namespace breakeven
