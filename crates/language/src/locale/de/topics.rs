//! German words that tell what a sentence is about.

use crate::locale::TopicWords;

/// The German lists.
pub(super) static TOPICS: TopicWords = TopicWords {
    nouns: "
        aufgabe aufgaben todo todos to-do to-dos erinnerung erinnerungen liste listen kalender plan tagesplan frist fristen
        deadline deadlines termin termine fällig fällige fälligen fälliges überfällig offen offene offenen offenes steht
        anstehen anstehende anstehenden anstehendes anliegt punkt punkte eintrag einträge kommt dran ansteht",
    foreign: "
        wetter temperatur regen schnee sonne sturm grad lied lieder musik jazz rock playlist album radio podcast hörbuch
        lautstärke spotify netflix film filme kino serie spiel licht lichter lampe lampen helligkeit heizung thermostat
        staubsauger nachrichten schlagzeilen aktie aktien kurs wechselkurs witz witze rätsel definition übersetzung
        hauptstadt einwohner rezept rezepte restaurant restaurants taxi bahn zug flug flüge ticket tickets stau verkehr
        route hotel pizza tweet facebook instagram whatsapp konto kontostand karte guthaben pin wecker timer uhr uhrzeit
        kalorien alt groß hoch weit",
    devices: "
        spiel spiele pausier pausiere stopp stoppe schalt schalte dimm dimme dreh drehe übersetz übersetze berechne
        rechne buchstabier buchstabiere würfel würfle navigier navigiere sing singe erzähl erzähle sag sage erklär erkläre
        starte öffne google such suche",
    strangers: "
        wetter wetterbericht wettervorhersage regnet schneit temperatur lied lieder musik jazz playlist album radio podcast
        hörbuch lautstärke spotify netflix licht lichter lampe helligkeit thermostat aktie aktien aktienkurs schlagzeilen
        witz witze rätsel kontostand wecker timer kalorien hauptstadt",
    informing: "
        wissen hören sehen finden sagen prüfen schauen verstehen fragen sprechen reden zeigen lesen spielen",
    finite: "
        ist sind war waren bin bist wird wurde hat hatte hatten kam kamen ging sagt scheint wollte wollten konnte konnten musste mussten durfte",
    questions: "
        was welche welcher welches welchen wer wem wen wessen wann wo wohin woher woran wie warum wieso weshalb wieviele
        wieviel ist sind war hat hast gibt gibts kann kannst könnte bist wollte konnte musste durfte hätte wäre soll sollte darf habe hab haben",
    lists: "liste listen kalender plan tagesplan erinnerungen todos",
    owners: "meine meiner meinem meinen mein unsere unserer die der den das dem",
    kinds_of_list: "todo to-do aufgaben aufgabe check",
    others_lists: "playlist kontakte kontakt lieder filme kino restaurants bank preise",
    telling: "
        zeig zeige sag sage nenn nenne gib lies lese vor auf",
    changing: "
        füg füge setz setze lösch lösche löschen entfern entferne entfernen verschieb verschiebe verschieben markier
        markiere hak hake erstell erstelle änder ändere benenn benenne leg lege leer leere vertag vertage
        mach mache abhaken verwirf",
    moving: "verschieb verschiebe benenn benenne lösch lösche entfern entferne vertag vertage öffne",
    memory: "erinnern vergessen merken",
    institutions: "bank versicherung botschaft",
    helping: "habe hab haben hat hast ist sind war steht stehen gibt",
    events: "
        meeting besprechung termin termine verabredung geburtstag jubiläum hochzeit frist abgabe essen mittagessen
        abendessen frühstück interview besuch treffen feier party konzert reise flug urlaub prüfung training probe
        elternabend arzttermin frisör friseur zahnarzt arzt",
    compounds: "",
    filler: "
        mir mich uns mein meine meinen meinem meiner der die das den dem ein eine einen alle alles von zu machen haben
        hab habe hat ich wir du ist sind war in an auf für am im bei bitte noch auf welche welcher was wer etwas irgendwas
        irgendetwas es gibt gibts muss müssen soll sollte sollten kann offen offene offenen offenes ansteht anstehen steht
        stehen anstehend anstehende anliegt liegt fällig fällige fälligen aufgabe aufgaben todo todos punkte dinge sachen
        und oder mal denn eigentlich schon jetzt nur gerade aktuell aktuelle aktuellen übrig bleibt bleiben bleiben zeigen
        sehen wissen erinnerung erinnerungen termin termine liste listen da dran sein werden wird geplant geplante tragen
        trägt nächstes sonst so erledigen schaffen tun vor",
    filler_of_search: "
        mir mich mein meine der die das den dem ein eine einen nach von zu aufgabe aufgaben todo todos erinnerung
        erinnerungen alle ich wir ist sind war auf für am im bei bitte noch schon habe hab haben wann fällig es mit was etwas an vor los termine termin
        zum zur beim in muss",
};
