# What the chat says, in English. Project Fluent: https://projectfluent.org

help =
    I keep your tasks. Say what to do, ask what is due, or tell me what is done. For example: "remind me to pay rent on the 1st of every month", "what's due this week?", "move the dentist to friday at 3". "Undo" takes the last change back.
not-understood =
    I did not understand that, so nothing was changed. I can add, find, move, complete and delete tasks. For example: "add buy milk tomorrow", "show overdue tasks", "done with the rent".
out-of-scope = I only keep tasks, so I cannot help with that. If it is something to do, say "{ $opening }" before it.
passed = That question has passed, and nothing was changed. Say again what you want.
rejected = All right, nothing was changed.
greeting = Hello. Tell me what to do, or ask what is due.
thanks = You are welcome.
farewell = Until next time.
acknowledged = All right.
nothing-pending = Nothing waits for an answer. Tell me what to do.
advice = That is for you to decide, and nothing was changed. Say it plainly when you know.
remark = I see. Nothing was changed. If it is something to do, say "{ $opening }" before it.
failed = That did not work just now. Look at your tasks before you say it again.
not-kept = The answer could not be kept. What it says is done.
too-many = That is more than { $limit } tasks. Name fewer, by project or tag.
nothing-changed = Nothing was changed.

# Names and lists
quoted = "{ $text }"
two = { $first } and { $second }
three = { $first }, { $second } and { $third }
more = { $first }, { $second }, { $third } and { $rest } more

# Questions about which task is meant
did-you-mean = Did you mean { $one }?
which-of-two = Which one: { $one } or { $two }?
which-of = Which one: { $names }?
found-partly = I found { $found }, but no open task that is clearly { $missing }. Nothing was changed.
found-partly-finished = I found { $found }, but no finished task that is clearly { $missing }. Nothing was changed.
no-number = There is no task #{ $number }.
no-place = That place is not in the list that I showed last. Say the task's name.
none-at-all = I found no task like { $title }, open or finished.
none-open = I found no open task like { $title }. Nothing was changed.
none-finished = I found no finished task like { $title }. Nothing was changed.
none-open-fits = No open task fits that. Nothing was changed.
none-finished-fits = No finished task fits that. Nothing was changed.
not-all-open = I did not find all of { $titles } among your open tasks. Nothing was changed.
not-all-finished = I did not find all of { $titles } among your finished tasks. Nothing was changed.
which-task = Which task do you mean? Say its name or its number.

# Questions that wait for a yes
ask-delete = Delete { $count ->
    [one] 1 task
   *[other] { $count } tasks
}?
ask-delete-project-tasks = Delete the project { $name } with { $count ->
    [one] 1 task
   *[other] { $count } tasks
}?
kept = { $count ->
    [one] It stays
   *[other] They stay
} in the trash for { $days ->
    [one] 1 day
   *[other] { $days } days
}.
plan-add = Add { $names }{ $details }?
plan-complete = Complete { $names }{ $details }?
plan-reopen = Reopen { $names }{ $details }?
plan-delete = Delete { $names }{ $details }?
plan-move = Move to { $to }: { $names }{ $details }?
plan-snooze = Remind again { $until } of { $names }{ $details }?
plan-organize = Organize, { $action } the { $kind } { $names }{ $details }?
plan-undo = Undo what was done to { $names }{ $details }?
plan-change = Change { $names }{ $details }?

