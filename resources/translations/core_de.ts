<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Workloads</name>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Squares the numbers 0, 1, 2, … of the list. One multiplication per item: as little work as an item can have.</source>
        <translation>Quadriert die Zahlen 0, 1, 2, … der Liste. Eine Multiplikation je Element: so wenig Arbeit, wie ein Element haben kann.</translation>
    </message>
    <message>
        <source>With next to no work per item, starting and feeding workers costs more than they save until the list is long, and then memory sets the limit.</source>
        <translation>Bei fast keiner Arbeit je Element kostet es mehr, Arbeiter zu starten und zu versorgen, als sie sparen, bis die Liste lang ist; dann setzt der Speicher die Grenze.</translation>
    </message>
    <message>
        <source>Sleep, then square</source>
        <translation>Warten, dann quadrieren</translation>
    </message>
    <message>
        <source>Waits for a fixed time, then squares the item, as a slow call to another system would. Waiting needs no CPU, so more workers than CPUs still help.</source>
        <translation>Wartet eine feste Zeit und quadriert dann das Element, wie ein langsamer Aufruf eines anderen Systems. Warten braucht keine CPU, daher helfen auch mehr Arbeiter als CPUs.</translation>
    </message>
    <message>
        <source>Run time is a staircase: it rises by one wait each time the list outgrows another multiple of the workers.</source>
        <translation>Die Laufzeit ist eine Treppe: Sie steigt um eine Wartezeit, sooft die Liste über ein weiteres Vielfaches der Arbeiter hinauswächst.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>How long each item waits before it is squared.</source>
        <translation>Wie lange jedes Element wartet, bevor es quadriert wird.</translation>
    </message>
    <message>
        <source>Sleep, then square root</source>
        <translation>Warten, dann Wurzel ziehen</translation>
    </message>
    <message>
        <source>Waits for a fixed time, then takes the square root of the item: of 100, 200, 300 and so on. The first loop that many people make parallel is of this kind, with a slow call where this one waits.</source>
        <translation>Wartet eine feste Zeit und zieht dann die Quadratwurzel des Elements: von 100, 200, 300 und so weiter. Die erste Schleife, die viele parallel machen, ist von dieser Art, mit einem langsamen Aufruf, wo diese wartet.</translation>
    </message>
    <message>
        <source>With one worker per item all wait at once; what is left above a single wait is the price of starting the workers.</source>
        <translation>Mit einem Arbeiter je Element warten alle zugleich; was über eine einzige Wartezeit hinaus bleibt, ist der Preis für den Start der Arbeiter.</translation>
    </message>
    <message>
        <source>How long each item waits before its root is taken.</source>
        <translation>Wie lange jedes Element wartet, bevor seine Wurzel gezogen wird.</translation>
    </message>
    <message>
        <source>Function of two arguments</source>
        <translation>Funktion zweier Argumente</translation>
    </message>
    <message>
        <source>Waits for a fixed time, then computes x² + y² for the pairs (0, 0), (1, 1), (2, 2) and so on: a function of two arguments, where an item is one set of them.</source>
        <translation>Wartet eine feste Zeit und berechnet dann x² + y² für die Paare (0, 0), (1, 1), (2, 2) und so weiter: eine Funktion zweier Argumente, bei der ein Element ein Satz von ihnen ist.</translation>
    </message>
    <message>
        <source>Two arguments cost no more than one: the pair is the item, and the wait alone decides how many workers pay.</source>
        <translation>Zwei Argumente kosten nicht mehr als eines: Das Paar ist das Element, und allein die Wartezeit entscheidet, wie viele Arbeiter sich lohnen.</translation>
    </message>
    <message>
        <source>How long each pair waits before it is computed.</source>
        <translation>Wie lange jedes Paar wartet, bevor es berechnet wird.</translation>
    </message>
    <message>
        <source>Model runs</source>
        <translation>Modellläufe</translation>
    </message>
    <message>
        <source>Stands for the training of models, one for each pair of hyper-parameters (number of estimators, largest depth). A run waits for a random time of half, once or one and a half times the mean wait, and returns what it has drawn: 1, 2 or 3. What is drawn depends on the seed alone, never on the workers.</source>
        <translation>Steht für das Trainieren von Modellen, eines für jedes Paar von Hyperparametern (Zahl der Schätzer, größte Tiefe). Ein Lauf wartet zufällig die Hälfte, das Einfache oder das Anderthalbfache der mittleren Wartezeit und gibt zurück, was er gezogen hat: 1, 2 oder 3. Was gezogen wird, hängt nur vom Startwert ab, nie von den Arbeitern.</translation>
    </message>
    <message>
        <source>Runs of different length leave workers without work at the end, so the gain stays below the number of workers unless there are many more runs than workers.</source>
        <translation>Verschieden lange Läufe lassen am Ende Arbeiter ohne Arbeit, daher bleibt der Gewinn unter der Zahl der Arbeiter, wenn es nicht viel mehr Läufe als Arbeiter gibt.</translation>
    </message>
    <message>
        <source>What a run waits on the mean.</source>
        <translation>Wie lange ein Lauf im Mittel wartet.</translation>
    </message>
    <message>
        <source>Rows in range</source>
        <translation>Zeilen im Bereich</translation>
    </message>
    <message>
        <source>Counts, for each row of five random digits, how many lie between the minimum and the maximum, both included.</source>
        <translation>Zählt für jede Zeile aus fünf Zufallsziffern, wie viele zwischen dem kleinsten und dem größten Wert liegen, beide eingeschlossen.</translation>
    </message>
    <message>
        <source>A few operations per row are not worth a hand-over each: only chunks of many rows make workers pay.</source>
        <translation>Ein paar Operationen je Zeile sind keine eigene Übergabe wert: Erst Blöcke aus vielen Zeilen machen Arbeiter lohnend.</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Smallest digit that counts.</source>
        <translation>Kleinste Ziffer, die zählt.</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Largest digit that counts.</source>
        <translation>Größte Ziffer, die zählt.</translation>
    </message>
    <message>
        <source>Hypotenuse of rows</source>
        <translation>Hypotenuse je Zeile</translation>
    </message>
    <message>
        <source>Goes through a table of two columns row by row and computes the hypotenuse of the triangle with these two sides, which are random whole numbers from 3 to 9.</source>
        <translation>Geht eine Tabelle mit zwei Spalten Zeile für Zeile durch und berechnet die Hypotenuse des Dreiecks mit diesen beiden Seiten, zufälligen ganzen Zahlen von 3 bis 9.</translation>
    </message>
    <message>
        <source>A row of a table is too little work to be handed over by itself; as with single numbers, only chunks of many rows pay.</source>
        <translation>Eine Tabellenzeile ist zu wenig Arbeit, um für sich übergeben zu werden; wie bei einzelnen Zahlen lohnen sich nur Blöcke aus vielen Zeilen.</translation>
    </message>
    <message>
        <source>Sums of squares of columns</source>
        <translation>Quadratsummen je Spalte</translation>
    </message>
    <message>
        <source>Goes through a table column by column and adds up the squares of a column&apos;s 1000 numbers, which are random whole numbers from 3 to 9; the call reduce adds up those of the whole table.</source>
        <translation>Geht eine Tabelle Spalte für Spalte durch und addiert die Quadrate der 1000 Zahlen einer Spalte, zufälliger ganzer Zahlen von 3 bis 9; der Aufruf reduce addiert die der ganzen Tabelle.</translation>
    </message>
    <message>
        <source>A column is a thousand times the work of a number and yields a single one: columns pay from far fewer items than rows, unless all their numbers have to be copied.</source>
        <translation>Eine Spalte ist tausendmal so viel Arbeit wie eine Zahl und ergibt eine einzige: Spalten lohnen sich ab weit weniger Elementen als Zeilen, wenn nicht all ihre Zahlen kopiert werden müssen.</translation>
    </message>
    <message>
        <source>Shapes of a table&apos;s parts</source>
        <translation>Formen der Teile einer Tabelle</translation>
    </message>
    <message>
        <source>Splits a whole table into as many parts as the list has items, as evenly as its rows allow, and returns the shape of each part. What is handed over is where a part begins and ends, not its numbers.</source>
        <translation>Teilt eine ganze Tabelle in so viele Teile, wie die Liste Elemente hat, so gleichmäßig, wie ihre Zeilen es erlauben, und gibt die Form jedes Teils zurück. Übergeben wird, wo ein Teil beginnt und endet, nicht seine Zahlen.</translation>
    </message>
    <message>
        <source>To split a table into one part per worker needs few hand-overs, and with a view instead of a copy each costs the same however large the part is.</source>
        <translation>Eine Tabelle in einen Teil je Arbeiter zu teilen braucht wenige Übergaben, und mit einer Sicht statt einer Kopie kostet jede gleich viel, wie groß der Teil auch ist.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows of the whole table; with fewer rows than parts, the last parts are empty.</source>
        <translation>Zeilen der ganzen Tabelle; bei weniger Zeilen als Teilen sind die letzten Teile leer.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns of the whole table and of each part.</source>
        <translation>Spalten der ganzen Tabelle und jedes Teils.</translation>
    </message>
    <message>
        <source>Normalise rows</source>
        <translation>Zeilen normieren</translation>
    </message>
    <message>
        <source>Maps the four numbers of each row to the range from 0 to 1: the row&apos;s smallest becomes 0, its largest 1. A row of equal numbers becomes zeros.</source>
        <translation>Bildet die vier Zahlen jeder Zeile auf den Bereich von 0 bis 1 ab: Die kleinste der Zeile wird 0, die größte 1. Eine Zeile gleicher Zahlen wird zu Nullen.</translation>
    </message>
    <message>
        <source>As many numbers come back as go out, with a few operations each, so memory and, where items are copied, the way to the workers and back decide.</source>
        <translation>Es kommen so viele Zahlen zurück, wie hinausgehen, mit wenigen Operationen je Zahl; daher entscheiden der Speicher und, wo Elemente kopiert werden, der Weg zu den Arbeitern und zurück.</translation>
    </message>
    <message>
        <source>Common items of rows</source>
        <translation>Gemeinsame Elemente je Zeile</translation>
    </message>
    <message>
        <source>Looks up, row by row of two columns of short lists, which numbers of the first list are in the second too, and returns them in the order of the first. A list has two to seven numbers.</source>
        <translation>Sucht Zeile für Zeile in zwei Spalten aus kurzen Listen, welche Zahlen der ersten Liste auch in der zweiten stehen, und gibt sie in der Reihenfolge der ersten zurück. Eine Liste hat zwei bis sieben Zahlen.</translation>
    </message>
    <message>
        <source>Some tens of comparisons per row, with branches that cannot be foreseen: more work for the same memory, so that workers pay earlier than with sums and products.</source>
        <translation>Einige Dutzend Vergleiche je Zeile, mit Verzweigungen, die nicht vorherzusehen sind: mehr Arbeit bei gleichem Speicher, sodass sich Arbeiter früher lohnen als bei Summen und Produkten.</translation>
    </message>
    <message>
        <source>Clean text</source>
        <translation>Text säubern</translation>
    </message>
    <message>
        <source>Prepares documents for a search index or a language model: Unicode normalisation, case folding, removal of accents and punctuation, splitting into words, removal of stop words. The documents are made of words of many languages, or read from the files of a folder, again in each call.</source>
        <translation>Bereitet Dokumente für einen Suchindex oder ein Sprachmodell vor: Unicode-Normalisierung, Kleinschreibung, Entfernen von Akzenten und Satzzeichen, Zerlegen in Wörter, Entfernen von Füllwörtern. Die Dokumente werden aus Wörtern vieler Sprachen gemacht oder aus den Dateien eines Ordners gelesen, bei jedem Aufruf von Neuem.</translation>
    </message>
    <message>
        <source>A document is worth a hand-over: unlike bare numbers, texts pay from short lists on, as long as the work is not cut finer than whole documents.</source>
        <translation>Ein Dokument ist eine Übergabe wert: Anders als bloße Zahlen lohnen sich Texte schon ab kurzen Listen, solange die Arbeit nicht feiner als in ganze Dokumente geteilt wird.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder with documents in UTF-8, each up to 16 MB; item i is file i modulo their number. Empty: documents are made.</source>
        <translation>Ordner mit Dokumenten in UTF-8, jedes bis 16 MB; Element i ist Datei i modulo ihrer Zahl. Leer: Dokumente werden gemacht.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Length of a made document.</source>
        <translation>Länge eines gemachten Dokuments.</translation>
    </message>
    <message>
        <source>Resize pictures</source>
        <translation>Bilder verkleinern</translation>
    </message>
    <message>
        <source>Decodes a JPEG or PNG picture, makes it fit into a box and encodes it as JPEG, as a gallery makes its previews. Pictures are made, sixteen different ones again and again, or read from a folder, again in each call. Nothing is saved.</source>
        <translation>Dekodiert ein JPEG- oder PNG-Bild, passt es in einen Rahmen ein und kodiert es als JPEG, wie eine Galerie ihre Vorschaubilder macht. Bilder werden gemacht, sechzehn verschiedene immer wieder, oder aus einem Ordner gelesen, bei jedem Aufruf von Neuem. Nichts wird gesichert.</translation>
    </message>
    <message>
        <source>Large independent items are what parallel is best at: even two pictures pay, and the speed-up comes close to the number of cores.</source>
        <translation>Große, unabhängige Elemente sind das, was parallel am besten geht: Schon zwei Bilder lohnen sich, und die Beschleunigung kommt der Zahl der Kerne nahe.</translation>
    </message>
    <message>
        <source>Folder with pictures (.jpg, .jpeg, .png), each up to 100 MB and 50 million pixels; item i is file i modulo their number. Empty: pictures are made.</source>
        <translation>Ordner mit Bildern (.jpg, .jpeg, .png), jedes bis 100 MB und 50 Millionen Pixel; Element i ist Datei i modulo ihrer Zahl. Leer: Bilder werden gemacht.</translation>
    </message>
    <message>
        <source>Made width</source>
        <translation>Gemachte Breite</translation>
    </message>
    <message>
        <source>Width of a made picture; its height is three quarters.</source>
        <translation>Breite eines gemachten Bildes; seine Höhe ist drei Viertel davon.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of the box that the result fits into.</source>
        <translation>Breite des Rahmens, in den das Ergebnis passt.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height of the box that the result fits into.</source>
        <translation>Höhe des Rahmens, in den das Ergebnis passt.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>JPEG quality of the result.</source>
        <translation>JPEG-Qualität des Ergebnisses.</translation>
    </message>
    <message>
        <source>Calls of a web API</source>
        <translation>Aufrufe einer Web-Schnittstelle</translation>
    </message>
    <message>
        <source>Asks a web server for one record per item, each over a connection of its own. The server runs on this machine, in the measured program, and waits before it answers, as one far away would; what it computes is little, but it computes on the same cores.</source>
        <translation>Fragt einen Webserver nach einem Datensatz je Element, jeden über eine eigene Verbindung. Der Server läuft auf dieser Maschine, im gemessenen Programm, und wartet, bevor er antwortet, wie ein weit entfernter es täte; er rechnet wenig, aber auf denselben Kernen.</translation>
    </message>
    <message>
        <source>An item that waits for an answer needs no core, so many more workers than cores pay, until the work per call fills the cores.</source>
        <translation>Ein Element, das auf eine Antwort wartet, braucht keinen Kern, daher lohnen sich viel mehr Arbeiter als Kerne, bis die Arbeit je Aufruf die Kerne füllt.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Wartezeit des Servers</translation>
    </message>
    <message>
        <source>How long the server waits before it answers a request.</source>
        <translation>Wie lange der Server wartet, bevor er eine Anfrage beantwortet.</translation>
    </message>
    <message>
        <source>Size of a record.</source>
        <translation>Größe eines Datensatzes.</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>How long an item waits for the server before it fails.</source>
        <translation>Wie lange ein Element auf den Server wartet, bevor es scheitert.</translation>
    </message>
    <message>
        <source>Crawl web sites</source>
        <translation>Websites durchlaufen</translation>
    </message>
    <message>
        <source>An item is a whole web site. It is read from its first page on by following the links on each page, breadth first, each page of the site once and no other site. The sites are made up, and served by a web server on this machine that waits before it answers.</source>
        <translation>Ein Element ist eine ganze Website. Sie wird von ihrer ersten Seite an gelesen, indem den Links jeder Seite gefolgt wird, in die Breite zuerst, jede Seite der Website einmal und keine andere Website. Die Websites sind erfunden und kommen von einem Webserver auf dieser Maschine, der wartet, bevor er antwortet.</translation>
    </message>
    <message>
        <source>The next page is known only when the last one was read, so a site takes its time whatever the workers; side by side, many sites take little longer than one.</source>
        <translation>Die nächste Seite ist erst bekannt, wenn die letzte gelesen ist, daher braucht eine Website ihre Zeit, wie viele Arbeiter es auch sind; nebeneinander brauchen viele Websites kaum länger als eine.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pages of a site, and the most that are visited of one.</source>
        <translation>Seiten einer Website, und wie viele von einer höchstens besucht werden.</translation>
    </message>
    <message>
        <source>Size of the text on a page, which has links besides.</source>
        <translation>Größe des Textes einer Seite, die außerdem Links hat.</translation>
    </message>
    <message>
        <source>Run scripts</source>
        <translation>Skripte ausführen</translation>
    </message>
    <message>
        <source>Starts one program per item, with the item&apos;s number as its argument, and takes what it prints. Without a folder three small shell scripts are run in turn, which compute a little and wait. One that does not end with exit code 0, or in time, fails.</source>
        <translation>Startet ein Programm je Element, mit der Nummer des Elements als Argument, und nimmt, was es ausgibt. Ohne Ordner werden drei kleine Shell-Skripte reihum ausgeführt, die ein wenig rechnen und warten. Eines, das nicht mit Exit-Code 0 oder nicht rechtzeitig endet, scheitert.</translation>
    </message>
    <message>
        <source>A program works in a process of its own, so that even threads of one program keep many of them going; how many pay is decided by what the programs do.</source>
        <translation>Ein Programm arbeitet in einem eigenen Prozess, sodass selbst Threads eines Programms viele davon in Gang halten; wie viele sich lohnen, entscheidet, was die Programme tun.</translation>
    </message>
    <message>
        <source>Folder with programs; item i runs file i modulo their number. Executable files run as they are, .py with python3, .sh with sh, others are left out. Empty: the scripts that come with Breakeven.</source>
        <translation>Ordner mit Programmen; Element i führt Datei i modulo ihrer Zahl aus. Ausführbare Dateien laufen, wie sie sind, .py mit python3, .sh mit sh, andere werden ausgelassen. Leer: die Skripte, die mit Breakeven kommen.</translation>
    </message>
    <message>
        <source>What a script that comes with Breakeven waits, on average; programs of a folder are not told.</source>
        <translation>Wie lange ein Skript, das mit Breakeven kommt, im Mittel wartet; Programmen eines Ordners wird das nicht gesagt.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>A program that takes longer is ended, and its item fails.</source>
        <translation>Ein Programm, das länger braucht, wird beendet, und sein Element scheitert.</translation>
    </message>
    <message>
        <source>Sum of squares</source>
        <translation>Quadratsumme</translation>
    </message>
    <message>
        <source>Squares the numbers 0, 1, 2, … of the list; the call reduce adds the squares up, each chunk by itself and then the chunks in their order, without a list of results in between.</source>
        <translation>Quadriert die Zahlen 0, 1, 2, … der Liste; der Aufruf reduce addiert die Quadrate, jeden Block für sich und dann die Blöcke in ihrer Reihenfolge, ohne eine Liste von Ergebnissen dazwischen.</translation>
    </message>
    <message>
        <source>A reduction leaves no list behind, so it reaches the limit of the memory later; its last digits depend on the chunks, but never on the schedule.</source>
        <translation>Eine Reduktion hinterlässt keine Liste, daher erreicht sie die Grenze des Speichers später; ihre letzten Stellen hängen von den Blöcken ab, aber nie davon, wer wann fertig wird.</translation>
    </message>
    <message>
        <source>Primes</source>
        <translation>Primzahlen</translation>
    </message>
    <message>
        <source>Tells for each odd number from a start on whether it is prime, by dividing it by 3, 5, 7, … up to its root; the call reduce counts the primes. Most numbers have a small divisor and are done at once, the primes need all divisions.</source>
        <translation>Sagt für jede ungerade Zahl ab einem Anfang, ob sie prim ist, indem sie durch 3, 5, 7, … bis zu ihrer Wurzel geteilt wird; der Aufruf reduce zählt die Primzahlen. Die meisten Zahlen haben einen kleinen Teiler und sind gleich fertig, die Primzahlen brauchen alle Divisionen.</translation>
    </message>
    <message>
        <source>Pure computing with little memory scales with the CPUs, and items of very different length want chunks that are handed out as workers become free.</source>
        <translation>Reines Rechnen mit wenig Speicher wächst mit den CPUs, und sehr verschieden lange Elemente wollen Blöcke, die ausgeteilt werden, wie Arbeiter frei werden.</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Erste Zahl</translation>
    </message>
    <message>
        <source>Where the odd numbers begin; larger numbers need more divisions.</source>
        <translation>Wo die ungeraden Zahlen beginnen; größere brauchen mehr Divisionen.</translation>
    </message>
    <message>
        <source>Mandelbrot set</source>
        <translation>Mandelbrot-Menge</translation>
    </message>
    <message>
        <source>Computes a square picture of the Mandelbrot set, one pixel per item: how many steps its point needs to escape. Points of the set never do and cost all iterations, points far from it a few.</source>
        <translation>Berechnet ein quadratisches Bild der Mandelbrot-Menge, ein Pixel je Element: wie viele Schritte sein Punkt braucht, um zu entkommen. Punkte der Menge tun das nie und kosten alle Iterationen, weit entfernte nur wenige.</translation>
    </message>
    <message>
        <source>The dear items lie together in the middle of the list, so splitting it into equal parts leaves workers idle while small chunks keep all of them busy.</source>
        <translation>Die teuren Elemente liegen beisammen in der Mitte der Liste, daher lässt eine Teilung in gleiche Teile Arbeiter untätig, während kleine Blöcke alle beschäftigt halten.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Steps after which a point counts as one of the set.</source>
        <translation>Schritte, nach denen ein Punkt zur Menge zählt.</translation>
    </message>
    <message>
        <source>Unequal items</source>
        <translation>Ungleiche Elemente</translation>
    </message>
    <message>
        <source>Computes for as many steps as an item is given. All items are alike (uniform), grow along the list (linear), are of random length (exponential), or one of them takes as long as all others together (one-heavy); the mean stays the same.</source>
        <translation>Rechnet so viele Schritte, wie ein Element hat. Alle Elemente sind gleich (uniform), wachsen die Liste entlang (linear), sind zufällig lang (exponential), oder eines braucht so lange wie alle anderen zusammen (one-heavy); das Mittel bleibt gleich.</translation>
    </message>
    <message>
        <source>When items differ, the last worker decides: small chunks even the load out, and no chunk can divide a single heavy item.</source>
        <translation>Wenn Elemente verschieden sind, entscheidet der letzte Arbeiter: Kleine Blöcke gleichen die Last aus, und kein Block kann ein einzelnes schweres Element teilen.</translation>
    </message>
    <message>
        <source>How the work is spread over the items.</source>
        <translation>Wie die Arbeit über die Elemente verteilt ist.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Work of an item on the mean; a step takes about a nanosecond.</source>
        <translation>Arbeit eines Elements im Mittel; ein Schritt dauert etwa eine Nanosekunde.</translation>
    </message>
    <message>
        <source>Neighbouring counters</source>
        <translation>Benachbarte Zähler</translation>
    </message>
    <message>
        <source>Each item counts in a counter of its own, by atomic additions. Shared: eight counters lie on one cache line, which the CPUs then take from each other although no two of them use the same counter. Padded: each counter has a line to itself.</source>
        <translation>Jedes Element zählt in einem eigenen Zähler, durch atomare Additionen. Shared: Acht Zähler liegen in einer Cache-Zeile, die sich die CPUs dann gegenseitig wegnehmen, obwohl keine zwei denselben Zähler verwenden. Padded: Jeder Zähler hat eine Zeile für sich.</translation>
    </message>
    <message>
        <source>Workers that write next to each other can be slower than one alone, and some unused bytes between their data are the cure.</source>
        <translation>Arbeiter, die nebeneinander schreiben, können langsamer sein als einer allein, und ein paar ungenutzte Bytes zwischen ihren Daten sind das Heilmittel.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Where the counters lie: eight to a cache line, or one.</source>
        <translation>Wo die Zähler liegen: acht in einer Cache-Zeile oder einer.</translation>
    </message>
    <message>
        <source>How far each item counts.</source>
        <translation>Wie weit jedes Element zählt.</translation>
    </message>
    <message>
        <source>Serial part</source>
        <translation>Serieller Teil</translation>
    </message>
    <message>
        <source>Computes for a number of steps per item, of which a fraction cannot be shared out. With the call reduce it follows at the end, when one thread combines what the workers have, and all others wait: Amdahl&apos;s law. With all other calls it belongs to the first item, which nobody can divide: other workers may go on beside it, but none can finish before it.</source>
        <translation>Rechnet eine Zahl von Schritten je Element, von denen sich ein Teil nicht aufteilen lässt. Beim Aufruf reduce folgt er am Ende, wenn ein Thread zusammenfasst, was die Arbeiter haben, und alle anderen warten: Amdahls Gesetz. Bei allen anderen Aufrufen gehört er zum ersten Element, das niemand teilen kann: Andere Arbeiter dürfen daneben weitermachen, aber keiner wird vor ihm fertig.</translation>
    </message>
    <message>
        <source>The serial part sets the limit: however many workers there are, the speed-up stays below 1 / fraction.</source>
        <translation>Der serielle Teil setzt die Grenze: Wie viele Arbeiter es auch gibt, die Beschleunigung bleibt unter 1 / Anteil.</translation>
    </message>
    <message>
        <source>Serial fraction</source>
        <translation>Serieller Anteil</translation>
    </message>
    <message>
        <source>Part of all steps that only one worker can do.</source>
        <translation>Teil aller Schritte, den nur ein Arbeiter tun kann.</translation>
    </message>
    <message>
        <source>Triad</source>
        <translation>Triade</translation>
    </message>
    <message>
        <source>Computes a = b + s × c for lists of numbers b and c, the last kernel of the STREAM benchmark: two operations for 24 bytes of memory traffic.</source>
        <translation>Berechnet a = b + s × c für Zahlenlisten b und c, den letzten Kern des STREAM-Benchmarks: zwei Operationen auf 24 Bytes Speicherverkehr.</translation>
    </message>
    <message>
        <source>Once a list no longer fits the caches, memory sets the speed, and a few workers use all the bandwidth there is.</source>
        <translation>Sobald eine Liste nicht mehr in die Caches passt, bestimmt der Speicher das Tempo, und wenige Arbeiter nutzen alle Bandbreite, die es gibt.</translation>
    </message>
    <message>
        <source>Scalar</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>The factor s.</source>
        <translation>Der Faktor s.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Returns each number of the list as it is. Nothing is computed, so what is measured is the hand-over alone: calls, chunks, queues and the copying of items.</source>
        <translation>Gibt jede Zahl der Liste zurück, wie sie ist. Nichts wird gerechnet, gemessen wird also allein die Übergabe: Aufrufe, Blöcke, Warteschlangen und das Kopieren von Elementen.</translation>
    </message>
    <message>
        <source>What remains when the work is taken away is the price of a call, item by item or chunk by chunk.</source>
        <translation>Was bleibt, wenn die Arbeit fehlt, ist der Preis eines Aufrufs, Element für Element oder Block für Block.</translation>
    </message>
    <message>
        <source>C++ snippet</source>
        <translation>C++-Schnipsel</translation>
    </message>
    <message>
        <source>Compiles a C++ function that you write with the system&apos;s compiler, for speed, and calls it with each number of a list. The numbers are random ones from 0 to 1.</source>
        <translation>Übersetzt eine C++-Funktion, die Sie schreiben, mit dem Compiler des Systems, auf Tempo, und ruft sie mit jeder Zahl einer Liste auf. Die Zahlen sind zufällig zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>From how many items on your own loop is worth the workers.</source>
        <translation>Ab wie vielen Elementen Ihre eigene Schleife die Arbeiter wert ist.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>C++20 with double f(double), or void f(std::span&lt;const double&gt;, std::span&lt;double&gt;) that fills the second span from the first.</source>
        <translation>C++20 mit double f(double) oder void f(std::span&lt;const double&gt;, std::span&lt;double&gt;), das den zweiten Bereich aus dem ersten füllt.</translation>
    </message>
    <message>
        <source>Plug-in</source>
        <translation>Plug-in</translation>
    </message>
    <message>
        <source>Calls a shared library of your own, in C, C++ or anything else that has the C interface of &lt;breakeven/plugin.h&gt;: it says how large an item is, makes the input from a seed, and computes ranges of items.</source>
        <translation>Ruft eine eigene dynamische Bibliothek auf, in C, C++ oder allem, was die C-Schnittstelle von &lt;breakeven/plugin.h&gt; hat: Sie sagt, wie groß ein Element ist, macht die Eingabe aus einem Startwert und berechnet Bereiche von Elementen.</translation>
    </message>
    <message>
        <source>Whether your own loop is worth the workers, with nothing between it and the backend but one call per chunk.</source>
        <translation>Ob Ihre eigene Schleife die Arbeiter wert ist, mit nichts zwischen ihr und dem Backend als einem Aufruf je Block.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The shared library.</source>
        <translation>Die dynamische Bibliothek.</translation>
    </message>
    <message>
        <source>Python function</source>
        <translation>Python-Funktion</translation>
    </message>
    <message>
        <source>Calls a function from a Python file of your own with each item of a list, in a plain loop and by Python&apos;s own ways to run in parallel. Two results are the same when Python shows them alike.</source>
        <translation>Ruft eine Funktion aus einer eigenen Python-Datei mit jedem Element einer Liste auf, in einer einfachen Schleife und auf Pythons eigene Arten, parallel zu laufen. Zwei Ergebnisse sind gleich, wenn Python sie gleich anzeigt.</translation>
    </message>
    <message>
        <source>Whether multiprocessing, joblib or futures are worth it for this function, and from which size on.</source>
        <translation>Ob sich multiprocessing, joblib oder Futures für diese Funktion lohnen, und ab welcher Größe.</translation>
    </message>
    <message>
        <source>The Python file; it is imported, so what stands outside of its functions runs, too.</source>
        <translation>Die Python-Datei; sie wird importiert, daher läuft auch, was außerhalb ihrer Funktionen steht.</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>The name of a function of one argument in this file.</source>
        <translation>Der Name einer Funktion mit einem Argument in dieser Datei.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>A Python expression for the list, which may use size and what the file defines.</source>
        <translation>Ein Python-Ausdruck für die Liste; er darf size verwenden und was die Datei definiert.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Starts a program of your own once per list and takes its time until it ends. It is told the size, the number of workers and the backend where its command line says {size}, {workers} and {backend}; the serial base is told one worker and serial. What the program is not told is not varied.</source>
        <translation>Startet ein eigenes Programm einmal je Liste und nimmt seine Zeit, bis es endet. Ihm werden die Größe, die Zahl der Arbeiter und das Backend gesagt, wo seine Befehlszeile {size}, {workers} und {backend} enthält; der seriellen Basis ein Arbeiter und serial. Was dem Programm nicht gesagt wird, wird nicht verändert.</translation>
    </message>
    <message>
        <source>Whether the program&apos;s own way to run in parallel is worth it, and from which size on.</source>
        <translation>Ob sich die eigene Art des Programms, parallel zu laufen, lohnt, und ab welcher Größe.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>The program and its arguments, split at blanks as a shell does, with quotes; nothing else of a shell is understood.</source>
        <translation>Das Programm und seine Argumente, an Leerzeichen getrennt, wie eine Shell es tut, mit Anführungszeichen; nichts sonst von einer Shell wird verstanden.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What counts: from when the program runs until it ends (wall), or what it says itself in the last line of its output, as {&quot;seconds&quot;: 1.5} (own); the rest of its life then counts as its start.</source>
        <translation>Was zählt: von da an, wo das Programm läuft, bis es endet (wall), oder was es selbst in der letzten Zeile seiner Ausgabe sagt, als {&quot;seconds&quot;: 1.5} (own); der Rest seines Lebens zählt dann als sein Start.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>What it prints must equal what the serial base prints (compare), or is not looked at (ignore).</source>
        <translation>Was es ausgibt, muss der Ausgabe der seriellen Basis gleichen (compare) oder wird nicht angesehen (ignore).</translation>
    </message>
    <message>
        <source>Exit codes</source>
        <translation>Exit-Codes</translation>
    </message>
    <message>
        <source>A trial fails when the program ends with another than 0 (check), or any will do (ignore).</source>
        <translation>Ein Versuch scheitert, wenn das Programm mit einem anderen als 0 endet (check), oder jeder ist recht (ignore).</translation>
    </message>
    <message>
        <source>A program that takes longer is ended, and its trial fails.</source>
        <translation>Ein Programm, das länger braucht, wird beendet, und sein Versuch scheitert.</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>Backends and calls</name>
    <message>
        <source>Serial</source>
        <translation>Seriell</translation>
    </message>
    <message>
        <source>One plain loop over the whole list; the base of every speed-up.</source>
        <translation>Eine einfache Schleife über die ganze Liste; die Basis jeder Beschleunigung.</translation>
    </message>
    <message>
        <source>oneTBB&apos;s parallel_for: tasks are split and stolen as needed; chunk auto lets TBB choose the splits, any other chunk is handed over exactly. Submitted chunks are enqueued, and one of their workers is a thread of our own.</source>
        <translation>parallel_for von oneTBB: Aufgaben werden nach Bedarf geteilt und gestohlen; Block auto überlässt TBB das Teilen, jeder andere Block wird genau so übergeben. Eingereichte Blöcke werden eingereiht, und einer ihrer Arbeiter ist ein eigener Thread.</translation>
    </message>
    <message>
        <source>oneTBB, simple</source>
        <translation>oneTBB, simple</translation>
    </message>
    <message>
        <source>oneTBB&apos;s simple partitioner: every chunk is a task of its own; chunk auto makes each item a task.</source>
        <translation>Der einfache Teiler von oneTBB: Jeder Block ist eine eigene Aufgabe; Block auto macht jedes Element zu einer Aufgabe.</translation>
    </message>
    <message>
        <source>oneTBB, static</source>
        <translation>oneTBB, static</translation>
    </message>
    <message>
        <source>oneTBB&apos;s static partitioner: one equal part of the list per worker, and nothing is stolen; cheap, and good as long as all items cost the same.</source>
        <translation>Der statische Teiler von oneTBB: ein gleicher Teil der Liste je Arbeiter, und nichts wird gestohlen; billig und gut, solange alle Elemente gleich viel kosten.</translation>
    </message>
    <message>
        <source>oneTBB, affinity</source>
        <translation>oneTBB, affinity</translation>
    </message>
    <message>
        <source>oneTBB&apos;s affinity partitioner: remembers which worker had which part of the list and hands it there again, where its data may still be in the cache.</source>
        <translation>Der Affinitäts-Teiler von oneTBB: merkt sich, welcher Arbeiter welchen Teil der Liste hatte, und gibt ihn wieder dorthin, wo seine Daten noch im Cache sein können.</translation>
    </message>
    <message>
        <source>OpenMP, static</source>
        <translation>OpenMP, static</translation>
    </message>
    <message>
        <source>omp parallel for with schedule(static): one equal part of the list per worker; with a chunk, every worker gets as many neighbouring chunks. Its workers spin for milliseconds after a list.</source>
        <translation>omp parallel for mit schedule(static): ein gleicher Teil der Liste je Arbeiter; mit einem Block bekommt jeder Arbeiter gleich viele benachbarte Blöcke. Seine Arbeiter drehen sich nach einer Liste noch Millisekunden lang.</translation>
    </message>
    <message>
        <source>OpenMP, dynamic</source>
        <translation>OpenMP, dynamic</translation>
    </message>
    <message>
        <source>omp parallel for with schedule(dynamic): whoever is free takes the next chunk; chunk auto is OpenMP&apos;s own, one item.</source>
        <translation>omp parallel for mit schedule(dynamic): Wer frei ist, nimmt den nächsten Block; Block auto ist OpenMPs eigener, ein Element.</translation>
    </message>
    <message>
        <source>OpenMP, guided</source>
        <translation>OpenMP, guided</translation>
    </message>
    <message>
        <source>omp parallel for with schedule(guided): long runs of chunks first, shorter ones towards the end of the list.</source>
        <translation>omp parallel for mit schedule(guided): zuerst lange Folgen von Blöcken, kürzere gegen Ende der Liste.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Plain C++ threads that take chunks from a shared counter; also right for work that waits, with more workers than CPUs.</source>
        <translation>Einfache C++-Threads, die Blöcke von einem gemeinsamen Zähler nehmen; auch richtig für Arbeit, die wartet, mit mehr Arbeitern als CPUs.</translation>
    </message>
    <message>
        <source>A std::async task per worker that takes chunks from a shared counter, and one per submitted chunk; shows what a thread per task costs.</source>
        <translation>Eine std::async-Aufgabe je Arbeiter, die Blöcke von einem gemeinsamen Zähler nimmt, und eine je eingereichtem Block; zeigt, was ein Thread je Aufgabe kostet.</translation>
    </message>
    <message>
        <source>Parallel algorithms</source>
        <translation>Parallele Algorithmen</translation>
    </message>
    <message>
        <source>std::for_each with std::execution::par over the list&apos;s chunks; the standard library runs it on oneTBB and offers no further control.</source>
        <translation>std::for_each mit std::execution::par über die Blöcke der Liste; die Standardbibliothek führt es auf oneTBB aus und bietet keine weitere Steuerung.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Runs the first items while timing them, then decides: serial when the list is short against a hand-over, threads when items wait, else threads or oneTBB. Submitted chunks go to threads unless they are too short.</source>
        <translation>Führt die ersten Elemente aus und misst sie, dann entscheidet es: seriell, wenn die Liste gegen eine Übergabe kurz ist, Threads, wenn Elemente warten, sonst Threads oder oneTBB. Eingereichte Blöcke gehen an Threads, wenn sie nicht zu kurz sind.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Worker processes that share the list&apos;s memory and take chunks from a shared counter; a crash of one is noticed at once, repaired or named.</source>
        <translation>Arbeiterprozesse, die den Speicher der Liste teilen und Blöcke von einem gemeinsamen Zähler nehmen; der Absturz eines Prozesses wird sofort bemerkt, behoben oder benannt.</translation>
    </message>
    <message>
        <source>Processes, pipe</source>
        <translation>Prozesse, Pipe</translation>
    </message>
    <message>
        <source>Worker processes that share no memory: every chunk is serialised, sent through a socket and its output sent back, as Python&apos;s Pool does.</source>
        <translation>Arbeiterprozesse, die keinen Speicher teilen: Jeder Block wird serialisiert, durch einen Socket geschickt und seine Ausgabe zurückgeschickt, wie Pythons Pool es tut.</translation>
    </message>
    <message>
        <source>Python, serial</source>
        <translation>Python, seriell</translation>
    </message>
    <message>
        <source>A list comprehension in Python: what Python&apos;s own ways to run in parallel are compared with.</source>
        <translation>Eine List-Comprehension in Python: womit Pythons eigene Arten, parallel zu laufen, verglichen werden.</translation>
    </message>
    <message>
        <source>Python&apos;s own pool of worker processes, forked, with all its calls. Chunk auto is its own rule, four chunks per worker.</source>
        <translation>Pythons eigener Pool von Arbeiterprozessen, geforkt, mit all seinen Aufrufen. Block auto ist seine eigene Regel, vier Blöcke je Arbeiter.</translation>
    </message>
    <message>
        <source>Python, joblib processes</source>
        <translation>Python, joblib-Prozesse</translation>
    </message>
    <message>
        <source>joblib.Parallel with delayed on loky&apos;s worker processes. Chunk auto is joblib&apos;s own rule, and so is what is in flight unless the case limits it: 2*n_jobs.</source>
        <translation>joblib.Parallel mit delayed auf den Arbeiterprozessen von loky. Block auto ist joblibs eigene Regel, ebenso, was unterwegs ist, wenn der Fall es nicht begrenzt: 2*n_jobs.</translation>
    </message>
    <message>
        <source>python3 has no joblib, the package python3-joblib brings it</source>
        <translation>python3 hat kein joblib; das Paket python3-joblib bringt es</translation>
    </message>
    <message>
        <source>Python, joblib threads</source>
        <translation>Python, joblib-Threads</translation>
    </message>
    <message>
        <source>joblib.Parallel on threads of one interpreter, of which one at a time computes: for items that wait.</source>
        <translation>joblib.Parallel auf Threads eines Interpreters, von denen immer nur einer rechnet: für Elemente, die warten.</translation>
    </message>
    <message>
        <source>ProcessPoolExecutor with forked workers: map, submit and as_completed. Chunk auto is Python&apos;s own default, one item.</source>
        <translation>ProcessPoolExecutor mit geforkten Arbeitern: map, submit und as_completed. Block auto ist Pythons eigene Vorgabe, ein Element.</translation>
    </message>
    <message>
        <source>Your program</source>
        <translation>Ihr Programm</translation>
    </message>
    <message>
        <source>A program of your own, which the workload command names, with the workers that it is told.</source>
        <translation>Ein eigenes Programm, das die Arbeitslast command nennt, mit den Arbeitern, die ihm gesagt werden.</translation>
    </message>
    <message>
        <source>Hands over one item and waits for its result before the next.</source>
        <translation>Übergibt ein Element und wartet auf sein Ergebnis, bevor das nächste kommt.</translation>
    </message>
    <message>
        <source>One call computes the whole list, chunk by chunk, and keeps its order.</source>
        <translation>Ein Aufruf berechnet die ganze Liste, Block für Block, und behält ihre Reihenfolge.</translation>
    </message>
    <message>
        <source>As map; an item of several arguments is unpacked by the work itself.</source>
        <translation>Wie map; ein Element aus mehreren Argumenten packt die Arbeit selbst aus.</translation>
    </message>
    <message>
        <source>Hands over every item by itself, then waits for all of them.</source>
        <translation>Übergibt jedes Element für sich und wartet dann auf alle.</translation>
    </message>
    <message>
        <source>Hands over every chunk without waiting, then waits for all of them.</source>
        <translation>Übergibt jeden Block, ohne zu warten, und wartet dann auf alle.</translation>
    </message>
    <message>
        <source>As map-async; arguments are unpacked by the work itself, as in starmap.</source>
        <translation>Wie map-async; Argumente packt die Arbeit selbst aus, wie bei starmap.</translation>
    </message>
    <message>
        <source>Results are taken one after another in the order of the list, while later items run.</source>
        <translation>Ergebnisse werden eines nach dem anderen in der Reihenfolge der Liste genommen, während spätere Elemente laufen.</translation>
    </message>
    <message>
        <source>Results are taken as soon as they are there, in any order.</source>
        <translation>Ergebnisse werden genommen, sobald sie da sind, in beliebiger Reihenfolge.</translation>
    </message>
    <message>
        <source>Folds each chunk into one value, then these in the order of the list.</source>
        <translation>Faltet jeden Block zu einem Wert, dann diese in der Reihenfolge der Liste.</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Kalt</translation>
    </message>
    <message>
        <source>Nothing of the pool exists when the clock starts</source>
        <translation>Vom Pool ist nichts da, wenn die Uhr startet</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>The pool has just run the same list untimed</source>
        <translation>Der Pool hat gerade dieselbe Liste ungemessen ausgeführt</translation>
    </message>
    <message>
        <source>After idle</source>
        <translation>Nach Ruhe</translation>
    </message>
    <message>
        <source>The pool was warm and then idle for 50 ms</source>
        <translation>Der Pool war warm und ruhte dann 50 ms</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>kalt</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>after-idle</source>
        <translation>nach Ruhe</translation>
    </message>
    <message>
        <source>oneTBB</source>
        <translation>oneTBB</translation>
    </message>
    <message>
        <source>std::async</source>
        <translation>std::async</translation>
    </message>
    <message>
        <source>Python, multiprocessing.Pool</source>
        <translation>Python, multiprocessing.Pool</translation>
    </message>
    <message>
        <source>Python, concurrent.futures</source>
        <translation>Python, concurrent.futures</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>apply</translation>
    </message>
    <message>
        <source>map</source>
        <translation>map</translation>
    </message>
    <message>
        <source>starmap</source>
        <translation>starmap</translation>
    </message>
    <message>
        <source>apply async</source>
        <translation>apply async</translation>
    </message>
    <message>
        <source>map async</source>
        <translation>map async</translation>
    </message>
    <message>
        <source>starmap async</source>
        <translation>starmap async</translation>
    </message>
    <message>
        <source>imap</source>
        <translation>imap</translation>
    </message>
    <message>
        <source>imap unordered</source>
        <translation>imap unordered</translation>
    </message>
    <message>
        <source>reduce</source>
        <translation>reduce</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Worker processes begin as copies of the runner</source>
        <translation>Arbeiterprozesse beginnen als Kopien des Messprozesses</translation>
    </message>
    <message>
        <source>Worker processes begin as fresh programs, as on other systems</source>
        <translation>Arbeiterprozesse beginnen als frische Programme, wie auf anderen Systemen</translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <source>Calls that wait for an answer</source>
        <translation>Aufrufe, die auf eine Antwort warten</translation>
    </message>
    <message>
        <source>When 32 calls of a web API wait 50 ms each for their answer, up to how many workers pay, and do worker processes do better than threads?</source>
        <translation>Wenn 32 Aufrufe einer Web-Schnittstelle je 50 ms auf ihre Antwort warten: Bis zu wie vielen Arbeitern lohnt es sich, und sind Arbeiterprozesse besser als Threads?</translation>
    </message>
    <message>
        <source>Where memory is the limit</source>
        <translation>Wo der Speicher die Grenze ist</translation>
    </message>
    <message>
        <source>How far do more workers speed up work that only moves numbers, from lists in the caches to lists far beyond them?</source>
        <translation>Wie weit beschleunigen mehr Arbeiter eine Arbeit, die nur Zahlen bewegt, von Listen in den Caches bis zu Listen weit darüber hinaus?</translation>
    </message>
    <message>
        <source>What two lists have in common</source>
        <translation>Was zwei Listen gemeinsam haben</translation>
    </message>
    <message>
        <source>From how many rows does it pay to look for the common items of two short lists in parallel, and does it ever when each row is handed over by itself?</source>
        <translation>Ab wie vielen Zeilen lohnt es sich, gemeinsame Elemente zweier kurzer Listen parallel zu suchen, und lohnt es sich je, wenn jede Zeile für sich übergeben wird?</translation>
    </message>
    <message>
        <source>Crawling web sites</source>
        <translation>Websites lesen</translation>
    </message>
    <message>
        <source>Within a site each page must be read before the next is known: how much faster do eight workers read one site, and how much faster many?</source>
        <translation>In einer Website muss jede Seite gelesen sein, bevor die nächste bekannt ist: Wie viel schneller lesen acht Arbeiter eine Website, und wie viel schneller viele?</translation>
    </message>
    <message>
        <source>A table by rows, by columns, in parts</source>
        <translation>Eine Tabelle nach Zeilen, nach Spalten, in Teilen</translation>
    </message>
    <message>
        <source>Does a table pay in parallel when it is handed over by rows, by columns, or in a few whole parts?</source>
        <translation>Lohnt sich eine Tabelle parallel, wenn sie nach Zeilen, nach Spalten oder in wenigen ganzen Teilen übergeben wird?</translation>
    </message>
    <message>
        <source>Neighbours on one cache line</source>
        <translation>Nachbarn in einer Cache-Zeile</translation>
    </message>
    <message>
        <source>What do two workers lose when each writes to its own counter but the counters lie side by side, and does padding bring it back?</source>
        <translation>Was verlieren zwei Arbeiter, wenn jeder in seinen eigenen Zähler schreibt, die Zähler aber nebeneinander liegen, und bringt Abstand es zurück?</translation>
    </message>
    <message>
        <source>A first look: overhead versus size</source>
        <translation>Ein erster Blick: Mehraufwand nach Größe</translation>
    </message>
    <message>
        <source>In a few seconds: from which list size do parallel workers repay their start?</source>
        <translation>In wenigen Sekunden: Ab welcher Listengröße zahlen parallele Arbeiter ihren Start zurück?</translation>
    </message>
    <message>
        <source>How large a chunk</source>
        <translation>Wie groß ein Block</translation>
    </message>
    <message>
        <source>From which chunk on is handing over cheaper than the work, and when do the last chunks keep the others waiting?</source>
        <translation>Ab welchem Block ist das Übergeben billiger als die Arbeit, und wann lassen die letzten Blöcke die anderen warten?</translation>
    </message>
    <message>
        <source>Many models to train</source>
        <translation>Viele Modelle zu trainieren</translation>
    </message>
    <message>
        <source>How far do four workers shorten the training of models that take 1 to 3 seconds each, when they are few and when they are more?</source>
        <translation>Wie weit verkürzen vier Arbeiter das Trainieren von Modellen, die je 1 bis 3 Sekunden brauchen, wenn es wenige sind und wenn es mehr sind?</translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>Ein Ordner voller Bilder</translation>
    </message>
    <message>
        <source>How close do many independent pictures come to a speed-up by the number of cores, and what does it cost to send each picture to another process?</source>
        <translation>Wie nahe kommen viele unabhängige Bilder einer Beschleunigung um die Zahl der Kerne, und was kostet es, jedes Bild an einen anderen Prozess zu schicken?</translation>
    </message>
    <message>
        <source>Items of unequal length</source>
        <translation>Ungleich lange Elemente</translation>
    </message>
    <message>
        <source>How should a list be cut when its items take different times: in one part per worker (tbb-static), item by item, or as the work goes?</source>
        <translation>Wie soll eine Liste geteilt werden, wenn ihre Elemente verschieden lange dauern: in einen Teil je Arbeiter (tbb-static), Element für Element oder wie die Arbeit vorangeht?</translation>
    </message>
    <message>
        <source>Fewer items under way, less memory</source>
        <translation>Weniger Elemente unterwegs, weniger Speicher</translation>
    </message>
    <message>
        <source>How much memory does a lower in-flight limit save when many small items are handed over one by one, and what does it cost in time?</source>
        <translation>Wie viel Speicher spart eine niedrigere Grenze für das, was unterwegs ist, wenn viele kleine Elemente einzeln übergeben werden, und was kostet sie an Zeit?</translation>
    </message>
    <message>
        <source>Workers for work that waits</source>
        <translation>Arbeiter für Arbeit, die wartet</translation>
    </message>
    <message>
        <source>How many workers per CPU pay when items wait for something else than the CPU: one, one and a half, or many more?</source>
        <translation>Wie viele Arbeiter je CPU lohnen sich, wenn Elemente auf etwas anderes als die CPU warten: einer, anderthalb oder viel mehr?</translation>
    </message>
    <message>
        <source>joblib, multiprocessing and ours</source>
        <translation>joblib, multiprocessing und unsere</translation>
    </message>
    <message>
        <source>When every item waits, does it matter whether Python&apos;s joblib, its multiprocessing or our worker processes run the list?</source>
        <translation>Wenn jedes Element wartet: Macht es einen Unterschied, ob Pythons joblib, sein multiprocessing oder unsere Arbeiterprozesse die Liste ausführen?</translation>
    </message>
    <message>
        <source>The same list twice</source>
        <translation>Dieselbe Liste zweimal</translation>
    </message>
    <message>
        <source>What does a list of slow items take the second time, when the disk has kept the results of the first?</source>
        <translation>Wie lange braucht eine Liste langsamer Elemente beim zweiten Mal, wenn die Platte die Ergebnisse des ersten behalten hat?</translation>
    </message>
    <message>
        <source>Rows between 0 and 1</source>
        <translation>Zeilen zwischen 0 und 1</translation>
    </message>
    <message>
        <source>From how many rows do workers pay when each row of four numbers is brought to the range from 0 to 1, and what if all rows have to be copied to the workers and back?</source>
        <translation>Ab wie vielen Zeilen lohnen sich Arbeiter, wenn jede Zeile aus vier Zahlen auf den Bereich von 0 bis 1 gebracht wird, und was, wenn alle Zeilen zu den Arbeitern und zurück kopiert werden müssen?</translation>
    </message>
    <message>
        <source>Overhead against list size</source>
        <translation>Mehraufwand nach Listengröße</translation>
    </message>
    <message>
        <source>From which list size do parallel workers repay their start when each item is one multiplication?</source>
        <translation>Ab welcher Listengröße zahlen parallele Arbeiter ihren Start zurück, wenn jedes Element eine Multiplikation ist?</translation>
    </message>
    <message>
        <source>What do more workers than CPUs cost when the work computes, and what do they save when it waits?</source>
        <translation>Was kosten mehr Arbeiter als CPUs, wenn die Arbeit rechnet, und was sparen sie, wenn sie wartet?</translation>
    </message>
    <message>
        <source>C++ and Python on one chart</source>
        <translation>C++ und Python in einem Diagramm</translation>
    </message>
    <message>
        <source>Squaring a list, with the pool started each time: from which size does each way to run in parallel pay, in C++ against a C++ loop and in Python against a Python loop?</source>
        <translation>Eine Liste quadrieren, mit jedes Mal neu gestartetem Pool: Ab welcher Größe lohnt sich jede Art, parallel zu laufen, in C++ gegen eine C++-Schleife und in Python gegen eine Python-Schleife?</translation>
    </message>
    <message>
        <source>Cold, warm, after a pause</source>
        <translation>Kalt, warm, nach einer Pause</translation>
    </message>
    <message>
        <source>What does the first call of a pool cost, what one right after another, and what one after 50 ms of rest?</source>
        <translation>Was kostet der erste Aufruf eines Pools, was einer gleich nach einem anderen und was einer nach 50 ms Ruhe?</translation>
    </message>
    <message>
        <source>A slow loop over twenty items</source>
        <translation>Eine langsame Schleife über zwanzig Elemente</translation>
    </message>
    <message>
        <source>How long do ten workers take for 20 items that wait half a second each, and what do they cost beyond the waiting itself?</source>
        <translation>Wie lange brauchen zehn Arbeiter für 20 Elemente, die je eine halbe Sekunde warten, und was kosten sie über das Warten hinaus?</translation>
    </message>
    <message>
        <source>One sum instead of a list</source>
        <translation>Eine Summe statt einer Liste</translation>
    </message>
    <message>
        <source>Does adding up in parallel pay earlier than computing a list of the same results?</source>
        <translation>Lohnt sich paralleles Addieren früher als das Berechnen einer Liste derselben Ergebnisse?</translation>
    </message>
    <message>
        <source>Counting numbers in rows</source>
        <translation>Zahlen in Zeilen zählen</translation>
    </message>
    <message>
        <source>Which call counts best how many of the five numbers of each row lie between 4 and 8, one row at a time or many, up to 200 000 rows?</source>
        <translation>Welcher Aufruf zählt am besten, wie viele der fünf Zahlen jeder Zeile zwischen 4 und 8 liegen, eine Zeile auf einmal oder viele, bis zu 200 000 Zeilen?</translation>
    </message>
    <message>
        <source>Running scripts</source>
        <translation>Skripte laufen lassen</translation>
    </message>
    <message>
        <source>Three scripts that compute a little and wait are run in turn, nine times at most: do threads serve as well as processes to keep them going, and do more workers than CPUs pay?</source>
        <translation>Drei Skripte, die ein wenig rechnen und warten, laufen reihum, höchstens neunmal: Taugen Threads so gut wie Prozesse, um sie in Gang zu halten, und lohnen sich mehr Arbeiter als CPUs?</translation>
    </message>
    <message>
        <source>The part that cannot be shared out</source>
        <translation>Der Teil, der sich nicht aufteilen lässt</translation>
    </message>
    <message>
        <source>How much of the speed-up is left when a fraction of the work can only be done by one worker, at the end of a reduction or in the first item of a list?</source>
        <translation>Wie viel bleibt von der Beschleunigung, wenn ein Teil der Arbeit nur von einem Arbeiter getan werden kann, am Ende einer Reduktion oder im ersten Element einer Liste?</translation>
    </message>
    <message>
        <source>A staircase of waiting</source>
        <translation>Eine Treppe aus Warten</translation>
    </message>
    <message>
        <source>When every item waits 2 seconds, how does the time of eight workers grow with the number of items?</source>
        <translation>Wenn jedes Element 2 Sekunden wartet: Wie wächst die Zeit von acht Arbeitern mit der Zahl der Elemente?</translation>
    </message>
    <message>
        <source>Cleaning documents</source>
        <translation>Dokumente säubern</translation>
    </message>
    <message>
        <source>From how many documents on is it worth it to clean texts in parallel, when the pool is made anew and when it is there already, in C++ and in Python?</source>
        <translation>Ab wie vielen Dokumenten lohnt es sich, Texte parallel zu säubern, wenn der Pool neu gemacht wird und wenn er schon da ist, in C++ und in Python?</translation>
    </message>
    <message>
        <source>A function of two arguments</source>
        <translation>Eine Funktion mit zwei Argumenten</translation>
    </message>
    <message>
        <source>When every item is a pair of arguments and waits 2 seconds, what do eight workers make of up to ten pairs?</source>
        <translation>Wenn jedes Element ein Paar von Argumenten ist und 2 Sekunden wartet: Was machen acht Arbeiter aus bis zu zehn Paaren?</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>%1 (edited)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>When half of the work can only be done by one worker, how much faster can all of them be?</source>
        <translation>Wenn die Hälfte der Arbeit nur von einem Arbeiter getan werden kann: Wie viel schneller können alle zusammen sein?</translation>
    </message>
    <message>
        <source>One by one, or the whole list</source>
        <translation>Einzeln oder die ganze Liste</translation>
    </message>
    <message>
        <source>What becomes of a list when each of its rows is handed to a worker process by itself, and what when the list is handed over as a whole?</source>
        <translation>Was wird aus einer Liste, wenn jede ihrer Zeilen für sich an einen Arbeiterprozess übergeben wird, und was, wenn die Liste als Ganzes übergeben wird?</translation>
    </message>
    <message>
        <source>How much faster are all workers when the work only moves numbers through memory?</source>
        <translation>Wie viel schneller sind alle Arbeiter, wenn die Arbeit nur Zahlen durch den Speicher bewegt?</translation>
    </message>
    <message>
        <source>How much to hand over at once</source>
        <translation>Wie viel auf einmal zu übergeben ist</translation>
    </message>
    <message>
        <source>Is it better to hand a list over item by item, in large parts, or in something between?</source>
        <translation>Ist es besser, eine Liste Element für Element zu übergeben, in großen Teilen oder in etwas dazwischen?</translation>
    </message>
    <message>
        <source>What do workers lose when each writes to its own counter but the counters lie side by side?</source>
        <translation>Was verlieren Arbeiter, wenn jeder in seinen eigenen Zähler schreibt, die Zähler aber nebeneinander liegen?</translation>
    </message>
    <message>
        <source>joblib, threads and one lock</source>
        <translation>joblib, Threads und eine Sperre</translation>
    </message>
    <message>
        <source>How much faster does joblib make a computing Python loop with threads?</source>
        <translation>Wie viel schneller macht joblib eine rechnende Python-Schleife mit Threads?</translation>
    </message>
    <message>
        <source>What do workers lose when each gets one equal part of a list whose items grow longer and longer?</source>
        <translation>Was verlieren Arbeiter, wenn jeder einen gleichen Teil einer Liste bekommt, deren Elemente immer länger werden?</translation>
    </message>
    <message>
        <source>How much may be under way</source>
        <translation>Wie viel unterwegs sein darf</translation>
    </message>
    <message>
        <source>What does memory pay for when every item is handed over before the first result is fetched?</source>
        <translation>Was kostet es an Speicher, wenn jedes Element übergeben wird, bevor das erste Ergebnis geholt ist?</translation>
    </message>
    <message>
        <source>When every item waits 1 ms for an answer, is one and a half times the number of CPUs a good number of workers?</source>
        <translation>Wenn jedes Element 1 ms auf eine Antwort wartet: Ist das Anderthalbfache der Zahl der CPUs eine gute Zahl von Arbeitern?</translation>
    </message>
    <message>
        <source>When the work computes, do more workers than CPUs make it faster?</source>
        <translation>Wenn die Arbeit rechnet: Machen mehr Arbeiter als CPUs sie schneller?</translation>
    </message>
    <message>
        <source>Your own function</source>
        <translation>Die eigene Funktion</translation>
    </message>
    <message>
        <source>From how many items on does your own function pay in parallel?</source>
        <translation>Ab wie vielen Elementen lohnt sich die eigene Funktion parallel?</translation>
    </message>
    <message>
        <source>What it costs to send a list</source>
        <translation>Was es kostet, eine Liste zu schicken</translation>
    </message>
    <message>
        <source>Worker processes that share no memory get every item sent and send every result back: does that leave anything of their gain?</source>
        <translation>Arbeiterprozesse, die keinen Speicher teilen, bekommen jedes Element geschickt und schicken jedes Ergebnis zurück: Bleibt davon etwas von ihrem Gewinn?</translation>
    </message>
    <message>
        <source>What it takes to have workers</source>
        <translation>Was es braucht, Arbeiter zu haben</translation>
    </message>
    <message>
        <source>How long does it take until two workers stand ready, and what is left of that when they are kept?</source>
        <translation>Wie lange dauert es, bis zwei Arbeiter bereitstehen, und was bleibt davon, wenn sie behalten werden?</translation>
    </message>
    <message>
        <source>When every item waits 3 ms, how does the time of four workers grow with the number of items?</source>
        <translation>Wenn jedes Element 3 ms wartet: Wie wächst die Zeit von vier Arbeitern mit der Zahl der Elemente?</translation>
    </message>
    <message>
        <source>Why small lists lose</source>
        <translation>Warum kurze Listen verlieren</translation>
    </message>
    <message>
        <source>From which size does a list of light items repay waking the workers?</source>
        <translation>Ab welcher Größe zahlt eine Liste leichter Elemente das Wecken der Arbeiter zurück?</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Every event of a run, one JSON object per line</source>
        <translation>Jedes Ereignis eines Laufs, ein JSON-Objekt je Zeile</translation>
    </message>
    <message>
        <source>Curves CSV</source>
        <translation>CSV der Kurven</translation>
    </message>
    <message>
        <source>List length, curve and median time: the table of the tutorials</source>
        <translation>Listenlänge, Kurve und Medianzeit: die Tabelle der Anleitungen</translation>
    </message>
    <message>
        <source>Samples CSV</source>
        <translation>CSV der Stichproben</translation>
    </message>
    <message>
        <source>One row per timed sample</source>
        <translation>Eine Zeile je gemessener Stichprobe</translation>
    </message>
    <message>
        <source>Summary CSV</source>
        <translation>CSV der Zusammenfassung</translation>
    </message>
    <message>
        <source>One row per trial with median, interval, speed-up and status</source>
        <translation>Eine Zeile je Versuch mit Median, Intervall, Beschleunigung und Zustand</translation>
    </message>
    <message>
        <source>Google Benchmark JSON</source>
        <translation>JSON von Google Benchmark</translation>
    </message>
    <message>
        <source>What a program with Google Benchmark writes: functions timed within it</source>
        <translation>Was ein Programm mit Google Benchmark schreibt: Funktionen, in ihm gemessen</translation>
    </message>
    <message>
        <source>hyperfine JSON</source>
        <translation>JSON von hyperfine</translation>
    </message>
    <message>
        <source>What hyperfine --export-json writes: programs timed from outside</source>
        <translation>Was hyperfine --export-json schreibt: Programme, von außen gemessen</translation>
    </message>
    <message>
        <source>pyperf JSON</source>
        <translation>JSON von pyperf</translation>
    </message>
    <message>
        <source>What Python&apos;s pyperf writes: functions timed in several processes</source>
        <translation>Was Pythons pyperf schreibt: Funktionen, in mehreren Prozessen gemessen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>What each worker did when, for Perfetto or chrome://tracing</source>
        <translation>Was jeder Arbeiter wann tat, für Perfetto oder chrome://tracing</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>HTML-Bericht</translation>
    </message>
    <message>
        <source>One page that works offline: charts, findings, tables, method and data</source>
        <translation>Eine Seite, die ohne Netz geht: Diagramme, Befunde, Tabellen, Verfahren und Daten</translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation>Markdown-Bericht</translation>
    </message>
    <message>
        <source>Headline, findings, tables and method as text</source>
        <translation>Kernaussage, Befunde, Tabellen und Verfahren als Text</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Time per item</source>
        <translation>Zeit je Element</translation>
    </message>
    <message>
        <source>First result</source>
        <translation>Erstes Ergebnis</translation>
    </message>
    <message>
        <source>Speed-up over workers</source>
        <translation>Beschleunigung nach Arbeitern</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>Overhead parts</source>
        <translation>Teile des Mehraufwands</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Overhead parts of %1</source>
        <translation>Teile des Mehraufwands von %1</translation>
    </message>
    <message>
        <source>Losses of %1</source>
        <translation>Verluste von %1</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Körnung</translation>
    </message>
    <message>
        <source>Median time of one list against what the experiment varies; over sizes with the break-even of each curve</source>
        <translation>Medianzeit einer Liste gegen das, was das Experiment verändert; über Größen mit dem Break-even jeder Kurve</translation>
    </message>
    <message>
        <source>Median time of one list over its items: flat where a longer list costs nothing extra, high at the left where a call costs more than its items, with steps where a list outgrows a cache</source>
        <translation>Medianzeit einer Liste, geteilt durch ihre Elemente: flach, wo eine längere Liste nichts extra kostet, links hoch, wo ein Aufruf mehr kostet als seine Elemente, mit Stufen, wo eine Liste über einen Cache hinauswächst</translation>
    </message>
    <message>
        <source>Median time until the first result of a list is there: what somebody waits for who can go on with it</source>
        <translation>Medianzeit, bis das erste Ergebnis einer Liste da ist: worauf wartet, wer damit weitermachen kann</translation>
    </message>
    <message>
        <source>Serial time over parallel time against what the experiment varies; above 1 parallel is faster</source>
        <translation>Serielle Zeit, geteilt durch parallele Zeit, gegen das, was das Experiment verändert; über 1 ist parallel schneller</translation>
    </message>
    <message>
        <source>Serial time over parallel time of the largest list that all share, against the workers; beside the ideal of computing, the ceilings, and Amdahl&apos;s law where the points carry one</source>
        <translation>Serielle Zeit, geteilt durch parallele Zeit, der größten Liste, die alle gemeinsam haben, gegen die Arbeiter; daneben das Ideal beim Rechnen, die Obergrenzen und Amdahls Gesetz, wo die Punkte eines tragen</translation>
    </message>
    <message>
        <source>What each worker gives of what serial gives alone; 100 % is ideal</source>
        <translation>Was jeder Arbeiter von dem gibt, was seriell allein gibt; 100 % sind ideal</translation>
    </message>
    <message>
        <source>The parts of a parallel call, each measured by itself, against the time of one curve, the fastest or the one chosen in the results: what they come to, and what they leave unexplained</source>
        <translation>Die Teile eines parallelen Aufrufs, jeder für sich gemessen, gegen die Zeit einer Kurve, der schnellsten oder der in den Ergebnissen gewählten: was sie ergeben und was sie unerklärt lassen</translation>
    </message>
    <message>
        <source>The way from the ideal down to the speed-up per worker of one curve, the fastest or the one chosen in the results: what is left after each loss, one after the other</source>
        <translation>Der Weg vom Ideal hinab zur Beschleunigung je Arbeiter einer Kurve, der schnellsten oder der in den Ergebnissen gewählten: was nach jedem Verlust bleibt, einer nach dem anderen</translation>
    </message>
    <message>
        <source>Median time against the items that are handed over together: small chunks cost handing over, large ones leave workers without work; between them lies the best</source>
        <translation>Medianzeit gegen die Elemente, die zusammen übergeben werden: Kleine Blöcke kosten Übergabe, große lassen Arbeiter ohne Arbeit; dazwischen liegt der beste</translation>
    </message>
    <message>
        <source>Speed-up over serial by size and workers in one colour each, hatched where it is not resolved; a line where parallel begins to pay</source>
        <translation>Beschleunigung gegenüber seriell nach Größe und Arbeitern in je einer Farbe, schraffiert, wo sie nicht entschieden ist; eine Linie, wo parallel sich zu lohnen beginnt</translation>
    </message>
    <message>
        <source>Every sample of a trial with its box: the median with its interval, the middle half, and what is out of the ordinary</source>
        <translation>Jede Stichprobe eines Versuchs mit ihrem Kasten: der Median mit seinem Intervall, die mittlere Hälfte und was aus dem Rahmen fällt</translation>
    </message>
    <message>
        <source>%1 versus size</source>
        <translation>%1 nach Größe</translation>
    </message>
    <message>
        <source>%1 versus workers</source>
        <translation>%1 nach Arbeitern</translation>
    </message>
    <message>
        <source>%1 versus chunk</source>
        <translation>%1 nach Block</translation>
    </message>
    <message>
        <source>%1 versus serial fraction</source>
        <translation>%1 nach seriellem Anteil</translation>
    </message>
    <message>
        <source>%1 versus %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 versus workers, %2</source>
        <translation>%1 nach Arbeitern, %2</translation>
    </message>
    <message>
        <source>%1 versus chunk, the best one marked</source>
        <translation>%1 nach Block, der beste markiert</translation>
    </message>
    <message>
        <source>Runtime (s)</source>
        <translation>Laufzeit (s)</translation>
    </message>
    <message>
        <source>Time per item (s)</source>
        <translation>Zeit je Element (s)</translation>
    </message>
    <message>
        <source>Time to the first result (s)</source>
        <translation>Zeit bis zum ersten Ergebnis (s)</translation>
    </message>
    <message>
        <source>Speed-up per worker (%)</source>
        <translation>Beschleunigung je Arbeiter (%)</translation>
    </message>
    <message>
        <source>Left of the ideal (%)</source>
        <translation>Vom Ideal geblieben (%)</translation>
    </message>
    <message>
        <source>Speed-up vs serial (×)</source>
        <translation>Beschleunigung gegen seriell (×)</translation>
    </message>
    <message>
        <source>Speed-up vs serial, in Python vs python-serial (×)</source>
        <translation>Beschleunigung gegen seriell, in Python gegen python-serial (×)</translation>
    </message>
    <message>
        <source>Speed-up vs serial</source>
        <translation>Beschleunigung gegen seriell</translation>
    </message>
    <message>
        <source>Speed-up vs serial, in Python vs python-serial</source>
        <translation>Beschleunigung gegen seriell, in Python gegen python-serial</translation>
    </message>
    <message>
        <source>Size (items)</source>
        <translation>Größe (Elemente)</translation>
    </message>
    <message>
        <source>Workers (threads or processes)</source>
        <translation>Arbeiter (Threads oder Prozesse)</translation>
    </message>
    <message>
        <source>Chunk (items)</source>
        <translation>Block (Elemente)</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>fraction %1</source>
        <translation>Anteil %1</translation>
    </message>
    <message>
        <source>Parameter %1</source>
        <translation>Parameter %1</translation>
    </message>
    <message>
        <source>Distribution of samples</source>
        <translation>Verteilung der Stichproben</translation>
    </message>
    <message>
        <source>Distribution of samples, %1</source>
        <translation>Verteilung der Stichproben, %1</translation>
    </message>
    <message>
        <source>Time as a share of the trial&apos;s median (%)</source>
        <translation>Zeit als Anteil am Median des Versuchs (%)</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elemente</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Element</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Arbeiter</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Arbeiter</translation>
    </message>
    <message>
        <source>%1: %2 items</source>
        <translation>%1: %2 Elemente</translation>
    </message>
    <message>
        <source>%1: %2 items (%3)</source>
        <translation>%1: %2 Elemente (%3)</translation>
    </message>
    <message>
        <source>%1: 1 item</source>
        <translation>%1: 1 Element</translation>
    </message>
    <message>
        <source>%1: 1 item (%2)</source>
        <translation>%1: 1 Element (%2)</translation>
    </message>
    <message>
        <source>break-even</source>
        <translation>Break-even</translation>
    </message>
    <message>
        <source>best chunk</source>
        <translation>bester Block</translation>
    </message>
    <message>
        <source>break-even, if so</source>
        <translation>Break-even, wenn so</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>seriell</translation>
    </message>
    <message>
        <source>parallel</source>
        <translation>parallel</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>ideal</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>ideal ×%1</source>
        <translation>ideal ×%1</translation>
    </message>
    <message>
        <source>memory ×%1</source>
        <translation>Speicher ×%1</translation>
    </message>
    <message>
        <source>%1 usable CPUs</source>
        <translation>%1 nutzbare CPUs</translation>
    </message>
    <message>
        <source>1 usable CPU</source>
        <translation>1 nutzbare CPU</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>ideal for computing: %1 usable CPUs</source>
        <translation>ideal beim Rechnen: %1 nutzbare CPUs</translation>
    </message>
    <message>
        <source>ideal: %1 workers</source>
        <translation>ideal: %1 Arbeiter</translation>
    </message>
    <message>
        <source>Amdahl, %1: %2 serial</source>
        <translation>Amdahl, %1: %2 seriell</translation>
    </message>
    <message>
        <source>%1, chunk %2</source>
        <translation>%1, Block %2</translation>
    </message>
    <message>
        <source>%1 chunk %2</source>
        <translation>%1 Block %2</translation>
    </message>
    <message>
        <source>%1 cold</source>
        <translation>%1 kalt</translation>
    </message>
    <message>
        <source>%1 warm</source>
        <translation>%1 warm</translation>
    </message>
    <message>
        <source>%1 after-idle</source>
        <translation>%1 nach Ruhe</translation>
    </message>
    <message>
        <source>%1 serial</source>
        <translation>%1 seriell</translation>
    </message>
    <message>
        <source>%1 serial reduce</source>
        <translation>%1 seriell reduce</translation>
    </message>
    <message>
        <source>%1 in flight %2</source>
        <translation>%1 unterwegs %2</translation>
    </message>
    <message>
        <source>nothing lost</source>
        <translation>nichts verloren</translation>
    </message>
    <message>
        <source>after imbalance</source>
        <translation>nach Ungleichgewicht</translation>
    </message>
    <message>
        <source>and after overhead</source>
        <translation>und nach Mehraufwand</translation>
    </message>
    <message>
        <source>and after the clock</source>
        <translation>und nach dem Takt</translation>
    </message>
    <message>
        <source>all parts together</source>
        <translation>alle Teile zusammen</translation>
    </message>
    <message>
        <source>not explained by the parts</source>
        <translation>durch die Teile nicht erklärt</translation>
    </message>
    <message>
        <source>work: serial / workers</source>
        <translation>Arbeit: seriell / Arbeiter</translation>
    </message>
    <message>
        <source>start of the pool</source>
        <translation>Start des Pools</translation>
    </message>
    <message>
        <source>waking the workers</source>
        <translation>Wecken der Arbeiter</translation>
    </message>
    <message>
        <source>handing over chunks</source>
        <translation>Übergeben der Blöcke</translation>
    </message>
    <message>
        <source>copying items</source>
        <translation>Kopieren der Elemente</translation>
    </message>
    <message>
        <source>n too small</source>
        <translation>n zu klein</translation>
    </message>
    <message>
        <source>%1 (n too small)</source>
        <translation>%1 (n zu klein)</translation>
    </message>
    <message>
        <source>%1 (up to %2)</source>
        <translation>%1 (bis %2)</translation>
    </message>
    <message>
        <source>one launch</source>
        <translation>ein Messstart</translation>
    </message>
    <message>
        <source>two passes</source>
        <translation>zwei Durchgänge</translation>
    </message>
    <message>
        <source>one pass</source>
        <translation>ein Durchgang</translation>
    </message>
    <message>
        <source>Left out (%1) at %2: %3</source>
        <translation>Ausgelassen (%1) bei %2: %3</translation>
    </message>
    <message>
        <source>at %1: %2</source>
        <translation>bei %1: %2</translation>
    </message>
    <message>
        <source>Left out (%1): %2</source>
        <translation>Ausgelassen (%1): %2</translation>
    </message>
    <message>
        <source>Left out (no %1): %2</source>
        <translation>Ausgelassen (kein %1): %2</translation>
    </message>
    <message>
        <source>Left out (no workers): %1</source>
        <translation>Ausgelassen (keine Arbeiter): %1</translation>
    </message>
    <message>
        <source>Left out (no chunk): %1</source>
        <translation>Ausgelassen (kein Block): %1</translation>
    </message>
    <message>
        <source>Left out (not a number): chunk %1</source>
        <translation>Ausgelassen (keine Zahl): Block %1</translation>
    </message>
    <message>
        <source>Left out (not a number): %1</source>
        <translation>Ausgelassen (keine Zahl): %1</translation>
    </message>
    <message>
        <source>%1 (parts are timed by themselves, at another moment)</source>
        <translation>%1 (Teile werden für sich und zu einem anderen Zeitpunkt gemessen)</translation>
    </message>
    <message>
        <source>Above the measured time at %1: %2</source>
        <translation>Über der gemessenen Zeit bei %1: %2</translation>
    </message>
    <message>
        <source>%1 (%2) at %3</source>
        <translation>%1 (%2) bei %3</translation>
    </message>
    <message>
        <source>not above 0</source>
        <translation>nicht über 0</translation>
    </message>
    <message>
        <source>Left out: %1 trials without samples</source>
        <translation>Ausgelassen: %1 Versuche ohne Stichproben</translation>
    </message>
    <message>
        <source>Left out: 1 trial without samples</source>
        <translation>Ausgelassen: 1 Versuch ohne Stichproben</translation>
    </message>
    <message>
        <source>Nothing can be compared with serial yet</source>
        <translation>Noch lässt sich nichts mit seriell vergleichen</translation>
    </message>
    <message>
        <source>The run has no two sizes of chunks; the experiment grain has</source>
        <translation>Der Lauf hat keine zwei Blockgrößen; das Experiment grain hat sie</translation>
    </message>
    <message>
        <source>Which chunk is best is not resolved</source>
        <translation>Welcher Block der beste ist, ist nicht entschieden</translation>
    </message>
    <message>
        <source>Which chunk is best is not resolved: %1</source>
        <translation>Welcher Block der beste ist, ist nicht entschieden: %1</translation>
    </message>
    <message>
        <source>No trial of this run hands out results before its list is done; calls such as imap do</source>
        <translation>Kein Versuch dieses Laufs gibt Ergebnisse heraus, bevor seine Liste fertig ist; Aufrufe wie imap tun das</translation>
    </message>
    <message>
        <source>The run has one worker count; others show how the speed-up grows</source>
        <translation>Der Lauf hat nur eine Zahl von Arbeitern; andere zeigen, wie die Beschleunigung wächst</translation>
    </message>
    <message>
        <source>Each line has one loss more than the one before; the curve itself has all, slower work as the last</source>
        <translation>Jede Linie hat einen Verlust mehr als die davor; die Kurve selbst hat alle, langsamere Arbeit als letzten</translation>
    </message>
    <message>
        <source>No profiled pass tells the causes</source>
        <translation>Kein aufgezeichneter Durchgang nennt die Ursachen</translation>
    </message>
    <message>
        <source>if: %1</source>
        <translation>wenn: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is estimated, not measured</source>
        <translation>„%1“ ist geschätzt, nicht gemessen</translation>
    </message>
    <message>
        <source>it extrapolates to more workers than were measured</source>
        <translation>das extrapoliert auf mehr Arbeiter, als gemessen wurden</translation>
    </message>
    <message>
        <source>%1: left out, it is drawn over another axis (%2)</source>
        <translation>%1: ausgelassen, da über einer anderen Achse gezeichnet (%2)</translation>
    </message>
    <message>
        <source>1 outlier</source>
        <translation>1 Ausreißer</translation>
    </message>
    <message>
        <source>%1 outliers</source>
        <translation>%1 Ausreißer</translation>
    </message>
    <message>
        <source>1 outlier far out</source>
        <translation>1 Ausreißer weit außerhalb</translation>
    </message>
    <message>
        <source>%1 outliers far out</source>
        <translation>%1 Ausreißer weit außerhalb</translation>
    </message>
    <message>
        <source>%1 outliers, %2 of them far out</source>
        <translation>%1 Ausreißer, davon %2 weit außerhalb</translation>
    </message>
    <message>
        <source>more than one mode</source>
        <translation>mehr als ein Gipfel</translation>
    </message>
    <message>
        <source>%1, size %2: %3</source>
        <translation>%1, Größe %2: %3</translation>
    </message>
    <message>
        <source>chunks of %1</source>
        <translation>Blöcke zu %1</translation>
    </message>
