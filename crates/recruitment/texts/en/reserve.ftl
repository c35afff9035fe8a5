### Reserves and letters.

## Who steps in
step-in = { $person } steps in. { $fitting ->
    [one] Only one of the reserve fitted the quotas as well.
   *[other] { $fitting } of the reserve fitted the quotas equally well, and the lot decided: each had a chance of { $chance }.
}
step-in-nobody = Nobody of the reserve can step in. The seat stays empty.
step-in-met = The panel meets all quotas when the empty seats are filled.
step-in-breach = { $named }: { $seats } seats, but the quota is { $quota }
step-in-breaches = These quotas can no longer be met:
verdict-fits = { $person }: fits the quotas best; chance { $chance }
verdict-fits-less = { $person }: fits the quotas less well
verdict-household = { $person }: lives with { $other }, who has a seat
verdict-seated = { $person }: has a seat already
verdict-excluded = { $person }: is excluded from the lottery
unreservable-person = Person number { $person } is not in the pool or is named twice. Check the lists of the panel and the reserve.
unreservable-stay = The probability that member number { $member } stays is missing or is no number from 0 to 1. Correct it.
unreservable-no-samples = There are no sample futures to choose the reserve by. Ask for at least one.

## Letters
letters = Send { $letters } letters. Then { $wanted } or more answers come with a probability of { $certainty }.
forecast = We expect { $expected } in the pool, probably between { $low } and { $high }. { $wanted } are needed; the chance that so many come is { $enough }.
unsuited-too-many = { $wanted } are to be drawn, but there are only { $there }.
unsuited-too-few = There are { $wanted } to give out, but it takes at least { $least } to give everybody their least number.
unsuited-weight = Weight number { $at } is negative or no number, or all weights are zero. Correct the weights.
unsuited-rate = The rate or share { $rate } cannot be used. Write a number above 0 and up to 1.
unsuited-lists = Two lists that belong together do not fit from place { $at } on. Check that they are of the same length.
unsuited-sum = The letters to the groups add up to { $sum }, but should be { $wanted }. Correct the numbers.
