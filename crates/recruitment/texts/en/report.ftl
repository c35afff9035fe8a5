### The report of a selection by lot: one page that everybody can read and check.

report-title = { $kind ->
    [chosen] Selection for
   *[drawn] Lottery for
} { $seats ->
    [one] one seat
   *[other] { $seats } seats
}
report-skip = Skip to the report
report-contents = Contents
report-language = Læs rapporten på dansk
report-made-by = Made by { $program }.
report-took = The calculation took { $seconds } seconds.
report-brand = Report of the selection of a panel

## What was decided
decided-heading = What was decided
decided-drawn = { $seats ->
    [one] One seat was drawn
   *[other] { $seats } seats were drawn
} by lot among { $people } people in the pool.
decided-not-drawn = Everything is ready to draw { $seats ->
    [one] one seat
   *[other] { $seats } seats
} by lot among { $people } people in the pool. Nothing has been drawn yet.
decided-chosen = { $seats ->
    [one] One seat was filled
   *[other] { $seats } seats were filled
} among { $people } people in the pool, without a lottery.
decided-selected = { $selected ->
    [one] One person had a seat already
   *[other] { $selected } people had a seat already
}, so the panel has { $size } seats in all.
decided-excluded = { $excluded ->
    [one] One person could not be drawn, for example after saying no.
   *[other] { $excluded } people could not be drawn, for example after saying no.
}
decided-housemates = { $housemates ->
    [one] One person lives with somebody who had a seat, and therefore could not be drawn.
   *[other] { $housemates } people live with somebody who had a seat, and therefore could not be drawn.
}
decided-parallel = There are { $panels } panels at once with { $size } seats each. Nobody sits on two of them.
decided-households = At most one from each household can come.
decided-quotas = The panel is to mirror the population: there are quotas for { $features }.
decided-method = The aim: { $name }.

## How fair
fair-heading-none = Was there a lottery?
fair-heading = Is the lottery as fair as it can be?
fair-proof = The proof consists of prices on the quotas. The limits of the quotas multiplied by the prices give a ceiling for the chances that no lottery can break. Anybody can check the sums, because the prices stand in the full record.
fair-learnt = The quotas promise a little more than panels of whole people can keep. The proof therefore also uses { $count ->
    [one] one inequality
   *[other] { $count } inequalities
} that every single panel obeys.
figures-caption = The chances in figures
figures-name = Figure
figures-value = Value
figures-means = What it means
figures-min = Lowest chance
figures-min-means = So high was the chance of those for whom it was hardest to be drawn.
figures-max = Highest chance
figures-max-means = So high was the chance of those for whom it was easiest to be drawn.
figures-even = Chance without quotas
figures-even-means = So high would everybody’s chance be if the panel did not have to mirror the population.
figures-mean = Geometric mean
figures-mean-means = An average that low chances pull down most. The closer to the chance without quotas, the more equal.
figures-gini = Gini coefficient
figures-gini-means = Measures how much the chances differ. 0 is fully equal, 1 is as unequal as can be.
figures-unreachable = Without a chance
figures-unreachable-means = For so many in the pool no panel has room when all quotas must hold.

## Quotas, pool and panel
quotas-heading = The quotas, the pool and the panel
quotas-lead = The quotas say how many seats each group must and may get. The pool is those who signed up. The line shows the group’s share of the pool, the band is the quota, and the bar is the panel.
quotas-lead-not-drawn = The quotas say how many seats each group must and may get. The pool is those who signed up. The line shows the group’s share of the pool, and the band is the quota.
quotas-chart = { $feature }: the pool, the quota and the panel
quotas-chart-text = Chart of { $feature } on a scale from 0 to { $top }. The numbers stand in the table below.
quotas-caption = { $feature } in numbers
quotas-value = { $feature }
quotas-pool = In the pool
quotas-pool-share = Share of the pool
quotas-quota = Quota
quotas-quota-share = Quota in per cent
quotas-panel = On the panel
quotas-panel-number = On panel { $number }
quotas-panel-share = Share of the panel
quotas-key = Key
key-pool = share of the pool
key-quota = quota, from least to most
key-panel = the panel
chart-seats = { $seats } (quota { $quota })
chart-quota = quota { $quota }