</context>
<context>
    <name>Verdicts and findings</name>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>langsamer</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>the same within %1</source>
        <translation>gleich bis auf %1</translation>
    </message>
    <message>
        <source>same within %1</source>
        <translation>gleich bis auf %1</translation>
    </message>
    <message>
        <source>not resolved</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>always-faster</source>
        <translation>immer schneller</translation>
    </message>
    <message>
        <source>never-in-range</source>
        <translation>nie im Bereich</translation>
    </message>
    <message>
        <source>not-resolved</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>always faster</source>
        <translation>immer schneller</translation>
    </message>
    <message>
        <source>never in range</source>
        <translation>nie im Bereich</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>wrong-result</source>
        <translation>falsches Ergebnis</translation>
    </message>
    <message>
        <source>timed-out</source>
        <translation>Frist überschritten</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>thermal</source>
        <translation>zu heiß</translation>
    </message>
    <message>
        <source>steal</source>
        <translation>andere Gäste</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>CPU-Andrang</translation>
    </message>
    <message>
        <source>switches</source>
        <translation>Threadwechsel</translation>
    </message>
    <message>
        <source>page-faults</source>
        <translation>Seitenfehler</translation>
    </message>
    <message>
        <source>migrated</source>
        <translation>CPU gewechselt</translation>
    </message>
    <message>
        <source>debug-build</source>
        <translation>Debug-Bau</translation>
    </message>
    <message>
        <source>debugger</source>
        <translation>Debugger</translation>
    </message>
    <message>
        <source>cache-stores</source>
        <translation>füllte den Cache</translation>
    </message>
    <message>
        <source>warm-runtime</source>
        <translation>warme Laufzeit</translation>
    </message>
    <message>
        <source>oversubscribed</source>
        <translation>überbelegt</translation>
    </message>
    <message>
        <source>chose-%1</source>
        <translation>wählte %1</translation>
    </message>
    <message>
        <source>%1 vs %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source> vs %1</source>
        <translation> gegen %1</translation>
    </message>
    <message>
        <source>%1 on %2 workers</source>
        <translation>%1 auf %2 Arbeitern</translation>
    </message>
    <message>
        <source>%1 on 1 worker</source>
        <translation>%1 auf 1 Arbeiter</translation>
    </message>
    <message>
        <source>%1 with %2 workers</source>
        <translation>%1 mit %2 Arbeitern</translation>
    </message>
    <message>
        <source>%1 with 1 worker</source>
        <translation>%1 mit 1 Arbeiter</translation>
    </message>
    <message>
        <source>Nothing has been measured yet</source>
        <translation>Noch ist nichts gemessen</translation>
    </message>
    <message>
        <source>No parallel trial could be compared with serial</source>
        <translation>Kein paralleler Versuch ließ sich mit seriell vergleichen</translation>
    </message>
    <message>
        <source>Measuring: no parallel trial can be compared with serial yet</source>
        <translation>Es wird gemessen: Noch lässt sich kein paralleler Versuch mit seriell vergleichen</translation>
    </message>
    <message>
        <source>From few samples: %1</source>
        <translation>Aus wenigen Stichproben: %1</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message>
        <source>Not resolved yet: %1</source>
        <translation>Noch nicht entschieden: %1</translation>
    </message>
    <message>
        <source>%1 is faster at every size measured (from %2 to %3 items)</source>
        <translation>%1 ist bei jeder gemessenen Größe schneller (von %2 bis %3 Elementen)</translation>
    </message>
    <message>
        <source>%1 never pays off up to %2 items: at best it reaches %3</source>
        <translation>%1 lohnt sich bis %2 Elemente nie: Bestenfalls erreicht es %3</translation>
    </message>
    <message>
        <source>%1 never pays off up to 1 item: at best it reaches %2</source>
        <translation>%1 lohnt sich bis 1 Element nie: Bestenfalls erreicht es %2</translation>
    </message>
    <message>
        <source>Parallel never pays off up to %1 items: at best %2 reaches %3</source>
        <translation>Parallel lohnt sich bis %1 Elemente nie: Bestenfalls erreicht %2 %3</translation>
    </message>
    <message>
        <source>Parallel never pays off up to 1 item: at best %1 reaches %2</source>
        <translation>Parallel lohnt sich bis 1 Element nie: Bestenfalls erreicht %1 %2</translation>
    </message>
    <message>
        <source>%1 pays off from %2 items</source>
        <translation>%1 lohnt sich ab %2 Elementen</translation>
    </message>
    <message>
        <source>%1 pays off from %2 items (%3)</source>
        <translation>%1 lohnt sich ab %2 Elementen (%3)</translation>
    </message>
    <message>
        <source>%1 pays off from about %2 items</source>
        <translation>%1 lohnt sich ab etwa %2 Elementen</translation>
    </message>
    <message>
        <source>%1 pays off from about %2 items (%3)</source>
        <translation>%1 lohnt sich ab etwa %2 Elementen (%3)</translation>
    </message>
    <message>
        <source>%1 pays off from 1 item</source>
        <translation>%1 lohnt sich ab 1 Element</translation>
    </message>
    <message>
        <source>%1 pays off from 1 item (%2)</source>
        <translation>%1 lohnt sich ab 1 Element (%2)</translation>
    </message>
    <message>
        <source>%1 pays off from about 1 item</source>
        <translation>%1 lohnt sich ab etwa 1 Element</translation>
    </message>
    <message>
        <source>%1 pays off from about 1 item (%2)</source>
        <translation>%1 lohnt sich ab etwa 1 Element (%2)</translation>
    </message>
    <message>
        <source>%1 pays off from %2 items at the latest</source>
        <translation>%1 lohnt sich spätestens ab %2 Elementen</translation>
    </message>
    <message>
        <source>%1 pays off from 1 item at the latest</source>
        <translation>%1 lohnt sich spätestens ab 1 Element</translation>
    </message>
    <message>
        <source>%1 pays off from %2 items at the earliest, if at all</source>
        <translation>%1 lohnt sich frühestens ab %2 Elementen, wenn überhaupt</translation>
    </message>
    <message>
        <source>%1 pays off from 1 item at the earliest, if at all</source>
        <translation>%1 lohnt sich frühestens ab 1 Element, wenn überhaupt</translation>
    </message>
    <message>
        <source>%1 is slower up to %2 items, then too close to %3 to tell (up to %4 items)</source>
        <translation>%1 ist bis %2 Elemente langsamer, danach zu nahe an %3 für ein Urteil (bis %4 Elemente)</translation>
    </message>
    <message>
        <source>%1 is slower up to 1 item, then too close to %2 to tell (up to %3 items)</source>
        <translation>%1 ist bei 1 Element langsamer, danach zu nahe an %2 für ein Urteil (bis %3 Elemente)</translation>
    </message>
    <message>
        <source>%1 is faster up to %2 items, then too close to %3 to tell (up to %4 items)</source>
        <translation>%1 ist bis %2 Elemente schneller, danach zu nahe an %3 für ein Urteil (bis %4 Elemente)</translation>
    </message>
    <message>
        <source>%1 is faster up to 1 item, then too close to %2 to tell (up to %3 items)</source>
        <translation>%1 ist bei 1 Element schneller, danach zu nahe an %2 für ein Urteil (bis %3 Elemente)</translation>
    </message>
    <message>
        <source>%1 is slower up to %2 items, then the rounds are too few to tell (up to %3 items)</source>
        <translation>%1 ist bis %2 Elemente langsamer, danach sind die Runden zu wenige für ein Urteil (bis %3 Elemente)</translation>
    </message>
    <message>
        <source>%1 is slower up to 1 item, then the rounds are too few to tell (up to %2 items)</source>
        <translation>%1 ist bei 1 Element langsamer, danach sind die Runden zu wenige für ein Urteil (bis %2 Elemente)</translation>
    </message>
    <message>
        <source>%1 is faster up to %2 items, then the rounds are too few to tell (up to %3 items)</source>
        <translation>%1 ist bis %2 Elemente schneller, danach sind die Runden zu wenige für ein Urteil (bis %3 Elemente)</translation>
    </message>
    <message>
        <source>%1 is faster up to 1 item, then the rounds are too few to tell (up to %2 items)</source>
        <translation>%1 ist bei 1 Element schneller, danach sind die Runden zu wenige für ein Urteil (bis %2 Elemente)</translation>
    </message>
    <message>
        <source>%1, by less than %2</source>
        <translation>%1, um weniger als %2</translation>
    </message>
    <message>
        <source>%1, at %2 of %3 sizes by less than %4</source>
        <translation>%1, bei %2 von %3 Größen um weniger als %4</translation>
    </message>
    <message>
        <source>%1 is faster at small sizes only</source>
        <translation>%1 ist nur bei kleinen Größen schneller</translation>
    </message>
    <message>
        <source>%1 is faster at some sizes, but not at the largest, %2 items</source>
        <translation>%1 ist bei manchen Größen schneller, aber nicht bei der größten, %2 Elementen</translation>
    </message>
    <message>
        <source>%1 and %2 are too close to tell at the sizes measured (from %3 to %4 items)</source>
        <translation>%1 und %2 liegen bei den gemessenen Größen zu nahe beieinander (von %3 bis %4 Elementen)</translation>
    </message>
    <message>
        <source>no chunk is clearly the best for %1; with %2 items it reaches %3</source>
        <translation>Kein Block ist für %1 deutlich der beste; mit %2 Elementen erreicht es %3</translation>
    </message>
    <message>
        <source>%1 is fastest with chunks of %2 items: %3</source>
        <translation>%1 ist am schnellsten mit Blöcken von %2 Elementen: %3</translation>
    </message>
    <message>
        <source>%1 is fastest with chunks of %2 items (%3 are as good): %4</source>
        <translation>%1 ist am schnellsten mit Blöcken von %2 Elementen (%3 sind ebenso gut): %4</translation>
    </message>
    <message>
        <source>no chunk is clearly the best for %1; with 1 item it reaches %2</source>
        <translation>Kein Block ist für %1 deutlich der beste; mit 1 Element erreicht es %2</translation>
    </message>
    <message>
        <source>%1 is fastest with chunks of 1 item: %2</source>
        <translation>%1 ist am schnellsten mit Blöcken von 1 Element: %2</translation>
    </message>
    <message>
        <source>%1 is fastest with chunks of 1 item (%2 are as good): %3</source>
        <translation>%1 ist am schnellsten mit Blöcken von 1 Element (%2 sind ebenso gut): %3</translation>
    </message>
    <message>
        <source>no chunk is clearly the best for %1; with %2 items it reaches %3 vs %4</source>
        <translation>Kein Block ist für %1 deutlich der beste; mit %2 Elementen erreicht es %3 gegen %4</translation>
    </message>
    <message>
        <source>%1 is fastest with chunks of %2 items: %3 vs %4</source>
        <translation>%1 ist am schnellsten mit Blöcken von %2 Elementen: %3 gegen %4</translation>
    </message>
    <message>
        <source>%1 is fastest with chunks of %2 items (%3 are as good): %4 vs %5</source>
        <translation>%1 ist am schnellsten mit Blöcken von %2 Elementen (%3 sind ebenso gut): %4 gegen %5</translation>
    </message>
    <message>
        <source>no chunk is clearly the best for %1; with 1 item it reaches %2 vs %3</source>
        <translation>Kein Block ist für %1 deutlich der beste; mit 1 Element erreicht es %2 gegen %3</translation>
    </message>
    <message>
        <source>%1 is fastest with chunks of 1 item: %2 vs %3</source>
        <translation>%1 ist am schnellsten mit Blöcken von 1 Element: %2 gegen %3</translation>
    </message>
    <message>
        <source>%1 is fastest with chunks of 1 item (%2 are as good): %3 vs %4</source>
        <translation>%1 ist am schnellsten mit Blöcken von 1 Element (%2 sind ebenso gut): %3 gegen %4</translation>
    </message>
    <message>
        <source>%1 reaches %2 with %3 workers and only %4 with %5 workers</source>
        <translation>%1 erreicht %2 mit %3 Arbeitern und nur %4 mit %5 Arbeitern</translation>
    </message>
    <message>
        <source>%1 reaches %2 with %3 workers and only %4 with 1 worker</source>
        <translation>%1 erreicht %2 mit %3 Arbeitern und nur %4 mit 1 Arbeiter</translation>
    </message>
    <message>
        <source>%1 reaches %2 with 1 worker and only %3 with %4 workers</source>
        <translation>%1 erreicht %2 mit 1 Arbeiter und nur %3 mit %4 Arbeitern</translation>
    </message>
    <message>
        <source>%1 reaches %2 with %3 and only %4 with %5</source>
        <translation>%1 erreicht %2 mit %3 und nur %4 mit %5</translation>
    </message>
    <message>
        <source>%1 reaches %2 with %3 workers and only %4 with %5 workers vs %6</source>
        <translation>%1 erreicht %2 mit %3 Arbeitern und nur %4 mit %5 Arbeitern gegen %6</translation>
    </message>
    <message>
        <source>%1 reaches %2 with %3 workers and only %4 with 1 worker vs %5</source>
        <translation>%1 erreicht %2 mit %3 Arbeitern und nur %4 mit 1 Arbeiter gegen %5</translation>
    </message>
    <message>
        <source>%1 reaches %2 with 1 worker and only %3 with %4 workers vs %5</source>
        <translation>%1 erreicht %2 mit 1 Arbeiter und nur %3 mit %4 Arbeitern gegen %5</translation>
    </message>
    <message>
        <source>%1 reaches %2 with %3 and only %4 with %5 vs %6</source>
        <translation>%1 erreicht %2 mit %3 und nur %4 mit %5 gegen %6</translation>
    </message>
    <message>
        <source>%1 reaches %2 at %3 items, vs %4</source>
        <translation>%1 erreicht %2 bei %3 Elementen, gegen %4</translation>
    </message>
    <message>
        <source>%1 reaches %2 at %3 items on %4 workers, vs %5</source>
        <translation>%1 erreicht %2 bei %3 Elementen auf %4 Arbeitern, gegen %5</translation>
    </message>
    <message>
        <source>%1 reaches %2 at %3 items on 1 worker, vs %4</source>
        <translation>%1 erreicht %2 bei %3 Elementen auf 1 Arbeiter, gegen %4</translation>
    </message>
    <message>
        <source>%1 reaches %2 at 1 item, vs %3</source>
        <translation>%1 erreicht %2 bei 1 Element, gegen %3</translation>
    </message>
    <message>
        <source>%1 reaches %2 at 1 item on %3 workers, vs %4</source>
        <translation>%1 erreicht %2 bei 1 Element auf %3 Arbeitern, gegen %4</translation>
    </message>
    <message>
        <source>serial %1</source>
        <translation>seriell %1</translation>
    </message>
    <message>
        <source>No trial is left</source>
        <translation>Kein Versuch ist übrig</translation>
    </message>
    <message>
        <source>The other %1 trials are kept</source>
        <translation>Die anderen %1 Versuche bleiben</translation>
    </message>
    <message>
        <source>The other 1 trial is kept</source>
        <translation>Der andere Versuch bleibt</translation>
    </message>
    <message>
        <source>%1 has more workers than the %2 usable CPUs: they take turns, which costs time when the work needs the CPU</source>
        <translation>%1 hat mehr Arbeiter als die %2 nutzbaren CPUs: Sie wechseln sich ab, was Zeit kostet, wenn die Arbeit die CPU braucht</translation>
    </message>
    <message>
        <source>%1 have more workers than the %2 usable CPUs: they take turns, which costs time when the work needs the CPU</source>
        <translation>%1 haben mehr Arbeiter als die %2 nutzbaren CPUs: Sie wechseln sich ab, was Zeit kostet, wenn die Arbeit die CPU braucht</translation>
    </message>
    <message>
        <source>%1 has more workers than the 1 usable CPU: they take turns, which costs time when the work needs the CPU</source>
        <translation>%1 hat mehr Arbeiter als die 1 nutzbare CPU: Sie wechseln sich ab, was Zeit kostet, wenn die Arbeit die CPU braucht</translation>
    </message>
    <message>
        <source>%1 have more workers than the 1 usable CPU: they take turns, which costs time when the work needs the CPU</source>
        <translation>%1 haben mehr Arbeiter als die 1 nutzbare CPU: Sie wechseln sich ab, was Zeit kostet, wenn die Arbeit die CPU braucht</translation>
    </message>
    <message>
        <source>Measured by a debug build with assertions on: the times are too long to publish</source>
        <translation>Von einem Debug-Bau mit eingeschalteten Prüfungen gemessen: Die Zeiten sind zu lang zum Veröffentlichen</translation>
    </message>
    <message>
        <source>Measured in a single launch: the intervals hold within this launch and say nothing about the next one</source>
        <translation>In einem einzigen Messstart gemessen: Die Intervalle gelten innerhalb dieses Messstarts und sagen nichts über den nächsten</translation>
    </message>
    <message>
        <source>An interval needs 6 samples: %1 of %2 trials have fewer (n too small)</source>
        <translation>Ein Intervall braucht 6 Stichproben: %1 von %2 Versuchen haben weniger (n zu klein)</translation>
    </message>
    <message>
        <source>An interval needs 6 samples: 1 of 1 trial has fewer (n too small)</source>
        <translation>Ein Intervall braucht 6 Stichproben: 1 von 1 Versuch hat weniger (n zu klein)</translation>
    </message>
    <message>
        <source>An interval needs 6 samples: 1 of %1 trials has fewer (n too small)</source>
        <translation>Ein Intervall braucht 6 Stichproben: 1 von %1 Versuchen hat weniger (n zu klein)</translation>
    </message>
    <message>
        <source>%1 of the samples were disturbed (%2): a quieter machine would narrow the intervals</source>
        <translation>%1 der Stichproben wurden gestört (%2): Eine ruhigere Maschine würde die Intervalle schmaler machen</translation>
    </message>
    <message>
        <source>%1: no second opinion on the break-even</source>
        <translation>%1: keine zweite Meinung zum Break-even</translation>
    </message>
    <message>
        <source>%1: the linear model puts the break-even at %2 items (%3), which agrees</source>
        <translation>%1: Das lineare Modell setzt den Break-even auf %2 Elemente (%3), was übereinstimmt</translation>
    </message>
    <message>
        <source>%1: the linear model puts the break-even at %2 items (%3), which does not agree</source>
        <translation>%1: Das lineare Modell setzt den Break-even auf %2 Elemente (%3), was nicht übereinstimmt</translation>
    </message>
    <message>
        <source>%1: the linear model puts the break-even at 1 item (%2), which agrees</source>
        <translation>%1: Das lineare Modell setzt den Break-even auf 1 Element (%2), was übereinstimmt</translation>
    </message>
    <message>
        <source>%1: the linear model puts the break-even at 1 item (%2), which does not agree</source>
        <translation>%1: Das lineare Modell setzt den Break-even auf 1 Element (%2), was nicht übereinstimmt</translation>
    </message>
    <message>
        <source>%1: parallel and serial change places %2 times; the break-even is the last change to faster</source>
        <translation>%1: Parallel und seriell wechseln %2-mal die Plätze; der Break-even ist der letzte Wechsel zu schneller</translation>
    </message>
    <message>
        <source>The linear model needs 3 sizes near the break-even, there are %1</source>
        <translation>Das lineare Modell braucht 3 Größen nahe dem Break-even, es gibt %1</translation>
    </message>
    <message>
        <source>The linear model cannot be fitted to these times</source>
        <translation>Das lineare Modell lässt sich diesen Zeiten nicht anpassen</translation>
    </message>
    <message>
        <source>The times are not straight in the size near the break-even: at %1 items they are off the linear model by %2 of the time</source>
        <translation>Die Zeiten verlaufen nahe dem Break-even nicht gerade mit der Größe: Bei %1 Elementen weichen sie um %2 der Zeit vom linearen Modell ab</translation>
    </message>
    <message>
        <source>The times are not straight in the size near the break-even: at 1 item they are off the linear model by %1 of the time</source>
        <translation>Die Zeiten verlaufen nahe dem Break-even nicht gerade mit der Größe: Bei 1 Element weichen sie um %1 der Zeit vom linearen Modell ab</translation>
    </message>
    <message>
        <source>The lines of the linear model are too parallel to meet at one size</source>
        <translation>Die Geraden des linearen Modells sind zu parallel, um sich bei einer Größe zu treffen</translation>
    </message>
    <message>
        <source>Stay serial: nothing that was measured is clearly faster up to %1 items</source>
        <translation>Seriell bleiben: Nichts Gemessenes ist bis %1 Elemente deutlich schneller</translation>
    </message>
    <message>
        <source>Stay serial: nothing that was measured is clearly faster up to 1 item</source>
        <translation>Seriell bleiben: Nichts Gemessenes ist bei 1 Element deutlich schneller</translation>
    </message>
    <message>
        <source>Stay serial up to %1 items</source>
        <translation>Bis %1 Elemente seriell bleiben</translation>
    </message>
    <message>
        <source>Stay serial up to 1 item</source>
        <translation>Bei 1 Element seriell bleiben</translation>
    </message>
    <message>
        <source>Stay serial: nothing that was measured is faster by %1 or more up to %2 items</source>
        <translation>Seriell bleiben: Nichts Gemessenes ist bis %2 Elemente um %1 oder mehr schneller</translation>
    </message>
    <message>
        <source>Stay serial: nothing that was measured is faster by %1 or more up to 1 item</source>
        <translation>Seriell bleiben: Nichts Gemessenes ist bei 1 Element um %1 oder mehr schneller</translation>
    </message>
    <message>
        <source>up to %1 items stay serial, where nothing is faster by %2 or more</source>
        <translation>bis %1 Elemente seriell bleiben, wo nichts um %2 oder mehr schneller ist</translation>
    </message>
    <message>
        <source>up to 1 item stay serial, where nothing is faster by %1 or more</source>
        <translation>bei 1 Element seriell bleiben, wo nichts um %1 oder mehr schneller ist</translation>
    </message>
    <message>
        <source>from %1 items nothing is faster than serial by %2 or more</source>
        <translation>ab %1 Elementen ist nichts um %2 oder mehr schneller als seriell</translation>
    </message>
    <message>
        <source>But at %1 items, where not every way was measured enough, %2 is faster</source>
        <translation>Aber bei %1 Elementen, wo nicht jeder Weg genug gemessen wurde, ist %2 schneller</translation>
    </message>
    <message>
        <source>But at 1 item, where not every way was measured enough, %1 is faster</source>
        <translation>Aber bei 1 Element, wo nicht jeder Weg genug gemessen wurde, ist %1 schneller</translation>
    </message>
    <message>
        <source>But at %1 sizes from %2 to %3 items, where not every way was measured enough, %4 is faster</source>
        <translation>Aber bei %1 Größen von %2 bis %3 Elementen, wo nicht jeder Weg genug gemessen wurde, ist %4 schneller</translation>
    </message>
    <message>
        <source>Beyond, up to %1 items, the rounds are too few to tell</source>
        <translation>Darüber, bis %1 Elemente, sind die Runden zu wenige für ein Urteil</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>Verglichen mit %1</translation>
    </message>
    <message>
        <source>At %1 items use %2</source>
        <translation>Bei %1 Elementen %2 verwenden</translation>
    </message>
    <message>
        <source>At 1 item use %1</source>
        <translation>Bei 1 Element %1 verwenden</translation>
    </message>
    <message>
        <source>Use %1 from %2 items to %3 items</source>
        <translation>%1 verwenden, von %2 bis %3 Elementen</translation>
    </message>
    <message>
        <source>Use %1 from 1 item to %2 items</source>
        <translation>%1 verwenden, von 1 bis %2 Elementen</translation>
    </message>
    <message>
        <source>from %1 items use %2</source>
        <translation>ab %1 Elementen %2 verwenden</translation>
    </message>
    <message>
        <source>from %1 items nothing is clearly faster than serial</source>
        <translation>ab %1 Elementen ist nichts deutlich schneller als seriell</translation>
    </message>
    <message>
        <source>up to %1 items use %2</source>
        <translation>bis %1 Elemente %2 verwenden</translation>
    </message>
    <message>
        <source>up to %1 items stay serial</source>
        <translation>bis %1 Elemente seriell bleiben</translation>
    </message>
    <message>
        <source>up to 1 item use %1</source>
        <translation>bei 1 Element %1 verwenden</translation>
    </message>
    <message>
        <source>up to 1 item stay serial</source>
        <translation>bei 1 Element seriell bleiben</translation>
    </message>
    <message>
        <source>At %1 items %2 reaches %3: of %4 workers, %5</source>
        <translation>Bei %1 Elementen erreicht %2 %3: Von %4 Arbeitern: %5</translation>
    </message>
    <message>
        <source>At 1 item %1 reaches %2: of %3 workers, %4</source>
        <translation>Bei 1 Element erreicht %1 %2: Von %3 Arbeitern: %4</translation>
    </message>
    <message>
        <source>At %1 items %2 reaches %3: of %4 workers, %5 (from one profiled pass)</source>
        <translation>Bei %1 Elementen erreicht %2 %3: Von %4 Arbeitern: %5 (aus einem aufgezeichneten Durchgang)</translation>
    </message>
    <message>
        <source>At 1 item %1 reaches %2: of %3 workers, %4 (from one profiled pass)</source>
        <translation>Bei 1 Element erreicht %1 %2: Von %3 Arbeitern: %4 (aus einem aufgezeichneten Durchgang)</translation>
    </message>
    <message>
        <source>At %1 items %2 reaches %3: of %4 workers, %5 (from %6 profiled passes)</source>
        <translation>Bei %1 Elementen erreicht %2 %3: Von %4 Arbeitern: %5 (aus %6 aufgezeichneten Durchgängen)</translation>
    </message>
    <message>
        <source>At 1 item %1 reaches %2: of %3 workers, %4 (from %5 profiled passes)</source>
        <translation>Bei 1 Element erreicht %1 %2: Von %3 Arbeitern: %4 (aus %5 aufgezeichneten Durchgängen)</translation>
    </message>
    <message>
        <source>almost nothing is lost</source>
        <translation>fast nichts geht verloren</translation>
    </message>
    <message>
        <source>imbalance leaves %1</source>
        <translation>Ungleichgewicht lässt %1</translation>
    </message>
    <message>
        <source>imbalance leaves %1 of that</source>
        <translation>Ungleichgewicht lässt davon %1</translation>
    </message>
    <message>
        <source>overhead leaves %1</source>
        <translation>Mehraufwand lässt %1</translation>
    </message>
    <message>
        <source>overhead leaves %1 of that</source>
        <translation>Mehraufwand lässt davon %1</translation>
    </message>
    <message>
        <source>a lower clock leaves %1</source>
        <translation>ein niedrigerer Takt lässt %1</translation>
    </message>
    <message>
        <source>a lower clock leaves %1 of that</source>
        <translation>ein niedrigerer Takt lässt davon %1</translation>
    </message>
    <message>
        <source>slower work leaves %1</source>
        <translation>langsamere Arbeit lässt %1</translation>
    </message>
    <message>
        <source>slower work leaves %1 of that</source>
        <translation>langsamere Arbeit lässt davon %1</translation>
    </message>
    <message>
        <source>faster work gives %1</source>
        <translation>schnellere Arbeit gibt %1</translation>
    </message>
    <message>
        <source>faster work gives %1 of that</source>
        <translation>schnellere Arbeit gibt davon %1</translation>
    </message>
    <message>
        <source>a higher clock gives %1</source>
        <translation>ein höherer Takt gibt %1</translation>
    </message>
    <message>
        <source>a higher clock gives %1 of that</source>
        <translation>ein höherer Takt gibt davon %1</translation>
    </message>
    <message>
        <source>imbalance not resolved</source>
        <translation>Ungleichgewicht nicht entschieden</translation>
    </message>
    <message>
        <source>overhead not resolved</source>
        <translation>Mehraufwand nicht entschieden</translation>
    </message>
    <message>
        <source>the clock not resolved</source>
        <translation>Takt nicht entschieden</translation>
    </message>
    <message>
        <source>the pace of the work not resolved</source>
        <translation>Tempo der Arbeit nicht entschieden</translation>
    </message>
    <message>
        <source>%1 failed at %2 items</source>
        <translation>%1 scheiterte bei %2 Elementen</translation>
    </message>
    <message>
        <source>%1 failed at 1 item</source>
        <translation>%1 scheiterte bei 1 Element</translation>
    </message>
    <message>
        <source>%1 failed at %2 items (%3)</source>
        <translation>%1 scheiterte bei %2 Elementen (%3)</translation>
    </message>
    <message>
        <source>%1 failed at 1 item (%2)</source>
        <translation>%1 scheiterte bei 1 Element (%2)</translation>
    </message>
    <message>
        <source>%1 failed at %2 sizes from %3 to %4 items</source>
        <translation>%1 scheiterte bei %2 Größen von %3 bis %4 Elementen</translation>
    </message>
    <message>
        <source>%1 failed at %2 sizes from %3 to %4 items (%5)</source>
        <translation>%1 scheiterte bei %2 Größen von %3 bis %4 Elementen (%5)</translation>
    </message>
    <message>
        <source>%1 gave a wrong result at %2 items</source>
        <translation>%1 lieferte bei %2 Elementen ein falsches Ergebnis</translation>
    </message>
    <message>
        <source>%1 gave a wrong result at 1 item</source>
        <translation>%1 lieferte bei 1 Element ein falsches Ergebnis</translation>
    </message>
    <message>
        <source>%1 gave a wrong result at %2 items (%3)</source>
        <translation>%1 lieferte bei %2 Elementen ein falsches Ergebnis (%3)</translation>
    </message>
    <message>
        <source>%1 gave a wrong result at 1 item (%2)</source>
        <translation>%1 lieferte bei 1 Element ein falsches Ergebnis (%2)</translation>
    </message>
    <message>
        <source>%1 gave a wrong result at %2 sizes from %3 to %4 items</source>
        <translation>%1 lieferte bei %2 Größen von %3 bis %4 Elementen ein falsches Ergebnis</translation>
    </message>
    <message>
        <source>%1 gave a wrong result at %2 sizes from %3 to %4 items (%5)</source>
        <translation>%1 lieferte bei %2 Größen von %3 bis %4 Elementen ein falsches Ergebnis (%5)</translation>
    </message>
    <message>
        <source>%1 timed out at %2 items</source>
        <translation>%1 überschritt bei %2 Elementen die Frist</translation>
    </message>
    <message>
        <source>%1 timed out at 1 item</source>
        <translation>%1 überschritt bei 1 Element die Frist</translation>
    </message>
    <message>
        <source>%1 timed out at %2 items (%3)</source>
        <translation>%1 überschritt bei %2 Elementen die Frist (%3)</translation>
    </message>
    <message>
        <source>%1 timed out at 1 item (%2)</source>
        <translation>%1 überschritt bei 1 Element die Frist (%2)</translation>
    </message>
    <message>
        <source>%1 timed out at %2 sizes from %3 to %4 items</source>
        <translation>%1 überschritt bei %2 Größen von %3 bis %4 Elementen die Frist</translation>
    </message>
    <message>
        <source>%1 timed out at %2 sizes from %3 to %4 items (%5)</source>
        <translation>%1 überschritt bei %2 Größen von %3 bis %4 Elementen die Frist (%5)</translation>
    </message>
    <message>
        <source>%1 crashed at %2 items</source>
        <translation>%1 stürzte bei %2 Elementen ab</translation>
    </message>
    <message>
        <source>%1 crashed at 1 item</source>
        <translation>%1 stürzte bei 1 Element ab</translation>
    </message>
    <message>
        <source>%1 crashed at %2 items (%3)</source>
        <translation>%1 stürzte bei %2 Elementen ab (%3)</translation>
    </message>
    <message>
        <source>%1 crashed at 1 item (%2)</source>
        <translation>%1 stürzte bei 1 Element ab (%2)</translation>
    </message>
    <message>
        <source>%1 crashed at %2 sizes from %3 to %4 items</source>
        <translation>%1 stürzte bei %2 Größen von %3 bis %4 Elementen ab</translation>
    </message>
    <message>
        <source>%1 crashed at %2 sizes from %3 to %4 items (%5)</source>
        <translation>%1 stürzte bei %2 Größen von %3 bis %4 Elementen ab (%5)</translation>
    </message>
    <message>
        <source>%1 was refused at %2 items</source>
        <translation>%1 wurde bei %2 Elementen abgelehnt</translation>
    </message>
    <message>
        <source>%1 was refused at 1 item</source>
        <translation>%1 wurde bei 1 Element abgelehnt</translation>
    </message>
    <message>
        <source>%1 was refused at %2 items (%3)</source>
        <translation>%1 wurde bei %2 Elementen abgelehnt (%3)</translation>
    </message>
    <message>
        <source>%1 was refused at 1 item (%2)</source>
        <translation>%1 wurde bei 1 Element abgelehnt (%2)</translation>
    </message>
    <message>
        <source>%1 was refused at %2 sizes from %3 to %4 items</source>
        <translation>%1 wurde bei %2 Größen von %3 bis %4 Elementen abgelehnt</translation>
    </message>
    <message>
        <source>%1 was refused at %2 sizes from %3 to %4 items (%5)</source>
        <translation>%1 wurde bei %2 Größen von %3 bis %4 Elementen abgelehnt (%5)</translation>
    </message>
    <message>
        <source>%1 was interrupted at %2 items</source>
        <translation>%1 wurde bei %2 Elementen unterbrochen</translation>
    </message>
    <message>
        <source>%1 was interrupted at 1 item</source>
        <translation>%1 wurde bei 1 Element unterbrochen</translation>
    </message>
    <message>
        <source>%1 was interrupted at %2 items (%3)</source>
        <translation>%1 wurde bei %2 Elementen unterbrochen (%3)</translation>
    </message>
    <message>
        <source>%1 was interrupted at 1 item (%2)</source>
        <translation>%1 wurde bei 1 Element unterbrochen (%2)</translation>
    </message>
    <message>
        <source>%1 was interrupted at %2 sizes from %3 to %4 items</source>
        <translation>%1 wurde bei %2 Größen von %3 bis %4 Elementen unterbrochen</translation>
    </message>
    <message>
        <source>%1 was interrupted at %2 sizes from %3 to %4 items (%5)</source>
        <translation>%1 wurde bei %2 Größen von %3 bis %4 Elementen unterbrochen (%5)</translation>
    </message>
    <message>
        <source>%1 trials of %2 curves were skipped: %3</source>
        <translation>%1 Versuche von %2 Kurven wurden übersprungen: %3</translation>
    </message>
    <message>
        <source>%1 trials of %2 curves were skipped: %3 and %4 more</source>
        <translation>%1 Versuche von %2 Kurven wurden übersprungen: %3 und %4 weitere</translation>
    </message>
    <message>
        <source>%1 trials of %2 curves were skipped (%3): %4</source>
        <translation>%1 Versuche von %2 Kurven wurden übersprungen (%3): %4</translation>
    </message>
    <message>
        <source>%1 trials of %2 curves were skipped (%3): %4 and %5 more</source>
        <translation>%1 Versuche von %2 Kurven wurden übersprungen (%3): %4 und %5 weitere</translation>
    </message>
    <message>
        <source>%1 trials of %2 curves were interrupted: %3</source>
        <translation>%1 Versuche von %2 Kurven wurden unterbrochen: %3</translation>
    </message>
    <message>
        <source>%1 trials of %2 curves were interrupted: %3 and %4 more</source>
        <translation>%1 Versuche von %2 Kurven wurden unterbrochen: %3 und %4 weitere</translation>
    </message>
    <message>
        <source>%1 trials of %2 curves were interrupted (%3): %4</source>
        <translation>%1 Versuche von %2 Kurven wurden unterbrochen (%3): %4</translation>
    </message>
    <message>
        <source>%1 trials of %2 curves were interrupted (%3): %4 and %5 more</source>
        <translation>%1 Versuche von %2 Kurven wurden unterbrochen (%3): %4 und %5 weitere</translation>
    </message>
    <message>
        <source>%1 was skipped at %2 items</source>
        <translation>%1 wurde bei %2 Elementen übersprungen</translation>
    </message>
    <message>
        <source>%1 was skipped at 1 item</source>
        <translation>%1 wurde bei 1 Element übersprungen</translation>
    </message>
    <message>
        <source>%1 was skipped at %2 items (%3)</source>
        <translation>%1 wurde bei %2 Elementen übersprungen (%3)</translation>
    </message>
    <message>
        <source>%1 was skipped at 1 item (%2)</source>
        <translation>%1 wurde bei 1 Element übersprungen (%2)</translation>
    </message>
    <message>
        <source>%1 was skipped at %2 sizes from %3 to %4 items</source>
        <translation>%1 wurde bei %2 Größen von %3 bis %4 Elementen übersprungen</translation>
    </message>
    <message>
        <source>%1 was skipped at %2 sizes from %3 to %4 items (%5)</source>
        <translation>%1 wurde bei %2 Größen von %3 bis %4 Elementen übersprungen (%5)</translation>
    </message>
