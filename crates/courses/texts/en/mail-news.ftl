### Letters about a whole edition.

mail-news-runs-subject = It runs: { $course }, { $when }
mail-news-runs = The course takes place. We look forward to seeing you. The calendar entry is attached.
mail-news-uncertain-subject = Uncertain: { $course }, { $when }
mail-news-uncertain = We wrote that the course takes place. That has become uncertain. We will write again as soon as we know more. Your seat is still yours.
mail-news-cancelled-subject = Cancelled: { $course }, { $when }
mail-news-cancelled = We are sorry that we have to cancel the course. The entry is being removed from your calendar.
mail-news-cancelled-free = You do not have to pay anything. If you have paid, you get all of it back.
mail-news-other-editions = See other editions, or register interest
mail-news-changed-subject = Changed: { $course }, { $when }
mail-news-changed = Time or place has changed. The new calendar entry is attached and replaces the old one.
mail-news-moved-subject = Moved: { $course }, { $when }
mail-news-moved = The edition you signed up for has been moved to a new date. Your seat comes along. The new calendar entry is attached. If you cannot make the new day, write to us.
mail-news-invoice = The invoice comes as agreed at sign-up.
mail-fact-link = Link to the meeting
mail-fact-access = Access
