### The administration: what several pages share.

admin-nav-house = Overview
admin-nav-courses = Courses
admin-nav-editions = Editions
admin-nav-interest = Interest
admin-nav-texts = Texts
admin-in-danish = { $label } (Danish)
admin-in-english = { $label } (English)
admin-fill-in = Fill in “{ $label }”.
admin-save = Save
admin-cancel = Cancel
admin-remove = Remove
admin-published = Public
admin-unpublished = Not public
admin-publish = Show to the public
admin-unpublish = Hide
admin-preview = Preview
admin-move-up = Move up
admin-move-down = Move down
admin-saved = Saved.
admin-published-now = Now everybody can see it.
admin-hidden-now = Now it is hidden.
admin-actions = Actions
admin-filter = Show
admin-download-xlsx = Download for Excel
admin-download-csv = Download as CSV
admin-seats = Seats
admin-seats-of = { $held ->
    [one] { $held } of { $capacity } seats is taken. It takes at least { $minimum }.
   *[other] { $held } of { $capacity } seats are taken. It takes at least { $minimum }.
 }
admin-seats-without-capacity = { $held ->
    [one] { $held } signed up. The number of seats is not set. It takes at least { $minimum }.
   *[other] { $held } signed up. The number of seats is not set. It takes at least { $minimum }.
 }

## When two people edit at the same time
admin-clash-title = Somebody else has saved meanwhile
admin-clash-text = What you wrote is still in the form and has not been saved. This is what the other person saved. Adjust, and press Save again; then what stands in the form counts.
admin-clash-caption = Differences
admin-clash-field = Field
admin-clash-yours = You wrote
admin-clash-stored = Saved now

## Where an edition stands
admin-state-draft = Draft
admin-state-interest-only = Collecting interest
admin-state-open = Open for sign-up
admin-state-signup-closed = Sign-up closed
admin-state-confirmed = Will run
admin-state-cancelled = Cancelled
admin-state-moved = Moved
admin-state-held = Held
admin-state-archived = Archived

## Steps
admin-step-invite-interest = Show it and collect interest
admin-step-open = Open for sign-up
admin-step-close-signup = Close sign-up
admin-step-reopen = Open sign-up again
admin-step-confirm = Run the edition
admin-step-unconfirm = Take the decision back
admin-step-cancel = Cancel the edition
admin-step-move = Move to another edition
admin-step-hold = Mark as held
admin-step-archive = Archive
admin-step-invite-interest-means = The edition is shown without sign-up, and people can join the interest list.
admin-step-open-means = People can sign up until the deadline.
admin-step-close-signup-means = Nobody can sign up any more. Then you decide whether the edition runs.
admin-step-reopen-means = People can sign up again until the deadline.
admin-step-confirm-means = Everybody who has a seat gets a mail saying that the edition runs, with a calendar entry.
admin-step-unconfirm-means = The edition goes back to “Sign-up closed”. Everybody who has a seat gets a mail saying that it is uncertain whether the edition runs.
admin-step-cancel-means = Everybody who has a seat gets a mail about the cancellation, and the entry is removed from their calendar. Nobody has to pay. This cannot be undone.
admin-step-move-means = Everybody who has a seat gets one in the other edition, and a mail with the new date. This cannot be undone.
admin-step-hold-means = The edition is over. Dietary and access needs are deleted by themselves the day after.
admin-step-archive-means = The edition disappears from the lists, but can still be found.

## When something cannot be done
admin-refused-no-way = You cannot choose “{ $step }” while the edition is “{ $state }”. Perhaps somebody has just changed it: look where the edition stands now.
admin-refused-not-ready = The edition cannot take sign-ups yet. What is missing: { $gaps }.
admin-refused-deadline-passed = The last day of sign-up was { $date }. Set a later deadline in the plan first.
admin-refused-deadline-ahead = People have been told that they can sign up until { $date }. To close earlier, set an earlier deadline in the plan first.
admin-refused-reason-needed = Say why. The reason is kept with the decision.
admin-refused-nobody = Nobody has signed up. Wait, or cancel the edition.
admin-refused-not-over = The edition does not end until { $date }.
admin-refused-below-held = { $held ->
    [one] { $held } person has a seat. Do not set the number lower than that.
   *[other] { $held } people have a seat. Do not set the number lower than that.
 }
admin-refused-settled = The edition is “{ $state }”, and its plan can no longer be changed.
admin-missing-days = the date
admin-missing-venue = the place
admin-missing-capacity = the number of seats
admin-missing-room-for-minimum = room for the smallest number of participants

## Choices
admin-mode-online = Online
admin-mode-venue = In person
admin-mode-hybrid = Both in person and online
admin-level-open = Open to all, interest is enough
admin-level-builds-on = Builds on prerequisites
admin-theme-rationales = Rationales: why involve?
admin-theme-methods = Methods and design
admin-theme-practice = Practice from recruitment to evaluation
admin-theme-follow-up = Follow-up and anchoring
admin-price-per-course = For the whole course
admin-price-per-day = For each day

## Seats
admin-seat-requested = Pending
admin-seat-confirmed = Signed up
admin-seat-cancelled-by-participant = Cancelled
admin-seat-cancelled-by-house = Cancelled by us
admin-seat-substituted = Replaced by a colleague
admin-seat-attended = Attended
admin-seat-no-show = Did not come
admin-seat-step-cancel = Cancel the seat
admin-seat-step-attend = Attended
admin-seat-step-miss = Did not come
admin-seat-refused-no-way = That cannot be done: the participant is “{ $state }”.
admin-seat-refused-begun = The edition began on { $date }. Mark the participant as absent instead.
admin-seat-refused-not-begun = The edition does not begin until { $date }.