</context>
<context>
    <name>Why it is so</name>
    <message>
        <source>compute-bound</source>
        <translation>durch Rechnen begrenzt</translation>
    </message>
    <message>
        <source>%1 is compute-bound</source>
        <translation>%1 ist durch Rechnen begrenzt</translation>
    </message>
    <message>
        <source>%1 is compute-bound up to %2 items, then %3</source>
        <translation>%1 ist bis %2 Elemente durch Rechnen begrenzt, dann %3</translation>
    </message>
    <message>
        <source>%1 is compute-bound up to 1 item, then %2</source>
        <translation>%1 ist bis 1 Element durch Rechnen begrenzt, dann %2</translation>
    </message>
    <message>
        <source>compute-bound up to %1 items, then %2</source>
        <translation>bis %1 Elemente durch Rechnen begrenzt, dann %2</translation>
    </message>
    <message>
        <source>compute-bound up to 1 item, then %1</source>
        <translation>bis 1 Element durch Rechnen begrenzt, dann %1</translation>
    </message>
    <message>
        <source>overhead-bound</source>
        <translation>durch Mehraufwand begrenzt</translation>
    </message>
    <message>
        <source>%1 is not resolved</source>
        <translation>%1 ist nicht entschieden</translation>
    </message>
    <message>
        <source>%1 is not resolved up to 1 item, then %2</source>
        <translation>%1 ist bis 1 Element nicht entschieden, dann %2</translation>
    </message>
    <message>
        <source>not resolved up to 1 item, then %1</source>
        <translation>bis 1 Element nicht entschieden, dann %1</translation>
    </message>
    <message>
        <source>%1 is not resolved up to %2 items, then %3</source>
        <translation>%1 ist bis %2 Elemente nicht entschieden, dann %3</translation>
    </message>
    <message>
        <source>not resolved up to %1 items, then %2</source>
        <translation>bis %1 Elemente nicht entschieden, dann %2</translation>
    </message>
    <message>
        <source>%1 is overhead-bound</source>
        <translation>%1 ist durch Mehraufwand begrenzt</translation>
    </message>
    <message>
        <source>%1 is overhead-bound up to %2 items, then %3</source>
        <translation>%1 ist bis %2 Elemente durch Mehraufwand begrenzt, dann %3</translation>
    </message>
    <message>
        <source>%1 is overhead-bound up to 1 item, then %2</source>
        <translation>%1 ist bis 1 Element durch Mehraufwand begrenzt, dann %2</translation>
    </message>
    <message>
        <source>overhead-bound up to %1 items, then %2</source>
        <translation>bis %1 Elemente durch Mehraufwand begrenzt, dann %2</translation>
    </message>
    <message>
        <source>overhead-bound up to 1 item, then %1</source>
        <translation>bis 1 Element durch Mehraufwand begrenzt, dann %1</translation>
    </message>
    <message>
        <source>imbalance-bound</source>
        <translation>durch Ungleichgewicht begrenzt</translation>
    </message>
    <message>
        <source>%1 is imbalance-bound</source>
        <translation>%1 ist durch Ungleichgewicht begrenzt</translation>
    </message>
    <message>
        <source>%1 is imbalance-bound up to %2 items, then %3</source>
        <translation>%1 ist bis %2 Elemente durch Ungleichgewicht begrenzt, dann %3</translation>
    </message>
    <message>
        <source>%1 is imbalance-bound up to 1 item, then %2</source>
        <translation>%1 ist bis 1 Element durch Ungleichgewicht begrenzt, dann %2</translation>
    </message>
    <message>
        <source>imbalance-bound up to %1 items, then %2</source>
        <translation>bis %1 Elemente durch Ungleichgewicht begrenzt, dann %2</translation>
    </message>
    <message>
        <source>imbalance-bound up to 1 item, then %1</source>
        <translation>bis 1 Element durch Ungleichgewicht begrenzt, dann %1</translation>
    </message>
    <message>
        <source>bandwidth-bound</source>
        <translation>durch Speicherbandbreite begrenzt</translation>
    </message>
    <message>
        <source>%1 is bandwidth-bound</source>
        <translation>%1 ist durch Speicherbandbreite begrenzt</translation>
    </message>
    <message>
        <source>%1 is bandwidth-bound up to %2 items, then %3</source>
        <translation>%1 ist bis %2 Elemente durch Speicherbandbreite begrenzt, dann %3</translation>
    </message>
    <message>
        <source>%1 is bandwidth-bound up to 1 item, then %2</source>
        <translation>%1 ist bis 1 Element durch Speicherbandbreite begrenzt, dann %2</translation>
    </message>
    <message>
        <source>bandwidth-bound up to %1 items, then %2</source>
        <translation>bis %1 Elemente durch Speicherbandbreite begrenzt, dann %2</translation>
    </message>
    <message>
        <source>bandwidth-bound up to 1 item, then %1</source>
        <translation>bis 1 Element durch Speicherbandbreite begrenzt, dann %1</translation>
    </message>
    <message>
        <source>%1 is oversubscribed</source>
        <translation>%1 ist überbelegt</translation>
    </message>
    <message>
        <source>%1 is oversubscribed up to %2 items, then %3</source>
        <translation>%1 ist bis %2 Elemente überbelegt, dann %3</translation>
    </message>
    <message>
        <source>%1 is oversubscribed up to 1 item, then %2</source>
        <translation>%1 ist bis 1 Element überbelegt, dann %2</translation>
    </message>
    <message>
        <source>oversubscribed up to %1 items, then %2</source>
        <translation>bis %1 Elemente überbelegt, dann %2</translation>
    </message>
    <message>
        <source>oversubscribed up to 1 item, then %1</source>
        <translation>bis 1 Element überbelegt, dann %1</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>%1 is blocking</source>
        <translation>%1 ist wartend</translation>
    </message>
    <message>
        <source>%1 is blocking up to %2 items, then %3</source>
        <translation>%1 ist bis %2 Elemente wartend, dann %3</translation>
    </message>
    <message>
        <source>%1 is blocking up to 1 item, then %2</source>
        <translation>%1 ist bis 1 Element wartend, dann %2</translation>
    </message>
    <message>
        <source>blocking up to %1 items, then %2</source>
        <translation>bis %1 Elemente wartend, dann %2</translation>
    </message>
    <message>
        <source>blocking up to 1 item, then %1</source>
        <translation>bis 1 Element wartend, dann %1</translation>
    </message>
    <message>
        <source>At %1 items %2</source>
        <translation>Bei %1 Elementen: %2</translation>
    </message>
    <message>
        <source>At 1 item %1</source>
        <translation>Bei 1 Element: %1</translation>
    </message>
    <message>
        <source>The workers take %1 more time for the same items than serial, and the speed-up reaches %2 of what the memory allows: more workers cannot help</source>
        <translation>Die Arbeiter brauchen %1 mehr Zeit für dieselben Elemente als seriell, und die Beschleunigung erreicht %2 dessen, was der Speicher erlaubt: Mehr Arbeiter können nicht helfen</translation>
    </message>
    <message>
        <source>The workers take %1 more time for the same items than serial, on a list larger than the last cache: memory serves them all</source>
        <translation>Die Arbeiter brauchen %1 mehr Zeit für dieselben Elemente als seriell, bei einer Liste, die größer als der letzte Cache ist: Der Speicher bedient sie alle</translation>
    </message>
    <message>
        <source>The workers take %1 more time for the same items than serial, though the list fits the last cache: shared cores, false sharing or a clock that falls may be why</source>
        <translation>Die Arbeiter brauchen %1 mehr Zeit für dieselben Elemente als seriell, obwohl die Liste in den letzten Cache passt: Geteilte Kerne, geteilte Cache-Zeilen oder ein fallender Takt können der Grund sein</translation>
    </message>
    <message>
        <source>The workers take %1 more time for the same items than serial; whether memory is why cannot be told without the size of the caches</source>
        <translation>Die Arbeiter brauchen %1 mehr Zeit für dieselben Elemente als seriell; ob der Speicher der Grund ist, lässt sich ohne die Größe der Caches nicht sagen</translation>
    </message>
    <message>
        <source>Imbalance costs %1: workers wait for the busiest one</source>
        <translation>Ungleichgewicht kostet %1: Arbeiter warten auf den am meisten beschäftigten</translation>
    </message>
    <message>
        <source>Overhead costs %1: that part of the time not even the busiest worker computes</source>
        <translation>Mehraufwand kostet %1: In diesem Teil der Zeit rechnet nicht einmal der am meisten beschäftigte Arbeiter</translation>
    </message>
    <message>
        <source>Overhead costs %1, if an item takes as long as in serial: the chunks are too short to be timed</source>
        <translation>Mehraufwand kostet %1, wenn ein Element so lange wie seriell braucht: Die Blöcke sind zu kurz, um sie einzeln zu messen</translation>
    </message>
    <message>
        <source>A lower clock costs %1: the workers compute, but all CPUs at once are slower</source>
        <translation>Ein niedrigerer Takt kostet %1: Die Arbeiter rechnen, aber alle CPUs zugleich sind langsamer</translation>
    </message>
    <message>
        <source>A call of the pool that has nothing to do takes as long</source>
        <translation>Ein Aufruf des Pools, der nichts zu tun hat, braucht ebenso lange</translation>
    </message>
    <message>
        <source>A call of the pool that has nothing to do takes %1 of the time</source>
        <translation>Ein Aufruf des Pools, der nichts zu tun hat, braucht %1 der Zeit</translation>
    </message>
    <message>
        <source>Serial takes only %1: too little work for handing it over to pay</source>
        <translation>Seriell braucht nur %1: zu wenig Arbeit, als dass sich das Übergeben lohnte</translation>
    </message>
    <message>
        <source>Serial takes only %1: beside so little work, handing it over weighs heavily</source>
        <translation>Seriell braucht nur %1: Neben so wenig Arbeit fällt das Übergeben stark ins Gewicht</translation>
    </message>
    <message>
        <source>What limits %1 is not resolved</source>
        <translation>Was %1 begrenzt, ist nicht entschieden</translation>
    </message>
    <message>
        <source>Each worker gives %1 of what it could; where the rest goes cannot be told without a profiled pass</source>
        <translation>Jeder Arbeiter gibt %1 dessen, was er könnte; wohin der Rest geht, lässt sich ohne einen aufgezeichneten Durchgang nicht sagen</translation>
    </message>
    <message>
        <source>Each worker gives %1 of what it could</source>
        <translation>Jeder Arbeiter gibt %1 dessen, was er könnte</translation>
    </message>
    <message>
        <source>where the rest goes cannot be told without a profiled pass</source>
        <translation>wohin der Rest geht, lässt sich ohne einen aufgezeichneten Durchgang nicht sagen</translation>
    </message>
    <message>
        <source>%1, as far as one profiled pass tells</source>
        <translation>%1, soweit ein aufgezeichneter Durchgang es sagt</translation>
    </message>
    <message>
        <source>%1, as far as %2 profiled passes tell</source>
        <translation>%1, soweit %2 aufgezeichnete Durchgänge es sagen</translation>
    </message>
    <message>
        <source>Serial computes in at most %1 of its time and waits in the rest: workers wait at the same time, also beyond the CPUs</source>
        <translation>Seriell rechnet in höchstens %1 seiner Zeit und wartet in der übrigen: Arbeiter warten zugleich, auch mehr als CPUs</translation>
    </message>
    <message>
        <source>%1 workers share %2 CPUs: they compute in turn</source>
        <translation>%1 Arbeiter teilen sich %2 CPUs: Sie rechnen abwechselnd</translation>
    </message>
    <message>
        <source>%1 workers share 1 CPU: they compute in turn</source>
        <translation>%1 Arbeiter teilen sich 1 CPU: Sie rechnen abwechselnd</translation>
    </message>
    <message>
        <source>Each worker gives %1 of what it could: the work itself is the limit</source>
        <translation>Jeder Arbeiter gibt %1 dessen, was er könnte: Die Arbeit selbst ist die Grenze</translation>
    </message>
    <message>
        <source>Each worker gives %1 of what it could: too wide an interval to call the work itself the limit</source>
        <translation>Jeder Arbeiter gibt %1 dessen, was er könnte: ein zu weites Intervall, um die Arbeit selbst die Grenze zu nennen</translation>
    </message>
    <message>
        <source>Each worker gives %1 of what it could; the profiled passes do not tell where the rest goes</source>
        <translation>Jeder Arbeiter gibt %1 dessen, was er könnte; die aufgezeichneten Durchgänge sagen nicht, wohin der Rest geht</translation>
    </message>
    <message>
        <source>Its samples are too few for an interval, and so to tell what limits it</source>
        <translation>Seine Stichproben sind zu wenige für ein Intervall, und damit auch, um zu sagen, was ihn begrenzt</translation>
    </message>
    <message>
        <source>the profiled passes do not tell where the rest goes</source>
        <translation>die aufgezeichneten Durchgänge sagen nicht, wohin der Rest geht</translation>
    </message>
    <message>
        <source>At %1 items %2 follows Amdahl&apos;s law best with a serial fraction of %3 (predicts a left-out point within %4)</source>
        <translation>Bei %1 Elementen folgt %2 am besten Amdahls Gesetz mit einem seriellen Anteil von %3 (sagt einen ausgelassenen Punkt auf %4 voraus)</translation>
    </message>
    <message>
        <source>Amdahl&apos;s law needs 2 worker counts above 1 within the usable CPUs, each with 6 rounds; there is 1, which fixes the serial fraction (Karp–Flatt) and leaves nothing to check it by</source>
        <translation>Amdahls Gesetz braucht 2 Zahlen von Arbeitern über 1 innerhalb der nutzbaren CPUs, jede mit 6 Runden; es gibt 1, die den seriellen Anteil festlegt (Karp–Flatt) und nichts übrig lässt, um ihn zu prüfen</translation>
    </message>
    <message>
        <source>Amdahl&apos;s law needs 2 worker counts above 1 within the usable CPUs, each with 6 rounds; there is none</source>
        <translation>Amdahls Gesetz braucht 2 Zahlen von Arbeitern über 1 innerhalb der nutzbaren CPUs, jede mit 6 Runden; es gibt keine</translation>
    </message>
    <message>
        <source>At %1 items %2 follows Gustafson&apos;s law best with a serial fraction of %3 (predicts a left-out point within %4)</source>
        <translation>Bei %1 Elementen folgt %2 am besten Gustafsons Gesetz mit einem seriellen Anteil von %3 (sagt einen ausgelassenen Punkt auf %4 voraus)</translation>
    </message>
    <message>
        <source>Gustafson&apos;s law needs 2 worker counts above 1 within the usable CPUs, each with 6 rounds; there is 1, which fixes the serial fraction (Karp–Flatt) and leaves nothing to check it by</source>
        <translation>Gustafsons Gesetz braucht 2 Zahlen von Arbeitern über 1 innerhalb der nutzbaren CPUs, jede mit 6 Runden; es gibt 1, die den seriellen Anteil festlegt (Karp–Flatt) und nichts übrig lässt, um ihn zu prüfen</translation>
    </message>
    <message>
        <source>Gustafson&apos;s law needs 2 worker counts above 1 within the usable CPUs, each with 6 rounds; there is none</source>
        <translation>Gustafsons Gesetz braucht 2 Zahlen von Arbeitern über 1 innerhalb der nutzbaren CPUs, jede mit 6 Runden; es gibt keine</translation>
    </message>
    <message>
        <source>At %1 items %2 follows Amdahl&apos;s law best with a serial fraction of %3 (predicts a left-out point within %4), so at most %5 with any number of workers (extrapolated)</source>
        <translation>Bei %1 Elementen folgt %2 am besten Amdahls Gesetz mit einem seriellen Anteil von %3 (sagt einen ausgelassenen Punkt auf %4 voraus), also höchstens %5 mit beliebig vielen Arbeitern (extrapoliert)</translation>
    </message>
    <message>
        <source>At %1 items %2 follows Gunther&apos;s law best with contention %3 and coherency %4 (predicts a left-out point within %5)</source>
        <translation>Bei %1 Elementen folgt %2 am besten Gunthers Gesetz mit Wettbewerb %3 und Kohärenz %4 (sagt einen ausgelassenen Punkt auf %5 voraus)</translation>
    </message>
    <message>
        <source>At %1 items %2 follows Gunther&apos;s law best with contention %3 and coherency %4 (predicts a left-out point within %5), fastest at %6 workers (%7–%8)</source>
        <translation>Bei %1 Elementen folgt %2 am besten Gunthers Gesetz mit Wettbewerb %3 und Kohärenz %4 (sagt einen ausgelassenen Punkt auf %5 voraus), am schnellsten mit %6 Arbeitern (%7–%8)</translation>
    </message>
    <message>
        <source>At %1 items %2 follows Gunther&apos;s law best with contention %3 and coherency %4 (predicts a left-out point within %5), fastest at %6 workers (%7–%8, extrapolated)</source>
        <translation>Bei %1 Elementen folgt %2 am besten Gunthers Gesetz mit Wettbewerb %3 und Kohärenz %4 (sagt einen ausgelassenen Punkt auf %5 voraus), am schnellsten mit %6 Arbeitern (%7–%8, extrapoliert)</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig vielen</translation>
    </message>
    <message>
        <source>Gunther&apos;s law has three coefficients and needs 5 worker counts within the usable CPUs, each with 6 rounds; there are %1</source>
        <translation>Gunthers Gesetz hat drei Koeffizienten und braucht 5 Zahlen von Arbeitern innerhalb der nutzbaren CPUs, jede mit 6 Runden; es gibt %1</translation>
    </message>
    <message>
        <source>Gunther&apos;s law has three coefficients and needs 5 worker counts within the usable CPUs, each with 6 rounds; there are %1: two CPUs cannot identify it</source>
        <translation>Gunthers Gesetz hat drei Koeffizienten und braucht 5 Zahlen von Arbeitern innerhalb der nutzbaren CPUs, jede mit 6 Runden; es gibt %1: Zwei CPUs können es nicht bestimmen</translation>
    </message>
    <message>
        <source>The points do not determine the law&apos;s coefficients</source>
        <translation>Die Punkte bestimmen die Koeffizienten des Gesetzes nicht</translation>
    </message>
    <message>
        <source>The worker counts share too few rounds for an interval</source>
        <translation>Die Zahlen von Arbeitern haben zu wenige gemeinsame Runden für ein Intervall</translation>
    </message>
    <message>
        <source>At %1 items %2 on %3 workers behaves as if %4 of the work were serial (Karp–Flatt); no scaling law can be told from one worker count</source>
        <translation>Bei %1 Elementen verhält sich %2 auf %3 Arbeitern, als wären %4 der Arbeit seriell (Karp–Flatt); aus einer einzigen Zahl von Arbeitern lässt sich kein Skalierungsgesetz erkennen</translation>
    </message>
    <message>
        <source>At %1 items %2 on %3 workers behaves as if %4 of the work were serial (Karp–Flatt); no scaling law can be told from so few worker counts</source>
        <translation>Bei %1 Elementen verhält sich %2 auf %3 Arbeitern, als wären %4 der Arbeit seriell (Karp–Flatt); aus so wenigen Zahlen von Arbeitern lässt sich kein Skalierungsgesetz erkennen</translation>
    </message>
    <message>
        <source>bounds not resolved</source>
        <translation>Grenzen nicht entschieden</translation>
    </message>
    <message>
        <source>dispatch factor: it must be from 0 to 10</source>
        <translation>Faktor des Übergebens: Er muss von 0 bis 10 gehen</translation>
    </message>
    <message>
        <source>extra workers: %1 (allowed are 0 to %2)</source>
        <translation>weitere Arbeiter: %1 (erlaubt sind 0 bis %2)</translation>
    </message>
    <message>
        <source>chunk: 0 (allowed are 1 and more)</source>
        <translation>Block: 0 (erlaubt sind 1 und mehr)</translation>
    </message>
    <message>
        <source>How the work was shared among the workers was not recorded in this run</source>
        <translation>Wie sich die Arbeit auf die Arbeiter verteilte, wurde in diesem Lauf nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>The parts of a pool are measured with a map of a whole list, and this run does not tell its call</source>
        <translation>Die Teile eines Pools werden mit einem map einer ganzen Liste gemessen, und dieser Lauf nennt seinen Aufruf nicht</translation>
    </message>
    <message>
        <source>The parts of a pool are measured with a map of a whole list, and %1 hands its chunks over in another way</source>
        <translation>Die Teile eines Pools werden mit einem map einer ganzen Liste gemessen, und %1 übergibt seine Blöcke auf andere Weise</translation>
    </message>
    <message>
        <source>%1 with a limit in flight</source>
        <translation>%1 mit einer Grenze für das, was unterwegs ist,</translation>
    </message>
    <message>
        <source>What the parts of %1 with %2 workers cost was not measured in this run</source>
        <translation>Was die Teile von %1 mit %2 Arbeitern kosten, wurde in diesem Lauf nicht gemessen</translation>
    </message>
    <message>
        <source>What the parts of %1 with 1 worker cost was not measured in this run</source>
        <translation>Was die Teile von %1 mit 1 Arbeiter kosten, wurde in diesem Lauf nicht gemessen</translation>
    </message>
    <message>
        <source>How many chunks the pool made of the list was not recorded, so only one per worker is counted</source>
        <translation>Wie viele Blöcke der Pool aus der Liste machte, wurde nicht aufgezeichnet, daher zählt nur einer je Arbeiter</translation>
    </message>
    <message>
        <source>How many bytes travel was not recorded, so their transport is not counted</source>
        <translation>Wie viele Bytes unterwegs sind, wurde nicht aufgezeichnet, daher zählt ihr Transport nicht</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation>übersprungen: %1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>verweigert: %1</translation>
    </message>
    <message>
        <source>not resolved: %1</source>
        <translation>nicht entschieden: %1</translation>
    </message>
    <message>
        <source>%1 rounds, 6 are the least</source>
        <translation>%1 Runden, 6 sind das Mindeste</translation>
    </message>
    <message>
        <source>1 round, 6 are the least</source>
        <translation>1 Runde, 6 sind das Mindeste</translation>
    </message>
    <message>
        <source>no interval is known</source>
        <translation>ein Intervall ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 rounds are too few for %2 trials, about %3 would do</source>
        <translation>%1 Runden sind zu wenige für %2 Versuche, etwa %3 würden genügen</translation>
    </message>
    <message>
        <source>%1 launches are too few for %2 trials, about %3 would do</source>
        <translation>%1 Messstarts sind zu wenige für %2 Versuche, etwa %3 würden genügen</translation>
    </message>
    <message>
        <source>its interval is too wide for %1 trials</source>
        <translation>das Intervall ist zu breit für %1 Versuche</translation>
    </message>
    <message>
        <source>may be 1×</source>
        <translation>vielleicht 1×</translation>
    </message>
    <message>
        <source>may be 1×, the base waited %1 of its time for a CPU</source>
        <translation>vielleicht 1×, die Basis hat %1 ihrer Zeit auf eine CPU gewartet</translation>
    </message>
    <message>
        <source>may be 1×, too noisy to tell</source>
        <translation>vielleicht 1×, zu unruhig für eine Entscheidung</translation>
    </message>
    <message>
        <source>may be 1×, launches differ, about %1 of them would tell</source>
        <translation>vielleicht 1×, die Messstarts sind verschieden, etwa %1 davon würden es entscheiden</translation>
    </message>
    <message>
        <source>may be 1×, about %1 rounds would tell</source>
        <translation>vielleicht 1×, etwa %1 Runden würden es entscheiden</translation>
    </message>
    <message>
        <source>fewer than 6 rounds beside it</source>
        <translation>weniger als 6 Runden daneben</translation>
    </message>
    <message>
        <source>fewer than 6 samples in one of the runs</source>
        <translation>weniger als 6 Stichproben in einem der Läufe</translation>
    </message>
    <message>
        <source>a time from 1 ns to 1e6 s, such as 0.5, 12 ms or 30 us</source>
        <translation>eine Zeit von 1 ns bis 1e6 s, etwa 0.5, 12 ms oder 30 us</translation>
    </message>
    <message>
        <source>a factor from 1e-6 to 1e6, such as 2.5, 2.5x or 40 %</source>
        <translation>ein Faktor von 1e-6 bis 1e6, etwa 2.5, 2.5x oder 40 %</translation>
    </message>
    <message>
        <source>a number of bytes from 1 to 1e15, such as 300 MB or 1.2 GB</source>
        <translation>eine Zahl von Bytes von 1 bis 1e15, etwa 300 MB oder 1.2 GB</translation>
    </message>
    <message>
        <source>a number from 1 to 1e12, such as 3000, 30k or 1e6</source>
        <translation>eine Zahl von 1 bis 1e12, etwa 3000, 30k oder 1e6</translation>
    </message>
    <message>
        <source>Judged together against their bases, of %1 trials %2 faster, %3 slower, %4 the same within %5, %6 not resolved</source>
        <translation>Gemeinsam gegen ihre Basen beurteilt, sind von %1 Versuchen %2 schneller, %3 langsamer, %4 gleich bis auf %5, %6 nicht entschieden</translation>
    </message>
    <message>
        <source>Judged together against their bases, of 1 trial %1 faster, %2 slower, %3 the same within %4, %5 not resolved</source>
        <translation>Gegen seine Basis beurteilt, ist von 1 Versuch %1 schneller, %2 langsamer, %3 gleich bis auf %4, %5 nicht entschieden</translation>
    </message>
    <message>
        <source>the nearest of these needs about %1 more rounds (%2)</source>
        <translation>der nächste davon braucht etwa %1 weitere Runden (%2)</translation>
    </message>
    <message>
        <source>the nearest of these needs about 1 more round (%1)</source>
        <translation>der nächste davon braucht etwa 1 weitere Runde (%1)</translation>
    </message>
    <message>
        <source>the nearest of these needs about %1 more rounds, in as many launches (%2)</source>
        <translation>der nächste davon braucht etwa %1 weitere Runden, in ebenso vielen Messstarts (%2)</translation>
    </message>
    <message>
        <source>the nearest of these needs about 1 more round, in as many launches (%1)</source>
        <translation>der nächste davon braucht etwa 1 weitere Runde, in einem eigenen Messstart (%1)</translation>
    </message>
    <message>
        <source>%1 of the samples lie far outside of their trial&apos;s others; they are kept, and the medians hardly follow them</source>
        <translation>%1 der Stichproben liegen weit außerhalb der anderen ihres Versuchs; sie bleiben, und die Mediane folgen ihnen kaum</translation>
    </message>
    <message>
        <source>In %1 of %2 trials with enough samples the times changed their level within a launch, at most by %3: there is no steady state, and the median mixes two</source>
        <translation>Bei %1 von %2 Versuchen mit genug Stichproben änderten die Zeiten innerhalb eines Messstarts ihre Lage, höchstens um %3: Es gibt keinen stetigen Zustand, und der Median vermischt zwei</translation>
    </message>
    <message>
        <source>In 1 of 1 trial with enough samples the times changed their level within a launch, at most by %1: there is no steady state, and the median mixes two</source>
        <translation>Bei 1 von 1 Versuch mit genug Stichproben änderten die Zeiten innerhalb eines Messstarts ihre Lage, höchstens um %1: Es gibt keinen stetigen Zustand, und der Median vermischt zwei</translation>
    </message>
    <message>
        <source>In %1 of %2 trials with enough samples the times drifted within a launch, most clearly upwards; the paired ratios cancel what both sides share</source>
        <translation>Bei %1 von %2 Versuchen mit genug Stichproben drifteten die Zeiten innerhalb eines Messstarts, am deutlichsten nach oben; die gepaarten Verhältnisse heben auf, was beide Seiten teilen</translation>
    </message>
    <message>
        <source>In 1 of 1 trial with enough samples the times drifted within a launch, most clearly upwards; the paired ratios cancel what both sides share</source>
        <translation>Bei 1 von 1 Versuch mit genug Stichproben drifteten die Zeiten innerhalb eines Messstarts, am deutlichsten nach oben; die gepaarten Verhältnisse heben auf, was beide Seiten teilen</translation>
    </message>
    <message>
        <source>In %1 of %2 trials with enough samples the times drifted within a launch, most clearly downwards; the paired ratios cancel what both sides share</source>
        <translation>Bei %1 von %2 Versuchen mit genug Stichproben drifteten die Zeiten innerhalb eines Messstarts, am deutlichsten nach unten; die gepaarten Verhältnisse heben auf, was beide Seiten teilen</translation>
    </message>
    <message>
        <source>In 1 of 1 trial with enough samples the times drifted within a launch, most clearly downwards; the paired ratios cancel what both sides share</source>
        <translation>Bei 1 von 1 Versuch mit genug Stichproben drifteten die Zeiten innerhalb eines Messstarts, am deutlichsten nach unten; die gepaarten Verhältnisse heben auf, was beide Seiten teilen</translation>
    </message>
    <message>
        <source>In %1 of %2 trials with enough samples the times have more than one mode: look at the samples, since one median does not describe them</source>
        <translation>Bei %1 von %2 Versuchen mit genug Stichproben haben die Zeiten mehr als einen Gipfel: Sehen Sie die Stichproben an, denn ein Median beschreibt sie nicht</translation>
    </message>
    <message>
        <source>In 1 of 1 trial with enough samples the times have more than one mode: look at the samples, since one median does not describe them</source>
        <translation>Bei 1 von 1 Versuch mit genug Stichproben haben die Zeiten mehr als einen Gipfel: Sehen Sie die Stichproben an, denn ein Median beschreibt sie nicht</translation>
    </message>
    <message>
        <source>In %1 of %2 trials with enough samples the ratios of neighbouring rounds resemble each other, so that their intervals were widened, at most by %3</source>
        <translation>Bei %1 von %2 Versuchen mit genug Stichproben ähneln sich die Verhältnisse benachbarter Runden, sodass ihre Intervalle verbreitert wurden, höchstens um %3</translation>
    </message>
    <message>
        <source>In 1 of 1 trial with enough samples the ratios of neighbouring rounds resemble each other, so that their intervals were widened, at most by %1</source>
        <translation>Bei 1 von 1 Versuch mit genug Stichproben ähneln sich die Verhältnisse benachbarter Runden, sodass ihre Intervalle verbreitert wurden, höchstens um %1</translation>
    </message>
    <message>
        <source>At %1 items the parts that would be saved take %2 by themselves, the whole call %3: what it would take without them cannot be told</source>
        <translation>Bei %1 Elementen brauchen die Teile, die gespart würden, für sich %2, der ganze Aufruf %3: Was er ohne sie brauchte, lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>At 1 item the parts that would be saved take %1 by themselves, the whole call %2: what it would take without them cannot be told</source>
        <translation>Bei 1 Element brauchen die Teile, die gespart würden, für sich %1, der ganze Aufruf %2: Was er ohne sie brauchte, lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>%1: %2: there is no such file</source>
        <translation>%1: %2: eine solche Datei gibt es nicht</translation>
    </message>
    <message>
        <source>%1: %2: there is no such program</source>
        <translation>%1: %2: ein solches Programm gibt es nicht</translation>
    </message>
    <message>
        <source>%1 at the latest</source>
        <translation>spätestens %1</translation>
    </message>
    <message>
        <source>If handing the list over cost half as much, %1 would pay from %2 items (%3)</source>
        <translation>Wenn das Übergeben der Liste halb so viel kostete, würde sich %1 ab %2 Elementen (%3) lohnen</translation>
    </message>
    <message>
        <source>If handing the list over cost half as much, %1 would pay from %2 items (%3) instead of from %4 items (%5)</source>
        <translation>Wenn das Übergeben der Liste halb so viel kostete, würde sich %1 ab %2 Elementen (%3) statt ab %4 Elementen (%5) lohnen</translation>
    </message>
    <message>
        <source>If handing the list over cost half as much, %1 would pay from 1 item (%2)</source>
        <translation>Wenn das Übergeben der Liste halb so viel kostete, würde sich %1 ab 1 Element (%2) lohnen</translation>
    </message>
    <message>
        <source>If handing the list over cost half as much, %1 would pay from 1 item (%2) instead of from %3 items (%4)</source>
        <translation>Wenn das Übergeben der Liste halb so viel kostete, würde sich %1 ab 1 Element (%2) statt ab %3 Elementen (%4) lohnen</translation>
    </message>
    <message>
        <source>If handing the list over cost half as much, %1 would pay at every size</source>
        <translation>Wenn das Übergeben der Liste halb so viel kostete, würde sich %1 bei jeder Größe lohnen</translation>
    </message>
    <message>
        <source>If handing the list over cost half as much, %1 would pay at every size instead of from %2 items (%3)</source>
        <translation>Wenn das Übergeben der Liste halb so viel kostete, würde sich %1 bei jeder Größe statt ab %2 Elementen (%3) lohnen</translation>
    </message>
    <message>
        <source>If handing the list over cost half as much, %1 would reach %2 instead of %3 at %4 items</source>
        <translation>Wenn das Übergeben der Liste halb so viel kostete, würde %1 %2 statt %3 bei %4 Elementen erreichen</translation>
    </message>
    <message>
        <source>If handing the list over cost half as much, %1 would reach %2 instead of %3 at 1 item</source>
        <translation>Wenn das Übergeben der Liste halb so viel kostete, würde %1 %2 statt %3 bei 1 Element erreichen</translation>
    </message>
    <message>
        <source>Without the start of its pool, %1 would pay from %2 items (%3)</source>
        <translation>Ohne den Start des Pools würde sich %1 ab %2 Elementen (%3) lohnen</translation>
    </message>
    <message>
        <source>Without the start of its pool, %1 would pay from %2 items (%3) instead of from %4 items (%5)</source>
        <translation>Ohne den Start des Pools würde sich %1 ab %2 Elementen (%3) statt ab %4 Elementen (%5) lohnen</translation>
    </message>
    <message>
        <source>Without the start of its pool, %1 would pay from 1 item (%2)</source>
        <translation>Ohne den Start des Pools würde sich %1 ab 1 Element (%2) lohnen</translation>
    </message>
    <message>
        <source>Without the start of its pool, %1 would pay from 1 item (%2) instead of from %3 items (%4)</source>
        <translation>Ohne den Start des Pools würde sich %1 ab 1 Element (%2) statt ab %3 Elementen (%4) lohnen</translation>
    </message>
    <message>
        <source>Without the start of its pool, %1 would pay at every size</source>
        <translation>Ohne den Start des Pools würde sich %1 bei jeder Größe lohnen</translation>
    </message>
    <message>
        <source>Without the start of its pool, %1 would pay at every size instead of from %2 items (%3)</source>
        <translation>Ohne den Start des Pools würde sich %1 bei jeder Größe statt ab %2 Elementen (%3) lohnen</translation>
    </message>
    <message>
        <source>Without the start of its pool, %1 would reach %2 instead of %3 at %4 items</source>
        <translation>Ohne den Start des Pools würde %1 %2 statt %3 bei %4 Elementen erreichen</translation>
    </message>
    <message>
        <source>Without the start of its pool, %1 would reach %2 instead of %3 at 1 item</source>
        <translation>Ohne den Start des Pools würde %1 %2 statt %3 bei 1 Element erreichen</translation>
    </message>
    <message>
        <source>With perfectly balanced workers, %1 would pay from %2 items (%3)</source>
        <translation>Mit vollkommen ausgeglichenen Arbeitern würde sich %1 ab %2 Elementen (%3) lohnen</translation>
    </message>
    <message>
        <source>With perfectly balanced workers, %1 would pay from %2 items (%3) instead of from %4 items (%5)</source>
        <translation>Mit vollkommen ausgeglichenen Arbeitern würde sich %1 ab %2 Elementen (%3) statt ab %4 Elementen (%5) lohnen</translation>
    </message>
    <message>
        <source>With perfectly balanced workers, %1 would pay from 1 item (%2)</source>
        <translation>Mit vollkommen ausgeglichenen Arbeitern würde sich %1 ab 1 Element (%2) lohnen</translation>
    </message>
    <message>
        <source>With perfectly balanced workers, %1 would pay from 1 item (%2) instead of from %3 items (%4)</source>
        <translation>Mit vollkommen ausgeglichenen Arbeitern würde sich %1 ab 1 Element (%2) statt ab %3 Elementen (%4) lohnen</translation>
    </message>
    <message>
        <source>With perfectly balanced workers, %1 would pay at every size</source>
        <translation>Mit vollkommen ausgeglichenen Arbeitern würde sich %1 bei jeder Größe lohnen</translation>
    </message>
    <message>
        <source>With perfectly balanced workers, %1 would pay at every size instead of from %2 items (%3)</source>
        <translation>Mit vollkommen ausgeglichenen Arbeitern würde sich %1 bei jeder Größe statt ab %2 Elementen (%3) lohnen</translation>
    </message>
    <message>
        <source>With perfectly balanced workers, %1 would reach %2 instead of %3 at %4 items</source>
        <translation>Mit vollkommen ausgeglichenen Arbeitern würde %1 %2 statt %3 bei %4 Elementen erreichen</translation>
    </message>
    <message>
        <source>With perfectly balanced workers, %1 would reach %2 instead of %3 at 1 item</source>
        <translation>Mit vollkommen ausgeglichenen Arbeitern würde %1 %2 statt %3 bei 1 Element erreichen</translation>
    </message>
