# panel: files and what was asked
panel-wrong = There are mistakes, and nothing was written. Mend them and try again:
panel-unreadable = The file { $path } cannot be read: { $detail }. Check its name, and whether you may read it.
panel-no-table = { $path }: { $why }
panel-notice = { $source ->
    [quotas] The file of quotas
    [people] The file of the pool
    [selected] The file of those already selected
    [excluded] The file of those excluded
   *[list] The file
}: { $notice }
panel-more = … and { $count } more. Use --json to get them all.

# panel check
panel-feasible = It works: there is at least one panel that meets all quotas.
panel-infeasible = It does not work: no panel can meet all quotas.
panel-open = It is not settled whether a panel can meet all quotas: the search took too long.
panel-reach-open = There was no time to look whether everybody in the pool can sit on a panel. Give more with --time-limit.
panel-not-a-draw = This is a trial and not a draw. Nobody was selected.

# panel select and replace: what was asked
panel-seed-empty = --seed is empty. Write a text that everybody knows, or leave it out.
panel-commitment-unreadable = --commitment is not 64 hexadecimal digits.
panel-commitment-differs = The secret is not the one that was promised: its promise is { $promised }.
panel-secret-too-short = The secret has { $characters } characters and could be guessed. It needs at least { $least }.
panel-gamma = --gamma must be a number above 0.
panel-gamma-unused = --gamma is for goldilocks only.
panel-no-list = --lottery must be at least 1.
panel-legacy-list = legacy cannot make numbered panels: nobody knows the chances. Choose another --objective, or leave --lottery out.
panel-diversimax-list = diversimax cannot make numbered panels: it is no lottery. Choose another --objective, or leave --lottery out.
panel-legacy-several = legacy draws one panel at a time.
panel-diversimax-several = diversimax finds one panel at a time.
panel-time-limit = --time-limit must be a number of seconds from 0.
panel-no-salt = --public is empty. Write a text that nobody can guess, and keep it.

# panel select and replace: what came out
panel-chances = Chances lie between { $low } and { $high }.
panel-unreachable = { $people ->
    [one] One person has no chance, for no panel has room. `panel check` says why.
   *[other] { $people } people have no chance, for no panel has room. `panel check` says why.
}
panel-without-chance = { $people ->
    [one] One person has no chance in this lottery, but could perhaps have had one.
   *[other] { $people } people have no chance in this lottery, but could perhaps have had one.
}
panel-list = { $panels } numbered panels are made. Nobody's share of them is more than { $deviation } per mille from the chance; at least { $least } cannot be avoided.
panel-list-unfound = So many numbered panels were not found. Try another number, or give it more time.
panel-gave-up = legacy gave up: none of its attempts gave a panel. That proves nothing; `panel check` says whether there is one. Try leximin.
panel-undrawn = Nobody is drawn yet.
panel-undrawn-list = Nobody is drawn yet. The panels are numbered from 0. The draw can be made in public with `panel lottery`, for example with:
panel-way = { $throws ->
    [one] one throw or draw of { $sides } sides or balls
   *[other] { $throws } throws or draws of { $sides } sides or balls
} ({ $counting } of { $all } outcomes count)
panel-drawn = { $people ->
    [one] One person is drawn.
   *[other] { $people } people are drawn.
}
panel-drawn-ticket = { $people ->
    [one] One person is drawn, with ticket number { $ticket }.
   *[other] { $people } people are drawn, with ticket number { $ticket }.
}
panel-drawn-list = { $people ->
    [one] One person is drawn, with panel number { $panel }.
   *[other] { $people } people are drawn, with panel number { $panel }.
}
panel-fresh = Chance came from this computer. Its text is in record.json, so the draw can be repeated, but no stranger can see that other texts were not tried first. To be able to prove it, use --lottery and --no-draw, publish the list and throw dice (`panel lottery`), or use --seed with a text that nobody knew when all else was fixed.
panel-open-seats = { $seats ->
    [one] One seat is to be filled
   *[other] { $seats } seats are to be filled
}, { $selected } are taken.
panel-dropped = { $people ->
    [one] One of those already selected is excluded and does not keep the seat.
   *[other] { $people } of those already selected are excluded and do not keep their seats.
}
panel-open-quotas = This is left of the quotas:
panel-written = Written to { $folder }: { $files }.
panel-in-the-way = The folder { $folder } has a file named { $name } already that does not belong to an earlier selection, or that is being read now. It is not overwritten. Choose another folder, or move the file.
panel-unwritable = { $folder } cannot be written: { $error }.

# panel lottery
panel-no-panels = There are no panels to draw from.
panel-without-list = There are no numbered panels in the folder. Make them with `panel select --lottery 1000 --no-draw`.
panel-sides = Something with { $sides } sides cannot be thrown.
panel-throws = { $wanted ->
    [one] It takes one throw, and there are { $got }.
   *[other] It takes { $wanted } throws, and there are { $got }.
}
panel-side = Throw number { $throw } cannot show { $side }. Sides are counted from 0.
panel-again = These throws do not count. Make all of them again.
panel-promise = Publish these 64 digits before the public text is known, and keep the secret for the draw.
panel-drawn-already = The draw has been made: panel number { $panel }. It is not made again in the same folder.
panel-record-format = { $path } is no selection that we can read: “{ $found }”.
panel-record-damaged = { $path } cannot be read, line { $line }, character { $column }: { $message }.
panel-record-contradicts = record.json contradicts itself. Get it from where it was written.

