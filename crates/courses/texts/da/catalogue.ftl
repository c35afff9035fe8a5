nav-courses = Kurser
nav-practical = Det praktiske
nav-audience = Hvem kan deltage?
nav-past = Afholdte kurser
nav-about = Hvem er vi?
catalogue-search = Søg i kurserne
catalogue-results = { $count ->
    [0] Ingen kurser
    [one] { $count } kursus
   *[other] { $count } kurser
 }
catalogue-empty-title = Ingen kurser passer til søgningen
catalogue-empty-text = Prøv et andet ord, eller se alle kurser.
catalogue-none-title = Der er ingen kurser lige nu
catalogue-none-text = Kig forbi igen, eller skriv til os.
catalogue-all = Se alle kurser
catalogue-past-season = Tidligere hold
catalogue-no-edition = Uden dato: meld din interesse
season-spring = Forår { $year }
season-autumn = Efterår { $year }
season-window = { $first } / { $last }
catalogue-flyer = Hent kursusprogrammet (PDF)
catalogue-status-filter = Vis
catalogue-filter-all = Alle kurser
catalogue-filter-open = Kun med ledige pladser
catalogue-filter-button = Vis
catalogue-offered-by = Udbydes af { $names }
status-open = { $seats ->
    [one] { $seats } ledig plads
   *[other] { $seats } ledige pladser
 }
status-few = { $seats ->
    [one] Kun { $seats } plads tilbage
   *[other] Kun { $seats } pladser tilbage
 }
status-full = Fuldt booket
status-interest = Meld din interesse
status-closed = Tilmeldingen er lukket
status-held = Afholdt
status-cancelled = Aflyst
status-moved = Flyttet
when-online = Online
when-hybrid = { $place } og online
place-unknown = Stedet følger
price-course = { $price } ekskl. moms pr. person
price-day = { $price } ekskl. moms pr. person pr. dag
price-incl = { $price } inkl. moms
price-incl-day = { $price } inkl. moms pr. dag
course-purpose = Formål
course-parts = På kurset
course-outcomes = Det får du
course-prerequisites = Forudsætninger
course-editions = Hold og tilmelding
course-edition-table = Hold på { $course }
course-column-when = Hvornår
course-column-where = Hvor
course-column-price = Pris
course-column-status = Status
course-column-action = Tilmelding
course-sign-up = Tilmeld
course-sign-up-by = Senest { $date }
course-register-interest = Meld interesse
course-no-editions-title = Der er ikke planlagt noget hold endnu
course-no-editions-text = Meld din interesse, så skriver vi, når der kommer en dato.
course-phases = Hvor i forløbet
course-phase-idea = Idé
course-phase-planning = Planlægning
course-phase-implementation = Gennemførelse
course-phase-follow-up = Opfølgning
course-phase-use-of-results = Brug af resultater
course-format-workshop = Workshop
course-format-course = Kursus
course-facts = Kort fortalt
course-days = { $days ->
    [one] { $days } dag
   *[other] { $days } dage
 }
course-said = Det sagde deltagerne
course-bring-case = Tag gerne en idé eller en plan til et forløb med. Du kan arbejde med den på kurset.
practical-title = Det praktiske
practical-lead = Det gælder for kurserne, medmindre andet står ved holdet.
practical-price = Pris
practical-place = Sted
practical-time = Tid
practical-catering = Forplejning
practical-deadline = Tilmelding
practical-deadline-text = { $days ->
    [one] Senest { $days } dag før kurset
   *[other] Senest { $days } dage før kurset
 }
practical-minimum = Mindste antal
practical-minimum-text = Kurset afholdes med mindst { $seats } deltagere
practical-contact = Kontakt
audience-title = Hvem kan deltage?
past-title = Afholdte kurser
past-lead = Kurser og træning fra tidligere år.
past-table = Afholdte kurser
past-column-year = År
past-column-course = Kursus
past-column-participants = Deltagere
past-training = Træning
past-empty-title = Ingen afholdte kurser endnu
past-empty-text = Her kommer de kurser, vi har holdt.
testimonial-by = Deltager på »{ $course }«, { $year }
about-title = Hvem er vi?
about-providers = Vi står bag
flyer-name = kursusprogram
live-seats-changed = { $when }: { $status }
