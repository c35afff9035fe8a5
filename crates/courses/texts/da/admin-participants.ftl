### Deltagere, sager, tilmeldinger indtastet af huset, interesselister.

admin-people-title = Deltagere: { $course }
admin-people-count = { $count ->
    [one] { $count } person
   *[other] { $count } personer
 }
admin-people-name = Navn
admin-people-organisation = Organisation
admin-people-job = Stilling og afdeling
admin-people-state = Tilmelding
admin-people-case = Egen sag
admin-people-since = Tilmeldt den
admin-people-search = Søg efter navn, organisation eller stilling
admin-people-live = Tilmeldte
admin-people-all = Alle, også afmeldte
admin-people-none = Ingen deltagere her
admin-people-none-text = Ingen har tilmeldt sig endnu, eller ingen passer til det, du har valgt.
admin-people-print = Deltagerliste til udskrift
admin-people-print-lead = Udskriv siden fra browseren. Der er plads til underskrift for hver dag.
admin-people-signature = Underskrift { $date }
admin-people-file = deltagere
admin-people-fee = Gebyr: { $amount } ekskl. moms
admin-people-needs = Kost og adgang
admin-people-diets = { $count ->
    [0] Ingen har skrevet om kost.
    [one] { $count } har skrevet om kost.
   *[other] { $count } har skrevet om kost.
 }
admin-people-access = { $count ->
    [0] Ingen har skrevet om adgangsbehov.
    [one] { $count } har skrevet om adgangsbehov.
   *[other] { $count } har skrevet om adgangsbehov.
 }
admin-people-needs-kept = Det slettes dagen efter holdet.
admin-cases-title = Deltagernes sager: { $course }
admin-cases-lead = { $count } af { $all } deltagere har en sag med.
admin-cases-none = Ingen sager endnu
admin-cases-none-text = Deltagerne kan skrive om en idé eller en plan, når de tilmelder sig.
admin-seat-settled = { $name } er nu »{ $state }«.
admin-seat-cancel-means = { $name } mister sin plads og får en mail om det, og aftalen fjernes fra kalenderen. Det koster ingenting. Det kan ikke fortrydes.
admin-desk-title = Indtast tilmeldinger
admin-desk-note = Til tilmeldinger, der er kommet på mail eller telefon. Sæt kun kryds ved vilkårene, hvis de er accepteret. Fristen gælder ikke her, men antallet af pladser gør.
admin-desk-mails = Mails
admin-desk-language = Sprog i mails
admin-desk-confirm = Send bekræftelse
admin-desk-confirm-hint = Kontaktpersonen og deltagerne får den sædvanlige mail med kalenderaftale.
admin-desk-enter = Tilmeld
admin-desk-done = { $seats ->
    [one] { $seats } plads er tilmeldt.
   *[other] { $seats } pladser er tilmeldt.
 }
admin-desk-closed = Holdet tager ikke imod deltagere: Det er ikke åbnet, det er aflyst, eller det er begyndt.
admin-desk-too-few = { $needed ->
    [one] Der skal bruges { $needed } plads, men der er { $left } tilbage. Ingen er tilmeldt. Giv holdet flere pladser i planen.
   *[other] Der skal bruges { $needed } pladser, men der er { $left } tilbage. Ingen er tilmeldt. Giv holdet flere pladser i planen.
 }
admin-import-title = Indlæs en liste
admin-import-lead = Indlæs deltagere fra et regneark. Enten kommer alle med, eller også ingen.
admin-import-template = Hent en tom liste med de rigtige overskrifter
admin-import-payers = Hver række er en deltager og den, der betaler: et EAN-nummer, et CVR-nummer eller deltageren selv med adresse. Rækker med samme betaler og kontaktperson bliver én tilmelding med én faktura.
admin-import-list = Liste
admin-import-list-hint = Excel (.xlsx) eller CSV, højst 4 MB.
admin-import-missing = Vælg en fil.
admin-import-nobody = Der er ingen deltagere i listen.
admin-import-terms = Betalerne har accepteret vilkårene for tilmelding og afmelding
admin-import-terms-missing = Listen kan kun indlæses, når vilkårene er accepteret.
admin-import-take = Indlæs
admin-import-report-title = { $count ->
    [one] Der er { $count } ting at rette i listen
   *[other] Der er { $count } ting at rette i listen
 }
admin-import-report = Intet er indlæst. Ret listen, og indlæs den igen.
admin-import-line = Række { $row }: { $problem }
admin-interest-see = Se interesselisterne
admin-interest-lead = Folk, der gerne vil høre om næste hold.
admin-interest-none = Ingen står på listerne
admin-interest-none-text = Når et hold er fuldt eller ikke har en dato, kan folk skrive sig på en liste.
admin-interest-of = Interesseliste: { $name }
admin-interest-count = { $people ->
    [one] { $people } person ønsker i alt { $seats } pladser.
   *[other] { $people } personer ønsker i alt { $seats } pladser.
 }
admin-interest-since = På listen siden
admin-interest-subject = Kursus eller sæson
admin-interest-file = interesseliste
admin-interest-remove-means = Personen slettes fra listen og hører ikke mere fra jer om den. Det kan ikke fortrydes.
