### Hold: liste, plan og beslutninger.

admin-edition-new = Planlæg et hold
admin-edition-new-of = Nyt hold: { $course }
admin-edition-choose-course = Hvilket kursus?
admin-edition-choose-course-lead = Planen bliver udfyldt med det, der plejer at gælde i kursusrækken.
admin-edition-continue = Fortsæt
admin-edition-created = Holdet er gemt som kladde. Åbn for tilmelding, når det er klar.
admin-edition-list-lead = Kladder, åbne hold og dem, der er slut. Vælg, hvad du vil se.
admin-edition-none = Ingen hold her
admin-edition-none-text = Planlæg et hold, eller vis alle hold.
admin-edition-count = { $count ->
    [one] { $count } hold
   *[other] { $count } hold
 }
admin-edition-column-course = Kursus
admin-edition-column-when = Hvornår
admin-edition-column-state = Status
admin-edition-column-seats = Pladser
admin-edition-column-deadline = Frist
admin-edition-filter-state = Status
admin-edition-filter-season = Sæson
admin-edition-filter-any = Alle
admin-edition-filter-current = I gang
admin-edition-filter-course = Kursus
admin-edition-search = Søg efter kursus eller sted

## Planen
admin-edition-plan = Plan
admin-edition-when-legend = Hvornår
admin-edition-when = Hvad ved I om tiden?
admin-edition-when-days = Datoen er fastsat
admin-edition-when-season = Kun hvilken sæson
admin-edition-day = Dag
admin-edition-add-day = Tilføj en dag
admin-edition-date = Dato
admin-edition-start = Begynder
admin-edition-end = Slutter
admin-edition-date-missing = Skriv datoen, fx 26.10.2026.
admin-edition-start-missing = Skriv, hvornår dagen begynder, fx 9.00.
admin-edition-end-missing = Skriv, hvornår dagen slutter, fx 16.00.
admin-edition-ends-before-start = Dagen slutter, før den begynder. Ret et af tidspunkterne.
admin-edition-too-many-days = Et hold kan højst have { $most } dage.
admin-edition-day-twice = { $date } står der to gange. Fjern den ene.
admin-edition-season-first = Tidligst
admin-edition-season-last = Senest
admin-edition-place-legend = Hvor
admin-edition-mode = Hvordan deltager man?
admin-edition-link = Link til onlinemøde
admin-edition-link-hint = Kun deltagerne ser det. Skal begynde med https://
admin-edition-link-wrong = Skriv hele adressen, som begynder med https://
admin-venue = Sted
admin-venue-hint = Vælg et sted, I har brugt før, eller »Nyt sted«.
admin-venue-new = Nyt sted
admin-venue-new-hint = Udfyld kun, hvis du har valgt »Nyt sted«.
admin-venue-name = Stedets navn
admin-venue-street = Vej og nummer
admin-venue-postcode = Postnummer
admin-venue-town = By
admin-venue-access = Adgang
admin-edition-seats-legend = Pladser og frist
admin-edition-capacity = Antal pladser
admin-edition-capacity-hint = Skal sættes, før folk kan tilmelde sig.
admin-edition-minimum = Mindste antal deltagere
admin-edition-minimum-hint = Er der færre efter fristen, beslutter I, om holdet alligevel gennemføres.
admin-edition-deadline = Hvornår lukker tilmeldingen?
admin-edition-deadline-by-days = Et antal dage før
admin-edition-deadline-by-date = På en bestemt dato
admin-edition-deadline-days = Dage før første dag
admin-edition-deadline-days-hint = Sidste dag for tilmelding er så mange dage før første dag, indtil midnat.
admin-edition-deadline-date = Sidste dag for tilmelding
admin-edition-deadline-after-start = Fristen kan ikke ligge efter første dag.
admin-edition-price-legend = Pris
admin-edition-price = Pris pr. person uden moms
admin-edition-price-hint = I kroner, fx 3.000
admin-edition-vat = Moms
admin-edition-vat-standard = Med moms
admin-edition-vat-exempt = Fritaget for moms
admin-edition-vat-rate = Momssats i procent
admin-edition-vat-reason = Hvorfor fritaget?
admin-edition-vat-reason-hint = Begrundelsen står på fakturaen.
admin-edition-published = Vis holdet offentligt
admin-edition-published-hint = Kladder vises aldrig. Når holdet er åbnet eller samler interesse, kan alle se det.
admin-edition-changed-told = { $count ->
    [one] Gemt. { $count } deltager får en mail om det nye tidspunkt eller sted.
   *[other] Gemt. { $count } deltagere får en mail om det nye tidspunkt eller sted.
 }

## Holdets side
admin-edition-decide = Næste skridt
admin-edition-decide-none = Der er ikke flere skridt for dette hold.
admin-edition-decide-now = Fristen er gået. Beslut, om holdet skal gennemføres.
admin-edition-proposal-run = { $held ->
    [one] { $held } er tilmeldt, og { $minimum } skal der til. Forslag: Gennemfør.
   *[other] { $held } er tilmeldt, og { $minimum } skal der til. Forslag: Gennemfør.
 }
admin-edition-proposal-ask = { $held ->
    [0] Ingen er tilmeldt. Forslag: Aflys, eller forlæng fristen i planen.
    [one] Kun { $held } er tilmeldt, og { $minimum } skal der til. Forslag: Aflys, flyt, eller forlæng fristen. Du kan også gennemføre med en begrundelse.
   *[other] Kun { $held } er tilmeldt, og { $minimum } skal der til. Forslag: Aflys, flyt, eller forlæng fristen. Du kan også gennemføre med en begrundelse.
 }
admin-edition-done = { $step }: Gjort.
admin-edition-done-told = { $count ->
    [one] { $step }: Gjort. { $count } person får en mail.
   *[other] { $step }: Gjort. { $count } personer får en mail.
 }
admin-edition-reason = Begrundelse
admin-edition-reason-hint = Gemmes sammen med beslutningen. Deltagerne får den ikke.
admin-edition-reason-given = Begrundelse
admin-edition-moved-to = Flyttet til
admin-edition-target = Flyt til
admin-edition-target-none = Der er intet andet hold af kurset at flytte til. Planlæg et, og åbn det for tilmelding først.
admin-edition-target-missing = Vælg det hold, deltagerne skal flyttes til.
admin-edition-target-seats = { $left ->
    [one] { $when }, { $left } ledig plads
   *[other] { $when }, { $left } ledige pladser
 }
admin-edition-target-full = { $needed ->
    [one] Der skal bruges { $needed } plads, men der er { $left } tilbage på det hold. Giv det flere pladser, eller vælg et andet.
   *[other] Der skal bruges { $needed } pladser, men der er { $left } tilbage på det hold. Giv det flere pladser, eller vælg et andet.
 }
admin-edition-sure = Er du sikker?
admin-edition-edit = Ret planen
admin-edition-people = Deltagere
admin-edition-see-participants = Se deltagerne
admin-edition-see-cases = Se deltagernes sager
admin-edition-see-public = Se kurset, som alle ser det
admin-edition-fact-course = Kursus
admin-edition-fact-when = Hvornår
admin-edition-fact-where = Hvor
admin-edition-fact-deadline = Sidste dag for tilmelding
admin-edition-fact-price = Pris
admin-edition-fact-public = Alle ser
admin-edition-fact-public-nothing = Ingenting
