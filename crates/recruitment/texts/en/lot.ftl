### Dice, coins, balls and promises.

ceremony-way = { $kind ->
    [coin] Toss a coin { $throws } times; one side is 0, the other 1, as agreed beforehand.
    [die] Throw a die with { $sides } sides { $throws } times, or so many dice at once in an agreed order. Sides are counted from 0; on an ordinary die the six is 0.
   *[urn] Draw { $throws } times one ball of { $sides } that are numbered from 0, and put it back each time.
} The first throw is the leading digit. That gives one of { $panels } panels.
ceremony-all-count = All { $all } outcomes count.
ceremony-some-count = { $counting } of { $all } outcomes count; if one of the others comes, begin again.
ceremony-again = This outcome does not count, or some panels would have a higher chance than others. Begin again.
misread-throws = { $got } throws are written, but there must be { $wanted }. Write them all in order.
misread-side = Throw number { $throw } cannot show { $side }. Sides are counted from 0; correct the number.
secret-too-short = The secret has { $characters } characters, and so short a text can be guessed. Use at least { $least } random characters.
