# panel: files and what was asked
panel-wrong = Der er fejl, og intet er skrevet. Ret dem, og prøv igen:
panel-unreadable = Filen { $path } kan ikke læses: { $detail }. Tjek navnet, og om du har lov til at læse den.
panel-no-table = { $path }: { $why }
panel-notice = { $source ->
    [quotas] Kvotefilen
    [people] Puljefilen
    [selected] Filen med allerede udtrukne
    [excluded] Filen med udelukkede
   *[other] Filen
}: { $notice }
panel-more = … og { $count } til. Brug --json for at få dem alle.

# panel check
panel-feasible = Det kan lade sig gøre: der findes mindst ét panel, der opfylder alle kvoter.
panel-infeasible = Det kan ikke lade sig gøre: intet panel kan opfylde alle kvoter.
panel-open = Det er ikke afgjort, om noget panel kan opfylde alle kvoter: undersøgelsen blev for lang.
panel-not-a-draw = Dette er en prøve, ikke en lodtrækning. Ingen er udtrukket.