</context>
<context>
    <name>Pitfalls</name>
    <message>
        <source>CPU quota</source>
        <translation>CPU-Quote</translation>
    </message>
    <message>
        <source>Raise the container&apos;s CPU limit, or use no more workers than it allows.</source>
        <translation>Heben Sie die CPU-Grenze des Containers an, oder nehmen Sie nicht mehr Arbeiter, als sie erlaubt.</translation>
    </message>
    <message>
        <source>More workers than CPUs</source>
        <translation>Mehr Arbeiter als CPUs</translation>
    </message>
    <message>
        <source>Compare worker counts up to the usable CPUs.</source>
        <translation>Vergleichen Sie Zahlen von Arbeitern bis zu den nutzbaren CPUs.</translation>
    </message>
    <message>
        <source>Threads that share a core</source>
        <translation>Threads, die einen Kern teilen</translation>
    </message>
    <message>
        <source>Read the speed-up against the physical cores, too.</source>
        <translation>Lesen Sie die Beschleunigung auch gegen die physischen Kerne.</translation>
    </message>
    <message>
        <source>Cores of different speed</source>
        <translation>Verschieden schnelle Kerne</translation>
    </message>
    <message>
        <source>Read the efficiency with care, or allow one kind of core by taskset.</source>
        <translation>Lesen Sie die Effizienz mit Vorsicht, oder erlauben Sie mit taskset nur eine Art Kern.</translation>
    </message>
    <message>
        <source>Clock falls with the workers</source>
        <translation>Takt fällt mit den Arbeitern</translation>
    </message>
    <message>
        <source>Take the clock&apos;s share off before software is blamed.</source>
        <translation>Ziehen Sie den Anteil des Takts ab, bevor Sie die Software beschuldigen.</translation>
    </message>
    <message>
        <source>Throttling by heat</source>
        <translation>Drosselung durch Hitze</translation>
    </message>
    <message>
        <source>Let the machine cool, and measure again.</source>
        <translation>Lassen Sie die Maschine abkühlen, und messen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>Close them, or measure when the machine is quiet.</source>
        <translation>Schließen Sie sie, oder messen Sie, wenn die Maschine ruhig ist.</translation>
    </message>
    <message>
        <source>Start of the pool in the time</source>
        <translation>Start des Pools in der Zeit</translation>
    </message>
    <message>
        <source>Compare with a warm pool: programs that call again pay it once.</source>
        <translation>Vergleichen Sie mit einem warmen Pool: Programme, die wieder aufrufen, zahlen ihn einmal.</translation>
    </message>
    <message>
        <source>Chunks too small</source>
        <translation>Zu kleine Blöcke</translation>
    </message>
    <message>
        <source>Use a larger chunk, or auto.</source>
        <translation>Nehmen Sie einen größeren Block oder auto.</translation>
    </message>
    <message>
        <source>Uneven work</source>
        <translation>Ungleiche Arbeit</translation>
    </message>
    <message>
        <source>Use smaller chunks, or a backend that hands them out as workers become free.</source>
        <translation>Nehmen Sie kleinere Blöcke oder ein Backend, das sie austeilt, wie Arbeiter frei werden.</translation>
    </message>
    <message>
        <source>A part that stays serial</source>
        <translation>Ein Teil, der seriell bleibt</translation>
    </message>
    <message>
        <source>Look for it before more workers are added: it sets the limit.</source>
        <translation>Suchen Sie ihn, bevor mehr Arbeiter dazukommen: Er setzt die Grenze.</translation>
    </message>
    <message>
        <source>Memory bandwidth</source>
        <translation>Speicherbandbreite</translation>
    </message>
    <message>
        <source>Touch fewer bytes per item; more workers cannot help.</source>
        <translation>Berühren Sie weniger Bytes je Element; mehr Arbeiter können nicht helfen.</translation>
    </message>
    <message>
        <source>Caches change the curve</source>
        <translation>Caches verändern die Kurve</translation>
    </message>
    <message>
        <source>Compare sizes on the same side of a cache.</source>
        <translation>Vergleichen Sie Größen auf derselben Seite eines Caches.</translation>
    </message>
    <message>
        <source>Memory of another node</source>
        <translation>Speicher eines anderen Knotens</translation>
    </message>
    <message>
        <source>Bind the program to one node by numactl, and compare.</source>
        <translation>Binden Sie das Programm mit numactl an einen Knoten, und vergleichen Sie.</translation>
    </message>
    <message>
        <source>Workers write to one cache line</source>
        <translation>Arbeiter schreiben in eine Cache-Zeile</translation>
    </message>
    <message>
        <source>Put a cache line between what workers write.</source>
        <translation>Legen Sie eine Cache-Zeile zwischen das, was Arbeiter schreiben.</translation>
    </message>
    <message>
        <source>Workers wait for each other</source>
        <translation>Arbeiter warten aufeinander</translation>
    </message>
    <message>
        <source>Share less between items: a result per item, added up later.</source>
        <translation>Teilen Sie weniger zwischen Elementen: ein Ergebnis je Element, später addiert.</translation>
    </message>
    <message>
        <source>Work that was optimised away</source>
        <translation>Wegoptimierte Arbeit</translation>
    </message>
    <message>
        <source>Make the output depend on every item.</source>
        <translation>Lassen Sie die Ausgabe von jedem Element abhängen.</translation>
    </message>
    <message>
        <source>Another result than serial&apos;s</source>
        <translation>Ein anderes Ergebnis als seriell</translation>
    </message>
    <message>
        <source>Mend the workload before its times are read.</source>
        <translation>Beheben Sie den Fehler der Arbeitslast, bevor ihre Zeiten gelesen werden.</translation>
    </message>
    <message>
        <source>Unfair base</source>
        <translation>Unfaire Basis</translation>
    </message>
    <message>
        <source>Say which base a speed-up has; both are in the table.</source>
        <translation>Sagen Sie, welche Basis eine Beschleunigung hat; beide stehen in der Tabelle.</translation>
    </message>
    <message>
        <source>Page faults in the samples</source>
        <translation>Seitenfehler in den Stichproben</translation>
    </message>
    <message>
        <source>Touch the memory before it is measured, or use it again.</source>
        <translation>Berühren Sie den Speicher vor der Messung, oder verwenden Sie ihn wieder.</translation>
    </message>
    <message>
        <source>Coarse or slow clock</source>
        <translation>Grobe oder langsame Uhr</translation>
    </message>
    <message>
        <source>Use larger sizes, or the kernel&apos;s tsc clock source.</source>
        <translation>Nehmen Sie größere Listen oder die Uhrquelle tsc des Kernels.</translation>
    </message>
    <message>
        <source>Several modes</source>
        <translation>Mehrere Gipfel</translation>
    </message>
    <message>
        <source>Look at the distribution: a single number hides it.</source>
        <translation>Sehen Sie die Verteilung an: Eine einzelne Zahl verbirgt sie.</translation>
    </message>
    <message>
        <source>Drift or memory between rounds</source>
        <translation>Drift oder Gedächtnis zwischen Runden</translation>
    </message>
    <message>
        <source>Measure longer, or when the machine has settled.</source>
        <translation>Messen Sie länger, oder wenn die Maschine zur Ruhe gekommen ist.</translation>
    </message>
    <message>
        <source>Effect of the order</source>
        <translation>Wirkung der Reihenfolge</translation>
    </message>
    <message>
        <source>Repeat with another seed.</source>
        <translation>Wiederholen Sie mit einem anderen Startwert.</translation>
    </message>
    <message>
        <source>The window takes part</source>
        <translation>Das Fenster misst mit</translation>
    </message>
    <message>
        <source>Close other windows.</source>
        <translation>Schließen Sie andere Fenster.</translation>
    </message>
    <message>
        <source>Debug build, sanitizer, debugger</source>
        <translation>Debug-Bau, Sanitizer, Debugger</translation>
    </message>
    <message>
        <source>Measure with the release build and without a debugger.</source>
        <translation>Messen Sie mit dem Release-Bau und ohne Debugger.</translation>
    </message>
    <message>
        <source>Luck of the memory layout</source>
        <translation>Glück der Speicherlage</translation>
    </message>
    <message>
        <source>Use three launches or more.</source>
        <translation>Nehmen Sie drei Messstarts oder mehr.</translation>
    </message>
    <message>
        <source>Different machines</source>
        <translation>Verschiedene Maschinen</translation>
    </message>
    <message>
        <source>Compare runs of one machine; overlay others.</source>
        <translation>Vergleichen Sie Läufe einer Maschine; überlagern Sie andere.</translation>
    </message>
    <message>
        <source>%1 at %2 of %3 trials</source>
        <translation>%1, bei %2 von %3 Versuchen</translation>
    </message>
    <message>
        <source>This machine does not show %1</source>
        <translation>Diese Maschine zeigt nicht: %1</translation>
    </message>
    <message>
        <source>its CPU quota</source>
        <translation>ihre CPU-Quote</translation>
    </message>
    <message>
        <source>whether CPUs share cores</source>
        <translation>ob CPUs Kerne teilen</translation>
    </message>
    <message>
        <source>kinds of cores</source>
        <translation>Arten von Kernen</translation>
    </message>
    <message>
        <source>throttling by heat</source>
        <translation>Drosselung durch Hitze</translation>
    </message>
    <message>
        <source>its memory nodes</source>
        <translation>ihre Speicherknoten</translation>
    </message>
    <message>
        <source>A quota of %1 stopped the workers</source>
        <translation>Eine Quote von %1 hielt die Arbeiter an</translation>
    </message>
    <message>
        <source>There is no CPU quota</source>
        <translation>Es gibt keine CPU-Quote</translation>
    </message>
    <message>
        <source>The quota of %1 stopped no sample</source>
        <translation>Die Quote von %1 hielt keine Stichprobe an</translation>
    </message>
    <message>
        <source>Workers outnumber the %1 usable CPUs</source>
        <translation>Es gibt mehr Arbeiter als die %1 nutzbaren CPUs</translation>
    </message>
    <message>
        <source>Workers outnumber the 1 usable CPU</source>
        <translation>Es gibt mehr Arbeiter als die 1 nutzbare CPU</translation>
    </message>
    <message>
        <source>No trial that computes has more workers than the %1 usable CPUs</source>
        <translation>Kein Versuch, der rechnet, hat mehr Arbeiter als die %1 nutzbaren CPUs</translation>
    </message>
    <message>
        <source>No trial that computes has more workers than the 1 usable CPU</source>
        <translation>Kein Versuch, der rechnet, hat mehr Arbeiter als die 1 nutzbare CPU</translation>
    </message>
    <message>
        <source>Every CPU is a core of its own, as far as the machine shows</source>
        <translation>Jede CPU ist ein eigener Kern, soweit die Maschine es zeigt</translation>
    </message>
    <message>
        <source>Workers share the %1 cores (%2)</source>
        <translation>Arbeiter teilen sich die %1 Kerne (%2)</translation>
    </message>
    <message>
        <source>No trial has more workers than cores</source>
        <translation>Kein Versuch hat mehr Arbeiter als Kerne</translation>
    </message>
    <message>
        <source>All cores are alike</source>
        <translation>Alle Kerne sind gleich</translation>
    </message>
    <message>
        <source>The cores are of different kinds (%1)</source>
        <translation>Die Kerne sind verschiedener Art (%1)</translation>
    </message>
    <message>
        <source>The clock was not compared between one worker and several</source>
        <translation>Der Takt wurde nicht zwischen einem und mehreren Arbeitern verglichen</translation>
    </message>
    <message>
        <source>A fixed loop is as fast in %1 threads at once as in one</source>
        <translation>Eine feste Schleife ist in %1 Threads zugleich so schnell wie in einem</translation>
    </message>
    <message>
        <source>With %1 threads at once each runs %2 slower than alone</source>
        <translation>Mit %1 Threads zugleich läuft jeder %2 langsamer als allein</translation>
    </message>
    <message>
        <source>The clock was not compared between one worker and several (governor %1)</source>
        <translation>Der Takt wurde nicht zwischen einem und mehreren Arbeitern verglichen (Taktregelung %1)</translation>
    </message>
    <message>
        <source>A fixed loop is as fast in %1 threads at once as in one (governor %2)</source>
        <translation>Eine feste Schleife ist in %1 Threads zugleich so schnell wie in einem (Taktregelung %2)</translation>
    </message>
    <message>
        <source>With %1 threads at once each runs %2 slower than alone (governor %3)</source>
        <translation>Mit %1 Threads zugleich läuft jeder %2 langsamer als allein (Taktregelung %3)</translation>
    </message>
    <message>
        <source>The CPU was too hot and lowered its clock</source>
        <translation>Die CPU war zu heiß und senkte ihren Takt</translation>
    </message>
    <message>
        <source>The CPU did not throttle during a sample</source>
        <translation>Die CPU drosselte während keiner Stichprobe</translation>
    </message>
    <message>
        <source>Other programs took CPUs</source>
        <translation>Andere Programme nahmen CPUs</translation>
    </message>
    <message>
        <source>Other programs or guests took CPUs</source>
        <translation>Andere Programme oder Gäste nahmen CPUs</translation>
    </message>
    <message>
        <source>%1 (load at the start %2)</source>
        <translation>%1 (Last am Anfang %2)</translation>
    </message>
    <message>
        <source>%1 (load at the start %2) at %3 of %4 trials</source>
        <translation>%1 (Last am Anfang %2), bei %3 von %4 Versuchen</translation>
    </message>
    <message>
        <source>%1 (load at the start %2, and a spinning thread was kept off its CPU for %3 of the time, the longest for %4)</source>
        <translation>%1 (Last am Anfang %2, und ein Thread, der nur kreist, kam %3 der Zeit nicht auf seine CPU, am längsten %4)</translation>
    </message>
    <message>
        <source>%1 (load at the start %2, and a spinning thread was kept off its CPU for %3 of the time, the longest for %4) at %5 of %6 trials</source>
        <translation>%1 (Last am Anfang %2, und ein Thread, der nur kreist, kam %3 der Zeit nicht auf seine CPU, am längsten %4), bei %5 von %6 Versuchen</translation>
    </message>
    <message>
        <source>%1 (a spinning thread was kept off its CPU for %2 of the time, the longest for %3)</source>
        <translation>%1 (ein Thread, der nur kreist, kam %2 der Zeit nicht auf seine CPU, am längsten %3)</translation>
    </message>
    <message>
        <source>%1 (a spinning thread was kept off its CPU for %2 of the time, the longest for %3) at %4 of %5 trials</source>
        <translation>%1 (ein Thread, der nur kreist, kam %2 der Zeit nicht auf seine CPU, am längsten %3), bei %4 von %5 Versuchen</translation>
    </message>
    <message>
        <source>Other programs took CPUs before the samples</source>
        <translation>Andere Programme nahmen vor den Stichproben CPUs</translation>
    </message>
    <message>
        <source>The file does not say what else ran on the machine</source>
        <translation>Die Datei sagt nicht, was sonst auf der Maschine lief</translation>
    </message>
    <message>
        <source>The file does not count page faults</source>
        <translation>Die Datei zählt keine Seitenfehler</translation>
    </message>
    <message>
        <source>No curve was recorded with lists on both sides of the last cache</source>
        <translation>Keine Kurve wurde mit Listen auf beiden Seiten des letzten Caches aufgezeichnet</translation>
    </message>
    <message>
        <source>No other program took a CPU for long</source>
        <translation>Kein anderes Programm nahm lange eine CPU</translation>
    </message>
    <message>
        <source>There is one memory node</source>
        <translation>Es gibt einen Speicherknoten</translation>
    </message>
    <message>
        <source>There are %1 memory nodes, and no recorded pass shows where lists lie and workers run</source>
        <translation>Es gibt %1 Speicherknoten, und kein aufgezeichneter Durchgang zeigt, wo Listen liegen und Arbeiter laufen</translation>
    </message>
    <message>
        <source>The list lies on one memory node, and up to %1 of the work was done on others</source>
        <translation>Die Liste liegt auf einem Speicherknoten, und bis zu %1 der Arbeit wurden auf anderen getan</translation>
    </message>
    <message>
        <source>Of the %1 memory nodes, workers run where their list lies</source>
        <translation>Von den %1 Speicherknoten laufen die Arbeiter dort, wo ihre Liste liegt</translation>
    </message>
    <message>
        <source>Page faults took more than 1 % of a sample</source>
        <translation>Seitenfehler brauchten mehr als 1 % einer Stichprobe</translation>
    </message>
    <message>
        <source>Fewer than a tenth of any trial&apos;s samples had notable page faults: lists are touched before</source>
        <translation>Weniger als ein Zehntel der Stichproben jedes Versuchs hatte merkliche Seitenfehler: Listen werden vorher berührt</translation>
    </message>
    <message>
        <source>What reading the clock costs was not measured</source>
        <translation>Was das Ablesen der Uhr kostet, wurde nicht gemessen</translation>
    </message>
    <message>
        <source>What reading the clock costs was not measured (source %1)</source>
        <translation>Was das Ablesen der Uhr kostet, wurde nicht gemessen (Quelle %1)</translation>
    </message>
    <message>
        <source>Reading the clock takes up to %1 of a sample</source>
        <translation>Das Ablesen der Uhr braucht bis zu %1 einer Stichprobe</translation>
    </message>
    <message>
        <source>Reading the clock takes up to %1 of a sample (source %2)</source>
        <translation>Das Ablesen der Uhr braucht bis zu %1 einer Stichprobe (Quelle %2)</translation>
    </message>
    <message>
        <source>Reading the clock takes at most %1 of a sample</source>
        <translation>Das Ablesen der Uhr braucht höchstens %1 einer Stichprobe</translation>
    </message>
    <message>
        <source>Reading the clock takes at most %1 of a sample (source %2)</source>
        <translation>Das Ablesen der Uhr braucht höchstens %1 einer Stichprobe (Quelle %2)</translation>
    </message>
    <message>
        <source>Measured with %1</source>
        <translation>Gemessen mit: %1</translation>
    </message>
    <message>
        <source>a debug build</source>
        <translation>einem Debug-Bau</translation>
    </message>
    <message>
        <source>sanitizers: %1</source>
        <translation>Sanitizern: %1</translation>
    </message>
    <message>
        <source>a debugger</source>
        <translation>einem Debugger</translation>
    </message>
    <message>
        <source>An optimised build without sanitizers, and no debugger</source>
        <translation>Ein optimierter Bau ohne Sanitizer, und kein Debugger</translation>
    </message>
    <message>
        <source>The file does not say how the program was built</source>
        <translation>Die Datei sagt nicht, wie das Programm gebaut wurde</translation>
    </message>
    <message>
        <source>The file does not tell launches apart</source>
        <translation>Die Datei unterscheidet keine Messstarts</translation>
    </message>
    <message>
        <source>Samples are from fewer than 3 launches</source>
        <translation>Die Stichproben sind aus weniger als 3 Messstarts</translation>
    </message>
    <message>
        <source>%1; this run is not remembered</source>
        <translation>%1; dieser Lauf wird nicht behalten</translation>
    </message>
    <message>
        <source>%1; this run is not remembered as a whole</source>
        <translation>%1; dieser Lauf wird nicht als Ganzes behalten</translation>
    </message>
    <message>
        <source>%1; this run is not remembered as a whole: rename the file, and the next run begins a new history</source>
        <translation>%1; dieser Lauf wird nicht als Ganzes behalten: Benennen Sie die Datei um, und der nächste Lauf beginnt eine neue Historie</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht durchgeführt</translation>
    </message>
    <message>
        <source>There are no samples to tell launches by</source>
        <translation>Es gibt keine Stichproben, an denen Messstarts zu erkennen wären</translation>
    </message>
    <message>
        <source>Samples are from %1 launches: too few to tell the luck of the layout</source>
        <translation>Die Stichproben sind aus %1 Messstarts: zu wenige, um das Glück der Speicherlage zu erkennen</translation>
    </message>
    <message>
        <source>Samples are from 1 launch: too few to tell the luck of the layout</source>
        <translation>Die Stichproben sind aus 1 Messstart: zu wenige, um das Glück der Speicherlage zu erkennen</translation>
    </message>
    <message>
        <source>Each of %1 launches has an environment, a stack and addresses of its own, and intervals know of it</source>
        <translation>Jeder von %1 Messstarts hat Umgebung, Stapel und Adressen für sich, und die Intervalle wissen davon</translation>
    </message>
    <message>
        <source>What is measured has a process of its own, and nothing is drawn or written inside a sample</source>
        <translation>Was gemessen wird, hat einen eigenen Prozess, und innerhalb einer Stichprobe wird nichts gezeichnet oder geschrieben</translation>
    </message>
    <message>
        <source>The file does not say which machine it is from</source>
        <translation>Die Datei sagt nicht, von welcher Maschine sie ist</translation>
    </message>
    <message>
        <source>A run is of one machine; a comparison of runs says when theirs differ</source>
        <translation>Ein Lauf ist von einer Maschine; ein Vergleich von Läufen sagt, wenn ihre verschieden sind</translation>
    </message>
    <message>
        <source>No pass was recorded chunk by chunk</source>
        <translation>Kein Durchgang wurde Block für Block aufgezeichnet</translation>
    </message>
    <message>
        <source>Making the pool takes more than a tenth of the time</source>
        <translation>Den Pool zu machen braucht mehr als ein Zehntel der Zeit</translation>
    </message>
    <message>
        <source>Warm pools were called untimed before they were measured</source>
        <translation>Warme Pools wurden ungemessen aufgerufen, bevor sie gemessen wurden</translation>
    </message>
    <message>
        <source>A chunk computes for less than 50 µs, and the workers are not used well</source>
        <translation>Ein Block rechnet weniger als 50 µs, und die Arbeiter sind nicht gut genutzt</translation>
    </message>
    <message>
        <source>Where chunks compute for less than 50 µs, the workers are used well all the same</source>
        <translation>Wo Blöcke weniger als 50 µs rechnen, sind die Arbeiter trotzdem gut genutzt</translation>
    </message>
    <message>
        <source>Some workers wait for the busiest, which costs up to %1</source>
        <translation>Manche Arbeiter warten auf den am meisten beschäftigten; das kostet bis zu %1</translation>
    </message>
    <message>
        <source>The workers compute about equally long</source>
        <translation>Die Arbeiter rechnen etwa gleich lang</translation>
    </message>
    <message>
        <source>No trial with several workers has rounds enough to tell a serial part</source>
        <translation>Kein Versuch mit mehreren Arbeitern hat genug Runden, um einen seriellen Teil zu erkennen</translation>
    </message>
    <message>
        <source>A part acts as if it were serial (Karp–Flatt, up to %1 of the time)</source>
        <translation>Ein Teil wirkt, als wäre er seriell (Karp–Flatt, bis zu %1 der Zeit)</translation>
    </message>
    <message>
        <source>No serial part above 5 % is certain</source>
        <translation>Kein serieller Teil über 5 % ist sicher</translation>
    </message>
    <message>
        <source>Memory serves all workers and limits them</source>
        <translation>Der Speicher bedient alle Arbeiter und begrenzt sie</translation>
    </message>
    <message>
        <source>Memory bandwidth limits no trial, as far as the evidence tells</source>
        <translation>Die Speicherbandbreite begrenzt keinen Versuch, soweit die Belege es sagen</translation>
    </message>
    <message>
        <source>This machine does not show its caches</source>
        <translation>Diese Maschine zeigt ihre Caches nicht</translation>
    </message>
    <message>
        <source>Items cost more beyond the last cache, or less than serial&apos;s within it</source>
        <translation>Elemente kosten jenseits des letzten Caches mehr oder in ihm weniger als seriell</translation>
    </message>
    <message>
        <source>No curve bends where its list outgrows the last cache</source>
        <translation>Keine Kurve knickt, wo ihre Liste über den letzten Cache hinauswächst</translation>
    </message>
    <message>
        <source>Hardware counters are not read; the experiment false-sharing shows what it costs here</source>
        <translation>Hardwarezähler werden nicht gelesen; das Experiment false-sharing zeigt, was es hier kostet</translation>
    </message>
    <message>
        <source>With the counters on one cache line the same work took at least %1 the time</source>
        <translation>Mit den Zählern auf einer Cache-Zeile brauchte dieselbe Arbeit mindestens das %1-Fache der Zeit</translation>
    </message>
    <message>
        <source>Counters on one line and apart have fewer than 6 rounds to compare</source>
        <translation>Für Zähler auf einer Zeile und getrennte gibt es weniger als 6 Runden zum Vergleichen</translation>
    </message>
    <message>
        <source>Counters on one cache line did not certainly take 1.20× the time of counters apart</source>
        <translation>Zähler auf einer Cache-Zeile brauchten nicht sicher 1.20× die Zeit getrennter Zähler</translation>
    </message>
    <message>
        <source>More workers make each other slower (Gunther&apos;s kappa is certainly above 0)</source>
        <translation>Mehr Arbeiter machen einander langsamer (Gunthers Kappa ist sicher über 0)</translation>
    </message>
    <message>
        <source>The workers&apos; waiting for each other cannot be told from none</source>
        <translation>Das Warten der Arbeiter aufeinander ist von keinem nicht zu unterscheiden</translation>
    </message>
    <message>
        <source>Workers sleep and are woken far more often than serial and handing over need</source>
        <translation>Arbeiter schlafen ein und werden geweckt, weit öfter als Seriell und das Übergeben es brauchen</translation>
    </message>
    <message>
        <source>Workers sleep no more often than handing over needs; locks that spin would show only with five worker counts within the CPUs</source>
        <translation>Arbeiter schlafen nicht öfter, als das Übergeben es braucht; Sperren, die kreisen, zeigten sich nur mit fünf Zahlen von Arbeitern innerhalb der CPUs</translation>
    </message>
    <message>
        <source>It takes samples that count how often workers sleep, or five worker counts within the CPUs, to tell waiting for each other</source>
        <translation>Es braucht Stichproben, die zählen, wie oft Arbeiter schlafen, oder fünf Zahlen von Arbeitern innerhalb der CPUs, um Warten aufeinander zu erkennen</translation>
    </message>
    <message>
        <source>The sizes are too near each other to see serial&apos;s time grow</source>
        <translation>Die Größen liegen zu nahe beieinander, um die serielle Zeit wachsen zu sehen</translation>
    </message>
    <message>
        <source>Serial takes no longer for many more items</source>
        <translation>Seriell braucht für viel mehr Elemente nicht länger</translation>
    </message>
    <message>
        <source>Serial&apos;s time grows with the size, and outputs are checked</source>
        <translation>Die serielle Zeit wächst mit der Größe, und Ausgaben werden geprüft</translation>
    </message>
    <message>
        <source>No output was checked against serial&apos;s</source>
        <translation>Keine Ausgabe wurde gegen die serielle geprüft</translation>
    </message>
    <message>
        <source>The output differs from serial&apos;s</source>
        <translation>Die Ausgabe weicht von der seriellen ab</translation>
    </message>
    <message>
        <source>Every output that was checked equals serial&apos;s</source>
        <translation>Jede geprüfte Ausgabe gleicht der seriellen</translation>
    </message>
    <message>
        <source>The serial base uses more than one CPU</source>
        <translation>Die serielle Basis nutzt mehr als eine CPU</translation>
    </message>
    <message>
        <source>One worker is slower than serial, so a speed-up over one worker is larger than over serial</source>
        <translation>Ein Arbeiter ist langsamer als seriell, daher ist eine Beschleunigung gegen einen Arbeiter größer als gegen seriell</translation>
    </message>
    <message>
        <source>Serial uses one CPU, and no backend with one worker is much slower than it</source>
        <translation>Seriell nutzt eine CPU, und kein Backend mit einem Arbeiter ist viel langsamer</translation>
    </message>
    <message>
        <source>No trial has the 10 samples that telling modes takes</source>
        <translation>Kein Versuch hat die 10 Stichproben, die es braucht, um Gipfel zu erkennen</translation>
    </message>
    <message>
        <source>The samples have more than one mode</source>
        <translation>Die Stichproben haben mehr als einen Gipfel</translation>
    </message>
    <message>
        <source>One mode fits every trial</source>
        <translation>Ein Gipfel passt zu jedem Versuch</translation>
    </message>
    <message>
        <source>No trial has rounds enough to tell a drift</source>
        <translation>Kein Versuch hat genug Runden, um eine Drift zu erkennen</translation>
    </message>
    <message>
        <source>The time drifts, shifts or remembers the round before</source>
        <translation>Die Zeit driftet, springt oder erinnert sich an die Runde davor</translation>
    </message>
    <message>
        <source>Rounds look independent, and no trial drifts</source>
        <translation>Runden sehen unabhängig aus, und kein Versuch driftet</translation>
    </message>
    <message>
        <source>There are too few rounds to compare first places with later ones</source>
        <translation>Es gibt zu wenige Runden, um erste Plätze mit späteren zu vergleichen</translation>
    </message>
    <message>
        <source>What comes first in a round takes %1 longer; the random order spreads that over all trials</source>
        <translation>Was in einer Runde zuerst kommt, braucht %1 länger; die zufällige Reihenfolge verteilt das auf alle Versuche</translation>
    </message>
    <message>
        <source>What comes first in a round takes %1 less; the random order spreads that over all trials</source>
        <translation>Was in einer Runde zuerst kommt, braucht %1 weniger; die zufällige Reihenfolge verteilt das auf alle Versuche</translation>
    </message>
    <message>
        <source>The order within rounds is random, and no difference of the first place above 1 % is certain</source>
        <translation>Die Reihenfolge in den Runden ist zufällig, und kein Unterschied des ersten Platzes über 1 % ist sicher</translation>
    </message>
