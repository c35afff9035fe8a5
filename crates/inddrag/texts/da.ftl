# panel: files and what was asked
panel-wrong = Der er fejl, og intet er skrevet. Ret dem, og prøv igen:
panel-unreadable = Filen { $path } kan ikke læses: { $detail }. Tjek navnet, og om du har lov til at læse den.
panel-no-table = { $path }: { $why }
panel-notice = { $source ->
    [quotas] Kvotefilen
    [people] Puljefilen
    [selected] Filen med allerede udtrukne
    [excluded] Filen med udelukkede
   *[list] Filen
}: { $notice }
panel-more = … og { $count } til. Brug --json for at få dem alle.

# panel check
panel-feasible = Det kan lade sig gøre: der findes mindst ét panel, der opfylder alle kvoter.
panel-infeasible = Det kan ikke lade sig gøre: intet panel kan opfylde alle kvoter.
panel-open = Det er ikke afgjort, om noget panel kan opfylde alle kvoter: undersøgelsen blev for lang.
panel-reach-open = Der blev ikke tid til at undersøge, om alle i puljen kan komme med. Giv mere tid med --time-limit.
panel-not-a-draw = Dette er en prøve, ikke en lodtrækning. Ingen er udtrukket.

# panel select and replace: what was asked
panel-seed-empty = --seed er tom. Skriv en tekst, som alle kender, eller lad den være væk.
panel-commitment-unreadable = --commitment er ikke 64 hexadecimale cifre.
panel-commitment-differs = Hemmeligheden er en anden end den, der blev lovet: dens løfte er { $promised }.
panel-secret-too-short = Hemmeligheden har { $characters } tegn og kan gættes. Den skal have mindst { $least }.
panel-gamma = --gamma skal være et tal over 0.
panel-gamma-unused = --gamma bruges kun til goldilocks.
panel-no-list = --lottery skal være mindst 1.
panel-legacy-list = legacy kan ikke lave nummererede paneler: ingen kender chancerne. Vælg en anden --objective, eller lad --lottery være væk.
panel-diversimax-list = diversimax kan ikke lave nummererede paneler: det er ingen lodtrækning. Vælg en anden --objective, eller lad --lottery være væk.
panel-legacy-several = legacy kan kun trække ét panel ad gangen.
panel-diversimax-several = diversimax kan kun finde ét panel ad gangen.
panel-time-limit = --time-limit skal være et antal sekunder fra 0.
panel-no-salt = --public er tom. Skriv en tekst, som ingen kan gætte, og gem den.

