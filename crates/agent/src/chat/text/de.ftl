# Was der Chat sagt, auf Deutsch. Project Fluent: https://projectfluent.org

help =
    Ich führe deine Aufgaben. Sag, was zu tun ist, frag, was ansteht, oder sag mir, was erledigt ist. Zum Beispiel: „erinnere mich am 1. jedes Monats an die Miete“, „was steht diese Woche an?“, „verschieb den Zahnarzt auf Freitag um 15 Uhr“. „Mach das rückgängig“ nimmt die letzte Änderung zurück.
not-understood =
    Das habe ich nicht verstanden, deshalb wurde nichts geändert. Ich kann Aufgaben anlegen, finden, verschieben, abhaken und löschen. Zum Beispiel: „setz Milch auf die Liste“, „was ist überfällig?“, „die Miete ist bezahlt“.
out-of-scope = Ich führe nur Aufgaben, dabei kann ich nicht helfen. Wenn es etwas zu tun ist, sag „{ $opening }“ davor.
passed = Diese Frage ist vorbei, und nichts wurde geändert. Sag noch einmal, was du möchtest.
rejected = In Ordnung, nichts wurde geändert.
greeting = Hallo. Sag mir, was zu tun ist, oder frag, was ansteht.
thanks = Gern geschehen.
farewell = Bis zum nächsten Mal.
acknowledged = In Ordnung.
nothing-pending = Es ist keine Frage offen. Sag mir, was zu tun ist.
advice = Das entscheidest du, und nichts wurde geändert. Sag es einfach, wenn du es weißt.
remark = Verstehe. Nichts wurde geändert. Wenn es etwas zu tun ist, sag „{ $opening }“ davor.
failed = Das hat gerade nicht geklappt. Sieh deine Aufgaben an, bevor du es noch einmal sagst.
not-kept = Die Antwort konnte nicht gespeichert werden. Was sie sagt, ist getan.
too-many = Das sind mehr als { $limit } Aufgaben. Nenne weniger, nach Projekt oder Schlagwort.
nothing-changed = Nichts wurde geändert.

quoted = „{ $text }“
two = { $first } und { $second }
three = { $first }, { $second } und { $third }
more = { $first }, { $second }, { $third } und { $rest } weitere

did-you-mean = Meinst du { $one }?
which-of-two = Welche: { $one } oder { $two }?
which-of = Welche: { $names }?
found-partly = Ich habe { $found } gefunden, aber keine offene Aufgabe, die eindeutig { $missing } ist. Nichts wurde geändert.
found-partly-finished = Ich habe { $found } gefunden, aber keine erledigte Aufgabe, die eindeutig { $missing } ist. Nichts wurde geändert.
no-number = Es gibt keine Aufgabe #{ $number }.
no-place = Diesen Platz gibt es in der zuletzt gezeigten Liste nicht. Sag den Namen der Aufgabe.
none-at-all = Ich habe keine Aufgabe wie { $title } gefunden, weder offen noch erledigt.
none-open = Ich habe keine offene Aufgabe wie { $title } gefunden. Nichts wurde geändert.
none-finished = Ich habe keine erledigte Aufgabe wie { $title } gefunden. Nichts wurde geändert.
none-open-fits = Keine offene Aufgabe passt dazu. Nichts wurde geändert.
none-finished-fits = Keine erledigte Aufgabe passt dazu. Nichts wurde geändert.
not-all-open = Ich habe unter deinen offenen Aufgaben nicht alle gefunden: { $titles }. Nichts wurde geändert.
not-all-finished = Ich habe unter deinen erledigten Aufgaben nicht alle gefunden: { $titles }. Nichts wurde geändert.
which-task = Welche Aufgabe meinst du? Sag ihren Namen oder ihre Nummer.

ask-delete = { $count ->
    [one] 1 Aufgabe
   *[other] { $count } Aufgaben
} löschen?
ask-delete-project-tasks = Das Projekt { $name } mit { $count ->
    [one] 1 Aufgabe
   *[other] { $count } Aufgaben
} löschen?
kept = { $count ->
    [one] Sie bleibt
   *[other] Sie bleiben
} { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} im Papierkorb.
plan-add = { $names } anlegen{ $details }?
plan-complete = { $names } abhaken{ $details }?
plan-reopen = { $names } wieder öffnen{ $details }?
plan-delete = { $names } löschen{ $details }?
plan-move = Auf { $to } verschieben: { $names }{ $details }?
plan-snooze = { $until } wieder erinnern: { $names }{ $details }?
plan-organize = Ordnen ({ $action }, { $kind }): { $names }{ $details }?
plan-undo = Rückgängig machen, was mit { $names } geschah{ $details }?
plan-change = { $names } ändern{ $details }?