</context>
<context>
    <name>Machine</name>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>CPUs online</source>
        <translation>CPUs in Betrieb</translation>
    </message>
    <message>
        <source>CPUs that may be used</source>
        <translation>CPUs, die genutzt werden dürfen</translation>
    </message>
    <message>
        <source>Affinity mask</source>
        <translation>Affinitätsmaske</translation>
    </message>
    <message>
        <source>Physical cores</source>
        <translation>Physische Kerne</translation>
    </message>
    <message>
        <source>Kinds of cores</source>
        <translation>Arten von Kernen</translation>
    </message>
    <message>
        <source>Simultaneous multithreading</source>
        <translation>Simultanes Multithreading</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>Caches</translation>
    </message>
    <message>
        <source>NUMA nodes</source>
        <translation>NUMA-Knoten</translation>
    </message>
    <message>
        <source>Frequency governor</source>
        <translation>Taktregelung</translation>
    </message>
    <message>
        <source>Turbo frequencies</source>
        <translation>Turbo-Takt</translation>
    </message>
    <message>
        <source>Times the CPU was too hot</source>
        <translation>Wie oft die CPU zu heiß war</translation>
    </message>
    <message>
        <source>Time given to other guests</source>
        <translation>An andere Gäste gegebene Zeit</translation>
    </message>
    <message>
        <source>Time spent waiting for a CPU</source>
        <translation>Auf eine CPU gewartete Zeit</translation>
    </message>
    <message>
        <source>Clock source</source>
        <translation>Uhrquelle</translation>
    </message>
    <message>
        <source>Clock step</source>
        <translation>Schritt der Uhr</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory available</source>
        <translation>Verfügbarer Speicher</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Seitengröße</translation>
    </message>
    <message>
        <source>Transparent huge pages</source>
        <translation>Transparente große Seiten</translation>
    </message>
    <message>
        <source>Time spent waiting for memory</source>
        <translation>Auf Speicher gewartete Zeit</translation>
    </message>
    <message>
        <source>Load average (1, 5, 15 min)</source>
        <translation>Mittlere Last (1, 5, 15 min)</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hypervisor</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>Compiler</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bau</translation>
    </message>
    <message>
        <source>Compiler flags</source>
        <translation>Compiler-Optionen</translation>
    </message>
    <message>
        <source>Sanitizers</source>
        <translation>Sanitizer</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Hash of the measured program</source>
        <translation>Prüfsumme des gemessenen Programms</translation>
    </message>
    <message>
        <source>Debugger</source>
        <translation>Debugger</translation>
    </message>
    <message>
        <source>Assertions</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>C++ compiler</source>
        <translation>C++-Compiler</translation>
    </message>
    <message>
        <source>Breakeven</source>
        <translation>Breakeven</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>attached</source>
        <translation>angehängt</translation>
    </message>
    <message>
        <source>not observable</source>
        <translation>nicht beobachtbar</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>alle gleich</translation>
    </message>
    <message>
        <source>%1 threads per core</source>
        <translation>%1 Threads je Kern</translation>
    </message>
    <message>
        <source>%1 of kind %2</source>
        <translation>%1 der Art %2</translation>
    </message>
    <message>
        <source>present, without a name</source>
        <translation>vorhanden, ohne Namen</translation>
    </message>
    <message>
        <source>%1, assertions on</source>
        <translation>%1, mit Prüfungen</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation>%1 CPUs</translation>
    </message>
    <message>
        <source>%1 % since the machine started</source>
        <translation>%1 % seit dem Start der Maschine</translation>
    </message>
    <message>
        <source>%1 since the machine started</source>
        <translation>%1 seit dem Start der Maschine</translation>
    </message>
    <message>
        <source>%1 % of the last 10 s</source>
        <translation>%1 % der letzten 10 s</translation>
    </message>
    <message>
        <source>%1 % of %2, at most %3 at once</source>
        <translation>%1 % von %2, höchstens %3 auf einmal</translation>
    </message>
    <message>
        <source>A spinning thread was kept off its CPU</source>
        <translation>Ein Thread, der nur kreist, kam nicht auf seine CPU</translation>
    </message>
    <message>
        <source>all online CPUs</source>
        <translation>alle CPUs in Betrieb</translation>
    </message>
    <message>
        <source>affinity mask</source>
        <translation>Affinitätsmaske</translation>
    </message>
    <message>
        <source>cgroup quota %1 CPUs</source>
        <translation>cgroup-Quote %1 CPUs</translation>
    </message>
    <message>
        <source>cgroup quota 1 CPU</source>
        <translation>cgroup-Quote 1 CPU</translation>
    </message>
    <message>
        <source>cgroup limit</source>
        <translation>cgroup-Grenze</translation>
    </message>
    <message>
        <source>memory unknown</source>
        <translation>Speicher unbekannt</translation>
    </message>
    <message>
        <source>sysinfo without /proc</source>
        <translation>sysinfo ohne /proc</translation>
    </message>
    <message>
        <source>%1 (all online CPUs)</source>
        <translation>%1 (alle CPUs in Betrieb)</translation>
    </message>
    <message>
        <source>%1 (affinity mask)</source>
        <translation>%1 (Affinitätsmaske)</translation>
    </message>
    <message>
        <source>%1 (cgroup quota %2 CPUs)</source>
        <translation>%1 (cgroup-Quote %2 CPUs)</translation>
    </message>
    <message>
        <source>%1 (cgroup quota 1 CPU)</source>
        <translation>%1 (cgroup-Quote 1 CPU)</translation>
    </message>
    <message>
        <source>%1 (cgroup limit)</source>
        <translation>%1 (cgroup-Grenze)</translation>
    </message>
    <message>
        <source>%1 (memory unknown)</source>
        <translation>%1 (Speicher unbekannt)</translation>
    </message>
    <message>
        <source>%1 (sysinfo without /proc)</source>
        <translation>%1 (sysinfo ohne /proc)</translation>
    </message>
    <message>
        <source>as counted by the program that measured</source>
        <translation>wie das messende Programm sie zählte</translation>
    </message>
    <message>
        <source>Self-test of this machine</source>
        <translation>Selbsttest dieser Maschine</translation>
    </message>
    <message>
        <source>%1 of %2 comparisons of equals came out different, up to %3 are chance, %4 by more than 1 %; only differences from %5 on can be seen</source>
        <translation>%1 von %2 Vergleichen von Gleichem fielen verschieden aus, bis zu %3 sind Zufall, %4 um mehr als 1 %; nur Unterschiede ab %5 sind zu sehen</translation>
    </message>
    <message>
        <source>%1 of %2 comparisons of equals (%6 more could not be made) came out different, up to %3 are chance, %4 by more than 1 %; only differences from %5 on can be seen</source>
        <translation>%1 von %2 Vergleichen von Gleichem (%6 weitere waren nicht möglich) fielen verschieden aus, bis zu %3 sind Zufall, %4 um mehr als 1 %; nur Unterschiede ab %5 sind zu sehen</translation>
    </message>
    <message>
        <source>%1 of %2 comparisons of equals came out different, up to %3 are chance, %4 by more than 1 %; only differences from %5 on can be seen (%6)</source>
        <translation>%1 von %2 Vergleichen von Gleichem fielen verschieden aus, bis zu %3 sind Zufall, %4 um mehr als 1 %; nur Unterschiede ab %5 sind zu sehen (%6)</translation>
    </message>
    <message>
        <source>%1 of %2 comparisons of equals (%7 more could not be made) came out different, up to %3 are chance, %4 by more than 1 %; only differences from %5 on can be seen (%6)</source>
        <translation>%1 von %2 Vergleichen von Gleichem (%7 weitere waren nicht möglich) fielen verschieden aus, bis zu %3 sind Zufall, %4 um mehr als 1 %; nur Unterschiede ab %5 sind zu sehen (%6)</translation>
    </message>
    <message>
        <source>Paired: both files hold rounds of one run</source>
        <translation>Gepaart: Beide Dateien haben Runden eines Laufs</translation>
    </message>
    <message>
        <source>Unpaired: the runs have no rounds in common, so the ratios are of medians, and what changed on the machine between the runs is part of them</source>
        <translation>Ungepaart: Die Läufe haben keine gemeinsamen Runden, daher sind die Verhältnisse die von Medianen, und was sich auf der Maschine zwischen den Läufen änderte, ist ein Teil von ihnen</translation>
    </message>
