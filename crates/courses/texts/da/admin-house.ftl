### Husets forside: det, der skal besluttes i dag.

admin-house-lead = Det, der venter på jer, og hvordan det går.
admin-house-decisions = Skal besluttes
admin-house-nothing = Intet venter
admin-house-nothing-text = Alle hold er på vej. Her står det, når en frist er gået, eller mange venter.
admin-house-first-series = Velkommen
admin-house-first-series-text = Begynd med en kursusrække: fælles tekst, pris og sted for jeres kurser.
admin-house-first-edition = Der er ingen hold endnu
admin-house-first-edition-text = Planlæg det første hold. Folk kan tilmelde sig, når du åbner det.
admin-house-new = Nye tilmeldinger
admin-house-new-caption = Pladser tilmeldt de seneste { $days } dage
admin-house-new-none = Ingen har tilmeldt sig de seneste { $days } dage.
admin-house-new-seats = Nye pladser
admin-house-upcoming = Kommende hold
admin-house-upcoming-none = Ingen hold med dato er åbne.
admin-house-more = { $count ->
    [one] Og { $count } hold mere
   *[other] Og { $count } hold mere
 }
admin-house-interest = Interesse
admin-house-interest-seats = Ønskede pladser
admin-house-interest-of = { $seats } af { $minimum } ønskede pladser
admin-house-interest-none = Ingen står på interesselisterne.
admin-house-interest-kept = { $months ->
    [one] Interesse gemmes i { $months } måned.
   *[other] Interesse gemmes i { $months } måneder.
 }
admin-todo-decide = Gennemfør eller aflys?
admin-todo-hold = Er det afholdt?
admin-todo-hold-text = Sidste dag er gået. Markér holdet som afholdt.
admin-todo-season = Mangler dato
admin-todo-season-text = Sæsonen er gået, og holdet har ingen dato. Sæt en dato eller en ny sæson.
admin-todo-full = Fuldt, og flere vil med
admin-todo-nearly-full = Næsten fuldt, og flere vil med
admin-todo-full-text = { $left ->
    [0] Ingen pladser tilbage. Folk på interesselisten ønsker { $interest }. Giv holdet flere pladser, eller planlæg et til.
    [one] { $left } plads tilbage. Folk på interesselisten ønsker { $interest }. Giv holdet flere pladser, eller planlæg et til.
   *[other] { $left } pladser tilbage. Folk på interesselisten ønsker { $interest }. Giv holdet flere pladser, eller planlæg et til.
 }
admin-todo-propose = Nok til et nyt hold?
admin-todo-propose-text = { $interest ->
    [one] Folk på interesselisten ønsker { $interest } plads. Der skal { $minimum } til. Planlæg et hold.
   *[other] Folk på interesselisten ønsker { $interest } pladser. Der skal { $minimum } til. Planlæg et hold.
 }
