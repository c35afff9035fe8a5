### What is wrong or worth knowing before anything is drawn.

severity = { $severity ->
    [error] Error
    [warning] Warning
   *[note] Note
}
count-errors = { $count ->
    [0] No errors
    [one] One error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [0] no warnings
    [one] one warning
   *[other] { $count } warnings
}

## Where
file = { $source ->
    [settings] The settings
    [quotas] The file of quotas
    [people] The file of the pool
    [selected] The file of those already selected
    [excluded] The file of those excluded
   *[question] The task
}
place-row = { $file }, row { $row }
place-line = { $file }, line { $row }
place-cell = { $row }, column { $letter }
place-cell-named = { $row }, column { $letter } (“{ $name }”)
quoted = “{ $text }”
nothing-there = nothing
trait-name = { $feature }: { $value }

## The files
sheet-empty = The file is empty. Write headings and rows into it, or choose another file.
sheet-no-rows = There are headings but no rows below them. Add the rows.
column-missing = The column “{ $column }” is missing; the file has { $found }. Correct the heading, or add the column.
column-twice = The column “{ $column }” is there twice, first as column { $first }. Delete one of them, or give it another name.
id-missing = The row has no id and was left out. Give it an id if the person should take part.

## The quotas
quotas-by-position = The headings are unknown, so the first four columns were read as feature, value, min and max. Write these four words as headings if that is right.
quota-feature-missing = The row does not say which feature it is about and was left out. Write the feature, or empty the row.
quota-value-missing = A value of the feature “{ $feature }” is missing. Write the value, or delete the row.
quota-value-twice = { $named } has a quota already, in row { $first }. Delete one of the rows.
too-many-values = The feature “{ $feature }” has more than { $limit } values. Merge some of them.
number-missing = A number for { $named } is missing. Write a whole number, even if it is 0.
number-invalid = “{ $text }” is not a whole number from 0. Write the number of seats for { $named } in digits.
min-over-max = { $named } must have at least { $min } seats but may have at most { $max }. Correct one of the numbers.
min-flex-over-min = { $named }: min_flex is { $flex } and thus higher than min, which is { $min }. Set min_flex to { $min } or lower.
max-flex-below-max = { $named }: max_flex is { $flex } and thus lower than max, which is { $max }. Set max_flex to { $max } or higher.
minimums-over-size = The feature “{ $feature }” needs { $sum } seats in all, but the panel has { $size }. Lower some of the minimums, or make the panel larger.
maximums-under-size = The feature “{ $feature }” has room for { $sum } in all, but the panel has { $size } seats. Raise some of the maximums, or make the panel smaller.
features-contradict = The feature “{ $feature }” needs at least { $minimums } seats, but “{ $other }” has room for at most { $maximums }. Correct the numbers of one of them.
maximum-zero = { $people ->
    [one] One person
   *[other] { $people } people
} with { $named } cannot be drawn, because the quota gives them no seats. Raise the maximum if that is not intended.
value-full = { $people ->
    [one] One person
   *[other] { $people } people
} with { $named } cannot be drawn, because those already selected fill the quota. Raise the maximum if more of them should be able to come.

## The pool
id-twice-same = The id { $id } stands in row { $first } already, and the two rows are alike. The later one was left out; delete it.
id-twice-different = The id { $id } stands in row { $first } already, but the rows differ in { $columns }. Keep the right one, or give one of them another id.
value-missing = The person has no value of “{ $feature }”. Write one of these: { $values }.
value-unknown = “{ $text }” is not a value of “{ $feature }”. Write one of these: { $values }, or give the value a quota.
addresses-incomplete = { $people ->
    [one] One person has no whole address and counts as living alone
   *[other] { $people } people have no whole address and count as living alone
}. Complete the addresses if any of them may live with others.

## Those already selected
selected-nobody = The file names nobody. That is fine if nobody has been selected yet.
selected-twice = The id { $id } stands in row { $first } already. The person counts once; delete one of the rows.
selected-not-in-pool = The person { $id } is not in the pool. The values in this file are used; check the id.
selected-values-unknown = The person { $id } is not in the pool, and the file does not tell all values, so the quotas cannot count the person. Correct the id, or fill in the values.
selected-addresses-unknown = The address columns { $columns } are missing, so we cannot find those who live with somebody selected outside the pool. Add the columns.
selected-too-many = { $selected } are selected already, but the panel has { $size } seats. Make the panel larger, or take some out of the file.
selected-over-maximum = { $selected } with { $named } are selected already, but the quota has room for at most { $max }. Raise the maximum to { $selected }, or take some out of the file.
selected-for-several = { $panels } panels are to be drawn at once, and nobody says on which of them those already selected sit. Fill one panel at a time.
excluded-not-in-pool = “{ $id }” is not in the pool. Check that the id is spelt right, or somebody who said no could be drawn.
selected-share-household = { $id } and { $other } are both selected but live together. Check whether both should keep their seats.

## The settings
settings-syntax = The settings cannot be read here: { $detail }. Correct the line.
key-unknown = The setting “{ $key }” is unknown and not used. Check whether it is spelt correctly.
key-missing = The setting “{ $key }” is missing. Add it if what is used instead does not suit.
type-wrong = “{ $key }” must be { $expected ->
    [string] a text in quotation marks
    [array] a list in square brackets
    [boolean] true or false
   *[integer] a whole number
} but is { $found ->
    [string] a text
    [array] a list
    [boolean] true or false
    [integer] a whole number
    [float] a decimal number
    [datetime] a date
   *[table] a group of settings
}. Correct the value.
number-out-of-range = “{ $key }” cannot be { $text }. Write a smaller or a larger number.
algorithm-unknown = There is no method “{ $text }”. Choose one of these: { $known }.
backend-unknown = There is no solver “{ $text }”. Delete the line; the program calculates by itself. Known names are { $known }.
backend-unused = The solver “{ $backend }” is not used, because the program calculates by itself. You may delete the line.
address-columns-missing = At most one from each address may be drawn, but check_same_address_columns does not say which columns are the address. Write the columns, or set check_same_address to false.

## Pool and quotas together
pool-too-small = The pool can fill { $people ->
    [one] one seat
   *[other] { $people } seats
}, but { $seats } are to be drawn. Find more people, or make the panel smaller.
pool-too-few = { $people ->
    [0] Nobody
    [one] Only one
   *[other] Only { $people }
} with { $named } can be drawn, but the quota needs at least { $min }. Find more people, or lower the minimum.
pool-too-few-households = All with { $named } live in { $households ->
    [one] the same household
   *[other] { $households } households
}, but the quota needs at least { $min } from different ones. Find more people, or lower the minimum.
pool-too-few-within-maximums = With no value of “{ $feature }” above its maximum, the pool can fill only { $people } of { $seats } seats. Raise the maximum of values that many people have, or find more people with the others.
pool-value-absent = Nobody in the pool has { $named }. The quota does not need it either; check whether that is intended.

## The task
question-no-features = There are no features to set quotas for. Write at least one feature with a value.
question-no-seats = The panel has no seats. Say how many are to be drawn.
question-no-panels = No panel is to be drawn. Say how many panels you want.
question-person-unknown = There is no person number { $person } in the pool. Check the lists of those selected and excluded.
question-person-unfit = { $id } has not exactly one value of each feature. Correct the person’s row in the pool.