</context>
<context>
    <name>Errors and notes</name>
    <message>
        <source>%1: %2 is not allowed (%3)</source>
        <translation>%1: %2 ist nicht erlaubt (%3)</translation>
    </message>
    <message>
        <source>%1: %2 is not known (%3)</source>
        <translation>%1: %2 ist nicht bekannt (%3)</translation>
    </message>
    <message>
        <source>%1: %2 is not built yet (%3)</source>
        <translation>%1: %2 gibt es noch nicht (%3)</translation>
    </message>
    <message>
        <source>%1: of another experiment than the lesson %2 (breakeven-cli lesson %3 --reference FOLDER measures it anew)</source>
        <translation>%1: von einem anderen Experiment als dem der Lektion %2 (breakeven-cli lesson %3 --reference ORDNER misst es neu)</translation>
    </message>
    <message>
        <source>%1; did you mean %2?</source>
        <translation>%1; meinten Sie %2?</translation>
    </message>
    <message>
        <source>whole numbers from %1 to %2</source>
        <translation>ganze Zahlen von %1 bis %2</translation>
    </message>
    <message>
        <source>whole numbers from 1 to 1024, -1 for all CPUs, -2 for all but one, 1.5x, all or physical</source>
        <translation>ganze Zahlen von 1 bis 1024, -1 für alle CPUs, -2 für alle bis auf eine, 1.5x, all oder physical</translation>
    </message>
    <message>
        <source>a count from 1, -1 for all CPUs, -2 for all but one</source>
        <translation>eine Zahl ab 1, -1 für alle CPUs, -2 für alle bis auf eine</translation>
    </message>
    <message>
        <source>one whole number from 1 to 1e12</source>
        <translation>eine ganze Zahl von 1 bis 1e12</translation>
    </message>
    <message>
        <source>your size</source>
        <translation>Ihre Größe</translation>
    </message>
    <message>
        <source>sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>chunk</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>at most 10 000 values</source>
        <translation>höchstens 10 000 Werte</translation>
    </message>
    <message>
        <source>the end of a range is not below its start</source>
        <translation>das Ende eines Bereichs liegt nicht unter seinem Anfang</translation>
    </message>
    <message>
        <source>steps are xFACTOR above 1, +STEP from 1 or nPOINTS from 2, as in 10:1e6:x2</source>
        <translation>Schritte sind xFAKTOR über 1, +SCHRITT ab 1 oder nPUNKTE ab 2, wie in 10:1e6:x2</translation>
    </message>
    <message>
        <source>auto, pool or a whole number from 1 to 1e12</source>
        <translation>auto, pool oder eine ganze Zahl von 1 bis 1e12</translation>
    </message>
    <message>
        <source>auto, pool, or a count from 1 to 1e12</source>
        <translation>auto, pool oder eine Zahl von 1 bis 1e12</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>eine leere Liste</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>at least one value</source>
        <translation>mindestens ein Wert</translation>
    </message>
    <message>
        <source>at least one case</source>
        <translation>mindestens ein Fall</translation>
    </message>
    <message>
        <source>all, a count, or a product such as 2*n_jobs</source>
        <translation>all, eine Zahl oder ein Produkt wie 2*n_jobs</translation>
    </message>
    <message>
        <source>all, a count from 1 to 1e12, or up to 30 characters such as 2*n_jobs</source>
        <translation>all, eine Zahl von 1 bis 1e12 oder bis zu 30 Zeichen wie 2*n_jobs</translation>
    </message>
    <message>
        <source>numbers, n_jobs, + - * / // % ** and parentheses</source>
        <translation>Zahlen, n_jobs, + - * / // % ** und Klammern</translation>
    </message>
    <message>
        <source>no division by zero</source>
        <translation>keine Division durch null</translation>
    </message>
    <message>
        <source>every parenthesis closed</source>
        <translation>jede Klammer geschlossen</translation>
    </message>
    <message>
        <source>no intermediate result beyond 1e6</source>
        <translation>kein Zwischenergebnis über 1e6</translation>
    </message>
    <message>
        <source>results from 1; this is less with %1</source>
        <translation>Ergebnisse ab 1; das ist weniger mit %1</translation>
    </message>
    <message>
        <source>fork or spawn</source>
        <translation>fork oder spawn</translation>
    </message>
    <message>
        <source>%1 has no parameters</source>
        <translation>%1 hat keine Parameter</translation>
    </message>
    <message>
        <source>%1: &apos;reduce&apos; is not allowed (%2 has no reduction; these have: %3)</source>
        <translation>%1: &apos;reduce&apos; ist nicht erlaubt (%2 hat keine Reduktion; diese haben eine: %3)</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>Signal %1</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>with %1: %2</source>
        <translation>mit %1: %2</translation>
    </message>
    <message>
        <source>none with the call reduce, which leaves no results of items to keep</source>
        <translation>keiner beim Aufruf reduce, der keine Ergebnisse von Elementen zum Behalten lässt</translation>
    </message>
    <message>
        <source>none with the call reduce, which leaves no results of items</source>
        <translation>keiner beim Aufruf reduce, der keine Ergebnisse von Elementen lässt</translation>
    </message>
    <message>
        <source>none with %1, which keeps no results of items</source>
        <translation>keiner mit %1, das keine Ergebnisse von Elementen behält</translation>
    </message>
    <message>
        <source>a folder, temporary, or empty for none</source>
        <translation>ein Ordner, temporary oder leer für keinen</translation>
    </message>
    <message>
        <source>a folder, named in UTF-8, or temporary</source>
        <translation>ein Ordner, in UTF-8 benannt, oder temporary</translation>
    </message>
    <message>
        <source>a name that is not UTF-8</source>
        <translation>ein Name, der nicht UTF-8 ist</translation>
    </message>
    <message>
        <source>a share above 0 and up to 1, or 2%</source>
        <translation>ein Anteil über 0 und bis 1, oder 2%</translation>
    </message>
    <message>
        <source>the least and then the most samples, whole numbers from 1 to 1000000, such as 10:200</source>
        <translation>erst die wenigsten, dann die meisten Stichproben, ganze Zahlen von 1 bis 1000000, wie 10:200</translation>
    </message>
    <message>
        <source>seconds above 0 and up to 1e9</source>
        <translation>Sekunden über 0 und bis 1e9</translation>
    </message>
    <message>
        <source>text in UTF-8 without zero bytes</source>
        <translation>Text in UTF-8 ohne Nullbytes</translation>
    </message>
    <message>
        <source>something behind the backslash at the end</source>
        <translation>etwas hinter dem Rückstrich am Ende</translation>
    </message>
    <message>
        <source>a second %1 to close the quote</source>
        <translation>ein zweites %1, das die Anführung schließt</translation>
    </message>
    <message>
        <source>a program and its arguments, such as ./program {size} {workers}</source>
        <translation>ein Programm und seine Argumente, wie ./programm {size} {workers}</translation>
    </message>
    <message>
        <source>%1: the combinations of values are too many (at most 100 000)</source>
        <translation>%1: zu viele Kombinationen von Werten (höchstens 100 000)</translation>
    </message>
    <message>
        <source>%1: %2 trials are too many (at most 100 000)</source>
        <translation>%1: %2 Versuche sind zu viele (höchstens 100 000)</translation>
    </message>
    <message>
        <source>%1: unknown field (known: %2)</source>
        <translation>%1: unbekanntes Feld (bekannt: %2)</translation>
    </message>
    <message>
        <source>%1: missing (%2)</source>
        <translation>%1: fehlt (%2)</translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation>%1: fehlt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>below 1</source>
        <translation>unter 1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>missing or empty</source>
        <translation>fehlt oder ist leer</translation>
    </message>
    <message>
        <source>%1: empty (expected a JSON object)</source>
        <translation>%1: leer (erwartet wird ein JSON-Objekt)</translation>
    </message>
    <message>
        <source>%1: line %2 is not valid JSON</source>
        <translation>%1: Zeile %2 ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>%1: not valid JSON</source>
        <translation>%1: kein gültiges JSON</translation>
    </message>
    <message>
        <source>%1: it is there twice</source>
        <translation>%1: ist zweimal da</translation>
    </message>
    <message>
        <source>%1: not a JSON object</source>
        <translation>%1: kein JSON-Objekt</translation>
    </message>
    <message>
        <source>%1: %2 is newer than this version reads (%3)</source>
        <translation>%1: %2 ist neuer, als diese Version liest (%3)</translation>
    </message>
    <message>
        <source>%1: %2 is not one that this version reads (%3)</source>
        <translation>%1: %2 ist keines, das diese Version liest (%3)</translation>
    </message>
    <message>
        <source>%1: schema: not one that this version reads (1)</source>
        <translation>%1: schema: keines, das diese Version liest (1)</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2</source>
        <translation>%1: lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1: cannot be written: %2</source>
        <translation>%1: lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>%1: cannot be opened: %2</source>
        <translation>%1: lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1: could not be started: %2</source>
        <translation>%1: ließ sich nicht starten: %2</translation>
    </message>
    <message>
        <source>%1: cannot be written to: %2</source>
        <translation>%1: nimmt nichts entgegen: %2</translation>
    </message>
    <message>
        <source>%1: cannot be written to: its input is closed</source>
        <translation>%1: nimmt nichts entgegen: Die Eingabe ist geschlossen</translation>
    </message>
    <message>
        <source>%1: timed out</source>
        <translation>%1: Frist überschritten</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Gerät ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Verzeichnis</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Dateisystem ist nur lesbar</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Speicher lässt sich nicht zuteilen</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>the path is empty</source>
        <translation>der Pfad ist leer</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>sie ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>folder %1: %2</source>
        <translation>Ordner %1: %2</translation>
    </message>
    <message>
        <source>resources: BREAKEVEN_RESOURCES=%1 holds no folder experiments</source>
        <translation>resources: BREAKEVEN_RESOURCES=%1 hat keinen Ordner experiments</translation>
    </message>
    <message>
        <source>resources: not found in %1 (BREAKEVEN_RESOURCES can name the folder)</source>
        <translation>resources: nicht gefunden in %1 (BREAKEVEN_RESOURCES kann den Ordner nennen)</translation>
    </message>
    <message>
        <source>folder: %1 cannot be read: %2</source>
        <translation>Ordner: %1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>folder: %1 has no file to take items from (%2)</source>
        <translation>Ordner: %1 hat keine Datei, aus der Elemente zu nehmen wären (%2)</translation>
    </message>
    <message>
        <source>%1: folder: %2 has no file to take items from (%3)</source>
        <translation>%1: Ordner: %2 hat keine Datei, aus der Elemente zu nehmen wären (%3)</translation>
    </message>
    <message>
        <source>a regular file</source>
        <translation>eine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>memory: %1 could not be had: %2</source>
        <translation>Speicher: %1 war nicht zu haben: %2</translation>
    </message>
    <message>
        <source>only %1 are free (%2)</source>
        <translation>nur %1 sind frei (%2)</translation>
    </message>
    <message>
        <source>ran longer than %1 s</source>
        <translation>lief länger als %1 s</translation>
    </message>
    <message>
        <source>no program is named</source>
        <translation>kein Programm ist genannt</translation>
    </message>
    <message>
        <source>%1: line 1: not a run-started event, so this is no run file</source>
        <translation>%1: Zeile 1: kein Ereignis run-started, also ist das keine Laufdatei</translation>
    </message>
    <message>
        <source>%1: line %2: %3</source>
        <translation>%1: Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1: %2 samples took no time at all (0 s)</source>
        <translation>%1: %2 Stichproben brauchten gar keine Zeit (0 s)</translation>
    </message>
    <message>
        <source>%1: 1 sample took no time at all (0 s)</source>
        <translation>%1: 1 Stichprobe brauchte gar keine Zeit (0 s)</translation>
    </message>
    <message>
        <source>%1: the last line is cut; %2 events kept</source>
        <translation>%1: Die letzte Zeile ist abgeschnitten; %2 Ereignisse behalten</translation>
    </message>
    <message>
        <source>%1: the run did not come to its end; %2 events kept</source>
        <translation>%1: Der Lauf kam nicht an sein Ende; %2 Ereignisse behalten</translation>
    </message>
    <message>
        <source>%1: the last line is cut; %2 passes kept</source>
        <translation>%1: Die letzte Zeile ist abgeschnitten; %2 Durchgänge behalten</translation>
    </message>
    <message>
        <source>%1: the last line is cut; 1 pass kept</source>
        <translation>%1: Die letzte Zeile ist abgeschnitten; 1 Durchgang behalten</translation>
    </message>
    <message>
        <source>%1: line %2 is skipped: %3</source>
        <translation>%1: Zeile %2 wird übersprungen: %3</translation>
    </message>
    <message>
        <source>%1: row %2 is skipped: %3</source>
        <translation>%1: Zeile %2 wird übersprungen: %3</translation>
    </message>
    <message>
        <source>%1: %2 more lines are skipped</source>
        <translation>%1: %2 weitere Zeilen werden übersprungen</translation>
    </message>
    <message>
        <source>%1: 1 more line is skipped</source>
        <translation>%1: 1 weitere Zeile wird übersprungen</translation>
    </message>
    <message>
        <source>%1: a second run begins on line %2; all from there on is left out</source>
        <translation>%1: In Zeile %2 beginnt ein zweiter Lauf; alles von dort an wird ausgelassen</translation>
    </message>
    <message>
        <source>%1: another run is being written there</source>
        <translation>%1: Dorthin wird gerade ein anderer Lauf geschrieben</translation>
    </message>
    <message>
        <source>%1: the interval of line %2 is skipped: %3</source>
        <translation>%1: Das Intervall in Zeile %2 wird übersprungen: %3</translation>
    </message>
    <message>
        <source>%1: %2 more intervals are skipped</source>
        <translation>%1: %2 weitere Intervalle werden übersprungen</translation>
    </message>
    <message>
        <source>%1: 1 more interval is skipped</source>
        <translation>%1: 1 weiteres Intervall wird übersprungen</translation>
    </message>
    <message>
        <source>ci_low_s is empty</source>
        <translation>ci_low_s ist leer</translation>
    </message>
    <message>
        <source>ci_high_s is empty</source>
        <translation>ci_high_s ist leer</translation>
    </message>
    <message>
        <source>ci_low_s is %1, which is not a time</source>
        <translation>ci_low_s ist %1, was keine Zeit ist</translation>
    </message>
    <message>
        <source>ci_high_s is %1, which is not a time</source>
        <translation>ci_high_s ist %1, was keine Zeit ist</translation>
    </message>
    <message>
        <source>ci_low_s is %1, above median_s</source>
        <translation>ci_low_s ist %1, mehr als median_s</translation>
    </message>
    <message>
        <source>ci_high_s is %1, below median_s</source>
        <translation>ci_high_s ist %1, weniger als median_s</translation>
    </message>
    <message>
        <source>ok, failed, wrong-result, timed-out, crashed, refused, interrupted or skipped</source>
        <translation>ok, failed, wrong-result, timed-out, crashed, refused, interrupted oder skipped</translation>
    </message>
    <message>
        <source>%1: the last line has no end, so its last number may have lost digits</source>
        <translation>%1: Die letzte Zeile hat kein Ende, sodass ihrer letzten Zahl Ziffern fehlen können</translation>
    </message>
    <message>
        <source>TMPDIR: it names no folder</source>
        <translation>TMPDIR: nennt keinen Ordner</translation>
    </message>
    <message>
        <source>%1: no file is named</source>
        <translation>%1: keine Datei ist genannt</translation>
    </message>
    <message>
        <source>trial %1 was never started</source>
        <translation>Versuch %1 wurde nie begonnen</translation>
    </message>
    <message>
        <source>%1 cells instead of %2</source>
        <translation>%1 Zellen statt %2</translation>
    </message>
    <message>
        <source>a quote is never closed</source>
        <translation>eine Anführung wird nie geschlossen</translation>
    </message>
    <message>
        <source>%1: suffix is not known (%2)</source>
        <translation>%1: Endung ist nicht bekannt (%2)</translation>
    </message>
    <message>
        <source>%1: not a file of results (known formats: %2)</source>
        <translation>%1: keine Datei mit Ergebnissen (bekannte Formate: %2)</translation>
    </message>
    <message>
        <source>%1: no usable row (%2)</source>
        <translation>%1: keine verwendbare Zeile (%2)</translation>
    </message>
    <message>
        <source>%1: no usable row</source>
        <translation>%1: keine verwendbare Zeile</translation>
    </message>
    <message>
        <source>what was read holds no samples, only summaries</source>
        <translation>was gelesen wurde, hat keine Stichproben, nur Zusammenfassungen</translation>
    </message>
    <message>
        <source>the run has no timeline (--out and --trace record one of each parallel trial whose time allows it)</source>
        <translation>der Lauf hat keinen Ablauf (--out und --trace zeichnen von jedem parallelen Versuch einen auf, dessen Zeit es erlaubt)</translation>
    </message>
    <message>
        <source>%1: it holds passes of another run, which were left out</source>
        <translation>%1: Darin sind Durchgänge eines anderen Laufs, die ausgelassen wurden</translation>
    </message>
    <message>
        <source>%1: it holds no whole pass of this run</source>
        <translation>%1: Darin ist kein ganzer Durchgang dieses Laufs</translation>
    </message>
    <message>
        <source>%1: it holds no whole pass of this run (%2)</source>
        <translation>%1: Darin ist kein ganzer Durchgang dieses Laufs (%2)</translation>
    </message>
    <message>
        <source>%1: the run&apos;s timeline is not there (it belongs beside the run; a run that is moved takes it along)</source>
        <translation>%1: Der Ablauf des Laufs ist nicht da (er gehört neben den Lauf; ein Lauf, der umzieht, nimmt ihn mit)</translation>
    </message>
    <message>
        <source>Read from results of Google Benchmark: every sample is a repetition, and its time that of one iteration</source>
        <translation>Aus Ergebnissen von Google Benchmark gelesen: Jede Stichprobe ist eine Wiederholung und ihre Zeit die einer Iteration</translation>
    </message>
    <message>
        <source>Read from results of hyperfine: every sample is one start of the program, with the time that starting it takes</source>
        <translation>Aus Ergebnissen von hyperfine gelesen: Jede Stichprobe ist ein Start des Programms, mit der Zeit, die das Starten braucht</translation>
    </message>
    <message>
        <source>Read from results of pyperf: every process that gave values is a launch</source>
        <translation>Aus Ergebnissen von pyperf gelesen: Jeder Prozess, der Werte lieferte, ist ein Messstart</translation>
    </message>
    <message>
        <source>the library of Google Benchmark was a debug build, which may cost time</source>
        <translation>die Bibliothek von Google Benchmark war ein Debug-Bau, was Zeit kosten kann</translation>
    </message>
    <message>
        <source>history: there is no run %1</source>
        <translation>Historie: Es gibt keinen Lauf %1</translation>
    </message>
    <message>
        <source>history: there is no run yet</source>
        <translation>Historie: Es gibt noch keinen Lauf</translation>
    </message>
    <message>
        <source>there is no folder for it: HOME is not set</source>
        <translation>es gibt keinen Ordner dafür: HOME ist nicht gesetzt</translation>
    </message>
    <message>
        <source>%1: it is damaged</source>
        <translation>%1: ist beschädigt</translation>
    </message>
    <message>
        <source>%1: it is damaged: %2</source>
        <translation>%1: ist beschädigt: %2</translation>
    </message>
    <message>
        <source>%1; it is kept as %2, and a new one begun</source>
        <translation>%1; sie bleibt als %2, und eine neue ist begonnen</translation>
    </message>
    <message>
        <source>%1: cannot be written: it is read-only</source>
        <translation>%1: lässt sich nicht schreiben: nur lesbar</translation>
    </message>
    <message>
        <source>%1: another program does not cease to write to it</source>
        <translation>%1: Ein anderes Programm hört nicht auf, hineinzuschreiben</translation>
    </message>
    <message>
        <source>%1: it is a database, but not a history of breakeven</source>
        <translation>%1: ist eine Datenbank, aber keine Historie von Breakeven</translation>
    </message>
    <message>
        <source>%1: it is another kind of file, not a history of breakeven</source>
        <translation>%1: Das ist eine andere Art von Datei, keine Historie von Breakeven</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>ist keine Datei</translation>
    </message>
    <message>
        <source>it is no path</source>
        <translation>ist kein Pfad</translation>
    </message>
    <message>
        <source>its packed events are damaged</source>
        <translation>die gepackten Ereignisse sind beschädigt</translation>
    </message>
    <message>
        <source>history: run %1: %2</source>
        <translation>Historie: Lauf %1: %2</translation>
    </message>
    <message>
        <source>%1: size %2 needs %3 (allowed is half of the %4 that %5 leaves)</source>
        <translation>%1: Größe %2 braucht %3 (erlaubt ist die Hälfte der %4, die %5 lässt)</translation>
    </message>
    <message>
        <source>%1: size %2 needs a copy of %3 in each of %4 workers (allowed together is half of the %5 that %6 leaves)</source>
        <translation>%1: Größe %2 braucht eine Kopie von %3 in jedem von %4 Arbeitern (erlaubt ist zusammen die Hälfte der %5, die %6 lässt)</translation>
    </message>
    <message>
        <source>%1 at size %2 needs %3, the limit is %4, half of the available memory</source>
        <translation>%1 bei Größe %2 braucht %3, die Grenze ist %4, die Hälfte des verfügbaren Speichers</translation>
    </message>
    <message>
        <source>more than can be addressed</source>
        <translation>mehr als adressierbar ist</translation>
    </message>
    <message>
        <source>%1: the output differs from %2&apos;s (size %3, workers %4)</source>
        <translation>%1: Die Ausgabe weicht von der von %2 ab (Größe %3, Arbeiter %4)</translation>
    </message>
    <message>
        <source>%1: %2 cannot be measured by this version (%3)</source>
        <translation>%1: %2 kann diese Version nicht messen (%3)</translation>
    </message>
    <message>
        <source>%1: %2 is not known to this version</source>
        <translation>%1: %2 ist dieser Version nicht bekannt</translation>
    </message>
    <message>
        <source>the workload %1 runs on %2 backends only</source>
        <translation>die Arbeitslast %1 läuft nur auf Backends von %2</translation>
    </message>
    <message>
        <source>%1: workers die as soon as they start (%2)</source>
        <translation>%1: Arbeiter sterben, sobald sie starten (%2)</translation>
    </message>
    <message>
        <source>%1: workers died in each of %2 runs</source>
        <translation>%1: In jedem von %2 Läufen starben Arbeiter</translation>
    </message>
    <message>
        <source>%1: chunk %2 killed worker %3 by signal %4, twice</source>
        <translation>%1: Block %2 tötete Arbeiter %3 durch Signal %4, zweimal</translation>
    </message>
    <message>
        <source>%1: chunk %2 ended worker %3 with status %4, twice</source>
        <translation>%1: Block %2 beendete Arbeiter %3 mit Status %4, zweimal</translation>
    </message>
    <message>
        <source>worker %1 was killed by signal %2</source>
        <translation>Arbeiter %1 wurde durch Signal %2 getötet</translation>
    </message>
    <message>
        <source>worker %1 exited with status %2</source>
        <translation>Arbeiter %1 endete mit Status %2</translation>
    </message>
    <message>
        <source>%1: a worker could not be set up: %2</source>
        <translation>%1: Ein Arbeiter ließ sich nicht einrichten: %2</translation>
    </message>
    <message>
        <source>took longer than its deadline of %1</source>
        <translation>brauchte länger als die Frist von %1</translation>
    </message>
    <message>
        <source>item %1: %2</source>
        <translation>Element %1: %2</translation>
    </message>
    <message>
        <source>stopped before every item was done</source>
        <translation>angehalten, bevor jedes Element fertig war</translation>
    </message>
    <message>
        <source>an exception that is not a std::exception</source>
        <translation>eine Ausnahme, die keine std::exception ist</translation>
    </message>
    <message>
        <source>the runner ended with status %1</source>
        <translation>der Messprozess endete mit Status %1</translation>
    </message>
    <message>
        <source>the runner ended by signal %1</source>
        <translation>der Messprozess endete durch Signal %1</translation>
    </message>
    <message>
        <source>it was not done after %1 and was ended (a larger time budget waits longer)</source>
        <translation>es war nach %1 nicht fertig und wurde beendet (ein größeres Zeitbudget wartet länger)</translation>
    </message>
    <message>
        <source>%1 in the middle of this block, though not when its trials ran alone</source>
        <translation>%1 mitten in dieser Gruppe, aber nicht, als ihre Versuche allein liefen</translation>
    </message>
    <message>
        <source>block %1: %2; its trials are tried one by one</source>
        <translation>Gruppe %1: %2; ihre Versuche werden einzeln versucht</translation>
    </message>
    <message>
        <source>the runner was stopped and did not go on, so it was ended</source>
        <translation>der Messprozess wurde angehalten und lief nicht weiter, daher wurde er beendet</translation>
    </message>
    <message>
        <source>stopped before it was measured</source>
        <translation>angehalten, bevor es gemessen war</translation>
    </message>
    <message>
        <source>the time budget was used before it was measured</source>
        <translation>die Zeitgrenze war erreicht, bevor es gemessen war</translation>
    </message>
    <message>
        <source>the run ended before it was measured</source>
        <translation>der Lauf endete, bevor es gemessen war</translation>
    </message>
    <message>
        <source>%1, size %2, %3 ×%4 %5 chose %6</source>
        <translation>%1, Größe %2, %3 ×%4 %5 wählte %6</translation>
    </message>
    <message>
        <source>serial: there is one worker</source>
        <translation>seriell: Es gibt einen Arbeiter</translation>
    </message>
    <message>
        <source>serial: there is one chunk</source>
        <translation>seriell: Es gibt einen Block</translation>
    </message>
    <message>
        <source>serial: the workers share one CPU</source>
        <translation>seriell: Die Arbeiter teilen sich eine CPU</translation>
    </message>
    <message>
        <source>serial: %1 of work, handed over %2</source>
        <translation>seriell: %1 Arbeit, Übergabe %2</translation>
    </message>
    <message>
        <source>serial: %1, one worker at a time</source>
        <translation>seriell: %1, ein Arbeiter zur Zeit</translation>
    </message>
    <message>
        <source>serial: %1, handed over %2</source>
        <translation>seriell: %1, Übergabe %2</translation>
    </message>
    <message>
        <source>profile of trial %1: %2</source>
        <translation>Aufzeichnung von Versuch %1: %2</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>beendet durch Signal %1</translation>
    </message>
    <message>
        <source>breakeven-cli: %1</source>
        <translation>breakeven-cli: %1</translation>
    </message>
    <message>
        <source>run: the long estimate was not accepted (--max-seconds sets the budget)</source>
        <translation>Lauf: Die lange Schätzung wurde nicht angenommen (--max-seconds setzt die Grenze)</translation>
    </message>
    <message>
        <source>run: interrupted (what was measured is kept)</source>
        <translation>Lauf: unterbrochen (was gemessen wurde, bleibt)</translation>
    </message>
    <message>
        <source>self-test: interrupted (nothing is kept)</source>
        <translation>Selbsttest: unterbrochen (nichts bleibt)</translation>
    </message>
    <message>
        <source>self-test: no comparison could be made (doctor tells the machine)</source>
        <translation>Selbsttest: Kein Vergleich war möglich (doctor beschreibt die Maschine)</translation>
    </message>
    <message>
        <source>run: %1 trials failed: %2 %3 at size %4</source>
        <translation>Lauf: %1 Versuche scheiterten: %2 %3 bei Größe %4</translation>
    </message>
    <message>
        <source>run: 1 trial failed: %1 %2 at size %3</source>
        <translation>Lauf: 1 Versuch scheiterte: %1 %2 bei Größe %3</translation>
    </message>
    <message>
        <source>http://127.0.0.1:%1: %2</source>
        <translation>http://127.0.0.1:%1: %2</translation>
    </message>
    <message>
        <source>no answer within %1</source>
        <translation>keine Antwort innerhalb von %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>niemand hört dort zu</translation>
    </message>
    <message>
        <source>Python did not answer in time</source>
        <translation>Python antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>Python has ended</source>
        <translation>Python ist zu Ende</translation>
    </message>
    <message>
        <source>Python ended with status %1</source>
        <translation>Python endete mit Status %1</translation>
    </message>
    <message>
        <source>%1 (install it beside breakeven-cli)</source>
        <translation>%1 (es gehört neben breakeven-cli)</translation>
    </message>
    <message>
        <source>breakeven-runner: block %1 was answered without any sample</source>
        <translation>breakeven-runner: Gruppe %1 wurde ohne eine Stichprobe beantwortet</translation>
    </message>
    <message>
        <source>%1 before it answered (is it breakeven-runner?)</source>
        <translation>%1, bevor er antwortete (ist es breakeven-runner?)</translation>
    </message>
    <message>
        <source>%1… (%2 more bytes)</source>
        <translation>%1… (%2 weitere Bytes)</translation>
    </message>
    <message>
        <source>one line of text, up to %1 bytes of UTF-8</source>
        <translation>eine Zeile Text, bis zu %1 Bytes UTF-8</translation>
    </message>
    <message>
        <source>up to %1 bytes of UTF-8</source>
        <translation>bis zu %1 Bytes UTF-8</translation>
    </message>
    <message>
        <source>%1 runs begin so, such as %2 and %3</source>
        <translation>%1 Läufe beginnen so, wie %2 und %3</translation>
    </message>
    <message>
        <source>it is damaged and cannot be set aside: %1</source>
        <translation>sie ist beschädigt und lässt sich nicht beiseitelegen: %1</translation>
    </message>
    <message>
        <source>its events are larger than %1 bytes</source>
        <translation>die Ereignisse sind größer als %1 Bytes</translation>
    </message>
    <message>
        <source>history: a text is too large to be kept</source>
        <translation>Historie: Ein Text ist zu groß zum Behalten</translation>
    </message>
    <message>
        <source>%1: not enough memory to open it</source>
        <translation>%1: zu wenig Speicher, um sie zu öffnen</translation>
    </message>
    <message>
        <source>neither a repetition nor a median</source>
        <translation>weder eine Wiederholung noch ein Median</translation>
    </message>
    <message>
        <source>%1 of complexity (BigO, RMS) left out: fits are no times</source>
        <translation>%1 zur Komplexität (BigO, RMS) ausgelassen: Anpassungen sind keine Zeiten</translation>
    </message>
    <message>
        <source>parameters: not an object</source>
        <translation>parameters: kein Objekt</translation>
    </message>
    <message>
        <source>%1: neither a text nor a number</source>
        <translation>%1: weder ein Text noch eine Zahl</translation>
    </message>
    <message>
        <source>times: missing or empty</source>
        <translation>times: fehlt oder ist leer</translation>
    </message>
    <message>
        <source>(%1 bytes that are no text)</source>
        <translation>(%1 Bytes, die kein Text sind)</translation>
    </message>
    <message>
        <source>HOME: not set, so that no trusted program can be remembered</source>
        <translation>HOME: nicht gesetzt, sodass kein Programm als vertraut behalten werden kann</translation>
    </message>
    <message>
        <source>the trusted program is larger than what is remembered</source>
        <translation>das vertraute Programm ist größer, als behalten wird</translation>
    </message>
    <message>
        <source>%1: it is not what a proof writes</source>
        <translation>%1: nicht das, was ein Beweis schreibt</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>eine Liste von Zahlen</translation>
    </message>
    <message>
        <source>a list with something in it</source>
        <translation>eine Liste mit etwas darin</translation>
    </message>
    <message>
        <source>whole numbers from 1</source>
        <translation>ganze Zahlen ab 1</translation>
    </message>
    <message>
        <source>numbers from 0 on, up to thirty years</source>
        <translation>Zahlen ab 0, bis zu dreißig Jahren</translation>
    </message>
    <message>
        <source>second: only times can be read</source>
        <translation>second: nur Zeiten lassen sich lesen</translation>
    </message>
    <message>
        <source>runs: no process has values</source>
        <translation>runs: kein Prozess hat Werte</translation>
    </message>
    <message>
        <source>%1: it is not the outcome of a self-test</source>
        <translation>%1: nicht das Ergebnis eines Selbsttests</translation>
    </message>
    <message>
        <source>memory speed: this program cannot flush this CPU&apos;s caches</source>
        <translation>Speichertempo: Dieses Programm kann die Caches dieser CPU nicht leeren</translation>
    </message>
    <message>
        <source>memory speed: its arrays need %1 (allowed are %2)</source>
        <translation>Speichertempo: Die Felder brauchen %1 (erlaubt sind %2)</translation>
    </message>
    <message>
        <source>the descriptor is no memory that is sealed against shrinking</source>
        <translation>der Deskriptor ist kein Speicher, der gegen Schrumpfen gesichert ist</translation>
    </message>
    <message>
        <source>the descriptor holds only %1</source>
        <translation>der Deskriptor hat nur %1</translation>
    </message>
    <message>
        <source>guard of programs: could not be started: %1</source>
        <translation>Wächter der Programme: ließ sich nicht starten: %1</translation>
    </message>
    <message>
        <source>command: the list has no recipe</source>
        <translation>command: Die Liste hat kein Rezept</translation>
    </message>
    <message>
        <source>the backend command runs programs only, which the workload command names</source>
        <translation>das Backend command führt nur Programme aus, die die Arbeitslast command nennt</translation>
    </message>
    <message>
        <source>command: a program takes the whole list, no single chunks</source>
        <translation>command: Ein Programm nimmt die ganze Liste, keine einzelnen Blöcke</translation>
    </message>
    <message>
        <source>peer: the list is not shared with other processes</source>
        <translation>Python: Die Liste ist nicht mit anderen Prozessen geteilt</translation>
    </message>
    <message>
        <source>Python&apos;s answer was not understood: %1</source>
        <translation>Pythons Antwort war nicht zu verstehen: %1</translation>
    </message>
    <message>
        <source>peer: Python takes whole calls, no single chunks</source>
        <translation>Python: Python nimmt ganze Aufrufe, keine einzelnen Blöcke</translation>
    </message>
    <message>
        <source>%1 (the package python3 brings Python; BREAKEVEN_PYTHON names another one)</source>
        <translation>%1 (das Paket python3 bringt Python; BREAKEVEN_PYTHON nennt ein anderes)</translation>
    </message>
    <message>
        <source>%1 (the package python3-joblib brings it)</source>
        <translation>%1 (das Paket python3-joblib bringt es)</translation>
    </message>
    <message>
        <source>Python said what is no answer: %1</source>
        <translation>Python sagte, was keine Antwort ist: %1</translation>
    </message>
    <message>
        <source>Python was ended by signal %1</source>
        <translation>Python wurde durch Signal %1 beendet</translation>
    </message>
    <message>
        <source>block: it has no trials</source>
        <translation>Gruppe: Sie hat keine Versuche</translation>
    </message>
    <message>
        <source>cache: size %1 needs as many files in %2 (allowed is half of what its disk has room for: %3)</source>
        <translation>Cache: Größe %1 braucht ebenso viele Dateien in %2 (erlaubt ist die Hälfte dessen, wofür die Platte Platz hat: %3)</translation>
    </message>
    <message>
        <source>empty list: another number of bytes was packed</source>
        <translation>leere Liste: Eine andere Zahl von Bytes wurde gepackt</translation>
    </message>
    <message>
        <source>empty list: it needs more bytes than can be addressed</source>
        <translation>leere Liste: Sie braucht mehr Bytes, als adressierbar sind</translation>
    </message>
    <message>
        <source>recipe: %1 is not that of an empty list in %2</source>
        <translation>Rezept: %1 ist nicht das einer leeren Liste in %2</translation>
    </message>
    <message>
        <source>profile: %1 chunks ran on more threads at once than there are workers</source>
        <translation>Aufzeichnung: %1 Blöcke liefen auf mehr Threads zugleich, als es Arbeiter gibt</translation>
    </message>
    <message>
        <source>%1: the timeline cannot be written: %2</source>
        <translation>%1: Der Ablauf lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>it would be larger than %1</source>
        <translation>er wäre größer als %1</translation>
    </message>
    <message>
        <source>runner: a request was not understood: %1</source>
        <translation>Messprozess: Eine Anfrage war nicht zu verstehen: %1</translation>
    </message>
    <message>
        <source>block: trial %1 has another list than the block&apos;s first trial (one list per block)</source>
        <translation>Gruppe: Versuch %1 hat eine andere Liste als der erste Versuch der Gruppe (eine Liste je Gruppe)</translation>
    </message>
    <message>
        <source>1 or more</source>
        <translation>1 oder mehr</translation>
    </message>
