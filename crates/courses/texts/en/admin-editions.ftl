### Editions: list, plan and decisions.

admin-edition-new = Plan an edition
admin-edition-new-of = New edition: { $course }
admin-edition-choose-course = Of which course?
admin-edition-choose-course-lead = The plan is filled in with what is usual in the series.
admin-edition-continue = Continue
admin-edition-created = The edition has been saved as a draft. Open it for sign-up when it is ready.
admin-edition-list-lead = Drafts, open editions and those that are over. Choose what to see.
admin-edition-none = No editions here
admin-edition-none-text = Plan an edition, or show all editions.
admin-edition-count = { $count ->
    [one] { $count } edition
   *[other] { $count } editions
 }
admin-edition-column-course = Course
admin-edition-column-when = When
admin-edition-column-state = Status
admin-edition-column-seats = Seats
admin-edition-column-deadline = Deadline
admin-edition-filter-state = Status
admin-edition-filter-season = Season
admin-edition-filter-any = All
admin-edition-filter-current = Under way
admin-edition-filter-course = Course
admin-edition-search = Search for a course or a place

## The plan
admin-edition-plan = Plan
admin-edition-when-legend = When
admin-edition-when = What do you know about the time?
admin-edition-when-days = The date is set
admin-edition-when-season = Only which season
admin-edition-day = Day
admin-edition-add-day = Add a day
admin-edition-date = Date
admin-edition-start = Begins
admin-edition-end = Ends
admin-edition-date-missing = Write the date, such as 26.10.2026.
admin-edition-start-missing = Write when the day begins, such as 9:00.
admin-edition-end-missing = Write when the day ends, such as 16:00.
admin-edition-ends-before-start = The day ends before it begins. Correct one of the times.
admin-edition-too-many-days = An edition can have at most { $most } days.
admin-edition-day-twice = { $date } stands there twice. Remove one of them.
admin-edition-season-first = At the earliest
admin-edition-season-last = At the latest
admin-edition-place-legend = Where
admin-edition-mode = How does one take part?
admin-edition-link = Link to the online meeting
admin-edition-link-hint = Only participants see it. Must begin with https://
admin-edition-link-wrong = Write the whole address, which begins with https://
admin-venue = Place
admin-venue-hint = Choose a place you have used before, or “New place”.
admin-venue-new = New place
admin-venue-new-hint = Only fill in if you have chosen “New place”.
admin-venue-name = Name of the place
admin-venue-street = Street and number
admin-venue-postcode = Postcode
admin-venue-town = Town
admin-venue-access = Access
admin-edition-seats-legend = Seats and deadline
admin-edition-capacity = Number of seats
admin-edition-capacity-hint = Must be set before people can sign up.
admin-edition-minimum = Smallest number of participants
admin-edition-minimum-hint = If there are fewer after the deadline, you decide whether the edition runs anyway.
admin-edition-deadline = When does sign-up close?
admin-edition-deadline-by-days = A number of days before
admin-edition-deadline-by-date = On a certain date
admin-edition-deadline-days = Days before the first day
admin-edition-deadline-days-hint = The last day of sign-up is this many days before the first day, until midnight.
admin-edition-deadline-date = Last day of sign-up
admin-edition-deadline-after-start = The deadline cannot be after the first day.
admin-edition-price-legend = Price
admin-edition-price = Price per person without VAT
admin-edition-price-hint = In kroner, such as 3,000
admin-edition-vat = VAT
admin-edition-vat-standard = With VAT
admin-edition-vat-exempt = Exempt from VAT
admin-edition-vat-rate = VAT rate in percent
admin-edition-vat-reason = Why exempt?
admin-edition-vat-reason-hint = The reason stands on the invoice.
admin-edition-published = Show the edition to the public
admin-edition-published-hint = Drafts are never shown. Once the edition is open or collects interest, everybody can see it.
admin-edition-changed-told = { $count ->
    [one] Saved. { $count } participant gets a mail about the new time or place.
   *[other] Saved. { $count } participants get a mail about the new time or place.
 }

## The page of an edition
admin-edition-decide = Next step
admin-edition-decide-none = There are no further steps for this edition.
admin-edition-decide-now = The deadline has passed. Decide whether the edition runs.
admin-edition-proposal-run = { $held ->
    [one] { $held } has signed up, and it takes { $minimum }. Proposal: run it.
   *[other] { $held } have signed up, and it takes { $minimum }. Proposal: run it.
 }
admin-edition-proposal-ask = { $held ->
    [0] Nobody has signed up. Proposal: cancel, or extend the deadline in the plan.
    [one] Only { $held } has signed up, and it takes { $minimum }. Proposal: cancel, move, or extend the deadline. You can also run it, giving a reason.
   *[other] Only { $held } have signed up, and it takes { $minimum }. Proposal: cancel, move, or extend the deadline. You can also run it, giving a reason.
 }
admin-edition-done = { $step }: done.
admin-edition-done-told = { $count ->
    [one] { $step }: done. { $count } person gets a mail.
   *[other] { $step }: done. { $count } people get a mail.
 }
admin-edition-reason = Reason
admin-edition-reason-hint = Kept with the decision. Participants do not get it.
admin-edition-reason-given = Reason
admin-edition-moved-to = Moved to
admin-edition-target = Move to
admin-edition-target-none = There is no other edition of the course to move to. Plan one and open it for sign-up first.
admin-edition-target-missing = Choose the edition that participants are moved to.
admin-edition-target-seats = { $left ->
    [one] { $when }, { $left } seat left
   *[other] { $when }, { $left } seats left
 }
admin-edition-target-full = { $needed ->
    [one] { $needed } seat is needed, but { $left } are left in that edition. Give it more seats, or choose another.
   *[other] { $needed } seats are needed, but { $left } are left in that edition. Give it more seats, or choose another.
 }
admin-edition-sure = Are you sure?
admin-edition-edit = Edit the plan
admin-edition-people = Participants
admin-edition-see-participants = See the participants
admin-edition-see-cases = See the participants’ cases
admin-edition-see-public = See the course as everybody sees it
admin-edition-fact-course = Course
admin-edition-fact-when = When
admin-edition-fact-where = Where
admin-edition-fact-deadline = Last day of sign-up
admin-edition-fact-price = Price
admin-edition-fact-public = The public sees
admin-edition-fact-public-nothing = Nothing
