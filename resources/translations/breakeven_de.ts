<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Breakeven</source>
        <translation>Über Breakeven</translation>
    </message>
    <message>
        <source>Breakeven %1 finds out where parallel pays.</source>
        <translation>Breakeven %1 findet heraus, wo sich Parallelität lohnt.</translation>
    </message>
    <message>
        <source>The window uses Qt %1 and Qt Charts and is distributed under the GNU General Public License, version 3. The measuring programs and libraries are distributed under the MIT licence.</source>
        <translation>Das Fenster verwendet Qt %1 und Qt Charts und wird unter der GNU General Public License, Version 3, verbreitet. Die messenden Programme und Bibliotheken werden unter der MIT-Lizenz verbreitet.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open an experiment, a run or a table of results</source>
        <translation>Ein Experiment, einen Lauf oder eine Ergebnistabelle öffnen</translation>
    </message>
    <message>
        <source>Save &amp;experiment…</source>
        <translation>E&amp;xperiment sichern…</translation>
    </message>
    <message>
        <source>Save what is to be measured, for this window or breakeven-cli run</source>
        <translation>Sichern, was zu messen ist, für dieses Fenster oder breakeven-cli run</translation>
    </message>
    <message>
        <source>Save &amp;run…</source>
        <translation>&amp;Lauf sichern…</translation>
    </message>
    <message>
        <source>Save every sample with the machine it was taken on</source>
        <translation>Jede Stichprobe sichern, mit der Maschine, auf der sie entstand</translation>
    </message>
    <message>
        <source>Export &amp;CSV…</source>
        <translation>&amp;CSV ausgeben…</translation>
    </message>
    <message>
        <source>Write the table of results, or all samples, as comma-separated values</source>
        <translation>Die Ergebnistabelle oder alle Stichproben als kommagetrennte Werte schreiben</translation>
    </message>
    <message>
        <source>Export c&amp;hart…</source>
        <translation>&amp;Diagramm ausgeben…</translation>
    </message>
    <message>
        <source>Save the chart in front as a PNG, SVG or PDF picture</source>
        <translation>Das vordere Diagramm als PNG-, SVG- oder PDF-Bild sichern</translation>
    </message>
    <message>
        <source>Write charts, findings, tables and method as one page</source>
        <translation>Diagramme, Befunde, Tabellen und Verfahren als eine Seite schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Stop measuring and close the window</source>
        <translation>Die Messung anhalten und das Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back the last change to the experiment</source>
        <translation>Die letzte Änderung am Experiment zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Die zurückgenommene Änderung wieder machen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Theme, language, the file of the history, notices</source>
        <translation>Farben, Sprache, die Datei der Historie, Hinweise</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Measure the experiment</source>
        <translation>Das Experiment messen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop measuring and keep what was measured</source>
        <translation>Die Messung anhalten und behalten, was gemessen wurde</translation>
    </message>
    <message>
        <source>&amp;System theme</source>
        <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>Hell oder dunkel, wie der Schreibtisch ist</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>Dark ink on light paper, for daylight and projectors</source>
        <translation>Dunkle Schrift auf hellem Grund, für Tageslicht und Projektoren</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>Light ink on dark paper</source>
        <translation>Helle Schrift auf dunklem Grund</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>Alle Felder dorthin zurückstellen, wo sie zuerst waren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>What the window shows, how it measures, what each word means</source>
        <translation>Was das Fenster zeigt, wie es misst, was jedes Wort bedeutet</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>Every key of the window on one sheet</source>
        <translation>Alle Tasten des Fensters auf einem Blatt</translation>
    </message>
    <message>
        <source>How far to &amp;trust this machine…</source>
        <translation>Wie weit dieser Maschine zu t&amp;rauen ist…</translation>
    </message>
    <message>
        <source>The self-test, and what was proven of the way of measuring</source>
        <translation>Der Selbsttest, und was über die Messweise bewiesen wurde</translation>
    </message>
    <message>
        <source>&amp;About Breakeven</source>
        <translation>Ü&amp;ber Breakeven</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Version und Lizenzen</translation>
    </message>
    <message>
        <source>&amp;Copy chart</source>
        <translation>Diagramm &amp;kopieren</translation>
    </message>
    <message>
        <source>Put the chart in front on the clipboard as a picture</source>
        <translation>Das vordere Diagramm als Bild in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Copy chart &amp;data</source>
        <translation>Diagramm&amp;daten kopieren</translation>
    </message>
    <message>
        <source>Put the points of the chart in front on the clipboard, with their intervals, as CSV</source>
        <translation>Die Punkte des vorderen Diagramms mit ihren Intervallen als CSV in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>&amp;Undo zoom</source>
        <translation>Zoom &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>What the chart in front showed before it was zoomed or moved</source>
        <translation>Was das vordere Diagramm zeigte, bevor es gezoomt oder verschoben wurde</translation>
    </message>
    <message>
        <source>Show &amp;whole chart</source>
        <translation>&amp;Ganzes Diagramm zeigen</translation>
    </message>
    <message>
        <source>Leave the zoom of the chart in front</source>
        <translation>Den Zoom des vorderen Diagramms verlassen</translation>
    </message>
    <message>
        <source>Open c&amp;lass…</source>
        <translation>&amp;Klasse öffnen…</translation>
    </message>
    <message>
        <source>Lay the runs of many learners side by side, all that lie in a folder</source>
        <translation>Die Läufe vieler Teilnehmer nebeneinanderlegen, alle, die in einem Ordner liegen</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>The lessons: a question, your prediction, and what this machine says</source>
        <translation>Die Lektionen: eine Frage, die eigene Vorhersage und was diese Maschine dazu sagt</translation>
    </message>
    <message>
        <source>&amp;Next lesson</source>
        <translation>&amp;Nächste Lektion</translation>
    </message>
    <message>
        <source>Open the lesson after this one</source>
        <translation>Öffnet die Lektion nach dieser</translation>
    </message>
    <message>
        <source>Pre&amp;vious lesson</source>
        <translation>&amp;Vorige Lektion</translation>
    </message>
    <message>
        <source>Open the lesson before this one</source>
        <translation>Öffnet die Lektion vor dieser</translation>
    </message>
    <message>
        <source>&amp;Presenter</source>
        <translation>Vor&amp;führen</translation>
    </message>
    <message>
        <source>One chart and its headline, large, for a room in daylight; again: back</source>
        <translation>Ein Diagramm und seine Überschrift, groß, für einen Raum bei Tageslicht; noch einmal: zurück</translation>
    </message>
    <message>
        <source>Export re&amp;port…</source>
        <translation>Be&amp;richt ausgeben…</translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation>&amp;Experiment</translation>
    </message>
    <message>
        <source>Go to what is measured</source>
        <translation>Zu dem, was gemessen wird</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>E&amp;rgebnisse</translation>
    </message>
    <message>
        <source>Go to the table of results</source>
        <translation>Zur Tabelle der Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>&amp;Stichproben</translation>
    </message>
    <message>
        <source>Go to the samples of one trial</source>
        <translation>Zu den Stichproben eines Versuchs</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historie</translation>
    </message>
    <message>
        <source>Go to the runs that are kept</source>
        <translation>Zu den Läufen, die aufbewahrt sind</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>Go to what happened when</source>
        <translation>Zu dem, was wann geschah</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>&amp;Befunde</translation>
    </message>
    <message>
        <source>Go to the findings in words</source>
        <translation>Zu den Befunden in Worten</translation>
    </message>
    <message>
        <source>&amp;What if</source>
        <translation>&amp;Was wäre wenn</translation>
    </message>
    <message>
        <source>Go to the sliders that move the measured curve</source>
        <translation>Zu den Reglern, die die gemessene Kurve verschieben</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Maschine</translation>
    </message>
    <message>
        <source>Go to the facts of this machine</source>
        <translation>Zu den Fakten dieser Maschine</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>&amp;Diagramm</translation>
    </message>
    <message>
        <source>Go to the chart in front, for the arrow keys</source>
        <translation>Zum Diagramm vorn, für die Pfeiltasten</translation>
    </message>
    <message>
        <source>The self-test runs, which an experiment would disturb</source>
        <translation>Der Selbsttest läuft; ein Experiment würde ihn stören</translation>
    </message>
    <message>
        <source>This experiment cannot be run here; its panel says why</source>
        <translation>Dieses Experiment kann hier nicht laufen; sein Feld sagt, warum</translation>
    </message>
</context>
<context>
    <name>ChartCommands</name>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Undo zoom</source>
        <translation>Zoom &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Show &amp;all of it</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>Samples of this &amp;trial</source>
        <translation>S&amp;tichproben dieses Versuchs</translation>
    </message>
    <message>
        <source>&amp;Hide this series</source>
        <translation>Diese Reihe &amp;verbergen</translation>
    </message>
    <message>
        <source>Show all &amp;series</source>
        <translation>Alle &amp;Reihen zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy as image</source>
        <translation>Als B&amp;ild kopieren</translation>
    </message>
    <message>
        <source>Copy series as CS&amp;V</source>
        <translation>Reihen als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>S&amp;eries</source>
        <translation>R&amp;eihen</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>&amp;Bild speichern…</translation>
    </message>
</context>
<context>
    <name>ChartFrame</name>
    <message>
        <source>No measurements to draw yet</source>
        <translation>Noch keine Messungen zu zeichnen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>DistributionText</name>
    <message>
        <source>middle half, median with its interval</source>
        <translation>mittlere Hälfte, Median mit seinem Intervall</translation>
    </message>
    <message>
        <source>outlier</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>far out</source>
        <translation>weit außerhalb</translation>
    </message>
    <message>
        <source>beyond the axis</source>
        <translation>jenseits der Achse</translation>
    </message>
    <message>
        <source>from the top in the order of measuring</source>
        <translation>von oben in der Reihenfolge der Messung</translation>
    </message>
    <message>
        <source>run far from the others</source>
        <translation>Lauf weit von den anderen</translation>
    </message>
</context>
<context>
    <name>Excerpt</name>
    <message>
        <source>… %1 lines more …</source>
        <translation>… %1 weitere Zeilen …</translation>
    </message>
