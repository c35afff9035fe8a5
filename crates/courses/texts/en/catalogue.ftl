nav-courses = Courses
nav-practical = Practical
nav-audience = Who can take part?
nav-past = Courses held
nav-about = Who we are
catalogue-search = Search the courses
catalogue-results = { $count ->
    [0] No courses
    [one] { $count } course
   *[other] { $count } courses
 }
catalogue-empty-title = No courses match the search
catalogue-empty-text = Try another word, or see all courses.
catalogue-none-title = There are no courses right now
catalogue-none-text = Come back later, or write to us.
catalogue-all = See all courses
catalogue-past-season = Earlier editions
catalogue-no-edition = Without a date: register your interest
season-spring = Spring { $year }
season-autumn = Autumn { $year }
season-window = { $first } / { $last }
catalogue-flyer = Download the course programme (PDF)
catalogue-status-filter = Show
catalogue-filter-all = All courses
catalogue-filter-open = Only with seats left
catalogue-filter-button = Show
catalogue-offered-by = Offered by { $names }
status-open = { $seats ->
    [one] { $seats } seat left
   *[other] { $seats } seats left
 }
status-few = { $seats ->
    [one] Only { $seats } seat left
   *[other] Only { $seats } seats left
 }
status-full = Fully booked
status-interest = Register your interest
status-closed = Sign-up is closed
status-held = Held
status-cancelled = Cancelled
status-moved = Moved
when-online = Online
when-hybrid = { $place } and online
place-unknown = Place to be announced
price-course = { $price } excl. VAT per person
price-day = { $price } excl. VAT per person per day
price-incl = { $price } incl. VAT
price-incl-day = { $price } incl. VAT per day
course-purpose = Purpose
course-parts = On the course
course-outcomes = What you get
course-prerequisites = Prerequisites
course-editions = Editions and sign-up
course-edition-table = Editions of { $course }
course-column-when = When
course-column-where = Where
course-column-price = Price
course-column-status = Status
course-column-action = Sign-up
course-sign-up = Sign up
course-sign-up-by = By { $date }
course-register-interest = Register interest
course-no-editions-title = No edition is planned yet
course-no-editions-text = Register your interest, and we write when there is a date.
course-phases = Where in the process
course-phase-idea = Idea
course-phase-planning = Planning
course-phase-implementation = Implementation
course-phase-follow-up = Follow-up
course-phase-use-of-results = Use of results
course-format-workshop = Workshop
course-format-course = Course
course-facts = In short
course-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
course-said = What participants said
course-bring-case = Do bring an idea or a plan for a process. You can work on it during the course.
practical-title = Practical
practical-lead = This holds for the courses unless the edition says otherwise.
practical-price = Price
practical-place = Place
practical-time = Time
practical-catering = Catering
practical-deadline = Sign-up
practical-deadline-text = { $days ->
    [one] At latest { $days } day before the course
   *[other] At latest { $days } days before the course
 }
practical-minimum = Smallest number
practical-minimum-text = The course is held with at least { $seats } participants
practical-contact = Contact
audience-title = Who can take part?
past-title = Courses held
past-lead = Courses and training from earlier years.
past-table = Courses held
past-column-year = Year
past-column-course = Course
past-column-participants = Participants
past-training = Training
past-empty-title = No courses held yet
past-empty-text = The courses we have held will stand here.
testimonial-by = Participant in “{ $course }”, { $year }
about-title = Who we are
about-providers = Those behind
flyer-name = course-programme
live-seats-changed = { $when }: { $status }
