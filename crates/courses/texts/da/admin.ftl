### Administrationen: det, flere sider deler.

admin-nav-house = Overblik
admin-nav-courses = Kurser
admin-nav-editions = Hold
admin-nav-interest = Interesse
admin-nav-texts = Tekster
admin-in-danish = { $label } (dansk)
admin-in-english = { $label } (engelsk)
admin-fill-in = Udfyld »{ $label }«.
admin-save = Gem
admin-cancel = Fortryd
admin-remove = Fjern
admin-published = Offentlig
admin-unpublished = Ikke offentlig
admin-publish = Vis offentligt
admin-unpublish = Skjul
admin-preview = Se, som det bliver
admin-move-up = Flyt op
admin-move-down = Flyt ned
admin-saved = Gemt.
admin-published-now = Nu kan alle se det.
admin-hidden-now = Nu er det skjult.
admin-actions = Handlinger
admin-filter = Vis
admin-download-xlsx = Hent som Excel
admin-download-csv = Hent som CSV
admin-seats = Pladser
admin-seats-of = { $held ->
    [one] { $held } af { $capacity } pladser er taget. Mindst { $minimum } skal der til.
   *[other] { $held } af { $capacity } pladser er taget. Mindst { $minimum } skal der til.
 }
admin-seats-without-capacity = { $held ->
    [one] { $held } tilmeldt. Antallet af pladser er ikke sat. Mindst { $minimum } skal der til.
   *[other] { $held } tilmeldte. Antallet af pladser er ikke sat. Mindst { $minimum } skal der til.
 }

## Når to retter på samme tid
admin-clash-title = En anden har gemt imens
admin-clash-text = Det, du har skrevet, står stadig i formularen og er ikke gemt. Her er, hvad den anden gemte. Ret til, og tryk Gem igen; så gælder det, der står i formularen.
admin-clash-caption = Forskelle
admin-clash-field = Felt
admin-clash-yours = Du har skrevet
admin-clash-stored = Gemt nu

## Hvor et hold er
admin-state-draft = Kladde
admin-state-interest-only = Samler interesse
admin-state-open = Åbent for tilmelding
admin-state-signup-closed = Tilmelding lukket
admin-state-confirmed = Gennemføres
admin-state-cancelled = Aflyst
admin-state-moved = Flyttet
admin-state-held = Afholdt
admin-state-archived = Arkiveret

## Skridt
admin-step-invite-interest = Vis og saml interesse
admin-step-open = Åbn for tilmelding
admin-step-close-signup = Luk tilmeldingen
admin-step-reopen = Åbn tilmeldingen igen
admin-step-confirm = Gennemfør holdet
admin-step-unconfirm = Træk beslutningen tilbage
admin-step-cancel = Aflys holdet
admin-step-move = Flyt til et andet hold
admin-step-hold = Markér som afholdt
admin-step-archive = Arkivér
admin-step-invite-interest-means = Holdet vises uden tilmelding, og folk kan skrive sig på interesselisten.
admin-step-open-means = Folk kan tilmelde sig frem til fristen.
admin-step-close-signup-means = Ingen kan tilmelde sig mere. Derefter beslutter du, om holdet gennemføres.
admin-step-reopen-means = Folk kan tilmelde sig igen frem til fristen.
admin-step-confirm-means = Alle tilmeldte får en mail om, at holdet gennemføres, med kalenderaftale.
admin-step-unconfirm-means = Holdet går tilbage til »Tilmelding lukket«. Alle tilmeldte får en mail om, at det er usikkert, om holdet bliver til noget.
admin-step-cancel-means = Alle tilmeldte får en mail om aflysningen, og aftalen fjernes fra deres kalender. Ingen skal betale. Det kan ikke fortrydes.
admin-step-move-means = Alle tilmeldte får en plads på det andet hold og en mail med den nye dato. Det kan ikke fortrydes.
admin-step-hold-means = Holdet er slut. Kost og adgangsbehov slettes af sig selv dagen efter.
admin-step-archive-means = Holdet forsvinder fra listerne, men kan stadig findes.

## Når noget ikke kan lade sig gøre
admin-refused-no-way = Du kan ikke vælge »{ $step }«, når holdet er »{ $state }«. En anden har måske lige ændret det: Se, hvor holdet er nu.
admin-refused-not-ready = Holdet kan ikke tage imod tilmeldinger endnu. Der mangler { $gaps }.
admin-refused-deadline-passed = Sidste frist for tilmelding var { $date }. Sæt en senere frist i planen først.
admin-refused-deadline-ahead = Folk har fået at vide, at de kan tilmelde sig til og med { $date }. Vil du lukke før, så sæt en tidligere frist i planen først.
admin-refused-reason-needed = Skriv hvorfor. Begrundelsen gemmes sammen med beslutningen.
admin-refused-nobody = Der er ingen tilmeldte. Vent, eller aflys holdet.
admin-refused-not-over = Holdet slutter først { $date }.
admin-refused-below-held = { $held ->
    [one] { $held } person har en plads. Sæt ikke antallet lavere end det.
   *[other] { $held } personer har en plads. Sæt ikke antallet lavere end det.
 }
admin-refused-settled = Holdet er »{ $state }«, og planen kan ikke ændres mere.
admin-missing-days = dato
admin-missing-venue = sted
admin-missing-capacity = antal pladser
admin-missing-room-for-minimum = plads til det mindste antal deltagere

## Valg
admin-mode-online = Online
admin-mode-venue = Fremmøde
admin-mode-hybrid = Både fremmøde og online
admin-level-open = Åbent for alle, interesse er nok
admin-level-builds-on = Bygger på forudsætninger
admin-theme-rationales = Rationaler: hvorfor inddrage?
admin-theme-methods = Metoder og design
admin-theme-practice = Praksis fra rekruttering til evaluering
admin-theme-follow-up = Opfølgning og forankring
admin-price-per-course = For hele kurset
admin-price-per-day = For hver dag

## Pladser
admin-seat-requested = Afventer
admin-seat-confirmed = Tilmeldt
admin-seat-cancelled-by-participant = Afmeldt
admin-seat-cancelled-by-house = Afmeldt af os
admin-seat-substituted = Erstattet af kollega
admin-seat-attended = Deltog
admin-seat-no-show = Udeblev
admin-seat-step-cancel = Afmeld
admin-seat-step-attend = Deltog
admin-seat-step-miss = Udeblev
admin-seat-refused-no-way = Det kan ikke lade sig gøre: Deltageren er »{ $state }«.
admin-seat-refused-begun = Holdet begyndte { $date }. Markér i stedet deltageren som udeblevet.
admin-seat-refused-not-begun = Holdet begynder først { $date }.