</context>
<context>
    <name>FailedTrials</name>
    <message>
        <source>%1 More trials failed; the findings name them.</source>
        <translation>%1 Weitere Versuche scheiterten; die Befunde nennen sie.</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
</context>
<context>
    <name>HeatMapText</name>
    <message>
        <source>not resolved</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>break-even: pays to the right of it</source>
        <translation>Break-even: rechts davon lohnt es sich</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
</context>
<context>
    <name>LessonPlotText</name>
    <message>
        <source>your prediction</source>
        <translation>Ihre Vorhersage</translation>
    </message>
</context>
<context>
    <name>PlotText</name>
    <message>
        <source>chunks of %1</source>
        <translation>Blöcke à %1</translation>
    </message>
    <message>
        <source>1 worker</source>
        <translation>1 Arbeiter</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 Arbeiter</translation>
    </message>
    <message>
        <source>%1 at %2: %3, %4</source>
        <translation>%1, %2: %3, %4</translation>
    </message>
    <message>
        <source>%1: %2, samples: %3, the middle half from %4 to %5 of the median</source>
        <translation>%1: %2, Stichproben: %3, die mittlere Hälfte von %4 bis %5 des Medians</translation>
    </message>
    <message>
        <source>%1: %2 at %3, %4 at %5</source>
        <translation>%1: %2 (%3), %4 (%5)</translation>
    </message>
    <message>
        <source>%1: a line at %2</source>
        <translation>%1: eine Linie bei %2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
</context>
<context>
    <name>RowFrame</name>
    <message>
        <source>No measurements to draw yet</source>
        <translation>Noch keine Messungen zu zeichnen</translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>%1: %2, %3
begins at %4, lasts %5</source>
        <translation>%1: %2, %3
beginnt bei %4, dauert %5</translation>
    </message>
    <message>
        <source>The pass is over</source>
        <translation>Der Durchgang ist vorbei</translation>
    </message>
    <message>
        <source>%1: not recorded
its last spans were dropped</source>
        <translation>%1: nicht aufgezeichnet
seine letzten Abschnitte wurden weggelassen</translation>
    </message>
    <message>
        <source>%1: nothing of its own</source>
        <translation>%1: nichts Eigenes</translation>
    </message>
    <message>
        <source>%1: waiting
from %2, for %3</source>
        <translation>%1: wartet
ab %2, für %3</translation>
    </message>
    <message>
        <source>; chunks: %1, items: %2</source>
        <translation>; Blöcke: %1, Elemente: %2</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>rechnet</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>überträgt</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>fasst zusammen</translation>
    </message>
    <message>
        <source>caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>worker %1</source>
        <translation>Arbeiter %1</translation>
    </message>
    <message>
        <source>partial results: %1</source>
        <translation>Teilergebnisse: %1</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>Element %1</translation>
    </message>
    <message>
        <source>no items</source>
        <translation>keine Elemente</translation>
    </message>
    <message>
        <source>items %1–%2</source>
        <translation>Elemente %1–%2</translation>
    </message>
    <message>
        <source>%1: %2 spans from %3 to %4
%5</source>
        <translation>%1: %2 Abschnitte von %3 bis %4
%5</translation>
    </message>
    <message>
        <source>The pass took %1</source>
        <translation>Der Durchgang dauerte %1</translation>
    </message>
    <message>
        <source>Its last spans were not kept: %1</source>
        <translation>Seine letzten Abschnitte wurden nicht behalten: %1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>All workers</source>
        <translation>Alle Arbeiter</translation>
    </message>
</context>
<context>
    <name>TrustBox</name>
    <message>
        <source>Run this program?</source>
        <translation>Dieses Programm ausführen?</translation>
    </message>
    <message>
        <source>This experiment came from a file and runs programs of its own, which can do whatever you can do. Run them if you trust their author.</source>
        <translation>Dieses Experiment kam aus einer Datei und führt eigene Programme aus, die alles können, was Sie können. Führen Sie sie aus, wenn Sie dem Verfasser trauen.</translation>
    </message>
    <message>
        <source>What would run</source>
        <translation>Was ausgeführt würde</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>&amp;Do not run</source>
        <translation>&amp;Nicht ausführen</translation>
    </message>
</context>
<context>
    <name>breakeven::BackendList</name>
    <message>
        <source>It cannot run the workload %1</source>
        <translation>Es kann die Arbeitslast %1 nicht ausführen</translation>
    </message>
    <message>
        <source>Only a name that the program is told where its command says {backend}</source>
        <translation>Nur ein Name, der dem Programm gesagt wird, wo sein Befehl {backend} enthält</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (fehlt)</translation>
    </message>
    <message>
        <source>%1 (not in this build)</source>
        <translation>%1 (nicht in diesem Programm)</translation>
    </message>
    <message>
        <source>backends: none is chosen (choose at least one)</source>
        <translation>Backends: keines ist gewählt (wählen Sie mindestens eines)</translation>
    </message>
    <message>
        <source>backends: none of the chosen ones can run the workload %1 (choose one that can)</source>
        <translation>Backends: keines der gewählten kann die Arbeitslast %1 ausführen (wählen Sie eines, das es kann)</translation>
    </message>
</context>
<context>
    <name>breakeven::ChartTabs</name>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>What each worker did when</source>
        <translation>Was jeder Arbeiter wann tat</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>Several runs on one chart</source>
        <translation>Mehrere Läufe in einem Diagramm</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Two runs, trial by trial</source>
        <translation>Zwei Läufe, Versuch für Versuch</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>The runs of many learners side by side</source>
        <translation>Die Läufe vieler Teilnehmer nebeneinander</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>What you predict, and what is measured</source>
        <translation>Was Sie vorhersagen und was gemessen wird</translation>
    </message>
</context>
<context>
    <name>breakeven::ChartView</name>
    <message>
        <source>Drag a frame: zoom into it. A flat or narrow one zooms along one axis.
Wheel: zoom at the pointer; with Ctrl the values alone, with Shift what is below alone.
Wheel over the numbers of an axis: zoom that axis.
Shift and drag, or the middle button: move.
Backspace or Ctrl+Z: undo the last zoom. Double click, Home or 0: show all.
Click a point or press Enter: its samples. Click a name above or press H: hide it, or show it again.
Arrows: cross-hair. Shift and arrows: move. + and −: zoom. Right click: all commands.</source>
        <translation>Einen Rahmen ziehen: hineinzoomen. Ein flacher oder schmaler zoomt entlang einer Achse.
Mausrad: beim Zeiger zoomen; mit Strg nur die Werte, mit Umschalt nur, was unten steht.
Mausrad über den Zahlen einer Achse: diese Achse zoomen.
Umschalt und ziehen, oder die mittlere Taste: verschieben.
Rücktaste oder Strg+Z: den letzten Zoom zurücknehmen. Doppelklick, Pos1 oder 0: alles zeigen.
Einen Punkt anklicken oder Eingabe: seine Stichproben. Einen Namen oben anklicken oder H: verbergen oder wieder zeigen.
Pfeile: Fadenkreuz. Umschalt und Pfeile: verschieben. + und −: zoomen. Rechtsklick: alle Befehle.</translation>
    </message>
</context>
<context>
    <name>breakeven::ChartWithSwitches</name>
    <message>
        <source>What mouse and keys do with a chart</source>
        <translation>Was Maus und Tasten in einem Diagramm bewirken</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Leave the zoom: the whole chart (Home, or a double click)</source>
        <translation>Den Zoom verlassen: das ganze Diagramm (Pos1 oder ein Doppelklick)</translation>
    </message>
    <message>
        <source>Equal steps along the axis below stand for equal factors</source>
        <translation>Gleiche Schritte auf der unteren Achse stehen für gleiche Faktoren</translation>
    </message>
    <message>
        <source>Equal steps along the axis at the left stand for equal factors</source>
        <translation>Gleiche Schritte auf der linken Achse stehen für gleiche Faktoren</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>Werte logarithmisch</translation>
    </message>
    <message>
        <source>Logarithmic %1</source>
        <translation>%1 logarithmisch</translation>
    </message>
    <message>
        <source>Scales, zoom and all other commands of the chart</source>
        <translation>Skalen, Zoom und alle anderen Befehle des Diagramms</translation>
    </message>