# What was done
added = Added { $title }.
added-with = Added { $title }: { $facts }.
added-several = Added { $count } tasks: { $names }.
takes = takes { $length }
priority-none = none
priority-low = low
priority-medium = medium
priority-high = high
priority-urgent = urgent
priority-fact = { $priority } priority
in-project = in { $project }
done = Done.
done-one = Done: { $title }.
skipped = Skipped.
skipped-last = Skipped: { $title }. It was the last one.
skipped-several = Skipped { $names }.
next = Next: { $dates }.
back-from-trash = { $title } is back from the trash.
reopened = { $title } is open again.
reopened-several = { $names } are open again.
moved = Moved { $title } to { $due }.
moved-several = Moved { $names }.
undated = { $title } has no due date now.
renamed = Renamed { $from } to { $title }.
changed = Changed { $title }: { $fields }.
saved = saved
field-is = { $field } { $value }
field-none = no { $field }
deleted = Deleted { $title }.
snoozed = I will remind you of { $title } again { $when }.
snoozed-later = I will remind you of { $title } again later.
nothing-to-change = Nothing had to change.
done-already = { $title } was done already.
open-already = { $title } is open already.
so-already = { $title } is like that already.
part-of = { $count ->
    [one] It is part of { $parent }.
   *[other] They are part of { $parent }.
}
on-list-already = On your list already: { $names }.
undone = Undone.
undone-no-tasks = It was not about tasks.
undone-already = That was taken back already.
back-as-it-was = { $count ->
    [one] { $names } is back as it was.
   *[other] { $names } are back as they were.
}
in-trash = { $count ->
    [one] { $names } is in the trash.
   *[other] { $names } are in the trash.
}

# Fields of a task
field-title = title
field-notes = notes
field-due = due
field-start = start
field-deadline = deadline
field-repeat = repeat
field-priority = priority
field-project = project
field-section = section
field-tags = tags
field-status = status
field-duration = duration
field-relations = relations
field-parent = parent
field-reminders = reminders
field-checklist = checklist
field-assignees = assignees
field-trash = trash

# Projects, sections and tags
kind-project = project
kind-section = section
kind-tag = tag
kind-view = view
organize-same = The { $kind } { $name } is like that already.
organize-added = Added the { $kind } { $name }.
organize-added-to = Added the { $kind } { $name } to { $parent }.
organize-changed = Changed the { $kind } { $name }.
organize-renamed = Renamed the { $kind } { $name } to { $new }.
organize-archived = Archived the { $kind } { $name }.
organize-unarchived = The { $kind } { $name } is back from the archive.
organize-deleted = Deleted the { $kind } { $name }.

# Whether something was done
was-finished = Yes: { $title } was finished { $when }.
was-cancelled = { $title } was cancelled.
last-done = { $title } was last done { $when }.
never-done = Not yet: { $title } was never done.
next-due = The next is due { $due }.
still-open = Not yet: { $title } is open.
still-open-due = Not yet: { $title } is open, due { $due }.

# Lists
nothing-to-do = Nothing to do.
nothing-fits = Nothing{ $what }.
nothing-finished = Nothing finished{ $what }.
tasks-count = { $count ->
    [one] 1 task{ $what }.
   *[other] { $count } tasks{ $what }.
}
tasks-open = { $count ->
    [one] 1 open task.
   *[other] { $count } open tasks.
}
tasks-finished = { $count ->
    [one] 1 finished task{ $what }.
   *[other] { $count } finished tasks{ $what }.
}
first-shown = Here are the first { $shown }.
it-is = It is { $title }.
is-due = { $title } is due { $due }.
has-no-due = { $title } has no due date.
heading-tasks = Tasks
heading-overdue = Overdue
what-overdue = overdue
what-due = due { $days }
what-finished = finished { $days }
what-no-due = without a due date
what-recurring = on repeat
what-priority = with priority { $names }
or = { $first } or { $second }
what-tag = tagged #{ $tag }
what-project = in { $project }
what-words = about "{ $text }"
days-from = from { $day }
days-before = before { $day }
days-between = from { $first } to { $last }
this-week = this week
next-week = next week

# A language model
model-limit = The language model was stopped: it wanted more than one turn may have.
model-repeated = The language model was stopped: it asked for the same again.
model-timed-out = The language model took too long.
model-budget = The language model has used all tokens of a turn.
model-filtered = The language model's own filter stopped it.
model-done-above = What is shown above is done.
