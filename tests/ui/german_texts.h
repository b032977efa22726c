/// The texts of the window and their German, as the file of translations has them.
#pragma once

#include <QFile>
#include <QList>
#include <QString>
#include <QXmlStreamReader>

namespace breakeven {

struct GermanText {
    QString context, source, translation;
    bool isUnfinished = false;
};

inline QList<GermanText> entriesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s: cannot be read", qPrintable(path));
    QXmlStreamReader xml(&file);
    QList<GermanText> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            entries += GermanText{context, {}, {}};
        } else if (xml.name() == u"source") {
            entries.back().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            entries.back().isUnfinished = !xml.attributes().value(QStringLiteral("type")).isEmpty();
            entries.back().translation = xml.readElementText();
        }
    }
    return entries;
}

inline QString germanTexts() {
    return qEnvironmentVariable("BREAKEVEN_RESOURCES") + QStringLiteral("/translations/breakeven_de.ts");
}

}  // namespace breakeven