# panel reserve
panel-reserve-undrawn = Nobody is drawn yet, so there is no panel to make a reserve for.
panel-unreservable = The reserve cannot be chosen: { $why }.
panel-stay-range = { $stay } is no probability between 0 and 1.
panel-stay-cell = Row { $row }: “{ $cell }” is no probability between 0 and 1.
panel-stay-missing = { $id } is on the panel and missing in the file.
panel-untaught = There is nobody to learn from: no row has YES under “Initially Selected”.
panel-reserve = { $people ->
    [one] One person is in the reserve.
   *[other] { $people } people are in the reserve.
}
panel-reserve-loss = Expected distance from the quotas when people drop out: { $with } with the reserve, { $without } without.
panel-reserve-bound = In the futures that it was chosen for: { $loss }. No reserve of that size gets below { $bound }.
panel-reserve-nearest = To compare, doubles of those most likely to drop out: { $loss }.
panel-reserve-scaled = To compare, a small panel by quotas scaled down: { $loss }.

# panel invite
panel-invite-nothing-asked = Give --letters to draw who gets a letter, or --size and --rate (or --counted) to be told how many letters it takes.
panel-invite-no-register = Drawing letters takes --people and --out.
panel-response = --rate must be above 0 and at most 1; --counted is written as letters:answers, for example 12000:180.
panel-invited = { $letters ->
    [one] One letter is drawn
   *[other] { $letters } letters are drawn
} among { $people } people.
panel-fresh-letters = Chance came from this computer. Its text is in invite.json, so the draw can be repeated. Use --seed with a text that everybody knows if it must be possible to prove it.
panel-pool-expected = The whole pool: { $forecast }
panel-weights-columns = The file of weights needs the columns { $columns } and weight.
panel-weight = The file of weights, row { $row }: “{ $cell }” is no number from 0.
panel-weight-missing = The file of weights has no weight for { $stratum }.
panel-sizes = --sizes must be whole numbers: { $sizes }.

# panel verify
panel-same-file = { $role }: the same file as the one that was read ({ $hash })
panel-other-file = { $role }: another file than the one that was read ({ $hash })
panel-checked = { $code ->
    [format] It is a selection that we can read
    [pool] Everybody is in the pool once, with values that have a quota
    [panels] Each panel keeps size, quotas and households
    [tickets] The tickets are given out, and the panels' chances go with them
    [probabilities] Everybody's chance goes with the tickets
    [levels] The steps of the chances are right
    [figures] The figures are right
    [unreachable] Those without a chance cannot have one
    [steps] The proof goes through everybody and says the chance they have
    [bound] No lottery can be better than stated
    [gap] The distance to the best is as stated
    [learnt] The learnt inequalities hold for all panels
    [list] The numbered panels keep everything
    [deviation] The numbered panels are as near to the chances as stated
    [commitment] The secret is the one that was promised
    [draw] The draw gives the same again
   *[rest] Something else
} ({ $count } looked at)
panel-stated = ; stated { $stated }, found { $found }
panel-verdict = { $verdict ->
    [passed] ✓
    [failed] ✗
   *[not-checked] –
}
panel-nothing = nothing
panel-fault = { $kind ->
    [word] unknown word in { $what }
    [twice] is in the pool twice: { $what }
    [unknown] is not in the pool: { $what }
    [values] has values without a quota: { $what }
    [quota] the quota contradicts itself: number { $what }
    [size] wrong number of people: { $what }
    [twice-on-panel] sits there twice: { $what }
    [not-drawable] cannot be drawn: { $what }
    [quota-of-panel] a quota is not kept: { $what }
    [household] two of one household: { $what }
    [parts] the parts do not fit: { $what }
    [panel-chance] the chance does not go with the tickets: panel { $what }
    [level] the step is wrong: { $what }
    [reachable] nothing proves that the chance must be 0: { $what }
    [listed] stands in no step of the proof, or in two: { $what }
    [worthless] the prices say nothing of: { $what }
    [price] a price that cannot be right { $what }
    [inequality] a learnt inequality does not hold: { $what }
    [secret] the secret is not the one that was promised { $what }
    [untold] the draw cannot be repeated { $what }
    [drawn] the text gives another ticket or number: { $what }
    [drawn-panel] the number gives another panel: { $what }
   *[drawn-members] others sit on the panel { $what }
}
panel-fault-number = { $what }: stated { $stated }, it is { $found }
panel-place-panel = panel { $number }
panel-place-numbered = numbered panel { $number }
panel-place-drawn = the panel drawn
panel-verified = Everything holds.
panel-not-verified = Not everything holds.
