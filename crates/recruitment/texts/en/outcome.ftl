### Methods, status and proofs.

## What the method aims for
objective-name = { $objective ->
    [leximin] most equal chances (leximin)
    [maximin] highest lowest chance (maximin)
    [nash] highest product of chances (Nash)
    [goldilocks] neither very low nor very high chances (goldilocks)
    [minimax] lowest highest chance (minimax)
    [legacy] step by step (legacy)
   *[diversimax] most mixed panel (diversimax)
}
objective = { $objective ->
    [leximin] The lowest chance is as high as the quotas allow; then the next lowest, and so on.
    [maximin] The lowest chance is as high as the quotas allow.
    [nash] All chances multiplied with each other make as large a number as the quotas allow.
    [goldilocks] Chances are neither very low nor very high: both count against it.
    [minimax] The highest chance is as low as the quotas allow.
    [legacy] The panel is drawn person by person, each time where the quotas are tightest. Nobody set the chances, so they are estimated from trial draws.
   *[diversimax] The panel was chosen to be as mixed as possible. This is no lottery, and nobody knows the chances.
}

## How far it came
status-name = { $status ->
    [certified] Proven
    [bounded] Stopped early
    [estimated] Estimated
   *[no-lottery] No lottery
}
status = { $status ->
    [certified] It is proven that no other lottery under the same quotas is better by this aim.
    [bounded] The calculation was stopped early. The lottery is valid, but there may be one that is better by this aim.
    [estimated] The chances are estimated: they were counted in trial draws, and nothing is proven about them.
   *[no-lottery] No lot was drawn, so nobody had a chance that could be worked out.
}
proven-chance = The lowest chance is { $value }; no lottery can give more than { $bound }. On each level at most { $gap } percentage points are missing to the best that can be reached.
proven-maximin = The lowest chance is { $value }; no lottery can give more than { $bound }.
proven-minimax = The highest chance is { $value }; no lottery can come below { $bound }.
proven-number = The aim was reached to { $value }; no lottery can come further than to { $bound }. The difference is at most { $gap }.

## Progress
phase-types = Sorting people by their answers
phase-chances = Finding the best chances
phase-panels = Finding panels that give them
phase-repair = Finding more panels, so that the chances fit exactly
phase-deal = Giving the seats to people