# panel select and replace: what came out
panel-chances = Chancerne ligger mellem { $low } og { $high }.
panel-unreachable = { $people ->
    [one] Én person har ingen chance, for intet panel har plads. `panel check` siger hvorfor.
   *[other] { $people } personer har ingen chance, for intet panel har plads. `panel check` siger hvorfor.
}
panel-without-chance = { $people ->
    [one] Én person har ingen chance i denne lodtrækning, men kunne måske have fået en.
   *[other] { $people } personer har ingen chance i denne lodtrækning, men kunne måske have fået en.
}
panel-list = { $panels } nummererede paneler er lavet. Ingens andel af dem er mere end { $deviation } promille fra chancen; mindst { $least } kan ikke undgås.
panel-list-unfound = Der blev ikke fundet så mange nummererede paneler. Prøv et andet antal, eller giv mere tid.
panel-gave-up = legacy har opgivet: ingen af forsøgene gav et panel. Det beviser intet; `panel check` siger, om der findes et. Prøv leximin.
panel-undrawn = Ingen er udtrukket endnu.
panel-undrawn-list = Ingen er udtrukket endnu. Panelerne er nummereret fra 0. Der kan trækkes lod i fuld offentlighed med `panel lottery`, for eksempel med:
panel-way = { $throws ->
    [one] ét kast eller træk med { $sides } sider eller kugler
   *[other] { $throws } kast eller træk med { $sides } sider eller kugler
} ({ $counting } af { $all } udfald tæller)
panel-drawn = { $people ->
    [one] Én person er udtrukket.
   *[other] { $people } personer er udtrukket.
}
panel-drawn-ticket = { $people ->
    [one] Én person er udtrukket, med lod nummer { $ticket }.
   *[other] { $people } personer er udtrukket, med lod nummer { $ticket }.
}
panel-drawn-list = { $people ->
    [one] Én person er udtrukket, med panel nummer { $panel }.
   *[other] { $people } personer er udtrukket, med panel nummer { $panel }.
}
panel-fresh = Tilfældet kom fra denne computer. Teksten står i record.json, så udtrækningen kan gentages, men ingen fremmed kan se, at der ikke er prøvet andre tekster først. Vil I kunne bevise det, så brug --lottery og --no-draw, offentliggør listen, og kast terninger (`panel lottery`), eller brug --seed med en tekst, som ingen kendte, da alt andet lå fast.
panel-open-seats = { $seats ->
    [one] Én plads skal besættes
   *[other] { $seats } pladser skal besættes
}, { $selected } er besat.
panel-dropped = { $people ->
    [one] Én af de allerede udtrukne er udelukket og beholder ikke sin plads.
   *[other] { $people } af de allerede udtrukne er udelukket og beholder ikke deres plads.
}
panel-open-quotas = Det er tilbage af kvoterne:
panel-written = Skrevet til { $folder }: { $files }.
panel-in-the-way = Mappen { $folder } har allerede en fil ved navn { $name }, som ikke hører til en tidligere lodtrækning, eller som læses lige nu. Den overskrives ikke. Vælg en anden mappe, eller flyt filen.
panel-unwritable = Der kan ikke skrives til { $folder }: { $error }.

# panel lottery
panel-no-panels = Der er ingen paneler at trække imellem.
panel-without-list = Der er ingen nummererede paneler i mappen. Lav dem med `panel select --lottery 1000 --no-draw`.
panel-sides = Noget med { $sides } sider kan ikke kastes.
panel-throws = { $wanted ->
    [one] Der skal ét kast til, og der er { $got }.
   *[other] Der skal { $wanted } kast til, og der er { $got }.
}
panel-side = Kast nummer { $throw } kan ikke vise { $side }. Siderne tælles fra 0.
panel-again = Det udfald tæller ikke. Kast alle igen.
panel-promise = Offentliggør disse 64 cifre, før den offentlige tekst er kendt, og gem hemmeligheden til udtrækningen.
panel-drawn-already = Der er allerede trukket lod: panel nummer { $panel }. Der trækkes ikke igen i samme mappe.
panel-record-format = { $path } er ikke en lodtrækning, vi kan læse: »{ $found }«.
panel-record-damaged = { $path } kan ikke læses, linje { $line }, tegn { $column }: { $message }.
panel-record-contradicts = record.json modsiger sig selv. Hent den fra der, hvor den blev skrevet.

# panel reserve
panel-reserve-undrawn = Der er ikke trukket lod endnu, så der er intet panel at lave en reserve til.
panel-unreservable = Reserven kan ikke vælges: { $why }.
panel-stay-range = { $stay } er ikke en sandsynlighed mellem 0 og 1.
panel-stay-cell = Række { $row }: »{ $cell }« er ikke en sandsynlighed mellem 0 og 1.
panel-stay-missing = { $id } er på panelet og mangler i filen.
panel-untaught = Der er ingen at lære af: ingen række har YES under »Initially Selected«.
panel-reserve = { $people ->
    [one] Én person er i reserven.
   *[other] { $people } personer er i reserven.
}
panel-reserve-loss = Forventet afvigelse fra kvoterne, når nogen falder fra: { $with } med reserven, { $without } uden.
panel-reserve-bound = I de scenarier, den er valgt for: { $loss }. Ingen reserve af den størrelse kommer under { $bound }.
panel-reserve-nearest = Til sammenligning, dobbeltgængere for dem, der oftest falder fra: { $loss }.
panel-reserve-scaled = Til sammenligning, et lille panel efter nedskalerede kvoter: { $loss }.

