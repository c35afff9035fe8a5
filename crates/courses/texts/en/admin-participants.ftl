### Participants, cases, sign-ups entered by the house, interest lists.

admin-people-title = Participants: { $course }
admin-people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
admin-people-name = Name
admin-people-organisation = Organisation
admin-people-job = Job and department
admin-people-state = Sign-up
admin-people-case = Own case
admin-people-since = Signed up on
admin-people-search = Search for a name, organisation or job
admin-people-live = Signed up
admin-people-all = All, also those who cancelled
admin-people-none = No participants here
admin-people-none-text = Nobody has signed up yet, or nobody fits what you have chosen.
admin-people-print = Attendance list to print
admin-people-print-lead = Print the page from the browser. There is room to sign for each day.
admin-people-signature = Signature { $date }
admin-people-file = participants
admin-people-fee = Fee: { $amount } excluding VAT
admin-people-needs = Diet and access
admin-people-diets = { $count ->
    [0] Nobody has written about diet.
    [one] { $count } has written about diet.
   *[other] { $count } have written about diet.
 }
admin-people-access = { $count ->
    [0] Nobody has written about access needs.
    [one] { $count } has written about access needs.
   *[other] { $count } have written about access needs.
 }
admin-people-needs-kept = This is deleted the day after the edition.
admin-cases-title = Participants’ cases: { $course }
admin-cases-lead = { $count } of { $all } participants bring a case.
admin-cases-none = No cases yet
admin-cases-none-text = Participants can write about an idea or a plan when they sign up.
admin-seat-settled = { $name } is now “{ $state }”.
admin-seat-cancel-means = { $name } loses the seat and gets a mail about it, and the entry is removed from the calendar. It costs nothing. This cannot be undone.
admin-desk-title = Enter sign-ups
admin-desk-note = For sign-ups that came by mail or telephone. Only tick the terms if they have been accepted. The deadline does not count here, but the number of seats does.
admin-desk-mails = Mails
admin-desk-language = Language of mails
admin-desk-confirm = Send confirmation
admin-desk-confirm-hint = The contact person and the participants get the usual mail with a calendar entry.
admin-desk-enter = Enter
admin-desk-done = { $seats ->
    [one] { $seats } seat has been entered.
   *[other] { $seats } seats have been entered.
 }
admin-desk-closed = The edition takes no participants: it has not been opened, it is cancelled, or it has begun.
admin-desk-too-few = { $needed ->
    [one] { $needed } seat is needed, but { $left } are left. Nobody has been entered. Give the edition more seats in its plan.
   *[other] { $needed } seats are needed, but { $left } are left. Nobody has been entered. Give the edition more seats in its plan.
 }
admin-import-title = Import a list
admin-import-lead = Import participants from a spreadsheet. Either all of them are taken in, or none.
admin-import-template = Download an empty list with the right headings
admin-import-payers = Each row is a participant and who pays: an EAN number, a CVR number, or the participant with an address. Rows with the same payer and contact person become one sign-up with one invoice.
admin-import-list = List
admin-import-list-hint = Excel (.xlsx) or CSV, at most 4 MB.
admin-import-missing = Choose a file.
admin-import-nobody = There are no participants in the list.
admin-import-terms = The payers have accepted the terms of sign-up and cancellation
admin-import-terms-missing = The list can only be imported once the terms have been accepted.
admin-import-take = Import
admin-import-report-title = { $count ->
    [one] There is { $count } thing to mend in the list
   *[other] There are { $count } things to mend in the list
 }
admin-import-report = Nothing has been imported. Mend the list and import it again.
admin-import-line = Row { $row }: { $problem }
admin-interest-see = See the interest lists
admin-interest-lead = People who would like to hear about the next edition.
admin-interest-none = Nobody is on the lists
admin-interest-none-text = When an edition is full or has no date, people can join a list.
admin-interest-of = Interest list: { $name }
admin-interest-count = { $people ->
    [one] { $people } person hopes for { $seats } seats in all.
   *[other] { $people } people hope for { $seats } seats in all.
 }
admin-interest-since = On the list since
admin-interest-subject = Course or season
admin-interest-file = interest-list
admin-interest-remove-means = The person is deleted from the list and hears no more from you about it. This cannot be undone.
