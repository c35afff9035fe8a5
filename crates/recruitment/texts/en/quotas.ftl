### Whether the quotas can be met, and what can be done about it.

## Quotas that contradict each other
conflict-lead = These conditions cannot all be met together:
conflict-size = The panel has { $seats ->
    [one] one seat
   *[other] { $seats } seats
}
conflict-panels = { $panels } panels are drawn at once, and nobody can sit on two of them
conflict-min = { $named }: at least { $seats ->
    [one] one seat
   *[other] { $seats } seats
}
conflict-max = { $named }: at most { $seats ->
    [one] one seat
   *[other] { $seats } seats
}
conflict-households = At most one from each household
conflict-mend = If just one of the conditions is relaxed, the rest of the list can be met.
conflict-open = The list may be longer than it must be, because a part of the search was stopped.

## People who cannot come
unreachable-lead = { $people ->
    [one] One person of the pool can sit on no panel
   *[other] { $people } people of the pool can sit on no panel
}: { $ids } ({ $values }). With one of them on the panel, these conditions cannot all be met together:

## Proposals
relaxation-none = The quotas can be met as they are.
relaxation-lead = Proposal { $number } (cost { $cost }):
relaxation-for-everybody = Then everybody in the pool can be drawn (cost { $cost }):
relaxation-out-of-reach = { $people ->
    [one] One person can still not be drawn, as far as the quotas may be changed
   *[other] { $people } people can still not be drawn, as far as the quotas may be changed
}: { $ids }.
relaxation-raise = Raise max of { $named } from { $from } to { $to }
relaxation-lower = Lower min of { $named } from { $from } to { $to }
relaxation-cost = The cost measures how much a proposal changes. One seat more in max costs 1. One seat less in min costs 1 + 2/min, because a small minimum protects a small group.
relaxation-open = There may be a cheaper proposal; the search was stopped.
relaxation-cannot = The quotas cannot be met even if they are changed as far as min_flex and max_flex allow. Give them more room, find more people, or make the panel smaller.

## The pool beside the quotas
overview-caption = Pool and quotas: { $people } in the pool, { $drawable } can be drawn, { $size } seats
overview-feature = Feature
overview-value = Value
overview-people = In the pool
overview-share = Share of the pool
overview-drawable = Can be drawn
overview-selected = Have a seat
overview-quota = Quota
overview-quota-share = Share of the panel
overview-sum = Total
span = { $low }–{ $high }

## Why nothing can be drawn
failure-no-panel = No panel meets all quotas. That is proven. See which conditions contradict each other, and relax one of them.
failure-stopped = The calculation was stopped before any panel was found. Whether the quotas can be met is not known. Give it more time, or relax the quotas.
unfit-no-features = There are no features to set quotas for, or a feature has no values.
unfit-values = Person number { $person } of the pool has not exactly one value of each feature.
unfit-nobody = There is no person number { $person } in the pool.
unfit-too-many-selected = { $selected } are selected already, but the panel has { $size } seats.
unfit-no-panels = No panel is to be drawn.