</context>
<context>
    <name>Report for print</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Break-even</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation>Fallstricke</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>The size from which a curve is faster than its base.</source>
        <translation>Die Größe, ab der eine Kurve schneller ist als ihre Basis.</translation>
    </message>
    <message>
        <source>One row per trial: the median of its samples with the 95 % interval.</source>
        <translation>Eine Zeile je Versuch: der Median seiner Stichproben mit dem 95-%-Intervall.</translation>
    </message>
    <message>
        <source>Each speed-up is the product of the factors beside it.</source>
        <translation>Jede Beschleunigung ist das Produkt der Faktoren daneben.</translation>
    </message>
    <message>
        <source>%1 of %2 rules for reporting parallel measurements are kept, %3 not, %4 not observable</source>
        <translation>%1 von %2 Regeln für das Berichten paralleler Messungen sind eingehalten, %3 nicht, %4 nicht beobachtbar</translation>
    </message>
    <message>
        <source>%1 seen, %2 not seen, %3 prevented, %4 not observable here</source>
        <translation>%1 gesehen, %2 nicht gesehen, %3 verhindert, %4 hier nicht beobachtbar</translation>
    </message>
    <message>
        <source>series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>median (95 %)</source>
        <translation>Median (95 %)</translation>
    </message>
    <message>
        <source>vs serial</source>
        <translation>gegen seriell</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>measured (items)</source>
        <translation>gemessen (Elemente)</translation>
    </message>
    <message>
        <source>speed-up</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>What limits each trial, and by what that is known</source>
        <translation>Was jeden Versuch begrenzt, und woran man es sieht</translation>
    </message>
    <message>
        <source>The parts of a call, each measured by itself in this run, beside what it took</source>
        <translation>Die Teile eines Aufrufs, jeder in diesem Lauf für sich gemessen, neben dem, was er gebraucht hat</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>What each worker gives, and the laws of speed-up as far as the worker counts can carry them</source>
        <translation>Was jeder Arbeiter gibt, und die Gesetze der Beschleunigung, soweit die Zahlen der Arbeiter sie tragen</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>waking</source>
        <translation>Wecken</translation>
    </message>
    <message>
        <source>handing over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>divided work</source>
        <translation>geteilte Arbeit</translation>
    </message>
    <message>
        <source>together</source>
        <translation>zusammen</translation>
    </message>
    <message>
        <source>unexplained</source>
        <translation>unerklärt</translation>
    </message>
    <message>
        <source>efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>serial fraction</source>
        <translation>serieller Anteil</translation>
    </message>
    <message>
        <source>Amdahl, any number of workers</source>
        <translation>Amdahl, beliebig viele Arbeiter</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>Was wäre, wenn: %1</translation>
    </message>
    <message>
        <source>Estimated, not measured: the measured times, less what the parts that were measured would save</source>
        <translation>Geschätzt, nicht gemessen: die gemessenen Zeiten, abzüglich dessen, was die gemessenen Teile ersparen würden</translation>
    </message>
    <message>
        <source>half the cost of handing over</source>
        <translation>halbe Kosten des Übergebens</translation>
    </message>
    <message>
        <source>perfectly balanced workers</source>
        <translation>vollkommen ausgelastete Arbeiter</translation>
    </message>
    <message>
        <source>a pool that is there and awake</source>
        <translation>ein Pool, der da und wach ist</translation>
    </message>
    <message>
        <source>one more worker on a CPU of its own</source>
        <translation>ein Arbeiter mehr auf einer eigenen CPU</translation>
    </message>
    <message>
        <source>dispatch=0 to 10, workers=+1 to +1024, chunk=1 to 1e12, balance, no-start; several with commas</source>
        <translation>dispatch=0 bis 10, workers=+1 bis +1024, chunk=1 bis 1e12, balance, no-start; mehrere mit Kommas</translation>
    </message>
    <message>
        <source>pays from</source>
        <translation>lohnt sich ab</translation>
    </message>
    <message>
        <source>would pay from</source>
        <translation>würde sich lohnen ab</translation>
    </message>
    <message>
        <source>largest size</source>
        <translation>größte Größe</translation>
    </message>
    <message>
        <source>would be</source>
        <translation>wäre</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>not at the largest size</source>
        <translation>nicht bei der größten Größe</translation>
    </message>
    <message>
        <source>every size</source>
        <translation>jede Größe</translation>
    </message>
    <message>
        <source>%1 (bounds not resolved)</source>
        <translation>%1 (Grenzen nicht entschieden)</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>extrapolated: more workers than were measured</source>
        <translation>extrapoliert: mehr Arbeiter, als gemessen wurden</translation>
    </message>
    <message>
        <source>load balance</source>
        <translation>Lastverteilung</translation>
    </message>
    <message>
        <source>overhead</source>
        <translation>Mehraufwand</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>work inflation</source>
        <translation>langsamere Arbeit</translation>
    </message>
    <message>
        <source>pitfall</source>
        <translation>Fallstrick</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>what was looked at</source>
        <translation>was angesehen wurde</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>what it asks</source>
        <translation>was sie verlangt</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>by what</source>
        <translation>wodurch</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>mittlere Hälfte</translation>
    </message>
    <message>
        <source>without outliers</source>
        <translation>ohne Ausreißer</translation>
    </message>
    <message>
        <source>remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>prevented</source>
        <translation>verhindert</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>nicht eingehalten</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>same within 1 %</source>
        <translation>gleich bis auf 1 %</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>Gemessen von</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>To repeat it</source>
        <translation>Zum Wiederholen</translation>
    </message>
    <message>
        <source>completed after %1</source>
        <translation>vollständig nach %1</translation>
    </message>
    <message>
        <source>budget after %1</source>
        <translation>Zeitgrenze nach %1</translation>
    </message>
    <message>
        <source>interrupted after %1</source>
        <translation>unterbrochen nach %1</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>gescheitert nach %1</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>breakeven-cli run RUN.jsonl, where RUN.jsonl is the run as it was saved</source>
        <translation>breakeven-cli run LAUF.jsonl, wobei LAUF.jsonl der gesicherte Lauf ist</translation>
    </message>
    <message>
        <source>Measured %1</source>
        <translation>Gemessen %1</translation>
    </message>
    <message>
        <source>debug build: not for publication</source>
        <translation>Debug-Bau: nicht zum Veröffentlichen</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>Nichts wurde gemessen</translation>
    </message>
    <message>
        <source>No trial has something to be compared with</source>
        <translation>Kein Versuch hat etwas, womit er zu vergleichen wäre</translation>
    </message>
    <message>
        <source>The file holds summaries without their samples</source>
        <translation>Die Datei hat Zusammenfassungen ohne ihre Stichproben</translation>
    </message>
    <message>
        <source>%1 of %2 trials lack a base</source>
        <translation>%1 von %2 Versuchen fehlt eine Basis</translation>
    </message>
    <message>
        <source>%1 of 1 trial lack a base</source>
        <translation>%1 von 1 Versuch fehlt eine Basis</translation>
    </message>
    <message>
        <source>%1 speed-ups over %2, whose own times stand in the same table</source>
        <translation>%1 Beschleunigungen gegen %2, dessen eigene Zeiten in derselben Tabelle stehen</translation>
    </message>
    <message>
        <source>1 speed-up over %1, whose own times stand in the same table</source>
        <translation>1 Beschleunigung gegen %1, dessen eigene Zeiten in derselben Tabelle stehen</translation>
    </message>
    <message>
        <source>%1 speed-ups over %2 or %3, whose own times stand in the same table</source>
        <translation>%1 Beschleunigungen gegen %2 oder %3, deren eigene Zeiten in derselben Tabelle stehen</translation>
    </message>
    <message>
        <source>1 speed-up over %1 or %2, whose own times stand in the same table</source>
        <translation>1 Beschleunigung gegen %1 oder %2, deren eigene Zeiten in derselben Tabelle stehen</translation>
    </message>
    <message>
        <source>%1 of %2 trials have no times, and nothing says why</source>
        <translation>%1 von %2 Versuchen haben keine Zeiten, und nichts sagt, warum</translation>
    </message>
    <message>
        <source>%1 of 1 trial have no times, and nothing says why</source>
        <translation>%1 von 1 Versuch hat keine Zeiten, und nichts sagt, warum</translation>
    </message>
    <message>
        <source>The file breaks off before the end of its run: what was not reached is not in it</source>
        <translation>Die Datei bricht vor dem Ende ihres Laufs ab: Was nicht erreicht wurde, ist nicht darin</translation>
    </message>
    <message>
        <source>The status of %1 of %2 trials says why it is not compared</source>
        <translation>Der Zustand von %1 von %2 Versuchen sagt, warum sie nicht verglichen werden</translation>
    </message>
    <message>
        <source>The status of %1 of 1 trial says why it is not compared</source>
        <translation>Der Zustand von %1 von 1 Versuch sagt, warum er nicht verglichen wird</translation>
    </message>
    <message>
        <source>Nothing was left out: %1 of %2 trials have times</source>
        <translation>Nichts wurde ausgelassen: %1 von %2 Versuchen haben Zeiten</translation>
    </message>
    <message>
        <source>Nothing was left out: %1 of 1 trial have times</source>
        <translation>Nichts wurde ausgelassen: %1 von 1 Versuch hat Zeiten</translation>
    </message>
    <message>
        <source>Only times are averaged by the arithmetic mean. Samples have medians, bandwidths of several launches a geometric mean.</source>
        <translation>Nur Zeiten werden arithmetisch gemittelt. Stichproben haben Mediane, Bandbreiten mehrerer Messstarts ein geometrisches Mittel.</translation>
    </message>
    <message>
        <source>No ratio is an arithmetic mean of ratios: %1 speed-ups are the median over paired rounds, %2 the ratio of two medians. Loss factors of several passes are geometric means.</source>
        <translation>Kein Verhältnis ist ein arithmetisches Mittel von Verhältnissen: %1 Beschleunigungen sind der Median über gepaarte Runden, %2 das Verhältnis zweier Mediane. Verlustfaktoren mehrerer Durchgänge sind geometrische Mittel.</translation>
    </message>
    <message>
        <source>%1 of %2 medians and %3 of %4 speed-ups have too few rounds for an interval; they say so</source>
        <translation>%1 von %2 Medianen und %3 von %4 Beschleunigungen haben zu wenige Runden für ein Intervall; sie sagen es</translation>
    </message>
    <message>
        <source>%1 of 1 median and %2 of 1 speed-up have too few rounds for an interval; they say so</source>
        <translation>%1 von 1 Median und %2 von 1 Beschleunigung haben zu wenige Runden für ein Intervall; sie sagen es</translation>
    </message>
    <message>
        <source>%1 of %2 medians and %3 of 1 speed-up have too few rounds for an interval; they say so</source>
        <translation>%1 von %2 Medianen und %3 von 1 Beschleunigung haben zu wenige Runden für ein Intervall; sie sagen es</translation>
    </message>
    <message>
        <source>All %1 medians and %2 speed-ups have a 95 % interval</source>
        <translation>Alle %1 Mediane und %2 Beschleunigungen haben ein 95-%-Intervall</translation>
    </message>
    <message>
        <source>All %1 medians and 1 speed-up have a 95 % interval</source>
        <translation>Alle %1 Mediane und 1 Beschleunigung haben ein 95-%-Intervall</translation>
    </message>
    <message>
        <source>No sample is taken for normal: intervals and tests rest on order statistics and resampling. What differs from launch to launch or from pass to pass, of which there are few, is taken for normal.</source>
        <translation>Keine Stichprobe gilt als normalverteilt: Intervalle und Tests beruhen auf Ordnungsstatistiken und erneutem Ziehen. Was von Messstart zu Messstart oder von Durchgang zu Durchgang verschieden ist, wovon es wenige gibt, gilt als normalverteilt.</translation>
    </message>
    <message>
        <source>%1 of %2 verdicts come from two medians instead of rounds</source>
        <translation>%1 von %2 Urteilen kommen aus zwei Medianen statt aus Runden</translation>
    </message>
    <message>
        <source>%1 of 1 verdict come from two medians instead of rounds</source>
        <translation>%1 von 1 Urteil kommt aus zwei Medianen statt aus Runden</translation>
    </message>
    <message>
        <source>%1 of %2 verdicts rest on fewer than %3 launches, which cannot tell the luck of the memory layout</source>
        <translation>%1 von %2 Urteilen beruhen auf weniger als %3 Messstarts, die das Glück der Speicherlage nicht erkennen können</translation>
    </message>
    <message>
        <source>%1 of 1 verdict rest on fewer than %2 launches, which cannot tell the luck of the memory layout</source>
        <translation>%1 von 1 Urteil beruht auf weniger als %2 Messstarts, die das Glück der Speicherlage nicht erkennen können</translation>
    </message>
    <message>
        <source>%1 verdicts from paired rounds in random order, corrected together for their number</source>
        <translation>%1 Urteile aus gepaarten Runden in zufälliger Reihenfolge, gemeinsam für ihre Zahl korrigiert</translation>
    </message>
    <message>
        <source>1 verdict from paired rounds in random order, corrected together for their number</source>
        <translation>1 Urteil aus gepaarten Runden in zufälliger Reihenfolge, für seine Zahl korrigiert</translation>
    </message>
    <message>
        <source>%1 verdicts from paired rounds, corrected together for their number</source>
        <translation>%1 Urteile aus gepaarten Runden, gemeinsam für ihre Zahl korrigiert</translation>
    </message>
    <message>
        <source>1 verdict from paired rounds, corrected together for their number</source>
        <translation>1 Urteil aus gepaarten Runden, für seine Zahl korrigiert</translation>
    </message>
    <message>
        <source>No trial has the samples that telling its modes takes</source>
        <translation>Kein Versuch hat die Stichproben, die es braucht, um seine Gipfel zu erkennen</translation>
    </message>
    <message>
        <source>Medians stand for times with one mode; no trial clearly has several</source>
        <translation>Mediane stehen für Zeiten mit einem Gipfel; kein Versuch hat deutlich mehrere</translation>
    </message>
    <message>
        <source>The file says nothing of the machine</source>
        <translation>Die Datei sagt nichts von der Maschine</translation>
    </message>
    <message>
        <source>The record of the machine lacks %1</source>
        <translation>In der Aufzeichnung der Maschine fehlt: %1</translation>
    </message>
    <message>
        <source>%1 facts of machine, build and system are recorded, with the spec and its seed</source>
        <translation>%1 Angaben zu Maschine, Bau und System sind aufgezeichnet, mit der Spezifikation und ihrem Startwert</translation>
    </message>
    <message>
        <source>%1 facts of machine, build and system are recorded, with the spec and its seed; this machine does not show: %2</source>
        <translation>%1 Angaben zu Maschine, Bau und System sind aufgezeichnet, mit der Spezifikation und ihrem Startwert; diese Maschine zeigt nicht: %2</translation>
    </message>
    <message>
        <source>The file does not tell how its times were taken</source>
        <translation>Die Datei sagt nicht, wie ihre Zeiten genommen wurden</translation>
    </message>
    <message>
        <source>A sample is the wall time from the hand-over of a list to the last result, a cold pool&apos;s start included, other runtimes by their own clock; what each worker did was recorded for %1 trials, outside of the samples</source>
        <translation>Eine Stichprobe ist die Wanduhrzeit von der Übergabe einer Liste bis zum letzten Ergebnis, den Start eines kalten Pools eingeschlossen, andere Laufzeiten nach ihrer eigenen Uhr; was jeder Arbeiter tat, wurde für %1 Versuche aufgezeichnet, außerhalb der Stichproben</translation>
    </message>
    <message>
        <source>A sample is the wall time from the hand-over of a list to the last result, a cold pool&apos;s start included, other runtimes by their own clock; what each worker did was recorded for 1 trial, outside of the samples</source>
        <translation>Eine Stichprobe ist die Wanduhrzeit von der Übergabe einer Liste bis zum letzten Ergebnis, den Start eines kalten Pools eingeschlossen, andere Laufzeiten nach ihrer eigenen Uhr; was jeder Arbeiter tat, wurde für 1 Versuch aufgezeichnet, außerhalb der Stichproben</translation>
    </message>
    <message>
        <source>No upper bound of the speed-up is known</source>
        <translation>Keine obere Schranke der Beschleunigung ist bekannt</translation>
    </message>
    <message>
        <source>the workers</source>
        <translation>den Arbeitern</translation>
    </message>
    <message>
        <source>the serial share</source>
        <translation>dem seriellen Anteil</translation>
    </message>
    <message>
        <source>the memory&apos;s bandwidth</source>
        <translation>der Bandbreite des Speichers</translation>
    </message>
    <message>
        <source>Bounds of the speed-up are worked out from %1; work that waits may exceed them</source>
        <translation>Schranken der Beschleunigung sind berechnet aus %1; Arbeit, die wartet, kann sie überschreiten</translation>
    </message>
    <message>
        <source>%1 of %2 curves connect two points with nothing measured between them</source>
        <translation>%1 von %2 Kurven verbinden zwei Punkte, zwischen denen nichts gemessen ist</translation>
    </message>
    <message>
        <source>%1 of 1 curve connect two points with nothing measured between them</source>
        <translation>%1 von 1 Kurve verbindet zwei Punkte, zwischen denen nichts gemessen ist</translation>
    </message>
    <message>
        <source>Points carry their intervals, or say that there are too few rounds for one; %1 curves connect them, over an axis of numbers alone</source>
        <translation>Punkte tragen ihre Intervalle oder sagen, dass es für eines zu wenige Runden gibt; %1 Kurven verbinden sie, nur über einer Achse aus Zahlen</translation>
    </message>
    <message>
        <source>Points carry their intervals, or say that there are too few rounds for one; 1 curve connects them, over an axis of numbers alone</source>
        <translation>Punkte tragen ihre Intervalle oder sagen, dass es für eines zu wenige Runden gibt; 1 Kurve verbindet sie, nur über einer Achse aus Zahlen</translation>
    </message>
    <message>
        <source>Name the base of a speed-up and its time</source>
        <translation>Die Basis einer Beschleunigung und ihre Zeit nennen</translation>
    </message>
    <message>
        <source>Say why something was left out</source>
        <translation>Sagen, warum etwas ausgelassen wurde</translation>
    </message>
    <message>
        <source>Average costs, never rates, by the arithmetic mean</source>
        <translation>Kosten, nie Raten, arithmetisch mitteln</translation>
    </message>
    <message>
        <source>Do not average ratios</source>
        <translation>Verhältnisse nicht mitteln</translation>
    </message>
    <message>
        <source>Give intervals of what varies</source>
        <translation>Intervalle von dem geben, was schwankt</translation>
    </message>
    <message>
        <source>Assume no normal distribution</source>
        <translation>Keine Normalverteilung annehmen</translation>
    </message>
    <message>
        <source>Compare by sound tests</source>
        <translation>Durch tragfähige Tests vergleichen</translation>
    </message>
    <message>
        <source>Choose a centre that suits the samples</source>
        <translation>Eine Mitte wählen, die zu den Stichproben passt</translation>
    </message>
    <message>
        <source>Document the machine and the set-up</source>
        <translation>Maschine und Aufbau dokumentieren</translation>
    </message>
    <message>
        <source>Say how parallel time is taken</source>
        <translation>Sagen, wie parallele Zeit genommen wird</translation>
    </message>
    <message>
        <source>Show upper bounds</source>
        <translation>Obere Schranken zeigen</translation>
    </message>
    <message>
        <source>Plot enough, and connect only what may be interpolated</source>
        <translation>Genug zeichnen und nur verbinden, was sich interpolieren lässt</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>%1, coarse, n %2, launches %3 %</source>
        <translation>%1, grob, n %2, Messstarts %3 %</translation>
    </message>
    <message>
        <source>%1, refined, n %2, launches %3 %</source>
        <translation>%1, verfeinert, n %2, Messstarts %3 %</translation>
    </message>
    <message>
        <source>%1: high / low</source>
        <translation>%1: Ende / Anfang</translation>
    </message>
    <message>
        <source>overhead and half the work</source>
        <translation>Mehraufwand und halbe Arbeit</translation>
    </message>
    <message>
        <source>where a cache ends</source>
        <translation>wo ein Cache endet</translation>
    </message>
    <message>
        <source>noise of 5 %</source>
        <translation>Rauschen von 5 %</translation>
    </message>
    <message>
        <source>%1: ours / theirs</source>
        <translation>%1: unsere / ihre</translation>
    </message>
    <message>
        <source>kernels proven equal within 1 %</source>
        <translation>Kerne, die als gleich bis auf 1 % bewiesen sind</translation>
    </message>
    <message>
        <source>break-even resolved</source>
        <translation>Break-even entschieden</translation>
    </message>
    <message>
        <source>intervals that hold the median of all</source>
        <translation>Intervalle, die den Median aller enthalten</translation>
    </message>
    <message>
        <source>largest / smallest break-even</source>
        <translation>größter / kleinster Break-even</translation>
    </message>
    <message>
        <source>%1, n %2, median</source>
        <translation>%1, n %2, Median</translation>
    </message>
    <message>
        <source>%1, n %2, ratio</source>
        <translation>%1, n %2, Verhältnis</translation>
    </message>
    <message>
        <source>%1, n %2, suspected</source>
        <translation>%1, n %2, Verdacht</translation>
    </message>
    <message>
        <source>%1, n %2, width</source>
        <translation>%1, n %2, Breite</translation>
    </message>
    <message>
        <source>%1 launches with %2 % of the variance</source>
        <translation>%1 Messstarts mit %2 % der Varianz</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>lognormal</translation>
    </message>
    <message>
        <source>gamma, shape 2</source>
        <translation>Gamma, Form 2</translation>
    </message>
    <message>
        <source>bimodal, 10 % at 3x</source>
        <translation>zweigipflig, 10 % beim 3-Fachen</translation>
    </message>
    <message>
        <source>Pareto, tail 2.5</source>
        <translation>Pareto, Rand 2.5</translation>
    </message>
    <message>
        <source>uniform in ticks</source>
        <translation>gleichverteilt in Uhrschritten</translation>
    </message>
    <message>
        <source>%1, n %2, equals called different at %3 %</source>
        <translation>%1, n %2, bei %3 % verschieden genannte Gleiche</translation>
    </message>
    <message>
        <source>equals found different</source>
        <translation>verschieden gefundene Gleiche</translation>
    </message>
    <message>
        <source>equals found more than 1 % apart</source>
        <translation>um mehr als 1 % verschieden gefundene Gleiche</translation>
    </message>
    <message>
        <source>half-width of the middle interval</source>
        <translation>halbe Breite des mittleren Intervalls</translation>
    </message>
    <message>
        <source>equals in our blocks</source>
        <translation>Gleiches in unseren Gruppen</translation>
    </message>
    <message>
        <source>equals, all of one first</source>
        <translation>Gleiches, alles von einem zuerst</translation>
    </message>
    <message>
        <source>bias of ours / of all of one first</source>
        <translation>Verzerrung bei uns / bei allem von einem zuerst</translation>
    </message>
    <message>
        <source>5 % slower %1: found</source>
        <translation>5 % langsamer, %1: gefunden</translation>
    </message>
    <message>
        <source>5 % slower: found within 10 s</source>
        <translation>5 % langsamer: binnen 10 s gefunden</translation>
    </message>
    <message>
        <source>time until the verdict</source>
        <translation>Zeit bis zum Urteil</translation>
    </message>
    <message>
        <source>spin of %1: measured / true</source>
        <translation>Drehen für %1: gemessen / wahr</translation>
    </message>
    <message>
        <source>%1: inside samples</source>
        <translation>%1: in Stichproben</translation>
    </message>
    <message>
        <source>%1: set-up</source>
        <translation>%1: Einrichten</translation>
    </message>
    <message>
        <source>%1: heating and between samples</source>
        <translation>%1: Aufwärmen und zwischen Stichproben</translation>
    </message>
    <message>
        <source>%1: outside the runner&apos;s requests</source>
        <translation>%1: außerhalb der Anfragen an den Messprozess</translation>
    </message>
    <message>
        <source>all: inside samples</source>
        <translation>alle: in Stichproben</translation>
    </message>
    <message>
        <source>tbb after OpenMP / alone, in our blocks</source>
        <translation>tbb nach OpenMP / allein, in unseren Gruppen</translation>
    </message>
    <message>
        <source>tbb after OpenMP / alone, called in turn</source>
        <translation>tbb nach OpenMP / allein, abwechselnd aufgerufen</translation>
    </message>
    <message>
        <source>serial: window open / headless</source>
        <translation>seriell: Fenster offen / ohne Fenster</translation>
    </message>
    <message>
        <source>parallel: window open / headless</source>
        <translation>parallel: Fenster offen / ohne Fenster</translation>
    </message>
