# Every document
document-page = Page { $page } of { $pages }

# Flyer of a course programme
flyer-description = Course programme from { $house }: { $title }
flyer-issued = { $house }, { $date }
flyer-qr-alt = QR code that opens { $address }
flyer-course = Course
flyer-when-where = Time and place
flyer-status-price = Seats and price
flyer-practical = Practical information
flyer-price = Price
flyer-place = Place
flyer-times = Time
flyer-deadline = Sign-up
flyer-minimum = Participants
flyer-who = Who can take part?
flyer-contact = Sign-up and contact
flyer-write-to = Write to
flyer-read-more = Read more and sign up at

# Spreadsheets
sheet-yes = yes
sheet-no = no
sheet-cut = … [cut: the text was { $length } characters long]

# Import: why a file cannot be read at all
import-empty = The file is empty. It needs a row of headings and a row for each entry.
import-too-large = The file is { $size }. It may be { $limit } at most.
import-bomb = The file is more than { $limit } when unpacked. Save the list by itself in a new file and try again.
import-too-many-rows = The file has more than { $limit } rows. Split it into several files.
import-too-many-columns = The file has more than { $limit } columns. Delete those that are not needed.
import-too-many-cells = The file has more than { $limit } filled cells. Split it into several files.
import-cell-too-long = The cell in row { $row }, column { $column } has more than { $limit } characters.
import-open-quote = A quotation mark in row { $row } is never closed. Delete it or add another.
import-old-or-locked = The file is either an old Excel file (.xls) or protected by a password. Save it as .xlsx or .ods without a password.
import-not-a-workbook = The file is not a spreadsheet. Save it as .xlsx, .ods or .csv.
import-not-a-table = The file is neither text nor a spreadsheet. Save it as .xlsx, .ods or .csv.
import-damaged = The file is damaged. Open it in your spreadsheet program, save it again and try once more.

# Import: what to know about a file that could be read
import-guessed-encoding = The file did not say how letters such as æ, ø and å are written. Check that the names are right.
import-other-sheets = Only the first sheet was read. These sheets are left out: { $names }.
import-error-cell = Row { $row }, column { $column } shows an error: { $value }.

# Import: what to mend
import-at-cell = Row { $row }, column { $column } “{ $heading }”: { $problem }
import-at-row = Row { $row }: { $problem }
import-left-out = { $n ->
    [one] There is one more thing to mend.
   *[other] There are { $n } more things to mend.
}
import-no-rows = there are no rows below the headings.
import-column-missing = the column “{ $name }” is missing.
import-column-twice = the same information is already in column { $first }. Delete one of them.
import-missing = the cell must be filled in.
import-not-a-number = “{ $value }” is not a whole number.
import-not-an-amount = “{ $value }” is not an amount. Write for example 3000 or 3000.50.
import-not-a-date = “{ $value }” is not a date. Write for example 26-10-2026.
import-not-yes-or-no = “{ $value }” is neither yes nor no.
import-too-long = the text is { $length } characters long. It may be { $limit } at most.
import-twice = is already in row { $first }.
import-not-one-of = “{ $value }” cannot be used here. Write { $allowed }.