# panel invite
panel-invite-nothing-asked = Skriv enten --letters for at trække lod om breve, eller --size og --rate (eller --counted) for at få at vide, hvor mange breve der skal til.
panel-invite-no-register = Til lodtrækningen om breve skal der bruges --people og --out.
panel-response = --rate skal være over 0 og højst 1; --counted skrives som breve:svar, for eksempel 12000:180.
panel-invited = { $letters ->
    [one] Ét brev er trukket ud
   *[other] { $letters } breve er trukket ud
} blandt { $people } personer.
panel-fresh-letters = Tilfældet kom fra denne computer. Teksten står i invite.json, så udtrækningen kan gentages. Brug --seed med en tekst, som alle kender, hvis det skal kunne bevises.
panel-pool-expected = Hele puljen: { $forecast }
panel-weights-columns = Filen med vægte skal have kolonnerne { $columns } og weight.
panel-weight = Filen med vægte, række { $row }: »{ $cell }« er ikke et tal fra 0.
panel-weight-missing = Filen med vægte har ingen vægt for { $stratum }.
panel-sizes = --sizes skal være hele tal: { $sizes }.

# panel verify
panel-same-file = { $role }: samme fil som den, der blev læst ({ $hash })
panel-other-file = { $role }: en anden fil end den, der blev læst ({ $hash })
panel-checked = { $code ->
    [format] Det er en lodtrækning, vi kan læse
    [pool] Alle i puljen er der én gang og har værdier med en kvote
    [panels] Hvert panel opfylder størrelse, kvoter og husstande
    [tickets] Lodderne er fordelt, og panelernes chancer passer med dem
    [probabilities] Alles chancer passer med lodderne
    [levels] Chancernes trin passer
    [figures] Nøgletallene passer
    [unreachable] De, der ikke har en chance, kan ikke få en
    [steps] Beviset omfatter alle og siger den chance, de har
    [bound] Ingen lodtrækning kan blive bedre end det, der står
    [gap] Afstanden til det bedste passer
    [learnt] De lærte uligheder gælder for alle paneler
    [list] De nummererede paneler opfylder alt
    [deviation] De nummererede paneler er så tæt på chancerne, som der står
    [commitment] Hemmeligheden er den, der blev lovet
    [draw] Udtrækningen giver det samme igen
   *[rest] Andet
} ({ $count } set efter)
panel-stated = ; der står { $stated }, fundet { $found }
panel-verdict = { $verdict ->
    [passed] ✓
    [failed] ✗
   *[not-checked] –
}
panel-nothing = intet
panel-fault = { $kind ->
    [word] ukendt ord i { $what }
    [twice] er i puljen to gange: { $what }
    [unknown] er ikke i puljen: { $what }
    [values] har værdier uden kvote: { $what }
    [quota] kvoten modsiger sig selv: nummer { $what }
    [size] forkert antal personer: { $what }
    [twice-on-panel] sidder der to gange: { $what }
    [not-drawable] kan ikke udtrækkes: { $what }
    [quota-of-panel] en kvote er ikke opfyldt: { $what }
    [household] to fra samme husstand: { $what }
    [parts] delene passer ikke: { $what }
    [panel-chance] chancen passer ikke med lodderne: panel { $what }
    [level] trinnet passer ikke: { $what }
    [reachable] intet beviser, at chancen må være 0: { $what }
    [listed] står i intet trin af beviset, eller i to: { $what }
    [worthless] priserne siger intet om: { $what }
    [price] en pris, der ikke kan være rigtig { $what }
    [inequality] en lært ulighed gælder ikke: { $what }
    [secret] hemmeligheden er en anden end den, der blev lovet { $what }
    [untold] udtrækningen kan ikke gentages { $what }
    [drawn] teksten giver et andet lod eller nummer: { $what }
    [drawn-panel] nummeret giver et andet panel: { $what }
   *[drawn-members] der sidder andre på panelet { $what }
}
panel-fault-number = { $what }: der står { $stated }, det er { $found }
panel-place-panel = panel { $number }
panel-place-numbered = nummereret panel { $number }
panel-place-drawn = det udtrukne panel
panel-verified = Alt passer.
panel-not-verified = Det passer ikke alt sammen.