</context>
<context>
    <name>breakeven::ClassPanel</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>&amp;Anonymous</source>
        <translation>Anon&amp;ym</translation>
    </message>
    <message>
        <source>Save re&amp;port…</source>
        <translation>Bericht si&amp;chern…</translation>
    </message>
    <message>
        <source>Speed-ups</source>
        <translation>Beschleunigungen</translation>
    </message>
    <message>
        <source>Break-evens</source>
        <translation>Break-evens</translation>
    </message>
    <message>
        <source>By machine</source>
        <translation>Nach Maschine</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Break-even, median (middle half)</source>
        <translation>Break-even, Median (mittlere Hälfte)</translation>
    </message>
    <message>
        <source>Speed-up, median (middle half)</source>
        <translation>Beschleunigung, Median (mittlere Hälfte)</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>Break-even (95 %)</source>
        <translation>Break-even (95 %)</translation>
    </message>
    <message>
        <source>Speed-up (95 %)</source>
        <translation>Beschleunigung (95 %)</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Far from the others</source>
        <translation>Weit von den anderen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Save table of the class</source>
        <translation>Tabelle der Klasse sichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Save report of the class</source>
        <translation>Bericht der Klasse sichern</translation>
    </message>
    <message>
        <source>Page for any browser (*.html)</source>
        <translation>Seite für jeden Browser (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Files of the class that were read</source>
        <translation>Gelesene Dateien der Klasse</translation>
    </message>
    <message>
        <source>Which way to execute the list is shown</source>
        <translation>Welche Art, die Liste auszuführen, gezeigt wird</translation>
    </message>
    <message>
        <source>One row for each run and series, as comma-separated values</source>
        <translation>Eine Zeile je Lauf und Reihe, als kommagetrennte Werte</translation>
    </message>
    <message>
        <source>The whole class as one page</source>
        <translation>Die ganze Klasse als eine Seite</translation>
    </message>
    <message>
        <source>Reading the runs of the class</source>
        <translation>Die Läufe der Klasse werden gelesen</translation>
    </message>
    <message>
        <source>No runs of a class yet</source>
        <translation>Noch keine Läufe einer Klasse</translation>
    </message>
    <message>
        <source>Drop the run files of a class onto the window, or the folder that holds them.</source>
        <translation>Ziehen Sie die Laufdateien einer Klasse auf das Fenster oder den Ordner, der sie enthält.</translation>
    </message>
    <message>
        <source>Runs (%1)</source>
        <translation>Läufe (%1)</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>far from the others</source>
        <translation>weit von den anderen</translation>
    </message>
    <message>
        <source>Far from the others (%1)</source>
        <translation>Weit von den anderen (%1)</translation>
    </message>
    <message>
        <source>Left out (%1)</source>
        <translation>Ausgelassen (%1)</translation>
    </message>
    <message>
        <source>Class saved to %1</source>
        <translation>Klasse in %1 gesichert</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Tabelle sichern…</translation>
    </message>
    <message>
        <source>Learners become numbers, here and in what is saved; files that are left out keep their names here alone</source>
        <translation>Teilnehmer werden zu Nummern, hier und in dem, was gesichert wird; Dateien, die wegbleiben, behalten nur hier ihren Namen</translation>
    </message>
</context>
<context>
    <name>breakeven::ComparisonModel</name>
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
        <source>not resolved</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>%1 at %2: %3 then, %4 now; %5</source>
        <translation>%1, %2: %3 damals, %4 jetzt; %5</translation>
    </message>
    <message>
        <source>%1 at %2: not planned in the other run, or it failed there</source>
        <translation>%1, %2: im anderen Lauf nicht geplant oder dort gescheitert</translation>
    </message>
    <message>
        <source>only in %1</source>
        <translation>nur in %1</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Backend, workers and pool, as far as they differ</source>
        <translation>Backend, Arbeiter und Pool, soweit sie sich unterscheiden</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Items in the list</source>
        <translation>Elemente der Liste</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Time of %1 over time of %2: above 1 the latter is faster</source>
        <translation>Zeit von %1, geteilt durch die Zeit von %2: Über 1 ist Letzterer schneller</translation>
    </message>
    <message>
        <source>%1 is</source>
        <translation>%1 ist</translation>
    </message>
    <message>
        <source>Faster, slower or the same within 1 %, all trials judged together</source>
        <translation>Schneller, langsamer oder gleich bis auf 1 %, alle Versuche gemeinsam beurteilt</translation>
    </message>
    <message>
        <source>not resolved: %1</source>
        <translation>nicht entschieden: %1</translation>
    </message>
    <message>
        <source>%1: median time of one list, and its 95 % interval</source>
        <translation>%1: mittlere Zeit einer Liste und ihr 95-%-Intervall</translation>
    </message>
</context>
<context>
    <name>breakeven::ComparisonPanel</name>
    <message>
        <source>“%1” and “%2” have no trial in common</source>
        <translation>„%1“ und „%2“ haben keinen gemeinsamen Versuch</translation>
    </message>
    <message>
        <source>From “%1” to “%2”: of %3 trials %4</source>
        <translation>Von „%1“ zu „%2“: von %3 Versuchen %4</translation>
    </message>
    <message>
        <source>Trials match when workload, parameters, backend, call, chunk, pool, size and workers are the same.</source>
        <translation>Versuche gehören zusammen, wenn Arbeitslast, Parameter, Backend, Aufruf, Block, Pool, Größe und Arbeiter gleich sind.</translation>
    </message>
    <message>
        <source>Different machines: the times compare machines, not programs.</source>
        <translation>Verschiedene Maschinen: Die Zeiten vergleichen Maschinen, nicht Programme.</translation>
    </message>
    <message>
        <source>&amp;Swap</source>
        <translation>Taus&amp;chen</translation>
    </message>
    <message>
        <source>See the first run from the second</source>
        <translation>Den ersten Lauf vom zweiten aus sehen</translation>
    </message>
    <message>
        <source>Trials of both runs</source>
        <translation>Versuche beider Läufe</translation>
    </message>
    <message>
        <source>What else differs between the runs</source>
        <translation>Was sich sonst zwischen den Läufen unterscheidet</translation>
    </message>
    <message>
        <source>Nothing is compared yet</source>
        <translation>Noch wird nichts verglichen</translation>
    </message>
    <message>
        <source>Choose two runs in the history and press Compare.</source>
        <translation>Wählen Sie in der Historie zwei Läufe und drücken Sie „Vergleichen“.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Break-even of %1 (items)</source>
        <translation>Break-even von %1 (Elemente)</translation>
    </message>
    <message>
        <source>not observable</source>
        <translation>nicht beobachtbar</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>not known of both</source>
        <translation>nicht von beiden bekannt</translation>
    </message>
    <message>
        <source>no fact differs</source>
        <translation>nichts unterscheidet sich</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Break-evens and environment (%1)</source>
        <translation>Break-evens und Umgebung (%1)</translation>
    </message>
</context>
<context>
    <name>breakeven::Course</name>
    <message>
        <source>nothing was measured</source>
        <translation>nichts wurde gemessen</translation>
    </message>
</context>
<context>
    <name>breakeven::CpuLabel</name>
    <message>
        <source>usable CPUs: %1 (%2)</source>
        <translation>nutzbare CPUs: %1 (%2)</translation>
    </message>
    <message>
        <source>usable CPUs: not observable</source>
        <translation>nutzbare CPUs: nicht beobachtbar</translation>
    </message>
</context>
<context>
    <name>breakeven::DroppedFiles</name>
    <message>
        <source>%1: not a file of this machine</source>
        <translation>%1: keine Datei auf dieser Maschine</translation>
    </message>
    <message>
        <source>%1: not opened, since experiments and results end in .json, .jsonl or .csv</source>
        <translation>%1: nicht geöffnet, denn Experimente und Ergebnisse enden auf .json, .jsonl oder .csv</translation>
    </message>
    <message>
        <source>Drop to open %1</source>
        <translation>Loslassen, um %1 zu öffnen</translation>
    </message>
    <message>
        <source>Drop to open %1 and to keep %2 more in the history</source>
        <translation>Loslassen, um %1 zu öffnen und %2 weitere in der Historie zu behalten</translation>
    </message>
    <message>
        <source> (and %1 more)</source>
        <translation> (und %1 weitere)</translation>
    </message>
    <message>
        <source>What dropping does</source>
        <translation>Was Loslassen bewirkt</translation>
    </message>
    <message>
        <source>Drop to show the runs of %1 as a class</source>
        <translation>Loslassen, um die Läufe in %1 als Klasse zu zeigen</translation>
    </message>
    <message>
        <source>Drop to show %1 and %2 more as a class</source>
        <translation>Loslassen, um %1 und %2 weitere als Klasse zu zeigen</translation>
    </message>
    <message>
        <source>Drop to keep %1 in the history</source>
        <translation>Ablegen, um %1 in der Historie aufzubewahren</translation>
    </message>
    <message>
        <source>Drop to keep %1 and %2 more in the history</source>
        <translation>Ablegen, um %1 und %2 weitere in der Historie aufzubewahren</translation>
    </message>
</context>
<context>
    <name>breakeven::ExperimentPanel</name>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>&amp;Workload</source>
        <translation>Arbei&amp;tslast</translation>
    </message>
    <message>
        <source>100,200,500 · 10:1e8 decades · 10:1e8:x2 powers · 1:9:+1 steps · 10:1e6:n13 points</source>
        <translation>100,200,500 · 10:1e8 Zehnerpotenzen · 10:1e8:x2 Potenzen · 1:9:+1 Schritte · 10:1e6:n13 Punkte</translation>
    </message>
    <message>
        <source>Si&amp;zes</source>
        <translation>&amp;Größen</translation>
    </message>
    <message>
        <source>1,2,4 · 1:8:x2 · -1 all usable CPUs, -2 all but one · 1.5x of the CPUs · all · physical</source>
        <translation>1,2,4 · 1:8:x2 · -1 alle nutzbaren CPUs, -2 alle bis auf eine · 1.5x der CPUs · all · physical</translation>
    </message>
    <message>
        <source>Wor&amp;kers</source>
        <translation>A&amp;rbeiter</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Items handed over together: auto, pool, or counts such as 1, 100</source>
        <translation>Elemente, die zusammen übergeben werden: auto, pool oder Zahlen wie 1, 100</translation>
    </message>
    <message>
        <source>Chunks handed over whose results are not back yet: all, counts such as 4, or 2*n_jobs with n_jobs workers</source>
        <translation>Übergebene Blöcke, deren Ergebnisse noch nicht zurück sind: all, Zahlen wie 4, oder 2*n_jobs mit n_jobs Arbeitern</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>The whole experiment ends after this time at the latest</source>
        <translation>Das ganze Experiment endet spätestens nach dieser Zeit</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>A trial is done when its interval is this narrow: half its width over the median</source>
        <translation>Ein Versuch ist fertig, wenn sein Intervall so schmal ist: halbe Breite, geteilt durch den Median</translation>
    </message>
    <message>
        <source>Fresh processes that the samples come from; one launch cannot show what differs between launches</source>
        <translation>Frische Prozesse, aus denen die Stichproben kommen; ein einziger kann nicht zeigen, was von einem zum anderen verschieden ist</translation>
    </message>
    <message>
        <source>&amp;Time limit</source>
        <translation>&amp;Zeitgrenze</translation>
    </message>
    <message>
        <source>Case %1 of %2: %3, %4</source>
        <translation>Fall %1 von %2: %3, %4</translation>
    </message>
    <message>
        <source>%1 (not in this build)</source>
        <translation>%1 (nicht in diesem Programm)</translation>
    </message>
    <message>
        <source>1 size: %1</source>
        <translation>1 Größe: %1</translation>
    </message>
    <message>
        <source>%1 sizes: %2</source>
        <translation>%1 Größen: %2</translation>
    </message>
    <message>
        <source>Means %1 here</source>
        <translation>Heißt hier %1</translation>
    </message>
    <message>
        <source>1 trial</source>
        <translation>1 Versuch</translation>
    </message>
    <message>
        <source>%1 trials</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>at most %1 s</source>
        <translation>höchstens %1 s</translation>
    </message>
    <message>
        <source>lists up to %1</source>
        <translation>Listen bis %1</translation>
    </message>
    <message>
        <source>sizes: the largest list needs %1 of memory (at most %2, half of what is available)</source>
        <translation>Größen: die größte Liste braucht %1 Speicher (höchstens %2, die Hälfte des verfügbaren)</translation>
    </message>
    <message>
        <source>Backen&amp;ds</source>
        <translation>Bac&amp;kends</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Launches</source>
        <translation>Messstarts</translation>
    </message>
</context>
<context>
    <name>breakeven::FindingsPanel</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>What to use</source>
        <translation>Was zu nehmen ist</translation>
    </message>
    <message>
        <source>What follows from the numbers is said here as soon as there are some.</source>
        <translation>Was aus den Zahlen folgt, steht hier, sobald es welche gibt.</translation>
    </message>
    <message>
        <source>Pitfalls seen</source>
        <translation>Gesehene Fallstricke</translation>
    </message>
    <message>
        <source>Looked for, and not seen</source>
        <translation>Gesucht und nicht gesehen</translation>
    </message>
    <message>
        <source>Ruled out by the way of measuring</source>
        <translation>Durch die Messweise ausgeschlossen</translation>
    </message>
    <message>
        <source>Not observable here</source>
        <translation>Hier nicht beobachtbar</translation>
    </message>
    <message>
        <source>Show those seen</source>
        <translation>Nur die gesehenen zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>%1 pitfalls: %2 seen, %3 not seen, %4 ruled out, %5 not observable here.</source>
        <translation>%1 Fallstricke: %2 gesehen, %3 nicht gesehen, %4 ausgeschlossen, %5 hier nicht beobachtbar.</translation>
    </message>
</context>
<context>
    <name>breakeven::HeadlinePanel</name>
    <message>
        <source>1 sample</source>
        <translation>1 Stichprobe</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Stichproben</translation>
    </message>
    <message>
        <source>%1 of 1 trial</source>
        <translation>%1 von 1 Versuch</translation>
    </message>
    <message>
        <source>%1 of %2 trials</source>
        <translation>%1 von %2 Versuchen</translation>
    </message>
    <message>
        <source>Nothing was measured: %1</source>
        <translation>Nichts wurde gemessen: %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>langsamer</translation>
    </message>
    <message>
        <source>, pays from %1</source>
        <translation>, lohnt sich ab %1</translation>
    </message>
    <message>
        <source>To resolve this, more than a hundred times the rounds would be needed.</source>
        <translation>Um dies zu entscheiden, bräuchte es mehr als das Hundertfache der Runden.</translation>
    </message>
    <message>
        <source>one more round</source>
        <translation>eine weitere Runde</translation>
    </message>
    <message>
        <source>about %1 more rounds</source>
        <translation>etwa %1 weitere Runden</translation>
    </message>
    <message>
        <source>To resolve the nearest size, %1 would be needed (%2 of measuring at least).</source>
        <translation>Um die nächstliegende Größe zu entscheiden, bräuchte es %1 (mindestens %2 Messzeit).</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>How many items your own lists have: 50 000, 5e4</source>
        <translation>Wie viele Elemente Ihre eigenen Listen haben: 50 000, 5e4</translation>
    </message>
    <message>
        <source>&amp;Your size</source>
        <translation>&amp;Ihre Größe</translation>
    </message>
    <message>
        <source>Pick an experiment, or press Run for overhead versus size</source>
        <translation>Wählen Sie ein Experiment, oder drücken Sie „Messen“ für Mehraufwand nach Größe</translation>
    </message>
    <message>
        <source>Press Run to measure: %1</source>
        <translation>„Messen“ misst: %1</translation>
    </message>
    <message>
        <source>Stopping; what was measured is kept</source>
        <translation>Hält an; was gemessen wurde, bleibt</translation>
    </message>
    <message>
        <source>Measuring %1</source>
        <translation>Misst %1</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Complete: %1 in %2</source>
        <translation>Vollständig: %1 in %2</translation>
    </message>
    <message>
        <source>The time limit was reached after %2: %1</source>
        <translation>Die Zeitgrenze wurde nach %2 erreicht: %1</translation>
    </message>
    <message>
        <source>Stopped after %2: %1 are kept</source>
        <translation>Nach %2 angehalten: %1 bleiben</translation>
    </message>
    <message>
        <source>Failed after %2: %1 are kept</source>
        <translation>Nach %2 gescheitert: %1 bleiben</translation>
    </message>
    <message>
        <source>Measuring the first sizes</source>
        <translation>Misst die ersten Größen</translation>
    </message>
    <message>
        <source>Answered as soon as serial and parallel are measured</source>
        <translation>Die Antwort kommt, sobald seriell und parallel gemessen sind</translation>
    </message>
    <message>
        <source> (not measured there; the nearest size stands in)</source>
        <translation> (dort nicht gemessen; die nächstliegende Größe steht dafür)</translation>
    </message>
    <message>
        <source>one more launch</source>
        <translation>einen weiteren Messstart</translation>
    </message>
    <message>
        <source>about %1 more launches</source>
        <translation>etwa %1 weitere Messstarts</translation>
    </message>
    <message>
        <source>This is overhead versus size, measured just now on this machine in %1. Pick another experiment, or change this one and press Run. The lessons (Ctrl+L) explain what such curves say.</source>
        <translation>Das ist Mehraufwand nach Größe, eben auf dieser Maschine in %1 gemessen. Wählen Sie ein anderes Experiment, oder ändern Sie dieses und drücken Sie „Messen“. Die Lektionen (Strg+L) erklären, was solche Kurven sagen.</translation>
    </message>
    <message>
        <source>, not resolved: %1</source>
        <translation>, nicht entschieden: %1</translation>
    </message>
    <message>
        <source>, never pays up to %1</source>
        <translation>, lohnt sich bis %1 nie</translation>
    </message>
    <message>
        <source>Complete: %1</source>
        <translation>Vollständig: %1</translation>
    </message>
    <message>
        <source>Interrupted: %1 are kept</source>
        <translation>Unterbrochen: %1 bleiben</translation>
    </message>
</context>
<context>
    <name>breakeven::HelpBrowser</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Shows the pages that have it; Enter goes on to the next place</source>
        <translation>Zeigt die Seiten, die es enthalten; Eingabe geht zur nächsten Stelle</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>breakeven::HistoryDetails</name>
    <message>
        <source>Your own words for runs that belong together, with commas between them</source>
        <translation>Eigene Wörter für Läufe, die zusammengehören, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>What you want to remember of this run; the search finds its words</source>
        <translation>Was Sie sich zu diesem Lauf merken möchten; die Suche findet die Wörter</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Choose one run</source>
        <translation>Wählen Sie einen Lauf</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
</context>
<context>
    <name>breakeven::HistoryModel</name>
    <message>
        <source>Started %1, %2 samples</source>
        <translation>Begonnen %1, %2 Stichproben</translation>
    </message>
    <message>
        <source> in %1</source>
        <translation> in %1</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Auf %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>The history cannot be used: %1</source>
        <translation>Die Historie ist nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>The history cannot be read: %1</source>
        <translation>Die Historie ist nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>History: %1</source>
        <translation>Historie: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>How the run ended, or that it goes on</source>
        <translation>Wie der Lauf endete, oder dass er noch läuft</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What you call the run; at first the experiment&apos;s title</source>
        <translation>Wie Sie den Lauf nennen; zuerst wie das Experiment</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Your own words for runs that belong together</source>
        <translation>Eigene Wörter für Läufe, die zusammengehören</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Processor and usable CPUs</source>
        <translation>Prozessor und nutzbare CPUs</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Combinations of size, backend and workers that were measured</source>
        <translation>Kombinationen aus Größe, Backend und Arbeitern, die gemessen wurden</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>The one sentence that answers the experiment</source>
        <translation>Der eine Satz, der das Experiment beantwortet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>It is being measured now.</source>
        <translation>Er wird gerade gemessen.</translation>
    </message>
    <message>
        <source>All that was wanted was measured.</source>
        <translation>Alles Gewünschte wurde gemessen.</translation>
    </message>
    <message>
        <source>The time limit was reached; what was measured until then is kept.</source>
        <translation>Die Zeitgrenze wurde erreicht; was bis dahin gemessen wurde, bleibt.</translation>
    </message>
    <message>
        <source>It was stopped by hand; what was measured until then is kept.</source>
        <translation>Er wurde von Hand angehalten; was bis dahin gemessen wurde, bleibt.</translation>
    </message>
    <message>
        <source>It was killed, or lost its window; what was measured until then is kept.</source>
        <translation>Er wurde beendet oder verlor sein Fenster; was bis dahin gemessen wurde, bleibt.</translation>
    </message>
    <message>
        <source>Not taken into the history: %1</source>
        <translation>Nicht in die Historie übernommen: %1</translation>
    </message>
    <message>
        <source>1 run taken into the history</source>
        <translation>1 Lauf in die Historie übernommen</translation>
    </message>
    <message>
        <source>%1 runs taken into the history</source>
        <translation>%1 Läufe in die Historie übernommen</translation>
    </message>
    <message>
        <source>, 1 was there already</source>
        <translation>, 1 war schon da</translation>
    </message>
    <message>
        <source>, %1 were there already</source>
        <translation>, %1 waren schon da</translation>
    </message>
    <message>
        <source>It could not go on, or all that was to be compared was refused; what was measured is kept.</source>
        <translation>Er konnte nicht weitergehen, oder alles zu Vergleichende wurde verweigert; was gemessen wurde, bleibt.</translation>
    </message>
    <message>
        <source>The run was in the history already</source>
        <translation>Der Lauf war schon in der Historie</translation>
    </message>
</context>
<context>
    <name>breakeven::HistoryPanel</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>In der Historie suchen</translation>
    </message>
    <message>
        <source>Search name, tags, note, machine</source>
        <translation>Name, Schlagwörter, Notiz, Maschine</translation>
    </message>
    <message>
        <source>Runs that have all these words (Ctrl+F)</source>
        <translation>Läufe, die all diese Wörter enthalten (Strg+F)</translation>
    </message>
    <message>
        <source>Show the runs that were deleted, to bring them back</source>
        <translation>Die gelöschten Läufe zeigen, um sie zurückzuholen</translation>
    </message>
    <message>
        <source>Open the history once more</source>
        <translation>Die Historie noch einmal öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show the run in the window</source>
        <translation>Den Lauf im Fenster zeigen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Two runs, trial by trial: what became faster or slower</source>
        <translation>Zwei Läufe, Versuch für Versuch: was schneller oder langsamer wurde</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>Two to six runs on one chart</source>
        <translation>Zwei bis sechs Läufe in einem Diagramm</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Give the run a name of your own</source>
        <translation>Dem Lauf einen eigenen Namen geben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the runs, which can be undone</source>
        <translation>Die Läufe löschen, was sich zurücknehmen lässt</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring deleted runs back</source>
        <translation>Gelöschte Läufe zurückholen</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>Zurückholen, was zuletzt gelöscht wurde</translation>
    </message>
    <message>
        <source>This history cannot be written: its runs can be opened and compared, not changed</source>
        <translation>Diese Historie ist schreibgeschützt: Ihre Läufe lassen sich öffnen und vergleichen, aber nicht ändern</translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message>
        <source>Deleted %1 runs</source>
        <translation>%1 Läufe gelöscht</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>Endgültig entfernen …</translation>
    </message>
    <message>
        <source>Remove all deleted runs for good</source>
        <translation>Alle gelöschten Läufe endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove all deleted runs for good? They cannot be brought back.</source>
        <translation>Alle gelöschten Läufe endgültig entfernen? Sie lassen sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Deleted ones</source>
        <translation>Gelöschte</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Runs that have all the words you type</source>
        <translation>Läufe, die alle getippten Wörter enthalten</translation>
    </message>
</context>
<context>
    <name>breakeven::HistoryTable</name>
    <message>
        <source>History of runs</source>
        <translation>Historie der Läufe</translation>
    </message>
    <message>
        <source>No run has all of these words: %1</source>
        <translation>Kein Lauf enthält all diese Wörter: %1</translation>
    </message>
    <message>
        <source>No run is deleted</source>
        <translation>Kein Lauf ist gelöscht</translation>
    </message>
    <message>
        <source>Every run is kept here, to be opened, named and compared. Press Run for the first one.</source>
        <translation>Jeder Lauf wird hier behalten, um geöffnet, benannt und verglichen zu werden. „Messen“ macht den ersten.</translation>
    </message>
</context>
<context>
    <name>breakeven::InterruptedBar</name>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>“%1” of %2 was interrupted; its %3 samples until then are kept</source>
        <translation>„%1“ von %2 wurde abgebrochen; die %3 Stichproben bis dahin sind da</translation>
    </message>
</context>
<context>
    <name>breakeven::LessonChart</name>
    <message>
        <source>Chart of the lesson</source>
        <translation>Diagramm der Lektion</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>%1, after</source>
        <translation>%1, nachher</translation>
    </message>
</context>
<context>
    <name>breakeven::LessonPanel</name>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>done, its check: %1</source>
        <translation>fertig, Prüfung: %1</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>‹ Lessons</source>
        <translation>‹ Lektionen</translation>
    </message>
    <message>
        <source>Back to the list; this lesson stays as it is</source>
        <translation>Zurück zur Liste; diese Lektion bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation>Text des Schritts</translation>
    </message>
    <message>
        <source>Measures again with this changed, and again without it when it is taken back</source>
        <translation>Misst noch einmal mit dieser Änderung und, wenn sie zurückgenommen wird, noch einmal ohne sie</translation>
    </message>
    <message>
        <source>The same lesson, measured on another machine</source>
        <translation>Dieselbe Lektion, auf einer anderen Maschine gemessen</translation>
    </message>
    <message>
        <source>Answer of the check</source>
        <translation>Antwort der Prüfung</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Z&amp;urück</translation>
    </message>
    <message>
        <source>Each lesson asks, lets you predict, measures on this machine and compares. %1 of %2 done.</source>
        <translation>Jede Lektion fragt, lässt Sie vorhersagen, misst auf dieser Maschine und vergleicht. %1 von %2 fertig.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Measuring; the curves grow on the chart</source>
        <translation>Es wird gemessen; die Kurven wachsen im Diagramm</translation>
    </message>
    <message>
        <source>Measured. Go on, or measure once more.</source>
        <translation>Gemessen. Weiter, oder noch einmal messen.</translation>
    </message>
    <message>
        <source>Measured. Go on, or take it back and measure once more.</source>
        <translation>Gemessen. Weiter, oder zurücknehmen und noch einmal messen.</translation>
    </message>
    <message>
        <source>Stopped before it was whole. What was measured is on the chart; run it again for an answer.</source>
        <translation>Angehalten, bevor alles gemessen war. Was gemessen wurde, steht im Diagramm; noch einmal messen gibt eine Antwort.</translation>
    </message>
    <message>
        <source>Failed: %1. Run it again, or go on to another lesson.</source>
        <translation>Fehlgeschlagen: %1. Noch einmal messen oder mit einer anderen Lektion weitermachen.</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>Anhalt&amp;en</translation>
    </message>
    <message>
        <source>R&amp;un again</source>
        <translation>Noch einmal m&amp;essen</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>M&amp;essen</translation>
    </message>
    <message>
        <source>All less&amp;ons</source>
        <translation>Alle Lekti&amp;onen</translation>
    </message>
    <message>
        <source>Ne&amp;xt lesson</source>
        <translation>Nächste Lekti&amp;on</translation>
    </message>
    <message>
        <source>Enter or a click opens a lesson</source>
        <translation>Eingabe oder ein Klick öffnet eine Lektion</translation>
    </message>
</context>
<context>
    <name>breakeven::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Notes of the run, failed trials and saved files are listed here</source>
        <translation>Notizen des Laufs, gescheiterte Versuche und gesicherte Dateien stehen hier</translation>
    </message>
</context>
<context>
    <name>breakeven::MachinePanel</name>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Usable CPUs</source>
        <translation>Nutzbare CPUs</translation>
    </message>
    <message>
        <source>Limited by</source>
        <translation>Begrenzt durch</translation>
    </message>
    <message>
        <source>not observable</source>
        <translation>nicht beobachtbar</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>none seen</source>
        <translation>keine gesehen</translation>
    </message>
    <message>
        <source>Nothing that disturbs samples was seen on this machine</source>
        <translation>Auf dieser Maschine wurde nichts gesehen, was Stichproben stört</translation>
    </message>
    <message>
        <source>Advice, looked at %1</source>
        <translation>Rat, nachgesehen um %1</translation>
    </message>
    <message>
        <source>The file of another program does not tell what disturbed its samples</source>
        <translation>Die Datei eines anderen Programms sagt nicht, was ihre Messwerte störte</translation>
    </message>
</context>
<context>
    <name>breakeven::MachineTrust</name>
    <message>
        <source>as aimed at</source>
        <translation>wie angestrebt</translation>
    </message>
    <message>
        <source>as it must be</source>
        <translation>wie gefordert</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>for contrast</source>
        <translation>zum Vergleich</translation>
    </message>
    <message>
        <source>How far to trust this machine</source>
        <translation>Wie weit dieser Maschine zu trauen ist</translation>
    </message>
    <message>
        <source>The self-test measures trials against themselves. What comes out different then is an error, and the width of the intervals says which differences can be seen here.</source>
        <translation>Der Selbsttest misst Versuche gegen sich selbst. Was dann verschieden herauskommt, ist ein Fehler, und die Breite der Intervalle sagt, welche Unterschiede hier zu sehen sind.</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>Was gemessen wurde</translation>
    </message>
    <message>
        <source>Found (95 %)</source>
        <translation>Gefunden (95 %)</translation>
    </message>
    <message>
        <source>Must</source>
        <translation>Gefordert</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>Angestrebt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What was found where the right answer is known, on the machine that this version was made on. The programs are part of the source, under tests/benchmarks.</source>
        <translation>Was gefunden wurde, wo die richtige Antwort bekannt ist, auf der Maschine, auf der diese Version entstand. Die Programme gehören zum Quelltext, unter tests/benchmarks.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Diese Maschine</translation>
    </message>
    <message>
        <source>The way of measuring</source>
        <translation>Die Messweise</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Run the self-test (about a minute)</source>
        <translation>&amp;Selbsttest ausführen (etwa eine Minute)</translation>
    </message>
    <message>
        <source>After the experiment that runs now</source>
        <translation>Nach dem Experiment, das gerade läuft</translation>
    </message>
    <message>
        <source>Measuring equals against each other. Leave the machine alone meanwhile.</source>
        <translation>Misst Gleiches gegeneinander. Lassen Sie die Maschine so lange in Ruhe.</translation>
    </message>
    <message>
        <source>The self-test could not be run: %1</source>
        <translation>Der Selbsttest ließ sich nicht ausführen: %1</translation>
    </message>
    <message>
        <source>It has not been run on this machine yet.</source>
        <translation>Auf dieser Maschine lief er noch nicht.</translation>
    </message>
    <message>
        <source>Verdicts can be trusted as they are given.</source>
        <translation>Den Urteilen ist zu trauen, wie sie sind.</translation>
    </message>
    <message>
        <source>That is more than chance explains: close what else runs, and repeat.</source>
        <translation>Das ist mehr, als der Zufall erklärt: Schließen Sie, was sonst läuft, und wiederholen Sie ihn.</translation>
    </message>
    <message>
        <source>Measured over true time of a spinning loop</source>
        <translation>Gemessene durch wahre Zeit einer Warteschleife</translation>
    </message>
    <message>
        <source>Equals that came out different</source>
        <translation>Gleiche, die verschieden herauskamen</translation>
    </message>
    <message>
        <source>Intervals that hold the truth, simulated</source>
        <translation>Intervalle, die die Wahrheit enthalten, simuliert</translation>
    </message>
    <message>
        <source>Break-even intervals that hold the truth, simulated</source>
        <translation>Break-even-Intervalle, die die Wahrheit enthalten, simuliert</translation>
    </message>
    <message>
        <source>The same break-even, measured again</source>
        <translation>Derselbe Break-even, wieder gemessen</translation>
    </message>
    <message>
        <source>A slowdown of 5 %, found within 10 s</source>
        <translation>Eine Verlangsamung um 5 %, binnen 10 s gefunden</translation>
    </message>
    <message>
        <source>Bias while another program&apos;s load grows</source>
        <translation>Verzerrung, während die Last eines anderen Programms wächst</translation>
    </message>
    <message>
        <source>oneTBB right after OpenMP over oneTBB alone</source>
        <translation>oneTBB gleich nach OpenMP durch oneTBB allein</translation>
    </message>
    <message>
        <source>Times with the window open over those without</source>
        <translation>Zeiten mit offenem Fenster durch die ohne</translation>
    </message>
    <message>
        <source>Share of a run&apos;s time inside samples</source>
        <translation>Anteil der Zeit eines Laufs innerhalb von Stichproben</translation>
    </message>
    <message>
        <source>%1 of %2 as aimed at</source>
        <translation>%1 von %2 wie angestrebt</translation>
    </message>
    <message>
        <source>%1: %2. %3
Measured on: %4</source>
        <translation>%1: %2. %3
Gemessen auf: %4</translation>
    </message>
    <message>
        <source>Our medians over Google Benchmark&apos;s</source>
        <translation>Unsere Mediane durch die von Google Benchmark</translation>
    </message>
    <message>
        <source>%1 measures: %2 as aimed at, %3 as they must be, %4 missed.</source>
        <translation>%1 Maße: %2 wie angestrebt, %3 wie gefordert, %4 verfehlt.</translation>
    </message>
</context>
<context>
    <name>breakeven::MainWindow</name>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF-Seite (*.pdf)</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm ausgeben</translation>
    </message>
    <message>
        <source>Chart saved to %1</source>
        <translation>Diagramm in %1 gesichert</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Experiments that come with Breakeven</source>
        <translation>Experimente, die Breakeven mitbringt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Folder with the runs of a class</source>
        <translation>Ordner mit den Läufen einer Klasse</translation>
    </message>
    <message>
        <source>Lesson %1 of %2</source>
        <translation>Lektion %1 von %2</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>E&amp;xperiments</source>
        <translation>&amp;Experimente</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>G&amp;ehe zu</translation>
    </message>
</context>
<context>
    <name>breakeven::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>breakeven::OverlayPanel</name>
    <message>
        <source>What of the runs is drawn</source>
        <translation>Was von den Läufen gezeichnet wird</translation>
    </message>
    <message>
        <source>Several runs on one chart</source>
        <translation>Mehrere Läufe in einem Diagramm</translation>
    </message>
    <message>
        <source>Choose two to six runs in the history and press Overlay</source>
        <translation>Wählen Sie in der Historie zwei bis sechs Läufe und drücken Sie „Überlagern“</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Nothing is overlaid yet</source>
        <translation>Noch nichts übereinandergelegt</translation>
    </message>
    <message>
        <source>%1 runs on one chart: %2</source>
        <translation>%1 Läufe in einem Diagramm: %2</translation>
    </message>
</context>
<context>
    <name>breakeven::ParamField</name>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 bis %2 %3</translation>
    </message>
    <message>
        <source>{size} stands for the size of the list, {workers} for the number of workers, {backend} for the name of the backend. Quotes keep words with blanks together; no shell reads the line.</source>
        <translation>{size} steht für die Größe der Liste, {workers} für die Zahl der Arbeiter, {backend} für den Namen des Backends. Anführungszeichen halten Wörter mit Leerzeichen zusammen; keine Shell liest die Zeile.</translation>
    </message>
    <message>
        <source>%1: none is chosen (the path of a file)</source>
        <translation>%1: nichts ist gewählt (der Pfad einer Datei)</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is not there (the path of a file)</source>
        <translation>%1: „%2“ ist nicht da (der Pfad einer Datei)</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is not there (the path of a folder, or none)</source>
        <translation>%1: „%2“ ist nicht da (der Pfad eines Ordners oder keiner)</translation>
    </message>
    <message>
        <source>%1: nothing is there to run (a program and its arguments)</source>
        <translation>%1: nichts ist auszuführen (ein Programm und seine Argumente)</translation>
    </message>
    <message>
        <source>%1: nothing is there to run (the source of a program)</source>
        <translation>%1: nichts ist auszuführen (der Quelltext eines Programms)</translation>
    </message>
    <message>
        <source>%1 values; an edit makes them one</source>
        <translation>%1 Werte; eine Änderung macht einen daraus</translation>
    </message>
    <message>
        <source>%1 values: %2</source>
        <translation>%1 Werte: %2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>program {size} {workers}</source>
        <translation>programm {size} {workers}</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one</source>
        <translation>Eine Datei hierher ziehen oder auswählen</translation>
    </message>
    <message>
        <source>Drop a folder here, or choose one</source>
        <translation>Einen Ordner hierher ziehen oder auswählen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner auswählen</translation>
    </message>
</context>
<context>
    <name>breakeven::PathEdit</name>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>breakeven::PredictionPanel</name>
    <message>
        <source>Your prediction</source>
        <translation>Ihre Vorhersage</translation>
    </message>
    <message>
        <source>Your curve, a value for each place</source>
        <translation>Ihre Kurve, ein Wert für jede Stelle</translation>
    </message>
    <message>
        <source>Takes the drawn curve away</source>
        <translation>Nimmt die gezeichnete Kurve weg</translation>
    </message>
    <message>
        <source>Your prediction, %1:</source>
        <translation>Ihre Vorhersage, %1:</translation>
    </message>
    <message>
        <source>Drag across the chart to draw your curve, or type a value for each place:</source>
        <translation>Ziehen Sie mit gedrückter Maustaste über das Diagramm, um Ihre Kurve zu zeichnen, oder geben Sie für jede Stelle einen Wert ein:</translation>
    </message>
    <message>
        <source>D&amp;raw anew</source>
        <translation>N&amp;eu zeichnen</translation>
    </message>
</context>
<context>
    <name>breakeven::Presenter</name>
    <message>
        <source>← → lessons · 1–9 charts · Esc back</source>
        <translation>← → Lektionen · 1–9 Diagramme · Esc zurück</translation>
    </message>
    <message>
        <source>Presenter</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>Right, Down, Page down, Space: next lesson. Left, Up, Page up, Backspace: the one before.
Ctrl+R: measure. S: the switch of the lesson. 1 to 9: a chart. Escape or F5: back to the window.</source>
        <translation>Rechts, Ab, Bild ab, Leertaste: nächste Lektion. Links, Auf, Bild auf, Rücktaste: die vorige.
Strg+R: messen. S: der Schalter der Lektion. 1 bis 9: ein Diagramm. Esc oder F5: zurück zum Fenster.</translation>
    </message>
</context>
<context>
    <name>breakeven::ProgressStrip</name>
    <message>
        <source>%1 % · %2 left</source>
        <translation>%1 % · noch %2</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>The times should be known to ± %1 % then</source>
        <translation>Die Zeiten dürften dann auf ± %1 % bekannt sein</translation>
    </message>
</context>
<context>
    <name>breakeven::RecentFiles</name>
    <message>
        <source>%1: is no longer there, and left the list of recent files</source>
        <translation>%1: ist nicht mehr da und fiel aus der Liste der zuletzt geöffneten</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <source>Empty the list; the files stay</source>
        <translation>Die Liste leeren; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Open rece&amp;nt</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>breakeven::ResultsModel</name>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>langsamer</translation>
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
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>More than a hundred times the rounds would be needed to tell.</source>
        <translation>Mehr als das Hundertfache der Runden bräuchte es für ein Urteil.</translation>
    </message>
    <message>
        <source>One more round</source>
        <translation>Eine weitere Runde</translation>
    </message>
    <message>
        <source>About %1 more rounds</source>
        <translation>Etwa %1 weitere Runden</translation>
    </message>
    <message>
        <source>, each in a launch of its own,</source>
        <translation>, jede in einem eigenen Messstart,</translation>
    </message>
    <message>
        <source> (%1 of measuring at least)</source>
        <translation> (mindestens %1 Messzeit)</translation>
    </message>
    <message>
        <source>%1 would probably show it to be %2.</source>
        <translation>%1 würde ihn wahrscheinlich als %2 zeigen.</translation>
    </message>
    <message>
        <source>not resolved: %1</source>
        <translation>nicht entschieden: %1</translation>
    </message>
    <message>
        <source>%1, more than CPUs</source>
        <translation>%1, mehr als CPUs</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>median %1 of %2 samples</source>
        <translation>Median %1 aus %2 Stichproben</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>%1 vs %2 %3</source>
        <translation>%1 gegen %2 %3</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
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
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Backend, workers and pool, as far as they differ</source>
        <translation>Backend, Arbeiter und Pool, soweit sie sich unterscheiden</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Items in the list</source>
        <translation>Elemente der Liste</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>Threads or processes that execute the list</source>
        <translation>Threads oder Prozesse, die die Liste ausführen</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Median time of one list, and its 95 % interval</source>
        <translation>Mittlere Zeit einer Liste und ihr 95-%-Intervall</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>Time of the serial base over this time, both from the same rounds, and its 95 % interval</source>
        <translation>Zeit der seriellen Basis, geteilt durch diese Zeit, beide aus denselben Runden, und ihr 95-%-Intervall</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Faster, slower or the same within 1 %, all trials judged together; else not resolved</source>
        <translation>Schneller, langsamer oder gleich bis auf 1 %, alle Versuche gemeinsam beurteilt; sonst nicht entschieden</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether the trial could be measured</source>
        <translation>Ob der Versuch gemessen werden konnte</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Whether the output equalled the serial base&apos;s</source>
        <translation>Ob die Ausgabe der der seriellen Basis gleicht</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Timed executions</source>
        <translation>Gemessene Ausführungen</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>What may have spoilt samples, and how many it touched</source>
        <translation>Was Stichproben verdorben haben kann, und wie viele es betraf</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Pitfalls seen here:</source>
        <translation>Hier gesehene Fallstricke:</translation>
    </message>
    <message>
        <source>Speed-up per worker, and its 95 % interval; 100 % is ideal</source>
        <translation>Beschleunigung je Arbeiter und ihr 95-%-Intervall; 100 % ist ideal</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>What keeps the trial from being faster; the evidence stands in the row&apos;s tip</source>
        <translation>Was den Versuch nicht schneller werden lässt; der Beleg steht im Hinweis der Zeile</translation>
    </message>
</context>
<context>
    <name>breakeven::ResultsPanel</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Each size and backend gets a row here, with its time, interval and speed-up</source>
        <translation>Jede Größe und jedes Backend bekommt hier eine Zeile mit Zeit, Intervall und Beschleunigung</translation>
    </message>
</context>
<context>
    <name>breakeven::RowView</name>
    <message>
        <source>%1 at %2: not measured</source>
        <translation>%1, %2: nicht gemessen</translation>
    </message>
    <message>
        <source>Drag a frame, or turn the wheel: zoom along the axis below. Shift and drag, or the middle button: move.
Backspace or Ctrl+Z: undo the last zoom. Double click, Home or 0: show all.
Click a row or press Enter: its samples. Click its name or press H: hide it.
Arrows: from place to place. + and −: zoom. Right click: all commands.</source>
        <translation>Einen Rahmen ziehen oder das Mausrad drehen: entlang der unteren Achse vergrößern. Umschalttaste und Ziehen oder die mittlere Taste: verschieben.
Rücktaste oder Strg+Z: die letzte Vergrößerung zurücknehmen. Doppelklick, Pos1 oder 0: alles zeigen.
Klick auf eine Zeile oder Eingabe: ihre Stichproben. Klick auf ihren Namen oder H: ausblenden.
Pfeile: von Stelle zu Stelle. + und −: vergrößern und verkleinern. Rechtsklick: alle Befehle.</translation>
    </message>
    <message>
        <source>%1: click to hide it</source>
        <translation>%1: Ein Klick blendet die Zeile aus</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Logarithmic times</source>
        <translation>Zeiten logarithmisch</translation>
    </message>
    <message>
        <source>All rows again, those of the largest list (Shift+H)</source>
        <translation>Wieder alle Zeilen, die der größten Liste (Umschalt+H)</translation>
    </message>
    <message>
        <source>Zoom, rows and all other commands of the chart</source>
        <translation>Vergrößerung, Zeilen und alle anderen Befehle des Diagramms</translation>
    </message>
    <message>
        <source>All rows are hidden</source>
        <translation>Alle Zeilen sind ausgeblendet</translation>
    </message>
</context>
<context>
    <name>breakeven::RunNotice</name>
    <message>
        <source>The run has ended</source>
        <translation>Der Lauf ist zu Ende</translation>
    </message>
    <message>
        <source>Measured: %1</source>
        <translation>Gemessen: %1</translation>
    </message>
</context>
<context>
    <name>breakeven::SamplesModel</name>
    <message>
        <source>Launch</source>
        <translation>Messstart</translation>
    </message>
    <message>
        <source>Which process took it: each has its own memory layout</source>
        <translation>Welcher Prozess sie nahm: Jeder hat seine eigene Speicherlage</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Samples of one round are compared with each other</source>
        <translation>Stichproben einer Runde werden miteinander verglichen</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Its place within the round, which is random</source>
        <translation>Ihr Platz in der Runde, der zufällig ist</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Of one execution of the list</source>
        <translation>Einer Ausführung der Liste</translation>
    </message>
    <message>
        <source>Of the median</source>
        <translation>Vom Median</translation>
    </message>
    <message>
        <source>Its time over the median of this trial</source>
        <translation>Ihre Zeit, geteilt durch den Median dieses Versuchs</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Executions that the sample averages over</source>
        <translation>Ausführungen, über die die Stichprobe mittelt</translation>
    </message>
    <message>
        <source>First result</source>
        <translation>Erstes Ergebnis</translation>
    </message>
    <message>
        <source>From the call until the first result is there</source>
        <translation>Vom Aufruf, bis das erste Ergebnis da ist</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>Of all workers together, for one execution</source>
        <translation>Aller Arbeiter zusammen, für eine Ausführung</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>What may have spoilt it, or sets it apart</source>
        <translation>Was sie verdorben haben kann oder von anderen unterscheidet</translation>
    </message>
</context>
<context>
    <name>breakeven::SamplesPanel</name>
    <message>
        <source>no samples</source>
        <translation>keine Stichproben</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 Stichprobe</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Stichproben</translation>
    </message>
    <message>
        <source>1 launch</source>
        <translation>1 Messstart</translation>
    </message>
    <message>
        <source>%1 launches</source>
        <translation>%1 Messstarts</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>These samples as a strip and a box</source>
        <translation>Diese Stichproben als Streifen und Kasten</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>What each worker did in the pass that was recorded</source>
        <translation>Was jeder Arbeiter in dem Durchgang tat, der aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Click a point in a chart, or a row of the results, to see every sample of that trial</source>
        <translation>Klicken Sie einen Punkt in einem Diagramm oder eine Zeile der Ergebnisse an, um jede Stichprobe dieses Versuchs zu sehen</translation>
    </message>
</context>
<context>
    <name>breakeven::Session</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Experiments and results (*.json *.jsonl *.csv *.gz)</source>
        <translation>Experimente und Ergebnisse (*.json *.jsonl *.csv *.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>Experiment sichern</translation>
    </message>
    <message>
        <source>Experiment (*.json)</source>
        <translation>Experiment (*.json)</translation>
    </message>
    <message>
        <source>Save run</source>
        <translation>Lauf sichern</translation>
    </message>
    <message>
        <source>Run (*.jsonl)</source>
        <translation>Lauf (*.jsonl)</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV ausgeben</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht ausgeben</translation>
    </message>
    <message>
        <source>Page for any browser (*.html)</source>
        <translation>Seite für jeden Browser (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>breakeven-cli: could not be started: %1 (it belongs beside this program; BREAKEVEN_CLI names another)</source>
        <translation>breakeven-cli: ließ sich nicht starten: %1 (es gehört neben dieses Programm; BREAKEVEN_CLI nennt ein anderes)</translation>
    </message>
    <message>
        <source>%1: not opened while an experiment runs</source>
        <translation>%1: nicht geöffnet, solange ein Experiment läuft</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Experiment saved to %1</source>
        <translation>Experiment in %1 gesichert</translation>
    </message>
    <message>
        <source>Results saved to %1</source>
        <translation>Ergebnisse in %1 gesichert</translation>
    </message>
    <message>
        <source>it is read when the run has ended</source>
        <translation>er wird gelesen, wenn der Lauf zu Ende ist</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>Vorzeitig beendet</translation>
    </message>
    <message>
        <source>breakeven-cli: ended by a signal; what was measured is kept</source>
        <translation>breakeven-cli: durch ein Signal beendet; was gemessen wurde, bleibt</translation>
    </message>
    <message>
        <source>Not run: you have not said yes to its program</source>
        <translation>Nicht ausgeführt: Sie haben zu seinem Programm nicht ja gesagt</translation>
    </message>
    <message>
        <source>Pages for print (*.pdf)</source>
        <translation>Seiten zum Drucken (*.pdf)</translation>
    </message>
    <message>
        <source>%1. Save the run before you close the window.</source>
        <translation>%1. Speichern Sie den Lauf, bevor Sie das Fenster schließen.</translation>
    </message>
</context>
<context>
    <name>breakeven::SettingsDialog</name>
    <message>
        <source>History: %1 %2</source>
        <translation>Historie: %1 %2</translation>
    </message>
    <message>
        <source>is not a full path, which begins with /</source>
        <translation>ist kein voller Pfad, der mit / beginnt</translation>
    </message>
    <message>
        <source>is a folder; name a file in it</source>
        <translation>ist ein Ordner; nennen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>lies below %1, which is a file</source>
        <translation>liegt unter %1, und das ist eine Datei</translation>
    </message>
    <message>
        <source>cannot be made: %1 is read-only</source>
        <translation>lässt sich nicht anlegen: %1 ist schreibgeschützt</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>is another kind of file</source>
        <translation>ist eine andere Art von Datei</translation>
    </message>
    <message>
        <source>is read-only</source>
        <translation>ist schreibgeschützt</translation>
    </message>
    <message>
        <source>&amp;Measure something small by itself at the next start</source>
        <translation>Beim nächsten Start von selbst etwas Kleines &amp;messen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>The file that every run is remembered in; empty: the one that is shown in grey</source>
        <translation>Die Datei, in der jeder Lauf behalten wird; leer: die grau gezeigte</translation>
    </message>
    <message>
        <source>Choose a history that is already there</source>
        <translation>Eine Historie auswählen, die es schon gibt</translation>
    </message>
    <message>
        <source>A run is long when it takes more than ten seconds</source>
        <translation>Ein Lauf ist lang, wenn er mehr als zehn Sekunden dauert</translation>
    </message>
    <message>
        <source>Overhead versus size in a few seconds, as at the very first start</source>
        <translation>Mehraufwand nach Größe in wenigen Sekunden, wie beim allerersten Start</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historie</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Tell when a lo&amp;ng run ends while I look elsewhere</source>
        <translation>Sagen, wenn ein &amp;langer Lauf endet, während ich anderes ansehe</translation>
    </message>
    <message>
        <source>Choo&amp;se…</source>
        <translation>Aus&amp;wählen…</translation>
    </message>
</context>
<context>
    <name>breakeven::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Eine Taste suchen</translation>
    </message>
    <message>
        <source>Find: zoom, export, Ctrl+R</source>
        <translation>Suchen: Zoom, ausgeben, Strg+R</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>In einem Diagramm</translation>
    </message>
    <message>
        <source>Cross-hair, or the chosen cell</source>
        <translation>Fadenkreuz oder gewählte Zelle</translation>
    </message>
    <message>
        <source>Series, or the chosen row</source>
        <translation>Reihe oder gewählte Zeile</translation>
    </message>
    <message>
        <source>Move what is visible</source>
        <translation>Ausschnitt verschieben</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>Im Ablauf</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Totals of what is visible</source>
        <translation>Summen des sichtbaren Ausschnitts</translation>
    </message>
    <message>
        <source>Totals of all of it</source>
        <translation>Summen von allem</translation>
    </message>
    <message>
        <source>What is in the middle</source>
        <translation>Was in der Mitte liegt</translation>
    </message>
</context>
<context>
    <name>breakeven::SpecHistory</name>
    <message>
        <source>workload</source>
        <translation>Arbeitslast</translation>
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
        <source>backends</source>
        <translation>Backends</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>chunk</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>launches</source>
        <translation>Messstarts</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>breakeven::TimelineCanvas</name>
    <message>
        <source>Timeline</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Time after %1 (s)</source>
        <translation>Zeit nach %1 (s)</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves, Shift and drag selects, double click shows all, Space tells of the middle</source>
        <translation>Mausrad zoomt, ziehen verschiebt, Umschalt und ziehen wählt aus, Doppelklick zeigt alles, die Leertaste erzählt von der Mitte</translation>
    </message>
    <message>
        <source>Wheel: zoom at the pointer.
Drag: move. Shift and drag: select a range, of which the table then tells.
Double click or Home: show all. Escape: select nothing.
Left and Right: move. + and −: zoom. Enter: select what is in sight. Space: what the middle says.</source>
        <translation>Mausrad: am Mauszeiger zoomen.
Ziehen: verschieben. Umschalt und ziehen: einen Bereich wählen, von dem dann die Tabelle erzählt.
Doppelklick oder Pos1: alles zeigen. Escape: nichts wählen.
Links und Rechts: verschieben. + und −: zoomen. Eingabe: wählen, was zu sehen ist. Leertaste: was in der Mitte steht.</translation>
    </message>
</context>
<context>
    <name>breakeven::TimelineTotals</name>
    <message>
        <source>all workers</source>
        <translation>alle Arbeiter</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Who spent the time</source>
        <translation>Wer die Zeit verbrauchte</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Chunks are run or folded</source>
        <translation>Blöcke werden ausgeführt oder gefaltet</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>Items are packed or unpacked</source>
        <translation>Elemente werden ein- oder ausgepackt</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Partial results of a reduction become one</source>
        <translation>Teilergebnisse einer Reduktion werden eines</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>A worker has nothing to do, or is being woken</source>
        <translation>Ein Arbeiter hat nichts zu tun oder wird geweckt</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>After the last span that was kept</source>
        <translation>Nach dem letzten Abschnitt, der behalten wurde</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>That begin in the range</source>
        <translation>Die im Bereich beginnen</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Of the chunks that begin in the range</source>
        <translation>Der Blöcke, die im Bereich beginnen</translation>
    </message>
</context>
<context>
    <name>breakeven::TimelineView</name>
    <message>
        <source>%1, launch %2</source>
        <translation>%1, Messstart %2</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Which of the recorded passes is shown. A pass is one more execution of the trial, beside its samples, in which each chunk is recorded</source>
        <translation>Welcher der aufgezeichneten Durchgänge gezeigt wird. Ein Durchgang ist eine weitere Ausführung des Versuchs, neben seinen Stichproben, bei der jeder Block aufgezeichnet wird</translation>
    </message>
    <message>
        <source>The whole pass again (Home, or a double click)</source>
        <translation>Wieder den ganzen Durchgang (Pos1 oder ein Doppelklick)</translation>
    </message>
    <message>
        <source>Totals of the timeline</source>
        <translation>Summen des Ablaufs</translation>
    </message>
    <message>
        <source>No timeline was recorded: run an experiment with a parallel trial, or open a run that lies beside its .spans file</source>
        <translation>Kein Ablauf wurde aufgezeichnet: Messen Sie ein Experiment mit einem parallelen Versuch, oder öffnen Sie einen Lauf, der neben seiner .spans-Datei liegt</translation>
    </message>
    <message>
        <source>No timeline was recorded: %1</source>
        <translation>Kein Ablauf wurde aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>The whole pass: %1, workers compute %2 of it</source>
        <translation>Der ganze Durchgang: %1, davon rechnen die Arbeiter %2</translation>
    </message>
    <message>
        <source>Selected: %1 to %2, that is %3, workers compute %4 of it</source>
        <translation>Ausgewählt: %1 bis %2, das sind %3, davon rechnen die Arbeiter %4</translation>
    </message>
    <message>
        <source>Visible: %1 to %2, that is %3, workers compute %4 of it</source>
        <translation>Sichtbar: %1 bis %2, das sind %3, davon rechnen die Arbeiter %4</translation>
    </message>
    <message>
        <source>. The last spans were not kept: %1</source>
        <translation>. Die letzten Abschnitte wurden nicht behalten: %1</translation>
    </message>
    <message>
        <source>P&amp;ass</source>
        <translation>Dur&amp;chgang</translation>
    </message>
    <message>
        <source>Zoom, copy and save the timeline</source>
        <translation>Den Ablauf vergrößern, kopieren und speichern</translation>
    </message>
    <message>
        <source>No pass of this trial was recorded; those of others can be chosen above</source>
        <translation>Von diesem Versuch wurde kein Durchgang aufgezeichnet; die anderer sind oben zu wählen</translation>
    </message>
</context>
<context>
    <name>breakeven::WhatIfPanel</name>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>The curve that is moved</source>
        <translation>Die Kurve, die verschoben wird</translation>
    </message>
    <message>
        <source>All workers compute equally long; none waits for the busiest</source>
        <translation>Alle Arbeiter rechnen gleich lang; keiner wartet auf den am meisten beschäftigten</translation>
    </message>
    <message>
        <source>The pool is there and awake when the list comes</source>
        <translation>Der Pool ist da und wach, wenn die Liste kommt</translation>
    </message>
    <message>
        <source>Put all sliders back to what was measured</source>
        <translation>Alle Regler auf das Gemessene zurückstellen</translation>
    </message>
    <message>
        <source>Waking the workers, handing chunks over and copying items, in percent of what it costs</source>
        <translation>Arbeiter wecken, Blöcke übergeben und Elemente kopieren, in Prozent dessen, was es kostet</translation>
    </message>
    <message>
        <source>Further workers, each on a CPU of its own; the work is divided among all</source>
        <translation>Weitere Arbeiter, jeder auf einer eigenen CPU; die Arbeit wird auf alle verteilt</translation>
    </message>
    <message>
        <source>Items that are handed over together</source>
        <translation>Elemente, die zusammen übergeben werden</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>wie gemessen</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 mehr</translation>
    </message>
    <message>
        <source>Answered when the experiment is over.</source>
        <translation>Die Antwort kommt, wenn das Experiment zu Ende ist.</translation>
    </message>
    <message>
        <source>Asks a run what would be if: it needs serial and a parallel backend.</source>
        <translation>Fragt einen Lauf, was wäre wenn: Er braucht seriell und ein paralleles Backend.</translation>
    </message>
    <message>
        <source>Move a slider: the dotted curve in the charts of runtime and speed-up follows.</source>
        <translation>Bewegen Sie einen Regler: Die gepunktete Kurve in den Diagrammen von Laufzeit und Beschleunigung folgt.</translation>
    </message>
    <message>
        <source>%1 would no longer pay at its largest list.</source>
        <translation>%1 würde sich bei der größten Liste nicht mehr lohnen.</translation>
    </message>
    <message>
        <source>%1 would still not pay at its largest list.</source>
        <translation>%1 würde sich bei der größten Liste immer noch nicht lohnen.</translation>
    </message>
    <message>
        <source>%1 pays at every size, as measured.</source>
        <translation>%1 lohnt sich bei jeder Größe, wie gemessen.</translation>
    </message>
    <message>
        <source>%1 would pay at every size measured.</source>
        <translation>%1 würde sich bei jeder gemessenen Größe lohnen.</translation>
    </message>
    <message>
        <source>%1 would pay from %2; as measured it does not.</source>
        <translation>%1 würde sich ab %2 lohnen; wie gemessen lohnt es sich nicht.</translation>
    </message>
    <message>
        <source>%1 would pay from %2 only, instead of at every size.</source>
        <translation>%1 würde sich erst ab %2 lohnen statt bei jeder Größe.</translation>
    </message>
    <message>
        <source>%1 would pay from %2 instead of %3.</source>
        <translation>%1 würde sich ab %2 lohnen statt ab %3.</translation>
    </message>
    <message>
        <source>start of the pool %1</source>
        <translation>Start des Pools %1</translation>
    </message>
    <message>
        <source>waking %1</source>
        <translation>Wecken %1</translation>
    </message>
    <message>
        <source>further chunks %1</source>
        <translation>weitere Blöcke %1</translation>
    </message>
    <message>
        <source>copying %1</source>
        <translation>Kopieren %1</translation>
    </message>
    <message>
        <source>divided work %1</source>
        <translation>geteilte Arbeit %1</translation>
    </message>
    <message>
        <source>At %1: %2 instead of %3.</source>
        <translation>Bei %1: %2 statt %3.</translation>
    </message>
    <message>
        <source>Estimated, not measured: the measured times, less what these parts would save.</source>
        <translation>Geschätzt, nicht gemessen: die gemessenen Zeiten, weniger das, was diese Teile sparen würden.</translation>
    </message>
    <message>
        <source>Measured in this run, at %1: %2.</source>
        <translation>In diesem Lauf gemessen, bei %1: %2.</translation>
    </message>
    <message>
        <source>How long each worker computed was recorded in this run.</source>
        <translation>Wie lange jeder Arbeiter rechnete, wurde in diesem Lauf aufgezeichnet.</translation>
    </message>
    <message>
        <source>Extrapolated: more workers than were measured, as if memory and clock kept up with all of them.</source>
        <translation>Extrapoliert: mehr Arbeiter, als gemessen wurden, als hielten Speicher und Takt mit allen mit.</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elementen</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Workers perfectly balanced</source>
        <translation>Arbeiter vollkommen ausgeglichen</translation>
    </message>
    <message>
        <source>Pool already started</source>
        <translation>Pool schon gestartet</translation>
    </message>
    <message>
        <source>As measured</source>
        <translation>Wie gemessen</translation>
    </message>
    <message>
        <source>Handing over costs</source>
        <translation>Übergeben kostet</translation>
    </message>
    <message>
        <source>More cores</source>
        <translation>Mehr Kerne</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>%1 at the latest</source>
        <translation>spätestens %1</translation>
    </message>
    <message>
        <source>%1 (bounds not resolved)</source>
        <translation>%1 (Grenzen nicht entschieden)</translation>
    </message>
</context>
</TS>
