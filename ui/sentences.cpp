#include "ui/sentences.h"

#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>
#include <optional>

namespace breakeven {

namespace {

constexpr qsizetype MostRemembered = 4096;  ///< texts; numbers change in each repaint of a run
constexpr qsizetype LongestText = 4096;     ///< letters; longer ones are what a program of the user's printed

bool isGap(const QString& text, qsizetype place) {
    return text[place] == u'%' && place + 1 < text.size() && text[place + 1] >= u'1' && text[place + 1] <= u'9';
}

/// What stands in the gaps between the pieces, from the left; nullopt when the text was not made by them.
std::optional<QStringList> foundBetween(const QStringList& pieces, const QString& text) {
    if (!text.startsWith(pieces.front()) || !text.endsWith(pieces.back())) return std::nullopt;
    const qsizetype end = text.size() - pieces.back().size();
    qsizetype from = pieces.front().size();
    QStringList found;
    for (qsizetype index = 1; index < pieces.size(); ++index) {
        const bool isLast = index + 1 == pieces.size();
        const qsizetype to = isLast ? end : text.indexOf(pieces[index], from + 1);
        if (to <= from || to > end) return std::nullopt;
        found += text.mid(from, to - from);
        from = to + pieces[index].size();
    }
    return found;
}

/// Sentences and remarks have borders that a gap does not reach across, unless nothing else explains the text.
bool staysWithinSentence(const QString& gap) {
    return !gap.contains(QStringLiteral(". ")) && !gap.contains(QStringLiteral("; "));
}

QString withOtherCase(QString text) {
    const QChar first = text[0];
    text[0] = first.isUpper() ? first.toLower() : first.toUpper();
    return text;
}

}  // namespace

Sentences::Sentences(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"source") source = xml.readElementText();
        if (xml.name() != u"translation") continue;
        const QString translation = xml.readElementText();
        Pattern pattern = patternOf(source, translation);
        pattern.gaps.isEmpty() ? void(m_whole.insert(source, translation)) : m_patterns.append(std::move(pattern));
    }
    std::ranges::stable_sort(m_patterns, std::ranges::greater(), &Pattern::letters);
}

Sentences::Pattern Sentences::patternOf(const QString& source, const QString& translation) {
    Pattern pattern;
    pattern.translation = translation;
    QString piece;
    for (qsizetype place = 0; place < source.size(); ++place) {
        if (!isGap(source, place)) {
            piece += source[place];
            continue;
        }
        pattern.pieces += std::exchange(piece, {});
        pattern.gaps += source[++place].digitValue();
    }
    pattern.pieces += piece;
    for (const QString& own : pattern.pieces)
        pattern.letters += std::ranges::count_if(own, [](QChar letter) { return letter.isLetter(); });
    return pattern;
}

QString Sentences::translated(const QString& text) const {
    if (text.isEmpty() || text.size() > LongestText) return text;
    const auto known = m_translated.constFind(text);
    if (known != m_translated.constEnd()) return *known;
    if (m_translated.size() >= MostRemembered) m_translated.clear();
    return *m_translated.insert(text, read(text).text);
}

bool Sentences::knows(const QString& text) const {
    return readOne(text, Gaps::Any).isKnown;
}

Sentences::Reading Sentences::read(const QString& text) const {
    Reading reading = readOne(text, Gaps::WithinSentence);
    for (const char* separator : {"\n", ". ", "; "})
        if (!reading.isKnown) reading = readParts(text, QLatin1String(separator));
    if (!reading.isKnown) reading = readOne(text, Gaps::Any);
    for (const char* separator : {", ", ": "})
        if (!reading.isKnown) reading = readParts(text, QLatin1String(separator));
    return reading;
}

/// With the freedom that core takes: a full stop behind, a first letter that fits where the sentence stands.
Sentences::Reading Sentences::readOne(const QString& text, Gaps gaps) const {
    struct Form {
        QString text;
        QString end;
        bool hasOtherCase = false;
    };
    QList<Form> forms;
    if (text.endsWith(u'.')) forms.append({text.chopped(1), QStringLiteral(".")});
    forms.append({text, {}});
    if (text.contains(u' ')) {
        for (const Form& form : QList<Form>(forms))
            forms.append({withOtherCase(form.text), form.end, true});
    }
    const auto reading = [&](const Form& form, QString translation) {
        if (form.hasOtherCase && text[0].isUpper()) translation[0] = translation[0].toUpper();
        return Reading{translation + form.end, true};
    };
    for (const Form& form : forms) {
        const auto whole = m_whole.constFind(form.text);
        if (whole != m_whole.constEnd()) return reading(form, *whole);
    }
    for (const Pattern& pattern : m_patterns) {
        for (const Form& form : forms) {
            const auto found = foundBetween(pattern.pieces, form.text);
            if (!found) continue;
            if (gaps == Gaps::Any || std::ranges::all_of(*found, staysWithinSentence))
                return reading(form, filled(pattern, *found));
        }
    }
    return {text, false};
}

Sentences::Reading Sentences::readParts(const QString& text, const QString& separator) const {
    const QStringList parts = text.split(separator);
    if (parts.size() == 1) return {text, false};
    QStringList translated;
    bool isKnown = false;
    for (const QString& part : parts) {
        // What was cut off with the separator belongs to the part.
        const Reading reading = part.isEmpty() ? Reading{part, false} : read(part);
        isKnown = isKnown || reading.isKnown;
        translated += reading.text;
    }
    return {translated.join(separator), isKnown};
}

QString Sentences::filled(const Pattern& pattern, const QStringList& found) const {
    QString text;
    for (qsizetype place = 0; place < pattern.translation.size(); ++place) {
        if (!isGap(pattern.translation, place)) {
            text += pattern.translation[place];
            continue;
        }
        const qsizetype gap = pattern.gaps.indexOf(pattern.translation[++place].digitValue());
        if (gap >= 0) text += read(found[gap]).text;
    }
    return text;
}

}  // namespace breakeven
