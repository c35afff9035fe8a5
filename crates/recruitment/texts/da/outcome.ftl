### Metoder, status og beviser.

## Hvad metoden går efter
objective-name = { $objective ->
    [leximin] mest lige chancer (leximin)
    [maximin] størst mindste chance (maximin)
    [nash] størst produkt af chancerne (Nash)
    [goldilocks] hverken meget små eller meget store chancer (goldilocks)
    [minimax] mindst største chance (minimax)
    [legacy] trin for trin (legacy)
   *[diversimax] mest blandede panel (diversimax)
}
objective = { $objective ->
    [leximin] Den mindste chance er så stor, som kvoterne tillader; derefter den næstmindste og så videre.
    [maximin] Den mindste chance er så stor, som kvoterne tillader.
    [nash] Alle chancer ganget med hinanden er så stort et tal, som kvoterne tillader.
    [goldilocks] Chancerne er hverken meget små eller meget store: Begge dele tæller imod.
    [minimax] Den største chance er så lille, som kvoterne tillader.
    [legacy] Panelet er trukket person for person, hver gang hvor kvoterne er strammest. Ingen har bestemt chancerne, så de er anslået ud fra prøvelodtrækninger.
   *[diversimax] Panelet er valgt, så det er så blandet som muligt. Det er ikke en lodtrækning, og ingen kender chancerne.
}

## Hvor langt det nåede
status-name = { $status ->
    [certified] Bevist
    [bounded] Stoppet før tid
    [estimated] Anslået
   *[no-lottery] Ingen lodtrækning
}
status = { $status ->
    [certified] Det er bevist, at ingen anden lodtrækning under de samme kvoter er bedre efter dette mål.
    [bounded] Beregningen blev stoppet før tid. Lodtrækningen er gyldig, men der kan findes en, der er bedre efter dette mål.
    [estimated] Chancerne er anslået: De er talt op i prøvelodtrækninger, og intet er bevist om dem.
   *[no-lottery] Der er ikke trukket lod, så ingen havde en chance, der kan regnes ud.
}
proven-chance = Den mindste chance er { $value }; ingen lodtrækning kan give mere end { $bound }. På hvert trin er der højst { $gap } procentpoint op til det bedste, der kan opnås.
proven-maximin = Den mindste chance er { $value }; ingen lodtrækning kan give mere end { $bound }.
proven-minimax = Den største chance er { $value }; ingen lodtrækning kan komme under { $bound }.
proven-number = Målet er nået til { $value }; ingen lodtrækning kan komme længere end til { $bound }. Forskellen er højst { $gap }.

## Fremdrift
phase-types = Sorterer personerne efter deres svar
phase-chances = Finder de bedste chancer
phase-panels = Finder paneler, der giver dem
phase-repair = Finder flere paneler, så chancerne passer helt
phase-deal = Fordeler pladserne på personer