## The chances
levels-heading = How many had which chance
levels-lead = The chances differ because the quotas must hold: where the pool has few of a kind, they are drawn more often.
levels-chart = People by chance
levels-chart-text = Chart of how many people had which chance. The numbers stand in the table below.
levels-caption = People by chance, in numbers
levels-chance = Chance
levels-people = People
levels-share = Share of those who could be drawn
levels-from-to = { $low } to { $high }
chances-heading-none = Everybody in the pool
chances-heading = Your chance, and why it was so
chances-find = Find your id with the search of your browser (Ctrl+F).
chances-same = People with the same answers have the same chance. It is the average number of seats of the group divided by the number of its people.
chances-home = Those who live with others in the pool stand apart, because only one of each household can come.
chances-lives-with = { $values } · lives with others in the pool
chances-estimated = The chances were counted in { $trials } trial draws. They may therefore differ a little, also for people with the same answers.
chances-none = Nobody knows the chances, because no lot was drawn. Here stands everybody in the pool.
chances-level = { $chance }: { $people ->
    [one] one person
   *[other] { $people } people
}
chances-selected = Had a seat already: { $people ->
    [one] one person
   *[other] { $people } people
}
chances-excluded = Could not be drawn: { $people ->
    [one] one person
   *[other] { $people } people
}
chances-housemates = Live with somebody who had a seat: { $people ->
    [one] one person
   *[other] { $people } people
}
chances-everybody = The pool: { $people ->
    [one] one person
   *[other] { $people } people
}
chances-own-group = The chance is { $chance }.
chances-group = The chance is { $chance }: { $people } people share { $seats } { $unit ->
    [seat] seat
   *[seats] seats
} on average.
chances-group-only = { $people ->
    [one] One person.
   *[other] { $people } people.
}
chances-drawn = { $id } (drawn)
chances-own = { $id }: { $chance }

## Why not more
reason-caps = The quotas leave no room for more: { $list }.
reason-cap = at most { $seats } for { $named }
reason-takers = Others must have their seats: { $list }.
reason-taker = at least { $seats } for { $named }
reason-households = At most one from each household can come.
reason-size = The panel has only { $seats } seats.
reason-learnt = Panels consist of whole people, and that sets a limit too.
reason-sure = They are always drawn: the quotas need them all, or there are seats for them all.
reason-top = The method lets nobody have a higher chance.
reason-home = They live with others in the pool, and only one of the household can come.
reason-full = They have all the seats they can have.
reason-unreachable = No panel that meets all quotas has room for them.

## The draw itself
drawn-heading-none = How the panel was chosen
drawn-heading-not-yet = The draw itself
drawn-heading = How the lot was drawn
drawn-fixed-run = The pool and the quotas were fixed before the draw.
drawn-run = The text decides every step of the method, so it gives the same people whenever it is used.
drawn-members = These were drawn:
drawn-not-yet = The lot has not been drawn yet. When it has, it will stand here, step by step.
drawn-no-lottery = No lot was drawn. The panel was chosen to be as mixed as possible.
drawn-fixed = The pool, the quotas and the possible panels were fixed before the draw.
drawn-promise = The organiser had a secret text and published a fingerprint of it beforehand:
drawn-by-seed = The lot follows from this text, which everybody got to see:
drawn-by-secret = The lot follows from two texts: the organiser’s secret one, which was shown afterwards, and a public one that nobody knew beforehand:
drawn-by-fresh = The computer made this text at the moment of the draw:
drawn-by-ceremony = The lot was drawn in front of everybody with something that has { $sides } sides. It showed:
drawn-ticket = The text gives ticket number { $number } of { $all }.
drawn-tickets = { $kind ->
    [sets] Each set of panels has as many tickets as its chance says. Set
   *[panels] Each panel has as many tickets as its chance says. Panel
} { $panel } has the tickets { $first } to { $last }.
drawn-list = The text gives number { $number } of { $all } panels that are equally likely.
drawn-throws = The numbers are read as the digits of one number and give panel { $number } of { $all } that are equally likely.
drawn-panel = { $kind ->
    [sets] Set
   *[panels] Panel
} { $panel } was drawn. It consists of:
drawn-part = Panel { $number }
drawn-chosen = The panel consists of:
drawn-kept = These had a seat already:
panels-heading = The panels
panels-count = There { $panels ->
    [one] was one possibility
   *[other] were { $panels } possibilities
} to draw from, each with its own chance.
panels-list = From them { $panels } numbered panels were made that are equally likely. That changes nobody’s chance by more than { $deviation } percentage points; less than { $least } percentage points cannot be reached with so many panels.
panels-file = All numbered panels stand in the file
panels-numbered = They are numbered from 0.

## Check it yourself
check-heading = Check it yourself
check-lead = You need not believe the report. Everything it takes to check the sums stands in the record.
check-record = Get the record:
check-inddrag = Run Inddrag’s own check:
check-python = Or run the independent Python program, which uses nothing of Inddrag:
check-files = Compare the fingerprints of the files (SHA-256) with those that stand here.
check-tells = The check sees that every panel meets all quotas, that the chances fit the panels, that the proof holds, and that the lot gives just this panel.
check-tells-panel = The check sees that the panel meets all quotas.
files-caption = Files that were read
files-role = What
files-name = File
files-bytes = Size
files-hash = SHA-256
role = { $role ->
    [quotas] Quotas
    [people] The pool
    [selected] Already selected
   *[settings] Settings
}