</context>
<context>
    <name>Class</name>
    <message>
        <source>%1, the median of %2 runs on %3 kinds of machine</source>
        <translation>%1, der Median von %2 Läufen auf %3 Arten von Maschinen</translation>
    </message>
    <message>
        <source>%1, the median of %2 runs on 1 kind of machine</source>
        <translation>%1, der Median von %2 Läufen auf einer Art von Maschine</translation>
    </message>
    <message>
        <source>%1, the median of 1 run on 1 kind of machine</source>
        <translation>%1, in 1 Lauf auf einer Maschine</translation>
    </message>
    <message>
        <source>%1 has a speed-up of %2 at %3 items</source>
        <translation>%1 ist %2 so schnell wie seriell bei %3 Elementen</translation>
    </message>
    <message>
        <source>%1 is always faster than serial in most of %2 runs on %3 kinds of machine</source>
        <translation>%1 ist in den meisten von %2 Läufen auf %3 Arten von Maschinen immer schneller als seriell</translation>
    </message>
    <message>
        <source>%1 is always faster than serial in most of %2 runs on 1 kind of machine</source>
        <translation>%1 ist in den meisten von %2 Läufen auf einer Art von Maschine immer schneller als seriell</translation>
    </message>
    <message>
        <source>%1 never pays off within the measured sizes in most of %2 runs on %3 kinds of machine</source>
        <translation>%1 lohnt sich in den meisten von %2 Läufen auf %3 Arten von Maschinen bei keiner gemessenen Größe</translation>
    </message>
    <message>
        <source>%1 never pays off within the measured sizes in most of %2 runs on 1 kind of machine</source>
        <translation>%1 lohnt sich in den meisten von %2 Läufen auf einer Art von Maschine bei keiner gemessenen Größe</translation>
    </message>
    <message>
        <source>%1: nothing is known of %2 runs on %3 kinds of machine</source>
        <translation>%1: Von %2 Läufen auf %3 Arten von Maschinen ist nichts bekannt</translation>
    </message>
    <message>
        <source>%1: nothing is known of %2 runs on 1 kind of machine</source>
        <translation>%1: Von %2 Läufen auf einer Art von Maschine ist nichts bekannt</translation>
    </message>
    <message>
        <source>No run could be summarised</source>
        <translation>Kein Lauf ließ sich zusammenfassen</translation>
    </message>
    <message>
        <source>%1: the break-even of %2 is %3, where the median of all %4 runs is %5 (modified z-score %6)</source>
        <translation>%1: Der Break-even von %2 liegt bei %3, der Median aller %4 Läufe bei %5 (modifizierter z-Wert %6)</translation>
    </message>
    <message>
        <source>%1: the break-even of %2 is %3, where the median of %4 runs on %5 is %6 (modified z-score %7)</source>
        <translation>%1: Der Break-even von %2 liegt bei %3, der Median von %4 Läufen auf %5 bei %6 (modifizierter z-Wert %7)</translation>
    </message>
    <message>
        <source>%1: the speed-up of %2 at %3 items is %4, where the median of all %5 runs is %6 (modified z-score %7)</source>
        <translation>%1: Die Beschleunigung von %2 bei %3 Elementen ist %4, der Median aller %5 Läufe %6 (modifizierter z-Wert %7)</translation>
    </message>
    <message>
        <source>%1: the speed-up of %2 at %3 items is %4, where the median of %5 runs on %6 is %7 (modified z-score %8)</source>
        <translation>%1: Die Beschleunigung von %2 bei %3 Elementen ist %4, der Median von %5 Läufen auf %6 ist %7 (modifizierter z-Wert %8)</translation>
    </message>
    <message>
        <source>Unexplained: its file tells nothing of its machine</source>
        <translation>Nicht erklärt: Die Datei sagt nichts über die Maschine</translation>
    </message>
    <message>
        <source>Unexplained: nothing that its file tells of machine and program differs from most</source>
        <translation>Nicht erklärt: Nichts, was die Datei von Maschine und Programm sagt, ist anders als bei den meisten</translation>
    </message>
    <message>
        <source>What differs from most: %1</source>
        <translation>Anders als bei den meisten: %1</translation>
    </message>
    <message>
        <source>%1: %2 (usually %3)</source>
        <translation>%1: %2 (sonst %3)</translation>
    </message>
    <message>
        <source>%1: %2 (%3 others: %4)</source>
        <translation>%1: %2 (%3 andere: %4)</translation>
    </message>
    <message>
        <source>%1: %2 (%3 others: %4, but %5 as here are not far off)</source>
        <translation>%1: %2 (%3 andere: %4, doch %5 wie hier liegen nicht fern)</translation>
    </message>
    <message>
        <source>Samples flagged %1</source>
        <translation>Stichproben mit dem Kennzeichen %1</translation>
    </message>
    <message>
        <source>too few sizes</source>
        <translation>zu wenige Größen</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>machine not told</source>
        <translation>Maschine nicht gesagt</translation>
    </message>
    <message>
        <source>processor not observable</source>
        <translation>Prozessor nicht beobachtbar</translation>
    </message>
    <message>
        <source>the same run as %1, which is counted once</source>
        <translation>derselbe Lauf wie %1, der einmal zählt</translation>
    </message>
    <message>
        <source>another experiment: %1</source>
        <translation>ein anderes Experiment: %1</translation>
    </message>
    <message>
        <source>a table of other curves</source>
        <translation>eine Tabelle mit anderen Kurven</translation>
    </message>
    <message>
        <source>other parameters</source>
        <translation>andere Parameter</translation>
    </message>
    <message>
        <source>other settings of its pools</source>
        <translation>andere Einstellungen der Pools</translation>
    </message>
    <message>
        <source>%1 cases instead of %2</source>
        <translation>%1 Fälle statt %2</translation>
    </message>
    <message>
        <source>workload %1 instead of %2</source>
        <translation>Arbeitslast %1 statt %2</translation>
    </message>
    <message>
        <source>over %1 instead of %2</source>
        <translation>über %1 statt %2</translation>
    </message>
    <message>
        <source>sizes %1 instead of %2</source>
        <translation>Größen %1 statt %2</translation>
    </message>
    <message>
        <source>workers %1 instead of %2</source>
        <translation>Arbeiter %1 statt %2</translation>
    </message>
    <message>
        <source>backends %1 instead of %2</source>
        <translation>Backends %1 statt %2</translation>
    </message>
    <message>
        <source>calls %1 instead of %2</source>
        <translation>Aufrufe %1 statt %2</translation>
    </message>
    <message>
        <source>chunks %1 instead of %2</source>
        <translation>Blöcke %1 statt %2</translation>
    </message>
    <message>
        <source>pools %1 instead of %2</source>
        <translation>Pools %1 statt %2</translation>
    </message>
    <message>
        <source>holds no parallel trial beside its serial base</source>
        <translation>enthält keinen parallelen Versuch neben der seriellen Basis</translation>
    </message>
    <message>
        <source>Break-even of %1, run by run</source>
        <translation>Break-even von %1, Lauf für Lauf</translation>
    </message>
    <message>
        <source>Speed-up of %1, every learner</source>
        <translation>Beschleunigung von %1, alle Teilnehmer</translation>
    </message>
    <message>
        <source>Break-even (items)</source>
        <translation>Break-even (Elemente)</translation>
    </message>
    <message>
        <source>Speed-up (×)</source>
        <translation>Beschleunigung (×)</translation>
    </message>
    <message>
        <source>all machines</source>
        <translation>alle Maschinen</translation>
    </message>
    <message>
        <source>median of %1 runs</source>
        <translation>Median von %1 Läufen</translation>
    </message>
    <message>
        <source>median of 1 run</source>
        <translation>Median von 1 Lauf</translation>
    </message>
    <message>
        <source>No run has a break-even of %1</source>
        <translation>Kein Lauf hat einen Break-even von %1</translation>
    </message>
    <message>
        <source>No size of %1 was measured by half of the runs</source>
        <translation>Keine Größe von %1 hat die Hälfte der Läufe gemessen</translation>
    </message>
    <message>
        <source>Left out: %1 runs whose break-even is not resolved</source>
        <translation>Ausgelassen: %1 Läufe, deren Break-even nicht entschieden ist</translation>
    </message>
    <message>
        <source>Left out: 1 run whose break-even is not resolved</source>
        <translation>Ausgelassen: 1 Lauf, dessen Break-even nicht entschieden ist</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs, always faster in %2</source>
        <translation>%1 Läufe, immer schneller in %2</translation>
    </message>
    <message>
        <source>%1 runs, never in range in %2</source>
        <translation>%1 Läufe, nie im Bereich in %2</translation>
    </message>
    <message>
        <source>%1 runs, always faster in %2, never in range in %3</source>
        <translation>%1 Läufe, immer schneller in %2, nie im Bereich in %3</translation>
    </message>
    <message>
        <source>far from the others: %1</source>
        <translation>weit von den anderen: %1</translation>
    </message>
    <message>
        <source>median: %1 items (%2)</source>
        <translation>Median: %1 Elemente (%2)</translation>
    </message>
    <message>
        <source>Learner %1</source>
        <translation>Teilnehmer %1</translation>
    </message>
    <message>
        <source>a folder that cannot be read: %1</source>
        <translation>ein Ordner, der sich nicht lesen lässt: %1</translation>
    </message>
    <message>
        <source>%1: holds no file of results (.jsonl, .csv, .json)</source>
        <translation>%1: enthält keine Datei mit Ergebnissen (.jsonl, .csv, .json)</translation>
    </message>
    <message>
        <source>A class</source>
        <translation>Eine Klasse</translation>
    </message>
    <message>
        <source>Class CSV</source>
        <translation>CSV der Klasse</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>learner</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>at</source>
        <translation>bei</translation>
    </message>
    <message>
        <source>break-even, median (middle half)</source>
        <translation>Break-even, Median (mittlere Hälfte)</translation>
    </message>
    <message>
        <source>speed-up, median (middle half)</source>
        <translation>Beschleunigung, Median (mittlere Hälfte)</translation>
    </message>
    <message>
        <source>smallest – largest</source>
        <translation>kleinster – größter</translation>
    </message>
    <message>
        <source>without a size</source>
        <translation>ohne Größe</translation>
    </message>
    <message>
        <source>break-even (95 %)</source>
        <translation>Break-even (95 %)</translation>
    </message>
    <message>
        <source>speed-up (95 %)</source>
        <translation>Beschleunigung (95 %)</translation>
    </message>
    <message>
        <source>far from the others</source>
        <translation>weit von den anderen</translation>
    </message>
    <message>
        <source>no size in common</source>
        <translation>keine gemeinsame Größe</translation>
    </message>
    <message>
        <source>without those far off</source>
        <translation>ohne die weit entfernten</translation>
    </message>
    <message>
        <source>By machine</source>
        <translation>Nach Maschine</translation>
    </message>
    <message>
        <source>One row for each kind of machine and series</source>
        <translation>Eine Zeile je Art von Maschine und Reihe</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>How far the runs of the class lie apart</source>
        <translation>Wie weit die Läufe der Klasse auseinanderliegen</translation>
    </message>
    <message>
        <source>Far from the others</source>
        <translation>Weit von den anderen</translation>
    </message>
    <message>
        <source>Who is, and what is different there</source>
        <translation>Wer es ist, und was dort anders ist</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>One row for each run and series</source>
        <translation>Eine Zeile je Lauf und Reihe</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>No run is far from the others</source>
        <translation>Kein Lauf liegt weit von den anderen</translation>
    </message>
    <message>
        <source>%1 on %2 kinds of machine</source>
        <translation>%1 auf %2 Arten von Maschinen</translation>
    </message>
    <message>
        <source>%1 on 1 kind of machine</source>
        <translation>%1 auf einer Art von Maschine</translation>
    </message>
    <message>
        <source>%1 · 1 file left out</source>
        <translation>%1 · 1 Datei ausgelassen</translation>
    </message>
    <message>
        <source>%1 · %2 files left out</source>
        <translation>%1 · %2 Dateien ausgelassen</translation>
    </message>
    <message>
        <source>breakeven-cli convert FOLDER class.html, where FOLDER holds the files of the runs</source>
        <translation>breakeven-cli convert ORDNER klasse.html, wobei ORDNER die Dateien der Läufe enthält</translation>
    </message>
    <message>
        <source>Each run&apos;s break-even and speed-up are its own, with the 95 % interval that its rounds and launches allow</source>
        <translation>Break-even und Beschleunigung jedes Laufs sind seine eigenen, mit dem 95-%-Intervall, das seine Runden und Messstarts hergeben</translation>
    </message>
    <message>
        <source>The median and the middle half are over runs, one value per run</source>
        <translation>Median und mittlere Hälfte gehen über Läufe, ein Wert je Lauf</translation>
    </message>
    <message>
        <source>a break-even below the measured sizes counts as smaller than all, one above them as larger, one that is not resolved not at all</source>
        <translation>ein Break-even unter den gemessenen Größen zählt als kleiner als alle, einer darüber als größer, ein nicht entschiedener gar nicht</translation>
    </message>
    <message>
        <source>Speed-ups are at the largest size that nine of ten runs have</source>
        <translation>Beschleunigungen gelten bei der größten Größe, die neun von zehn Läufen haben</translation>
    </message>
    <message>
        <source>Runs with the same processor and as many usable CPUs are one kind of machine</source>
        <translation>Läufe mit gleichem Prozessor und gleich vielen nutzbaren CPUs sind eine Art von Maschine</translation>
    </message>
    <message>
        <source>Far from the others is a run whose modified z-score is beyond 3.5 on a logarithmic scale (Iglewicz and Hoaglin, 1993), that is off by a quarter or more, and whose interval does not hold their median</source>
        <translation>Weit von den anderen ist ein Lauf, dessen modifizierter z-Wert auf logarithmischer Skala über 3.5 liegt (Iglewicz und Hoaglin, 1993), der um ein Viertel oder mehr abweicht und dessen Intervall ihren Median nicht enthält</translation>
    </message>
    <message>
        <source>it is compared with the runs on its kind of machine where there are at least five, else with all</source>
        <translation>verglichen wird er mit den Läufen auf seiner Art von Maschine, wo es mindestens fünf sind, sonst mit allen</translation>
    </message>
    <message>
        <source>What differs from most is a fact of which more than half of those runs share another value</source>
        <translation>Anders als bei den meisten ist eine Angabe, bei der mehr als die Hälfte dieser Läufe einen anderen Wert teilt</translation>
    </message>
    <message>
        <source>it may explain the number, and need not</source>
        <translation>sie kann die Zahl erklären, muss aber nicht</translation>
    </message>
</context>
<context>
    <name>Page for browsers</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Nach dieser Spalte sortieren</translation>
    </message>
    <message>
        <source>x: logarithmic</source>
        <translation>x: logarithmisch</translation>
    </message>
    <message>
        <source>x: linear</source>
        <translation>x: linear</translation>
    </message>
    <message>
        <source>y: logarithmic</source>
        <translation>y: logarithmisch</translation>
    </message>
    <message>
        <source>y: linear</source>
        <translation>y: linear</translation>
    </message>
    <message>
        <source>its numbers are in the table below</source>
        <translation>die Zahlen stehen in der Tabelle darunter</translation>
    </message>
    <message>
        <source>The charts need JavaScript; their numbers are in the tables below them</source>
        <translation>Die Diagramme brauchen JavaScript; ihre Zahlen stehen in den Tabellen darunter</translation>
    </message>
    <message>
        <source>Point at a chart to read its values</source>
        <translation>Zeigen Sie auf ein Diagramm, um seine Werte zu lesen</translation>
    </message>
    <message>
        <source>Drag to zoom, Shift and drag to move</source>
        <translation>Ziehen vergrößert, Umschalt und Ziehen verschiebt</translation>
    </message>
    <message>
        <source>click, then turn the wheel to zoom at the pointer</source>
        <translation>nach einem Klick vergrößert das Rad beim Zeiger</translation>
    </message>
    <message>
        <source>double-click to go back</source>
        <translation>ein Doppelklick führt zurück</translation>
    </message>
    <message>
        <source>Click a name to hide its curve</source>
        <translation>Ein Klick auf einen Namen verbirgt seine Kurve</translation>
    </message>
    <message>
        <source>Numbers of this chart</source>
        <translation>Zahlen dieses Diagramms</translation>
    </message>
    <message>
        <source>What the tables were made from is in this page</source>
        <translation>Woraus die Tabellen entstanden sind, steht in dieser Seite</translation>
    </message>
    <message>
        <source>saving it needs JavaScript</source>
        <translation>zum Sichern braucht es JavaScript</translation>
    </message>
    <message>
        <source>Written by Breakeven %1</source>
        <translation>Geschrieben von Breakeven %1</translation>
    </message>
    <message>
        <source>Charts are drawn by dygraphs, which comes under the MIT licence</source>
        <translation>Diagramme zeichnet dygraphs, das unter der MIT-Lizenz steht</translation>
    </message>
    <message>
        <source>Licence of dygraphs</source>
        <translation>Lizenz von dygraphs</translation>
    </message>
    <message>
        <source>Charts as tables</source>
        <translation>Diagramme als Tabellen</translation>
    </message>
    <message>
        <source>Method statement</source>
        <translation>Angaben zum Verfahren</translation>
    </message>
    <message>
        <source>%1 at %2: %3, %4</source>
        <translation>%1 bei %2: %3, %4</translation>
    </message>
    <message>
        <source>chunks of %1 items</source>
        <translation>Blöcke zu %1 Elementen</translation>
    </message>
    <message>
        <source>blue is faster than serial, orange slower, hatched not resolved, a dash not measured, and right of the line parallel pays</source>
        <translation>blau ist schneller als seriell, orange langsamer, schraffiert nicht entschieden, ein Strich nicht gemessen, und rechts der Linie lohnt sich parallel</translation>
    </message>
    <message>
        <source>samples from the top in the order of measuring, outliers larger, square when far out</source>
        <translation>Stichproben von oben in der Reihenfolge der Messung, Ausreißer größer, eckig, wenn sie weit außen liegen</translation>
    </message>
    <message>
        <source>a dot for each run, larger and square where it is far from the others</source>
        <translation>ein Punkt je Lauf, größer und eckig, wo er weit von den anderen liegt</translation>
    </message>
    <message>
        <source>%1: a class is written as .html, .md or .csv</source>
        <translation>%1: Eine Klasse wird als .html, .md oder .csv geschrieben</translation>
    </message>
    <message>
        <source>%1 at %2 items: %3, %4</source>
        <translation>%1 bei %2 Elementen: %3, %4</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>one for each place, with commas between them</source>
        <translation>einer je Stelle, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>more than %1 values</source>
        <translation>eine Liste von mehr als %1 Werten</translation>
    </message>
    <message>
        <source>one value at least</source>
        <translation>wenigstens ein Wert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>a time above 0, such as 0.5, 12 ms or 30 us</source>
        <translation>eine Zeit über 0, etwa 0.5, 12 ms oder 30 us</translation>
    </message>
    <message>
        <source>a factor above 0, such as 2.5, 2.5x or 40 %</source>
        <translation>ein Faktor über 0, etwa 2.5, 2.5x oder 40 %</translation>
    </message>
    <message>
        <source>a number of bytes above 0, such as 300 MB or 1.2 GB</source>
        <translation>eine Zahl von Bytes über 0, etwa 300 MB oder 1.2 GB</translation>
    </message>
    <message>
        <source>a number above 0, such as 3000, 30k or 1e6</source>
        <translation>eine Zahl über 0, etwa 3000, 30k oder 1e6</translation>
    </message>
    <message>
        <source>always faster (%1)</source>
        <translation>immer schneller (%1)</translation>
    </message>
    <message>
        <source>never in range (%1)</source>
        <translation>nie im Bereich (%1)</translation>
    </message>
    <message>
        <source>not resolved (%1)</source>
        <translation>nicht entschieden (%1)</translation>
    </message>
</context>
<context>
    <name>MachineAdvice</name>
    <message>
        <source>The self-test has not been run here: it tells which differences this machine can show</source>
        <translation>Der Selbsttest lief hier noch nicht: Er sagt, welche Unterschiede diese Maschine zeigen kann</translation>
    </message>
    <message>
        <source>The load of this machine is not observable</source>
        <translation>Die Last dieser Maschine ist nicht beobachtbar</translation>
    </message>
    <message>
        <source>Programs wanted %1 times the usable CPUs over the last minute: measure again when the machine is quiet</source>
        <translation>Programme wollten in der letzten Minute das %1-Fache der nutzbaren CPUs: Messen Sie noch einmal, wenn die Maschine ruhig ist</translation>
    </message>
    <message>
        <source>A thread that only spins was kept off its CPU for %1 % of the time: close other programs, or measure when the machine is quiet</source>
        <translation>Ein Thread, der nur kreist, kam %1 % der Zeit nicht auf seine CPU: andere Programme schließen, oder messen, wenn die Maschine ruhig ist</translation>
    </message>
    <message>
        <source>Only %1 usable CPUs (%2): speed-ups end early, and any other program competes with the workers</source>
        <translation>Nur %1 nutzbare CPUs (%2): Beschleunigungen enden früh, und jedes andere Programm konkurriert mit den Arbeitern</translation>
    </message>
    <message>
        <source>Only 1 usable CPU (%1): speed-ups end early, and any other program competes with the workers</source>
        <translation>Nur 1 nutzbare CPU (%1): Beschleunigungen enden früh, und jedes andere Programm konkurriert mit den Arbeitern</translation>
    </message>
    <message>
        <source>A quota allows %1 and stops what wants more: raise the container&apos;s limit, or stay within it</source>
        <translation>Eine Quote erlaubt %1 und hält an, was mehr will: Heben Sie die Grenze des Containers an, oder bleiben Sie darunter</translation>
    </message>
    <message>
        <source>CPUs share cores (%1): read speed-ups against the %2 cores, too</source>
        <translation>CPUs teilen sich Kerne (%1): Lesen Sie Beschleunigungen auch gegen die %2 Kerne</translation>
    </message>
    <message>
        <source>CPUs share cores (%1): read speed-ups against the 1 core, too</source>
        <translation>CPUs teilen sich Kerne (%1): Lesen Sie Beschleunigungen auch gegen den 1 Kern</translation>
    </message>
    <message>
        <source>Cores differ (%1): allow one kind by taskset, or read efficiencies with care</source>
        <translation>Kerne sind verschieden (%1): Erlauben Sie mit taskset nur eine Art, oder lesen Sie Effizienzen mit Vorsicht</translation>
    </message>
    <message>
        <source>Memory is in %1 nodes: bind the program to one by numactl, and compare</source>
        <translation>Der Speicher liegt in %1 Knoten: Binden Sie das Programm mit numactl an einen, und vergleichen Sie</translation>
    </message>
    <message>
        <source>The CPU was too hot %1 times since the machine started: see to its cooling</source>
        <translation>Die CPU war seit dem Start der Maschine %1-mal zu heiß: Sehen Sie nach der Kühlung</translation>
    </message>
    <message>
        <source>The CPU was too hot 1 time since the machine started: see to its cooling</source>
        <translation>Die CPU war seit dem Start der Maschine einmal zu heiß: Sehen Sie nach der Kühlung</translation>
    </message>
    <message>
        <source>Other guests had %1 % of the CPU time since the machine started: measure when they are quiet, or on a machine of your own</source>
        <translation>Andere Gäste hatten seit dem Start der Maschine %1 % der CPU-Zeit: Messen Sie, wenn sie ruhig sind, oder auf einer eigenen Maschine</translation>
    </message>
    <message>
        <source>Programs waited for memory: close what holds much of it, or measure smaller lists</source>
        <translation>Programme warteten auf Speicher: Schließen Sie, was viel davon hält, oder messen Sie kleinere Listen</translation>
    </message>
    <message>
        <source>The governor %1 lets the clock follow the load: the governor performance, set by cpupower, holds it</source>
        <translation>Die Taktregelung %1 lässt den Takt der Last folgen: Die Taktregelung performance, gesetzt mit cpupower, hält ihn</translation>
    </message>
    <message>
        <source>The clock source %1 is slow to read: use larger sizes, or the kernel&apos;s tsc clock source</source>
        <translation>Die Uhrquelle %1 ist langsam zu lesen: Nehmen Sie größere Listen oder die Uhrquelle tsc des Kernels</translation>
    </message>
    <message>
        <source>This is a debug build: its numbers are not for publication</source>
        <translation>Das ist ein Debug-Bau: Seine Zahlen sind nicht zum Veröffentlichen</translation>
    </message>
    <message>
        <source>This build has sanitizers (%1): measure with the release build</source>
        <translation>Dieser Bau hat Sanitizer (%1): Messen Sie mit dem Release-Bau</translation>
    </message>
</context>
<context>
    <name>FlagMeanings</name>
    <message>
        <source>A CPU quota stopped it: raise the container&apos;s limit, or use fewer workers</source>
        <translation>Eine CPU-Quote hielt sie an: Heben Sie die Grenze des Containers an, oder nehmen Sie weniger Arbeiter</translation>
    </message>
    <message>
        <source>The CPU was too hot and lowered its clock: let it cool, and measure again</source>
        <translation>Die CPU war zu heiß und senkte ihren Takt: Lassen Sie sie abkühlen, und messen Sie noch einmal</translation>
    </message>
    <message>
        <source>Other guests of this machine had its CPUs for more than 1 % of it: measure when they are quiet</source>
        <translation>Andere Gäste dieser Maschine hatten ihre CPUs mehr als 1 % davon: Messen Sie, wenn sie ruhig sind</translation>
    </message>
    <message>
        <source>Somebody waited for a CPU for more than 5 % of it: close other programs, or use no more workers than CPUs</source>
        <translation>Jemand wartete mehr als 5 % davon auf eine CPU: Schließen Sie andere Programme, oder nehmen Sie nicht mehr Arbeiter als CPUs</translation>
    </message>
    <message>
        <source>Its threads were taken off their CPUs again and again: close other programs</source>
        <translation>Ihren Threads wurde immer wieder die CPU genommen: Schließen Sie andere Programme</translation>
    </message>
    <message>
        <source>Memory was touched for the first time, or came from a disk: use again what was touched before</source>
        <translation>Speicher wurde zum ersten Mal berührt oder kam von einer Platte: Verwenden Sie wieder, was schon berührt ist</translation>
    </message>
    <message>
        <source>It ended on another CPU than it began on: where many do, other programs compete with the workers</source>
        <translation>Sie endete auf einer anderen CPU, als sie begann: Wo das oft so ist, konkurrieren andere Programme mit den Arbeitern</translation>
    </message>
    <message>
        <source>Measured with assertions on: use the release build</source>
        <translation>Mit eingeschalteten Prüfungen gemessen: Nehmen Sie den Release-Bau</translation>
    </message>
    <message>
        <source>A debugger held the program: measure without it</source>
        <translation>Ein Debugger hielt das Programm: Messen Sie ohne ihn</translation>
    </message>
    <message>
        <source>Items were computed and stored: only later samples look them up</source>
        <translation>Elemente wurden berechnet und abgelegt: Erst spätere Stichproben schlagen sie nach</translation>
    </message>
    <message>
        <source>Threads of the runtime outlived its pool, so the next start is not quite cold</source>
        <translation>Threads der Laufzeitumgebung überlebten ihren Pool, der nächste Start ist also nicht ganz kalt</translation>
    </message>
    <message>
        <source>More workers than usable CPUs take turns: use no more workers than CPUs</source>
        <translation>Mehr Arbeiter als nutzbare CPUs wechseln sich ab: Nehmen Sie nicht mehr Arbeiter als CPUs</translation>
    </message>
    <message>
        <source>The pool chose %1 by itself</source>
        <translation>Der Pool wählte von sich aus %1</translation>
    </message>
    <message>
        <source>signals: cannot be waited for: %1</source>
        <translation>Signale: Auf sie kann nicht gewartet werden: %1</translation>
    </message>
    <message>
        <source>%1: a new folder is removed at once by another program</source>
        <translation>%1: Ein anderes Programm entfernt einen neuen Ordner sofort</translation>
    </message>
    <message>
        <source>What if: perfectly balanced workers</source>
        <translation>Was wäre, wenn: vollkommen ausgelastete Arbeiter</translation>
    </message>
    <message>
        <source>%1 is slower at %2 of %3 sizes, faster at none (from %4 to %5 items)</source>
        <translation>%1 ist bei %2 von %3 Größen langsamer, bei keiner schneller (von %4 bis %5 Elementen)</translation>
    </message>
    <message>
        <source>%1 is faster at %2 of %3 sizes, slower at none (from %4 to %5 items)</source>
        <translation>%1 ist bei %2 von %3 Größen schneller, bei keiner langsamer (von %4 bis %5 Elementen)</translation>
    </message>
    <message>
        <source>%1 is slower at %2 and faster at %3 of %4 sizes (from %5 to %6 items)</source>
        <translation>%1 ist bei %2 von %4 Größen langsamer und bei %3 schneller (von %5 bis %6 Elementen)</translation>
    </message>
    <message>
        <source>unpacked, it is larger than %1 bytes</source>
        <translation>ausgepackt ist sie größer als %1 Bytes</translation>
    </message>
    <message>
        <source>it is packed by gzip, and its end is missing</source>
        <translation>sie ist mit gzip gepackt, und ihr Ende fehlt</translation>
    </message>
    <message>
        <source>it is packed by gzip, and damaged</source>
        <translation>sie ist mit gzip gepackt und beschädigt</translation>
    </message>
</context>
</TS>
