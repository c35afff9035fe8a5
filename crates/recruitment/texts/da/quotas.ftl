### Om kvoterne kan opfyldes, og hvad der kan gøres ved det.

## Kvoter, der modsiger hinanden
conflict-lead = Disse krav kan ikke opfyldes på samme tid:
conflict-size = Panelet har { $seats ->
    [one] én plads
   *[other] { $seats } pladser
}
conflict-panels = Der trækkes { $panels } paneler på én gang, og ingen kan sidde i to af dem
conflict-min = { $named }: mindst { $seats ->
    [one] én plads
   *[other] { $seats } pladser
}
conflict-max = { $named }: højst { $seats ->
    [one] én plads
   *[other] { $seats } pladser
}
conflict-households = Højst én fra hver husstand
conflict-mend = Lempes blot ét af kravene, kan resten af listen opfyldes.
conflict-open = Listen kan være længere end nødvendigt, for en del af søgningen blev stoppet.

## Folk, der ikke kan komme med
unreachable-lead = { $people ->
    [one] En person i puljen kan ikke komme med i noget panel
   *[other] { $people } personer i puljen kan ikke komme med i noget panel
}: { $ids } ({ $values }). Sidder en af dem i panelet, kan disse krav ikke opfyldes på samme tid:

## Forslag
relaxation-none = Kvoterne kan opfyldes, som de er.
relaxation-lead = Forslag { $number } (pris { $cost }):
relaxation-for-everybody = Så kan alle i puljen komme med (pris { $cost }):
relaxation-out-of-reach = { $people ->
    [one] En person kan stadig ikke komme med, så langt kvoterne må ændres
   *[other] { $people } personer kan stadig ikke komme med, så langt kvoterne må ændres
}: { $ids }.
relaxation-raise = Hæv max for { $named } fra { $from } til { $to }
relaxation-lower = Sænk min for { $named } fra { $from } til { $to }
relaxation-cost = Prisen er et mål for, hvor meget et forslag ændrer. Én plads mere i max koster 1. Én plads mindre i min koster 1 + 2/min, for et lille minimum beskytter en lille gruppe.
relaxation-open = Der findes måske et billigere forslag; søgningen blev stoppet.
relaxation-cannot = Kvoterne kan ikke opfyldes, selv hvis de ændres så meget, som min_flex og max_flex tillader. Giv dem mere luft, skaf flere tilmeldte, eller gør panelet mindre.

## Puljen ved siden af kvoterne
overview-caption = Puljen og kvoterne: { $people } i puljen, { $drawable } kan trækkes, { $size } pladser
overview-feature = Egenskab
overview-value = Værdi
overview-people = I puljen
overview-share = Andel af puljen
overview-drawable = Kan trækkes
overview-selected = Har plads
overview-quota = Kvote
overview-quota-share = Andel af panelet
overview-sum = I alt
span = { $low }–{ $high }

## Hvorfor der ikke kan trækkes lod
failure-no-panel = Intet panel opfylder alle kvoter. Det er bevist. Se, hvilke krav der modsiger hinanden, og lemp et af dem.
failure-stopped = Beregningen blev stoppet, før der var fundet et panel. Om kvoterne kan opfyldes, vides ikke. Giv den længere tid, eller lemp kvoterne.
unfit-no-features = Der er ingen egenskaber at sætte kvoter for, eller en egenskab har ingen værdier.
unfit-values = Person nummer { $person } i puljen har ikke præcis én værdi af hver egenskab.
unfit-nobody = Person nummer { $person } findes ikke i puljen.
unfit-too-many-selected = { $selected } er allerede udtrukket, men panelet har { $size } pladser.
unfit-no-panels = Der skal ikke trækkes noget panel.
