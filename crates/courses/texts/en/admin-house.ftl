### The house's front page: what is to be decided today.

admin-house-lead = What waits for you, and how things are going.
admin-house-decisions = To decide
admin-house-nothing = Nothing is waiting
admin-house-nothing-text = All editions are on their way. It says so here when a deadline has passed or many people are waiting.
admin-house-first-series = Welcome
admin-house-first-series-text = Begin with a series: the texts, price and place that your courses share.
admin-house-first-edition = There are no editions yet
admin-house-first-edition-text = Plan the first edition. People can sign up once you open it.
admin-house-new = New sign-ups
admin-house-new-caption = Seats signed up for in the last { $days } days
admin-house-new-none = Nobody has signed up in the last { $days } days.
admin-house-new-seats = New seats
admin-house-upcoming = Upcoming editions
admin-house-upcoming-none = No editions with a date are open.
admin-house-more = { $count ->
    [one] And { $count } more edition
   *[other] And { $count } more editions
 }
admin-house-interest = Interest
admin-house-interest-seats = Seats hoped for
admin-house-interest-of = { $seats } of { $minimum } seats hoped for
admin-house-interest-none = Nobody is on the interest lists.
admin-house-interest-kept = { $months ->
    [one] Interest is kept for { $months } month.
   *[other] Interest is kept for { $months } months.
 }
admin-todo-decide = Run or cancel?
admin-todo-hold = Was it held?
admin-todo-hold-text = The last day has passed. Mark the edition as held.
admin-todo-season = Needs a date
admin-todo-season-text = The season has passed, and the edition has no date. Set a date or a new season.
admin-todo-full = Full, and more want to come
admin-todo-nearly-full = Nearly full, and more want to come
admin-todo-full-text = { $left ->
    [0] No seats left. People on the interest list hope for { $interest }. Give the edition more seats, or plan another.
    [one] { $left } seat left. People on the interest list hope for { $interest }. Give the edition more seats, or plan another.
   *[other] { $left } seats left. People on the interest list hope for { $interest }. Give the edition more seats, or plan another.
 }
admin-todo-propose = Enough for a new edition?
admin-todo-propose-text = { $interest ->
    [one] People on the interest list hope for { $interest } seat. It takes { $minimum }. Plan an edition.
   *[other] People on the interest list hope for { $interest } seats. It takes { $minimum }. Plan an edition.
 }
