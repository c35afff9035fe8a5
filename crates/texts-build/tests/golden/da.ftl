# Et navn, der sættes ind, når programmet bygges.
-brand = Inddrag

title = Velkommen til { -brand }
# Citationstegn, backslash og tvungne mellemrum overlever.
quoted = "Ja" \ `nej`{ "\u00A0" }{ "{" }!

seats = { $role ->
    [admin] Du
   *[member] { $name }
} har { $n ->
    [0] ingen pladser
    [one] én plads
   *[other] { $n } pladser
} på { $course-title }.

budget = { NUMBER($amount) } i alt til { $name }

letter =
    Kære { $name }

    Vi ses { $role ->
        [admin] på { $n ->
            [one] holdet
           *[other] { $n } hold
        }
       *[member] på holdet
    }.