added = Angelegt: { $title }.
added-with = Angelegt: { $title }, { $facts }.
added-several = { $count } Aufgaben angelegt: { $names }.
takes = dauert { $length }
priority-none = keine
priority-low = niedrig
priority-medium = mittel
priority-high = hoch
priority-urgent = dringend
priority-fact = Priorität { $priority }
in-project = in { $project }
done = Erledigt.
done-one = Erledigt: { $title }.
skipped = Ausgelassen.
skipped-last = Ausgelassen: { $title }. Es war das letzte Mal.
skipped-several = Ausgelassen: { $names }.
next = Als Nächstes: { $dates }.
back-from-trash = { $title } ist aus dem Papierkorb zurück.
reopened = { $title } ist wieder offen.
reopened-several = Wieder offen: { $names }.
moved = Verschoben: { $title }, jetzt { $due }.
moved-several = Verschoben: { $names }.
undated = { $title } hat jetzt kein Datum mehr.
renamed = { $from } heißt jetzt { $title }.
changed = Geändert: { $title }, { $fields }.
saved = gespeichert
field-is = { $field } { $value }
field-none = { $field } leer
deleted = Gelöscht: { $title }.
snoozed = Ich erinnere dich wieder an { $title }: { $when }.
snoozed-later = Ich erinnere dich später wieder an { $title }.
nothing-to-change = Es war nichts zu ändern.
done-already = { $title } war schon erledigt.
open-already = { $title } ist schon offen.
so-already = { $title } ist schon so.
part-of = { $count ->
    [one] Es gehört zu { $parent }.
   *[other] Sie gehören zu { $parent }.
}
on-list-already = Schon auf deiner Liste: { $names }.
undone = Rückgängig gemacht.
undone-no-tasks = Es ging nicht um Aufgaben.
undone-already = Das wurde schon zurückgenommen.
back-as-it-was = { $count ->
    [one] { $names } ist wieder wie zuvor.
   *[other] { $names } sind wieder wie zuvor.
}
in-trash = { $count ->
    [one] { $names } ist im Papierkorb.
   *[other] { $names } sind im Papierkorb.
}

field-title = Titel
field-notes = Notizen
field-due = fällig
field-start = Beginn
field-deadline = Frist
field-repeat = Wiederholung
field-priority = Priorität
field-project = Projekt
field-section = Abschnitt
field-tags = Schlagwörter
field-status = Stand
field-duration = Dauer
field-relations = Beziehungen
field-parent = übergeordnete Aufgabe
field-reminders = Erinnerungen
field-checklist = Checkliste
field-assignees = zuständig
field-trash = Papierkorb

kind-project = Projekt
kind-section = Abschnitt
kind-tag = Schlagwort
kind-view = Ansicht
organize-same = { $kind } { $name } ist schon so.
organize-added = { $kind } { $name } angelegt.
organize-added-to = { $kind } { $name } in { $parent } angelegt.
organize-changed = { $kind } { $name } geändert.
organize-renamed = { $kind } { $name } heißt jetzt { $new }.
organize-archived = { $kind } { $name } archiviert.
organize-unarchived = { $kind } { $name } ist aus dem Archiv zurück.
organize-deleted = { $kind } { $name } gelöscht.

was-finished = Ja: { $title } wurde erledigt, { $when }.
was-cancelled = { $title } wurde abgebrochen.
last-done = { $title } wurde zuletzt erledigt: { $when }.
never-done = Noch nicht: { $title } wurde noch nie erledigt.
next-due = Das nächste Mal fällig: { $due }.
still-open = Noch nicht: { $title } ist offen.
still-open-due = Noch nicht: { $title } ist offen, fällig { $due }.

nothing-to-do = Nichts zu tun.
nothing-fits = Nichts{ $what }.
nothing-finished = Nichts erledigt{ $what }.
tasks-count = { $count ->
    [one] 1 Aufgabe{ $what }.
   *[other] { $count } Aufgaben{ $what }.
}
tasks-open = { $count ->
    [one] 1 offene Aufgabe.
   *[other] { $count } offene Aufgaben.
}
tasks-finished = { $count ->
    [one] 1 erledigte Aufgabe{ $what }.
   *[other] { $count } erledigte Aufgaben{ $what }.
}
first-shown = Hier sind die ersten { $shown }.
it-is = Es ist { $title }.
is-due = { $title } ist fällig: { $due }.
has-no-due = { $title } hat kein Datum.
heading-tasks = Aufgaben
heading-overdue = Überfällig
what-overdue = überfällig
what-due = fällig { $days }
what-finished = erledigt { $days }
what-no-due = ohne Datum
what-recurring = mit Wiederholung
what-priority = mit Priorität { $names }
or = { $first } oder { $second }
what-tag = mit #{ $tag }
what-project = in { $project }
what-words = zu „{ $text }“
days-from = ab { $day }
days-before = vor { $day }
days-between = von { $first } bis { $last }
this-week = diese Woche
next-week = nächste Woche

model-limit = Das Sprachmodell wurde angehalten: Es wollte mehr, als eine Antwort haben darf.
model-repeated = Das Sprachmodell wurde angehalten: Es hat dasselbe noch einmal verlangt.
model-timed-out = Das Sprachmodell hat zu lange gebraucht.
model-budget = Das Sprachmodell hat alle Token einer Antwort verbraucht.
model-filtered = Der eigene Filter des Sprachmodells hat es angehalten.
model-done-above = Was oben steht, ist getan.
