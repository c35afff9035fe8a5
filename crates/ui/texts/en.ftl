### Fixed texts of the components.

## The page around the content
skip = Skip to the content
home = Home
breadcrumbs = Breadcrumb
main-menu = Main menu
menu = Menu
close = Close
sign-in = Log in
sign-out = Log out
signed-in-as = Logged in as
questions = Questions? Write to
call = Call

## Messages
mood-info = Information
mood-success = Success
mood-warning = Warning
mood-error = Error

## Forms
optional = (optional)
error-prefix = Error:
errors-title = { $count ->
    [one] There is one error to correct
   *[other] There are { $count } errors to correct
}
choose = Choose
cancel = Go back
day = Day
month = Month
year = Year
limit = You can write up to { $count } characters
limit-left = You have { $n } characters left
limit-over = You have written { $n } characters too many
remove = Remove
row-added = has been added
row-removed = has been removed
search = Search
change = Change
copy = Copy
copied = Copied

## Tables, lists and steps
sort-by-this = (sort by this column)
sort-ascending = (turn the order to ascending)
sort-descending = (turn the order to descending)
chart-numbers = See the numbers as a table
pagination = Pages of the list
previous-page = Previous
next-page = Next
page-of = Page { $page } of { $total }
page-number = Page { $page }
pages-left-out = Pages not shown
step-of = Step { $step } of { $total }
step-done = Step { $step } is done
step-faulty = Error in step { $step }

## Live parts
live-lost = The connection is lost. The page keeps trying by itself.
live-reload = Fetch the page again to see the latest
